// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/invoices.h"

#include "core/domain/journal/entry.h"
#include "core/domain/sales/worth_entries.h"
#include "core/services/access_control.h"
#include "core/services/cash_rounding.h"
#include "core/services/counter.h"
#include "core/services/customer_directory.h"
#include "core/services/guarded.h"
#include "core/services/orders_in_hand.h"
#include "core/services/standing_orders.h"
#include "core/services/till.h"
#include "core/storage/after_sale_store.h"
#include "core/storage/worth_store.h"

#include <algorithm>
#include <charconv>

namespace foyer {
namespace {

Error unknownInvoice(const std::string& number)
{
    return refused("unknown_invoice", "There is no invoice " + number + " here. Check the number.",
                   "invoice");
}

/// With whom it went to, where that can still be read.
Invoice opened(Counter& counter, StoredInvoice stored)
{
    if (!stored.recipient.empty()) {
        const auto content =
            counter.customers().openFor(stored.invoice.customer, "invoice", stored.recipient);
        const auto value =
            content ? decodeCbor(content->view()) : Result<CborValue>{content.error()};
        if (value) {
            stored.invoice.recipient = readRecipient(*value);
        }
    }
    return std::move(stored.invoice);
}

std::vector<Invoice> openedAll(Counter& counter, const std::vector<InvoiceId>& ids)
{
    std::vector<Invoice> all;
    for (const InvoiceId id : ids) {
        if (auto stored = readInvoice(counter.database(), counter.organizer(), id)) {
            all.push_back(opened(counter, *std::move(stored)));
        }
    }
    return all;
}

/// "INV-AB-00017", "ab-17": the series and the count.
std::optional<std::pair<std::string, std::int64_t>> numberParts(std::string text)
{
    std::ranges::transform(text, text.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    if (text.starts_with("INV-")) {
        text.erase(0, 4);
    }
    const std::size_t dash = text.find('-');
    std::int64_t count = 0;
    const char* end = text.data() + text.size();
    if (dash == std::string::npos ||
        std::from_chars(text.data() + dash + 1, end, count).ptr != end || count <= 0) {
        return std::nullopt;
    }
    return std::pair{text.substr(0, dash), count};
}

Result<void> checkMoney(Counter& counter, const StoredInvoice& stored, const InvoiceMoney& money,
                        bool back)
{
    const Invoice& invoice = stored.invoice;
    const Money open = back ? -invoice.open : invoice.open;
    if (open.minor() <= 0) {
        return refused(back ? "no_credit" : "invoice_paid",
                       "Nothing is open of " + invoice.number + ". Nothing was recorded.");
    }
    const bool isMoney = money.method == PaymentMethod::Cash ||
        money.method == PaymentMethod::CardTerminal || money.method == PaymentMethod::Transfer;
    if (!isMoney) {
        return badInput("bad_method", "An invoice is paid by transfer, in cash or by card.",
                        "method");
    }
    if (money.amount.currency() != open.currency() || money.amount.minor() <= 0 ||
        money.amount > open) {
        Error error = badInput("bad_invoice_amount",
                               "Of " + invoice.number + " " + toPlainText(open) +
                                   " is open. Say how much of it came.",
                               "amount");
        error.facts = {toPlainText(open)};
        return error;
    }
    if (money.method == PaymentMethod::CardTerminal && money.reference.empty()) {
        return refused("reference_missing",
                       "Type the receipt number that the card terminal printed.", "reference");
    }
    // Its money is its order's: recorded at the home alone, it is not recorded twice.
    return takeInHand(counter, invoice.order, invoice.orderCode);
}

/// Money that came, or (`back`) went.
Result<Invoice> record(Counter& counter, const Permit& permit, const InvoiceMoney& money, bool back)
{
    if (counter.entriesMissing() > 0) {
        return databaseBehind(counter);
    }
    auto stored = readInvoice(counter.database(), counter.organizer(), money.invoice);
    if (!stored || !stored->cancels.isNil()) {
        return unknownInvoice(stored ? stored->invoice.number : std::string{});
    }
    if (isInvoicePaymentKnown(counter.database(), counter.organizer(), money.id)) {
        return opened(counter, *std::move(stored));
    }
    if (auto sound = checkMoney(counter, *stored, money, back); !sound) {
        return std::move(sound).error();
    }
    const bool isCash = money.method == PaymentMethod::Cash;
    const auto shift = shiftForMoney(counter, money.amount.currency(), isCash);
    if (!shift) {
        return shift.error();
    }
    const Money kept = isCash ? roundedForCash(money.amount, cashStep(counter)) : money.amount;
    const std::int64_t sign = back ? -1 : 1;
    Journal::Act act{counter.journal(), permit};
    act.append(kind::kPaymentTaken,
               encode(PaymentTaken{.payment = money.id,
                                   .order = stored->invoice.order,
                                   .method = money.method,
                                   .currency = money.amount.currency(),
                                   .amount = sign * money.amount.minor(),
                                   .tendered = sign * kept.minor(),
                                   .reference = money.reference,
                                   .shift = *shift,
                                   .rounding = sign * (kept - money.amount).minor(),
                                   .settles = money.invoice.uuid}));
    act.commit();
    counter.noteHead();
    counter.ordersInWork().end(stored->invoice.order);
    return opened(counter, *readInvoice(counter.database(), counter.organizer(), money.invoice));
}

} // namespace

Result<std::vector<Invoice>> invoices(Counter& counter, bool onlyOpen, std::size_t limit)
{
    return guarded([&]() -> Result<std::vector<Invoice>> {
        if (auto may = counter.access().require(Permission::ReadOrders); !may) {
            return std::move(may).error();
        }
        return openedAll(counter,
                         readInvoices(counter.database(), counter.organizer(), onlyOpen, limit));
    });
}

std::vector<Invoice> readOpenInvoices(Counter& counter, std::size_t limit)
{
    return openedAll(counter, readInvoices(counter.database(), counter.organizer(), true, limit));
}

Result<Invoice> findInvoice(Counter& counter, const std::string& number)
{
    return guarded([&]() -> Result<Invoice> {
        if (auto may = counter.access().require(Permission::ReadOrders); !may) {
            return std::move(may).error();
        }
        const auto parts = numberParts(number);
        const auto id = parts ? readInvoiceByNumber(counter.database(), counter.organizer(),
                                                    parts->first, parts->second)
                              : std::nullopt;
        auto stored = id ? readInvoice(counter.database(), counter.organizer(), *id) : std::nullopt;
        return stored ? Result<Invoice>{opened(counter, *std::move(stored))}
                      : unknownInvoice(number);
    });
}

Result<std::vector<Invoice>> invoicesOf(Counter& counter, OrderId order)
{
    return guarded([&]() -> Result<std::vector<Invoice>> {
        if (auto may = counter.access().require(Permission::ReadOrders); !may) {
            return std::move(may).error();
        }
        return openedAll(counter, readInvoicesOf(counter.database(), counter.organizer(), order));
    });
}

Result<Invoice> payInvoice(Counter& counter, const InvoiceMoney& money)
{
    return guarded([&]() -> Result<Invoice> {
        const auto permit = counter.access().permit(Permission::MoveCash);
        return permit ? record(counter, *permit, money, false) : permit.error();
    });
}

Result<Invoice> giveInvoiceMoneyBack(Counter& counter, const InvoiceMoney& money)
{
    return guarded([&]() -> Result<Invoice> {
        const auto stored = readInvoice(counter.database(), counter.organizer(), money.invoice);
        const auto order = stored
            ? readStandingOrder(counter.database(), counter.organizer(), stored->invoice.order)
            : std::nullopt;
        const auto needed = refundNeeds(counter, order ? order->seller : UserId{}, money.amount);
        const auto permit = counter.access().permit(needed);
        return permit ? record(counter, *permit, money, true) : permit.error();
    });
}

} // namespace foyer
