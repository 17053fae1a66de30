// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/seating/plan_editing/seat_numbering.h"

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>

using namespace foyer;

namespace {

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "" : " ") + word;
    }
    return text;
}

} // namespace

class TestPlanNumbering : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void seatsAreNumberedByTheRule_data()
    {
        using Pattern = SeatNumbering::Pattern;
        QTest::addColumn<QString>("numbers");
        QTest::addColumn<int>("count");
        QTest::addColumn<SeatNumbering>("rule");
        const auto row = [](const char* name, int count, const SeatNumbering& rule,
                            const char* numbers) {
            QTest::newRow(name) << QString::fromLatin1(numbers) << count << rule;
        };
        row("from one", 4, {}, "1 2 3 4");
        row("none", 0, {}, "");
        row("right to left", 4, {.rightToLeft = true}, "4 3 2 1");
        row("odd", 4, {.step = 2}, "1 3 5 7");
        row("even", 4, {.start = 2, .step = 2}, "2 4 6 8");
        row("from a hundred and one", 3, {.start = 101}, "101 102 103");
        row("without thirteen", 4, {.start = 11, .skipped = {13}}, "11 12 14 15");
        row("without a run", 3, {.skipped = {1, 2, 3}}, "4 5 6");
        row("from the middle, even", 6, {.pattern = Pattern::FromMiddle}, "5 3 1 2 4 6");
        row("from the middle, odd", 5, {.pattern = Pattern::FromMiddle}, "5 3 1 2 4");
        row("from the middle, right", 5, {.pattern = Pattern::FromMiddle, .rightToLeft = true},
            "4 2 1 3 5");
        row("letters", 4, {.letters = true}, "A B C D");
        row("letters beyond Z", 3, {.start = 26, .letters = true}, "Z AA AB");
        row("a step of nothing", 3, {.step = 0}, "1 2 3");
    }
    void seatsAreNumberedByTheRule()
    {
        QFETCH(QString, numbers);
        QFETCH(int, count);
        QFETCH(SeatNumbering, rule);
        QCOMPARE(QString::fromStdString(joined(seatNumbers(rule, static_cast<std::size_t>(count)))),
                 numbers);
    }

    void rowsAreNamedByTheRule_data()
    {
        using Kind = RowNaming::Kind;
        QTest::addColumn<QString>("names");
        QTest::addColumn<int>("count");
        QTest::addColumn<RowNaming>("rule");
        const auto row = [](const char* name, int count, const RowNaming& rule, const char* names) {
            QTest::newRow(name) << QString::fromLatin1(names) << count << rule;
        };
        row("letters", 3, {}, "A B C");
        row("letters without I and O", 16, {.kind = Kind::LettersWithoutIO},
            "A B C D E F G H J K L M N P Q R");
        row("numbers", 3, {.kind = Kind::Numbers, .start = 4}, "4 5 6");
        row("Roman", 9, {.kind = Kind::Roman}, "I II III IV V VI VII VIII IX");
        row("backwards", 3, {.backwards = true}, "C B A");
        row("without the second", 3, {.skipped = {2}}, "A C D");
        row("beyond Z", 2, {.start = 26}, "Z AA");
    }
    void rowsAreNamedByTheRule()
    {
        QFETCH(QString, names);
        QFETCH(int, count);
        QFETCH(RowNaming, rule);
        QCOMPARE(QString::fromStdString(joined(rowNames(rule, static_cast<std::size_t>(count)))),
                 names);
    }

    void numbersOfARuleAreAllDifferent()
    {
        QVERIFY(rc::check([] {
            SeatNumbering rule;
            rule.pattern = *rc::gen::element(SeatNumbering::Pattern::Counting,
                                             SeatNumbering::Pattern::FromMiddle);
            rule.start = *rc::gen::inRange<std::int64_t>(-5, 300);
            rule.step = *rc::gen::inRange<std::int64_t>(0, 4);
            rule.rightToLeft = *rc::gen::arbitrary<bool>();
            rule.letters = *rc::gen::arbitrary<bool>();
            const auto skipped = *rc::gen::container<std::vector<std::int64_t>>(
                rc::gen::inRange<std::int64_t>(1, 60));
            rule.skipped = {skipped.begin(), skipped.end()};
            auto numbers = seatNumbers(rule, *rc::gen::inRange<std::size_t>(0, 200));
            const std::size_t count = numbers.size();
            std::ranges::sort(numbers);
            numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
            RC_ASSERT(numbers.size() == count);
            RC_ASSERT(std::ranges::find(numbers, std::string{}) == numbers.end());
        }));
    }

    void romanNumbersReadBack()
    {
        QCOMPARE(romanFor(1984), std::string("MCMLXXXIV"));
        QCOMPARE(romanFor(4000), std::string("4000"));
        QCOMPARE(romanFor(0), std::string("0"));
    }
};

Q_DECLARE_METATYPE(foyer::SeatNumbering)
Q_DECLARE_METATYPE(foyer::RowNaming)

QTEST_GUILESS_MAIN(TestPlanNumbering)
#include "test_plan_numbering.moc"
