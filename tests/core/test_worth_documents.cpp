// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/tickets/gift_card_document.h"
#include "core/documents/tickets/invoice_pages.h"
#include "core/domain/sales/gift_card.h"
#include "tests/support/pdf_pages.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace foyer;
using namespace foyer::test;

namespace {

const Currency kEuro = *Currency::fromCode("EUR");

Money eur(std::int64_t minor)
{
    return {minor, kEuro};
}

GiftCardPage cardPage()
{
    return {.organizer = "Städtische Bühnen am Willy-Brandt-Platz, Großes Haus und Kammerspiele",
            .organizerAddress = "1 Market Square\nSpringfield",
            .worth = "€50.00",
            .code = displayGiftCode(giftCode({1, 2, 3})),
            .issued = "Monday, 23 November 2026"};
}

/// An order of a gift card for 50.00, paid with 20.00 in cash, the rest on account.
struct OnAccount {
    Organizer house{.id = {},
                    .name = "Ada's Players",
                    .currency = kEuro,
                    .timeZone = "Europe/Berlin",
                    .address = "1 Market Square",
                    .taxNumber = "DE123"};
    Order order{
        .id = {},
        .code = "AB222224",
        .placedAt = {1'795'435'200'000},
        .lines = {{.kind = QuoteLine::Kind::GiftCard,
                   .text = "7KQ4",
                   .amount = {eur(5'000), eur(0), eur(5'000)}}},
        .payments = {{{PaymentMethod::Cash, eur(2'000), ""}, eur(2'000), eur(0)},
                     {{PaymentMethod::Invoice, eur(3'000), "INV-AB-00001"}, eur(3'000), eur(0)}},
        .total = eur(5'000),
        .change = eur(0)};
    Invoice invoice{.id = {},
                    .number = "INV-AB-00001",
                    .order = {},
                    .orderCode = "AB222224",
                    .customer = {},
                    .issuedAt = {1'795'435'200'000},
                    .dueAt = {1'795'435'200'000 + 14LL * 24 * 3'600'000},
                    .amount = eur(3'000),
                    .open = eur(3'000),
                    .credited = eur(0),
                    .cancels = {},
                    .recipient =
                        InvoiceRecipient{"Engines Ltd", "1 Mill Lane\nLondon", "GB123", "PO 7"},
                    .payments = {}};
    std::map<TicketId, std::string> codes;

    Result<ReceiptPage> page() const
    {
        return invoicePage(invoice, order, {{}, codes, "Ada Lovelace", "en-GB", &house});
    }
};

} // namespace

class WorthDocumentsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aReaderSeesTheCodeOfTheCard()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("cards.pdf"));
        QVERIFY(writeGiftCardsPdf(path.toStdString(), {cardPage(), cardPage()}));
        const auto pages = rasterized(path, 150);
        QCOMPARE(pages.size(), std::size_t{2});
        const auto codes = codesIn(pages[0]);
        QCOMPARE(codes.size(), std::size_t{1});
        QCOMPARE(QString::fromStdString(displayGiftCode(*normalizedGiftCode(codes[0]))),
                 QString::fromStdString(cardPage().code));
    }

    void theWorthOfACardIsReadableWhateverTheHousesColour()
    {
        for (const auto& [colour, ink] :
             {std::pair{"#00529b", Ink::Accent}, std::pair{"#ffee00", Ink::Text},
              std::pair{"#ffffff", Ink::Text}}) {
            GiftCardPage page = cardPage();
            page.style.colours.main = colourFrom(colour);
            const Drawing sheet = giftCardSheets({page})->at(0);
            QCOMPARE(sheet.accent, colourFrom(colour));
            QVERIFY(sheet.text("worth")->style.ink == ink);
        }
    }

    void nothingOnTheCardOverlaps()
    {
        for (const bool mirrored : {false, true}) {
            GiftCardPage page = cardPage();
            page.rightToLeft = mirrored;
            const auto sheets = giftCardSheets({page});
            const Drawing& sheet = sheets->at(0);
            for (std::size_t i = 0; i < sheet.texts.size(); ++i) {
                const DrawnText& text = sheet.texts[i];
                QVERIFY2(!text.cut, text.part.c_str());
                QVERIFY2(!text.box.overlaps(sheet.codes.at(0).quietZone()), text.part.c_str());
                for (std::size_t j = i + 1; j < sheet.texts.size(); ++j) {
                    QVERIFY2(!text.box.overlaps(sheet.texts[j].box), text.part.c_str());
                }
            }
        }
    }

    void anInvoiceSaysWhatIsDueWhenAndByWhom()
    {
        const auto page = OnAccount{}.page();
        QVERIFY(page.has_value());
        QCOMPARE(page->orderCode, std::string{"INV-AB-00001"});
        for (const char* words : {"Engines Ltd", "1 Mill Lane\nLondon", "GB123", "PO 7"}) {
            QVERIFY2(page->recipient.find(words) != std::string::npos, words);
        }
        QCOMPARE(page->payments.size(), std::size_t{2}); // the cash, and what is due
        QCOMPARE(page->payments.back().amount, std::string{"€30.00"});
        QVERIFY(page->payments.back().text.find("7 December 2026") != std::string::npos);
    }

    void aPaidInvoiceSaysThatNothingIsDue()
    {
        OnAccount sale;
        sale.invoice.open = eur(0);
        sale.invoice.payments = {{{1'795'435'200'000}, PaymentMethod::Transfer, eur(3'000), ""}};
        const auto page = sale.page();
        QCOMPARE(page->payments.size(), std::size_t{3});
        QCOMPARE(page->payments.back().amount, std::string{"€0.00"});
        QVERIFY(page->note.empty());
    }

    void aCreditNoteNamesItsInvoice()
    {
        OnAccount sale;
        sale.invoice.cancels = "INV-AB-00001";
        sale.invoice.number = "INV-AB-00002";
        sale.invoice.open = eur(0);
        const auto page = sale.page();
        QCOMPARE(page->orderCode, std::string{"INV-AB-00002"});
        QVERIFY(page->payments.at(0).text.find("INV-AB-00001") != std::string::npos);
        QCOMPARE(page->total, std::string{"€30.00"}); // of a part: the part
    }

    void aReceiptNamesTheCardAndWhatIsLeft()
    {
        OnAccount sale;
        sale.order.payments = {
            {{PaymentMethod::GiftCard, eur(5'000), "Z9XY"}, eur(5'000), eur(0), 0, eur(1'250)}};
        const auto page = receiptPage(sale.order, {{}, sale.codes, {}, "en-GB", &sale.house});
        QCOMPARE(page->organizer, std::string{"Ada's Players"});
        QVERIFY(page->groups.at(0).lines.at(0).text.find("7KQ4") != std::string::npos);
        QVERIFY(page->payments.at(0).text.find("Z9XY") != std::string::npos);
        QVERIFY(page->payments.at(0).text.find("€12.50") != std::string::npos);
    }
};

QTEST_MAIN(WorthDocumentsTest)
#include "test_worth_documents.moc"
