// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/export_store.h"

#include "core/base/money.h"
#include "core/domain/journal/entry.h"

#include <algorithm>
#include <iterator>

namespace foyer {
namespace {

using Kind = ExportColumn::Kind;

/// How a column lies in its table: a time may be a reading of the hybrid clock.
struct FactColumn {
    const char* name;
    Kind kind;
    bool isClock = false;
};

/// The statement ends with the times between which the rows are, as clock readings.
struct FactQuery {
    const char* name;
    std::vector<FactColumn> columns; ///< in the order of the statement
    const char* sql;
};

/// What was sold.
std::vector<FactQuery> soldQueries()
{
    return {
        {"orders",
         {{"id", Kind::Id},
          {"code", Kind::Text},
          {"placed_at", Kind::Time, true},
          {"currency", Kind::Text},
          {"total", Kind::Amount},
          {"customer", Kind::Id},
          {"seller", Kind::Id},
          {"voided_at", Kind::Time, true},
          {"source", Kind::Text},
          {"source_id", Kind::Text},
          {"source_placed_at", Kind::Time}},
         "SELECT sale_order.id, sale_order.code, sale_order.at, sale_order.currency, "
         "sale_order.total, CASE WHEN order_customer.entry IS NULL THEN sale_order.customer "
         "ELSE order_customer.customer END, sale_order.seller, (SELECT min(order_void.at) "
         "FROM order_void WHERE order_void.organizer = sale_order.organizer AND "
         "order_void.sale_order = sale_order.id), imported_order.source, "
         "imported_order.external, imported_order.placed_at FROM sale_order LEFT JOIN "
         "imported_order ON imported_order.organizer = sale_order.organizer AND "
         "imported_order.sale_order = sale_order.id LEFT JOIN order_customer ON "
         "order_customer.organizer = sale_order.organizer AND "
         "order_customer.sale_order = sale_order.id WHERE sale_order.organizer = ? AND "
         "sale_order.at >= ? AND sale_order.at < ? ORDER BY sale_order.id"},
        {"tickets",
         {{"id", Kind::Id},
          {"order", Kind::Id},
          {"performance", Kind::Id},
          {"type", Kind::Id},
          {"type_name", Kind::Text},
          {"category", Kind::Id},
          {"category_name", Kind::Text},
          {"seat", Kind::Number},
          {"place", Kind::Text},
          {"currency", Kind::Text},
          {"net", Kind::Amount},
          {"tax", Kind::Amount},
          {"tax_name", Kind::Text},
          {"tax_rate", Kind::Rate},
          {"voided_at", Kind::Time, true}},
         "SELECT ticket.id, ticket.sale_order, ticket.performance, ticket.type, "
         "ticket.type_name, ticket.category, ticket.category_name, ticket.seat, ticket.place, "
         "sale_order.currency, ticket.net, ticket.tax_amount, ticket.tax_name, ticket.tax_rate, "
         "ticket.voided_at FROM ticket JOIN sale_order ON sale_order.organizer = "
         "ticket.organizer AND sale_order.id = ticket.sale_order WHERE ticket.organizer = ? AND "
         "sale_order.at >= ? AND sale_order.at < ? ORDER BY ticket.id"},
        {"fees",
         {{"order", Kind::Id},
          {"line", Kind::Number},
          {"fee", Kind::Id},
          {"performance", Kind::Id},
          {"text", Kind::Text},
          {"currency", Kind::Text},
          {"net", Kind::Amount},
          {"tax", Kind::Amount},
          {"tax_name", Kind::Text},
          {"tax_rate", Kind::Rate}},
         "SELECT order_fee.sale_order, order_fee.line, order_fee.fee, order_fee.performance, "
         "order_fee.text, sale_order.currency, order_fee.net, order_fee.tax_amount, "
         "order_fee.tax_name, order_fee.tax_rate FROM order_fee JOIN sale_order ON "
         "sale_order.organizer = order_fee.organizer AND sale_order.id = order_fee.sale_order "
         "WHERE order_fee.organizer = ? AND sale_order.at >= ? AND sale_order.at < ? "
         "ORDER BY order_fee.sale_order, order_fee.line"}};
}

/// What was paid, and who came.
std::vector<FactQuery> movedQueries()
{
    return {
        {"payments",
         {{"id", Kind::Id},
          {"order", Kind::Id},
          {"at", Kind::Time, true},
          {"method", Kind::Text},
          {"currency", Kind::Text},
          {"amount", Kind::Amount},
          {"rounding", Kind::Amount}},
         "SELECT id, sale_order, at, method, currency, amount, rounding FROM payment WHERE "
         "organizer = ? AND at >= ? AND at < ? ORDER BY id"},
        {"refunds",
         {{"id", Kind::Id},
          {"order", Kind::Id},
          {"payment", Kind::Id},
          {"at", Kind::Time, true},
          {"method", Kind::Text},
          {"currency", Kind::Text},
          {"amount", Kind::Amount},
          {"rounding", Kind::Amount}},
         "SELECT id, sale_order, payment, at, method, currency, amount, rounding FROM "
         "payment_return WHERE organizer = ? AND at >= ? AND at < ? ORDER BY id"},
        {"admissions",
         {{"id", Kind::Id},
          {"ticket", Kind::Id},
          {"performance", Kind::Id},
          {"at", Kind::Time, true},
          {"gate", Kind::Text},
          {"outcome", Kind::Text}},
         "SELECT entry, ticket, performance, at, gate, outcome FROM scan WHERE organizer = ? AND "
         "at >= ? AND at < ? ORDER BY entry"},
        {"ledger",
         {{"entry", Kind::Id},
          {"line", Kind::Number},
          {"at", Kind::Time, true},
          {"kind", Kind::Text},
          {"account", Kind::Text},
          {"subject", Kind::Id},
          {"currency", Kind::Text},
          {"amount", Kind::Amount}},
         "SELECT ledger_line.entry, ledger_line.line, entry.at, entry.kind, ledger_line.account, "
         "ledger_line.subject, ledger_line.currency, ledger_line.amount FROM ledger_line LEFT "
         "JOIN entry ON entry.organizer = ledger_line.organizer AND entry.id = ledger_line.entry "
         "WHERE ledger_line.organizer = ? AND COALESCE(entry.at, 0) >= ? AND "
         "COALESCE(entry.at, 0) < ? ORDER BY ledger_line.entry, ledger_line.line"}};
}

const std::vector<FactQuery>& factQueries()
{
    static const std::vector<FactQuery> kQueries = [] {
        std::vector<FactQuery> queries = soldQueries();
        std::ranges::move(movedQueries(), std::back_inserter(queries));
        return queries;
    }();
    return kQueries;
}

std::int64_t clockReading(Instant instant)
{
    // Whoever asks for all time asks beyond what a reading can hold.
    constexpr std::int64_t kLatest = INT64_MAX >> 16;
    return std::clamp<std::int64_t>(instant.ms, 0, kLatest) << 16;
}

std::string milliText(std::int64_t milli)
{
    const std::string decimals = std::to_string(milli % 1000);
    return std::to_string(milli / 1000) + "." + std::string(3 - decimals.size(), '0') + decimals;
}

std::optional<std::string> factCell(const DbRow& row, int column, const FactColumn& as,
                                    const std::optional<Currency>& currency)
{
    if (row.isNull(column)) {
        return std::nullopt;
    }
    switch (as.kind) {
    case Kind::Text:
        return row.text(column);
    case Kind::Id: {
        const Uuid id = row.uuid(column);
        return id.isNil() ? std::nullopt : std::optional{id.text()};
    }
    case Kind::Number:
        return std::to_string(row.integer(column));
    case Kind::Rate:
        return milliText(row.integer(column));
    case Kind::Time:
        return toRfc3339(as.isClock ? HlcTime{row.integer(column)}.instant()
                                    : Instant{row.integer(column)});
    case Kind::Amount:
        break;
    }
    return currency ? std::optional{toPlainText(Money{row.integer(column), *currency})}
                    : std::nullopt;
}

} // namespace

std::vector<ExportTable> factTables()
{
    std::vector<ExportTable> tables;
    for (const FactQuery& query : factQueries()) {
        ExportTable& table = tables.emplace_back();
        table.name = query.name;
        for (const FactColumn& column : query.columns) {
            table.columns.push_back({column.name, column.kind});
        }
    }
    return tables;
}

void readFacts(Database& database, OrganizerId organizer, const std::string& table, Instant from,
               Instant until, const std::function<bool(const ExportRow&)>& take)
{
    const auto query = std::ranges::find_if(factQueries(), [&](const FactQuery& each) {
        return table == each.name;
    });
    if (query == factQueries().end()) {
        return;
    }
    const auto priced = std::ranges::find_if(query->columns, [](const FactColumn& column) {
        return std::string_view{column.name} == "currency";
    });
    const auto currencyAt = static_cast<int>(priced - query->columns.begin());
    const auto rows =
        database.walk(query->sql, {organizer, clockReading(from), clockReading(until)});
    ExportRow cells(query->columns.size());
    while (rows->next()) {
        const auto currency = priced != query->columns.end()
            ? Currency::fromCode(rows->row().text(currencyAt))
            : std::nullopt;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            cells[i] = factCell(rows->row(), static_cast<int>(i), query->columns[i], currency);
        }
        if (!take(cells)) {
            return;
        }
    }
}

void readJournalLines(Database& database, OrganizerId organizer, Instant from, Instant until,
                      const std::function<bool(const JournalLine&)>& take)
{
    const auto rows = database.walk(
        "SELECT entry.at, entry.kind, entry.id, sale_order.code, entry.epoch, entry.sequence, "
        "entry.replica, ledger_line.account, ledger_line.subject, ledger_line.currency, "
        "ledger_line.amount FROM ledger_line JOIN entry ON entry.organizer = "
        "ledger_line.organizer AND entry.id = ledger_line.entry LEFT JOIN sale_order ON "
        "sale_order.organizer = entry.organizer AND sale_order.replica = entry.replica AND "
        "sale_order.epoch = entry.epoch AND sale_order.sequence = entry.sequence WHERE "
        "ledger_line.organizer = ? AND entry.at >= ? AND entry.at < ? "
        "ORDER BY ledger_line.entry, ledger_line.line",
        {organizer, clockReading(from), clockReading(until)});
    while (rows->next()) {
        const DbRow& row = rows->row();
        JournalLine line{.at = HlcTime{row.integer(0)}.instant(),
                         .kind = row.text(1),
                         .entry = row.id<EntryId>(2),
                         .document = row.text(3),
                         .account = row.text(7),
                         .subject = row.uuid(8),
                         .currency = row.text(9),
                         .amount = row.integer(10)};
        if (line.document.empty()) {
            line.document = row.uuid(6).text().substr(24) + "-" + std::to_string(row.integer(4)) +
                "-" + std::to_string(row.integer(5));
        }
        if (!take(line)) {
            return;
        }
    }
}

EditsSince readEditsSince(Database& database, OrganizerId organizer, const Uuid& entity)
{
    EditsSince edits;
    database.each("SELECT count(*), max(at) FROM (SELECT DISTINCT at, replica FROM catalogue_edit "
                  "WHERE organizer = ? AND entity = ?) AS edits",
                  {organizer, entity}, [&](const DbRow& row) {
                      edits = {row.integer(0), HlcTime{row.integer(1)}.instant()};
                  });
    return edits;
}

} // namespace foyer
