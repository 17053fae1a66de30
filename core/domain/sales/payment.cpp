// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/sales/payment.h"

#include "core/domain/till/cash_count.h"

#include <algorithm>
#include <array>

namespace foyer {

namespace {

constexpr auto kMethods = std::to_array<PaymentMethod>(
    {PaymentMethod::Cash, PaymentMethod::CardTerminal, PaymentMethod::GiftCard,
     PaymentMethod::Invoice, PaymentMethod::Transfer, PaymentMethod::Online, PaymentMethod::Reader,
     PaymentMethod::Imported});
constexpr auto kMethodNames = std::to_array<std::string_view>(
    {"cash", "card", "gift", "invoice", "transfer", "online", "reader", "imported"});

} // namespace

std::span<const PaymentMethod> allPaymentMethods()
{
    return kMethods;
}

std::string_view paymentMethodName(PaymentMethod method)
{
    return kMethodNames.at(static_cast<std::size_t>(method));
}

std::optional<PaymentMethod> paymentMethodNamed(std::string_view name)
{
    const auto* found = std::ranges::find(kMethodNames, name);
    return found != kMethodNames.end()
        ? std::optional{static_cast<PaymentMethod>(std::distance(kMethodNames.begin(), found))}
        : std::nullopt;
}

namespace {

Error tenderError(std::string code, std::string message, std::size_t tender)
{
    return refused(std::move(code), std::move(message), "tenders[" + std::to_string(tender) + "]");
}

Result<void> checkReference(const Tender& tender, std::size_t index)
{
    switch (tender.method) {
    case PaymentMethod::CardTerminal:
        if (tender.reference.empty()) {
            return tenderError("reference_missing",
                               "Type the receipt number that the card terminal printed.", index);
        }
        break;
    case PaymentMethod::GiftCard:
        if (tender.reference.empty()) {
            return tenderError("reference_missing", "Type or scan the code of the gift card.",
                               index);
        }
        break;
    case PaymentMethod::Transfer:
        return tenderError("bad_tender",
                           "A transfer pays an invoice, not a sale. Sell on invoice instead.",
                           index);
    case PaymentMethod::Imported:
        return tenderError("bad_tender",
                           "What was paid elsewhere comes with an import, not with a sale.", index);
    case PaymentMethod::Online:
    case PaymentMethod::Reader:
        if (tender.reference.empty()) {
            return tenderError("reference_missing", "Say which provider is to take the money.",
                               index);
        }
        break;
    case PaymentMethod::Cash:
    case PaymentMethod::Invoice:
        break;
    }
    return {};
}

Result<void> checkTenders(Money due, const std::vector<Tender>& tenders)
{
    int invoices = 0;
    for (std::size_t i = 0; i < tenders.size(); ++i) {
        const Tender& tender = tenders[i];
        if (tender.tendered.currency() != due.currency() || tender.tendered.minor() <= 0) {
            return tenderError("bad_tender",
                               "Each payment is an amount above zero in " +
                                   std::string{due.currency().code()} + ".",
                               i);
        }
        if (auto sound = checkReference(tender, i); !sound) {
            return sound;
        }
        invoices += tender.method == PaymentMethod::Invoice ? 1 : 0;
        if (invoices > 1) {
            return tenderError("two_invoices", "An order has one invoice. Put the sum on one.", i);
        }
    }
    return {};
}

bool paidInCash(const std::vector<Tender>& tenders)
{
    return std::ranges::any_of(tenders, [](const Tender& tender) {
        return tender.method == PaymentMethod::Cash;
    });
}

} // namespace

Result<std::vector<SettledTender>> settle(Money due, const std::vector<Tender>& tenders,
                                          std::int64_t cashStep)
{
    if (auto sound = checkTenders(due, tenders); !sound) {
        return std::move(sound).error();
    }
    const Money zero{0, due.currency()};
    std::vector<SettledTender> settled;
    Money open = due;
    for (const Tender& tender : tenders) {
        settled.push_back({tender, zero, zero});
        if (tender.method != PaymentMethod::Cash) {
            settled.back().amount = tender.tendered;
            open -= tender.tendered;
        }
    }
    if (open.isNegative()) {
        Error error = refused("overpaid_by_card",
                              "The payments other than cash are " + toPlainText(-open) +
                                  " more than is due. A card is charged exactly; "
                                  "correct the amounts.");
        error.facts = {toPlainText(-open)};
        return error;
    }
    Money cash = roundedForCash(open, cashStep);
    for (std::size_t i = 0; i < settled.size(); ++i) {
        SettledTender& part = settled[i];
        if (part.tender.method != PaymentMethod::Cash) {
            continue;
        }
        if (open.isZero() && cash.isZero()) {
            return tenderError("unused_tender",
                               "The total is paid already; this payment is not "
                               "needed. Remove it.",
                               i);
        }
        const Money kept = std::min(part.tender.tendered, cash);
        part.amount = kept == cash ? open : std::min(kept, open);
        part.rounding = (kept - part.amount).minor();
        part.change = part.tender.tendered - kept;
        open -= part.amount;
        cash -= kept;
    }
    if (!open.isZero() || !cash.isZero()) {
        const Money missing = paidInCash(tenders) ? cash : open;
        Error error = refused("underpaid", toPlainText(missing) + " is still to be paid.");
        error.facts = {toPlainText(missing)};
        return error;
    }
    return settled;
}

namespace {

/// The notes of a currency that people pay with, in main units.
struct Notes {
    std::string_view currency;
    std::array<std::int64_t, 6> worth; ///< ascending; 0: no more
};

// What is common in a purse, not what is legal tender: nobody pays with a two-dollar note.
constexpr auto kNotes = std::to_array<Notes>({{"AUD", {5, 10, 20, 50, 100}},
                                              {"CAD", {5, 10, 20, 50, 100}},
                                              {"CHF", {10, 20, 50, 100, 200}},
                                              {"CZK", {100, 200, 500, 1'000, 2'000, 5'000}},
                                              {"DKK", {50, 100, 200, 500}},
                                              {"EUR", {5, 10, 20, 50, 100, 200}},
                                              {"GBP", {5, 10, 20, 50}},
                                              {"JPY", {500, 1'000, 5'000, 10'000}},
                                              {"NOK", {50, 100, 200, 500, 1'000}},
                                              {"PLN", {10, 20, 50, 100, 200, 500}},
                                              {"SEK", {20, 50, 100, 200, 500, 1'000}},
                                              {"USD", {1, 5, 10, 20, 50, 100}}});

/// The notes of a currency in minor units, ascending.
std::vector<std::int64_t> notesOf(Currency currency)
{
    std::int64_t unit = 1;
    for (int i = 0; i < currency.exponent(); ++i) {
        unit *= 10;
    }
    std::vector<std::int64_t> notes;
    const auto* known = std::ranges::find(kNotes, currency.code(), &Notes::currency);
    if (known != kNotes.end()) {
        for (const std::int64_t worth : known->worth) {
            if (worth > 0) {
                notes.push_back(worth * unit);
            }
        }
        return notes;
    }
    // Of a currency that is not listed: nearly all of them are made in steps of 1, 2 and 5.
    for (std::int64_t power = unit; power <= Money::kMinorMax / 100; power *= 10) {
        for (const std::int64_t step : {1, 2, 5}) {
            notes.push_back(step * power);
        }
    }
    return notes;
}

} // namespace

std::vector<Money> quickCashAmounts(Money due)
{
    constexpr std::size_t kAmountsMax = 5;
    constexpr std::int64_t kNotesMax = 50; // nobody counts out more of one kind
    std::vector<Money> amounts;
    if (due.minor() <= 0) {
        return amounts;
    }
    amounts.push_back(due);
    for (const std::int64_t note : notesOf(due.currency())) {
        const std::int64_t count = (due.minor() + note - 1) / note;
        // A sum that is no money any more would be a broken promise, not a suggestion.
        if (count > kNotesMax || count * note > Money::kMinorMax) {
            continue;
        }
        if (count * note > amounts.back().minor()) {
            amounts.emplace_back(count * note, due.currency());
        }
        if (amounts.size() == kAmountsMax) {
            break;
        }
    }
    return amounts;
}

} // namespace foyer
