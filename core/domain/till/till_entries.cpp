// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/till/till_entries.h"

#include "core/domain/journal/cbor_fields.h"

#include <algorithm>
#include <array>

namespace foyer {
namespace {

constexpr auto kMoves = std::to_array<std::string_view>({"pay_in", "pay_out", "no_sale"});

void writeCoins(CborWriter& writer, const CashCount& count)
{
    writer.text("coins").array(count.coins.size());
    for (const CoinCount& coin : count.coins) {
        writer.array(2).integer(coin.value).integer(coin.count);
    }
}

CashCount readCount(const CborValue& coins, const CborValue& total, FieldReader& fields)
{
    CashCount count{fields.amount(total), {}};
    for (const CborValue& coin : coins.asArray()) {
        const auto& parts = coin.asArray();
        if (parts.size() == 2) {
            count.coins.push_back({parts[0].asInteger(), parts[1].asInteger()});
        }
    }
    return count;
}

void book(std::vector<LedgerLine>& lines, const char* account, const Uuid& subject,
          Currency currency, std::int64_t amount)
{
    if (amount != 0) {
        lines.push_back({account, subject, currency, amount});
    }
}

} // namespace

std::string_view cashMoveName(CashMoveKind kind)
{
    return kMoves.at(static_cast<std::size_t>(kind));
}

std::optional<CashMoveKind> cashMoveNamed(std::string_view name)
{
    const auto* found = std::ranges::find(kMoves, name);
    return found != kMoves.end()
        ? std::optional{static_cast<CashMoveKind>(std::distance(kMoves.begin(), found))}
        : std::nullopt;
}

// Keys are written in canonical order: by length, then by letters.
Bytes encode(const ShiftOpened& body)
{
    CborWriter writer;
    writer.map(8);
    writeCoins(writer, body.cash);
    writer.field("float", body.cash.total);
    writer.field("shift", body.shift.uuid.bytes());
    writer.field("drawer", body.drawer.uuid.bytes());
    writer.field("number", body.number);
    writer.field("series", body.series);
    writer.field("currency", body.currency.code());
    writer.field("operator", body.clerk.uuid.bytes());
    return writer.take();
}

Bytes encode(const CashMoved& body)
{
    CborWriter writer;
    writer.map(5);
    writer.field("kind", cashMoveName(body.kind));
    writer.field("shift", body.shift.uuid.bytes());
    writer.field("amount", body.amount);
    writer.field("reason", body.reason);
    writer.field("currency", body.currency.code());
    return writer.take();
}

Bytes encode(const ShiftClosed& body)
{
    CborWriter writer;
    writer.map(11);
    writer.field("head", ByteView{body.head});
    writeCoins(writer, body.counted);
    writer.field("shift", body.shift.uuid.bytes());
    writer.field("series", body.series);
    writer.field("counted", body.counted.total);
    writer.text("figures").raw(encode(body.figures));
    writer.field("currency", body.currency.code());
    writer.field("expected", body.expected);
    writer.field("z_number", body.zNumber);
    writer.field("difference", body.difference());
    writer.field("grand_total", body.grandTotal);
    return writer.take();
}

Result<ShiftOpened> decodeShiftOpened(const CborValue& body)
{
    FieldReader fields{kind::kShiftOpened};
    ShiftOpened opened{.currency = fields.currency(body["currency"])};
    opened.shift = fields.id<ShiftId>(body["shift"]);
    opened.drawer = fields.id<DrawerId>(body["drawer"]);
    opened.clerk = fields.id<UserId>(body["operator"]);
    opened.series = fields.text(body["series"], "series");
    opened.number = fields.integer(body["number"], 1, INT64_MAX);
    opened.cash = readCount(body["coins"], body["float"], fields);
    return fields.checked(std::move(opened));
}

Result<CashMoved> decodeCashMoved(const CborValue& body)
{
    FieldReader fields{kind::kCashMoved};
    CashMoved moved{.currency = fields.currency(body["currency"])};
    moved.shift = fields.id<ShiftId>(body["shift"]);
    const auto move = cashMoveNamed(body["kind"].asText());
    fields.require(move.has_value(), "kind");
    moved.kind = move.value_or(CashMoveKind::NoSale);
    moved.amount = fields.amount(body["amount"]);
    moved.reason = body["reason"].asText();
    return fields.checked(std::move(moved));
}

Result<ShiftClosed> decodeShiftClosed(const CborValue& body)
{
    FieldReader fields{kind::kShiftClosed};
    ShiftClosed closed{.currency = fields.currency(body["currency"])};
    closed.shift = fields.id<ShiftId>(body["shift"]);
    closed.series = fields.text(body["series"], "series");
    closed.zNumber = fields.integer(body["z_number"], 1, INT64_MAX);
    closed.counted = readCount(body["coins"], body["counted"], fields);
    closed.expected = fields.amount(body["expected"]);
    closed.figures = readFigures(body["figures"]);
    closed.grandTotal = fields.integer(body["grand_total"], INT64_MIN, INT64_MAX);
    const ByteView head = body["head"].asBytes();
    fields.require(head.size() == closed.head.size(), "head");
    if (head.size() == closed.head.size()) {
        std::ranges::copy(head, closed.head.begin());
    }
    return fields.checked(std::move(closed));
}

std::vector<LedgerLine> ledgerOf(const ShiftOpened& opened)
{
    std::vector<LedgerLine> lines;
    book(lines, account::kCash, opened.shift.uuid, opened.currency, opened.cash.total);
    book(lines, account::kCashSafe, {}, opened.currency, -opened.cash.total);
    return lines;
}

std::vector<LedgerLine> ledgerOf(const CashMoved& moved)
{
    const std::int64_t into = figureIn(figuresOf(moved), FigureGroup::Drawer).amount;
    std::vector<LedgerLine> lines;
    book(lines, account::kCash, moved.shift.uuid, moved.currency, into);
    book(lines, account::kPettyCash, {}, moved.currency, -into);
    return lines;
}

std::vector<LedgerLine> ledgerOf(const ShiftClosed& closed)
{
    std::vector<LedgerLine> lines;
    book(lines, account::kCash, closed.shift.uuid, closed.currency, -closed.expected);
    book(lines, account::kCashSafe, {}, closed.currency, closed.counted.total);
    book(lines, account::kCashOverShort, {}, closed.currency, -closed.difference());
    return lines;
}

TillFigures figuresOf(const CashMoved& moved)
{
    switch (moved.kind) {
    case CashMoveKind::PayIn:
        return {{{FigureGroup::Drawer, {}, {}}, 1, moved.amount, 0},
                {{FigureGroup::PayIn, {}, {}}, 1, moved.amount, 0}};
    case CashMoveKind::PayOut:
        return {{{FigureGroup::Drawer, {}, {}}, 1, -moved.amount, 0},
                {{FigureGroup::PayOut, {}, {}}, 1, moved.amount, 0}};
    case CashMoveKind::NoSale:
        break;
    }
    return {{{FigureGroup::NoSale, {}, {}}, 1, 0, 0}};
}

std::int64_t expectedCash(std::int64_t floatTotal, std::span<const TillFigure> totals)
{
    return floatTotal + figureIn(totals, FigureGroup::Drawer).amount;
}

} // namespace foyer
