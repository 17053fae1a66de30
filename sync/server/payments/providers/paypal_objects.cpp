// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/payments/providers/paypal_objects.h"

#include "sync/server/payments/providers/date_text.h"
#include "sync/server/payments/providers/provider_currencies.h"

#include <algorithm>
#include <array>

namespace foyer::server {
namespace {

std::optional<Money> moneyOf(const JsonValue& amount)
{
    return paypalCurrencies().moneyOf(amount["value"].text(), amount["currency_code"].text());
}

std::string linkOf(const JsonValue& object, std::initializer_list<std::string_view> names)
{
    for (const JsonValue& link : object["links"].items()) {
        if (std::ranges::find(names, link["rel"].text()) != names.end()) {
            return link["href"].text();
        }
    }
    return {};
}

std::optional<Progress> progressOfCapture(const JsonValue& capture)
{
    const std::string status = capture["status"].text();
    if (status == "COMPLETED" || status == "PARTIALLY_REFUNDED" || status == "REFUNDED") {
        return Progress::Succeeded;
    }
    if (status == "PENDING") {
        return Progress::Processing;
    }
    const bool isOver = status == "DECLINED" || status == "FAILED";
    return isOver ? std::optional{Progress::Failed} : std::nullopt;
}

std::optional<Progress> progressOfOrder(const JsonValue& order)
{
    const std::string status = order["status"].text();
    if (status == "CREATED") {
        return Progress::Created;
    }
    if (status == "SAVED" || status == "PAYER_ACTION_REQUIRED") {
        return Progress::AwaitingCustomer;
    }
    if (status == "APPROVED") {
        return Progress::Authorized; // ours to capture; until then no money moves
    }
    return status == "VOIDED" ? std::optional{Progress::Failed} : std::nullopt;
}

/// The capture that says most: one with the money, else one that may still bring it, else the last.
JsonValue captureOf(const JsonValue& unit)
{
    const auto captures = unit["payments"]["captures"].items();
    for (const Progress wanted : {Progress::Succeeded, Progress::Processing}) {
        for (const JsonValue& capture : captures) {
            if (progressOfCapture(capture) == wanted) {
                return capture;
            }
        }
    }
    return captures.empty() ? JsonValue{} : captures.back();
}

std::string lastOf(const std::string& href)
{
    return href.substr(href.rfind('/') + 1);
}

constexpr std::array<std::pair<std::string_view, const char*>, 16> kDetails{{
    {"INSTRUMENT_DECLINED",
     "PayPal declined the way to pay that was chosen. The customer may choose "
     "another one at the same page."},
    {"ORDER_NOT_APPROVED", "The customer has not agreed yet."},
    {"PAYER_ACTION_REQUIRED", "The customer has to do something at PayPal's page first."},
    {"TRANSACTION_REFUSED", "PayPal refused this payment."},
    {"CAPTURE_FULLY_REFUNDED", "All of it was given back before."},
    {"REFUND_AMOUNT_EXCEEDED", "That is more than is left to give back."},
    {"TRANSACTION_DISPUTED", "The customer disputes this payment. The dispute decides, at PayPal."},
    {"REFUND_NOT_PERMITTED_DUE_TO_CHARGEBACK",
     "The customer's bank is asking for this money. The dispute decides, at PayPal."},
    {"REFUND_FAILED_INSUFFICIENT_FUNDS",
     "There is too little money in the PayPal account. Top it up, and try again."},
    {"REFUND_TIME_LIMIT_EXCEEDED",
     "The payment is too old for PayPal to give it back. Give it back another way."},
    {"PENDING_CAPTURE", "The money has not arrived yet. It can be given back when it has."},
    {"PREVIOUS_REQUEST_IN_PROGRESS", "PayPal is still at the same call."},
    {"ORDER_COMPLETION_IN_PROGRESS", "PayPal is still at this payment."},
    {"ORDER_ALREADY_CAPTURED", "It was captured before."},
    {"DUPLICATE_INVOICE_ID", "PayPal has a payment of this number. Look there first."},
    {"RESOURCE_NOT_FOUND", "PayPal does not know it."},
}};

CallFate fateOf(int status, const std::string& code)
{
    constexpr int kConflict = 409;
    constexpr int kTooMany = 429;
    if (status >= 500 || code == "ORDER_COMPLETION_IN_PROGRESS") {
        return CallFate::Unknown;
    }
    if (code == "ORDER_ALREADY_CAPTURED") {
        return CallFate::Unknown; // by whom, and whether with money, the order says
    }
    const bool isLater = status == kConflict || status == kTooMany || code == "PENDING_CAPTURE" ||
        code == "PREVIOUS_REQUEST_IN_PROGRESS";
    return isLater ? CallFate::Retry : CallFate::Rejected;
}

SettlementLine::Type typeOf(const std::string& code)
{
    using Type = SettlementLine::Type;
    // developer.paypal.com, transaction event codes.
    if (code == "T1107") {
        return Type::Refund;
    }
    if (code.starts_with("T12") || code == "T1106" || code == "T1110" || code == "T1111") {
        return Type::Dispute; // chargebacks, reversals by PayPal, and what it holds for a dispute
    }
    if (code.starts_with("T00")) {
        return Type::Payment;
    }
    if (code.starts_with("T01")) {
        return Type::Fee;
    }
    return code.starts_with("T04") ? Type::Payout : Type::Other;
}

} // namespace

std::optional<Snapshot> snapshotOfOrder(const JsonValue& order, bool isLive)
{
    const auto units = order["purchase_units"].items();
    const std::string id = order["id"].text();
    if (units.size() != 1 || id.empty()) {
        return std::nullopt; // ours have one
    }
    const JsonValue& unit = units.front();
    const JsonValue capture = captureOf(unit);
    const bool isCaptured = capture.isObject();
    const auto progress = isCaptured ? progressOfCapture(capture) : progressOfOrder(order);
    const auto amount = moneyOf(isCaptured ? capture["amount"] : unit["amount"]);
    if (!progress || !amount) {
        return std::nullopt;
    }
    Snapshot snapshot{
        id, unit["custom_id"].paymentId(), capture["id"].text(), *progress, *amount, isLive};
    if (*progress == Progress::Created || *progress == Progress::AwaitingCustomer) {
        snapshot.pageUrl = linkOf(order, {"payer-action", "approve"});
    }
    if (*progress == Progress::Processing || *progress == Progress::Failed) {
        snapshot.reason = plainWord(capture["status_details"]["reason"].text());
    }
    for (const JsonValue& item : unit["payments"]["refunds"].items()) {
        const auto refund = refundOfPaypal(item);
        if (!refund) {
            return std::nullopt;
        }
        snapshot.refunds.push_back(*refund);
    }
    return snapshot;
}

std::optional<RefundSnapshot> refundOfPaypal(const JsonValue& refund)
{
    using State = RefundSnapshot::State;
    const std::string status = refund["status"].text();
    const std::string id = refund["id"].text();
    const auto amount = moneyOf(refund["amount"]);
    State state = State::Pending;
    if (status == "COMPLETED") {
        state = State::Done;
    } else if (status == "FAILED" || status == "CANCELLED") {
        state = State::Failed;
    } else if (status != "PENDING") {
        return std::nullopt;
    }
    if (!amount || id.empty()) {
        return std::nullopt;
    }
    std::string reason;
    if (state == State::Failed) {
        reason = plainWord(refund["status_details"]["reason"].text());
        reason = reason.empty() ? status : reason;
    }
    return RefundSnapshot{id, refund["custom_id"].paymentId(), state, *amount, reason};
}

std::optional<DisputeSnapshot> disputeOfPaypal(const JsonValue& dispute)
{
    using State = DisputeSnapshot::State;
    const std::string id = dispute["dispute_id"].text();
    const std::string status = dispute["status"].text();
    const auto amount = moneyOf(dispute["dispute_amount"]);
    if (id.empty() || status.empty() || !amount) {
        return std::nullopt;
    }
    DisputeSnapshot snapshot{id, State::Open, *amount, plainWord(dispute["reason"].text()), {}};
    const std::string outcome = dispute["dispute_outcome"]["outcome_code"].text();
    if (status == "RESOLVED") {
        const bool isLost = outcome == "RESOLVED_BUYER_FAVOUR" || outcome == "ACCEPTED";
        snapshot.state = isLost ? State::Lost : State::Won;
    }
    snapshot.dueBy = readDateText(dispute["seller_response_due_date"].text());
    return snapshot;
}

std::optional<SettlementLine> lineOfPaypal(const JsonValue& transaction, bool& isBad)
{
    const JsonValue info = transaction["transaction_info"];
    const std::string status = info["transaction_status"].text();
    isBad = false;
    if (status == "P" || status == "D") {
        return std::nullopt;
    }
    const std::string id = info["transaction_id"].text();
    const std::string code = plainWord(info["transaction_event_code"].text());
    const auto gross = moneyOf(info["transaction_amount"]);
    const auto fee = info["fee_amount"].isObject() ? moneyOf(info["fee_amount"])
        : gross                                    ? std::optional{Money{0, gross->currency()}}
                                                   : std::nullopt;
    const auto at = readDateText(info["transaction_initiation_date"].text());
    if (id.empty() || code.empty() || !gross || !fee || !at ||
        gross->currency() != fee->currency()) {
        isBad = true;
        return std::nullopt;
    }
    const auto type = typeOf(code);
    const bool isPayment = type == SettlementLine::Type::Payment;
    // A transaction has several lines under one id; its fee is below zero there.
    return SettlementLine{id + '/' + code,
                          type,
                          isPayment ? id : info["paypal_reference_id"].text(),
                          isPayment ? info["custom_field"].paymentId() : std::nullopt,
                          *gross,
                          -*fee,
                          *gross + *fee,
                          *at,
                          type == SettlementLine::Type::Payout ? id : std::string{}};
}

std::string orderOfCapture(const JsonValue& capture)
{
    return capture["supplementary_data"]["related_ids"]["order_id"].text();
}

std::pair<std::string, std::optional<PaymentId>> aboutOfPaypal(const JsonValue& event)
{
    const std::string type = event["event_type"].text();
    const JsonValue resource = event["resource"];
    if (type.starts_with("CHECKOUT.ORDER.")) {
        const auto units = resource["purchase_units"].items();
        return {resource["id"].text(),
                units.empty() ? std::nullopt : units.front()["custom_id"].paymentId()};
    }
    if (type == "PAYMENT.CAPTURE.REFUNDED" || type == "PAYMENT.CAPTURE.REVERSED" ||
        type.starts_with("PAYMENT.REFUND.")) {
        // The resource is the refund, and its custom_id the refund's; above it is the capture.
        const std::string up = lastOf(linkOf(resource, {"up"}));
        return {up.empty() ? orderOfCapture(resource) : up, std::nullopt};
    }
    if (type.starts_with("PAYMENT.CAPTURE.")) {
        const std::string order = orderOfCapture(resource);
        return {order.empty() ? resource["id"].text() : order, resource["custom_id"].paymentId()};
    }
    if (type.starts_with("CUSTOMER.DISPUTE.")) {
        const auto disputed = resource["disputed_transactions"].items();
        if (!disputed.empty()) {
            return {disputed.front()["seller_transaction_id"].text(),
                    disputed.front()["custom"].paymentId()};
        }
    }
    return {};
}

Verdict judgePaypal(const HttpAnswer& answer, const JsonValue& body)
{
    constexpr int kUnauthorized = 401;
    constexpr int kForbidden = 403;
    constexpr int kNotFound = 404;
    const auto details = body["details"].items();
    std::string code = details.empty() ? std::string{} : plainWord(details.front()["issue"].text());
    for (const char* name : {"name", "error"}) {
        code = code.empty() ? plainWord(body[name].text()) : code;
    }
    Verdict verdict{fateOf(answer.status, code), {code, "PayPal refused the call."}};
    const auto known = std::ranges::find(kDetails, std::string_view{code},
                                         [](const auto& pair) { return pair.first; });
    if (known != kDetails.end()) {
        verdict.problem.detail = known->second;
    }
    if (answer.status == kUnauthorized ||
        (answer.status == kForbidden && known == kDetails.end())) {
        verdict.problem.code = "not_authorized";
        verdict.problem.detail =
            "PayPal does not accept the client's id and secret for this. Look at "
            "them, and at what the app may do, in PayPal's dashboard.";
    } else if (answer.status == kNotFound) {
        verdict.problem.code = "not_found";
        verdict.problem.detail = "PayPal does not know it.";
    } else if (code.empty()) {
        verdict.problem.code = "bad_answer";
    }
    return verdict;
}

} // namespace foyer::server
