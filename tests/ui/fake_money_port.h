// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/money/money_port.h"

#include <QTimer>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace foyer::test {

/// Accounts and payouts in memory. Answers come from the event loop; what is done is noted in
/// `calls`.
class FakeMoneyPort final : public ui::MoneyPort {
public:
    /// Two accounts, two cases, a payment that is held, and two payouts.
    void fill()
    {
        const Currency euro = *Currency::fromCode("EUR");
        server.accounts = {{"stripe", Instant{1'795'435'200'000}, {}},
                           {"paypal", Instant{1'795'348'800'000}, "unreachable"}};
        server.cases = {{"stripe", "amount_diff", "ch_3PqLkj2eZvKYlo2C1xXb", "AB22223C",
                         Money{4'200, euro}, Money{4'250, euro}, "2026-11-23T06:00:00.000Z"},
                        {"paypal", "missing_here", "8MC585209K746392H", "", Money{0, euro},
                         Money{123'456, euro}, "2026-11-23T06:00:00.000Z"}};
        server.troubles = {{"held", "01890a5d-ac96-774b-bcce-b302099a8057", "CD22224D", "stripe",
                            "amount_mismatch", Money{9'900, euro}}};
        server.timeZone = "Europe/Berlin";
        server.mayEnd = true;
        payoutList = {statement(2, "PO-2026-0002", 1'795'435'200'000, 2),
                      statement(1, "PO-2026-0001", 1'792'800'000'000, 1)};
    }
    static PayoutStatement statement(std::uint8_t id, const char* number, std::int64_t until,
                                     int performances)
    {
        const Currency euro = *Currency::fromCode("EUR");
        PayoutMade made{.payout =
                            PayoutId{Uuid{{0, 0, 0, 0, 0, 0, 0x70, 0, 0x80, 0, 0, 0, 0, 0, 0, id}}},
                        .number = number,
                        .currency = euro,
                        .from = Instant{until - 30LL * 86'400'000},
                        .until = Instant{until},
                        .taken = 1'234'567,
                        .refunded = 20'000,
                        .carriedIn = -700,
                        .openCases = id == 2 ? 1 : 0,
                        .note = id == 2 ? "Stripe is asked" : "",
                        .marks = {},
                        .performances = {},
                        .feeDays = {{"stripe", 20'000, 12'345, 0}}};
        std::vector<PayoutStatement::Line> lines;
        for (int i = 0; i < performances; ++i) {
            PayoutPerformance line{.performance = {},
                                   .sold = 120 - i,
                                   .returned = 3,
                                   .gross = 420'000,
                                   .commission = 21'000};
            made.performances.push_back(line);
            lines.push_back({line, i == 0 ? "Hamlet, Prinz von Dänemark" : "حكاية",
                             Instant{until - 86'400'000LL * (i + 1)}, "Europe/Berlin"});
        }
        return {.made = settled(std::move(made)),
                .madeAt = Instant{until + 1},
                .madeBy = "Ada",
                .house = "Playhouse",
                .address = {},
                .timeZone = "Europe/Berlin",
                .lines = std::move(lines)};
    }

    void atServer(Then<ui::MoneyAtServer> then) override
    {
        answer<ui::MoneyAtServer>(std::move(then), serverRefusal, server);
    }
    void compareNow(Then<bool> then) override
    {
        calls.emplace_back("compare");
        for (ui::MoneyAccount& account : server.accounts) {
            account.comparedAt = Instant{account.comparedAt.value_or(Instant{}).ms + 60'000};
        }
        answer<bool>(std::move(then), serverRefusal, true);
    }
    void endCase(const ui::MoneyCase& open, const std::string& note, Then<bool> then) override
    {
        calls.push_back("end " + open.kind + ": " + note);
        std::erase_if(server.cases,
                      [&](const ui::MoneyCase& each) { return each.subject == open.subject; });
        answer<bool>(std::move(then), serverRefusal, true);
    }
    void goOn(const std::string& payment, Then<bool> then) override
    {
        calls.push_back("go on " + payment);
        server.troubles.clear();
        answer<bool>(std::move(then), serverRefusal, true);
    }
    void payouts(Then<std::vector<PayoutStatement>> then) override
    {
        answer<std::vector<PayoutStatement>>(std::move(then), refusal, payoutList);
    }
    void save(PayoutId payout, const std::string& file, Then<bool> then) override
    {
        calls.push_back("save " + payout.text().substr(34) + " " + file);
        answer<bool>(std::move(then), refusal, true);
    }

    ui::MoneyAtServer server;
    std::vector<PayoutStatement> payoutList;
    std::optional<Error> serverRefusal; ///< of whatever needs the server
    std::optional<Error> refusal;       ///< of whatever is here
    std::vector<std::string> calls;

private:
    template <typename T>
    void answer(Then<T> then, const std::optional<Error>& error, T value)
    {
        const Result<T> result = error ? Result<T>{*error} : Result<T>{std::move(value)};
        QTimer::singleShot(0, [then = std::move(then), result] { then(result); });
    }
};

} // namespace foyer::test
