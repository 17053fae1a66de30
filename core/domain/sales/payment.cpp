// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/sales/payment.h"

#include <algorithm>
#include <array>

namespace foyer {

std::string_view paymentMethodName(PaymentMethod method)
{
    return method == PaymentMethod::Cash ? "cash" : "card";
}

std::optional<PaymentMethod> paymentMethodNamed(std::string_view name)
{
    if (name == "cash") {
        return PaymentMethod::Cash;
    }
    if (name == "card") {
        return PaymentMethod::CardTerminal;
    }
    return std::nullopt;
}

namespace {

Error tenderError(std::string code, std::string message, std::size_t tender)
{
    return refused(std::move(code), std::move(message),
                   "tenders[" + std::to_string(tender) + "]");
}

Result<void> checkTenders(Money due, const std::vector<Tender>& tenders)
{
    for (std::size_t i = 0; i < tenders.size(); ++i) {
        const Tender& tender = tenders[i];
        if (tender.tendered.currency() != due.currency() || tender.tendered.minor() <= 0) {
            return tenderError("bad_tender",
                               "Each payment is an amount above zero in " +
                                   std::string{due.currency().code()} + ".",
                               i);
        }
        if (tender.method == PaymentMethod::CardTerminal && tender.reference.empty()) {
            return tenderError("reference_missing",
                               "Type the receipt number that the card terminal printed.", i);
        }
    }
    return {};
}

} // namespace

Result<std::vector<SettledTender>> settle(Money due, const std::vector<Tender>& tenders)
{
    if (auto sound = checkTenders(due, tenders); !sound) {
        return std::move(sound).error();
    }
    const Money zero{0, due.currency()};
    std::vector<SettledTender> settled;
    Money open = due;
    for (const Tender& tender : tenders) {
        settled.push_back({tender, zero, zero});
        if (tender.method == PaymentMethod::CardTerminal) {
            settled.back().amount = tender.tendered;
            open -= tender.tendered;
        }
    }
    if (open.isNegative()) {
        Error error = refused("overpaid_by_card", "The card payments are " + toPlainText(-open) +
                                                      " more than is due. A card is charged exactly; "
                                                      "correct the amounts.");
        error.facts = {toPlainText(-open)};
        return error;
    }
    for (std::size_t i = 0; i < settled.size(); ++i) {
        SettledTender& part = settled[i];
        if (part.tender.method != PaymentMethod::Cash) {
            continue;
        }
        if (open.isZero()) {
            return tenderError("unused_tender", "The total is paid already; this payment is not "
                                                "needed. Remove it.", i);
        }
        part.amount = std::min(part.tender.tendered, open);
        part.change = part.tender.tendered - part.amount;
        open -= part.amount;
    }
    if (!open.isZero()) {
        Error error = refused("underpaid", toPlainText(open) + " is still to be paid.");
        error.facts = {toPlainText(open)};
        return error;
    }
    return settled;
}

std::vector<Money> quickCashAmounts(Money due)
{
    constexpr std::size_t kAmountsMax = 5;
    constexpr std::array<std::int64_t, 3> kSteps{1, 2, 5};
    std::vector<Money> amounts;
    if (due.minor() <= 0) {
        return amounts;
    }
    amounts.push_back(due);
    std::int64_t unit = 1;
    for (int i = 0; i < due.currency().exponent(); ++i) {
        unit *= 10;
    }
    // Customers hand over the next multiple of a note: 1, 2, 5, 10, 20, 50 … of the main unit. Smaller
    // than a fiftieth of the sum, a note would only repeat it.
    for (std::int64_t power = unit; power <= Money::kMinorMax / 100; power *= 10) {
        for (const std::int64_t step : kSteps) {
            const std::int64_t note = step * power;
            if (note * 50 < due.minor() || amounts.size() == kAmountsMax) {
                continue;
            }
            const std::int64_t rounded = (due.minor() + note - 1) / note * note;
            if (rounded > amounts.back().minor()) {
                amounts.emplace_back(rounded, due.currency());
            }
        }
        if (amounts.size() == kAmountsMax) {
            break;
        }
    }
    return amounts;
}

} // namespace foyer
