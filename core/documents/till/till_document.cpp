// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/till/till_document.h"

#include "core/documents/drawing/table_sheets.h"
#include "core/documents/tickets/local_text.h"

namespace foyer {
namespace {

constexpr std::string_view headingOf(FigureGroup group)
{
    switch (group) {
    case FigureGroup::Turnover:
        return "Sold, less what was taken back";
    case FigureGroup::Method:
        return "Paid by ";
    case FigureGroup::Tax:
        return "Tax: ";
    case FigureGroup::TicketType:
        return "Tickets: ";
    case FigureGroup::Event:
        return "Event: ";
    case FigureGroup::Fee:
        return "Fee: ";
    case FigureGroup::Clerk:
        return "Sold by ";
    case FigureGroup::Drawer:
        return "Cash into the drawer, less what went out";
    case FigureGroup::Rounding:
        return "Rounding to coins";
    case FigureGroup::PayIn:
        return "Pay-ins";
    case FigureGroup::PayOut:
        return "Pay-outs";
    case FigureGroup::GiftCard:
        return "Gift cards sold, less what was taken back";
    case FigureGroup::Discount:
        return "Taken off list prices: ";
    case FigureGroup::NoSale:
        break;
    }
    return "Drawer opened without a sale";
}

std::string nameOf(const FigureKey& key)
{
    const std::string heading{headingOf(key.group)};
    if (!heading.ends_with(' ')) {
        return heading;
    }
    return heading + (key.name.empty() ? "nobody named" : key.name);
}

void addCoins(std::vector<TillRow>& rows, const CashCount& count, Currency currency)
{
    for (const CoinCount& coin : count.coins) {
        rows.push_back({"  " + toPlainText(Money{coin.value, currency}), std::to_string(coin.count),
                        toPlainText(Money{coin.value * coin.count, currency}), ""});
    }
}

} // namespace

std::string tillTitle(const ShiftReport& report)
{
    return report.shift.z ? "Z report " + report.shift.z->label
                          : "X report of shift " + report.shift.label;
}

std::vector<TillRow> tillRows(const ShiftReport& report)
{
    const Currency currency = report.shift.currency;
    const auto text = [&](std::int64_t minor) { return toPlainText(Money{minor, currency}); };
    std::vector<TillRow> rows;
    for (const TillFigure& figure : report.figures) {
        const bool hasTax =
            figure.key.group == FigureGroup::Tax || figure.key.group == FigureGroup::Turnover;
        rows.push_back({nameOf(figure.key), std::to_string(figure.count), text(figure.amount),
                        hasTax ? text(figure.tax) : ""});
    }
    rows.push_back({"Float", "", text(report.shift.cash.total), ""});
    addCoins(rows, report.shift.cash, currency);
    if (report.expected) {
        rows.push_back({"Must be in the drawer", "", text(*report.expected), ""});
    }
    if (const auto& z = report.shift.z) {
        rows.push_back({"Counted", "", text(z->counted.total), ""});
        addCoins(rows, z->counted, currency);
        rows.push_back({"Difference", "", text(z->difference), ""});
        rows.push_back({"Grand total of this counter", "", text(z->grandTotal), ""});
        rows.push_back({"Journal " + z->headHash, "", "", ""});
    }
    return rows;
}

std::vector<Drawing> tillPages(const ShiftReport& report, const std::string& organizer,
                               const std::string& timeZone)
{
    const LocalText local{"en-GB"};
    const auto moment = [&](Instant at) {
        return local.date(at, timeZone) + ", " + local.time(at, timeZone);
    };
    const Shift& shift = report.shift;
    TableSheets table;
    table.title = organizer + " · " + tillTitle(report);
    table.subtitle = shift.counter + " · " + shift.drawerName +
        (shift.clerkName.empty() ? "" : " · " + shift.clerkName) + " · opened " +
        moment(shift.openedAt) + " · " + std::string{shift.currency.code()};
    table.stamp = (shift.z ? "Closed " : "As of ") + moment(report.asOf);
    table.columns = {{"", 5, Align::Start, true},
                     {"Number", 1, Align::End, false},
                     {"Amount", 2, Align::End, true},
                     {"Tax in it", 2, Align::End, false}};
    for (const TillRow& row : tillRows(report)) {
        table.rows.emplace_back(row.begin(), row.end());
    }
    return tableSheets(table);
}

} // namespace foyer
