// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/order_import_store.h"

namespace foyer {
namespace {

StoredOrderImport orderImportFrom(const DbRow& row)
{
    StoredOrderImport import{.id = row.id<ImportId>(0),
                             .source = row.text(1),
                             .title = row.text(2),
                             .begunAt = {},
                             .begunBy = row.id<UserId>(4),
                             .isEnded = !row.isNull(5),
                             .isUndone = !row.isNull(6),
                             .kept = row.integer(7),
                             .orders = row.integer(8),
                             .tickets = row.integer(9)};
    if (!row.isNull(3)) {
        import.begunAt = HlcTime{row.integer(3)};
    }
    return import;
}

} // namespace

std::vector<StoredOrderImport> readOrderImports(Database& database, OrganizerId organizer)
{
    std::vector<StoredOrderImport> imports;
    database.each(
        "SELECT order_import.id, order_import.source, title, begun_at, begun_by, ended_at, "
        "undone_at, kept, "
        "(SELECT count(*) FROM imported_order WHERE imported_order.organizer = "
        "order_import.organizer AND imported_order.import = order_import.id), "
        "(SELECT count(*) FROM imported_order JOIN ticket ON ticket.organizer = "
        "imported_order.organizer AND ticket.sale_order = imported_order.sale_order "
        "WHERE imported_order.organizer = order_import.organizer AND "
        "imported_order.import = order_import.id) "
        "FROM order_import WHERE order_import.organizer = ? ORDER BY COALESCE(begun_at, 0) DESC, "
        "order_import.id DESC",
        {organizer}, [&](const DbRow& row) { imports.push_back(orderImportFrom(row)); });
    return imports;
}

std::optional<OrderImportStanding> readOrderImportStanding(Database& database,
                                                           OrganizerId organizer, ImportId id)
{
    std::optional<OrderImportStanding> found;
    database.each("SELECT source, undone_at FROM order_import WHERE organizer = ? AND id = ?",
                  {organizer, id}, [&](const DbRow& row) {
                      found = {.source = row.text(0), .isUndone = !row.isNull(1)};
                  });
    return found;
}

bool isOrderImported(Database& database, OrganizerId organizer, const std::string& source,
                     const std::string& externalId)
{
    return database
        .integer("SELECT 1 FROM imported_order WHERE organizer = ? AND source = ? AND "
                 "external = ? AND NOT (EXISTS (SELECT 1 FROM order_import WHERE "
                 "order_import.organizer = imported_order.organizer AND "
                 "order_import.id = imported_order.import AND undone_at IS NOT NULL) AND "
                 "EXISTS (SELECT 1 FROM order_void WHERE order_void.organizer = "
                 "imported_order.organizer AND order_void.sale_order = "
                 "imported_order.sale_order)) LIMIT 1",
                 {organizer, source, externalId})
        .has_value();
}

std::vector<ImportedOrderRow> readImportedOrders(Database& database, OrganizerId organizer,
                                                 ImportId import, OrderId after, std::int64_t limit)
{
    std::vector<ImportedOrderRow> orders;
    database.each(
        "SELECT sale_order, external, "
        "(SELECT count(*) FROM order_void WHERE order_void.organizer = imported_order.organizer "
        "AND order_void.sale_order = imported_order.sale_order), "
        "(SELECT count(*) FROM line_return WHERE line_return.organizer = "
        "imported_order.organizer AND line_return.sale_order = imported_order.sale_order) + "
        "(SELECT count(*) FROM order_change WHERE order_change.organizer = "
        "imported_order.organizer AND order_change.sale_order = imported_order.sale_order), "
        // What the source said of doors is one scan; any other is of here.
        "(SELECT count(*) FROM ticket JOIN scan ON scan.organizer = ticket.organizer AND "
        "scan.ticket = ticket.id AND scan.outcome = 'admitted' WHERE ticket.organizer = "
        "imported_order.organizer AND ticket.sale_order = imported_order.sale_order) - "
        "(SELECT count(*) FROM ticket JOIN imported_ticket ON imported_ticket.organizer = "
        "ticket.organizer AND imported_ticket.ticket = ticket.id AND admitted = 1 WHERE "
        "ticket.organizer = imported_order.organizer AND ticket.sale_order = "
        "imported_order.sale_order) "
        "FROM imported_order WHERE organizer = ? AND import = ? AND sale_order > ? "
        "ORDER BY sale_order LIMIT ?",
        {organizer, import, after, limit}, [&](const DbRow& row) {
            orders.push_back({row.id<OrderId>(0), row.text(1), row.integer(2) > 0,
                              row.integer(3) > 0, row.integer(4) > 0});
        });
    return orders;
}

std::optional<TicketId> readTicketOfForeignCode(Database& database, OrganizerId organizer,
                                                const ForeignCode& code)
{
    std::optional<TicketId> found;
    database.each("SELECT imported_ticket.ticket FROM imported_ticket LEFT JOIN ticket ON "
                  "ticket.organizer = imported_ticket.organizer AND ticket.id = "
                  "imported_ticket.ticket WHERE imported_ticket.organizer = ? AND "
                  "imported_ticket.code = ? ORDER BY (CASE WHEN ticket.voided_at IS NULL THEN 0 "
                  "ELSE 1 END), imported_ticket.ticket LIMIT 1",
                  {organizer, ByteView{code}},
                  [&](const DbRow& row) { found = row.id<TicketId>(0); });
    return found;
}

std::optional<ImportedOrigin> readImportedOrigin(Database& database, OrganizerId organizer,
                                                 OrderId order)
{
    std::optional<ImportedOrigin> origin;
    database.each("SELECT source, external, placed_at FROM imported_order WHERE organizer = ? AND "
                  "sale_order = ?",
                  {organizer, order}, [&](const DbRow& row) {
                      origin = ImportedOrigin{row.text(0), row.text(1), Instant{row.integer(2)}};
                  });
    return origin;
}

bool isTakenBackWithImport(Database& database, OrganizerId organizer, OrderId order)
{
    return database
        .integer("SELECT 1 FROM order_void JOIN imported_order ON imported_order.organizer = "
                 "order_void.organizer AND imported_order.sale_order = order_void.sale_order "
                 "WHERE order_void.organizer = ? AND order_void.sale_order = ? AND "
                 "order_void.reason = ? LIMIT 1",
                 {organizer, order, kVoidByImportUndone})
        .has_value();
}

} // namespace foyer
