// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Account numbers, references and transfer codes: what banks check has to be right, and what
// customers type has to be found.

#include "core/documents/drawing/qr_code.h"
#include "core/domain/sales/creditor_reference.h"
#include "core/domain/sales/giro_code.h"
#include "core/domain/sales/iban.h"
#include "core/domain/sales/mod_97.h"
#include "tests/support/counter_fixture.h"

#include <QTest>

#include <ZXing/ReadBarcode.h>

#include <rapidcheck.h>

#include <set>

using namespace foyer;
using namespace foyer::test;

namespace {

PaymentId anyPayment(std::uint64_t seed)
{
    SeededRandom random{seed};
    return PaymentId{Uuid::v7(Instant{1'795'000'000'000}, random)};
}

/// Read by a program that is not ours.
std::string readBack(const QrCode& code)
{
    constexpr int kScale = 4;
    constexpr int kMargin = 4;
    const int side = (code.size + 2 * kMargin) * kScale;
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(side * side), 255);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const int column = x / kScale - kMargin;
            const int row = y / kScale - kMargin;
            const bool isInside = column >= 0 && row >= 0 && column < code.size && row < code.size;
            if (isInside && code.isDark(column, row)) {
                pixels[static_cast<std::size_t>(y * side + x)] = 0;
            }
        }
    }
    const auto result = ZXing::ReadBarcode({pixels.data(), side, side, ZXing::ImageFormat::Lum});
    if (!result.isValid()) {
        return {};
    }
    // As bytes: what they mean is said by the code's own third line.
    const auto& bytes = result.bytes();
    return std::string{bytes.begin(), bytes.end()};
}

} // namespace

class BankTextsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void accountNumbersAreChecked()
    {
        // From the registry's own examples (ISO 13616, SWIFT).
        for (const char* good :
             {"DE89 3704 0044 0532 0130 00", "AT611904300234573201", "CH9300762011623852957",
              "NO9386011117947", "GB29 NWBK 6016 1331 9268 19",
              "mt84MALT011000012345MTLCAST001S"}) {
            QVERIFY2(readIban(good).has_value(), good);
        }
        QCOMPARE(*readIban("de89 3704 0044 0532 0130 00"), std::string{"DE89370400440532013000"});
        for (const char* bad : {"DE88370400440532013000", "DE8937040044053201300", "", "DE89",
                                "8937040044053201300000", "DE89-3704-0044-0532-0130-00"}) {
            QVERIFY2(!readIban(bad).has_value(), bad);
        }
        QVERIFY(isBic("COBADEFFXXX") && isBic("MARKDEF1") && !isBic("COBADEFF1") &&
                !isBic("12345678"));
    }

    void oneWrongDigitOrTwoSwappedAreFound()
    {
        QVERIFY(rc::check("a wrong character or swapped neighbours are found", [] {
            const std::string whole =
                creditorReference(anyPayment(*rc::gen::arbitrary<std::uint64_t>()));
            RC_ASSERT(isCreditorReference(whole));
            RC_ASSERT(whole.size() == 16U);
            std::string changed = whole;
            const auto at = *rc::gen::inRange<std::size_t>(2, whole.size());
            const char other =
                *rc::gen::elementOf(std::string{"0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"});
            changed[at] = other;
            RC_ASSERT(isCreditorReference(changed) == (changed == whole));
            std::string swapped = whole;
            if (at + 1 < whole.size()) {
                std::swap(swapped[at], swapped[at + 1]);
                RC_ASSERT(isCreditorReference(swapped) == (swapped == whole));
            }
        }));
    }

    void referencesAreTheStandards()
    {
        QVERIFY(isCreditorReference("RF18539007547034")); // the standard's own example
        QVERIFY(isCreditorReference("RF471234567890"));
        QVERIFY(!isCreditorReference("RF18539007547035"));
        QVERIFY(!isCreditorReference("rf18539007547034"));
        QVERIFY(!isCreditorReference("RF18"));
        QCOMPARE(*mod97("539007547034RF18"), 1);
        std::set<std::string> all;
        for (std::uint64_t i = 0; i < 2'000; ++i) {
            all.insert(creditorReference(anyPayment(i)));
        }
        QCOMPARE(all.size(), std::size_t{2'000});
    }

    void whatCustomersTypeIsFound()
    {
        QVERIFY(rc::check("spaces, case, signs and a lost RF do not matter", [] {
            const std::string whole =
                creditorReference(anyPayment(*rc::gen::arbitrary<std::uint64_t>()));
            std::string typed = *rc::gen::element(std::string{}, std::string{"Karten Hamlet: "},
                                                  std::string{"Ticket 2026-11-30 / "});
            const bool isShort = *rc::gen::arbitrary<bool>();
            for (const char c : whole.substr(isShort ? 2 : 0)) {
                typed +=
                    *rc::gen::arbitrary<bool>() && c >= 'A' ? static_cast<char>(c - 'A' + 'a') : c;
                typed += *rc::gen::element(std::string{}, std::string{}, std::string{" "},
                                           std::string{"-"}, std::string{"\n"});
            }
            typed += *rc::gen::element(std::string{}, std::string{" danke"});
            const auto found = creditorReferencesIn(typed);
            RC_ASSERT(std::find(found.begin(), found.end(), whole) != found.end());
        }));
        QVERIFY(creditorReferencesIn("Miete November 2026, Whg 4, DE89370400440532013000").empty());
    }

    void invoiceNumbersAreFound()
    {
        using Numbers = std::vector<std::pair<std::string, std::int64_t>>;
        QCOMPARE(invoiceNumbersIn("INV-AB-00017"), (Numbers{{"AB", 17}}));
        QCOMPARE(invoiceNumbersIn("Rechnung inv ab 00017 vom 30.11."), (Numbers{{"AB", 17}}));
        QCOMPARE(invoiceNumbersIn("INVAB00017"), (Numbers{{"AB", 17}}));
        QCOMPARE(invoiceNumbersIn("INV-AB-17 + INV/C2/00018,INV-AB-17"),
                 (Numbers{{"AB", 17}, {"C2", 18}}));
        QCOMPARE(invoiceNumbersIn("INVOICE 17, INV-, INV-A, INV-AB-, INV-AB-0"), Numbers{});
        QCOMPARE(invoiceNumbersIn("INV-AB-1234567890123"), Numbers{});
    }

    void aTransferCodeIsReadByOthers()
    {
        const TransferDetails details{"Théâtre Foyer e.V. – Förderkreis", "DE89370400440532013000",
                                      "COBADEFFXXX", Money{123'405, *Currency::fromCode("EUR")},
                                      creditorReference(anyPayment(1))};
        const auto text = giroCodeText(details);
        QVERIFY(text.has_value());
        QCOMPARE(*text,
                 "BCD\n002\n1\nSCT\nCOBADEFFXXX\nThéâtre Foyer e.V. – Förderkreis\n"
                 "DE89370400440532013000\nEUR1234.05\n\n" +
                     details.reference);
        const auto code = giroQrCode(*text);
        QVERIFY(code.has_value());
        QCOMPARE(readBack(*code), *text);
        TransferDetails other = details;
        other.amount = Money{100, *Currency::fromCode("CHF")};
        QVERIFY(!giroCodeText(other));
        other.amount = Money{0, *Currency::fromCode("EUR")};
        QVERIFY(!giroCodeText(other));
        other = details;
        other.holder = "two\nlines";
        QVERIFY(!giroCodeText(other));
    }
};

QTEST_GUILESS_MAIN(BankTextsTest)
#include "test_bank_texts.moc"
