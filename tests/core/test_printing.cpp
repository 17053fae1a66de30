// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/printing/printer_page.h"
#include "core/documents/printing/printer_text.h"
#include "core/documents/printing/slip_document.h"
#include "core/documents/tickets/receipt_document.h"
#include "core/documents/tickets/ticket_document.h"
#include "tests/support/sample_pages.h"
#include "tests/support/pdf_pages.h"
#include "tests/support/printer_languages.h"

#include <QBuffer>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QTest>

#include <rapidcheck.h>

#include <functional>

using namespace foyer;
using namespace foyer::test;

namespace {

const std::string kCode = "6BFOXN*TS3DH0YOJ%2A8K$4Z 17PQR/CVWM.-9EGLUI:5+NCFOXN%TSMAHN-H";

const std::vector<std::string> kEscPosCommands{"ESC @", "ESC J", "ESC M", "ESC E", "ESC t",
                                               "ESC 3", "ESC a", "ESC $", "LF",    "GS !",
                                               "GS V",  "GS v",  "GS (k", "GS (D"};
const std::vector<std::string> kZplCommands{"^XA", "^CI", "^LH", "^PW", "^LL", "^FO", "^GB", "^FS",
                                            "^A0", "^FB", "^FH", "^FD", "^BQ", "^GF", "^XZ"};
const std::vector<std::string> kFglCommands{"<CB>", "<NR>", "<RC>", "<F>",   "<HW>", "<LT>", "<HX>",
                                            "<VX>", "<QR>", "<SP>", "<bmp>", "<G>",  "<p>"};

TicketPage ticket()
{
    TicketPage page = test::sampleTicket(kCode);
    page.venueAddress.clear();
    page.priceLine = "EUR 42.00";
    page.holderName = "Ada Lovelace";
    page.count = 3;
    return page;
}

ReceiptPage receipt()
{
    ReceiptPage page;
    page.organizer = "City Playhouse Trust";
    page.organizerAddress = "1 Theatre Street\nLeeds LS1 3AA";
    page.taxNumber = "GB 1";
    page.orderCode = "AB-CDEFG-H";
    page.dateLine = "Monday, 23 November 2026, 12:00";
    page.customer = "Ada Lovelace";
    page.groups = {{"Hamlet",
                    "Saturday, 28 November 2026, 19:30",
                    {{"2 ×", "Adult · Premium", "€42.00", "€84.00"},
                     {"1 ×", "Child · Standing", "", "€21.00"}}}};
    page.taxes = {{"VAT 19%", "€88.24", "€16.76", "€105.00"}};
    page.total = "€105.00";
    page.payments = {{"Cash", "€110.00"}, {"Change", "€5.00"}};
    return page;
}

Drawing face(const TicketPage& page, PaperFormat paper)
{
    auto drawn = ticketFace(page, paper);
    return drawn ? *std::move(drawn) : Drawing{};
}

/// The picture as a camera sees it, with light around it.
QImage seen(const DotImage& dots)
{
    constexpr int kLight = 40;
    QImage image{dots.width + 2 * kLight, dots.height + 2 * kLight, QImage::Format_Grayscale8};
    image.fill(Qt::white);
    for (int y = 0; y < dots.height; ++y) {
        for (int x = 0; x < dots.width; ++x) {
            if (dots.isBlack(x, y)) {
                image.setPixel(x + kLight, y + kLight, 0);
            }
        }
    }
    return image;
}

std::vector<std::string> codesIn(const std::vector<DotImage>& pictures)
{
    std::vector<std::string> codes;
    for (const DotImage& picture : pictures) {
        for (const std::string& code : test::codesIn(seen(picture))) {
            codes.push_back(code);
        }
    }
    return codes;
}

bool hasText(const PrinterReading& reading, const std::string& text)
{
    return std::any_of(reading.texts.begin(), reading.texts.end(), [&](const std::string& each) {
        return each.find(text) != std::string::npos;
    });
}

/// Compares with the file under tests/data/printing; FOYER_GOLDEN=write writes it anew.
bool isGolden(const char* name, const std::string& bytes)
{
    const QString path =
        QStringLiteral(FOYER_SOURCE_DIR "/tests/data/printing/%1").arg(QLatin1String{name});
    QFile file{path};
    if (qgetenv("FOYER_GOLDEN") == "write") {
        return file.open(QIODevice::WriteOnly) && file.write(QByteArray::fromStdString(bytes)) > 0;
    }
    if (!file.open(QIODevice::ReadOnly) || file.readAll().toStdString() != bytes) {
        qWarning("%s differs from what is printed now. If that is meant, run this test with "
                 "FOYER_GOLDEN=write and look at what changed.",
                 name);
        return false;
    }
    return true;
}

/// Bytes that try to be commands of all three languages, or anything at all.
rc::Gen<std::string> hostileText()
{
    const auto piece =
        rc::gen::oneOf(rc::gen::container<std::string>(
                           rc::gen::map(rc::gen::inRange(0, 128),
                                        [](int byte) { return static_cast<char>(byte); })),
                       rc::gen::element<std::string>("\x1bp\x01\x32\xfa", "\x1d\x56\x01",
                                                     "\x10\x14\x01\x01\x01", "^XZ^XA^JUF", "~JR",
                                                     "~HS", "^FS^FD", "_5E", "<p>", "<CB>",
                                                     "<RC1,1>", "}<QR6>{", "\n\r\f", "\xc2\x9b",
                                                     "\xc0\x9b\xff\xfe", "Åsa 日本"));
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece),
                        [](const std::vector<std::string>& pieces) {
                            std::string all;
                            for (const std::string& each : pieces) {
                                all += each;
                            }
                            return all.substr(0, 60);
                        });
}

TicketPage hostileTicket()
{
    TicketPage page = ticket();
    for (std::string* field :
         {&page.organizer, &page.event, &page.subtitle, &page.venue, &page.dateLine, &page.section,
          &page.row, &page.typeName, &page.priceLine, &page.holderName, &page.notes}) {
        *field = *hostileText();
    }
    return page;
}

} // namespace

class PrintingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theBytesForEachLanguageAreTheOnesThatWereLookedAt()
    {
        PageSetup roll;
        QVERIFY(
            isGolden("ticket-80mm.escpos", escPosPage(face(ticket(), PaperFormat::Roll80), roll)));
        QVERIFY(isGolden("receipt-80mm.escpos",
                         escPosPage(receiptSheets(receipt(), ReceiptPaper::Roll80)[0], roll)));
        PageSetup slim{.headLeft = 5, .headWidth = 48};
        QVERIFY(isGolden("receipt-58mm.escpos",
                         escPosPage(receiptSheets(receipt(), ReceiptPaper::Roll58)[0], slim)));
        QVERIFY(isGolden("ticket-80x150mm.zpl",
                         zplPage(face(ticket(), PaperFormat::Stock80x150), roll)));
        QVERIFY(isGolden("ticket-2x5.5in.fgl",
                         fglPage(face(ticket(), PaperFormat::Stock140x51), roll)));
    }

    void aReceiptPrinterGetsTextInItsOwnFontsAndDrawsTheCodeItself()
    {
        const auto reading = readEscPos(escPosPage(face(ticket(), PaperFormat::Roll80), {}));
        QCOMPARE(reading.fault, std::string{});
        QVERIFY(reading.hasOnly(kEscPosCommands));
        QCOMPARE(reading.codes, std::vector<std::string>{kCode});
        for (const char* words :
             {"Hamlet", "28 November 2026", "19:30", "Stalls", "Row F", "Seat 7", "EUR 42.00",
              "AB-CDEFG-H", "Ada Lovelace", "Ticket 1 of 3"}) {
            QVERIFY2(hasText(reading, words), words);
        }
        QCOMPARE(reading.commands.back(), std::string{"GS V"});
    }

    void theReceiptSaysEuroAndMultiplicationSignsInTheCodePageThatHasThem()
    {
        const auto reading =
            readEscPos(escPosPage(receiptSheets(receipt(), ReceiptPaper::Roll80)[0], {}));
        QVERIFY(reading.hasOnly(kEscPosCommands));
        QVERIFY(hasText(reading,
                        "\x80"
                        "105.00"));
        QVERIFY(hasText(reading, "2 \xd7"));
        QVERIFY(hasText(reading, "Cash"));
    }

    void lettersThatThePrinterLacksAreSentAsDots()
    {
        TicketPage page = ticket();
        page.event = "真夏の夜の夢";
        for (const auto& reading : {readEscPos(escPosPage(face(page, PaperFormat::Roll80), {})),
                                    readZpl(zplPage(face(page, PaperFormat::Stock80x150), {})),
                                    readFgl(fglPage(face(page, PaperFormat::Stock140x51), {}))}) {
            QCOMPARE(reading.fault, std::string{});
            QVERIFY(!reading.pictures.empty());
            const auto black = [](const DotImage& picture) {
                return std::count_if(picture.bytes.begin(), picture.bytes.end(),
                                     [](std::uint8_t byte) { return byte != 0; });
            };
            QVERIFY(std::any_of(reading.pictures.begin(), reading.pictures.end(),
                                [&](const DotImage& picture) { return black(picture) > 50; }));
            QVERIFY(hasText(reading, "Lovelace"));
        }
    }

    void theLogoIsDotsOnEveryPrinterAndTheNameStaysBesideIt()
    {
        QImage image{320, 80, QImage::Format_RGB32};
        image.fill(Qt::black);
        QByteArray png;
        QBuffer buffer{&png};
        buffer.open(QIODevice::WriteOnly);
        QVERIFY(image.save(&buffer, "PNG"));
        const HouseStyle style{
            {},
            std::make_shared<const HouseLogo>(
                HouseLogo{{320, 80}, PictureFormat::Png, Bytes{png.begin(), png.end()}, {}})};
        TicketPage page = ticket();
        page.style = style;
        ReceiptPage paid = receipt();
        paid.style = style;
        const Drawing slip = receiptSheets(paid, ReceiptPaper::Roll80)[0];
        for (const auto& reading : {readEscPos(escPosPage(face(page, PaperFormat::Roll80), {})),
                                    readEscPos(escPosPage(slip, {})),
                                    readZpl(zplPage(face(page, PaperFormat::Stock80x150), {})),
                                    readFgl(fglPage(face(page, PaperFormat::Stock80x150), {}))}) {
            QCOMPARE(reading.fault, std::string{});
            const auto dots = [](const DotImage& picture) {
                int black = 0;
                for (int y = 0; y < picture.height; ++y) {
                    for (int x = 0; x < picture.width; ++x) {
                        black += picture.isBlack(x, y) ? 1 : 0;
                    }
                }
                return black;
            };
            QVERIFY(std::any_of(reading.pictures.begin(), reading.pictures.end(),
                                [&](const DotImage& each) { return dots(each) > 10'000; }));
            QVERIFY(hasText(reading, page.organizer.substr(0, 8)) ||
                    hasText(reading, paid.organizer.substr(0, 8)));
        }
    }

    void aCodeSentAsDotsIsReadByAnotherReader()
    {
        PageSetup dots;
        dots.nativeCodes = false;
        for (const PaperFormat paper : {PaperFormat::Roll80, PaperFormat::Stock140x51}) {
            const Drawing page = face(ticket(), paper);
            if (paper == PaperFormat::Stock140x51) {
                dots.headWidth = page.width;
            }
            for (const auto& reading :
                 {readEscPos(escPosPage(page, dots)), readZpl(zplPage(page, dots)),
                  readFgl(fglPage(page, dots))}) {
                QCOMPARE(reading.fault, std::string{});
                QVERIFY(reading.codes.empty());
                QCOMPARE(codesIn(reading.pictures), std::vector<std::string>{kCode});
            }
        }
    }

    void ticketStockGetsTheCodeInTheLanguageOfItsPrinter()
    {
        const auto zpl = readZpl(zplPage(face(ticket(), PaperFormat::Stock80x150), {}));
        QVERIFY(zpl.hasOnly(kZplCommands));
        QCOMPARE(zpl.codes, std::vector<std::string>{kCode});
        QVERIFY(hasText(zpl, "Hamlet"));
        const auto fgl = readFgl(fglPage(face(ticket(), PaperFormat::Stock140x51), {}));
        QVERIFY(fgl.hasOnly(kFglCommands));
        QCOMPARE(fgl.codes, std::vector<std::string>{kCode});
        QVERIFY(hasText(fgl, "Hamlet"));
        QCOMPARE(fgl.commands.back(), std::string{"<p>"});
    }

    void whateverATextSaysOnlyOurOwnCommandsReachAPrinter()
    {
        QVERIFY(rc::check("only our own commands", [] {
            const TicketPage page = hostileTicket();
            const std::string escPos = escPosPage(face(page, PaperFormat::Roll80), {});
            const auto reading = readEscPos(escPos);
            RC_ASSERT(reading.fault == "");
            RC_ASSERT(reading.hasOnly(kEscPosCommands));
            RC_ASSERT(reading.codes == std::vector<std::string>{kCode});
            for (const char* realTime : {"\x10\x04", "\x10\x05", "\x10\x14"}) {
                RC_ASSERT(escPos.find(realTime) == std::string::npos);
            }
            RC_ASSERT(std::count(reading.commands.begin(), reading.commands.end(), "GS V") == 1);

            const auto zpl = readZpl(zplPage(face(page, PaperFormat::Stock80x150), {}));
            RC_ASSERT(zpl.hasOnly(kZplCommands));
            RC_ASSERT(zpl.codes == std::vector<std::string>{kCode});
            RC_ASSERT(std::count(zpl.commands.begin(), zpl.commands.end(), "^XZ") == 1);

            const auto fgl = readFgl(fglPage(face(page, PaperFormat::Stock140x51), {}));
            RC_ASSERT(fgl.fault == "");
            RC_ASSERT(fgl.hasOnly(kFglCommands));
            RC_ASSERT(fgl.codes == std::vector<std::string>{kCode});
            RC_ASSERT(std::count(fgl.commands.begin(), fgl.commands.end(), "<p>") == 1);
        }));
    }

    void noControlSurvivesInAText()
    {
        QVERIFY(rc::check("printable", [] {
            for (const char32_t letter : printable(*hostileText())) {
                RC_ASSERT(letter >= 0x20U);
                RC_ASSERT(letter < 0x7FU || letter >= 0xA0U);
            }
        }));
    }

    void aSpecimenSaysSoAndItsCodeAdmitsNobody()
    {
        TicketPage page = ticket();
        page.specimen = true;
        for (const PaperFormat paper : {PaperFormat::A6, PaperFormat::Roll80, PaperFormat::Roll58,
                                        PaperFormat::Stock80x150, PaperFormat::Stock140x51}) {
            const Drawing drawn = face(page, paper);
            QVERIFY(drawn.text("specimen") != nullptr);
            QCOMPARE(drawn.codes.at(0).text, std::string{kSpecimenCode});
        }
        ReceiptPage training = receipt();
        training.specimen = true;
        QVERIFY(receiptSheets(training, ReceiptPaper::Roll80)[0].text("specimen") != nullptr);
        QVERIFY(receiptSheets(receipt(), ReceiptPaper::Roll80)[0].text("specimen") == nullptr);
    }

    void nothingOnNarrowPaperLeavesItOrMeetsTheCode()
    {
        TicketPage wordy = ticket();
        wordy.event = "The Assembled Parties of the Northern Counties: An Evening of Choral Music";
        wordy.section = "Upper Circle Left Side Balcony Boxes";
        wordy.holderName = "Wolfeschlegelsteinhausenbergerdorff-Donaudampfschifffahrt, Hubert";
        wordy.notes = "Restricted view · Companion seat · Entrance 12 North, second staircase";
        for (const TicketPage& page : {ticket(), wordy}) {
            for (const PaperFormat paper : {PaperFormat::Roll80, PaperFormat::Roll58,
                                            PaperFormat::Stock80x150, PaperFormat::Stock140x51}) {
                const Drawing drawn = face(page, paper);
                for (const DrawnText& text : drawn.texts) {
                    QVERIFY2(text.box.x > 2.5 && text.box.right() < drawn.width - 2.5 &&
                                 text.box.y > 2 && text.box.bottom() < drawn.height - 1.5,
                             text.part.c_str());
                    QVERIFY2(!text.box.overlaps(drawn.codes[0].quietZone()), text.part.c_str());
                    for (const DrawnText& other : drawn.texts) {
                        QVERIFY2(&other == &text || !other.box.overlaps(text.box),
                                 (text.part + " meets " + other.part).c_str());
                    }
                }
            }
        }
    }

    void aSlipSurvivesItsTextForm()
    {
        const SlipPage slip{.title = "Z report 7",
                            .lines = {{"Cash", "120.00", true}, {"-", "", false}, {"", "", false}},
                            .specimen = true};
        QCOMPARE(slipFrom(slipText(slip)), slip);
        const auto sheets = slipSheets(slip, PrinterPaper::Roll80);
        QCOMPARE(sheets.size(), std::size_t{1});
        QVERIFY(readEscPos(escPosPage(sheets[0], {})).hasOnly(kEscPosCommands));
    }

    void theTestPageFitsEveryPaperAndLanguage()
    {
        for (const auto paper : {PrinterPaper::Roll80, PrinterPaper::Roll58,
                                 PrinterPaper::Stock80x150, PrinterPaper::Stock140x51}) {
            for (const auto language :
                 {PrinterLanguage::EscPos, PrinterLanguage::Zpl, PrinterLanguage::Fgl}) {
                const Printer printer{"Till 1", language, "tcp:10.0.0.7", paper, 7, 203};
                const std::string bytes = printerPage(testPage(printer), printer);
                const auto reading = language == PrinterLanguage::EscPos ? readEscPos(bytes)
                    : language == PrinterLanguage::Zpl                   ? readZpl(bytes)
                                                                         : readFgl(bytes);
                QCOMPARE(reading.fault, std::string{});
                const bool drawsCode = reading.codes == std::vector<std::string>{kSpecimenCode};
                QVERIFY(drawsCode || codesIn(reading.pictures).size() == 1);
            }
        }
    }

    void anOutputIsTakenApart()
    {
        const auto tcp = printerOutput("tcp:10.0.0.7");
        QVERIFY(tcp && tcp->target == "10.0.0.7" && tcp->port == 9100);
        const auto port = printerOutput("tcp:printer.local:9101");
        QVERIFY(port && port->target == "printer.local" && port->port == 9101);
        const auto six = printerOutput("tcp:[fe80::1]:9100");
        QVERIFY(six && six->target == "fe80::1");
        QVERIFY(printerOutput("tcp:fe80::1")->target == "fe80::1");
        QVERIFY(printerOutput("device:/dev/usb/lp0")->kind == PrinterOutput::Kind::Device);
        for (const char* wrong :
             {"", "tcp:", "tcp:a:0", "tcp:a:99999", "lpt1", "ftp:a", "tcp:a\n"}) {
            const auto output = printerOutput(wrong);
            QVERIFY2(!output && output.error().code == "bad_output", wrong);
        }
    }
};

QTEST_MAIN(PrintingTest)
#include "test_printing.moc"
