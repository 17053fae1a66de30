// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/desktop.h"

#include "core/services/holds.h"
#include "ui/common/main_window.h"
#include "ui/held/held_page.h"
#include "ui/orders/orders_page.h"
#include "ui/sell/sell_page.h"

#include <QDesktopServices>
#include <QTimer>
#include <QUrl>

namespace foyer::desktop {
namespace {

constexpr int kDueEveryMs = 60'000; // holds and reservations end to the minute

} // namespace

void Desktop::addHeld()
{
    m_heldPage = new ui::HeldPage{m_heldPort};
    addWorkspace(tr("Held"), "bookmark", m_heldPage, ui::HeldPage::keys(), Permission::ReadOrders);
    ui::HeldPresenter& held = m_heldPage->presenter();
    connect(m_sell, &ui::SellPage::heldChanged, m_heldPage, &ui::HeldPage::refresh);
    connect(m_sell, &ui::SellPage::showHeldAsked, this, [this](HoldId hold) {
        m_window->showWorkspace(m_heldPage);
        m_heldPage->showHold(hold);
    });
    connect(m_heldPage, &ui::HeldPage::sellPageAsked, this,
            [this] { m_window->showWorkspace(m_sell); });
    connect(&held, &ui::HeldPresenter::sellAsked, this,
            [this, &held](const std::vector<HoldId>& holds, const HeldPart& part) {
                m_window->showWorkspace(m_sell);
                if (m_window->currentWorkspace() != m_sell) { // a role sees only its own
                    Q_EMIT held.refused(tr("Your role does not sell. Send them to a counter."));
                    return;
                }
                m_sell->presenter().resume(holds, part);
            });
    connect(&held, &ui::HeldPresenter::orderAsked, this, [this](const QString& code) {
        m_window->showWorkspace(m_ordersPage);
        m_ordersPage->takeScan(code);
    });
    connect(&held, &ui::HeldPresenter::willCallWritten, this,
            [](const QString& file) { QDesktopServices::openUrl(QUrl::fromLocalFile(file)); });
    connect(&held, &ui::HeldPresenter::placesChanged, m_sell, &ui::SellPage::refresh);
    connect(&held, &ui::HeldPresenter::nextCounted, this,
            [this](int people) { m_window->setWorkspaceBadge(m_heldPage, people, people > 0); });
}

void Desktop::letGoOfWhatIsDue()
{
    auto* timer = new QTimer{this};
    const auto release = [this] {
        m_store->ask<std::size_t>([](Counter& counter) { return releaseDueHolds(counter); },
                                  [this](const Result<std::size_t>& ended) {
                                      // What fails now is tried again in a minute.
                                      if (ended && *ended > 0) {
                                          m_sell->refresh();
                                      }
                                      m_heldPage->refresh();
                                  });
    };
    connect(timer, &QTimer::timeout, this, release);
    timer->start(kDueEveryMs);
    release();
}

} // namespace foyer::desktop
