// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/held_port.h"

#include "app/desktop/held_reading.h"
#include "app/desktop/store_thread.h"
#include "app/show_night/show_night_kit.h"
#include "core/services/access_control.h"
#include "core/services/catalogue.h"
#include "core/services/data_folder.h"
#include "core/services/holds.h"
#include "core/services/show_night.h"
#include "core/services/waiting_list.h"

#include <algorithm>
#include <filesystem>

namespace foyer::desktop {
namespace {

constexpr std::int64_t kHourMs = 3'600'000;
constexpr std::int64_t kBeganMs = 6 * kHourMs;
// The orders of so many performances are read where none is chosen: tonight's and tomorrow's.
constexpr std::int64_t kComingMs = 36 * kHourMs;
constexpr std::size_t kPerformancesMax = 12;

Result<std::vector<PerformanceId>> withOrders(Counter& counter,
                                              std::optional<PerformanceId> performance)
{
    if (performance) {
        return std::vector{*performance};
    }
    const Instant now = counter.clock().now();
    const auto coming = performances(counter, {now.ms - kBeganMs});
    if (!coming) {
        return coming.error();
    }
    std::vector<PerformanceId> some;
    for (const PerformanceSummary& one : *coming) {
        if (one.startsAt.ms > now.ms + kComingMs || some.size() >= kPerformancesMax) {
            break;
        }
        some.push_back(one.id);
    }
    return some;
}

Result<ui::HeldSnapshot> snapshotOf(Counter& counter, std::optional<PerformanceId> performance)
{
    ui::HeldSnapshot snapshot{counter.clock().now(), {}, {}, {}, {}};
    auto back = heldBack(counter, performance);
    if (!back) {
        return std::move(back).error();
    }
    snapshot.back = *std::move(back);
    for (const HeldBack& held : snapshot.back) {
        addOffers(counter, held, snapshot.offers);
    }
    const auto nights = withOrders(counter, performance);
    if (!nights) {
        return nights.error();
    }
    for (const PerformanceId one : *nights) {
        auto night = showNight(counter, one);
        if (!night) {
            return std::move(night).error();
        }
        snapshot.offers.emplace(one, night->offer);
        for (WillCall& order : night->willCall) {
            if (!order.isReserved) { // reservations are among what is held back
                snapshot.orders.push_back(std::move(order));
            }
        }
    }
    auto waiting = performance ? waitingList(counter, *performance) : waitingLists(counter);
    if (!waiting) {
        return std::move(waiting).error();
    }
    snapshot.waiting = *std::move(waiting);
    for (const WaitingPerson& person : snapshot.waiting) {
        addOffer(counter, person.waiting.performance, snapshot.offers);
    }
    return snapshot;
}

} // namespace

void CounterHeldPort::performances(Then<std::vector<PerformanceSummary>> then)
{
    m_store.ask<std::vector<PerformanceSummary>>(
        [](Counter& counter) {
            return foyer::performances(counter, {counter.clock().now().ms - kBeganMs});
        },
        std::move(then));
}

void CounterHeldPort::read(std::optional<PerformanceId> performance, Then<ui::HeldSnapshot> then)
{
    m_store.ask<ui::HeldSnapshot>(
        [performance](Counter& counter) { return snapshotOf(counter, performance); },
        std::move(then));
}

void CounterHeldPort::countNext(Then<int> then)
{
    m_store.ask<int>(
        [](Counter& counter) -> Result<int> {
            // Who may not read orders would only leave a refusal in the journal, every minute.
            if (!counter.access().may(Permission::ReadOrders)) {
                return 0;
            }
            const auto waiting = waitingLists(counter);
            if (!waiting) {
                return waiting.error();
            }
            std::vector<PerformanceId> next;
            for (const WaitingPerson& person : *waiting) {
                if (person.placesFree &&
                    std::ranges::find(next, person.waiting.performance) == next.end()) {
                    next.push_back(person.waiting.performance);
                }
            }
            return static_cast<int>(next.size());
        },
        std::move(then));
}

void CounterHeldPort::letGo(const std::vector<HoldId>& holds, const HeldPart& part, Then<bool> then)
{
    m_store.ask<bool>([holds, part](Counter& counter) { return letAllGo(counter, holds, part); },
                      std::move(then));
}

void CounterHeldPort::extend(const std::vector<HoldId>& holds, std::optional<Instant> until,
                             Then<bool> then)
{
    m_store.ask<bool>(
        [holds, until](Counter& counter) -> Result<bool> {
            const auto extended = extendHolds(counter, holds, until);
            return extended ? Result<bool>{true} : extended.error();
        },
        std::move(then));
}

void CounterHeldPort::offerPlaces(WaitingId waiting, std::optional<Instant> until,
                                  Then<std::vector<StoredHold>> then)
{
    m_store.ask<std::vector<StoredHold>>(
        [waiting, until](Counter& counter) { return foyer::offerPlaces(counter, waiting, until); },
        std::move(then));
}

void CounterHeldPort::endWaiting(WaitingId waiting, Then<bool> then)
{
    m_store.ask<bool>(
        [waiting](Counter& counter) -> Result<bool> {
            const auto ended = foyer::endWaiting(counter, waiting, false);
            return ended ? Result<bool>{true} : ended.error();
        },
        std::move(then));
}

void CounterHeldPort::writeWillCall(PerformanceId performance, Then<std::string> then)
{
    m_store.ask<std::string>(
        [performance](Counter& counter) -> Result<std::string> {
            const auto night = showNight(counter, performance);
            if (!night) {
                return night.error();
            }
            const std::string folder = counter.folder().documentsPath();
            std::error_code ignored; // the writer says what is wrong with the folder
            std::filesystem::create_directories(folder, ignored);
            return app::writeWillCallList(*night, folder);
        },
        std::move(then));
}

} // namespace foyer::desktop
