// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The bell: what staff is told of, where it leads, and the look of a counter that stands alone.

#include "app/desktop/desktop.h"
#include "app/desktop/server_sync.h"
#include "core/services/notice_watch.h"
#include "ui/common/main_window.h"
#include "ui/incidents/incidents_page.h"
#include "ui/notices/notice_settings_page.h"
#include "ui/notices/notices_popup.h"
#include "ui/orders/orders_page.h"
#include "ui/sell/sell_page.h"
#include "ui/settings/settings_page.h"

#include <QTimer>

#include <algorithm>

namespace foyer::desktop {
namespace {

constexpr int kLookEveryMs = 60'000;

} // namespace

void Desktop::addNotices()
{
    m_noticeSettings = new ui::NoticeSettingsPage{m_noticesPort};
    m_settings->addSection(tr("Notifications"), m_noticeSettings);
    m_notices = std::make_unique<ui::NoticesPresenter>(m_noticesPort, m_clock);
    auto* popup = new ui::NoticesPopup{*m_notices, m_window.get()};
    connect(m_window.get(), &ui::MainWindow::noticesAsked, popup, [this, popup] {
        m_notices->refresh();
        popup->openBelow(m_window->bell(), m_settings->isSectionShown(m_noticeSettings));
    });
    connect(popup, &ui::NoticesPopup::settingsAsked, this, [this] {
        m_window->showWorkspace(m_settings);
        m_settings->showSection(m_noticeSettings);
    });
    connect(m_noticeSettings, &ui::NoticeSettingsPage::chosen, m_notices.get(),
            &ui::NoticesPresenter::refresh);
    connectNotices();
    auto* timer = new QTimer{this};
    connect(timer, &QTimer::timeout, this, &Desktop::lookForNotices);
    timer->start(kLookEveryMs);
    lookForNotices();
}

/// What pressing one opens.
void Desktop::connectNotices()
{
    using Presenter = ui::NoticesPresenter;
    const Presenter* notices = m_notices.get();
    connect(notices, &Presenter::changed, m_window.get(),
            [this] { m_window->setNoticeCount(m_notices->count()); });
    connect(notices, &Presenter::performanceAsked, this, [this](const PerformanceId& performance) {
        m_window->showWorkspace(m_sell);
        if (m_window->currentWorkspace() == m_sell) { // a role sees only its own
            m_sell->presenter().openPerformance(performance);
        }
    });
    connect(notices, &Presenter::orderAsked, this, [this](const QString& code) {
        m_window->showWorkspace(m_ordersPage);
        m_ordersPage->takeScan(code);
    });
    connect(notices, &Presenter::incidentsAsked, this,
            [this] { m_window->showWorkspace(m_incidentsPage); });
    connect(notices, &Presenter::devicesAsked, this, [this] {
        m_window->showWorkspace(m_settings);
        if (m_serverPage != nullptr) {
            m_settings->showSection(m_serverPage);
        }
    });
    if (m_sync) {
        connect(m_sync.get(), &ServerSync::heard, m_notices.get(), &Presenter::refresh);
        connect(m_sync.get(), &ServerSync::stateChanged, m_notices.get(),
                [this] { showOwnSilence(); });
    }
}

void Desktop::showOwnSilence()
{
    if (m_sync && !m_sync->state().url.empty()) {
        m_notices->setContact(m_sync->state().isOnline ? m_clock.now() : m_sync->state().contactAt);
    }
}

/// A counter that stands alone looks by itself; of a joined one the server does. What fails now is
/// tried again in a minute.
void Desktop::lookForNotices()
{
    m_store->ask<std::size_t>([](Counter& counter) { return watchForNotices(counter); },
                              [this](const Result<std::size_t>&) {
                                  showOwnSilence();
                                  m_notices->refresh();
                              });
}

void Desktop::showNoticesOf(const ui::PeopleState& state)
{
    const auto kinds = allNoticeKinds();
    const bool isTold = std::ranges::any_of(kinds, [&](NoticeKind kind) {
        return mayKnow(kind, [&](Permission permission) { return state.may(permission); });
    });
    m_settings->setSectionShown(m_noticeSettings, isTold);
}

} // namespace foyer::desktop
