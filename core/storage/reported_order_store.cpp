// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/reported_order_store.h"

#include "core/domain/journal/entry.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

namespace foyer {
namespace {

std::int64_t momentIn(const DbRow& row, int column)
{
    return HlcTime{row.integer(column)}.instant().ms;
}

/// Reads the tables one after the other, each once for all orders of the range.
class ReportedRange {
public:
    ReportedRange(Database& database, OrganizerId organizer, OrderId first, OrderId last)
        : m_database{database}, m_organizer{organizer}, m_first{first}, m_last{last}
    {}

    std::vector<ReportedOrder> read()
    {
        readOrders();
        if (!m_orders.empty()) {
            readVoids();
            readTickets();
            readReductions();
            readAdditions();
            readFees();
            readReturns();
            readPayments();
            readPaymentsBack();
            readGiftCards();
        }
        return std::move(m_orders);
    }

private:
    template <typename Take>
    void eachOf(std::string_view sql, Take take)
    {
        m_database.each(sql, {m_organizer, m_first, m_last}, [&](const DbRow& row) {
            const auto found = m_places.find(row.id<OrderId>(0));
            if (found != m_places.end()) {
                take(m_orders[found->second], row);
            }
        });
    }

    void readOrders()
    {
        m_database.each(
            "SELECT id, replica, seller, currency, at FROM sale_order WHERE organizer = ? AND "
            "id >= ? AND id <= ? ORDER BY id",
            {m_organizer, m_first, m_last}, [this](const DbRow& row) {
                m_places.emplace(row.id<OrderId>(0), m_orders.size());
                ReportedOrder& order = m_orders.emplace_back();
                order.id = row.id<OrderId>(0);
                order.replica = row.id<ReplicaId>(1);
                order.seller = row.isNull(2) ? UserId{} : row.id<UserId>(2);
                order.currency = row.text(3);
                order.placedAt = momentIn(row, 4);
            });
    }

    void readVoids()
    {
        eachOf("SELECT sale_order, at FROM order_void WHERE organizer = ? AND sale_order >= ? AND "
               "sale_order <= ? ORDER BY sale_order, at, entry",
               [](ReportedOrder& order, const DbRow& row) {
                   order.voids.push_back(momentIn(row, 1));
               });
    }

    void readTickets()
    {
        eachOf(
            "SELECT sale_order, id, performance, type, category, net, tax_amount, tax, tax_rate, "
            "voided_at, replaces FROM ticket WHERE organizer = ? AND sale_order >= ? AND "
            "sale_order <= ? ORDER BY sale_order, line, id",
            [this](ReportedOrder& order, const DbRow& row) {
                ReportedOrder::Line line;
                line.ticket = row.id<TicketId>(1);
                line.performance = row.id<PerformanceId>(2);
                line.type = row.uuid(3);
                line.category = row.id<CategoryId>(4);
                line.net = row.integer(5);
                line.taxAmount = row.integer(6);
                line.tax = row.id<TaxId>(7);
                line.taxRate = row.integer(8);
                line.voidedAt = row.isNull(9) ? std::nullopt : std::optional{momentIn(row, 9)};
                line.isAdded = !row.isNull(10);
                line.soldAt = order.placedAt;
                order.lines.push_back(line);
            });
    }

    void readReductions()
    {
        eachOf("SELECT sale_order, ticket, kind, amount FROM ticket_reduction WHERE organizer = ? "
               "AND sale_order >= ? AND sale_order <= ? ORDER BY sale_order, ticket",
               [](ReportedOrder& order, const DbRow& row) {
                   const auto line = std::ranges::find(order.lines, row.id<TicketId>(1),
                                                       &ReportedOrder::Line::ticket);
                   if (line != order.lines.end()) {
                       line->isComplimentary = row.text(2) == "complimentary";
                       line->discount = row.integer(3);
                   }
               });
    }

    /// Tickets that were added later are those of the additions, in their order.
    void readAdditions()
    {
        std::unordered_map<OrderId, std::size_t> next;
        eachOf("SELECT sale_order, at, tickets FROM order_change WHERE organizer = ? AND "
               "sale_order >= ? AND sale_order <= ? AND kind = 'order.extended' "
               "ORDER BY sale_order, at, entry",
               [&next](ReportedOrder& order, const DbRow& row) {
                   std::size_t& at = next[order.id];
                   std::int64_t left = row.integer(2);
                   for (; at < order.lines.size() && left > 0; ++at) {
                       if (order.lines[at].isAdded) {
                           order.lines[at].soldAt = momentIn(row, 1);
                           --left;
                       }
                   }
               });
    }

    void readFees()
    {
        eachOf("SELECT sale_order, line, performance, fee, net, tax_amount, tax, tax_rate FROM "
               "order_fee WHERE organizer = ? AND sale_order >= ? AND sale_order <= ? "
               "ORDER BY sale_order, line",
               [](ReportedOrder& order, const DbRow& row) {
                   order.fees.push_back({row.integer(1), row.id<PerformanceId>(2), row.uuid(3),
                                         row.integer(4), row.integer(5), row.id<TaxId>(6),
                                         row.integer(7)});
               });
    }

    void readReturns()
    {
        eachOf("SELECT line_return.sale_order, order_change.at, line_return.ticket, "
               "line_return.fee_line, line_return.net, line_return.tax_amount FROM line_return "
               "JOIN order_change ON order_change.organizer = line_return.organizer AND "
               "order_change.entry = line_return.entry WHERE line_return.organizer = ? AND "
               "line_return.sale_order >= ? AND line_return.sale_order <= ? "
               "ORDER BY line_return.sale_order, line_return.entry, line_return.number",
               [](ReportedOrder& order, const DbRow& row) {
                   order.returns.push_back(
                       {momentIn(row, 1), row.isNull(2) ? TicketId{} : row.id<TicketId>(2),
                        row.optionalInteger(3), row.integer(4), row.integer(5)});
               });
    }

    void readPayments()
    {
        eachOf("SELECT sale_order, id, at, method, reference, amount FROM payment WHERE "
               "organizer = ? AND sale_order >= ? AND sale_order <= ? ORDER BY sale_order, at, id",
               [](ReportedOrder& order, const DbRow& row) {
                   const std::string method = row.text(3);
                   const std::string reference = row.text(4);
                   // "stripe", or with its reader "stripe:counter-2".
                   const bool isProviders = method == "online" || method == "reader";
                   order.payments.push_back(
                       {row.id<PaymentId>(1), momentIn(row, 2), method,
                        isProviders ? reference.substr(0, reference.find(':')) : std::string{},
                        row.integer(5), PaymentId{}});
               });
        eachOf("SELECT sale_order, id, instead FROM payment_instead WHERE organizer = ? AND "
               "sale_order >= ? AND sale_order <= ? ORDER BY sale_order, id",
               [](ReportedOrder& order, const DbRow& row) {
                   const auto payment = std::ranges::find(order.payments, row.id<PaymentId>(1),
                                                          &ReportedOrder::Payment::id);
                   if (payment != order.payments.end()) {
                       payment->instead = row.id<PaymentId>(2);
                   }
               });
    }

    void readPaymentsBack()
    {
        eachOf("SELECT sale_order, at, payment, method, amount FROM payment_return WHERE "
               "organizer = ? AND sale_order >= ? AND sale_order <= ? ORDER BY sale_order, at, id",
               [](ReportedOrder& order, const DbRow& row) {
                   order.paymentsBack.push_back(
                       {momentIn(row, 1), row.id<PaymentId>(2), row.text(3), row.integer(4)});
               });
    }

    void readGiftCards()
    {
        eachOf("SELECT sale_order, at, worth FROM gift_card WHERE organizer = ? AND "
               "sale_order >= ? AND sale_order <= ? ORDER BY sale_order, at, id",
               [](ReportedOrder& order, const DbRow& row) {
                   order.giftCards.push_back({momentIn(row, 1), row.integer(2)});
               });
    }

    Database& m_database;
    OrganizerId m_organizer;
    OrderId m_first;
    OrderId m_last;
    std::vector<ReportedOrder> m_orders;
    std::unordered_map<OrderId, std::size_t> m_places;
};

} // namespace

std::vector<ReportedOrder> readReportedOrders(Database& database, OrganizerId organizer,
                                              OrderId first, OrderId last)
{
    return ReportedRange{database, organizer, first, last}.read();
}

} // namespace foyer
