// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/calendar/local_days.h"
#include "core/documents/reports/report_tables.h"
#include "core/documents/reports/report_words.h"
#include "core/documents/tickets/local_text.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <array>
#include <cmath>

namespace foyer {
namespace {

/// Holds the words of these pages for translators.
struct SalesTableWords {
    Q_DECLARE_TR_FUNCTIONS(SalesTableWords)
};

struct GroupingWords {
    const char* title;
    const char* head;
    const char* none; ///< what belongs to no group
};

constexpr std::array<GroupingWords, kSalesGroupings> kGroupingWords{{
    {QT_TRANSLATE_NOOP("SalesTableWords", "Sales by event"),
     QT_TRANSLATE_NOOP("SalesTableWords", "Event"),
     QT_TRANSLATE_NOOP("SalesTableWords", "Of no event")},
    {QT_TRANSLATE_NOOP("SalesTableWords", "Sales by performance"),
     QT_TRANSLATE_NOOP("SalesTableWords", "Performance"),
     QT_TRANSLATE_NOOP("SalesTableWords", "Of no performance")},
    {QT_TRANSLATE_NOOP("SalesTableWords", "Sales by ticket type"),
     QT_TRANSLATE_NOOP("SalesTableWords", "Ticket type, fee"),
     QT_TRANSLATE_NOOP("SalesTableWords", "Other")},
    {QT_TRANSLATE_NOOP("SalesTableWords", "Sales by price category"),
     QT_TRANSLATE_NOOP("SalesTableWords", "Category"),
     QT_TRANSLATE_NOOP("SalesTableWords", "Fees")},
    {QT_TRANSLATE_NOOP("SalesTableWords", "Sales by price"),
     QT_TRANSLATE_NOOP("SalesTableWords", "Price"), QT_TRANSLATE_NOOP("SalesTableWords", "Fees")},
    {QT_TRANSLATE_NOOP("SalesTableWords", "Sales by counter"),
     QT_TRANSLATE_NOOP("SalesTableWords", "Counter"),
     QT_TRANSLATE_NOOP("SalesTableWords", "Unknown counter")},
    {QT_TRANSLATE_NOOP("SalesTableWords", "Sales by payment provider"),
     QT_TRANSLATE_NOOP("SalesTableWords", "Provider"),
     QT_TRANSLATE_NOOP("SalesTableWords", "Without a provider")},
    {QT_TRANSLATE_NOOP("SalesTableWords", "Sales by way of paying"),
     QT_TRANSLATE_NOOP("SalesTableWords", "Paid by"),
     QT_TRANSLATE_NOOP("SalesTableWords", "Nothing to pay")},
    {QT_TRANSLATE_NOOP("SalesTableWords", "Sales by clerk"),
     QT_TRANSLATE_NOOP("SalesTableWords", "Clerk"),
     QT_TRANSLATE_NOOP("SalesTableWords", "Nobody signed in")},
    {QT_TRANSLATE_NOOP("SalesTableWords", "Sales by day"),
     QT_TRANSLATE_NOOP("SalesTableWords", "Day"),
     QT_TRANSLATE_NOOP("SalesTableWords", "Unknown day")},
}};

const GroupingWords& wordsOf(SalesGrouping grouping)
{
    return kGroupingWords.at(static_cast<std::size_t>(grouping));
}

ReportCell groupCell(const SalesReport& report, const SalesRow& row)
{
    if (report.grouping == SalesGrouping::Day) {
        if (const auto day = dayFromIso(row.key)) {
            return ReportDay{*day};
        }
    }
    if (report.grouping == SalesGrouping::Payment) {
        return paymentWords(row.key);
    }
    return row.name.empty() ? SalesTableWords::tr(wordsOf(report.grouping).none).toStdString()
                            : row.name;
}

std::vector<ReportCell> figureCells(ReportCell first, const SalesRow& row)
{
    const SalesFigures& figures = row.figures;
    const auto money = [&](std::int64_t minor) { return Money{minor, row.currency}; };
    return {std::move(first),     figures.netTickets(),     figures.sold,
            figures.takenBack,    figures.complimentary,    money(figures.tickets),
            money(figures.fees),  money(figures.discounts), money(figures.refunds),
            money(figures.taxes), money(figures.net())};
}

/// "1,234.00 EUR and 20.00 USD".
template <typename Amount>
QString amountsOf(const std::vector<SalesRow>& sums, const LocalText& local, Amount amount)
{
    QStringList parts;
    for (const SalesRow& row : sums) {
        parts << QString::fromStdString(local.money(Money{amount(row.figures), row.currency}));
    }
    return parts.join(SalesTableWords::tr(" and "));
}

std::string salesAnswer(const SalesReport& report, const LocalText& local)
{
    if (report.sums.empty()) {
        return SalesTableWords::tr("Nothing was sold in this time.").toStdString();
    }
    SalesFigures all;
    for (const SalesRow& row : report.sums) {
        all += row.figures;
    }
    const QString amount =
        amountsOf(report.sums, local, [](const SalesFigures& figures) { return figures.kept(); });
    const auto tickets = static_cast<int>(all.netTickets());
    return all.takenBack == 0
        ? SalesTableWords::tr("%n ticket(s) sold, for %1.", nullptr, tickets)
              .arg(amount)
              .toStdString()
        : SalesTableWords::tr("%n ticket(s) sold, for %1 after refunds; %2 were taken back.",
                              nullptr, tickets)
              .arg(amount)
              .arg(all.takenBack)
              .toStdString();
}

double charted(const Money& amount)
{
    return static_cast<double>(amount.minor()) / std::pow(10.0, amount.currency().exponent());
}

std::string cellWords(const ReportCell& cell, const std::string& locale)
{
    if (const auto* text = std::get_if<std::string>(&cell)) {
        return *text;
    }
    const auto* day = std::get_if<ReportDay>(&cell);
    return day != nullptr ? dayWords(day->number, locale) : std::string{};
}

/// Tickets by group: the largest come first in the table, or days in their order.
void chartSales(ReportTable& table, const std::string& locale)
{
    table.chart.upwards = SalesTableWords::tr("Tickets").toStdString();
    table.chart.across = table.columns.front().head;
    ReportChart::Series series{table.chart.upwards, {}};
    for (const auto& row : table.rows) {
        const auto* tickets = std::get_if<std::int64_t>(&row[1]);
        table.chart.names.push_back(cellWords(row[0], locale));
        series.addBar(static_cast<double>(tickets != nullptr ? *tickets : 0));
    }
    table.chart.series.push_back(std::move(series));
}

/// Whether a tax is called by its rate already, "VAT 19 %", whichever space stands there.
bool saysRate(QString name, QString rate)
{
    const auto isSpace = [](QChar letter) { return letter.isSpace(); };
    name.removeIf(isSpace);
    rate.removeIf(isSpace);
    const auto at = name.indexOf(rate);
    return at >= 0 && (at == 0 || !name[at - 1].isDigit());
}

QString taxName(const TaxRow& row, const LocalText& local)
{
    const QString rate = QString::fromStdString(local.percent(row.rateMilliPercent));
    const QString name = QString::fromStdString(row.name);
    if (name.isEmpty()) {
        return row.rateMilliPercent == 0 ? SalesTableWords::tr("Untaxed") : rate;
    }
    return saysRate(name, rate) ? name : SalesTableWords::tr("%1 (%2)").arg(name, rate);
}

std::vector<ReportCell> taxCells(const std::string& name, const TaxRow& row)
{
    const auto money = [&](std::int64_t minor) { return ReportCell{Money{minor, row.currency}}; };
    return {name,
            money(row.ticketNet),
            money(row.ticketTax),
            money(row.feeNet),
            money(row.feeTax),
            money(row.backNet),
            money(row.backTax),
            money(row.net()),
            money(row.taxAmount()),
            money(row.net() + row.taxAmount())};
}

} // namespace

ReportTable tableOf(const SalesReport& report, const std::string& locale)
{
    const LocalText local{locale};
    ReportTable table;
    table.key = "sales";
    table.title = SalesTableWords::tr(wordsOf(report.grouping).title).toStdString();
    putHead(table, report.head, locale);
    table.columns = {
        wordColumn(std::string{salesGroupingName(report.grouping)}.c_str(),
                   SalesTableWords::tr(wordsOf(report.grouping).head).toStdString()),
        numberColumn("net_tickets", SalesTableWords::tr("Tickets").toStdString()),
        numberColumn("sold", SalesTableWords::tr("Sold").toStdString(), false),
        numberColumn("taken_back", SalesTableWords::tr("Taken back").toStdString(), false),
        numberColumn("complimentary", SalesTableWords::tr("Free").toStdString(), false),
        numberColumn("tickets", SalesTableWords::tr("Ticket sales").toStdString()),
        numberColumn("fees", SalesTableWords::tr("Fees").toStdString()),
        numberColumn("discounts", SalesTableWords::tr("Discounts").toStdString(), false),
        numberColumn("refunds", SalesTableWords::tr("Refunds").toStdString()),
        numberColumn("taxes", SalesTableWords::tr("Taxes").toStdString()),
        numberColumn("net", SalesTableWords::tr("Net").toStdString()),
    };
    for (const SalesRow& row : report.rows) {
        table.rows.push_back(figureCells(groupCell(report, row), row));
    }
    for (const SalesRow& row : report.sums) {
        table.sums.push_back(figureCells(SalesTableWords::tr("In all").toStdString(), row));
    }
    table.answer = salesAnswer(report, local);
    chartSales(table, locale);
    return table;
}

ReportTable tableOf(const TaxReport& report, const std::string& locale)
{
    const LocalText local{locale};
    ReportTable table;
    table.key = "tax";
    table.title = SalesTableWords::tr("Taxes").toStdString();
    putHead(table, report.head, locale);
    table.columns = {
        wordColumn("tax", SalesTableWords::tr("Tax").toStdString()),
        numberColumn("ticket_net", SalesTableWords::tr("Tickets, net").toStdString(), false),
        numberColumn("ticket_tax", SalesTableWords::tr("Tickets, tax").toStdString(), false),
        numberColumn("fee_net", SalesTableWords::tr("Fees, net").toStdString(), false),
        numberColumn("fee_tax", SalesTableWords::tr("Fees, tax").toStdString(), false),
        numberColumn("refund_net", SalesTableWords::tr("Refunds, net").toStdString(), false),
        numberColumn("refund_tax", SalesTableWords::tr("Refunds, tax").toStdString(), false),
        numberColumn("net", SalesTableWords::tr("Net").toStdString()),
        numberColumn("tax_amount", SalesTableWords::tr("Tax").toStdString()),
        numberColumn("gross", SalesTableWords::tr("Gross").toStdString())};
    std::map<std::string, TaxRow> sums;
    table.chart.across = SalesTableWords::tr("Tax").toStdString();
    table.chart.upwards = SalesTableWords::tr("Amount of tax").toStdString();
    ReportChart::Series series{table.chart.upwards, {}};
    for (const TaxRow& row : report.rows) {
        const std::string name = taxName(row, local).toStdString();
        table.rows.push_back(taxCells(name, row));
        sums.try_emplace(std::string{row.currency.code()}, TaxRow{{}, {}, 0, row.currency})
            .first->second += row;
        table.chart.names.push_back(name);
        series.addBar(charted(Money{row.taxAmount(), row.currency}));
    }
    table.chart.series.push_back(std::move(series));
    QStringList amounts;
    for (const auto& [code, sum] : sums) {
        table.sums.push_back(taxCells(SalesTableWords::tr("In all").toStdString(), sum));
        amounts << QString::fromStdString(local.money(Money{sum.taxAmount(), sum.currency}));
    }
    table.answer =
        (amounts.isEmpty()
             ? SalesTableWords::tr("No tax is owed: nothing was sold in this time.")
             : SalesTableWords::tr("You owe %1 of taxes for what was sold in this time, less what "
                                   "was given back.")
                   .arg(amounts.join(SalesTableWords::tr(" and "))))
            .toStdString();
    return table;
}

namespace {

void putSettlement(ReportTable& table, const EventSettlement& event, const LocalText& local)
{
    const std::string name =
        event.event ? event.name : SalesTableWords::tr("Of no event").toStdString();
    const auto put = [&](const char* key, const QString& words, std::int64_t minor,
                         ReportCell count = {}) {
        table.rows.push_back({name, std::string{key}, words.toStdString(), std::move(count),
                              Money{minor, event.currency}});
    };
    const SalesFigures& figures = event.figures;
    put("tickets", SalesTableWords::tr("Tickets"), figures.tickets, figures.sold);
    if (figures.fees != 0) {
        put("fees", SalesTableWords::tr("Fees"), figures.fees);
    }
    put("gross", SalesTableWords::tr("Gross"), figures.gross());
    if (figures.refunds != 0 || figures.takenBack != 0) {
        put("refunds", SalesTableWords::tr("Refunds"), -figures.refunds, figures.takenBack);
    }
    for (const TaxRow& row : event.taxes) {
        if (row.taxAmount() != 0) {
            put("tax", taxName(row, local), -row.taxAmount());
        }
    }
    put("net", SalesTableWords::tr("Net"), figures.net(), figures.netTickets());
    if (figures.discounts != 0) {
        put("discounts", SalesTableWords::tr("Discounts that were given"), figures.discounts);
    }
    if (event.giftCards != 0) {
        put("gift_cards", SalesTableWords::tr("Gift cards sold"), event.giftCards);
    }
    for (const auto& payment : event.payments) {
        const QString way = QString::fromStdString(paymentWords(payment.method));
        put("payment",
            payment.provider.empty() ? SalesTableWords::tr("Paid: %1").arg(way)
                                     : SalesTableWords::tr("Paid: %1, %2")
                                           .arg(way, QString::fromStdString(payment.provider)),
            payment.amount);
    }
    if (event.open() != 0) {
        put("open", SalesTableWords::tr("Still to be paid"), event.open());
    }
}

/// Over all events, by currency: what tickets and fees came to, what went back, and what is left.
void putSettlementSums(ReportTable& table, const std::vector<SalesRow>& sums)
{
    const std::string all = SalesTableWords::tr("In all").toStdString();
    for (const SalesRow& sum : sums) {
        const auto put = [&](const char* key, const QString& words, std::int64_t minor,
                             ReportCell count = {}) {
            table.sums.push_back({all, std::string{key}, words.toStdString(), std::move(count),
                                  Money{minor, sum.currency}});
        };
        const SalesFigures& figures = sum.figures;
        put("gross", SalesTableWords::tr("Gross"), figures.gross(), figures.sold);
        put("refunds", SalesTableWords::tr("Refunds"), -figures.refunds, figures.takenBack);
        put("tax", SalesTableWords::tr("Taxes"), -figures.taxes);
        put("net", SalesTableWords::tr("Net"), figures.net(), figures.netTickets());
    }
}

} // namespace

ReportTable tableOf(const SettlementReport& report, const std::string& locale)
{
    const LocalText local{locale};
    ReportTable table;
    table.key = "settlement";
    table.title = SalesTableWords::tr("Settlement by event").toStdString();
    putHead(table, report.head, locale);
    table.columns = {wordColumn("event", SalesTableWords::tr("Event").toStdString()),
                     wordColumn("item", SalesTableWords::tr("Item").toStdString()),
                     wordColumn("name", SalesTableWords::tr("What").toStdString()),
                     numberColumn("count", SalesTableWords::tr("Tickets").toStdString()),
                     numberColumn("amount", SalesTableWords::tr("Amount").toStdString())};
    table.columns[1].isMain = false;
    std::vector<SalesRow> sums;
    table.chart.across = SalesTableWords::tr("Event").toStdString();
    table.chart.upwards = SalesTableWords::tr("Net amount").toStdString();
    ReportChart::Series series{table.chart.upwards, {}};
    for (const EventSettlement& event : report.events) {
        putSettlement(table, event, local);
        addToSums(sums, event.currency, event.figures);
        table.chart.names.push_back(event.event ? event.name
                                                : SalesTableWords::tr("Of no event").toStdString());
        series.addBar(charted(Money{event.figures.net(), event.currency}));
    }
    table.chart.series.push_back(std::move(series));
    putSettlementSums(table, sums);
    table.answer =
        (sums.empty()
             ? SalesTableWords::tr("There is nothing to settle: nothing was sold in this time.")
             : SalesTableWords::tr("%1 are left to settle, after %2 of taxes and %3 of refunds.")
                   .arg(amountsOf(sums, local, [](const auto& each) { return each.net(); }),
                        amountsOf(sums, local, [](const auto& each) { return each.taxes; }),
                        amountsOf(sums, local, [](const auto& each) { return each.refunds; })))
            .toStdString();
    return table;
}

} // namespace foyer
