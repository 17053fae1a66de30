// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/services/authority/authority.h"
#include "core/storage/bank_store.h"
#include "core/storage/worth_store.h"
#include "sync/server/payments/bank/bank_details.h"
#include "sync/server/payments/payment_desk.h"

#include <string>

namespace foyer::server {

/// What became of a line.
enum class LineFate : std::uint8_t {
    Known,     ///< it was taken before
    Ignored,   ///< money that the house spent: none of our business, and not kept
    Matched,   ///< all of it has found what it is for
    Unmatched, ///< a person has to say what it, or the rest of it, is for
};

/// Finds what the lines of statements are for, as a part of an authority's batch: the line, what it
/// pays, the entries that say so, and the case that is left of it come together or not at all. All
/// functions throw StorageFailure.
class BankMatching {
public:
    BankMatching(PaymentDesk& payments, Authority& authority, FeedBatch& batch,
                 const Permit& permit);

    /// `details`: as they are kept.
    LineFate take(BankLine line, const StatementLine& said, Bytes details);
    /// Somebody says what the rest of a line is for: an order's code, an invoice's number, or a
    /// creditor reference. Refuses with unknown_line, line_used, unknown_target, nothing_open,
    /// other_currency.
    Result<void> assign(const std::string& line, const std::string& target,
                        const std::string& bankReference);
    /// Somebody says that a transfer was made. Refuses with unknown_outgoing.
    Result<void> noteSent(PaymentId refund);
    /// Money that came for payments which have ended, and that is not all of it, is a person's.
    void notePartlyPaid(const std::string& provider);

private:
    bool takeOutgoing(const BankLine& line, const BankOutgoing& outgoing);
    bool sharePayment(const std::string& line, PaymentId payment);
    bool shareInvoice(const std::string& line, const StoredInvoice& invoice,
                      const std::string& bankReference);
    std::optional<StoredInvoice> invoiceOf(const std::pair<std::string, std::int64_t>& number);
    bool shareWith(const BankLine& line, OrderId order, const std::string& bankReference);
    /// Opens and ends what is open of a line. Whether something is left of it.
    bool noteCase(const std::string& line);

    PaymentDesk& m_payments;
    Authority& m_authority;
    FeedBatch& m_batch;
    const Permit& m_permit;
    Database& m_database;
    OrganizerId m_organizer;
    Instant m_now;
};

} // namespace foyer::server
