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

/// The head of the journal in groups that a line holds: a hash that is cut proves nothing.
constexpr std::size_t kHeadOnSheet = 32;
constexpr std::size_t kHeadOnRoll = 16;
std::vector<std::string> headParts(const ZReport& z, std::size_t size)
{
    std::vector<std::string> parts;
    for (std::size_t at = 0; at < z.headHash.size(); at += size) {
        parts.push_back(z.headHash.substr(at, size));
    }
    return parts;
}

std::string momentText(Instant at, const std::string& timeZone)
{
    const LocalText local{"en-GB"};
    return local.date(at, timeZone) + ", " + local.time(at, timeZone);
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
        const auto parts = headParts(*z, kHeadOnSheet);
        for (const std::string& part : parts) {
            rows.push_back({(&part == &parts.front() ? "Journal " : "") + part, "", "", ""});
        }
    }
    return rows;
}

SlipPage tillSlip(const ShiftReport& report, const std::string& organizer,
                  const std::string& timeZone)
{
    const Shift& shift = report.shift;
    SlipPage slip{.title = tillTitle(report), .lines = {}};
    for (const std::string& line : {organizer, shift.counter, shift.drawerName, shift.clerkName}) {
        if (!line.empty()) {
            slip.lines.push_back({line, {}});
        }
    }
    slip.lines.push_back({"Opened " + momentText(shift.openedAt, timeZone), {}});
    slip.lines.push_back(
        {(shift.z ? "Closed " : "As of ") + momentText(report.asOf, timeZone), {}});
    slip.lines.push_back({"Currency", std::string{shift.currency.code()}});
    slip.lines.push_back({"-", {}});
    std::vector<TillRow> rows = tillRows(report);
    if (shift.z) { // in shorter parts below
        rows.resize(rows.size() - headParts(*shift.z, kHeadOnSheet).size());
    }
    for (const TillRow& row : rows) {
        const bool isCounted = !row[1].empty() && row[1] != "0";
        slip.lines.push_back({row[0] + (isCounted ? " (" + row[1] + ")" : ""), row[2]});
        if (!row[3].empty()) {
            slip.lines.push_back({"  tax in it", row[3]});
        }
    }
    if (shift.z) {
        slip.lines.push_back({"Journal", {}});
        for (const std::string& part : headParts(*shift.z, kHeadOnRoll)) {
            slip.lines.push_back({part, {}});
        }
    }
    return slip;
}

std::vector<Drawing> tillPages(const ShiftReport& report, const std::string& organizer,
                               const std::string& timeZone)
{
    const auto moment = [&](Instant at) { return momentText(at, timeZone); };
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
