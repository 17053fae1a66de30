// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/deal_words.h"
#include "app/cli/json_forms.h"
#include "app/cli/order_answer.h"
#include "app/cli/payment_answer.h"
#include "app/cli/run.h"
#include "app/cli/sale_cart.h"
#include "app/cli/sale_words.h"
#include "app/cli/session.h"
#include "app/cli/text_forms.h"
#include "core/services/catalogue.h"
#include "core/services/counter.h"
#include "core/services/sales.h"

#include <nlohmann/json.hpp>

#include <optional>

namespace foyer::cli {
namespace {

Answer answerWithQuote(const Quote& quote)
{
    const Json object{{"quote",
                       {{"currency", std::string{quote.total.currency().code()}},
                        {"total", toPlainText(quote.total)},
                        {"tax", toPlainText(quote.tax)},
                        {"lines", quoteLinesForm(quote.lines)}}}};
    return {line(object), quoteText(quote.lines, quote.total), {}};
}

/// The caller's own id for the sale, or a new one.
Result<OrderId> orderIdOf(const SellCommand& command, Session& session)
{
    if (command.request.empty()) {
        return OrderId{Uuid::v7(session.clock().now(), session.random())};
    }
    const auto id = Uuid::fromText(command.request);
    if (!id || id->isNil()) {
        return usageError(
            "bad_request_id",
            "--request takes a UUID, such as one of uuidgen, a new one for every sale.",
            "--request");
    }
    return OrderId{*id};
}

Result<void> addCustomer(SaleRequest& request, const std::string& text)
{
    if (text.empty()) {
        return {};
    }
    if (const auto id = Uuid::fromText(text)) {
        request.customer = CustomerId{*id};
        return {};
    }
    auto details = readCustomer(text);
    if (!details) {
        return std::move(details).error();
    }
    request.newCustomer = *std::move(details);
    return {};
}

Result<void> addTenders(SaleRequest& request, const std::vector<std::string>& payments,
                        Currency currency)
{
    for (const std::string& payment : payments) {
        auto tender = readTender(payment, currency);
        if (!tender) {
            return std::move(tender).error();
        }
        request.tenders.push_back(*std::move(tender));
    }
    return {};
}

/// The request, or the usage or catalogue error that stands against it.
Result<SaleRequest> requestOf(const SellCommand& command, Counter& counter, OrderId id,
                              std::vector<TicketWish> tickets)
{
    SaleRequest request;
    request.id = id;
    if (auto added = addCustomer(request, command.customer); !added) {
        return std::move(added).error();
    }
    const auto performance = performanceNamed(counter, command.performance);
    if (!performance) {
        return performance.error();
    }
    const auto offer = offerOf(counter, *performance);
    if (!offer) {
        return offer.error();
    }
    if (auto added = addTenders(request, command.payments, (*offer)->organizer.currency); !added) {
        return std::move(added).error();
    }
    auto cart = cartOf(counter, **offer,
                       {std::move(tickets), command.category, command.seats, command.accessible});
    if (!cart) {
        return std::move(cart).error();
    }
    request.cart = *std::move(cart);
    if (auto prices = addPriceWords(request.cart, command, (*offer)->organizer.currency); !prices) {
        return std::move(prices).error();
    }
    auto terms = readInvoiceTerms(command.invoice);
    if (!terms) {
        return std::move(terms).error();
    }
    request.invoice = *std::move(terms);
    return request;
}

} // namespace

Result<Answer> run(const SellCommand& command, Session& session)
{
    auto tickets = readTicketWishes(command.tickets);
    if (!tickets) {
        return std::move(tickets).error();
    }
    const auto id = orderIdOf(command, session);
    if (!id) {
        return id.error();
    }
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    if (!command.request.empty()) {
        // The seats of a sale that was made are not free any more: answer before looking for
        // others.
        if (const auto known = findOrder(**counter, *id)) {
            return answerWithOrder(**counter, *known, command.pdf);
        }
    }
    const auto request = requestOf(command, **counter, *id, *std::move(tickets));
    if (!request) {
        return request.error();
    }
    if (command.quoteOnly) {
        const auto price = quote(**counter, request->cart);
        return price ? Result<Answer>{answerWithQuote(*price)} : price.error();
    }
    if (!command.pdf.empty()) {
        if (auto writable = checkDocumentFolder(command.pdf); !writable) {
            return std::move(writable).error();
        }
    }
    return sellAndAnswer(**counter, *request, command.pdf, session);
}

} // namespace foyer::cli
