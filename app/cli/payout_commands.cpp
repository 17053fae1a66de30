// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/deal_words.h"
#include "app/cli/json_forms.h"
#include "app/cli/run.h"
#include "app/cli/server_link.h"
#include "app/cli/session.h"
#include "app/cli/text_forms.h"
#include "core/calendar/local_instant.h"
#include "core/documents/drawing/drawing_output.h"
#include "core/documents/payouts/csv_text.h"
#include "core/documents/payouts/payout_document.h"
#include "core/documents/payouts/reconciliation_document.h"
#include "core/services/counter.h"
#include "core/services/offer_cache.h"
#include "core/services/payouts.h"
#include "sync/client/server_money.h"
#include "sync/client/sync_conversation.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace foyer::cli {
namespace {

std::string zoneOf(Counter& counter)
{
    const auto& house = counter.offers().organizer();
    return house ? house->timeZone : "UTC";
}

/// "2026-11-28 18:00" as the clocks of the house show it; nothing for an empty text.
Result<std::optional<Instant>> timeIn(const std::string& text, const std::string& zone,
                                      const char* option, Instant now)
{
    if (text.empty()) {
        return std::optional<Instant>{};
    }
    const auto space = text.find(' ');
    const auto local =
        localInstant(text.substr(0, space),
                     space == std::string::npos ? "00:00" : text.substr(space + 1), zone, now);
    if (!local) {
        return usageError("bad_time",
                          "\"" + text + "\" is not a time. Write date and time: 2026-11-28 18:00.",
                          option);
    }
    return std::optional{local->instant};
}

/// "2.5", "10".
std::string percentText(std::int64_t milliPercent)
{
    constexpr std::int64_t kThousand = 1000;
    std::string rest = std::to_string(kThousand + milliPercent % kThousand).substr(1);
    rest.resize(rest.find_last_not_of('0') + 1);
    return std::to_string(milliPercent / kThousand) + (rest.empty() ? "" : "." + rest);
}

std::string amountText(const PayoutMade& made, std::int64_t minor)
{
    return toPlainText(Money{minor, made.currency});
}

Json payoutForm(const PayoutStatement& statement)
{
    const PayoutMade& made = statement.made;
    const auto amount = [&](std::int64_t minor) { return amountText(made, minor); };
    Json performances = Json::array();
    for (const PayoutStatement::Line& line : statement.lines) {
        performances.push_back(
            {{"performance", line.figures.performance.text()},
             {"event", line.event},
             {"starts_at", line.startsAt.ms > 0 ? Json(toRfc3339(line.startsAt)) : Json(nullptr)},
             {"sold", line.figures.sold},
             {"taken_back", line.figures.returned},
             {"gross", amount(line.figures.gross)},
             {"commission", amount(line.figures.commission)}});
    }
    return {{"id", made.payout.text()},
            {"number", made.number},
            {"from", made.from.ms > 0 ? Json(toRfc3339(made.from)) : Json(nullptr)},
            {"until", toRfc3339(made.until)},
            {"made_at", toRfc3339(statement.madeAt)},
            {"made_by", statement.madeBy.empty() ? Json(nullptr) : Json(statement.madeBy)},
            {"currency", made.currency.code()},
            {"taken", amount(made.taken)},
            {"refunded", amount(made.refunded)},
            {"disputed", amount(made.disputed)},
            {"fees", amount(made.fees)},
            {"commission", amount(made.commission)},
            {"carried_in", amount(made.carriedIn)},
            {"paid", amount(made.paid)},
            {"carried_out", amount(made.carriedOut)},
            {"open_cases", made.openCases},
            {"note", made.note},
            {"performances", performances}};
}

std::string payoutText(const PayoutStatement& statement)
{
    const PayoutMade& made = statement.made;
    const auto money = [&](std::int64_t minor) { return moneyText(Money{minor, made.currency}); };
    std::vector<std::vector<std::string>> lines{
        {"Performance", "Sold", "Back", "Prices", "Commission"}};
    for (const PayoutStatement::Line& line : statement.lines) {
        lines.push_back(
            {line.event.empty() ? "?" : line.event + ", " + localTime(line.startsAt, line.timeZone),
             std::to_string(line.figures.sold), std::to_string(line.figures.returned),
             money(line.figures.gross), money(line.figures.commission)});
    }
    return made.number + " up to " + localTime(made.until, statement.timeZone) + "\n" +
        columns(lines) +
        columns({{"Carried over", money(made.carriedIn)},
                 {"Taken by providers", money(made.taken)},
                 {"Given back by them", money(-made.refunded)},
                 {"Disputes", money(-made.disputed)},
                 {"Their fees", money(-made.fees)},
                 {"Commission", money(-made.commission)},
                 {"Paid out", money(made.paid)},
                 {"Carried over to the next", money(made.carriedOut)}}) +
        (made.openCases > 0
             ? std::to_string(made.openCases) + " cases were open: " + made.note + "\n"
             : "");
}

/// "2026-11-01": where that day begins, UTC.
Result<Instant> dayIn(const std::string& text, const char* option, Instant now)
{
    const auto local = localInstant(text, "00:00", "UTC", now);
    if (!local) {
        return usageError("bad_day", "\"" + text + "\" is not a day. Write it as 2026-11-28.",
                          option);
    }
    return local->instant;
}

Json caseForm(const ReconciliationReport::Case& each)
{
    return {{"provider", each.provider},
            {"kind", each.kind},
            {"subject", each.subject},
            {"here", toPlainText(each.here)},
            {"there", toPlainText(each.there)},
            {"currency", each.there.currency().code()},
            {"opened_at", toRfc3339(each.openedAt)},
            {"ended_at", each.endedAt ? Json(toRfc3339(*each.endedAt)) : Json(nullptr)},
            {"ended_by", each.endedBy.empty() ? Json(nullptr) : Json(each.endedBy)},
            {"note", each.note}};
}

Json reportForm(const ReconciliationReport& report)
{
    Json days = Json::array();
    for (const auto& day : report.days) {
        days.push_back({{"day", dayText(day.day)},
                        {"provider", day.provider},
                        {"lines", day.lines},
                        {"matched", day.matched},
                        {"gross", toPlainText(day.gross)},
                        {"fees", toPlainText(day.fees)},
                        {"transferred", toPlainText(day.transferred)},
                        {"currency", day.gross.currency().code()}});
    }
    Json cases = Json::array();
    for (const auto& each : report.cases) {
        cases.push_back(caseForm(each));
    }
    return {{"days", days}, {"cases", cases}};
}

std::string reportText(const ReconciliationReport& report)
{
    std::vector<std::vector<std::string>> lines;
    for (const auto& day : report.days) {
        lines.push_back({dayText(day.day), day.provider, std::to_string(day.lines) + " lines",
                         std::to_string(day.matched) + " matched", moneyText(day.gross),
                         "fees " + moneyText(day.fees),
                         "to the bank " + moneyText(day.transferred)});
    }
    for (const auto& each : report.cases) {
        const std::string ended = !each.endedAt ? "open"
            : each.endedBy.empty()              ? "ended by itself"
                                                : "ended by " + each.endedBy + ": " + each.note;
        lines.push_back({toRfc3339(each.openedAt).substr(0, 10), each.provider, each.kind,
                         each.subject, "here " + moneyText(each.here),
                         "there " + moneyText(each.there), ended});
    }
    return lines.empty() ? "No account had a line in this time, and no case was open.\n"
                         : columns(lines);
}

} // namespace

Result<Answer> run(const PayoutListCommand&, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto list = payouts(**counter);
    if (!list) {
        return list.error();
    }
    Json forms = Json::array();
    std::vector<std::vector<std::string>> lines;
    for (const PayoutStatement& each : *list) {
        forms.push_back(payoutForm(each));
        lines.push_back({each.made.number, localTime(each.made.until, each.timeZone),
                         moneyText(Money{each.made.paid, each.made.currency})});
    }
    return Answer{line(Json{{"payouts", forms}}),
                  lines.empty() ? "Nothing was paid out yet.\n" : columns(lines),
                  {}};
}

Result<Answer> run(const PayoutShowCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto found = payoutNamed(**counter, command.payout);
    return found
        ? Result<Answer>{Answer{line(Json{{"payout", payoutForm(*found)}}), payoutText(*found), {}}}
        : found.error();
}

Result<Answer> run(const PayoutStatementCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto found = payoutNamed(**counter, command.payout);
    if (!found) {
        return found.error();
    }
    if (command.pdf.empty() && command.csv.empty()) {
        return usageError("nothing_to_write", "Say where to write it: --pdf FILE, --csv FILE.");
    }
    if (!command.pdf.empty()) {
        if (auto written = writePdf(command.pdf, found->made.number, payoutPages(*found));
            !written) {
            return std::move(written).error();
        }
    }
    if (!command.csv.empty()) {
        if (auto written = writeText(command.csv, payoutCsv(*found)); !written) {
            return std::move(written).error();
        }
    }
    return Answer{line(Json{{"payout", payoutForm(*found)}}), "The statement is written.\n", {}};
}

Result<Answer> run(const PayoutMakeCommand& command, Session& session)
{
    return signedInAtServer(
        session, [&](Counter& counter, sync::DeviceSession& server) -> Result<Answer> {
            const auto until =
                timeIn(command.until, zoneOf(counter), "--until", session.clock().now());
            if (!until) {
                return until.error();
            }
            const auto made = sync::ServerMoney{server}.makePayouts(*until, command.despiteCases);
            if (!made) {
                return made.error();
            }
            Json forms = Json::array();
            std::string text;
            for (const auto& each : *made) {
                forms.push_back({{"id", each.id},
                                 {"number", each.number},
                                 {"currency", each.currency},
                                 {"paid", each.paid},
                                 {"carried_out", each.carriedOut}});
                text += each.number + "  " + each.paid + " " + each.currency + "\n";
            }
            // So that it can be looked at here. Where that fails, the next sync brings it.
            if (const auto link = ServerLink::of(counter, session.random())) {
                (void)(*link)->conversation().exchange({});
            }
            return Answer{line(Json{{"payouts", forms}}), text, {}};
        });
}

Result<Answer> run(const CommissionShowCommand&, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto list = commissions(**counter);
    if (!list) {
        return list.error();
    }
    Json forms = Json::array();
    std::vector<std::vector<std::string>> lines;
    for (const CommissionShown& each : *list) {
        const Commission& rate = each.set.commission;
        const std::string percent = percentText(rate.milliPercent);
        const Money fixed{rate.fixed, rate.currency};
        forms.push_back({{"from", toRfc3339(each.set.from)},
                         {"percent", percent},
                         {"fixed", toPlainText(fixed)},
                         {"currency", rate.currency.code()},
                         {"set_at", toRfc3339(each.madeAt)},
                         {"set_by", each.madeBy.empty() ? Json(nullptr) : Json(each.madeBy)}});
        lines.push_back({"from " + localTime(each.set.from, zoneOf(**counter)), percent + " %",
                         moneyText(fixed) + " a ticket", each.madeBy});
    }
    return Answer{line(Json{{"commissions", forms}}),
                  lines.empty() ? "The platform takes nothing of tickets.\n" : columns(lines),
                  {}};
}

Result<Answer> run(const CommissionSetCommand& command, Session& session)
{
    return signedInAtServer(
        session, [&](Counter& counter, sync::DeviceSession& server) -> Result<Answer> {
            const auto& house = counter.offers().organizer();
            const auto currency = command.currency.empty()
                ? (house ? std::optional{house->currency} : std::nullopt)
                : Currency::fromCode(command.currency);
            if (!currency) {
                return usageError("bad_currency", "There is no such currency.", "--currency");
            }
            const auto fixed = parseMoney(command.fixed, *currency);
            const auto percent = readPercent(command.percent, "--percent");
            if (!percent) {
                return percent.error();
            }
            if (!fixed || fixed->isNegative()) {
                return usageError("bad_amount", "Write the amount per ticket as \"0.50\".",
                                  "--fixed");
            }
            const auto from =
                timeIn(command.from, zoneOf(counter), "--from", session.clock().now());
            if (!from) {
                return from.error();
            }
            const auto set =
                sync::ServerMoney{server}.setCommission({*currency, *percent, fixed->minor()},
                                                        *from);
            return set ? Result<Answer>{Answer{line(Json{{"from", *set}}),
                                               "It holds from " + *set + " on.\n",
                                               {}}}
                       : set.error();
        });
}

Result<Answer> run(const ReconciliationReportCommand& command, Session& session)
{
    constexpr std::int64_t kDayMs = 24LL * 60 * 60 * 1000;
    const auto from = dayIn(command.from, "--from", session.clock().now());
    const auto last = dayIn(command.to, "--to", session.clock().now());
    if (!from || !last) {
        return from ? last.error() : from.error();
    }
    return signedInAtServer(
        session, [&](Counter& counter, sync::DeviceSession& server) -> Result<Answer> {
            const auto report = sync::ServerMoney{server}.report(*from, Instant{last->ms + kDayMs});
            if (!report) {
                return report.error();
            }
            const auto& house = counter.offers().organizer();
            if (!command.pdf.empty()) {
                const auto pages = reconciliationPages(*report, house ? house->name : "");
                if (auto written = writePdf(command.pdf, "Reconciliation", pages); !written) {
                    return std::move(written).error();
                }
            }
            if (!command.csv.empty()) {
                if (auto written = writeText(command.csv, reconciliationCsv(*report)); !written) {
                    return std::move(written).error();
                }
            }
            return Answer{line(reportForm(*report)), reportText(*report), {}};
        });
}

} // namespace foyer::cli
