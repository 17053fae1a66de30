// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/payments/providers/mollie_objects.h"

#include "sync/server/payments/providers/date_text.h"
#include "sync/server/payments/providers/provider_currencies.h"

#include <algorithm>
#include <array>

namespace foyer::server {
namespace {

std::optional<Money> moneyOf(const JsonValue& amount)
{
    return mollieCurrencies().moneyOf(amount["value"].text(), amount["currency"].text());
}

std::optional<Progress> progressOf(const std::string& status)
{
    constexpr std::array<std::pair<std::string_view, Progress>, 7> kStates{{
        {"open", Progress::Created},
        {"pending", Progress::Processing},
        {"authorized", Progress::Authorized},
        {"paid", Progress::Succeeded},
        {"canceled", Progress::Canceled},
        {"expired", Progress::Expired},
        {"failed", Progress::Failed},
    }};
    const auto found = std::ranges::find(kStates, std::string_view{status},
                                         [](const auto& pair) { return pair.first; });
    return found == kStates.end() ? std::nullopt : std::optional{found->second};
}

SettlementLine::Type typeOf(const std::string& type)
{
    using Type = SettlementLine::Type;
    if (type == "payment" || type == "capture") {
        return Type::Payment;
    }
    if (type == "refund" || type == "returned-refund") {
        return Type::Refund;
    }
    if (type == "chargeback" || type == "chargeback-reversal") {
        return Type::Dispute;
    }
    if (type == "outgoing-transfer" || type == "canceled-outgoing-transfer" ||
        type == "returned-transfer") {
        return Type::Payout;
    }
    return type.find("fee") != std::string::npos || type.starts_with("invoice") ? Type::Fee
                                                                                : Type::Other;
}

/// A context names what a transaction is about, by its kind: {"payment": {"paymentId": "tr_…"}}.
std::string contextOf(const JsonValue& transaction, const char* name)
{
    const JsonValue context = transaction["context"];
    if (std::string plain = context[name].text(); !plain.empty()) {
        return plain;
    }
    for (const char* kind :
         {"payment", "capture", "refund", "returned-refund", "chargeback", "chargeback-reversal",
          "outgoing-transfer", "returned-transfer", "canceled-outgoing-transfer", "payment-fee"}) {
        if (std::string found = context[kind][name].text(); !found.empty()) {
            return found;
        }
    }
    return {};
}

} // namespace

std::optional<Snapshot> snapshotOfMollie(const JsonValue& payment)
{
    const std::string id = payment["id"].text();
    const auto progress = progressOf(payment["status"].text());
    const auto amount = moneyOf(payment["amount"]);
    const std::string mode = payment["mode"].text();
    if (id.empty() || !progress || !amount || (mode != "live" && mode != "test")) {
        return std::nullopt;
    }
    Snapshot snapshot{id,      payment["metadata"]["payment"].paymentId(),
                      id,      *progress,
                      *amount, mode == "live"};
    snapshot.pageUrl = payment["_links"]["checkout"]["href"].text();
    snapshot.reason = plainWord(payment["details"]["failureReason"].text());
    const JsonValue embedded = payment["_embedded"];
    for (const JsonValue& item : embedded["refunds"].items()) {
        const auto refund = refundOfMollie(item);
        if (!refund) {
            return std::nullopt;
        }
        snapshot.refunds.push_back(*refund);
    }
    for (const JsonValue& item : embedded["chargebacks"].items()) {
        const auto chargeback = chargebackOfMollie(item);
        if (!chargeback) {
            return std::nullopt;
        }
        snapshot.disputes.push_back(*chargeback);
    }
    return snapshot;
}

std::optional<RefundSnapshot> refundOfMollie(const JsonValue& refund)
{
    using State = RefundSnapshot::State;
    const std::string id = refund["id"].text();
    const std::string status = refund["status"].text();
    const auto amount = moneyOf(refund["amount"]);
    State state = State::Pending;
    if (status == "refunded") {
        state = State::Done;
    } else if (status == "failed" || status == "canceled") {
        state = State::Failed;
    } else if (status != "queued" && status != "pending" && status != "processing") {
        return std::nullopt;
    }
    if (id.empty() || !amount) {
        return std::nullopt;
    }
    return RefundSnapshot{id, refund["metadata"]["refund"].paymentId(), state, *amount,
                          state == State::Failed ? status : std::string{}};
}

std::optional<DisputeSnapshot> chargebackOfMollie(const JsonValue& chargeback)
{
    using State = DisputeSnapshot::State;
    const std::string id = chargeback["id"].text();
    const auto amount = moneyOf(chargeback["amount"]);
    if (id.empty() || !amount) {
        return std::nullopt;
    }
    // By the time that Mollie tells of one, the money is gone; unless it came back.
    const bool isBack = !chargeback["reversedAt"].isNothing();
    return DisputeSnapshot{id,
                           isBack ? State::Won : State::Lost,
                           *amount,
                           plainWord(chargeback["reason"]["code"].text()),
                           {}};
}

std::optional<SettlementLine> lineOfMollie(const JsonValue& transaction)
{
    const std::string id = transaction["id"].text();
    const auto net = moneyOf(transaction["resultAmount"]);
    const auto gross = moneyOf(transaction["initialAmount"]);
    const auto at = readDateText(transaction["createdAt"].text());
    if (id.empty() || !net || !gross || !at || net->currency() != gross->currency()) {
        return std::nullopt;
    }
    const auto type = typeOf(transaction["type"].text());
    const bool isPayout = type == SettlementLine::Type::Payout;
    return SettlementLine{
        id,   type,   contextOf(transaction, "paymentId"),
        {},   *gross, *gross - *net,
        *net, *at,    isPayout ? contextOf(transaction, "settlementId") : std::string{}};
}

Verdict judgeMollie(const HttpAnswer& answer, const JsonValue& body)
{
    constexpr int kUnauthorized = 401;
    constexpr int kForbidden = 403;
    constexpr int kNotFound = 404;
    constexpr int kConflict = 409;
    constexpr int kGone = 410;
    constexpr int kTooMany = 429;
    const std::string field = plainWord(body["field"].text());
    Verdict verdict{CallFate::Rejected,
                    {"refused",
                     "Mollie refused the call" +
                         (field.empty() ? std::string{} : " because of " + field) + "."}};
    switch (answer.status) {
    case kUnauthorized:
    case kForbidden:
        verdict.problem = {
            "not_authorized",
            "Mollie does not accept the key for this. Look at the key, and at what it "
            "may do, in Mollie's dashboard."};
        break;
    case kNotFound:
    case kGone:
        verdict.problem = {"not_found", "Mollie does not know it."};
        break;
    case kConflict:
        verdict = {CallFate::Retry, {"conflict", "Mollie is still at the same call."}};
        break;
    case kTooMany:
        verdict = {CallFate::Retry, {"rate_limit", "Mollie asks for fewer calls."}};
        break;
    default:
        if (answer.status >= 500) {
            verdict = {CallFate::Unknown, {"server_error", "Mollie had a fault of its own."}};
        }
    }
    return verdict;
}

} // namespace foyer::server
