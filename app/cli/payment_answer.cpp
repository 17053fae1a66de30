// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/payment_answer.h"

#include "app/cli/order_answer.h"
#include "app/cli/sale_words.h"
#include "app/cli/server_link.h"
#include "app/cli/session.h"
#include "app/cli/text_forms.h"
#include "core/domain/sales/order_code.h"
#include "core/services/counter.h"
#include "core/services/sales.h"
#include "sync/client/sync_conversation.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace foyer::cli {
namespace {

using ProgressMap = std::map<PaymentId, sync::ProviderProgress>;

Json refundForm(const ProviderRefund& refund, Currency currency)
{
    Json form{{"id", refund.refund.text()},
              {"at", toRfc3339(refund.at)},
              {"amount", toPlainText(Money{refund.amount, currency})},
              {"outcome", std::string{refundOutcomeName(refund.outcome)}}};
    if (!refund.reason.empty()) {
        form["reason"] = refund.reason;
    }
    return form;
}

Json paymentForm(const WatchedPayment& watched, const sync::ProviderProgress* progress)
{
    const ProviderPayment& payment = watched.payment;
    const auto amount = [&](std::int64_t minor) {
        return toPlainText(Money{minor, payment.currency});
    };
    Json form{{"id", payment.id.text()},
              {"state", std::string{providerStateName(payment.state())}},
              {"way", std::string{paymentWayName(payment.way)}},
              {"provider", payment.provider},
              {"amount", amount(payment.amount)},
              {"currency", std::string{payment.currency.code()}},
              {"awaited", amount(std::max<std::int64_t>(payment.awaited, 0))},
              {"going_back", amount(payment.goingBack())},
              {"expires_at", toRfc3339(payment.expiresAt)},
              {"sent", watched.isSent},
              {"late", payment.isLate()},
              {"refunds", Json::array()}};
    if (!payment.reader.empty()) {
        form["reader"] = payment.reader;
    }
    if (payment.endedAt) {
        form["end"] = std::string{paymentEndName(payment.end)};
        form["reason"] = payment.reason;
    }
    if (payment.settledAt) {
        form["settled_at"] = toRfc3339(*payment.settledAt);
        form["reference"] = payment.reference;
    }
    for (const ProviderRefund& refund : payment.refunds) {
        form["refunds"].push_back(refundForm(refund, payment.currency));
    }
    if (progress != nullptr) {
        form["progress"] = progress->state;
        if (!progress->pageUrl.empty()) {
            form["page"] = progress->pageUrl;
        }
        if (!progress->reason.empty()) {
            form["declined"] = progress->reason;
        }
    }
    return form;
}

std::string stateText(const WatchedPayment& watched)
{
    const ProviderPayment& payment = watched.payment;
    switch (payment.state()) {
    case ProviderState::Waiting:
        return watched.isSent ? "waiting for the customer" : "not sent to the server yet";
    case ProviderState::CancelAsked:
        return "being cancelled";
    case ProviderState::Settled:
        return payment.isLate() ? "paid, late" : "paid";
    case ProviderState::Ended:
        break;
    }
    return std::string{paymentEndName(payment.end)} +
        (payment.reason.empty() ? "" : ": " + payment.reason);
}

std::string refundText(const ProviderPayment& payment)
{
    std::string text;
    const auto amount = [&](std::int64_t minor) {
        return moneyText(Money{minor, payment.currency});
    };
    if (payment.goingBack() > 0) {
        text += "    " + amount(payment.goingBack()) + " on its way back to the customer\n";
    }
    for (const ProviderRefund& refund : payment.refunds) {
        const bool isDone = refund.outcome == RefundOutcome::Done;
        text += "    " + amount(refund.amount) +
            (isDone ? " given back\n" : " could not be given back: " + refund.reason + "\n");
    }
    return text;
}

std::string paymentText(const WatchedPayment& watched, const sync::ProviderProgress* progress)
{
    const ProviderPayment& payment = watched.payment;
    std::string text = "  " + moneyText(Money{payment.amount, payment.currency}) + " " +
        tenderReference(payment.provider, payment.reader) + ": " + stateText(watched) + "\n";
    if (progress != nullptr && !progress->pageUrl.empty()) {
        text += "    The customer pays at " + progress->pageUrl + "\n";
    }
    return text + refundText(payment);
}

} // namespace

std::unique_ptr<ServerLink> linkInStep(Counter& counter, Random& random)
{
    auto link = ServerLink::of(counter, random);
    if (!link || !(*link)->conversation().exchange()) {
        return nullptr;
    }
    if (const auto offers = sync::paymentOffersAt((*link)->session())) {
        if (!keepPaymentOffers(counter, *offers)) {
            return nullptr;
        }
    }
    return *std::move(link);
}

ProgressMap progressOf(const std::vector<WatchedPayment>& payments, ServerLink* link)
{
    ProgressMap progress;
    for (const WatchedPayment& watched : payments) {
        if (link == nullptr || !watched.payment.isOpen()) {
            continue;
        }
        if (auto found = sync::providerProgress(link->session(), watched.payment.id)) {
            progress.emplace(watched.payment.id, *std::move(found));
        }
    }
    return progress;
}

Result<Answer> answerWithPayments(Counter& counter, OrderId order, ServerLink* link)
{
    const auto shown = findOrder(counter, order);
    const auto payments = shown ? providerPaymentsOf(counter, order) : shown.error();
    if (!payments) {
        return payments.error();
    }
    const ProgressMap progress = progressOf(*payments, link);
    const Money awaited{shown->awaitedMinor, shown->total.currency()};
    Json forms = Json::array();
    std::string text = "Order " + displayOrderCode(shown->code) +
        (awaited.isZero() ? "\n" : ", " + moneyText(awaited) + " awaited\n");
    for (const WatchedPayment& watched : *payments) {
        const auto found = progress.find(watched.payment.id);
        const auto* at = found != progress.end() ? &found->second : nullptr;
        forms.push_back(paymentForm(watched, at));
        text += paymentText(watched, at);
    }
    const Json object{{"order", displayOrderCode(shown->code)},
                      {"awaited", toPlainText(awaited)},
                      {"currency", std::string{awaited.currency().code()}},
                      {"payments", std::move(forms)}};
    return Answer{line(object), text, {}};
}

namespace {

bool asksProvider(const SaleRequest& request)
{
    return std::ranges::any_of(request.tenders,
                               [](const Tender& tender) { return isByProvider(tender.method); });
}

/// A sale whose money is awaited: its papers come later, when `payment wait` says so.
Result<Answer> sellByProvider(Counter& counter, SaleRequest request, const std::string& pdf,
                              Session& session)
{
    if (!pdf.empty()) {
        return usageError("papers_later",
                          "The money is awaited first, so there are no papers yet. Sell without "
                          "--pdf; then foyer-cli payment wait, and foyer-cli order CODE --pdf.",
                          "--pdf");
    }
    const auto price = quote(counter, request.cart);
    if (!price) {
        return price.error();
    }
    payTheRest(request.tenders, price->total);
    const auto link = linkInStep(counter, session.random());
    if (counter.membership() != nullptr && !link) {
        return refused("online_needs_network",
                       "The house's server cannot be reached, so a payment by phone or reader "
                       "would not arrive. Take cash or a card.");
    }
    const auto order = sell(counter, request);
    if (!order) {
        return order.error();
    }
    if (link) {
        (void)link->conversation().exchange(); // what is not sent now goes with the next sync
    }
    return answerWithOrder(counter, *order, {});
}

} // namespace

Result<Answer> sellAndAnswer(Counter& counter, const SaleRequest& request, const std::string& pdf,
                             Session& session)
{
    if (asksProvider(request)) {
        return sellByProvider(counter, request, pdf, session);
    }
    const auto order = sell(counter, request);
    return order ? answerWithOrder(counter, *order, pdf) : Result<Answer>{order.error()};
}

} // namespace foyer::cli
