// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reports as people and programs read them.

#include "core/documents/drawing/drawing_output.h"
#include "core/documents/payouts/csv_text.h"
#include "core/documents/reports/chart_sheets.h"
#include "core/documents/reports/map_sheets.h"
#include "core/documents/reports/report_files.h"
#include "core/documents/reports/report_sheet.h"
#include "core/documents/reports/report_tables.h"
#include "core/documents/season/csv_table.h"
#include "tests/support/room_plans.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

using namespace foyer;

namespace {

const Currency kEuro = *Currency::fromCode("EUR");
const Currency kDinar = *Currency::fromCode("KWD");

ReportHead headOf(bool isTraining = false)
{
    return {.house = "Playhouse",
            .isTraining = isTraining,
            .subject = "Hamlet",
            .timeZone = "Europe/Berlin",
            .scope = {.fromDay = 20'780, .toDay = 20'786},
            .madeAt = Instant{1'795'435'200'000}};
}

SalesReport sales(std::size_t rows = 3)
{
    SalesReport report{headOf(), SalesGrouping::Event, {}, {}};
    for (std::size_t i = 0; i < rows; ++i) {
        SalesFigures figures{.sold = 10,
                             .takenBack = 1,
                             .complimentary = 2,
                             .tickets = 12'345,
                             .discounts = 500,
                             .fees = 200,
                             .refunds = 1'234,
                             .taxes = 700};
        const char* name = i == 0 ? "=1+1" : i == 1 ? "@SUM, \"x\"" : "\tHamlet";
        report.rows.push_back({"id", name, i == 2 ? kDinar : kEuro, figures});
    }
    report.sums = report.rows;
    return report;
}

std::string wordsOf(const std::vector<Drawing>& pages)
{
    std::string words;
    for (const Drawing& page : pages) {
        for (const DrawnText& text : page.texts) {
            for (const std::string& line : text.lines) {
                words += line + " ";
            }
            words += text.cut ? "CUT\n" : "\n";
        }
    }
    return words;
}

/// Nothing is cut off by the edge, and no words lie on others.
void expectWithinPageAndApart(const Drawing& sheet)
{
    for (const DrawnBlock& block : sheet.blocks) {
        QVERIFY(block.box.x > 0 && block.box.right() < sheet.width);
        QVERIFY(block.box.y > 0 && block.box.bottom() < sheet.height);
    }
    for (std::size_t i = 0; i < sheet.texts.size(); ++i) {
        const DrawnText& text = sheet.texts[i];
        QVERIFY2(text.box.x > 0 && text.box.right() < sheet.width, text.lines.front().c_str());
        QVERIFY2(text.box.y > 0 && text.box.bottom() < sheet.height, text.lines.front().c_str());
        for (std::size_t other = 0; other < i; ++other) {
            QVERIFY2(!text.box.overlaps(sheet.texts[other].box),
                     (text.lines.front() + " / " + sheet.texts[other].lines.front()).c_str());
        }
    }
}

/// A theatre in which seats in a row became one thing after the other.
OccupancyReport fullHouse()
{
    const auto plan = std::make_shared<const SeatingPlan>(test::theatrePlan());
    OccupancyReport report{.head = headOf(),
                           .performance = {},
                           .event = "Hamlet",
                           .startsAt = {},
                           .timeZone = "Europe/Berlin",
                           .capacity = 700,
                           .sold = 12,
                           .held = 3,
                           .came = 4,
                           .isOver = true,
                           .categories = {{"Premium", 300, 12, 3, 4}, {"Standard", 400}},
                           .sections = {},
                           .plan = plan,
                           .seats = {}};
    for (const Section& section : plan->sections) {
        report.sections.push_back({section.label, 100, section.label == "Circle" ? 99 : 1});
    }
    report.seats.assign(plan->seats.size(), SeatFate::Free);
    constexpr std::array kFates{SeatFate::Held, SeatFate::Sold, SeatFate::Came, SeatFate::NotCome,
                                SeatFate::Closed};
    std::ranges::copy(kFates, report.seats.begin());
    return report;
}

bool has(const std::string& words, const std::string& part)
{
    return words.find(part) != std::string::npos;
}

} // namespace

class ReportDocumentsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textsNeverBecomeFormulasAndNumbersStayNumbers()
    {
        const auto table = readCsv(reportCsv(tableOf(sales(), "en-GB")));
        QVERIFY(table.has_value());
        QCOMPARE(table->lines[0].cells[0], std::string{"'=1+1"});
        QCOMPARE(table->lines[1].cells[0], std::string{"'@SUM, \"x\""});
        QVERIFY(table->lines[2].cells[0].starts_with('\''));
        const auto at = [&](const char* column) {
            return static_cast<std::size_t>(std::ranges::find(table->columns, column) -
                                            table->columns.begin());
        };
        QCOMPARE(table->lines[0].cells[at("tickets")], std::string{"123.45"});
        QCOMPARE(table->lines[2].cells[at("tickets")], std::string{"12.345"});
        QCOMPARE(table->lines[2].cells[at("currency")], std::string{"KWD"});
        QCOMPARE(table->lines[0].cells[at("net")], std::string{"106.11"});
        QCOMPARE(table->lines.size(), std::size_t{3}); // sums are no rows
    }

    void pagesSayHousePeriodAndAnswer()
    {
        const std::string words = wordsOf(reportPages(tableOf(sales(), "en-GB"), "en-GB"));
        for (const char* part : {"Playhouse", "Sales by event", "Hamlet",
                                 "23/11/2026 to 29/11/2026", "sold, for", "In all", "€123.45"}) {
            QVERIFY2(has(words, part), (std::string{part} + "\n" + words).c_str());
        }
    }

    void thereIsOneSumForEachCurrencyInTheOrderOfTheirCodes()
    {
        std::vector<SalesRow> sums;
        for (const Currency currency : {kDinar, kEuro, kDinar}) {
            addToSums(sums, currency, SalesFigures{.sold = 2, .tickets = 700});
        }
        QCOMPARE(sums.size(), std::size_t{2});
        QVERIFY(sums[0].currency == kEuro && sums[0].figures.tickets == 700);
        QVERIFY(sums[1].currency == kDinar && sums[1].figures.sold == 4);
    }

    void aTrainingSaysSoOnItsReports()
    {
        SalesReport report = sales();
        report.head.isTraining = true;
        QVERIFY(has(wordsOf(reportPages(tableOf(report, "en-GB"), "en-GB")), "training"));
    }

    void aWorkbookAppearsWholeOrNotAtAll()
    {
        const QTemporaryDir folder;
        const std::string file = folder.filePath(QStringLiteral("a.xlsx")).toStdString();
        QVERIFY(writeXlsx(file, tableOf(sales())).has_value());
        QFile made{QString::fromStdString(file)};
        QVERIFY(made.open(QIODevice::ReadOnly));
        QVERIFY(made.read(2) == "PK"); // a ZIP, as Office Open XML is
        QCOMPARE(QFileInfo{made}.permissions() &
                     (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteOther),
                 QFileDevice::Permissions{});
        const auto nowhere = writeXlsx("/no/such/folder/a.xlsx", tableOf(sales()));
        QCOMPARE(nowhere.error().code, std::string{"folder_not_writable"});
    }

    void anEmptyReportHasAnAnswerToo()
    {
        const ReportTable table = tableOf(sales(0), "en-GB");
        QCOMPARE(table.answer, std::string{"Nothing was sold in this time."});
        QVERIFY(has(wordsOf(reportPages(table, "en-GB")), "Nothing was sold in this time."));
    }

    void theCurveLeavesWhatIsYetToComeEmpty()
    {
        BookingCurve curve{.head = headOf(), .event = "Hamlet", .line = {}, .earlier = {}};
        curve.line.points = {{20, 5}, {10, 12}};
        curve.earlier.push_back({{}, {}, "UTC", {{15, 4}, {10, 9}, {0, 30}}});
        curve.line.daysLeft = 8;
        const ReportTable table = tableOf(curve, "en-GB");
        QCOMPARE(table.rows.size(), std::size_t{4});
        QCOMPARE(std::get<std::int64_t>(table.rows[1][1]), std::int64_t{5}); // 15 days before
        QVERIFY(std::holds_alternative<std::monostate>(table.rows[3][1]));
        QCOMPARE(std::get<std::int64_t>(table.rows[3][2]), std::int64_t{30});
        QVERIFY2(has(table.answer, "9 were by then, and 30 in the end"), table.answer.c_str());
    }

    /// Between two sales nothing was sold, so nothing rises.
    void theCurveRisesOnlyOnDaysOnWhichSomethingWasSold()
    {
        BookingCurve curve{.head = headOf(), .event = "Hamlet", .line = {}, .earlier = {}};
        curve.line.points = {{60, 1}, {10, 12}};
        curve.line.daysLeft = 8;
        const ReportTable table = tableOf(curve, "en-GB");
        using Points = std::vector<std::pair<double, double>>;
        QCOMPARE(table.chart.series.front().points,
                 (Points{{60, 0}, {60, 1}, {10, 1}, {10, 12}, {8, 12}}));
    }

    void aCurveBesideAChosenPerformanceNamesIt()
    {
        BookingCurve curve{.head = headOf(), .event = "Hamlet", .line = {}, .earlier = {}};
        curve.line.points = {{20, 5}};
        curve.line.daysLeft = 8;
        curve.earlier.push_back({{}, {}, "UTC", {{15, 4}, {9, 6}}, "Othello", 9});
        curve.isChosen = true;
        const ReportTable table = tableOf(curve, "en-GB");
        QVERIFY2(has(table.answer, "Othello"), table.answer.c_str());
        QVERIFY2(has(table.answer, "and 6 are now"), table.answer.c_str()); // it is yet to come
        QVERIFY(has(table.columns[2].head, "Othello"));
        // Eight days before is later than now for the other: nobody knows yet.
        QCOMPARE(std::get<std::int64_t>(table.rows[1][2]), std::int64_t{4});
    }

    void barsStandAsHighAsTheirNumbersAndKeepTheirNames()
    {
        for (const std::size_t rows : {1U, 2U, 14U, 15U, 60U, 366U}) {
            ReportTable table = tableOf(sales(0), "en-GB");
            ReportChart::Series sold{"Sold", {}};
            ReportChart::Series free{"Free", {}};
            for (std::size_t i = 0; i < rows; ++i) {
                table.chart.names.push_back("The long night of the theatres, part " +
                                            std::to_string(i + 1));
                sold.addBar(static_cast<double>(i + 1));
                free.addBar(i == 0 ? 0.0 : 10.0);
            }
            table.chart.series = {sold, free};
            const auto sheets = chartSheets(table, "en-GB");
            QCOMPARE(sheets.size(), std::size_t{1});
            const Drawing& sheet = sheets.front();
            expectWithinPageAndApart(sheet);
            // Solid blocks are those of the first series; the last is its mark in the legend.
            std::vector<double> heights;
            for (const DrawnBlock& block : sheet.blocks) {
                if (block.ink == Ink::Text) {
                    heights.push_back(block.box.height);
                }
            }
            QCOMPARE(heights.size(), rows + 1);
            for (std::size_t i = 0; i < rows; ++i) {
                const double wanted = heights.front() * static_cast<double>(i + 1);
                QVERIFY(std::abs(heights[i] - wanted) < 1e-6);
            }
            const std::string words = wordsOf(sheets);
            QVERIFY2(has(words, "Sold") && has(words, "Free"), words.c_str());
        }
    }

    void linesRunFromLeftToRightAndDaysBeforeTheOtherWay()
    {
        BookingCurve curve{.head = headOf(), .event = "Hamlet", .line = {}, .earlier = {}};
        curve.line.points = {{60, 5}, {20, 50}, {1, 90}};
        curve.line.daysLeft = 0;
        curve.earlier.push_back({{}, {}, "UTC", {{45, 40}, {9, 60}}, "Othello", 0});
        const ReportTable table = tableOf(curve, "en-GB");
        QVERIFY(table.chart.isReversed);
        const auto sheets = chartSheets(table, "en-GB");
        expectWithinPageAndApart(sheets.front());
        double end = 0;
        for (const DrawnRule& rule : sheets.front().rules) {
            if (rule.width == 0.7 && rule.toX - rule.fromX >= 0) {  // of the first series
                QVERIFY(rule.fromX >= end - 1e-9 || rule.toX < 40); // its legend
                QVERIFY(rule.toY <= rule.fromY); // nothing is taken back, so it never falls
                end = rule.toX;
            }
        }
        QVERIFY(end > 0);
        QVERIFY(has(wordsOf(sheets), "Othello"));
        QVERIFY(reportPages(table, "en-GB").size() > sheets.size());
    }

    void whatIsReadFromRightToLeftHasItsChartTurnedToo()
    {
        ReportTable table = tableOf(sales(0), "ar");
        table.chart.names = {"Hamlet", "Othello"};
        table.chart.series.resize(1);
        table.chart.series.front().points.clear();
        table.chart.series.front().addBar(1);
        table.chart.series.front().addBar(5);
        const auto larger = [&](const std::string& locale) {
            const auto pages = reportPages(table, locale);
            return std::ranges::max(pages.front().blocks, {},
                                    [](const DrawnBlock& block) { return block.box.height; })
                .box.x;
        };
        QVERIFY(larger("en-GB") > ReportSheet::kWidth / 2);
        QVERIFY(larger("ar") < ReportSheet::kWidth / 2);
    }

    void aReportWithoutAnythingToDrawHasNoChart()
    {
        QVERIFY(chartSheets(tableOf(sales(0), "en-GB")).empty());
        QVERIFY(chartSheets(tableOf(fullHouse(), "en-GB")).empty()); // it has a map
    }

    void theRoomIsDrawnWithAMarkForEachThingThatCanBecomeOfASeat()
    {
        const OccupancyReport report = fullHouse();
        const ReportTable table = tableOf(report, "en-GB");
        const auto sheets = mapSheets(table);
        QCOMPARE(sheets.size(), std::size_t{3}); // seats, sections, price categories
        const std::string words = wordsOf(sheets);
        for (const char* part : {"held: 1", "sold: 1", "came: 1", "did not come: 1", "Stage",
                                 "Circle 99 %", "Premium 4 %", "Playhouse", "Hamlet"}) {
            QVERIFY2(has(words, part), (std::string{part} + "\n" + words).c_str());
        }
        QVERIFY(!has(words, "CUT"));
        // Every seat is on each of them, inside of the paper, and no two marks are alike: by how
        // much of their box is black, or by being a cross.
        for (const Drawing& sheet : sheets) {
            QVERIFY(sheet.blocks.size() + sheet.rules.size() > report.plan->seatCount());
            for (const DrawnBlock& block : sheet.blocks) {
                QVERIFY(block.box.x > 0 && block.box.right() < sheet.width);
                QVERIFY(block.box.y > 0 && block.box.bottom() < sheet.height);
            }
        }
        const auto pages = reportPages(table, "en-GB");
        QVERIFY(pages.size() > sheets.size()); // and the table
        QVERIFY(has(wordsOf(pages), "Did not come"));
    }

    void onlyAPartWithoutAFreePlaceIsShownAsFull()
    {
        const auto level = [](std::int64_t places, std::int64_t sold) {
            return ReportMap::Shade{{}, places, sold}.level();
        };
        QCOMPARE(level(1'000, 0), 0);
        QCOMPARE(level(1'000, 1), 1); // something is sold
        QCOMPARE(level(1'000, 500), 5);
        QCOMPARE(level(1'000, 999), 9);
        QCOMPARE(level(1'000, 1'000), 10);
        QCOMPARE(level(0, 0), 0);
    }

    void theTableTellsCategoriesAndSectionsApartAndCountsWhoDidNotCome()
    {
        const ReportTable table = tableOf(fullHouse(), "en-GB");
        const auto at = [&](const char* key) {
            return static_cast<std::size_t>(
                std::ranges::find(table.columns, key, &ReportColumn::key) - table.columns.begin());
        };
        QCOMPARE(std::get<std::string>(table.rows[0][at("by")]), std::string{"Category"});
        QCOMPARE(std::get<std::string>(table.rows[2][at("by")]), std::string{"Section"});
        QCOMPARE(std::get<std::int64_t>(table.rows[0][at("not_come")]), std::int64_t{8});
        QCOMPARE(std::get<std::int64_t>(table.sums[0][at("sold_percent")]), std::int64_t{1});
        QVERIFY2(has(table.answer, "4 came and 8 did not"), table.answer.c_str());
    }
};

QTEST_MAIN(ReportDocumentsTest)
#include "test_report_documents.moc"
