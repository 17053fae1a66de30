// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/events/events_presenter.h"

#include <QList>
#include <QObject>
#include <QStringList>
#include <QUrl>

#include <deque>
#include <optional>

namespace foyer::ui {

/// Pictures that somebody chose or dropped: taken one after the other, each for the event that was
/// open then, also where that was left meanwhile.
class PictureIntake final : public QObject {
    Q_OBJECT

public:
    PictureIntake(EventsPresenter& presenter, QObject* parent);

    /// As the poster of an event, which is one file, or into its gallery.
    void add(EventId event, const QList<QUrl>& files, bool isPoster);
    /// "hamlet.jpg" while it is being read for this place of the event; else empty.
    QString underWay(EventId event, bool isPoster) const;
    /// How many wait behind it.
    int waiting() const { return static_cast<int>(m_waiting.size()); }
    /// Why files were not taken, "hamlet.svg: …", since the last ones were given to this place.
    const QStringList& faults(bool isPoster) const { return isPoster ? m_posterFaults : m_faults; }
    /// Another event is shown: what was told of the one before is over.
    void show(EventId event);

Q_SIGNALS:
    void changed();

private:
    struct Waiting {
        EventId event;
        QString path;
        bool isPoster = false;
    };
    void takeNext();
    void note(const Waiting& file, const QString& sentence);

    EventsPresenter& m_presenter;
    std::deque<Waiting> m_waiting;
    std::optional<Waiting> m_current;
    EventId m_shown;
    QStringList m_faults;
    QStringList m_posterFaults;
};

} // namespace foyer::ui
