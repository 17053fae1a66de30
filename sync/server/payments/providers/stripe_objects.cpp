// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/payments/providers/stripe_objects.h"

#include "sync/server/payments/providers/provider_currencies.h"

#include <algorithm>
#include <array>

namespace foyer::server {
namespace {

using Kind = SettlementLine::Type;

std::optional<Money> moneyOf(const JsonValue& amount, const JsonValue& currency)
{
    const auto units = amount.whole();
    return units ? stripeCurrencies().moneyOf(*units, currency.text()) : std::nullopt;
}

/// Why the last try was declined; of a card the bank's word, which is the more telling one.
std::string reasonOf(const JsonValue& intent)
{
    const JsonValue error = intent["last_payment_error"];
    for (const char* name : {"decline_code", "code", "type"}) {
        if (std::string word = plainWord(error[name].text()); !word.empty()) {
            return word;
        }
    }
    return plainWord(intent["cancellation_reason"].text());
}

std::optional<Progress> progressOfIntent(const JsonValue& intent)
{
    const std::string status = intent["status"].text();
    if (status == "requires_payment_method") {
        return intent["last_payment_error"].isObject() ? Progress::AwaitingCustomer
                                                       : Progress::Created;
    }
    if (status == "requires_action" || status == "requires_confirmation") {
        return Progress::AwaitingCustomer;
    }
    if (status == "processing") {
        return Progress::Processing;
    }
    if (status == "requires_capture") {
        return Progress::Authorized;
    }
    if (status == "succeeded") {
        return Progress::Succeeded;
    }
    return status == "canceled" ? std::optional{Progress::Canceled} : std::nullopt;
}

/// The session's word counts, except that money which is there is there.
std::optional<Progress> progressOfSession(const JsonValue& session,
                                          std::optional<Progress> ofIntent)
{
    const std::string status = session["status"].text();
    const std::string paid = session["payment_status"].text();
    if (ofIntent == Progress::Succeeded || paid == "paid" ||
        (status == "complete" && paid == "no_payment_required")) {
        return Progress::Succeeded;
    }
    if (status == "open") {
        return ofIntent.value_or(Progress::Created);
    }
    if (status == "expired") {
        return Progress::Expired;
    }
    if (status != "complete") {
        return std::nullopt;
    }
    // Complete and unpaid: a way that takes days, on its way or come to nothing.
    const bool isOver = ofIntent == Progress::AwaitingCustomer || ofIntent == Progress::Canceled;
    return isOver ? Progress::Failed : Progress::Processing;
}

Kind kindOf(const JsonValue& transaction)
{
    const std::string type = transaction["type"].text();
    const std::string category = transaction["reporting_category"].text();
    const auto isOneOf = [&type](std::initializer_list<std::string_view> names) {
        return std::ranges::find(names, type) != names.end();
    };
    if (isOneOf({"charge", "payment"})) {
        return Kind::Payment;
    }
    if (isOneOf({"refund", "payment_refund", "refund_failure", "payment_failure_refund"})) {
        return Kind::Refund;
    }
    if (category.starts_with("dispute")) {
        return Kind::Dispute;
    }
    if (isOneOf({"stripe_fee", "stripe_fx_fee", "tax_fee", "application_fee"})) {
        return Kind::Fee;
    }
    return isOneOf({"payout", "payout_cancel", "payout_failure"}) ? Kind::Payout : Kind::Other;
}

struct Meaning {
    std::string_view code;
    CallFate fate;
    const char* detail;
};

constexpr std::array<Meaning, 16> kMeanings{{
    {"idempotency_error", CallFate::Rejected,
     "A key was used again for another call. This is a fault of Foyer's; please report it."},
    {"resource_missing", CallFate::Rejected, "Stripe does not know it."},
    {"amount_too_small", CallFate::Rejected, "Stripe takes no amount as small as this."},
    {"amount_too_large", CallFate::Rejected, "Stripe takes no amount as large as this."},
    {"charge_already_refunded", CallFate::Rejected, "All of it was given back before."},
    {"charge_disputed", CallFate::Rejected,
     "The customer's bank is asking for this money. The dispute decides, in Stripe's dashboard."},
    {"refund_disputed_payment", CallFate::Rejected,
     "The customer's bank is asking for this money. The dispute decides, in Stripe's dashboard."},
    {"balance_insufficient", CallFate::Rejected,
     "There is too little money in the Stripe account. Top it up, or wait for the next payments."},
    {"terminal_reader_busy", CallFate::Retry, "The card reader is busy. Finish or cancel there."},
    {"terminal_reader_offline", CallFate::Retry,
     "The card reader is not connected. Look at its power and network."},
    {"terminal_reader_timeout", CallFate::Unknown, "The card reader did not answer in time."},
    {"terminal_reader_hardware_fault", CallFate::Retry,
     "The card reader has a fault. Restart it, or use another one."},
    {"idempotency_key_in_use", CallFate::Retry, "Stripe is still at the same call."},
    {"lock_timeout", CallFate::Retry, "Stripe is busy with this payment."},
    {"rate_limit", CallFate::Retry, "Stripe asks for fewer calls."},
    {"intent_invalid_state", CallFate::Rejected, "The payment is past that."},
}};

CallFate fateOf(const HttpAnswer& answer)
{
    constexpr int kConflict = 409;
    constexpr int kTooMany = 429;
    if (answer.status >= 500) {
        return CallFate::Unknown; // whether it was done is in nobody's answer
    }
    if (const std::string should = answer.header("stripe-should-retry"); !should.empty()) {
        return should == "true" ? CallFate::Retry : CallFate::Rejected;
    }
    const bool isLater = answer.status == kConflict || answer.status == kTooMany;
    return isLater ? CallFate::Retry : CallFate::Rejected;
}

ProviderProblem problemOf(const HttpAnswer& answer, const JsonValue& error)
{
    constexpr int kNotFound = 404;
    constexpr int kUnauthorized = 401;
    constexpr int kForbidden = 403;
    ProviderProblem problem;
    problem.code = plainWord(error["code"].text());
    if (problem.code.empty()) {
        problem.code = plainWord(error["type"].text());
    }
    if (answer.status == kUnauthorized || answer.status == kForbidden) {
        problem.code = "not_authorized";
        problem.detail = "Stripe does not accept the key for this. Look at the key and at what it "
                         "may do, in Stripe's dashboard.";
    } else if (answer.status == kNotFound) {
        problem.code = "not_found";
        problem.detail = "Stripe does not know it.";
    } else if (const std::string decline = plainWord(error["decline_code"].text());
               !decline.empty()) {
        problem.detail = "The card was declined (" + decline + ").";
    } else {
        const std::string place = plainWord(error["param"].text());
        problem.detail = "Stripe refused the call" +
            (place.empty() ? std::string{} : " because of " + place) + ".";
    }
    if (problem.code.empty()) {
        problem.code = "bad_answer";
    }
    return problem;
}

} // namespace

bool isForReader(const JsonValue& intent)
{
    return std::ranges::any_of(intent["payment_method_types"].items(),
                               [](const JsonValue& type) { return type.text() == "card_present"; });
}

std::optional<Snapshot> snapshotOfIntent(const JsonValue& intent)
{
    const auto progress = progressOfIntent(intent);
    const bool isPaid = progress == Progress::Succeeded;
    const auto amount =
        moneyOf(isPaid ? intent["amount_received"] : intent["amount"], intent["currency"]);
    const auto live = intent["livemode"].truth();
    const std::string id = intent["id"].text();
    if (!progress || !amount || !live || id.empty()) {
        return std::nullopt;
    }
    Snapshot snapshot{id, intent["metadata"]["payment"].paymentId(), id, *progress, *amount, *live};
    snapshot.reason = isPaid ? std::string{} : reasonOf(intent);
    return snapshot;
}

std::optional<Snapshot> snapshotOfSession(const JsonValue& session)
{
    const JsonValue intent = session["payment_intent"];
    const auto inner = intent.isObject() ? snapshotOfIntent(intent) : std::nullopt;
    if (intent.isObject() && !inner) {
        return std::nullopt;
    }
    const auto progress =
        progressOfSession(session, inner ? std::optional{inner->progress} : std::nullopt);
    // What was paid is what counts, and that is the inner one's to say.
    const bool isPaid = inner && inner->progress == Progress::Succeeded;
    const auto amount = isPaid ? std::optional{inner->amount}
                               : moneyOf(session["amount_total"], session["currency"]);
    const auto live = session["livemode"].truth();
    const std::string id = session["id"].text();
    if (!progress || !amount || !live || id.empty()) {
        return std::nullopt;
    }
    auto ourId = session["client_reference_id"].paymentId();
    if (!ourId) {
        ourId = session["metadata"]["payment"].paymentId();
    }
    Snapshot snapshot{id, ourId, {}, *progress, *amount, *live};
    snapshot.moneyReference = inner ? inner->moneyReference : intent.text();
    snapshot.pageUrl = session["url"].text();
    snapshot.reason = inner ? inner->reason : std::string{};
    return snapshot;
}

std::optional<Snapshot> snapshotOfStripe(const JsonValue& object)
{
    const std::string kind = object["object"].text();
    if (kind == "checkout.session") {
        return snapshotOfSession(object);
    }
    return kind == "payment_intent" ? snapshotOfIntent(object) : std::nullopt;
}

std::optional<RefundSnapshot> refundOfStripe(const JsonValue& refund)
{
    using State = RefundSnapshot::State;
    const std::string status = refund["status"].text();
    const auto amount = moneyOf(refund["amount"], refund["currency"]);
    const std::string id = refund["id"].text();
    State state = State::Pending;
    if (status == "succeeded") {
        state = State::Done;
    } else if (status == "failed" || status == "canceled") {
        state = State::Failed; // the money is back in the account, either way
    } else if (status != "pending" && status != "requires_action") {
        return std::nullopt;
    }
    if (!amount || id.empty()) {
        return std::nullopt;
    }
    std::string reason;
    if (state == State::Failed) {
        reason = plainWord(refund["failure_reason"].text());
        reason = reason.empty() ? status : reason;
    }
    return RefundSnapshot{id, refund["metadata"]["refund"].paymentId(), state, *amount, reason};
}

std::optional<DisputeSnapshot> disputeOfStripe(const JsonValue& dispute)
{
    using State = DisputeSnapshot::State;
    const std::string status = dispute["status"].text();
    const auto amount = moneyOf(dispute["amount"], dispute["currency"]);
    const std::string id = dispute["id"].text();
    if (!amount || id.empty() || status.empty()) {
        return std::nullopt;
    }
    DisputeSnapshot snapshot{id, State::Open, *amount, plainWord(dispute["reason"].text()), {}};
    if (status == "lost") {
        snapshot.state = State::Lost;
    } else if (status == "won" || status == "warning_closed" || status == "prevented") {
        snapshot.state = State::Won; // nothing was taken, or it was given back
    }
    if (const auto due = dispute["evidence_details"]["due_by"].whole(); due && *due > 0) {
        snapshot.dueBy = Instant{*due * 1'000};
    }
    return snapshot;
}

std::optional<SettlementLine> lineOfStripe(const JsonValue& transaction)
{
    const auto gross = moneyOf(transaction["amount"], transaction["currency"]);
    const auto fee = moneyOf(transaction["fee"], transaction["currency"]);
    const auto net = moneyOf(transaction["net"], transaction["currency"]);
    const auto created = transaction["created"].whole();
    const std::string id = transaction["id"].text();
    if (!gross || !fee || !net || !created || id.empty()) {
        return std::nullopt;
    }
    const JsonValue source = transaction["source"];
    SettlementLine line{id,
                        kindOf(transaction),
                        source["payment_intent"].text(),
                        source["metadata"]["payment"].paymentId(),
                        *gross,
                        *fee,
                        *net,
                        Instant{*created * 1'000},
                        {}};
    if (line.type == Kind::Payout) {
        line.payout = source["id"].text();
    }
    return line;
}

std::string referenceOfStripe(const JsonValue& object)
{
    const std::string kind = object["object"].text();
    if (kind == "checkout.session" || kind == "payment_intent") {
        return object["id"].text();
    }
    if (kind == "charge" || kind == "refund" || kind == "dispute") {
        return object["payment_intent"].text();
    }
    if (kind == "terminal.reader") {
        return object["action"]["process_payment_intent"]["payment_intent"].text();
    }
    return {};
}

Verdict judgeStripe(const HttpAnswer& answer, const JsonValue& body)
{
    const JsonValue error = body["error"];
    Verdict verdict{fateOf(answer), problemOf(answer, error)};
    for (const Meaning& meaning : kMeanings) {
        if (verdict.problem.code == meaning.code || error["type"].text() == meaning.code) {
            verdict.problem.code = meaning.code;
            verdict.problem.detail = meaning.detail;
            verdict.fate = answer.status >= 500 ? CallFate::Unknown : meaning.fate;
        }
    }
    if (verdict.problem.code == "resource_missing") {
        verdict.problem.code = "not_found";
    }
    return verdict;
}

} // namespace foyer::server
