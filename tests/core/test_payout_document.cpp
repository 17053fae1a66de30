// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What an organizer gets on paper and as a table: the entry's amounts, all of them, on every page.

#include "core/documents/drawing/drawing_output.h"
#include "core/documents/payouts/csv_text.h"
#include "core/documents/payouts/payout_document.h"
#include "core/documents/payouts/reconciliation_document.h"
#include "core/documents/season/csv_table.h"

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>
#include <map>

using namespace foyer;

namespace {

const Currency kEuro = *Currency::fromCode("EUR");
constexpr std::int64_t kDayMs = 24LL * 60 * 60 * 1000;

PayoutStatement statementOf(std::size_t performances)
{
    PayoutStatement statement{.made = {.payout = {},
                                       .number = "PO-2026-0003",
                                       .currency = kEuro,
                                       .from = Instant{1'793'000'000'000},
                                       .until = Instant{1'795'435'200'000},
                                       .taken = 1'234'567,
                                       .refunded = 4'500,
                                       .carriedIn = -700,
                                       .openCases = 2,
                                       .note = "Stripe is asked",
                                       .marks = {},
                                       .performances = {},
                                       .feeDays = {{"stripe", 20'000, 12'345, 900},
                                                   {"stripe", 20'001, 55, 0},
                                                   {"paypal", 20'001, 100, 0}}},
                              .madeAt = Instant{1'795'435'300'000},
                              .madeBy = "Ada",
                              .house = "Playhouse",
                              .address = {},
                              .timeZone = "Europe/Berlin",
                              .lines = {}};
    for (std::size_t i = 0; i < performances; ++i) {
        const PayoutPerformance figures{{}, 10, 1, 22'500, 2'301};
        statement.made.performances.push_back(figures);
        statement.lines.push_back(
            {figures, i == 0 ? "=HYPERLINK(\"x\"), \"Hamlet\"" : "Hamlet",
             Instant{1'793'000'000'000 + static_cast<std::int64_t>(i) * kDayMs}, "Europe/Berlin"});
    }
    statement.made = settled(std::move(statement.made));
    return statement;
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

bool has(const std::string& words, const std::string& part)
{
    return words.find(part) != std::string::npos;
}

/// The cell of a column in the one line whose `name` is so.
std::string cellOf(const CsvTable& table, const std::string& name, const std::string& column)
{
    const auto at = [&](const std::string& wanted) {
        return static_cast<std::size_t>(std::ranges::find(table.columns, wanted) -
                                        table.columns.begin());
    };
    for (const CsvLine& line : table.lines) {
        if (line.cells.at(at("name")) == name) {
            return line.cells.at(at(column));
        }
    }
    return "none";
}

} // namespace

class PayoutDocumentTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theStatementSaysEverySumOfThePayout()
    {
        const PayoutStatement statement = statementOf(2);
        const auto pages = payoutPages(statement, "en-GB");
        QCOMPARE(pages.size(), std::size_t{1});
        const std::string words = wordsOf(pages);
        QVERIFY2(!has(words, "CUT"), words.c_str());
        for (const char* part :
             {"Playhouse", "PO-2026-0003", "Carried over from the payout before", "−€7.00",
              "€12,345.67", "−€45.00", "Fees of Stripe", "−€124.00", "Disputes at Stripe", "−€9.00",
              "Fees of PayPal", "−€1.00", "−€46.02", "€12,113.65", "Ada",
              "2 case(s) of the reconciliation were open: Stripe is asked", "Page 1 of 1"}) {
            QVERIFY2(has(words, part), (std::string{part} + "\n" + words).c_str());
        }
    }

    void manyPerformancesTakeManyPagesWithTheHeadOnEach()
    {
        const auto pages = payoutPages(statementOf(90), "en-GB");
        QVERIFY(pages.size() >= 3);
        for (const Drawing& page : pages) {
            const std::string words = wordsOf({page});
            QVERIFY(has(words, "PO-2026-0003"));
            QVERIFY(has(words, "Performance"));
        }
        QVERIFY(has(wordsOf({pages.back()}), "Paid out"));
        QVERIFY(makePdf("PO-2026-0003", pages).size() > 1'000);
    }

    void theTableHasTheEntrysAmountsHoweverLongItIs()
    {
        QVERIFY(rc::check("sums", [] {
            PayoutStatement statement = statementOf(*rc::gen::inRange<std::size_t>(0, 12));
            statement.made.taken = *rc::gen::inRange<std::int64_t>(0, 1'000'000'000);
            statement.made.refunded = *rc::gen::inRange<std::int64_t>(0, 1'000'000'000);
            statement.made.carriedIn = -*rc::gen::inRange<std::int64_t>(0, 100'000);
            statement.made = settled(std::move(statement.made));
            const auto table = readCsv(payoutCsv(statement));
            RC_ASSERT(table.has_value());
            const PayoutMade& made = statement.made;
            const auto plain = [](std::int64_t minor) { return toPlainText(Money{minor, kEuro}); };
            RC_ASSERT(cellOf(*table, "paid", "amount") == plain(made.paid));
            RC_ASSERT(cellOf(*table, "carried_out", "amount") == plain(made.carriedOut));
            // Paid and carried over are the sum of all other rows, to the cent.
            std::int64_t sum = 0;
            std::int64_t commission = 0;
            for (const CsvLine& line : table->lines) {
                const std::string& kind = line.cells.at(3);
                const std::string& name = line.cells.at(4);
                if (kind == "performance") {
                    commission += parseMoney(line.cells.at(9), kEuro)->minor();
                } else if (kind == "sum" && name != "paid" && name != "carried_out") {
                    sum += parseMoney(line.cells.at(10), kEuro)->minor();
                }
            }
            RC_ASSERT(sum == made.paid + made.carriedOut);
            RC_ASSERT(commission == made.commission);
        }));
    }

    void noCellIsAFormula()
    {
        const std::string text = csvText({{"=1+1", "+49 30", "-12.50", "-x", "@cmd", "\tx", "12",
                                           "a,b", "say \"hi\"", "two\nlines", "-", "-1.2.3"}});
        QCOMPARE(text,
                 std::string{"'=1+1,'+49 30,-12.50,'-x,'@cmd,'\tx,12,\"a,b\",\"say \"\"hi\"\"\","
                             "\"two\nlines\",'-,'-1.2.3\r\n"});
        const auto table = readCsv(payoutCsv(statementOf(1)));
        QVERIFY(table);
        QCOMPARE(table->lines[0].cells.at(4), std::string{"'=HYPERLINK(\"x\"), \"Hamlet\""});
    }

    void theReportSaysDaysAndCasesAndWhoEndedThem()
    {
        const auto money = [](std::int64_t minor) { return Money{minor, kEuro}; };
        const ReconciliationReport report{
            Instant{20'000 * kDayMs},
            Instant{20'002 * kDayMs},
            {{"stripe", 20'000, 12, 11, money(45'600), money(1'234), money(0)},
             {"stripe", 20'001, 3, 3, money(-900), money(20), money(44'000)}},
            {{"stripe", "amount_diff", "ch_1", money(4'200), money(4'250), Instant{20'000 * kDayMs},
              Instant{20'001 * kDayMs}, "Ada", "=a tip"},
             {"stripe",
              "missing_here",
              "ch_2",
              money(0),
              money(100),
              Instant{20'000 * kDayMs},
              std::nullopt,
              {},
              {}}}};
        const std::string words = wordsOf(reconciliationPages(report, "Playhouse", "en-GB"));
        QVERIFY2(!has(words, "CUT"), words.c_str());
        for (const char* part :
             {"2024-10-04 stripe", "12", "11", "€456.00", "€12.34", "€440.00", "Another amount",
              "ch_1", "ended by Ada", "Only in the account", "open"}) {
            QVERIFY2(has(words, part), (std::string{part} + "\n" + words).c_str());
        }
        const auto table = readCsv(reconciliationCsv(report));
        QVERIFY(table);
        QCOMPARE(table->lines.size(), std::size_t{4});
        QCOMPARE(table->lines[2].cells.back(), std::string{"'=a tip"});
        QVERIFY(has(wordsOf(reconciliationPages({report.from, report.to, {}, {}}, "Playhouse")),
                    "No account had a line"));
    }
};

QTEST_MAIN(PayoutDocumentTest)
#include "test_payout_document.moc"
