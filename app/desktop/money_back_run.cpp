// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/money_back_run.h"

#include "core/domain/sales/order_code.h"
#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/customer_directory.h"
#include "core/services/guarded.h"
#include "core/services/offer_cache.h"

#include <algorithm>

namespace foyer::desktop {
namespace {

constexpr std::size_t kLooksAStep = 25; // some milliseconds, of which a sale notices nothing

/// A due order as the screen lists it.
ui::MoneyBackOrder shownOrder(Counter& counter, const ReturnDue& due)
{
    ui::MoneyBackOrder shown{due.order, displayOrderCode(due.code), {}, due, {}};
    if (due.customer && counter.access().may(Permission::ReadCustomers)) {
        if (const auto customer = counter.customers().open(*due.customer)) {
            shown.customer = customer->details.name;
        }
    }
    return shown;
}

/// With the names that the offers have.
Result<std::vector<ui::MoneyBackUnfinished>> byEvent(Counter& counter,
                                                     const std::vector<MassReturn>& open)
{
    std::vector<ui::MoneyBackUnfinished> unfinished;
    for (const MassReturn& each : open) {
        const auto offer = counter.offers().offer(each.begun.performance);
        if (!offer) {
            continue; // its date is not known here yet
        }
        const Performance& date = offer->offer.performance;
        auto same = std::ranges::find_if(unfinished, [&](const ui::MoneyBackUnfinished& known) {
            return known.scope.event == date.event;
        });
        if (same == unfinished.end()) {
            unfinished.push_back({{.event = date.event,
                                   .name = offer->offer.event.name,
                                   .dates = {},
                                   .startsAt = date.startsAt,
                                   .timeZone = date.timeZone,
                                   .reason = each.begun.reason,
                                   .keepFees = each.begun.keepFees},
                                  each.begunAt});
            same = unfinished.end() - 1;
        }
        same->scope.dates.push_back(date.id);
        same->scope.startsAt = std::min(same->scope.startsAt, date.startsAt);
    }
    return unfinished;
}

bool waits(const ReturnDue& due)
{
    return due.course == ReturnCourse::AtCounter || due.course == ReturnCourse::Awaited;
}

} // namespace

MoneyBackRun::MoneyBackRun(const ui::MoneyBackScope& scope) : m_keepFees{scope.keepFees}
{
    for (const PerformanceId id : scope.dates) {
        m_dates.push_back({id, {}, {}, {}});
    }
}

std::vector<ReturnDue> MoneyBackRun::dues() const
{
    std::vector<ReturnDue> all;
    for (const Date& date : m_dates) {
        if (date.look) {
            all.insert(all.end(), date.look->dues().begin(), date.look->dues().end());
        }
    }
    return all;
}

Result<ui::MoneyBackLook> MoneyBackRun::look(Counter& counter)
{
    std::size_t left = kLooksAStep;
    for (Date& date : m_dates) {
        if (!date.look) {
            auto open = openMassReturn(counter, date.id);
            if (!open) {
                return std::move(open).error();
            }
            date.open = *std::move(open);
            date.look.emplace(date.id, date.open ? date.open->begun.keepFees : m_keepFees);
        }
        if (left > 0 && !date.look->isDone()) {
            const std::int64_t before = date.look->looked();
            if (auto looked = date.look->step(counter, left); !looked) {
                return std::move(looked).error();
            }
            left -= static_cast<std::size_t>(date.look->looked() - before);
        }
    }
    ui::MoneyBackLook seen{.isDone = true, .plan = {}, .keepFees = m_keepFees};
    for (const Date& date : m_dates) {
        seen.looked += date.look->looked();
        seen.all += date.look->all();
        seen.isDone = seen.isDone && date.look->isDone();
        if (date.open) {
            seen.begunAt = std::min(seen.begunAt.value_or(date.open->begunAt), date.open->begunAt);
            seen.keepFees = date.open->begun.keepFees;
            seen.reason = date.open->begun.reason;
        }
    }
    if (!seen.isDone) {
        return seen;
    }
    return guarded([&]() -> Result<ui::MoneyBackLook> {
        const auto all = dues();
        seen.plan = planOf(all);
        for (const ReturnDue& due : all) {
            if (waits(due)) {
                seen.waiting.push_back(shownOrder(counter, due));
            }
        }
        return seen;
    });
}

Result<void> MoneyBackRun::beginDate(Counter& counter, Date& date, const std::string& reason)
{
    const auto open = openMassReturn(counter, date.id);
    if (!open) {
        return open.error();
    }
    if (*open) {
        date.walk.emplace((*open)->begun.id);
        return {};
    }
    const MassReturnPlan told = planOf(date.look->dues());
    if (told.tickets() == 0) {
        return {}; // of this date there is nothing to give back
    }
    const auto begun = beginMassReturn(counter, {date.id, reason, m_keepFees, told});
    if (!begun) {
        return begun.error();
    }
    date.walk.emplace(*begun);
    return {};
}

Result<void> MoneyBackRun::begin(Counter& counter, const std::string& reason)
{
    for (Date& date : m_dates) {
        date.walk.reset();
        if (auto begun = beginDate(counter, date, reason); !begun) {
            return begun;
        }
    }
    return {};
}

ui::MoneyBackProgress MoneyBackRun::progress() const
{
    ui::MoneyBackProgress now{.isDone = true};
    for (const Date& date : m_dates) {
        if (!date.walk) {
            continue;
        }
        now.isDone = now.isDone && date.walk->isDone();
        now.looked += date.walk->looked();
        now.all += std::max(date.walk->all(), date.look->all());
        now.returned += date.walk->returned();
        now.waiting += date.walk->waiting();
        now.failed += static_cast<std::int64_t>(date.walk->notReturned().size());
        for (const Money& money : date.walk->money()) {
            addMoney(now.money, money);
        }
    }
    if (now.isDone) {
        now.all = now.looked; // fewer than were seen, where others gave some back meanwhile
    }
    return now;
}

Result<ui::MoneyBackProgress> MoneyBackRun::step(Counter& counter)
{
    for (Date& date : m_dates) {
        if (date.walk && !date.walk->isDone()) {
            if (auto gone = date.walk->step(counter, 1); !gone) {
                return std::move(gone).error();
            }
            break;
        }
    }
    return progress();
}

ui::MoneyBackProgress MoneyBackRun::passOver(const Error& why)
{
    for (Date& date : m_dates) {
        if (date.walk && !date.walk->isDone()) {
            date.walk->passOver(why);
            break;
        }
    }
    return progress();
}

Result<std::vector<ui::MoneyBackOrder>> MoneyBackRun::rest(Counter& counter) const
{
    return guarded([&]() -> Result<std::vector<ui::MoneyBackOrder>> {
        std::vector<ui::MoneyBackOrder> orders;
        for (const Date& date : m_dates) {
            if (!date.walk) {
                continue;
            }
            for (const NotReturned& each : date.walk->notReturned()) {
                orders.push_back({each.order, each.code, {}, {}, each.why});
            }
            for (const ReturnDue& due : date.walk->waitingOrders()) {
                orders.push_back(shownOrder(counter, due));
            }
        }
        return orders;
    });
}

Result<void> MoneyBackRun::end(Counter& counter)
{
    for (const Date& date : m_dates) {
        const auto open = openMassReturn(counter, date.id);
        if (!open) {
            return open.error();
        }
        if (*open) {
            if (auto ended = endMassReturn(counter, (*open)->begun.id); !ended) {
                return ended;
            }
        }
    }
    return {};
}

Result<std::vector<ui::MoneyBackUnfinished>> unfinishedMoneyBack(Counter& counter)
{
    if (!counter.access().mayForSome(Permission::ReadOrders)) {
        return std::vector<ui::MoneyBackUnfinished>{}; // nobody asked: that is no refusal
    }
    auto open = openMassReturns(counter);
    if (!open) {
        return std::move(open).error();
    }
    return guarded([&] { return byEvent(counter, *open); });
}

} // namespace foyer::desktop
