// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/clock.h"
#include "core/base/uuid.h"
#include "core/domain/journal/cbor.h"
#include "core/domain/journal/entry.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace foyer {

struct OrderPlaced;
struct PaymentTaken;

/// What the figures of a till report are of.
enum class FigureGroup : std::uint8_t {
    Turnover,   ///< what was sold, less what was taken back; count: orders
    Method,     ///< what was paid, by payment method; the name is the method's
    Tax,        ///< gross and tax by tax
    TicketType, ///< count: tickets
    Event,      ///< of a fact: its performance; of a report: its event
    Fee,
    Clerk,    ///< turnover by who was signed in; of reports only
    Drawer,   ///< cash put into the drawer, less what was taken out
    Rounding, ///< cash kept beyond what was due, by rounding to coins
    PayIn,
    PayOut,
    NoSale,   ///< count: how often the drawer was opened without a sale
    GiftCard, ///< sold, less what was taken back; count: cards. No turnover
    Discount, ///< taken off list prices of tickets, by kind of reduction; contained in no other
};

/// "turnover", "method", …: stable names for entries, the command line and JSON.
std::string_view figureGroupName(FigureGroup group);
std::optional<FigureGroup> figureGroupNamed(std::string_view name);

/// Which figure: of a group, by the id and the name it had in the fact.
struct FigureKey {
    FigureGroup group = FigureGroup::Turnover;
    Uuid subject;
    std::string name;
    friend auto operator<=>(const FigureKey&, const FigureKey&) = default;
    friend bool operator==(const FigureKey&, const FigureKey&) = default;
};

/// A figure of a fact, or of a report. Amounts are gross, in minor units of the shift's currency.
struct TillFigure {
    FigureKey key;
    std::int64_t count = 0;
    std::int64_t amount = 0;
    std::int64_t tax = 0; ///< contained in amount; of turnover and taxes
    friend bool operator==(const TillFigure&, const TillFigure&) = default;
};
using TillFigures = std::vector<TillFigure>;

/// What a sale, and what a payment, adds to the figures of its shift.
TillFigures figuresOf(const OrderPlaced& order);
TillFigures figuresOf(const PaymentTaken& payment);
/// What taking it back adds.
TillFigures negated(TillFigures figures);
/// Adds `more` to `sum`, figure by figure; a figure that is new is put where it belongs.
void addTo(TillFigures& sum, std::span<const TillFigure> more);
/// The figure of a group that has no parts (turnover, drawer); zero where there is none.
TillFigure figureIn(std::span<const TillFigure> figures, FigureGroup group);

/// As they are kept: an array of [group, subject, name, count, amount, tax].
Bytes encode(const TillFigures& figures);
/// What can be read of them; a group of a newer Foyer is left out.
TillFigures readFigures(const CborValue& value);

/// One fact of a shift: a receipt, a void, a pay-in.
struct TillFact {
    EntryId entry;
    Instant at;
    UserId clerk;     ///< who was signed in; nil: nobody had to
    std::string kind; ///< of the entry: "order.placed"
    std::optional<OrderId> order;
    std::string code; ///< of the order, stored form; empty where there is none
    std::string note; ///< the reason of a pay-in
    TillFigures figures;
};

/// The figures of a report: those of all its facts, and the turnover of each clerk. The order of
/// the facts does not matter.
TillFigures totalsOf(std::span<const TillFact> facts);

} // namespace foyer
