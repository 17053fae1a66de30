// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/json_forms.h"
#include "app/cli/order_answer.h"
#include "app/cli/run.h"
#include "app/cli/sale_words.h"
#include "app/cli/session.h"
#include "app/cli/text_forms.h"
#include "app/orders/order_documents.h"
#include "app/orders/worth_documents.h"
#include "core/domain/sales/order_code.h"
#include "core/services/after_sale.h"
#include "core/services/cash_rounding.h"
#include "core/services/counter.h"
#include "core/services/gift_cards.h"
#include "core/services/invoices.h"
#include "core/services/sales.h"

#include <nlohmann/json.hpp>

namespace foyer::cli {
namespace {

/// The caller's own id for what it asks, or a new one.
Result<Uuid> requestId(const std::string& text, Session& session)
{
    if (text.empty()) {
        return Uuid::v7(session.clock().now(), session.random());
    }
    const auto id = Uuid::fromText(text);
    if (!id || id->isNil()) {
        return usageError("bad_request_id",
                          "--request takes a UUID, such as one of uuidgen, a new one every time.",
                          "--request");
    }
    return *id;
}

Json cardForm(const GiftCard& card)
{
    Json moves = Json::array();
    for (const GiftCardMove& move : card.moves) {
        Json form{{"at", toRfc3339(move.at)},
                  {"kind", std::string{giftMoveName(move.kind)}},
                  {"amount", toPlainText(move.amount)}};
        if (!move.orderCode.empty()) {
            form["order"] = displayOrderCode(move.orderCode);
        }
        if (!move.note.empty()) {
            form["note"] = move.note;
        }
        moves.push_back(std::move(form));
    }
    return {{"id", card.id.text()},
            {"tail", card.tail},
            {"worth", toPlainText(card.worth)},
            {"balance", toPlainText(card.balance)},
            {"currency", std::string{card.balance.currency().code()}},
            {"state", std::string{giftCardStateName(card.state)}},
            {"here", card.isHome},
            {"issued_at", toRfc3339(card.issuedAt)},
            {"order",
             card.orderCode.empty() ? Json(nullptr) : Json(displayOrderCode(card.orderCode))},
            {"moves", moves}};
}

std::string cardText(const GiftCard& card)
{
    std::string text = "Gift card …" + card.tail + ": " + moneyText(card.balance) + " of " +
        moneyText(card.worth) + " left, " + std::string{giftCardStateName(card.state)} + "\n";
    std::vector<std::vector<std::string>> cells;
    for (const GiftCardMove& move : card.moves) {
        cells.push_back({"  " + toRfc3339(move.at), std::string{giftMoveName(move.kind)},
                         toPlainText(move.amount),
                         move.orderCode.empty() ? "" : displayOrderCode(move.orderCode),
                         move.note});
    }
    return text + columns(cells);
}

Answer answerWithCard(const GiftCard& card)
{
    return {line(Json{{"gift_card", cardForm(card)}}), cardText(card), {}};
}

Json newCardForm(const NewGiftCard& card)
{
    return {{"id", card.id.text()},
            {"code", displayGiftCode(card.code)},
            {"worth", toPlainText(card.worth)}};
}

/// A card by its code, its id, or the end of its code where only one ends so.
Result<GiftCardId> cardNamed(Counter& counter, const std::string& named)
{
    if (const auto id = Uuid::fromText(named)) {
        return GiftCardId{*id};
    }
    if (normalizedGiftCode(named)) {
        const auto card = giftCard(counter, named);
        return card ? Result<GiftCardId>{card->id} : card.error();
    }
    const auto found = giftCards(counter, named);
    if (!found) {
        return found.error();
    }
    if (named.empty() || found->empty()) {
        return refused("unknown_gift_card", "No gift card here is named so.", "CARD");
    }
    if (found->size() > 1) {
        return refused("ambiguous_gift_card",
                       "More than one gift card ends so. Name it by its code or its id.", "CARD");
    }
    return found->front().id;
}

Json invoiceForm(const Invoice& invoice)
{
    Json payments = Json::array();
    for (const InvoicePayment& payment : invoice.payments) {
        payments.push_back({{"at", toRfc3339(payment.at)},
                            {"method", std::string{paymentMethodName(payment.method)}},
                            {"amount", toPlainText(payment.amount)},
                            {"reference", payment.reference}});
    }
    Json form{{"id", invoice.id.text()},
              {"number", invoice.number},
              {"order", displayOrderCode(invoice.orderCode)},
              {"customer", invoice.customer.text()},
              {"issued_at", toRfc3339(invoice.issuedAt)},
              {"due_at", toRfc3339(invoice.dueAt)},
              {"amount", toPlainText(invoice.amount)},
              {"open", toPlainText(invoice.open)},
              {"currency", std::string{invoice.amount.currency().code()}}};
    if (!invoice.cancels.empty()) {
        form["cancels"] = invoice.cancels;
        return form;
    }
    form["state"] = std::string{invoiceStateName(invoice.state())};
    if (invoice.recipient) {
        form["recipient"] = {{"name", invoice.recipient->name},
                             {"address", invoice.recipient->address},
                             {"tax_number", invoice.recipient->taxNumber},
                             {"reference", invoice.recipient->reference}};
    }
    form["payments"] = std::move(payments);
    return form;
}

std::vector<std::string> invoiceCells(const Invoice& invoice)
{
    const std::string state = invoice.cancels.empty()
        ? std::string{invoiceStateName(invoice.state())}
        : "credit note for " + invoice.cancels;
    return {invoice.number,
            displayOrderCode(invoice.orderCode),
            invoice.recipient ? invoice.recipient->name : "",
            "due " + toRfc3339(invoice.dueAt).substr(0, 10),
            moneyText(invoice.amount),
            toPlainText(invoice.open) + " open",
            state};
}

/// Puts the path of a file into an answer, or what stood against writing it.
Answer answerWithFile(Json object, std::string text, const Result<std::string>& path)
{
    Answer answer;
    if (path) {
        object["file"] = *path;
        text += "Written\n  " + *path + "\n";
    } else {
        answer.complaint = path.error();
        object["error"] = errorForm(path.error());
    }
    answer.json = line(object);
    answer.text = std::move(text);
    return answer;
}

Result<GiftCardSale> saleOf(const GiftCardSellCommand& command, Counter& counter, Uuid id)
{
    const Currency currency = houseCurrency(counter);
    GiftCardSale sale{.id = OrderId{id}, .amounts = {}, .tenders = {}, .customer = std::nullopt};
    for (const std::string& text : command.amounts) {
        const auto amount = parseMoney(text, currency);
        if (!amount) {
            return amount.error();
        }
        sale.amounts.push_back(*amount);
    }
    for (const std::string& text : command.payments) {
        auto tender = readTender(text, currency);
        if (!tender) {
            return std::move(tender).error();
        }
        sale.tenders.push_back(*std::move(tender));
    }
    if (const auto customer = Uuid::fromText(command.customer)) {
        sale.customer = CustomerId{*customer};
    }
    return sale;
}

} // namespace

Result<Answer> run(const GiftCardSellCommand& command, Session& session)
{
    const auto id = requestId(command.request, session);
    if (!id) {
        return id.error();
    }
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto sale = saleOf(command, **counter, *id);
    if (!sale) {
        return sale.error();
    }
    if (!command.pdf.empty()) {
        if (auto writable = checkDocumentFolder(command.pdf); !writable) {
            return std::move(writable).error();
        }
    }
    const auto sold = sellGiftCards(**counter, *sale);
    if (!sold) {
        return sold.error();
    }
    auto answer = answerWithOrder(**counter, sold->order, command.pdf);
    if (!answer) {
        return answer;
    }
    Json object = Json::parse(answer->json);
    object["gift_cards"] = Json::array();
    answer->text += "Gift cards\n";
    for (const NewGiftCard& card : sold->cards) {
        object["gift_cards"].push_back(newCardForm(card));
        answer->text += "  " + displayGiftCode(card.code) + "  " + moneyText(card.worth) + "\n";
    }
    answer->json = line(object);
    return answer;
}

Result<Answer> run(const GiftCardBalanceCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto card = giftCard(**counter, command.code);
    return card ? Result<Answer>{answerWithCard(*card)} : card.error();
}

Result<Answer> run(const GiftCardListCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto cards = giftCards(**counter, command.named);
    if (!cards) {
        return cards.error();
    }
    Json found = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (const GiftCard& card : *cards) {
        found.push_back(cardForm(card));
        cells.push_back({"…" + card.tail, moneyText(card.balance), "of " + toPlainText(card.worth),
                         std::string{giftCardStateName(card.state)}, card.id.text()});
    }
    return Answer{line(Json{{"gift_cards", found}}),
                  cells.empty() ? "There is no such gift card.\n" : columns(cells),
                  {}};
}

Result<Answer> run(const GiftCardBlockCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto id = cardNamed(**counter, command.card);
    if (!id) {
        return id.error();
    }
    const auto card = blockGiftCard(**counter, *id, !command.unblock, command.reason);
    return card ? Result<Answer>{answerWithCard(*card)} : card.error();
}

Result<Answer> run(const GiftCardReplaceCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto id = cardNamed(**counter, command.card);
    if (!id) {
        return id.error();
    }
    const auto card = replaceGiftCard(**counter, *id, command.reason);
    if (!card) {
        return card.error();
    }
    Json object{{"gift_cards", Json::array({newCardForm(*card)})}};
    std::string text = displayGiftCode(card->code) + "  " + moneyText(card->worth) + "\n";
    if (command.pdf.empty()) {
        return Answer{line(object), std::move(text), {}};
    }
    return answerWithFile(std::move(object), std::move(text),
                          app::writeGiftCards(**counter, {*card}, command.pdf));
}

Result<Answer> run(const GiftCardPrintCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto order = findOrder(**counter, command.order);
    if (!order) {
        return order.error();
    }
    const auto cards = giftCardCodes(**counter, order->id);
    if (!cards) {
        return cards.error();
    }
    if (auto noted = recordReprint(**counter, order->id, "gift_cards"); !noted) {
        return std::move(noted).error();
    }
    return answerWithFile(Json::object(), {}, app::writeGiftCards(**counter, *cards, command.pdf));
}

Result<Answer> run(const InvoiceListCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto found = invoices(**counter, !command.all);
    if (!found) {
        return found.error();
    }
    Json forms = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (const Invoice& invoice : *found) {
        forms.push_back(invoiceForm(invoice));
        cells.push_back(invoiceCells(invoice));
    }
    return Answer{line(Json{{"invoices", forms}}),
                  cells.empty() ? "No invoice is open.\n" : columns(cells),
                  {}};
}

Result<Answer> run(const InvoicePaidCommand& command, Session& session)
{
    const auto id = requestId(command.request, session);
    const auto method = paymentMethodNamed(command.method);
    if (!id || !method) {
        return id ? usageError("bad_payment", "--by takes transfer, cash or card.", "--by")
                  : id.error();
    }
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto invoice = findInvoice(**counter, command.number);
    if (!invoice) {
        return invoice.error();
    }
    const auto amount = command.amount.empty()
        ? Result<Money>{command.back ? -invoice->open : invoice->open}
        : parseMoney(command.amount, invoice->open.currency());
    if (!amount) {
        return amount.error();
    }
    const InvoiceMoney money{PaymentId{*id}, invoice->id, *method, *amount, command.reference};
    const auto paid =
        command.back ? giveInvoiceMoneyBack(**counter, money) : payInvoice(**counter, money);
    if (!paid) {
        return paid.error();
    }
    return Answer{line(Json{{"invoice", invoiceForm(*paid)}}), columns({invoiceCells(*paid)}), {}};
}

Result<Answer> run(const InvoicePrintCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto invoice = findInvoice(**counter, command.number);
    if (!invoice) {
        return invoice.error();
    }
    return answerWithFile(Json{{"invoice", invoiceForm(*invoice)}}, {},
                          app::writeInvoice(**counter, *invoice, command.pdf));
}

} // namespace foyer::cli
