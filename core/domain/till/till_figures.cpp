// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/till/till_figures.h"

#include "core/domain/sales/sale_entries.h"

#include <algorithm>
#include <array>

namespace foyer {
namespace {

constexpr auto kNames = std::to_array<std::string_view>(
    {"turnover", "method", "tax", "type", "event", "fee", "clerk", "drawer", "rounding", "pay_in",
     "pay_out", "no_sale", "gift_card", "discount"});

void add(TillFigures& figures, FigureKey key, std::int64_t count, std::int64_t amount,
         std::int64_t tax = 0)
{
    const TillFigure figure{std::move(key), count, amount, tax};
    addTo(figures, {&figure, 1});
}

} // namespace

std::string_view figureGroupName(FigureGroup group)
{
    return kNames.at(static_cast<std::size_t>(group));
}

std::optional<FigureGroup> figureGroupNamed(std::string_view name)
{
    const auto* found = std::ranges::find(kNames, name);
    return found != kNames.end()
        ? std::optional{static_cast<FigureGroup>(std::distance(kNames.begin(), found))}
        : std::nullopt;
}

void addTo(TillFigures& sum, std::span<const TillFigure> more)
{
    for (const TillFigure& figure : more) {
        const auto place = std::ranges::lower_bound(sum, figure.key, {}, &TillFigure::key);
        if (place != sum.end() && place->key == figure.key) {
            place->count += figure.count;
            place->amount += figure.amount;
            place->tax += figure.tax;
        } else {
            sum.insert(place, figure);
        }
    }
}

TillFigures figuresOf(const OrderPlaced& order)
{
    TillFigures figures;
    std::int64_t tax = 0;
    for (const auto& line : order.lines) {
        const std::int64_t gross = line.net + line.taxAmount;
        tax += line.taxAmount;
        add(figures, {FigureGroup::TicketType, line.type.uuid, line.typeName}, 1, gross);
        add(figures, {FigureGroup::Event, line.performance.uuid, {}}, 1, gross);
        add(figures, {FigureGroup::Tax, line.tax.uuid, line.taxName}, 1, gross, line.taxAmount);
        if (line.reduction.kind != Reduction::Kind::None) {
            add(figures,
                {FigureGroup::Discount, {}, std::string{reductionName(line.reduction.kind)}}, 1,
                -line.reduction.minor);
        }
    }
    for (const auto& fee : order.fees) {
        const std::int64_t gross = fee.net + fee.taxAmount;
        tax += fee.taxAmount;
        add(figures, {FigureGroup::Fee, fee.fee.uuid, fee.text}, 1, gross);
        add(figures, {FigureGroup::Tax, fee.tax.uuid, fee.taxName}, 1, gross, fee.taxAmount);
    }
    std::int64_t worth = 0;
    for (const auto& card : order.giftCards) {
        worth += card.worth;
        add(figures, {FigureGroup::GiftCard, {}, {}}, 1, card.worth);
    }
    if (order.giftCards.empty() || order.total() != worth) {
        add(figures, {FigureGroup::Turnover, {}, {}}, 1, order.total() - worth, tax);
    }
    return figures;
}

TillFigures figuresOf(const PaymentTaken& payment)
{
    TillFigures figures;
    add(figures, {FigureGroup::Method, {}, std::string{paymentMethodName(payment.method)}}, 1,
        payment.amount);
    if (payment.method == PaymentMethod::Cash) {
        add(figures, {FigureGroup::Drawer, {}, {}}, 1, payment.amount + payment.rounding);
    }
    if (!payment.settles.isNil()) { // paid by this instead, and no longer on account
        add(figures,
            {FigureGroup::Method, {}, std::string{paymentMethodName(PaymentMethod::Invoice)}}, 0,
            -payment.amount);
    }
    if (!payment.instead.isNil()) { // it was counted when it was asked for
        add(figures, {FigureGroup::Method, {}, std::string{paymentMethodName(payment.insteadOf)}},
            -1, -payment.amount);
    }
    if (payment.rounding != 0) {
        add(figures, {FigureGroup::Rounding, {}, {}}, 1, payment.rounding);
    }
    return figures;
}

TillFigures negated(TillFigures figures)
{
    for (TillFigure& figure : figures) {
        figure.count = -figure.count;
        figure.amount = -figure.amount;
        figure.tax = -figure.tax;
    }
    return figures;
}

TillFigure figureIn(std::span<const TillFigure> figures, FigureGroup group)
{
    const FigureKey key{group, {}, {}};
    const auto found = std::ranges::find(figures, key, &TillFigure::key);
    return found != figures.end() ? *found : TillFigure{key, 0, 0, 0};
}

Bytes encode(const TillFigures& figures)
{
    CborWriter writer;
    writer.array(figures.size());
    for (const TillFigure& figure : figures) {
        writer.array(6)
            .text(figureGroupName(figure.key.group))
            .bytes(figure.key.subject.bytes())
            .text(figure.key.name)
            .integer(figure.count)
            .integer(figure.amount)
            .integer(figure.tax);
    }
    return writer.take();
}

TillFigures readFigures(const CborValue& value)
{
    constexpr std::size_t kParts = 6;
    TillFigures figures;
    for (const CborValue& item : value.asArray()) {
        const auto& parts = item.asArray();
        const auto group =
            parts.size() == kParts ? figureGroupNamed(parts[0].asText()) : std::nullopt;
        const auto subject = group ? Uuid::fromBytes(parts[1].asBytes()) : std::nullopt;
        if (subject) {
            figures.push_back({{*group, *subject, parts[2].asText()},
                               parts[3].asInteger(),
                               parts[4].asInteger(),
                               parts[5].asInteger()});
        }
    }
    return figures;
}

TillFigures totalsOf(std::span<const TillFact> facts)
{
    TillFigures totals;
    for (const TillFact& fact : facts) {
        addTo(totals, fact.figures);
        const TillFigure turnover = figureIn(fact.figures, FigureGroup::Turnover);
        if (turnover.count != 0 || turnover.amount != 0) {
            add(totals, {FigureGroup::Clerk, fact.clerk.uuid, {}}, turnover.count, turnover.amount,
                turnover.tax);
        }
    }
    return totals;
}

} // namespace foyer
