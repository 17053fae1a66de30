// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/ui/fake_events_port.h"
#include "ui/events/money_back_port.h"

#include <QTimer>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace foyer::test {

/// Orders in memory whose money is given back one at a time. Answers come from the event loop; what
/// is asked is noted in `calls`.
class FakeMoneyBackPort final : public ui::MoneyBackPort {
public:
    /// As many orders as are said of each kind, of 20.00 each.
    void fill(int byItself, int inCash, int byCard = 0, int awaited = 0)
    {
        const auto add = [&](int count, ReturnCourse course, PaymentMethod method) {
            for (int n = 0; n < count; ++n) {
                addOrder(course, method);
            }
        };
        add(byItself, ReturnCourse::ByItself, PaymentMethod::Online);
        add(inCash, ReturnCourse::AtCounter, PaymentMethod::Cash);
        add(byCard, ReturnCourse::AtCounter, PaymentMethod::CardTerminal);
        add(awaited, ReturnCourse::Awaited, PaymentMethod::Online);
    }

    void addOrder(ReturnCourse course, PaymentMethod method)
    {
        const auto n = static_cast<std::uint8_t>(dues.size() + 1);
        const Money price{2'000, *Currency::fromCode("EUR")};
        dues.push_back({.order = OrderId{eventUuid(20, n)},
                        .code = "QH22" + std::to_string(100 + n) + "Y",
                        .customer = CustomerId{eventUuid(21, n)},
                        .course = course,
                        .tickets = {TicketId{eventUuid(22, n)}, TicketId{eventUuid(23, n)}},
                        .back = price,
                        .ways = {{method, price}}});
    }

    void look(const ui::MoneyBackScope& scope, Then<ui::MoneyBackLook> then) override
    {
        calls.push_back(std::string{"look"} + (scope.keepFees ? " keeping fees" : ""));
        scopes.push_back(scope);
        m_looked = 0;
        lookOn(std::move(then));
    }
    void lookOn(Then<ui::MoneyBackLook> then) override
    {
        const std::vector<ReturnDue> left = leftOf();
        m_looked = std::min(m_looked + 2, left.size());
        ui::MoneyBackLook seen{.looked = static_cast<std::int64_t>(m_looked),
                               .all = static_cast<std::int64_t>(left.size()),
                               .isDone = m_looked == left.size(),
                               .plan = {},
                               .begunAt = begunAt,
                               .keepFees = scopes.back().keepFees,
                               .reason = reason};
        if (seen.isDone) {
            seen.plan = planOf(left);
            for (const ReturnDue& due : left) {
                if (due.course != ReturnCourse::ByItself) {
                    seen.waiting.push_back(shown(due));
                }
            }
        }
        answer<ui::MoneyBackLook>(std::move(then), lookRefusal, seen);
    }
    void begin(const std::string& why, Then<void> then) override
    {
        calls.push_back("begin " + why);
        m_at = 0;
        m_failed.clear();
        if (!beginRefusal) {
            begunAt = begunAt.value_or(Instant{FakeEventsPort::kNow});
            reason = why;
        }
        const Result<void> result = beginRefusal ? Result<void>{*beginRefusal} : Result<void>{};
        QTimer::singleShot(0, [then = std::move(then), result] { then(result); });
    }
    void goOn(Then<ui::MoneyBackProgress> then) override
    {
        ++steps;
        const auto refused = std::exchange(stepRefusal, std::nullopt);
        if (!refused && m_at < dues.size()) {
            const ReturnDue& due = dues[m_at++];
            if (due.course == ReturnCourse::ByItself && failing.contains(due.code)) {
                m_failed.push_back(due);
            } else if (due.course == ReturnCourse::ByItself) {
                returned.insert(due.code);
            }
        }
        answer<ui::MoneyBackProgress>(std::move(then), refused, progress());
        if (!refused && m_at == dues.size() && m_failed.empty()) {
            begunAt.reset();
        }
    }
    void rest(Then<std::vector<ui::MoneyBackOrder>> then) override
    {
        std::vector<ui::MoneyBackOrder> orders;
        for (const ReturnDue& due : m_failed) {
            orders.push_back({due.order,
                              due.code,
                              {},
                              {},
                              refused("order_elsewhere", "It is elsewhere.", "order")});
            orders.back().failed->facts = {due.code, "Foyer 2"};
        }
        for (std::size_t at = 0; at < m_at; ++at) {
            if (dues[at].course != ReturnCourse::ByItself) {
                orders.push_back(shown(dues[at]));
            }
        }
        answer<std::vector<ui::MoneyBackOrder>>(std::move(then), {}, orders);
    }
    void end(Then<void> then) override
    {
        calls.emplace_back("end");
        begunAt.reset();
        open.clear();
        QTimer::singleShot(0, [then = std::move(then)] { then({}); });
    }
    void unfinished(Then<std::vector<ui::MoneyBackUnfinished>> then) override
    {
        answer<std::vector<ui::MoneyBackUnfinished>>(std::move(then), {}, open);
    }

    std::vector<ReturnDue> dues;
    std::set<std::string> failing; ///< codes of orders that cannot be fetched
    std::set<std::string> returned;
    std::vector<ui::MoneyBackUnfinished> open;
    std::optional<Instant> begunAt;
    std::string reason;
    std::optional<Error> lookRefusal;
    std::optional<Error> beginRefusal;
    std::optional<Error> stepRefusal; ///< of the next step
    std::vector<std::string> calls;
    std::vector<ui::MoneyBackScope> scopes;
    int steps = 0;

private:
    std::vector<ReturnDue> leftOf() const
    {
        std::vector<ReturnDue> left;
        std::ranges::copy_if(dues, std::back_inserter(left),
                             [this](const ReturnDue& due) { return !returned.contains(due.code); });
        return left;
    }
    ui::MoneyBackOrder shown(const ReturnDue& due) const
    {
        return {due.order, due.code, "Kim Möller", due, {}};
    }
    ui::MoneyBackProgress progress() const
    {
        ui::MoneyBackProgress now{.looked = static_cast<std::int64_t>(m_at),
                                  .all = static_cast<std::int64_t>(dues.size()),
                                  .failed = static_cast<std::int64_t>(m_failed.size()),
                                  .isDone = m_at == dues.size()};
        for (std::size_t at = 0; at < m_at; ++at) {
            if (dues[at].course != ReturnCourse::ByItself) {
                ++now.waiting;
            } else if (returned.contains(dues[at].code)) {
                ++now.returned;
                addMoney(now.money, dues[at].back);
            }
        }
        return now;
    }
    template <typename T>
    void answer(Then<T> then, const std::optional<Error>& error, T value)
    {
        const Result<T> result = error ? Result<T>{*error} : Result<T>{std::move(value)};
        QTimer::singleShot(0, [then = std::move(then), result] { then(result); });
    }

    std::size_t m_looked = 0;
    std::size_t m_at = 0;
    std::vector<ReturnDue> m_failed;
};

} // namespace foyer::test
