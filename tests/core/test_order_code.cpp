// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/sales/order_code.h"

#include <QTest>

#include <rapidcheck.h>

#include <cstdint>
#include <string>
#include <utility>

using namespace foyer;

namespace {

/// The last count whose code has eight characters.
constexpr std::uint64_t kShortMax = 31ULL * 31 * 31 * 31 * 31 - 1;

/// Counts where a code changes its form, and some in between.
constexpr std::uint64_t kCounts[] = {
    1,         30, 31, 961, 12'345'678, kShortMax, kShortMax + 1, 900'000'000, kShortMax * 31 + 31,
    UINT64_MAX};

std::string anySeries()
{
    const auto letter = [] { return *rc::gen::elementOf(std::string{kOrderCodeAlphabet}); };
    return {letter(), letter()};
}

/// A code as hasty fingers type it: in either case, with dashes and blanks anywhere.
std::string typedSomehow(const std::string& code)
{
    std::string typed;
    for (const char letter : code) {
        typed += *rc::gen::element<std::string>("", "", "", " ", "-", " - ", "\t");
        typed +=
            *rc::gen::arbitrary<bool>() && letter >= 'A' ? static_cast<char>(letter + 32) : letter;
    }
    return typed + *rc::gen::element<std::string>("", " ", "-");
}

} // namespace

class OrderCodeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCodeIsTheSeriesTheCountAndACheck()
    {
        for (const std::uint64_t count : kCounts) {
            const std::string code = orderCode("X7", count);
            QVERIFY(code.starts_with("X7"));
            // The count is read back from the code by hand, so two orders never share one.
            std::uint64_t read = 0;
            for (std::size_t i = kSeriesSize; i + 1 < code.size(); ++i) {
                read = read * 31 + kOrderCodeAlphabet.find(code[i]);
            }
            QCOMPARE(read, count);
        }
    }

    void aCodeHasEightCharactersUntilTheyAreUsedUp()
    {
        QCOMPARE(orderCode("AB", 1).size(), std::size_t{8});
        QCOMPARE(orderCode("AB", kShortMax).size(), std::size_t{8});
        QCOMPARE(kShortMax, std::uint64_t{28'629'150});
        QCOMPARE(orderCode("AB", kShortMax + 1).size(), std::size_t{9});
    }

    void everyWrongCharacterAndEverySwapOfNeighboursIsFoundAtEveryLength()
    {
        for (const std::uint64_t count : kCounts) {
            const std::string code = orderCode("K3", count);
            QCOMPARE(normalizedOrderCode(code).value_or(""), code);
            for (std::size_t at = 0; at < code.size(); ++at) {
                for (const char other : kOrderCodeAlphabet) {
                    std::string wrong = code;
                    wrong[at] = other;
                    QVERIFY2(wrong == code || !normalizedOrderCode(wrong), wrong.c_str());
                }
                if (at > 0 && code[at - 1] != code[at]) {
                    std::string swapped = code;
                    std::swap(swapped[at - 1], swapped[at]);
                    QVERIFY2(!normalizedOrderCode(swapped), swapped.c_str());
                }
            }
        }
    }

    void aCodeIsUnderstoodHoweverItIsTyped()
    {
        QVERIFY(rc::check("typed and normalised", [] {
            const std::string code =
                orderCode(anySeries(), *rc::gen::inRange<std::uint64_t>(1, 1'000'000'000'000));
            const auto understood = normalizedOrderCode(typedSomehow(code));
            RC_ASSERT(understood == std::optional{code});
            RC_ASSERT(normalizedOrderCode(*understood) == understood);
        }));
    }

    void aPrintedCodeIsReadBack()
    {
        QCOMPARE(displayOrderCode("ABCDEFGH"), std::string{"AB-CDEFG-H"});
        for (const std::uint64_t count : kCounts) {
            const std::string code = orderCode("ZZ", count);
            QCOMPARE(normalizedOrderCode(displayOrderCode(code)).value_or(""), code);
        }
    }

    void whatCannotBeACodeIsNotTakenForOne()
    {
        const std::string code = orderCode("AB", 4711);
        for (const std::string& typed :
             {std::string{}, std::string{" - "}, code.substr(0, 7), code.substr(1),
              code + code + code, std::string(8, '0'), std::string{"Hamlet"}, code + "\n",
              code + "é", std::string("\0\0\0\0\0\0\0\0", 8)}) {
            QVERIFY2(!normalizedOrderCode(typed), typed.c_str());
        }
        // 0, 1, I, L and O are in no code, whatever the letter they stand for was.
        for (const char lookAlike : std::string{"01ILOilo"}) {
            for (std::size_t at = 0; at < code.size(); ++at) {
                std::string misread = code;
                misread[at] = lookAlike;
                QVERIFY2(!normalizedOrderCode(misread), misread.c_str());
            }
        }
    }

    void anyBytesGiveACodeOrNothing()
    {
        QVERIFY(rc::check("any bytes", [](const std::string& bytes) {
            const auto code = normalizedOrderCode(bytes);
            const std::string shown = displayOrderCode(code.value_or(bytes));
            RC_ASSERT(shown.size() >= bytes.size() || code.has_value());
            RC_ASSERT(normalizedOrderCode(shown) == code);
        }));
    }
};

QTEST_GUILESS_MAIN(OrderCodeTest)
#include "test_order_code.moc"
