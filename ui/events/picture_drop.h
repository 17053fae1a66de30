// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <QList>
#include <QUrl>

namespace foyer::ui {

/// A panel that files are dropped on; a line around it says so while some are over it.
class PictureDrop : public QFrame {
    Q_OBJECT

public:
    explicit PictureDrop(QWidget* parent);

Q_SIGNALS:
    void dropped(const QList<QUrl>& files);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void setOver(bool isOver);
    bool m_isOver = false;
};

} // namespace foyer::ui
