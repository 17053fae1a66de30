// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/server_money.h"

#include "sync/client/json_request.h"
#include "sync/protocol/flat_json.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace foyer::sync {
namespace {

using Json = nlohmann::json;
using protocol::jsonQuoted;

std::string textIn(const Json& object, const char* name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

std::optional<std::int64_t> numberIn(const Json& object, const char* name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_number_integer()
        ? std::optional{found->get<std::int64_t>()}
        : std::nullopt;
}

std::optional<Instant> timeIn(const Json& object, const char* name)
{
    const auto ms = numberIn(object, name);
    return ms ? std::optional{Instant{*ms}} : std::nullopt;
}

/// The objects in a list of an answer; whatever else is there is left out.
std::vector<Json> rowsIn(const HttpAnswer& answer, const char* name)
{
    const Json object = Json::parse(answer.body.begin(), answer.body.end(), nullptr, false);
    std::vector<Json> rows;
    if (!object.is_object() || !object.contains(name)) {
        return rows;
    }
    for (const Json& row : object[name]) {
        if (row.is_object()) {
            rows.push_back(row);
        }
    }
    return rows;
}

Money moneyIn(const Json& row, const char* name, Currency currency)
{
    return parseMoney(textIn(row, name), currency).has_value()
        ? *parseMoney(textIn(row, name), currency)
        : Money{0, currency};
}

} // namespace

Result<HttpAnswer> ServerMoney::get(const std::string& path, const std::string& query)
{
    HttpRequest request;
    request.path = path;
    request.query = query;
    request.accept = "application/json";
    return m_session.sendAsUser(std::move(request));
}

Result<std::vector<ServerMoney::Account>> ServerMoney::accounts()
{
    const auto answer = get("/v1/reconciliation/accounts", {});
    if (!answer) {
        return answer.error();
    }
    std::vector<Account> accounts;
    for (const Json& row : rowsIn(*answer, "accounts")) {
        accounts.push_back(
            {textIn(row, "provider"), timeIn(row, "compared_at"), textIn(row, "problem")});
    }
    return accounts;
}

Result<ReconciliationReport> ServerMoney::report(Instant from, Instant to)
{
    const auto answer = get("/v1/reconciliation/report",
                            "from=" + std::to_string(from.ms) + "&to=" + std::to_string(to.ms));
    if (!answer) {
        return answer.error();
    }
    ReconciliationReport report{from, to, {}, {}};
    for (const Json& row : rowsIn(*answer, "days")) {
        if (const auto currency = Currency::fromCode(textIn(row, "currency"))) {
            report.days.push_back(
                {textIn(row, "provider"), numberIn(row, "day").value_or(0),
                 numberIn(row, "lines").value_or(0), numberIn(row, "matched").value_or(0),
                 moneyIn(row, "gross", *currency), moneyIn(row, "fees", *currency),
                 moneyIn(row, "transferred", *currency)});
        }
    }
    for (const Json& row : rowsIn(*answer, "cases")) {
        if (const auto currency = Currency::fromCode(textIn(row, "currency"))) {
            report.cases.push_back(
                {textIn(row, "provider"), textIn(row, "kind"), textIn(row, "subject"),
                 moneyIn(row, "here", *currency), moneyIn(row, "there", *currency),
                 timeIn(row, "opened_at").value_or(Instant{}), timeIn(row, "ended_at"),
                 textIn(row, "ended_by"), textIn(row, "note")});
        }
    }
    return report;
}

Result<std::vector<ServerMoney::Payout>> ServerMoney::makePayouts(std::optional<Instant> until,
                                                                  const std::string& note)
{
    const std::string time = until ? ",\"until\":" + std::to_string(until->ms) : std::string{};
    const auto answer = m_session.sendAsUser(
        jsonRequest("/v1/payouts", "{\"note\":" + jsonQuoted(note) + time + "}"));
    if (!answer) {
        return answer.error();
    }
    std::vector<Payout> payouts;
    for (const Json& row : rowsIn(*answer, "payouts")) {
        payouts.push_back({textIn(row, "payout"), textIn(row, "number"), textIn(row, "currency"),
                           textIn(row, "paid"), textIn(row, "carried_out")});
    }
    return payouts;
}

Result<std::string> ServerMoney::setCommission(const Commission& commission,
                                               std::optional<Instant> from)
{
    const std::string time = from ? ",\"from\":" + std::to_string(from->ms) : std::string{};
    const auto answer = m_session.sendAsUser(
        jsonRequest("/v1/commission",
                    "{\"currency\":\"" + std::string{commission.currency.code()} +
                        "\",\"milli_percent\":" + std::to_string(commission.milliPercent) +
                        ",\"fixed\":" + std::to_string(commission.fixed) + time + "}"));
    if (!answer) {
        return answer.error();
    }
    const Json object = Json::parse(answer->body.begin(), answer->body.end(), nullptr, false);
    return object.is_object() ? textIn(object, "from") : std::string{};
}

} // namespace foyer::sync
