// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/uuid.h"

#include <compare>
#include <cstdint>
#include <string>

namespace foyer {

/// What a line of figures is about.
enum class ReportKind : std::uint8_t {
    Ticket,
    Fee,      ///< of an order or a ticket; donations are fees
    Payment,  ///< how tickets and fees of a performance were paid
    GiftCard, ///< sold: worth against money, no turnover
};

/// Everything by which figures of sales can be told apart. What a ticket does not have is nil,
/// empty or 0.
struct ReportSubject {
    ReportKind kind = ReportKind::Ticket;
    PerformanceId performance;
    Uuid type; ///< the ticket type, or the fee
    CategoryId category;
    std::int64_t price = 0; ///< gross as sold, minor units
    std::string currency;   ///< ISO 4217
    TaxId tax;
    std::int64_t taxRate = 0; ///< thousandths of a percent, as sold
    ReplicaId replica;        ///< the counter that sold it
    UserId seller;            ///< nil: nobody had to sign in
    std::string paidBy;       ///< names of payment methods joined by "+"; empty: nothing to pay
    std::string provider;     ///< of them, joined likewise; empty: no provider took part
    friend auto operator<=>(const ReportSubject&, const ReportSubject&) = default;
};

/// What is added up, all of it in minor units where it is money. What was taken back counts with
/// the sale that it takes back, at the time when it was taken back.
struct ReportFigures {
    std::int64_t sold = 0;          ///< tickets; of fees how often they were charged
    std::int64_t takenBack = 0;     ///< tickets that became void
    std::int64_t complimentary = 0; ///< of those that were sold
    std::int64_t net = 0;           ///< sold; of payments and gift cards the amount that stands
    std::int64_t tax = 0;
    std::int64_t backNet = 0; ///< given back
    std::int64_t backTax = 0;
    std::int64_t discount = 0; ///< list price less price, of all that was sold
    friend bool operator==(const ReportFigures&, const ReportFigures&) = default;

    std::int64_t gross() const { return net + tax; }
    std::int64_t refunded() const { return backNet + backTax; }
    ReportFigures& operator+=(const ReportFigures& other);
    ReportFigures operator-() const;
};

/// A change of the figures at a moment.
struct FigureChange {
    Instant at;
    ReportSubject subject;
    ReportFigures figures;
    friend bool operator==(const FigureChange&, const FigureChange&) = default;
};

} // namespace foyer
