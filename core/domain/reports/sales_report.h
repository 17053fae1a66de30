// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/base/uuid.h"
#include "core/domain/reports/report_figures.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foyer {

/// By what sales are told apart.
enum class SalesGrouping : std::uint8_t {
    Event,
    Performance,
    TicketType, ///< fees are lines of their own
    Category,
    Price,
    Channel,  ///< the counter or server that sold
    Provider, ///< through whom the money came
    Payment,  ///< how it was paid
    Clerk,
    Day, ///< by the clocks of the house
};
inline constexpr std::size_t kSalesGroupings = static_cast<std::size_t>(SalesGrouping::Day) + 1;
/// "event", "performance", "type", "category", "price", "channel", "provider", "payment", "clerk",
/// "day": stable names of the command line and of JSON.
std::string_view salesGroupingName(SalesGrouping grouping);
std::optional<SalesGrouping> salesGroupingNamed(std::string_view name);

/// What a report is about. Days are counted from 1970-01-01 by the clocks of the house.
struct ReportScope {
    std::optional<EventId> event = std::nullopt;
    std::vector<PerformanceId> performances = {}; ///< empty: all, of the event where one is set
    std::optional<std::int64_t> fromDay = std::nullopt;
    std::optional<std::int64_t> toDay = std::nullopt; ///< included
    /// As it was known here at a moment of the past: what was written up to it, its millisecond
    /// included. Names, prices and room are those of now.
    std::optional<Instant> asOf = std::nullopt;
    friend bool operator==(const ReportScope&, const ReportScope&) = default;
};

/// What stands on top of every report.
struct ReportHead {
    std::string house; ///< says so where it is for testing
    bool isTraining = false;
    std::string subject;  ///< the event, the performance; empty: all
    std::string timeZone; ///< of the house
    ReportScope scope;
    Instant madeAt;
};

/// What sales come to. Amounts in minor units of one currency, gross where nothing else is said.
struct SalesFigures {
    std::int64_t sold = 0;
    std::int64_t takenBack = 0; ///< voided, refunded, exchanged
    std::int64_t complimentary = 0;
    std::int64_t tickets = 0;   ///< gross, as sold
    std::int64_t discounts = 0; ///< list price less price of what was sold
    std::int64_t fees = 0;
    std::int64_t refunds = 0;
    std::int64_t taxes = 0; ///< in tickets and fees, less those in refunds
    friend bool operator==(const SalesFigures&, const SalesFigures&) = default;

    std::int64_t netTickets() const { return sold - takenBack; }
    std::int64_t gross() const { return tickets + fees; }
    std::int64_t kept() const { return gross() - refunds; }
    std::int64_t net() const { return kept() - taxes; }
    /// Adds a line of tickets or fees; others change nothing.
    void add(ReportKind kind, const ReportFigures& figures);
    SalesFigures& operator+=(const SalesFigures& other);
};

struct SalesRow {
    std::string key;  ///< of programs: an id, a day "2026-11-28", a price "12.00", a method
    std::string name; ///< of people
    Currency currency;
    SalesFigures figures;
};

/// Adds to the sum of a currency, of which there is one each, in the order of their codes.
void addToSums(std::vector<SalesRow>& sums, Currency currency, const SalesFigures& figures);

struct SalesReport {
    ReportHead head;
    SalesGrouping grouping = SalesGrouping::Event;
    std::vector<SalesRow> rows; ///< in the order in which people look for them
    std::vector<SalesRow> sums; ///< one for each currency; key and name are empty
};

/// A tax by its rate, in one currency.
struct TaxRow {
    TaxId tax; ///< nil: untaxed
    std::string name;
    std::int64_t rateMilliPercent = 0;
    Currency currency;
    std::int64_t ticketNet = 0;
    std::int64_t ticketTax = 0;
    std::int64_t feeNet = 0;
    std::int64_t feeTax = 0;
    std::int64_t backNet = 0; ///< of both, given back
    std::int64_t backTax = 0;
    std::int64_t net() const { return ticketNet + feeNet - backNet; }
    std::int64_t taxAmount() const { return ticketTax + feeTax - backTax; }
    /// Adds amounts of the same currency.
    TaxRow& operator+=(const TaxRow& other);
};

struct TaxReport {
    ReportHead head;
    std::vector<TaxRow> rows; ///< by currency, rate and name
};

/// What an event is settled by, in one currency. What tickets and fees came to is what was paid.
struct EventSettlement {
    std::optional<EventId> event; ///< nothing: what belongs to none, gift cards among it
    std::string name;
    Currency currency;
    SalesFigures figures;
    std::int64_t giftCards = 0; ///< sold: worth that is owed, no turnover
    std::vector<TaxRow> taxes;
    struct Payment {
        std::string method;
        std::string provider; ///< empty: none
        std::int64_t amount = 0;
    };
    std::vector<Payment> payments; ///< less what was given back
    std::int64_t paid() const;
    /// What is still to be paid; below zero: to be given back.
    std::int64_t open() const { return figures.kept() + giftCards - paid(); }
};

struct SettlementReport {
    ReportHead head;
    std::vector<EventSettlement> events;
};

} // namespace foyer
