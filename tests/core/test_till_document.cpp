// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/till/till_document.h"

#include <QTest>

#include <algorithm>

using namespace foyer;

namespace {

const Currency kEuro = *Currency::fromCode("EUR");
constexpr const char* kHead = "00112233445566778899aabbccddeefff0e1d2c3b4a5968778695a4b3c2d1e0f";

/// A closed shift whose drawer lacks one euro.
ShiftReport closedShift()
{
    Shift shift{.label = "A7-12",
                .counter = "Foyer left",
                .drawerName = "Drawer 2",
                .clerkName = "Cleo",
                .openedAt = Instant{1'795'435'200'000},
                .currency = kEuro,
                .cash = {10'000, {}}};
    shift.z = ZReport{.label = "A7-Z3",
                      .number = 3,
                      .closedAt = Instant{1'795'460'400'000},
                      .counted = countOf({{5'000, 3}, {50, 7}}),
                      .expected = 15'450,
                      .difference = -100,
                      .headHash = kHead,
                      .grandTotal = 123'456};
    ShiftReport report{.shift = shift,
                       .asOf = shift.z->closedAt,
                       .figures = {},
                       .expected = 15'450};
    report.figures = {{{FigureGroup::Turnover, {}, {}}, 2, 5'450, 357},
                      {{FigureGroup::Method, {}, "cash"}, 2, 5'450, 0},
                      {{FigureGroup::Tax, {}, "VAT"}, 3, 5'450, 357},
                      {{FigureGroup::TicketType, {}, "Adult"}, 2, 5'250, 0},
                      {{FigureGroup::Event, {}, "Hamlet"}, 2, 5'250, 0},
                      {{FigureGroup::Clerk, {}, "Cleo"}, 2, 5'450, 357},
                      {{FigureGroup::NoSale, {}, {}}, 4, 0, 0}};
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

/// Whether a page says all of it, in any layout: spaces and line ends do not count.
bool says(std::string words, std::string what)
{
    for (std::string* each : {&words, &what}) {
        std::erase_if(*each, [](char c) { return c == ' ' || c == '\n'; });
    }
    return words.find(what) != std::string::npos;
}

} // namespace

class TillDocumentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aZPrintsItsNumberEveryTotalAndTheHeadOfTheJournal()
    {
        const auto report = closedShift();
        const std::string page = wordsOf(tillPages(report, "Playhouse", "Europe/Berlin"));
        for (const PrinterPaper paper :
             {PrinterPaper::Roll58, PrinterPaper::Roll80, PrinterPaper::A4}) {
            const SlipPage slip =
                slipFrom(slipText(tillSlip(report, "Playhouse", "Europe/Berlin")));
            const std::string roll = wordsOf(slipSheets(slip, paper));
            for (const std::string& words : {page, roll}) {
                QVERIFY2(!says(words, "CUT"), words.c_str());
                for (const char* what :
                     {"Z report A7-Z3", kHead, "Playhouse", "Foyer left", "Drawer 2", "Cleo",
                      "3.57", "Paid by cash", "Tax: VAT", "Tickets: Adult", "Event: Hamlet",
                      "Sold by Cleo", "154.50", "153.50", "-1.00", "1234.56", "EUR"}) {
                    QVERIFY2(says(words, what), (std::string{what} + " in\n" + words).c_str());
                }
            }
        }
    }

    void howOftenTheDrawerWasOpenedIsToldOnARollToo()
    {
        const SlipPage slip = tillSlip(closedShift(), "Playhouse", "Europe/Berlin");
        const std::string roll = wordsOf(slipSheets(slip, PrinterPaper::Roll80));
        QVERIFY2(says(roll, "Drawer opened without a sale (4)"), roll.c_str());
        QVERIFY2(says(roll, "50.00 (3)"), roll.c_str()); // three notes of fifty
    }

    void anXOfABlindShiftTellsNothingOfItsDrawer()
    {
        ShiftReport report = closedShift();
        report.shift.z.reset();
        report.expected.reset();
        std::erase_if(report.figures, tellsOfCash);
        const SlipPage slip = tillSlip(report, "Playhouse", "Europe/Berlin");
        const std::string roll = wordsOf(slipSheets(slip, PrinterPaper::Roll80));
        QVERIFY(says(roll, "X report of shift A7-12"));
        QVERIFY(!says(roll, "Must be in the drawer"));
        QVERIFY(!says(roll, "Paid by cash"));
        QVERIFY(!says(roll, "Journal"));
    }
};

QTEST_MAIN(TillDocumentTest)
#include "test_till_document.moc"
