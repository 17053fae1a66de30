// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/imports/order_rows.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace foyer {
namespace {

constexpr std::int64_t kQuantityMax = 1'000;
constexpr std::size_t kTicketsKept = 1'000; // one more, and the order is refused as too large

using State = ImportedOrder::State;

struct StatusWord {
    std::string_view word; ///< folded
    State state;
};
constexpr auto kStatusWords = std::to_array<StatusWord>({
    {"p", State::Paid},
    {"paid", State::Paid},
    {"completed", State::Paid},
    {"complete", State::Paid},
    {"confirmed", State::Paid},
    {"attending", State::Paid},
    {"acquired", State::Paid},
    {"checkedin", State::Paid},
    {"valid", State::Paid},
    {"free", State::Paid},
    {"ok", State::Paid},
    {"bezahlt", State::Paid},
    {"bestatigt", State::Paid},
    {"gultig", State::Paid},
    {"eingecheckt", State::Paid},
    {"n", State::Pending},
    {"pending", State::Pending},
    {"unpaid", State::Pending},
    {"tobepaid", State::Pending},
    {"reserved", State::Pending},
    {"ausstehend", State::Pending},
    {"offen", State::Pending},
    {"unbezahlt", State::Pending},
    {"reserviert", State::Pending},
    {"c", State::Cancelled},
    {"canceled", State::Cancelled},
    {"cancelled", State::Cancelled},
    {"deleted", State::Cancelled},
    {"e", State::Cancelled},
    {"expired", State::Cancelled},
    {"r", State::Cancelled},
    {"refunded", State::Cancelled},
    {"notattending", State::Cancelled},
    {"invalidated", State::Cancelled},
    {"void", State::Cancelled},
    {"storniert", State::Cancelled},
    {"abgelaufen", State::Cancelled},
    {"erstattet", State::Cancelled},
    {"ungultig", State::Cancelled},
});

std::optional<State> stateFrom(const std::string& status)
{
    const std::string word = foldedHeader(status);
    if (word.empty()) {
        return State::Paid; // a list of who comes
    }
    const auto* found = std::ranges::find(kStatusWords, word, &StatusWord::word);
    return found != kStatusWords.end() ? std::optional{found->state} : std::nullopt;
}

bool saysYes(const std::string& cell)
{
    const std::string word = foldedHeader(cell);
    constexpr auto kNo =
        std::to_array<std::string_view>({"", "no", "n", "false", "0", "nein", "falsch", "never"});
    return std::ranges::find(kNo, word) == kNo.end();
}

/// FNV-1a, and not std::hash: ids made of it are the same in every program.
std::size_t hashForEver(std::string_view text)
{
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : text) {
        hash = (hash ^ static_cast<std::uint8_t>(c)) * 0x100000001b3U;
    }
    return hash;
}

void keepFault(ImportedOrder& order, Error fault)
{
    if (!order.fault) {
        order.fault = std::move(fault);
    }
}

std::size_t quantityFrom(const std::string& cell)
{
    std::int64_t count = 1;
    std::from_chars(cell.data(), cell.data() + cell.size(), count);
    return static_cast<std::size_t>(std::clamp<std::int64_t>(count, 1, kQuantityMax));
}

} // namespace

OrderRows::OrderRows(ColumnMapping mapping, std::string file, OrderReading reading)
    : m_mapping{std::move(mapping)}, m_file{std::move(file)}, m_reading{std::move(reading)}
{}

std::string OrderRows::cell(const TableRow& row, const char* field, std::string_view between) const
{
    return m_mapping.valueOf(field, row.cells, between).value_or("");
}

std::string OrderRows::orderOf(const TableRow& row) const
{
    return row.fault.empty() ? cell(row, "order") : std::string{};
}

std::size_t OrderRows::contentOf(const TableRow& row) const
{
    std::string all;
    for (const std::string& each : row.cells) {
        all += each + '\0';
    }
    return hashForEver(all);
}

std::string OrderRows::idOf(const TableRow& row, std::size_t content, std::size_t number) const
{
    if (std::string code = cell(row, "code"); !code.empty()) {
        return "ticket:" + std::to_string(hashForEver(code)); // the code lets somebody in
    }
    return "row:" + std::to_string(content) + ":" + std::to_string(number);
}

std::string OrderRows::placeOf(const TableRow& row) const
{
    return m_file + ", line " + std::to_string(row.line);
}

ImportedOrder OrderRows::unreadable(const TableRow& row) const
{
    ImportedOrder order;
    order.where = placeOf(row);
    order.fault = faultOf(row);
    return order;
}

void OrderRows::readOrder(ImportedOrder& order, const TableRow& row) const
{
    if (const auto time = importedTime(cell(row, "ordered"))) {
        order.placedAt = time->instant;
        order.placed = time->clock;
    }
    const std::string language = cell(row, "language");
    order.customer = {cell(row, "name"),
                      cell(row, "email"),
                      cell(row, "phone"),
                      {},
                      language.substr(0, language.find_first_of("-_"))};
    order.currency = cell(row, "currency");
    std::ranges::transform(order.currency, order.currency.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    if (order.currency.empty()) {
        order.currency = m_reading.currency;
    }
}

Result<void> OrderRows::readMoney(ImportedTicket& ticket, ImportedOrder& order, const TableRow& row,
                                  Currency currency) const
{
    const std::string price = cell(row, "price");
    const auto gross = price.empty() || foldedHeader(price) == "free"
        ? Result<std::int64_t>{std::int64_t{0}}
        : importedAmount(price, currency);
    if (!gross) {
        return gross.error();
    }
    ticket.gross = *gross;
    ticket.taxRateMilliPercent = importedRate(cell(row, "tax_rate"));
    if (const std::string tax = cell(row, "tax"); !tax.empty()) {
        const auto amount = importedAmount(tax, currency);
        if (!amount) {
            return amount.error();
        }
        ticket.tax = *amount;
    }
    if (const std::string fee = cell(row, "fee"); !fee.empty()) {
        const auto amount = importedAmount(fee, currency);
        if (!amount) {
            return amount.error();
        }
        if (*amount != 0) {
            order.fees.push_back({"Fee", *amount, 0, 0});
        }
    }
    return {};
}

void OrderRows::readTickets(ImportedOrder& order, const TableRow& row, Currency currency,
                            State state, bool isCheckedIn) const
{
    ImportedTicket ticket{.event = cell(row, "event"),
                          .startsAt = {},
                          .starts = {},
                          .type = cell(row, "type"),
                          .category = cell(row, "category"),
                          .seat = cell(row, "seat"),
                          .attendee = cell(row, "attendee"),
                          .attendeeEmail = cell(row, "attendee_email"),
                          .tax = {},
                          .taxRateMilliPercent = {},
                          .code = cell(row, "code"),
                          .isCancelled = state != State::Paid,
                          .isCheckedIn = isCheckedIn};
    if (const std::string date = cell(row, "date"); !date.empty()) {
        const auto time = importedTime(date);
        if (!time) {
            keepFault(order,
                      badInput("bad_date", "\"" + date.substr(0, 40) + "\" is not a date.",
                               "date"));
            return;
        }
        ticket.startsAt = time->instant;
        ticket.starts = time->clock;
    }
    if (ticket.isCancelled) {
        order.tickets.push_back(std::move(ticket)); // what it cost is of no interest
        return;
    }
    if (auto read = readMoney(ticket, order, row, currency); !read) {
        keepFault(order, std::move(read).error());
        return;
    }
    const auto count = static_cast<std::int64_t>(quantityFrom(cell(row, "quantity")));
    const std::int64_t gross = ticket.gross;
    const std::optional<std::int64_t> tax = ticket.tax;
    for (std::int64_t i = 0; i < count && order.tickets.size() <= kTicketsKept; ++i) {
        // So that the parts add up to what was paid.
        ticket.gross = gross / count + (i < gross % count ? 1 : 0);
        if (tax) {
            ticket.tax = *tax / count + (i < *tax % count ? 1 : 0);
        }
        order.tickets.push_back(ticket);
    }
}

ImportedOrder OrderRows::orderFrom(const std::vector<TableRow>& rows, const std::string& id) const
{
    ImportedOrder order;
    order.externalId = id;
    order.where = placeOf(rows.front());
    readOrder(order, rows.front());
    const auto currency = Currency::fromCode(order.currency);
    if (!currency) {
        order.fault =
            badInput("bad_currency",
                     "\"" + order.currency.substr(0, 40) + "\" is no currency that is known here.",
                     "currency");
        return order;
    }
    order.state = State::Cancelled;
    for (const TableRow& row : rows) {
        const std::string status = cell(row, "status");
        const auto state = stateFrom(status);
        if (!state) {
            keepFault(order,
                      badInput("bad_status",
                               "\"" + status.substr(0, 40) +
                                   "\" is no status that is known: paid, pending, cancelled.",
                               "status"));
            continue;
        }
        order.state = std::min(order.state, *state); // paid before pending before cancelled
        const std::string word = foldedHeader(status);
        const bool isIn =
            saysYes(cell(row, "checked_in")) || word == "checkedin" || word == "eingecheckt";
        readTickets(order, row, *currency, *state, isIn);
    }
    return order;
}

} // namespace foyer
