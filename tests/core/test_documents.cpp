// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/drawing/drawing_output.h"
#include "core/documents/drawing/fitted_text.h"
#include "core/documents/tickets/local_text.h"
#include "core/documents/tickets/order_pages.h"
#include "tests/support/house_styles.h"
#include "tests/support/sample_pages.h"
#include "tests/support/pdf_pages.h"
#include "tests/support/ticket_kinds.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <csignal>
#include <memory>
#include <set>
#include <sys/resource.h>
#include <vector>

using namespace foyer;
using namespace foyer::test;

namespace {

/// How many pixels of a picture are just this colour.
int pixelsOf(const QImage& image, QRgb colour)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            count += image.pixel(x, y) == colour ? 1 : 0;
        }
    }
    return count;
}

QImage pictureOf(const std::string& words, double points = 24)
{
    Drawing page;
    page.width = 120;
    page.height = 20;
    const Box room{2, 2, 116, 16};
    page.texts.push_back(fitText({"words", words, {.points = points}, room, 1, 0}));
    return QImage::fromData(QByteArray::fromStdString(renderPng({page}, 100)->front()));
}

TicketId ticketId(std::uint8_t last)
{
    Uuid::Bytes bytes{};
    bytes.back() = last;
    return {Uuid{bytes}};
}

/// An order of two seats and a standing place, with the offer it was sold from.
struct SampleSale {
    Currency euro = *Currency::fromCode("EUR");
    Offer offer{.organizer = {.name = "City Playhouse Trust",
                              .currency = *Currency::fromCode("EUR"),
                              .timeZone = "Europe/Berlin",
                              .address = "1 Theatre Street\nLeeds",
                              .taxNumber = "GB 1"}};
    Order order{.total = Money{0, *Currency::fromCode("EUR")},
                .change = Money{0, *Currency::fromCode("EUR")}};
    std::map<TicketId, std::string> codes;

    SampleSale()
    {
        auto plan = std::make_shared<SeatingPlan>();
        plan->categories = {{"Premium", ""}};
        plan->sections = {{"Stalls", "Entrance 1", "", {}}};
        plan->rows = {{"F", 0, 0, 2, false}};
        plan->seats = {{"a", "7", 0, 0, {}, static_cast<std::uint8_t>(SeatTrait::RestrictedView)},
                       {"b", "8", 0, 0, {}, 0}};
        offer.plan = plan;
        offer.event.name = "Hamlet";
        offer.venue.name = "Playhouse";
        offer.performance.id = {Uuid{Uuid::Bytes{9}}};
        offer.performance.timeZone = "America/New_York";
        offer.performance.startsAt = {
            1'793'509'200'000}; // 2026-11-01T05:00Z, an hour before the clocks go back
        offer.performance.doorsAt = Instant{offer.performance.startsAt.ms + 2 * 3'600'000};
        order.code = "ABCDEFGH";
        order.placedAt = {1'793'509'200'000};
        addTicket(1, SeatNumber{0}, "Stalls · F 7", 4200, "Adult");
        addTicket(2, SeatNumber{1}, "Stalls · F 8", 4200, "Adult");
        addTicket(3, std::nullopt, "Standing", 2100, "Child");
        QuoteLine fee{.kind = QuoteLine::Kind::Fee,
                      .performance = offer.performance.id,
                      .text = "Booking fee",
                      .amount = amount(200)};
        order.lines.push_back(fee);
        order.total = Money{10'700, euro};
        order.payments = {{{PaymentMethod::CardTerminal, Money{5'000, euro}, "4711"},
                           Money{5'000, euro},
                           Money{0, euro}},
                          {{PaymentMethod::Cash, Money{6'000, euro}, ""},
                           Money{5'700, euro},
                           Money{300, euro}}};
        order.change = Money{300, euro};
    }

    TaxedAmount amount(std::int64_t gross) const
    {
        return {Money{gross - gross / 10, euro}, Money{gross / 10, euro}, Money{gross, euro}};
    }

    void addTicket(std::uint8_t id, std::optional<SeatNumber> seat, const std::string& label,
                   std::int64_t gross, const std::string& type)
    {
        Ticket ticket{.id = ticketId(id),
                      .performance = offer.performance.id,
                      .seat = seat,
                      .seatLabel = label,
                      .typeName = type,
                      .categoryName = seat ? "Premium" : "Standing",
                      .price = amount(gross)};
        codes[ticket.id] = ticketCode(id);
        QuoteLine line{.item = order.tickets.size(),
                       .performance = offer.performance.id,
                       .text = type + " · " + ticket.categoryName,
                       .amount = ticket.price,
                       .taxName = "VAT",
                       .taxRateMilliPercent = 11'111};
        order.tickets.push_back(ticket);
        order.lines.push_back(line);
    }

    Result<std::vector<TicketPage>> tickets(const std::string& locale = "en-GB") const
    {
        const Offer* one = &offer;
        return ticketPages(order, {{&one, 1}, codes, "Ada Lovelace", locale});
    }
    Result<ReceiptPage> receipt() const
    {
        const Offer* one = &offer;
        return receiptPage(order, {{&one, 1}, codes, "Ada Lovelace", "en-GB"});
    }
};

/// Lets no file of this process grow beyond a size, as a full disk does.
class SmallDisk {
public:
    explicit SmallDisk(rlim_t bytes)
    {
        m_signal = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~SmallDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_signal);
    }

private:
    rlimit m_before{};
    void (*m_signal)(int) = nullptr;
};

} // namespace

class DocumentsTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString path(const char* name) const { return m_folder.filePath(QLatin1String{name}); }

    QString written(const char* name, const std::vector<TicketPage>& pages, PaperFormat paper) const
    {
        const QString file = path(name);
        const Result<void> done = writeTicketsPdf(file.toStdString(), pages, paper);
        return done ? file : QString{};
    }

private Q_SLOTS:
    void everyTicketOnASheetGivesItsExactCodeToAnotherReader()
    {
        std::vector<TicketPage> pages = allKinds();
        std::vector<std::string> codes;
        for (std::size_t i = 0; i < pages.size(); ++i) {
            pages[i].codeText = ticketCode(100 + i, 130 + 10 * i);
            codes.push_back(pages[i].codeText);
        }
        std::sort(codes.begin(), codes.end());
        for (const PaperFormat paper : {PaperFormat::A4, PaperFormat::Letter, PaperFormat::A6}) {
            const QString pdf = written("codes.pdf", pages, paper);
            QVERIFY(!pdf.isEmpty());
            std::vector<std::string> read;
            for (const QImage& page : rasterized(pdf, 150)) {
                const std::vector<std::string> found = codesIn(page);
                read.insert(read.end(), found.begin(), found.end());
            }
            std::sort(read.begin(), read.end());
            QCOMPARE(read, codes);
        }
    }

    void theSheetOfEachPaperHasItsSize()
    {
        const QString pdf = written("size.pdf", {shortTicket()}, PaperFormat::A6);
        const QString info = output(QStringLiteral("pdfinfo"), {pdf});
        QVERIFY2(info.contains(QStringLiteral("419.528 x 297.638")) ||
                     info.contains(QStringLiteral("x 298")),
                 qPrintable(info));
        const std::vector<QImage> pages =
            rasterized(written("five.pdf", allKinds(), PaperFormat::A4), 72);
        QCOMPARE(pages.size(), std::size_t{2});
        QVERIFY(std::abs(pages[0].width() - 842) <= 1 && std::abs(pages[0].height() - 595) <= 1);
    }

    void aPhoneReadsTheLinkOfAPayment()
    {
        const std::string url = "https://tickets.playhouse.example/p/Zx8kQ2mN4pR7sT1vW3yA5b";
        const auto code = linkQrCode(url);
        QVERIFY(code.has_value());
        constexpr int kModule = 4;
        const int side = (code->size + 2 * kQrQuietModules) * kModule;
        QImage picture{side, side, QImage::Format_RGB32};
        picture.fill(Qt::white);
        for (int row = 0; row < code->size * kModule; ++row) {
            for (int column = 0; column < code->size * kModule; ++column) {
                if (code->isDark(column / kModule, row / kModule)) {
                    picture.setPixel(column + kQrQuietModules * kModule,
                                     row + kQrQuietModules * kModule, qRgb(0, 0, 0));
                }
            }
        }
        QCOMPARE(codesIn(picture), std::vector<std::string>{url});
    }

    void aTicketsCodeIsAtLeast30MmWideWithAFreeQuietZoneAndAtMostVersion8()
    {
        for (const TicketPage& page : allKinds()) {
            const Result<Drawing> face = ticketFace(page, PaperFormat::A4);
            QVERIFY(face.has_value());
            QCOMPARE(face->codes.size(), std::size_t{1});
            QVERIFY(face->codes[0].box.width >= 30);
            QVERIFY(face->codes[0].code.size <= 17 + 4 * 8);
            const Box quiet = face->codes[0].quietZone();
            QVERIFY(quiet.x >= 0 && quiet.y >= 0 && quiet.right() <= face->width);
        }
        QCOMPARE(qrCode("lower case").error().code, std::string{"qr_text"});
        QCOMPARE(qrCode("").error().code, std::string{"qr_text"});
        QCOMPARE(qrCode(std::string(2000, 'A')).error().code, std::string{"qr_text"});
        QVERIFY(qrCode(ticketCode(1, 221)).has_value());
        QVERIFY(!qrCode(ticketCode(1, 222)).has_value());
    }

    void nothingOnATicketOverlapsOrLeavesThePageHoweverLongTheNames()
    {
        for (const TicketPage& page : allKinds()) {
            for (const PaperFormat paper :
                 {PaperFormat::A4, PaperFormat::Letter, PaperFormat::A6}) {
                for (const int kind : {0, 1, 2, 3}) {
                    TicketPage turned = kind < 2 ? page : toldTicket(page);
                    turned.rightToLeft = kind % 2 == 1;
                    const Result<Drawing> face = ticketFace(turned, paper);
                    QVERIFY(face.has_value());
                    QVERIFY2(faultOf(*face, 9).isEmpty(), qPrintable(faultOf(*face, 9)));
                }
            }
        }
    }

    void aLogoOfAnyShapeCoversNothingAndIsNotStretched()
    {
        for (const auto& [width, height] : {std::pair{640, 80}, {640, 640}, {80, 640}}) {
            for (TicketPage page : allKinds()) {
                page.style = redStyle(width, height);
                for (const PaperFormat paper :
                     {PaperFormat::A4, PaperFormat::Letter, PaperFormat::A6, PaperFormat::Roll80,
                      PaperFormat::Roll58, PaperFormat::Stock80x150}) {
                    const bool isNarrow = paper != PaperFormat::A4 && paper != PaperFormat::A6 &&
                        paper != PaperFormat::Letter;
                    const Result<Drawing> face = ticketFace(page, paper);
                    QVERIFY(face.has_value());
                    const QString fault = faultOf(*face, isNarrow ? 5 : 9);
                    QVERIFY2(fault.isEmpty(), qPrintable(fault));
                    QCOMPARE(face->pictures.size(), std::size_t{1});
                    const Box box = face->pictures[0].box;
                    QVERIFY(box.x >= 5 && box.right() <= face->width - 5 && box.width > 0);
                    QVERIFY(std::abs(box.width * height - box.height * width) < 0.01 * width);
                    QVERIFY(face->text("organizer") != nullptr); // whoever sells is always named
                }
            }
        }
        const SampleSale sale;
        ReceiptPage receipt = *sale.receipt();
        receipt.style = redStyle(640, 200);
        for (const ReceiptPaper paper :
             {ReceiptPaper::A4, ReceiptPaper::A5, ReceiptPaper::Roll80, ReceiptPaper::Roll58}) {
            const Drawing sheet = receiptSheets(receipt, paper).front();
            QVERIFY2(faultOf(sheet, 5).isEmpty(), qPrintable(faultOf(sheet, 5)));
            QCOMPARE(sheet.pictures.size(), std::size_t{1});
        }
    }

    void whoseEventItIsStandsOnTicketAndReceiptBesideWhoSells()
    {
        SampleSale sale;
        sale.offer.event.promoter = {"Rockhaus Ltd", "1 Mill Lane\nLeeds", ""};
        QCOMPARE((*sale.tickets())[0].promoter,
                 std::string{"Organizer: Rockhaus Ltd, 1 Mill Lane, Leeds"});
        sale.offer.event.promoter.taxNumber = "GB 77";
        const std::string whole = "In the name and on the account of Rockhaus Ltd, 1 Mill Lane, "
                                  "Leeds, tax number GB 77";
        const ReceiptPage receipt = *sale.receipt();
        QCOMPARE(receipt.organizer, sale.offer.organizer.name);
        QCOMPARE(receipt.groups[0].promoter, whole);
        for (const ReceiptPaper paper : {ReceiptPaper::A5, ReceiptPaper::Roll58}) {
            const Drawing sheet = receiptSheets(receipt, paper).front();
            QVERIFY(sheet.text("promoter") != nullptr && !sheet.text("promoter")->cut);
            QVERIFY2(faultOf(sheet, 5).isEmpty(), qPrintable(faultOf(sheet, 5)));
        }
        for (TicketPage page : allKinds()) {
            page.promoter = whole;
            for (const auto& [hasLogo, hasPoster] :
                 {std::pair{false, false}, {true, false}, {false, true}, {true, true}}) {
                page.style = hasLogo ? redStyle(640, 200) : HouseStyle{};
                page.poster = hasPoster ? poster(320, 450) : nullptr;
                for (const PaperFormat paper :
                     {PaperFormat::A4, PaperFormat::A6, PaperFormat::Roll80, PaperFormat::Roll58}) {
                    const Drawing face = *ticketFace(page, paper);
                    const bool isRoll =
                        paper == PaperFormat::Roll80 || paper == PaperFormat::Roll58;
                    const QString fault = faultOf(face, isRoll ? 5 : 9);
                    QVERIFY2(fault.isEmpty(), qPrintable(fault));
                    QVERIFY(face.text("promoter") != nullptr);
                    QVERIFY(face.text("organizer") != nullptr);
                }
            }
        }
        sale.offer.event.promoter.name.clear(); // without a name there is nobody to name
        QCOMPARE((*sale.tickets())[0].promoter, std::string{});
    }

    void theLogoAndTheColourOfTheHouseAreSeenOnEveryTicketOfASheet()
    {
        TicketPage page = shortTicket();
        const auto plain = renderTickets({page, page}, PaperFormat::A4, 100);
        page.style = redStyle(640, 160);
        const auto branded = renderTickets({page, page}, PaperFormat::A4, 100);
        QVERIFY(plain.has_value() && branded.has_value());
        const QRgb green = qRgb(0x00, 0x80, 0x00);
        const QImage before = QImage::fromData(QByteArray::fromStdString(plain->front()));
        const QImage after = QImage::fromData(QByteArray::fromStdString(branded->front()));
        QCOMPARE(pixelsOf(before, qRgb(255, 0, 0)), 0);
        QCOMPARE(pixelsOf(before, green), 0);
        for (const QRect half : {QRect{0, 0, after.width() / 2, after.height()},
                                 QRect{after.width() / 2, 0, after.width() / 2, after.height()}}) {
            QVERIFY(pixelsOf(after.copy(half), qRgb(255, 0, 0)) > 1'000); // 28 x 7 mm
            QVERIFY(pixelsOf(after.copy(half), green) > 200);
        }
        // One picture in the file, however many tickets show it.
        const auto few = ticketsPdf({page}, PaperFormat::A4);
        const auto many = ticketsPdf(std::vector<TicketPage>(8, page), PaperFormat::A4);
        const auto picturesIn = [](const Bytes& pdf) {
            return QByteArray{reinterpret_cast<const char*>(pdf.data()),
                              static_cast<qsizetype>(pdf.size())}
                .count("/Subtype /Image");
        };
        QVERIFY(picturesIn(*few) >= 1);
        QCOMPARE(picturesIn(*many), picturesIn(*few));
    }

    void aFieldOfAnyScriptAndLengthKeepsItsPlace()
    {
        const std::vector<std::string> words = {"a",        "Donaudampfschifffahrtsgesellschaft ",
                                                "山田太郎", "الموسيقى ",
                                                "ไทย",      "हिन्दी ",
                                                "🎭",        "\u202E",
                                                "WWWWW",    "\n",
                                                "é́́́́́́"};
        for (const std::string& word : words) {
            for (const int times : {1, 7, 60}) {
                std::string text;
                for (int i = 0; i < times; ++i) {
                    text += word;
                }
                TicketPage page = shortTicket();
                page.organizer = page.event = page.subtitle = page.venue = page.venueAddress = text;
                page.section = page.row = page.seat = page.typeName = page.categoryName = text;
                page.dateLine = page.timeLine = page.doorsLine = page.priceLine = text;
                page.holderName = page.notes = page.orderCode = text;
                TicketPage told = toldTicket(page);
                told.text = text;
                for (const TicketPage& each : {page, told}) {
                    const Result<Drawing> face = ticketFace(each, PaperFormat::A4);
                    QVERIFY(face.has_value());
                    QVERIFY2(faultOf(*face, 9).isEmpty(),
                             qPrintable(faultOf(*face, 9) + QString::fromStdString(": " + text)));
                }
            }
        }
    }

    void whatDoesNotFitIsSetSmallerAndThenCutWithAnEllipsis()
    {
        const Drawing face = *ticketFace(longTicket(), PaperFormat::A4);
        const DrawnText* event = face.text("event");
        QVERIFY(event->style.points < 24 && event->style.points >= 11);
        const DrawnText* organizer = face.text("organizer");
        QVERIFY(organizer->cut);
        QVERIFY(QString::fromStdString(organizer->lines.back()).endsWith(QChar{0x2026}));
        const Drawing plain = *ticketFace(shortTicket(), PaperFormat::A4);
        QVERIFY(!plain.text("event")->cut);
        QCOMPARE(plain.text("event")->lines, std::vector<std::string>{"Hamlet"});
    }

    void theOrganizersTextIsPrintedWholeHoweverLongAndInWhateverScript()
    {
        const std::string latin = toldTicket(shortTicket()).text;
        QVERIFY(latin.size() > 480 && latin.size() <= 500);
        std::string cyrillic;
        std::string japanese;
        for (int i = 0; cyrillic.size() < 480; ++i) {
            cyrillic += "Вход после третьего звонка. ";
            cyrillic = cyrillic.substr(0, 500);
        }
        while (japanese.size() < 480) {
            japanese += "開演後の入場は";
        }
        const std::string lines = "a\nb\nc\nd\ne\nf\ng\nh\ni\nj";
        for (const std::string& text : {latin, cyrillic, japanese, lines}) {
            TicketPage page = shortTicket();
            page.text = text;
            const Drawing face = *ticketFace(page, PaperFormat::A4);
            QVERIFY(face.text("text") != nullptr);
            QVERIFY2(!face.text("text")->cut, text.c_str());
            QVERIFY(face.text("text")->style.points >= 5);
        }
    }

    void aTicketSaysTextAndAgeAndShowsItsPosterOnceInTheFile()
    {
        TicketPage page = toldTicket(shortTicket());
        page.notes = "Minimum age 16";
        const QString pdf = written("told.pdf", {page, page, page, page}, PaperFormat::A4);
        const QString words =
            output(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), pdf, QStringLiteral("-")})
                .simplified();
        QVERIFY2(words.contains(QStringLiteral("without whom no play.")), qPrintable(words));
        QCOMPARE(words.count(QStringLiteral("Minimum age 16")), 4);
        const QString images = output(QStringLiteral("pdfimages"), {QStringLiteral("-list"), pdf});
        std::set<QString> objects;
        for (const QString& line : images.split(QLatin1Char{'\n'}).mid(2)) {
            if (const QStringList cells = line.simplified().split(QLatin1Char{' '});
                cells.size() > 10) {
                QCOMPARE(cells[3] + QLatin1Char{'x'} + cells[4], QStringLiteral("320x450"));
                objects.insert(cells[10]);
            }
        }
        QCOMPARE(objects.size(), std::size_t{1}); // on four tickets
        const QImage sheet = rasterized(pdf, 100).front();
        const Box box = ticketFace(page, PaperFormat::A4)->pictures.front().box;
        const auto at = [&](double across, double down) {
            return sheet.pixelColor(qRound((box.x + box.width * across) / 25.4 * 100),
                                    qRound((box.y + box.height * down) / 25.4 * 100));
        };
        QVERIFY(at(0.2, 0.2).red() > 150 && at(0.8, 0.2).red() < 80);
        QVERIFY(at(0.2, 0.2).blue() < 80 && at(0.2, 0.8).blue() > 150);
    }

    void aPosterGivesWayToALongNameAndIsNotOnNarrowPaper()
    {
        const Drawing plain = *ticketFace(toldTicket(shortTicket()), PaperFormat::A4);
        QCOMPARE(plain.pictures.size(), std::size_t{1});
        const Box box = plain.pictures.front().box;
        QVERIFY(qAbs(box.width / box.height - 320.0 / 450) < 0.01); // is not stretched
        QVERIFY(!plain.text("event")->cut && !plain.text("date")->cut);
        const TicketPage crowded = toldTicket(longTicket());
        QVERIFY(ticketFace(crowded, PaperFormat::A4)->pictures.empty());
        TicketPage wide = shortTicket();
        wide.poster = poster(800, 100);
        QVERIFY(ticketFace(wide, PaperFormat::A6)->pictures.front().box.height < 5);
        for (const PaperFormat paper : {PaperFormat::Roll80, PaperFormat::Roll58,
                                        PaperFormat::Stock80x150, PaperFormat::Stock140x51}) {
            const Drawing narrow = *ticketFace(toldTicket(shortTicket()), paper);
            QVERIFY(narrow.pictures.empty());
            QVERIFY(narrow.text("text") != nullptr);
            QVERIFY(paper == PaperFormat::Stock140x51 || !narrow.text("text")->cut);
            QVERIFY2(faultOf(narrow, 2).isEmpty(), qPrintable(faultOf(narrow, 2)));
        }
    }

    void whatIsTransparentInAPosterIsPaper()
    {
        const PicturePixels pixels{{2, 1}, {10, 20, 30, 0, 10, 20, 30, 255}};
        const PaperPicture paper = paperPicture(pixels);
        const QImage read =
            QImage::fromData(paper.file.data(), static_cast<int>(paper.file.size()));
        QCOMPARE(read.size(), QSize(2, 1));
        QCOMPARE(read.pixelColor(0, 0), QColor(255, 255, 255));
        QCOMPARE(read.pixelColor(1, 0), QColor(10, 20, 30));
    }

    void everyFontIsEmbedded()
    {
        const QString fonts =
            output(QStringLiteral("pdffonts"), {written("fonts.pdf", allKinds(), PaperFormat::A4)});
        const QStringList lines = fonts.split(QLatin1Char{'\n'}, Qt::SkipEmptyParts).mid(2);
        QVERIFY(lines.size() >= 4);
        for (const QString& line : lines) {
            QVERIFY2(line.contains(QStringLiteral(" yes ")), qPrintable(line));
        }
        QVERIFY(fonts.contains(QStringLiteral("Foyer-Bold")));
        QVERIFY2(fonts.contains(QStringLiteral("Arabic")), qPrintable(fonts));
        QVERIFY2(fonts.contains(QStringLiteral("CJK")), qPrintable(fonts));
    }

    void namesInArabicAndJapaneseAreLettersAndNotBoxes()
    {
        // A font that lacks the letters would show the same box for each of them.
        QVERIFY(pictureOf("山田") != pictureOf("太郎"));
        QVERIFY(pictureOf("山田") != pictureOf("\uE000\uE000"));
        QVERIFY(pictureOf("محمد") != pictureOf("\uE000\uE000\uE000\uE000"));
        // Arabic letters join: kept apart, they look different.
        QVERIFY(pictureOf("محمد") != pictureOf("م\u200Cح\u200Cم\u200Cد"));
        QVERIFY(pictureOf("Žofie") != pictureOf("Zofie"));

        const QString pdf = written("names.pdf", {japaneseTicket()}, PaperFormat::A6);
        const QString text = output(QStringLiteral("pdftotext"), {pdf, QStringLiteral("-")})
                                 .normalized(QString::NormalizationForm_KC);
        QVERIFY2(text.contains(QStringLiteral("山田 太郎")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("真夏の夜の夢")), qPrintable(text));
        // What a font's own alternates would hide from whoever searches or listens.
        QVERIFY2(text.contains(QStringLiteral("AB-CDEFG-H")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("19:30")), qPrintable(text));
    }

    void arabicWordsAreInReadingOrder()
    {
        const QString pdf = written("arabic.pdf", {arabicTicket()}, PaperFormat::A6);
        const QString text = output(QStringLiteral("pdftotext"), {pdf, QStringLiteral("-")})
                                 .normalized(QString::NormalizationForm_KC);
        QString letters = text;
        letters.remove(QChar{0x202B}).remove(QChar{0x202C}).remove(QChar{0x200F});
        QVERIFY2(letters.contains(QStringLiteral("محمد")), qPrintable(text));
    }

    void aDocumentIsReplacedWholeOrNotAtAll()
    {
        const QString pdf = written("whole.pdf", {shortTicket()}, PaperFormat::A4);
        const auto bytesOf = [&pdf] {
            QFile file{pdf};
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
        };
        const QByteArray before = bytesOf();
        QVERIFY(before.startsWith("%PDF"));
        {
            const SmallDisk disk{4096};
            const Result<void> refused =
                writeTicketsPdf(pdf.toStdString(), allKinds(), PaperFormat::A4);
            QVERIFY(!refused.has_value());
            QCOMPARE(refused.error().kind, ErrorKind::Storage);
            QCOMPARE(refused.error().code, std::string{"file_not_written"});
        }
        QCOMPARE(bytesOf(), before);
        QCOMPARE(QDir{m_folder.path()}.entryList({QStringLiteral("whole.pdf*")}).size(), 1);
    }

    void aFolderThatTakesNoFilesIsSaidWithItsName()
    {
        QFile inTheWay{path("file")};
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        const std::string target = path("file/below/ticket.pdf").toStdString();
        const Result<void> refused = writeTicketsPdf(target, {shortTicket()});
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().code, std::string{"folder_not_writable"});
        QCOMPARE(refused.error().where, target);
        QVERIFY(!writeTicketsPdf("/proc/ticket.pdf", {shortTicket()}).has_value());
    }

    void aDocumentIsForItsOwnerOnlyAndItsFolderIsMade()
    {
        const QString pdf = written("new/folder/ticket.pdf", {shortTicket()}, PaperFormat::A4);
        QVERIFY(!pdf.isEmpty());
        const QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::WriteGroup |
            QFileDevice::ReadOther | QFileDevice::WriteOther;
        QVERIFY(!(QFileInfo{pdf}.permissions() & others));
    }

    void thePreviewShowsWhatIsPrinted()
    {
        const auto images = renderTickets({shortTicket()}, PaperFormat::A6, 200);
        QVERIFY(images.has_value());
        const QImage preview = QImage::fromData(QByteArray::fromStdString(images->front()));
        QCOMPARE(preview.width(), qRound(148 / 25.4 * 200));
        QCOMPARE(codesIn(preview), std::vector<std::string>{shortTicket().codeText});
    }

    void ticketsTellTheirPlaceAndTheTimeOfTheirOwnZone()
    {
        const SampleSale sale;
        const auto pages = sale.tickets();
        QVERIFY(pages.has_value());
        QCOMPARE(pages->size(), std::size_t{3});
        const TicketPage& first = pages->front();
        QCOMPARE(first.dateLine, std::string{"Sunday, 1 November 2026"});
        QCOMPARE(first.timeLine, std::string{"01:00"});
        QCOMPARE(first.doorsLine, std::string{"02:00"}); // two hours later by the sun
        QCOMPARE(first.section, std::string{"Stalls"});
        QCOMPARE(first.row, std::string{"F"});
        QCOMPARE(first.seat, std::string{"7"});
        QVERIFY(first.notes.starts_with("Restricted view"));
        QCOMPARE((*pages)[1].notes, std::string{"Entrance 1"});
        QCOMPARE(first.priceLine, std::string{"€42.00"});
        QCOMPARE(first.orderCode, std::string{"AB-CDEFG-H"});
        QCOMPARE(first.codeText, ticketCode(1));
        QCOMPARE(first.number, 1);
        QCOMPARE(first.count, 3);
        QCOMPARE((*pages)[2].place, std::string{"Standing"});
        QCOMPARE((*pages)[2].seat, std::string{});
        QVERIFY(sale.tickets("ar-EG")->front().rightToLeft);
    }

    void aTicketTellsTheAgeAndTheTextInTheLanguageOfItsReader()
    {
        SampleSale sale;
        sale.offer.event.ageLimit = 16;
        sale.offer.event.ticketText = "No photographs";
        sale.offer.event.texts["de"].ticketText = "Keine Fotos";
        const auto english = sale.tickets();
        QCOMPARE(english->front().text, std::string{"No photographs"});
        QVERIFY2(english->front().notes.starts_with("Minimum age 16 · "),
                 english->front().notes.c_str());
        QVERIFY(english->front().notes.ends_with("Restricted view · Entrance 1"));
        QCOMPARE(sale.tickets("de-AT")->front().text, std::string{"Keine Fotos"});
        QVERIFY(english->front().poster == nullptr);
    }

    void aSeatThatThePlanNowNamesDifferentlyIsPrintedAsItWasSold()
    {
        SampleSale sale;
        sale.order.tickets[0].seatLabel = "Stalls · E 7";
        const auto pages = sale.tickets();
        QCOMPARE(pages->front().place, std::string{"Stalls · E 7"});
        QCOMPARE(pages->front().seat, std::string{});
    }

    void voidedTicketsAreNotPrinted()
    {
        SampleSale sale;
        sale.order.tickets[1].state = TicketState::Voided;
        QCOMPARE(sale.tickets()->size(), std::size_t{2});
        QCOMPARE(sale.tickets()->back().count, 2);
        sale.order.voided = true;
        QCOMPARE(sale.tickets().error().code, std::string{"already_void"});
        QVERIFY(!sale.receipt()->note.empty());
    }

    void ticketsWithoutTheirCodeOrOfferAreRefused()
    {
        SampleSale sale;
        sale.codes.erase(ticketId(2));
        QCOMPARE(sale.tickets().error().code, std::string{"ticket_code_missing"});
        QCOMPARE(sale.tickets().error().where, ticketId(2).text());
        sale.offer.performance.id = {};
        QCOMPARE(sale.tickets().error().code, std::string{"unknown_performance"});
        QCOMPARE(sale.receipt().error().code, std::string{"unknown_performance"});
    }

    void aReceiptCountsEqualLinesAndAddsUpItsTaxes()
    {
        const SampleSale sale;
        const ReceiptPage page = *sale.receipt();
        QCOMPARE(page.groups.size(), std::size_t{1});
        const auto& lines = page.groups[0].lines;
        QCOMPARE(lines.size(), std::size_t{3});
        QCOMPARE(lines[0].quantity, std::string{"2 ×"});
        QCOMPARE(lines[0].unitPrice, std::string{"€42.00"});
        QCOMPARE(lines[0].amount, std::string{"€84.00"});
        QCOMPARE(lines[1].unitPrice, std::string{});
        QCOMPARE(page.taxes.size(), std::size_t{1}); // the fee is not taxed
        QCOMPARE(page.taxes[0].name, std::string{"VAT 11.111%"});
        QCOMPARE(page.taxes[0].gross, std::string{"€105.00"});
        QCOMPARE(page.taxes[0].tax, std::string{"€10.50"});
        QCOMPARE(page.total, std::string{"€107.00"});
        QCOMPARE(page.payments.size(), std::size_t{3});
        QCOMPARE(page.payments[0].text, std::string{"Card (terminal receipt 4711)"});
        QCOMPARE(page.payments[2].amount, std::string{"€3.00"});
        QCOMPARE(page.dateLine,
                 std::string{"Sunday, 1 November 2026, 06:00"}); // the organizer's zone
    }

    void aReceiptTurnsThePageWhereItIsFullAndOverlapsNowhere()
    {
        const SampleSale sale;
        for (const std::size_t count :
             {0u, 1u, 18u, 19u, 20u, 21u, 22u, 23u, 24u, 25u, 26u, 27u, 28u, 200u}) {
            ReceiptPage page = *sale.receipt();
            for (std::size_t i = 0; i < count; ++i) {
                page.groups[0].lines.push_back(
                    {"10 ×", longTicket().typeName.substr(0, 5 + i % 60), "€1.00", "€10.00"});
            }
            page.customer = "محمد عبد الله";
            page.note = "This order was taken back. The receipt is void.";
            for (const bool rightToLeft : {false, true}) {
                page.rightToLeft = rightToLeft;
                const std::vector<Drawing> sheets = receiptSheets(page, ReceiptPaper::A5);
                QVERIFY(sheets.size() >= 1 + count / 30);
                for (const Drawing& sheet : sheets) {
                    QVERIFY2(faultOf(sheet, 13).isEmpty(), qPrintable(faultOf(sheet, 13)));
                }
                const std::vector<Drawing> roll = receiptSheets(page, ReceiptPaper::Roll80);
                QCOMPARE(roll.size(), std::size_t{1});
                QVERIFY2(faultOf(roll[0], 5).isEmpty(), qPrintable(faultOf(roll[0], 5)));
            }
        }
    }

    void aReceiptsTextCanBeReadFromItsFile()
    {
        const SampleSale sale;
        const QString pdf = path("receipt.pdf");
        QVERIFY(writeReceiptPdf(pdf.toStdString(), *sale.receipt()).has_value());
        const QString text = output(QStringLiteral("pdftotext"),
                                    {QStringLiteral("-layout"), pdf, QStringLiteral("-")});
        for (const char* words : {"City Playhouse Trust", "AB-CDEFG-H", "Ada Lovelace", "×",
                                  "€84.00", "€107.00", "06:00", "(terminal receipt 4711)"}) {
            QVERIFY2(text.contains(QString::fromUtf8(words)), words);
        }
    }

    void amountsAreWrittenAsTheLocaleDoesAndExactly()
    {
        const auto euro = [](std::int64_t minor) {
            return Money{minor, *Currency::fromCode("EUR")};
        };
        const auto text = [](const char* locale, Money money) {
            return LocalText{locale}.money(money);
        };
        QCOMPARE(text("en-GB", euro(123'456)), std::string{"€1,234.56"});
        QCOMPARE(text("de-DE", euro(123'456)), std::string{"1.234,56\u00A0€"});
        QCOMPARE(text("en-GB", euro(5)), std::string{"€0.05"});
        QCOMPARE(text("en-GB", euro(-5)), std::string{"\u2212€0.05"});
        QCOMPARE(text("en-GB", euro(Money::kMinorMax)), std::string{"€10,000,000,000,000.00"});
        QCOMPARE(text("en-GB", euro(999'999'999'999'999)), std::string{"€9,999,999,999,999.99"});
        QCOMPARE(text("ja-JP", Money{1234, *Currency::fromCode("JPY")}), std::string{"¥1,234"});
        QCOMPARE(text("en-US", Money{1005, *Currency::fromCode("KWD")}),
                 std::string{"KWD\u00A01.005"});
        QCOMPARE(text("C", euro(100)), std::string{"€1.00"});
        QVERIFY(QString::fromStdString(text("ar-EG", euro(123'456)))
                    .contains(QStringLiteral("١٬٢٣٤٫٥٦")));
        QCOMPARE(LocalText{"en-GB"}.percent(19'000), std::string{"19%"});
        QCOMPARE(LocalText{"en-GB"}.percent(8'875), std::string{"8.875%"});
        QCOMPARE(LocalText{"en-GB"}.percent(50), std::string{"0.05%"});
    }

    void anUnknownTimeZoneIsToldInUtcAndSaysSo()
    {
        QCOMPARE(LocalText{"en-GB"}.time({0}, "Mars/Olympus"), std::string{"00:00 UTC"});
        QCOMPARE(LocalText{"en-US"}.time({0}, "Asia/Tokyo"), std::string{"9:00 AM"});
    }
};

QTEST_MAIN(DocumentsTest)
#include "test_documents.moc"
