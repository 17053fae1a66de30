// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/printing/print_run.h"
#include "core/documents/printing/printer_page.h"
#include "core/services/counter.h"
#include "core/services/printers.h"
#include "core/services/sales.h"
#include "core/services/spool.h"
#include "tests/support/counter_fixture.h"
#include "tests/support/printer_languages.h"
#include "tests/support/virtual_printer.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QTest>

#include <chrono>
#include <set>
#include <thread>

using namespace foyer;
using namespace foyer::test;
using namespace std::chrono_literals;

namespace {

constexpr int kPatienceMs = 30'000; // a busy machine is slow, and not wrong

constexpr PrinterPatience kShort{.connect = 500ms,
                                 .answer = 150ms,
                                 .idle = 1500ms,
                                 .trouble = 600ms};

Printer printerAt(const std::string& output, PrinterLanguage language = PrinterLanguage::EscPos,
                  PrinterPaper paper = PrinterPaper::Roll80)
{
    return {"Till 1", language, output, paper, 7, 203};
}

PrinterReading readingOf(PrinterLanguage language, const std::string& bytes)
{
    return language == PrinterLanguage::EscPos ? readEscPos(bytes)
        : language == PrinterLanguage::Zpl     ? readZpl(bytes)
                                               : readFgl(bytes);
}

/// The ticket codes on the paper that came out, each once for every time it was printed.
std::multiset<std::string> codesOn(const VirtualPrinter& printer, PrinterLanguage language)
{
    std::multiset<std::string> codes;
    for (const std::string& page : printer.pages()) {
        for (const std::string& code : readingOf(language, page).codes) {
            codes.insert(code);
        }
    }
    return codes;
}

/// A counter with an order of three tickets, and a printer of its own.
struct PrintShop {
    CounterFixture fixture;
    PrinterLanguage language;
    VirtualPrinter paper;
    Order order;

    explicit PrintShop(PrinterLanguage spoken = PrinterLanguage::EscPos)
        : language{spoken}, paper{spoken}, order{*fixture.sell({fixture.seat(0), fixture.seat(1),
                                                                fixture.standing()})}
    {
        const PrinterPaper stock = spoken == PrinterLanguage::EscPos ? PrinterPaper::Roll80
            : spoken == PrinterLanguage::Zpl                         ? PrinterPaper::Stock80x150
                                                                     : PrinterPaper::Stock140x51;
        if (!setPrinter(counter(), printerAt(paper.output(), spoken, stock))) {
            qFatal("no printer");
        }
    }
    Counter& counter() { return fixture.counter(); }
    PrintJobId spool() { return *spoolTickets(counter(), order, "till 1"); }
    SpoolJob run(PrintJobId id)
    {
        if (!app::printWaiting(counter(), id, kShort)) {
            qFatal("no run");
        }
        return job(id);
    }
    SpoolJob job(PrintJobId id) { return *spoolJobNamed(counter(), id.text()); }
    std::vector<SpoolState> states(PrintJobId id)
    {
        std::vector<SpoolState> states;
        for (const SpoolPage& page : job(id).pages) {
            states.push_back(page.state);
        }
        return states;
    }
};

using States = std::vector<SpoolState>;

} // namespace

class SpoolTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theTicketsOfAnOrderComeOutAndThePrinterSaysSo_data()
    {
        QTest::addColumn<int>("language");
        QTest::newRow("ESC/POS") << static_cast<int>(PrinterLanguage::EscPos);
        QTest::newRow("ZPL") << static_cast<int>(PrinterLanguage::Zpl);
        QTest::newRow("FGL") << static_cast<int>(PrinterLanguage::Fgl);
    }
    void theTicketsOfAnOrderComeOutAndThePrinterSaysSo()
    {
        QFETCH(int, language);
        PrintShop shop{static_cast<PrinterLanguage>(language)};
        const SpoolJob done = shop.run(shop.spool());
        QCOMPARE(done.fault, std::string{});
        QVERIFY(done.state == SpoolState::Confirmed);
        QCOMPARE(shop.paper.pages().size(), std::size_t{3});
        const auto codes = codesOn(shop.paper, shop.language);
        QCOMPARE(std::set<std::string>(codes.begin(), codes.end()).size(), std::size_t{3});
    }

    void aPrinterThatTellsNothingLeavesThePagesSent()
    {
        PrintShop shop;
        shop.paper.setSilent(true);
        QVERIFY(shop.run(shop.spool()).state == SpoolState::Sent);
        QTRY_COMPARE_WITH_TIMEOUT(shop.paper.pages().size(), std::size_t{3}, kPatienceMs);
    }

    void aPrinterThatIsOffLosesNothingAndTheSentenceSaysWhatToDo()
    {
        PrintShop shop;
        QVERIFY(setPrinter(shop.counter(), printerAt("tcp:127.0.0.1:1")).has_value());
        const PrintJobId id = shop.spool();
        const SpoolJob waiting = shop.run(id);
        QVERIFY(waiting.state == SpoolState::Queued);
        QCOMPARE(waiting.faultCode, std::string{"printer_unreachable"});
        QCOMPARE(waiting.fault,
                 std::string{"The printer at 127.0.0.1 does not answer. Check its cable and power. "
                             "3 pages wait in the queue."});
        QVERIFY(setPrinter(shop.counter(), printerAt(shop.paper.output())).has_value());
        QVERIFY(shop.run(id).state == SpoolState::Confirmed);
        QCOMPARE(shop.paper.pages().size(), std::size_t{3});
    }

    void anEmptyRollStopsBeforeTheNextTicketAndGoesOnWithWhatIsMissing()
    {
        for (const auto language :
             {PrinterLanguage::EscPos, PrinterLanguage::Zpl, PrinterLanguage::Fgl}) {
            PrintShop shop{language};
            shop.paper.setPaper(1);
            const PrintJobId id = shop.spool();
            const SpoolJob stopped = shop.run(id);
            QCOMPARE(stopped.faultCode, std::string{"media_empty"});
            // Only one that tells of each ticket is sure of the last; the others say no more once
            // they stand without paper.
            const bool isSure = language == PrinterLanguage::Fgl;
            QVERIFY(stopped.pages[0].state ==
                    (isSure ? SpoolState::Confirmed : SpoolState::Unclear));
            QVERIFY(stopped.pages[1].state == SpoolState::Queued);
            shop.paper.setPaper(10);
            QVERIFY(isSure || settleUnclear(shop.counter(), id, true).has_value());
            QVERIFY(retrySpoolJob(shop.counter(), id).has_value());
            QVERIFY(shop.run(id).state == SpoolState::Confirmed);
            QCOMPARE(shop.paper.pages().size(), std::size_t{3});
            QCOMPARE(codesOn(shop.paper, language).size(), std::size_t{3});
        }
    }

    void paperThatComesInTimeIsWaitedFor()
    {
        PrintShop shop;
        shop.paper.setPaper(1);
        PrinterPatience patience = kShort;
        patience.trouble = 20s;
        std::thread clerk{[&] {
            std::this_thread::sleep_for(800ms);
            shop.paper.setPaper(5);
        }};
        const PrintJobId id = shop.spool();
        QVERIFY(app::printWaiting(shop.counter(), id, patience).has_value());
        clerk.join();
        QVERIFY(shop.job(id).state == SpoolState::Confirmed);
        QCOMPARE(shop.paper.pages().size(), std::size_t{3});
    }

    void anOpenCoverIsSaidAsSuch()
    {
        PrintShop shop;
        shop.paper.setCoverOpen(true);
        QCOMPARE(shop.run(shop.spool()).faultCode, std::string{"cover_open"});
        QVERIFY(shop.paper.pages().empty());
    }

    void aCutConnectionLeavesOnePageForAPersonToJudge()
    {
        PrintShop shop;
        shop.paper.hangUpAfter(300); // in the middle of the first ticket
        shop.paper.setSlow(64, 1);
        const PrintJobId id = shop.spool();
        const SpoolJob cut = shop.run(id);
        QVERIFY(cut.state == SpoolState::Unclear);
        QCOMPARE(shop.states(id),
                 (States{SpoolState::Unclear, SpoolState::Queued, SpoolState::Queued}));
        // Nothing goes on by itself, and nothing can be tried again before somebody has looked.
        QCOMPARE(shop.run(id).state, SpoolState::Unclear);
        QCOMPARE(retrySpoolJob(shop.counter(), id).error().code, std::string{"print_unclear"});
        shop.paper.setSlow(4096, 0);
        QVERIFY(settleUnclear(shop.counter(), id, false).has_value());
        QVERIFY(shop.run(id).state == SpoolState::Confirmed);
        QCOMPARE(shop.paper.pages().size(), std::size_t{3});
    }

    void aPageThatSomebodySawIsNotPrintedAgain()
    {
        PrintShop shop;
        shop.paper.hangUpAfter(300);
        shop.paper.setSlow(64, 1);
        const PrintJobId id = shop.spool();
        shop.run(id);
        shop.paper.setSlow(4096, 0);
        QVERIFY(settleUnclear(shop.counter(), id, true).has_value());
        QVERIFY(shop.run(id).state == SpoolState::Confirmed);
        QCOMPARE(shop.paper.pages().size(), std::size_t{2});
    }

    void afterACrashWhatWasUnderWayIsAskedAbout()
    {
        PrintShop shop;
        const PrintJobId id = shop.spool();
        QVERIFY(noteSpoolPage(shop.counter(), id, 1, SpoolState::Confirmed).has_value());
        QVERIFY(noteSpoolPage(shop.counter(), id, 2, SpoolState::Sending).has_value());
        QVERIFY(shop.fixture.reopen().has_value());
        QVERIFY(recoverSpool(shop.counter()).has_value());
        QCOMPARE(shop.states(id),
                 (States{SpoolState::Confirmed, SpoolState::Unclear, SpoolState::Queued}));
        QCOMPARE(shop.job(id).faultCode, std::string{"print_unclear"});
        QVERIFY(waitingSpoolJobs(shop.counter())->empty());
    }

    void aCancelledJobPrintsNothingMore()
    {
        PrintShop shop;
        const PrintJobId id = shop.spool();
        QVERIFY(cancelSpoolJob(shop.counter(), id).has_value());
        QVERIFY(shop.run(id).state == SpoolState::Cancelled);
        QVERIFY(shop.paper.pages().empty());
        QCOMPARE(cancelSpoolJob(shop.counter(), id).error().code, std::string{"print_over"});
    }

    void aReprintHasTheSameCodesSoNoSecondRightComesOut()
    {
        PrintShop shop;
        shop.run(shop.spool());
        const auto first = codesOn(shop.paper, shop.language);
        QVERIFY(shop.run(shop.spool()).state == SpoolState::Confirmed);
        const auto both = codesOn(shop.paper, shop.language);
        QCOMPARE(both.size(), 2 * first.size());
        for (const std::string& code : first) {
            QCOMPARE(both.count(code), std::size_t{2});
        }
    }

    void aTicketThatIsVoidWhenItsTurnComesIsNotPrinted()
    {
        PrintShop shop;
        const PrintJobId id = shop.spool();
        QVERIFY(voidOrder(shop.counter(), shop.order.code, "wrong evening").has_value());
        const SpoolJob after = shop.run(id);
        QVERIFY(after.state == SpoolState::Cancelled);
        QVERIFY(shop.paper.pages().empty());
        QCOMPARE(spoolTickets(shop.counter(), *findOrder(shop.counter(), shop.order.code), "Till 1")
                     .error()
                     .code,
                 std::string{"already_void"});
    }

    void aReceiptAndATestPageComeOutToo()
    {
        PrintShop shop;
        QVERIFY(shop.run(*spoolReceipt(shop.counter(), shop.order, "Till 1")).state ==
                SpoolState::Confirmed);
        QVERIFY(shop.run(*spoolTestPage(shop.counter(), "Till 1")).state == SpoolState::Confirmed);
        QVERIFY(
            shop.run(*spoolSlip(shop.counter(), "Z 7", " Z 7\n Cash\t12.00\n", "Till 1")).state ==
            SpoolState::Confirmed);
        QCOMPARE(shop.paper.pages().size(), std::size_t{3});
    }

    void specimensAreMarked()
    {
        PrintShop shop;
        const auto id = spoolTickets(shop.counter(), shop.order, "Till 1", {}, true);
        QVERIFY(id && shop.run(*id).state == SpoolState::Confirmed);
        for (const std::string& page : shop.paper.pages()) {
            const auto reading = readEscPos(page);
            QCOMPARE(reading.codes, std::vector<std::string>{"SPECIMEN"});
            QCOMPARE(reading.texts.front(), std::string{"SPECIMEN"});
        }
    }

    void theDrawerOpensAtOnceAndOnlyAtAReceiptPrinter()
    {
        PrintShop shop;
        QVERIFY(app::openDrawer(printerAt(shop.paper.output()), kShort).has_value());
        QTRY_COMPARE_WITH_TIMEOUT(shop.paper.rest(), drawerKick(), kPatienceMs);
        QCOMPARE(
            app::openDrawer(printerAt("tcp:127.0.0.1", PrinterLanguage::Zpl), kShort).error().code,
            std::string{"no_drawer"});
    }

    void aPrinterMayBeAFolderOfFiles()
    {
        PrintShop shop;
        const std::string folder = shop.fixture.folder() + "/printed";
        QVERIFY(
            setPrinter(shop.counter(),
                       {"Files", PrinterLanguage::Pdf, "file:" + folder, PrinterPaper::A4, 3, 203})
                .has_value());
        for (int i = 0; i < 2; ++i) {
            const auto id = spoolTickets(shop.counter(), shop.order, "Files");
            QVERIFY(id && shop.run(*id).state == SpoolState::Confirmed);
        }
        QCOMPARE(QDir{QString::fromStdString(folder)}.entryList(QDir::Files).size(), 2);
    }

    void aDeviceFileTakesTheBytes()
    {
        PrintShop shop;
        const std::string device = shop.fixture.folder() + "/lp0";
        QFile file{QString::fromStdString(device)};
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(setPrinter(shop.counter(), printerAt("device:" + device)).has_value());
        const PrintJobId id = shop.spool();
        QVERIFY(shop.run(id).state == SpoolState::Sent);
        QVERIFY(setPrinter(shop.counter(), printerAt("device:/dev/no-such-printer")).has_value());
        QCOMPARE(shop.run(shop.spool()).faultCode, std::string{"printer_unreachable"});
    }

    void printersAreKeptCheckedAndOnlyRemovedWhenNothingWaits()
    {
        PrintShop shop;
        QVERIFY(shop.fixture.reopen().has_value());
        QCOMPARE(printers(shop.counter())->size(), std::size_t{1});
        const PrintJobId id = shop.spool();
        QCOMPARE(removePrinter(shop.counter(), "TILL 1").error().code,
                 std::string{"printer_in_use"});
        QVERIFY(cancelSpoolJob(shop.counter(), id).has_value());
        QVERIFY(removePrinter(shop.counter(), "TILL 1").has_value());
        QCOMPARE(spoolTickets(shop.counter(), shop.order, "Till 1").error().code,
                 std::string{"unknown_printer"});
        QCOMPARE(printerFor(shop.counter(), PrintPurpose::Receipts).error().code,
                 std::string{"no_printer"});
        Printer wrong = printerAt("tcp:10.0.0.7");
        wrong.paper = PrinterPaper::A4;
        QCOMPARE(setPrinter(shop.counter(), wrong).error().code, std::string{"bad_paper"});
        wrong = printerAt("queue:LASER");
        QCOMPARE(setPrinter(shop.counter(), wrong).error().code, std::string{"bad_language"});
    }

    void aSlowPrinterIsGivenItsTime()
    {
        PrintShop shop;
        shop.paper.setSlow(100, 20);
        QVERIFY(shop.run(shop.spool()).state == SpoolState::Confirmed);
        QCOMPARE(shop.paper.pages().size(), std::size_t{3});
    }

    void aCashSalePrintsAtOnceAndOpensTheDrawerAndACardSaleDoesNot()
    {
        CounterFixture shop;
        const auto purposes = [](std::initializer_list<PrintPurpose> all) {
            unsigned sum = 0;
            for (const PrintPurpose purpose : all) {
                sum |= static_cast<unsigned>(purpose);
            }
            return static_cast<std::uint8_t>(sum);
        };
        using enum PrintPurpose;
        QVERIFY(setPrinter(shop.counter(),
                           {"Bar", PrinterLanguage::EscPos, "tcp:10.0.0.7", PrinterPaper::Roll80,
                            purposes({Receipts, Drawer, AtOnce})}));
        QVERIFY(setPrinter(shop.counter(),
                           {"Boca", PrinterLanguage::Fgl, "tcp:10.0.0.8", PrinterPaper::Stock140x51,
                            purposes({Tickets})}));
        const auto cash = shop.sell({shop.standing()});
        auto printing = printingAfterSale(shop.counter(), *cash);
        QVERIFY(printing);
        QCOMPARE(printing->receipt->name, std::string{"Bar"});
        QVERIFY(!printing->tickets); // prints when somebody asks it to
        QCOMPARE(printing->drawers.size(), 1U);
        SaleRequest request = shop.request({shop.standing()});
        request.tenders = {{PaymentMethod::CardTerminal, cash->total, "4711"}};
        const auto card = foyer::sell(shop.counter(), request);
        QVERIFY(card);
        printing = printingAfterSale(shop.counter(), *card);
        QVERIFY(printing->receipt && printing->drawers.empty());
        QCOMPARE(drawersToOpen(shop.counter())->size(), 1U);
        QCOMPARE(setPrinter(shop.counter(),
                            {"Odd", PrinterLanguage::EscPos, "tcp:10.0.0.9", PrinterPaper::Roll80,
                             purposes({AtOnce})})
                     .error()
                     .code,
                 std::string{"bad_purpose"});
    }
};

QTEST_MAIN(SpoolTest)
#include "test_spool.moc"
