// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/projections.h"

#include "core/domain/sales/worth_entries.h"
#include "core/storage/invoice_payments.h"
#include "core/storage/ledger_lines.h"

namespace foyer::projections {
namespace {

template <typename IdType>
std::optional<IdType> known(IdType id)
{
    return id.isNil() ? std::nullopt : std::optional{id};
}

} // namespace

void giftCardIssued(Database& database, const Entry& entry, const CborValue& body)
{
    const auto issued = decodeGiftCardIssued(body);
    if (!issued) {
        return;
    }
    database.post("INSERT INTO gift_card (organizer, id, replica, at, sale_order, replaces, "
                  "currency, worth, code_hash, tail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                  "ON CONFLICT DO NOTHING",
                  {entry.organizer, issued->card, entry.replica, entry.at.value,
                   known(issued->order), known(issued->replaces), issued->currency.code(),
                   issued->worth, issued->codeHash, issued->tail});
    book(database, entry, ledgerOf(*issued));
}

void giftCardMoved(Database& database, const Entry& entry, const CborValue& body)
{
    const auto moved = decodeGiftCardMoved(body);
    if (!moved) {
        return;
    }
    database.post(
        "INSERT INTO gift_card_move (organizer, entry, card, at, replica, kind, currency, "
        "amount, balance_left, sale_order, note) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        {entry.organizer, entry.id, moved->card, entry.at.value, entry.replica,
         giftMoveName(moved->kind), moved->currency.code(), moved->amount, moved->left,
         known(moved->order), moved->note});
}

void invoiceIssued(Database& database, const Entry& entry, const CborValue& body)
{
    const auto issued = decodeInvoiceIssued(body);
    if (!issued) {
        return;
    }
    database.post("INSERT INTO invoice (organizer, id, replica, at, sale_order, customer, series, "
                  "number, currency, amount, due_at, cancels, recipient) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                  {entry.organizer, issued->invoice, entry.replica, entry.at.value, issued->order,
                   issued->customer, issued->series, issued->number, issued->currency.code(),
                   issued->amount, issued->dueAt.ms, known(issued->cancels), issued->recipient});
}

void recordInvoicePayment(Database& database, const Entry& entry, const PaymentTaken& payment)
{
    database.post("INSERT INTO invoice_payment (organizer, id, invoice, at, method, currency, "
                  "amount, reference) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                  {entry.organizer, payment.payment, payment.settles, entry.at.value,
                   paymentMethodName(payment.method), payment.currency.code(), payment.amount,
                   payment.reference});
}

} // namespace foyer::projections
