// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/payments/bank/bank_matching.h"

#include "core/crypto/sha256.h"
#include "core/domain/journal/cbor.h"
#include "core/domain/sales/creditor_reference.h"
#include "core/domain/sales/order_code.h"
#include "core/storage/order_store.h"
#include "core/storage/provider_payment_store.h"
#include "core/storage/settlement_store.h"

#include <algorithm>
#include <array>
#include <utility>

namespace foyer::server {
namespace {

constexpr const char* kPayment = "payment";
constexpr const char* kInvoice = "invoice";
constexpr const char* kRefund = "refund";

constexpr auto kCases = std::to_array<const char*>(
    {"unmatched_transfer", "overpaid", "currency_diff", "reversed_transfer"});

/// The same for the same line and invoice, so that money is booked once for ever.
PaymentId paymentIdOf(const std::string& line, InvoiceId invoice)
{
    CborWriter writer;
    writer.array(3).text("foyer-bank-payment-1").text(line).bytes(invoice.uuid.bytes());
    const Sha256 hash = sha256(writer.data());
    Uuid::Bytes bytes{};
    std::copy_n(hash.begin(), bytes.size(), bytes.begin());
    return PaymentId{Uuid::v8(bytes)};
}

/// What a line names: its structured reference first, then whatever stands in the text.
std::vector<std::string> referencesOf(const StatementLine& said)
{
    auto found = creditorReferencesIn(said.reference);
    for (const std::string& text : {said.text, said.endToEnd}) {
        for (std::string& each : creditorReferencesIn(text)) {
            if (std::ranges::find(found, each) == found.end()) {
                found.push_back(std::move(each));
            }
        }
    }
    return found;
}

} // namespace

BankMatching::BankMatching(PaymentDesk& payments, Authority& authority, FeedBatch& batch,
                           const Permit& permit)
    : m_payments{payments}, m_authority{authority}, m_batch{batch}, m_permit{permit},
      m_database{authority.database()},
      m_organizer{authority.organizer()}, m_now{authority.clock().now()}
{}

LineFate BankMatching::take(BankLine line, const StatementLine& said, Bytes details)
{
    std::vector<PaymentWork> payments;
    std::optional<BankOutgoing> outgoing;
    for (const std::string& reference : referencesOf(said)) {
        const auto work = readPaymentWorkByReference(m_database, line.provider, reference);
        if (work && work->organizer == m_organizer) {
            payments.push_back(*work);
        }
        auto back = readBankOutgoingByReference(m_database, line.provider, reference);
        if (back && back->organizer == m_organizer && !outgoing) {
            outgoing = std::move(back);
        }
        line.named = line.named.empty() ? reference : line.named;
    }
    const bool isSpent = line.amount.isNegative() && !line.isReversal;
    if (isSpent && !outgoing) {
        return LineFate::Ignored;
    }
    const auto invoices = isSpent ? std::vector<std::pair<std::string, std::int64_t>>{}
                                  : invoiceNumbersIn(said.text + " " + said.endToEnd);
    if (line.named.empty() && !invoices.empty()) {
        line.named = invoiceNumber(invoices.front().first, invoices.front().second);
    }
    line.details = std::move(details);
    if (!addBankLine(m_database, line)) {
        return LineFate::Known;
    }
    if (!outgoing || !takeOutgoing(line, *outgoing)) {
        for (const PaymentWork& work : payments) {
            sharePayment(line.id, work.payment);
        }
        for (const auto& number : invoices) {
            if (const auto invoice = invoiceOf(number)) {
                shareInvoice(line.id, *invoice, said.bankReference);
            }
        }
    }
    return noteCase(line.id) ? LineFate::Unmatched : LineFate::Matched;
}

/// A transfer of ours that went out, or came back.
bool BankMatching::takeOutgoing(const BankLine& line, const BankOutgoing& outgoing)
{
    const bool isBack = !line.amount.isNegative();
    if ((isBack ? line.amount : -line.amount) != outgoing.amount ||
        (isBack && (!outgoing.sentAt || outgoing.returnedAt))) {
        return false;
    }
    addBankShare(m_database, m_organizer,
                 {line.id, outgoing.refund.uuid, kRefund, line.amount, m_now});
    if (isBack) {
        noteBankReturned(m_database, m_organizer, outgoing.refund, m_now);
    } else {
        noteBankSent(m_database, m_organizer, outgoing.refund, m_now, {});
    }
    m_payments.look(m_database, m_organizer, outgoing.payment);
    return true;
}

/// As much of what is left of a line as a payment still needs.
bool BankMatching::sharePayment(const std::string& line, PaymentId payment)
{
    const auto known = readBankLine(m_database, m_organizer, line);
    const auto work = readPaymentWork(m_database, m_organizer, payment);
    if (!known || !work || known->amount.currency() != work->amount.currency()) {
        return false;
    }
    const std::int64_t missing =
        work->amount.minor() - readBankShared(m_database, m_organizer, payment.uuid);
    const std::int64_t part = std::min(known->left().minor(), missing);
    if (part <= 0) {
        return false;
    }
    addBankShare(m_database, m_organizer,
                 {line, payment.uuid, kPayment, Money{part, work->amount.currency()}, m_now});
    m_payments.look(m_database, m_organizer, payment);
    return true;
}

bool BankMatching::shareInvoice(const std::string& line, const StoredInvoice& invoice,
                                const std::string& bankReference)
{
    const auto known = readBankLine(m_database, m_organizer, line);
    const Money open = invoice.invoice.open;
    const PaymentId payment = paymentIdOf(line, invoice.invoice.id);
    if (!known || known->amount.currency() != open.currency() || !invoice.cancels.isNil() ||
        isInvoicePaymentKnown(m_database, m_organizer, payment)) {
        return false;
    }
    const std::int64_t part = std::min(known->left().minor(), open.minor());
    if (part <= 0) {
        return false;
    }
    addBankShare(m_database, m_organizer,
                 {line, invoice.invoice.id.uuid, kInvoice, Money{part, open.currency()}, m_now});
    Journal::Act act{m_authority.journal(), m_permit, m_batch};
    act.append(kind::kPaymentTaken,
               encode(PaymentTaken{.payment = payment,
                                   .order = invoice.invoice.order,
                                   .method = PaymentMethod::Transfer,
                                   .currency = open.currency(),
                                   .amount = part,
                                   .tendered = part,
                                   .reference = bankReference,
                                   .settles = invoice.invoice.id.uuid}));
    act.commit();
    return true;
}

std::optional<StoredInvoice>
BankMatching::invoiceOf(const std::pair<std::string, std::int64_t>& number)
{
    const auto id = readInvoiceByNumber(m_database, m_organizer, number.first, number.second);
    return id ? readInvoice(m_database, m_organizer, *id) : std::nullopt;
}

/// What an order still waits for: a transfer, or an invoice.
bool BankMatching::shareWith(const BankLine& line, OrderId order, const std::string& bankReference)
{
    bool isShared = false;
    for (const ProviderPayment& payment : readProviderPaymentsOf(m_database, m_organizer, order)) {
        if (payment.provider == line.provider) {
            isShared = sharePayment(line.id, payment.id) || isShared;
        }
    }
    for (const InvoiceId id : readInvoicesOf(m_database, m_organizer, order)) {
        if (const auto invoice = readInvoice(m_database, m_organizer, id)) {
            isShared = shareInvoice(line.id, *invoice, bankReference) || isShared;
        }
    }
    return isShared;
}

Result<void> BankMatching::assign(const std::string& line, const std::string& target,
                                  const std::string& bankReference)
{
    const auto known = readBankLine(m_database, m_organizer, line);
    if (!known) {
        return refused("unknown_line", "There is no such line. Look at the list of lines.");
    }
    if (known->left().minor() <= 0) {
        return refused("line_used", "Nothing is left of this line. Nothing was changed.");
    }
    const auto references = creditorReferencesIn(target);
    const auto numbers = invoiceNumbersIn(target);
    const auto code = normalizedOrderCode(target);
    const auto order =
        code ? readOrderIdByCode(m_database, m_organizer, *code) : std::optional<OrderId>{};
    const auto work = references.empty()
        ? std::nullopt
        : readPaymentWorkByReference(m_database, known->provider, references.front());
    const auto invoice = numbers.empty() ? std::nullopt : invoiceOf(numbers.front());
    const bool isOurs = work && work->organizer == m_organizer;
    if (!order && !isOurs && !invoice) {
        return refused("unknown_target",
                       "Nothing of this name is known here. Give an order's code, an invoice's "
                       "number, or the reference of a transfer.");
    }
    const bool isShared = isOurs ? sharePayment(line, work->payment)
        : invoice                ? shareInvoice(line, *invoice, bankReference)
                                 : shareWith(*known, *order, bankReference);
    if (!isShared) {
        return refused("nothing_open",
                       "Nothing is to be paid there by transfer in this currency. Nothing was "
                       "changed.");
    }
    noteCase(line);
    return {};
}

Result<void> BankMatching::noteSent(PaymentId refund)
{
    const auto sent = noteBankSent(m_database, m_organizer, refund, m_now, m_permit.actor());
    if (!sent) {
        return refused("unknown_outgoing",
                       "No such transfer is to be made. Look at the list of those that are.");
    }
    m_payments.look(m_database, m_organizer, sent->payment);
    return {};
}

bool BankMatching::noteCase(const std::string& line)
{
    const BankLine known = *readBankLine(m_database, m_organizer, line);
    const bool isOpen = !known.left().isZero();
    std::string_view kind;
    if (isOpen) {
        const auto work = known.named.empty()
            ? std::nullopt
            : readPaymentWorkByReference(m_database, known.provider, known.named);
        const bool isOther = work && work->amount.currency() != known.amount.currency();
        const bool isMore = known.shared != 0 || (work && !isOther);
        kind = known.isReversal ? "reversed_transfer"
            : isOther           ? "currency_diff"
            : isMore            ? "overpaid"
                                : "unmatched_transfer";
        storeCase(m_database,
                  {.organizer = m_organizer,
                   .provider = known.provider,
                   .kind = std::string{kind},
                   .subject = line,
                   .payment = work ? std::optional{work->payment} : std::nullopt,
                   .here = Money{known.shared, known.amount.currency()},
                   .there = known.amount,
                   .openedAt = m_now,
                   .endedAt = {},
                   .endedBy = {},
                   .note = {}});
    }
    for (const char* const other : kCases) {
        if (other != kind) {
            endCase(m_database, m_organizer, known.provider, other, line, m_now);
        }
    }
    return isOpen;
}

void BankMatching::notePartlyPaid(const std::string& provider)
{
    constexpr const char* kKind = "partly_paid";
    for (const PaymentWork& work : readPartlyPaid(m_database, m_organizer, provider)) {
        const std::int64_t came = readBankShared(m_database, m_organizer, work.payment.uuid);
        storeCase(m_database,
                  {.organizer = m_organizer,
                   .provider = provider,
                   .kind = kKind,
                   .subject = work.reference,
                   .payment = work.payment,
                   .here = Money{0, work.amount.currency()},
                   .there = Money{came, work.amount.currency()},
                   .openedAt = m_now,
                   .endedAt = {},
                   .endedBy = {},
                   .note = {}});
    }
    for (const SettlementCase& open : readOpenCases(m_database, m_organizer)) {
        if (open.provider != provider || open.kind != kKind || !open.payment) {
            continue;
        }
        const auto work = readPaymentWork(m_database, m_organizer, *open.payment);
        if (work &&
            readBankShared(m_database, m_organizer, work->payment.uuid) >= work->amount.minor()) {
            endCase(m_database, m_organizer, provider, kKind, open.subject, m_now);
        }
    }
}

} // namespace foyer::server
