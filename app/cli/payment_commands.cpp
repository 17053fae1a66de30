// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/order_answer.h"
#include "app/cli/payment_answer.h"
#include "app/cli/run.h"
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

/// The payment of an order that a command means: the last one that `wanted` holds for.
template <typename Wanted>
Result<WatchedPayment> lastOf(Counter& counter, OrderId order, Wanted wanted)
{
    const auto payments = providerPaymentsOf(counter, order);
    if (!payments) {
        return payments.error();
    }
    const auto found = std::find_if(payments->rbegin(), payments->rend(), wanted);
    if (found != payments->rend()) {
        return *found;
    }
    return payments->empty() ? unknownProviderPayment() : providerPaymentSettled();
}

/// The money of an order did not come, or not yet.
Error notPaid(const WatchedPayment& watched)
{
    const ProviderPayment& payment = watched.payment;
    if (payment.isOpen()) {
        return refused("payment_waiting",
                       "The money has not come yet. Wait again, or cancel the payment.",
                       payment.id.text());
    }
    Error error = refused("payment_ended",
                          "No money came. Take another payment (foyer-cli payment instead), or "
                          "take the order back.",
                          payment.id.text());
    error.facts = {std::string{paymentEndName(payment.end)}, payment.reason};
    return error;
}

/// Returns once none of an order's payments is open, or the time is over.
void waitForEnd(Counter& counter, OrderId order, ServerLink& link, const Clock& clock,
                std::int64_t seconds)
{
    const std::int64_t until = clock.now().ms + seconds * 1000;
    const auto isOpen = [&] {
        const auto payments = providerPaymentsOf(counter, order);
        return payments && std::ranges::any_of(*payments, [](const WatchedPayment& watched) {
                   return watched.payment.isOpen();
               });
    };
    while (isOpen() && clock.now().ms < until) {
        // A server that does not answer is asked again after a while, as a window would.
        if (!link.conversation().waitForNews() || !link.conversation().exchange()) {
            if (!link.session().pause(std::chrono::seconds{2})) {
                return;
            }
        }
    }
}

} // namespace

Result<Answer> run(const PaymentStatusCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto link = linkInStep(**counter, session.random());
    const auto order = findOrder(**counter, command.order);
    return order ? answerWithPayments(**counter, order->id, link.get()) : order.error();
}

Result<Answer> run(const PaymentCancelCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto order = findOrder(**counter, command.order);
    if (!order) {
        return order.error();
    }
    const auto meant = lastOf(**counter, order->id, [](const WatchedPayment& watched) {
        return !watched.payment.settledAt;
    });
    const auto asked = meant ? cancelProviderPayment(**counter, meant->payment.id) : meant;
    if (!asked) {
        return asked.error();
    }
    const auto link = linkInStep(**counter, session.random());
    return answerWithPayments(**counter, order->id, link.get());
}

Result<Answer> run(const PaymentWaitCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto link = linkInStep(**counter, session.random());
    const auto order = findOrder(**counter, command.order);
    if (!order) {
        return order.error();
    }
    if (link) {
        waitForEnd(**counter, order->id, *link, session.clock(), command.seconds);
    }
    auto answer = answerWithPayments(**counter, order->id, link.get());
    const auto now = findOrder(**counter, order->id);
    if (answer && now && now->awaitedMinor > 0) {
        const auto open = lastOf(**counter, order->id, [](const WatchedPayment& watched) {
            return watched.payment.awaited > 0;
        });
        answer->complaint = open ? notPaid(*open) : open.error();
        Json object = Json::parse(answer->json);
        object["error"] = errorForm(*answer->complaint);
        answer->json = line(object);
    }
    return answer;
}

Result<Answer> run(const PaymentInsteadCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto link = linkInStep(**counter, session.random());
    const auto order = findOrder(**counter, command.order);
    if (!order) {
        return order.error();
    }
    const auto id = command.request.empty()
        ? std::optional{Uuid::v7(session.clock().now(), session.random())}
        : Uuid::fromText(command.request);
    if (!id || id->isNil()) {
        return usageError("bad_request_id",
                          "--request takes a UUID, such as one of uuidgen, a new one every time.",
                          "--request");
    }
    auto tender = readTender(command.payment, order->total.currency());
    const auto meant = lastOf(**counter, order->id, [](const WatchedPayment& watched) {
        return watched.payment.awaited > 0;
    });
    if (!tender) {
        return std::move(tender).error();
    }
    if (!meant) {
        // Asked again with the same id after it was done: the answer is the order.
        return command.request.empty() ? Result<Answer>{meant.error()}
                                       : answerWithOrder(**counter, *order, {});
    }
    std::vector<Tender> tenders{*std::move(tender)};
    payTheRest(tenders, Money{meant->payment.awaited, meant->payment.currency});
    const auto paid =
        payInstead(**counter,
                   {.id = PaymentId{*id},
                    .of = meant->payment.id,
                    .tender = tenders.front(),
                    .open = command.insist ? OpenPayment::Insist : OpenPayment::Refuse});
    if (!paid) {
        return paid.error();
    }
    if (link) {
        (void)link->conversation().exchange(); // what is not sent now goes with the next sync
    }
    return answerWithOrder(**counter, *paid, {});
}

Result<Answer> run(const PaymentMethodsCommand&, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    (void)linkInStep(**counter, session.random()); // else what was heard last
    const auto offers = paymentOffers(**counter);
    if (!offers) {
        return offers.error();
    }
    Json methods = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (const PaymentOffer& offer : *offers) {
        Json readers = Json::array();
        if (offer.takesLinks) {
            cells.push_back({"online:" + offer.provider, "on the customer's phone"});
        }
        for (const PaymentOffer::Reader& reader : offer.readers) {
            readers.push_back({{"id", reader.id}, {"name", reader.name}});
            cells.push_back({"reader:" + tenderReference(offer.provider, reader.id), reader.name});
        }
        methods.push_back({{"provider", offer.provider},
                           {"link", offer.takesLinks},
                           {"readers", std::move(readers)}});
    }
    return Answer{line(Json{{"methods", std::move(methods)}}),
                  cells.empty() ? "The house has no provider that takes payments.\n"
                                : columns(cells),
                  {}};
}

} // namespace foyer::cli
