// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/events/events_port.h"

#include <QObject>
#include <QPixmap>

#include <map>
#include <set>

namespace foyer::ui {

/// Small pictures as they come, each asked for once. What is not here is asked for again when
/// somebody looks again.
class PictureThumbs final : public QObject {
    Q_OBJECT

public:
    PictureThumbs(EventsPort& port, QObject* parent);

    /// Nothing while it has not come; it is asked for then.
    QPixmap of(const PictureHash& picture);
    /// It was asked for and cannot be shown: not arrived yet, or not to be read.
    bool isMissing(const PictureHash& picture) const { return m_missing.contains(picture); }
    void lookAgain() { m_missing.clear(); }

Q_SIGNALS:
    void came();

private:
    EventsPort& m_port;
    std::map<PictureHash, QPixmap> m_here;
    std::set<PictureHash> m_asked;
    std::set<PictureHash> m_missing;
};

/// A picture as large as fits, sharp on dense screens.
QPixmap fitted(const QPixmap& picture, QSize room, qreal ratio);

} // namespace foyer::ui
