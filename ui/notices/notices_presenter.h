// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "ui/notices/notices_port.h"

#include <QObject>

#include <optional>

namespace foyer::ui {

/// What the bell and its list show, and what pressing a notice opens. Holds no rules: what somebody
/// may know, and what counts as new, is said by the port.
class NoticesPresenter final : public QObject {
    Q_OBJECT

public:
    NoticesPresenter(NoticesPort& port, const Clock& clock, QObject* parent = nullptr);

    void refresh();
    /// Somebody else signed in: nothing of what was shown stays.
    void startOver();
    /// When this counter last heard of its server; nothing: it has none.
    void setContact(std::optional<Instant> contactAt);

    const NoticesSeen& seen() const { return m_shown.seen; }
    bool isRead() const { return m_isRead; } ///< there was an answer, or a failure
    const std::optional<Error>& failure() const { return m_failure; }
    /// So many minutes this counter has been out of reach, where that is too long.
    std::optional<std::int64_t> ownSilence() const;
    /// What the bell says: new ones, and this counter's own silence.
    int count() const;
    Instant now() const { return m_clock.now(); }

    void markAllRead();
    /// Opens what a notice is about.
    void open(std::size_t index);

Q_SIGNALS:
    void changed();
    void performanceAsked(const PerformanceId& performance);
    void orderAsked(const QString& code);
    void incidentsAsked();
    void devicesAsked();

private:
    NoticesPort& m_port;
    const Clock& m_clock;
    NoticesShown m_shown;
    std::optional<Error> m_failure;
    bool m_isRead = false;
    int m_asked = 0; ///< what is answered late is not shown
    std::optional<Instant> m_contactAt;
    Instant m_began; ///< before that nobody could hear anything
};

} // namespace foyer::ui
