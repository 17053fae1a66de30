// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/notices/notices_presenter.h"

#include "core/domain/notices/notice_rules.h"
#include "core/domain/sales/order_code.h"
#include "ui/common/formatting.h"

#include <QPointer>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr std::int64_t kMinuteMs = 60'000;

} // namespace

NoticesPresenter::NoticesPresenter(NoticesPort& port, const Clock& clock, QObject* parent)
    : QObject{parent}, m_port{port}, m_clock{clock}, m_began{clock.now()}
{}

void NoticesPresenter::refresh()
{
    const int asked = ++m_asked;
    m_port.notices([self = QPointer{this}, asked](const Result<NoticesShown>& shown) {
        if (!self || asked != self->m_asked) {
            return;
        }
        self->m_isRead = true;
        self->m_failure = shown ? std::nullopt : std::optional{shown.error()};
        if (shown) {
            self->m_shown = *shown;
        } else {
            self->m_shown.seen = {}; // perhaps nobody is signed in: then nobody is told
        }
        Q_EMIT self->changed();
    });
}

void NoticesPresenter::startOver()
{
    m_shown.seen = {};
    m_failure.reset();
    m_isRead = false;
    Q_EMIT changed();
    refresh();
}

void NoticesPresenter::setContact(std::optional<Instant> contactAt)
{
    const auto before = ownSilence();
    m_contactAt = contactAt;
    if (ownSilence() != before) {
        Q_EMIT changed();
    }
}

std::optional<std::int64_t> NoticesPresenter::ownSilence() const
{
    if (!m_contactAt) {
        return std::nullopt;
    }
    const Instant heard = std::max(*m_contactAt, m_began);
    return isSilent(heard, now(), m_shown.limits) ? std::optional{(now().ms - heard.ms) / kMinuteMs}
                                                  : std::nullopt;
}

int NoticesPresenter::count() const
{
    return static_cast<int>(m_shown.seen.unread) + (ownSilence() ? 1 : 0);
}

void NoticesPresenter::markAllRead()
{
    if (m_shown.seen.notices.empty()) {
        return;
    }
    const HlcTime newest = m_shown.seen.notices.front().notice.raisedAt;
    m_port.markRead(newest, [self = QPointer{this}](const Result<bool>&) {
        if (self) {
            self->refresh();
        }
    });
}

void NoticesPresenter::open(std::size_t index)
{
    if (index >= m_shown.seen.notices.size()) {
        return;
    }
    const Notice notice = m_shown.seen.notices[index].notice;
    switch (notice.kind) {
    case NoticeKind::SoldOut:
    case NoticeKind::LowStock:
        Q_EMIT performanceAsked(PerformanceId{notice.subject});
        break;
    case NoticeKind::PaymentFailed:
        if (!notice.facts.name.empty()) { // else its order is not known here
            Q_EMIT orderAsked(text(displayOrderCode(notice.facts.name)));
        }
        break;
    case NoticeKind::Incident:
        Q_EMIT incidentsAsked();
        break;
    case NoticeKind::SyncSilent:
        Q_EMIT devicesAsked();
        break;
    }
}

} // namespace foyer::ui
