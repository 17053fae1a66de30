// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/reports/sales_report.h"

#include <algorithm>
#include <array>

namespace foyer {
namespace {

constexpr std::array<std::string_view, kSalesGroupings> kGroupingNames{"event",    "performance",
                                                                       "type",     "category",
                                                                       "price",    "channel",
                                                                       "provider", "payment",
                                                                       "clerk",    "day"};

} // namespace

std::string_view salesGroupingName(SalesGrouping grouping)
{
    return kGroupingNames.at(static_cast<std::size_t>(grouping));
}

std::optional<SalesGrouping> salesGroupingNamed(std::string_view name)
{
    const auto* found = std::ranges::find(kGroupingNames, name);
    return found != kGroupingNames.end()
        ? std::optional{static_cast<SalesGrouping>(found - kGroupingNames.begin())}
        : std::nullopt;
}

void SalesFigures::add(ReportKind kind, const ReportFigures& figures)
{
    if (kind == ReportKind::Ticket) {
        sold += figures.sold;
        takenBack += figures.takenBack;
        complimentary += figures.complimentary;
        tickets += figures.gross();
        discounts += figures.discount;
    } else if (kind == ReportKind::Fee) {
        fees += figures.gross();
    } else {
        return;
    }
    refunds += figures.refunded();
    taxes += figures.tax - figures.backTax;
}

TaxRow& TaxRow::operator+=(const TaxRow& other)
{
    ticketNet += other.ticketNet;
    ticketTax += other.ticketTax;
    feeNet += other.feeNet;
    feeTax += other.feeTax;
    backNet += other.backNet;
    backTax += other.backTax;
    return *this;
}

SalesFigures& SalesFigures::operator+=(const SalesFigures& other)
{
    sold += other.sold;
    takenBack += other.takenBack;
    complimentary += other.complimentary;
    tickets += other.tickets;
    discounts += other.discounts;
    fees += other.fees;
    refunds += other.refunds;
    taxes += other.taxes;
    return *this;
}

void addToSums(std::vector<SalesRow>& sums, Currency currency, const SalesFigures& figures)
{
    auto sum = std::ranges::lower_bound(sums, currency.code(), {},
                                        [](const SalesRow& row) { return row.currency.code(); });
    if (sum == sums.end() || sum->currency != currency) {
        sum = sums.insert(sum, {{}, {}, currency, {}});
    }
    sum->figures += figures;
}

std::int64_t EventSettlement::paid() const
{
    std::int64_t sum = 0;
    for (const Payment& payment : payments) {
        sum += payment.amount;
    }
    return sum;
}

} // namespace foyer
