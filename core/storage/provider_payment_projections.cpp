// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/projections.h"

#include "core/domain/sales/provider_payment.h"
#include "core/storage/ledger_lines.h"
#include "core/storage/order_changes.h"

namespace foyer::projections {

void paymentRequested(Database& database, const Entry& entry, const CborValue& body)
{
    const auto requested = decodePaymentRequested(body);
    if (!requested) {
        return;
    }
    database.post(
        "INSERT INTO provider_payment (organizer, id, sale_order, replica, epoch, sequence, "
        "asked_at, way, provider, reader, currency, amount, expires_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (organizer, id) DO UPDATE SET replica = excluded.replica, "
        "epoch = excluded.epoch, sequence = excluded.sequence, asked_at = excluded.asked_at, "
        "way = excluded.way, provider = excluded.provider, reader = excluded.reader, "
        "currency = excluded.currency, amount = excluded.amount, "
        "expires_at = excluded.expires_at WHERE provider_payment.asked_at IS NULL OR "
        "provider_payment.asked_at > excluded.asked_at",
        {entry.organizer, requested->payment, requested->order, entry.replica, entry.epoch,
         entry.sequence, entry.at.value, paymentWayName(requested->way), requested->provider,
         requested->reader, requested->currency.code(), requested->amount,
         requested->expiresAt.ms});
    recordChange(database, entry, requested->order,
                 {std::string{paymentWayName(requested->way)}, requested->provider,
                  requested->amount, 0});
}

void paymentCancelAsked(Database& database, const Entry& entry, const CborValue& body)
{
    const auto asked = decodePaymentCancelAsked(body);
    if (!asked) {
        return;
    }
    database.post("INSERT INTO provider_payment (organizer, id, sale_order, cancel_asked_at) "
                  "VALUES (?, ?, ?, ?) ON CONFLICT (organizer, id) DO UPDATE SET "
                  "cancel_asked_at = excluded.cancel_asked_at "
                  "WHERE provider_payment.cancel_asked_at IS NULL OR "
                  "provider_payment.cancel_asked_at > excluded.cancel_asked_at",
                  {entry.organizer, asked->payment, asked->order, entry.at.value});
    recordChange(database, entry, asked->order, {});
}

void paymentSettled(Database& database, const Entry& entry, const CborValue& body)
{
    const auto settled = decodePaymentSettled(body);
    if (!settled) {
        return;
    }
    database.post(
        "INSERT INTO provider_payment (organizer, id, sale_order, settled_at, settled_amount, "
        "reference) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (organizer, id) DO UPDATE SET "
        "settled_at = excluded.settled_at, settled_amount = excluded.settled_amount, "
        "reference = excluded.reference WHERE provider_payment.settled_at IS NULL OR "
        "provider_payment.settled_at > excluded.settled_at",
        {entry.organizer, settled->payment, settled->order, entry.at.value, settled->amount,
         settled->reference});
    recordChange(database, entry, settled->order,
                 {settled->provider, settled->reference, settled->amount, 0});
    book(database, entry, ledgerOf(*settled));
}

void paymentEnded(Database& database, const Entry& entry, const CborValue& body)
{
    const auto ended = decodePaymentEnded(body);
    if (!ended) {
        return;
    }
    database.post("INSERT INTO provider_payment (organizer, id, sale_order, ended_at, ended, "
                  "reason) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (organizer, id) DO UPDATE SET "
                  "ended_at = excluded.ended_at, ended = excluded.ended, "
                  "reason = excluded.reason WHERE provider_payment.ended_at IS NULL OR "
                  "provider_payment.ended_at > excluded.ended_at",
                  {entry.organizer, ended->payment, ended->order, entry.at.value,
                   paymentEndName(ended->end), ended->reason});
    recordChange(database, entry, ended->order,
                 {std::string{paymentEndName(ended->end)}, ended->reason, 0, 0});
}

void paymentRefunded(Database& database, const Entry& entry, const CborValue& body)
{
    const auto refunded = decodePaymentRefunded(body);
    if (!refunded) {
        return;
    }
    database.post("INSERT INTO provider_refund (organizer, entry, payment, refund, at, currency, "
                  "amount, outcome, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
                  "ON CONFLICT DO NOTHING",
                  {entry.organizer, entry.id, refunded->payment, refunded->refund, entry.at.value,
                   refunded->currency.code(), refunded->amount,
                   refundOutcomeName(refunded->outcome), refunded->reason});
    recordChange(database, entry, refunded->order,
                 {std::string{refundOutcomeName(refunded->outcome)}, refunded->reason,
                  -refunded->amount, 0});
    book(database, entry, ledgerOf(*refunded));
}

} // namespace foyer::projections
