// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/base64.h"
#include "core/base/hex.h"
#include "core/services/access_control.h"
#include "core/services/catalogue.h"
#include "core/services/counter_sync.h"
#include "core/services/diagnostics.h"
#include "core/services/gift_cards.h"
#include "core/services/printers.h"
#include "core/services/sales.h"
#include "core/services/trace_log.h"
#include "core/services/users.h"
#include "core/storage/database_overview.h"
#include "tests/support/box_office_net.h"

#include <QFile>
#include <QProcess>
#include <QTest>

using namespace foyer;
using namespace foyer::test;

namespace {

SupportFacts factsOf(Counter& counter)
{
    const auto found = diagnostics(counter);
    return {found ? *found : Diagnostics{},
            {{"foyer", "1.2.3"}},
            {{"language", "de_DE"}},
            Instant{1'795'435'200'000}};
}

std::string bytesOfFile(const QString& path)
{
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string{};
}

/// What an ordinary tar reads of a file in a bundle.
std::string unpacked(const QString& bundle, const QString& name)
{
    QProcess tar;
    tar.start(QStringLiteral("tar"),
              {QStringLiteral("-xOf"), bundle, QStringLiteral("foyer-support/") + name});
    tar.waitForFinished();
    return tar.exitCode() == 0 ? tar.readAllStandardOutput().toStdString() : std::string{};
}

} // namespace

class DiagnosticsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aBundleIsUnpackedByEverybodysTar()
    {
        CounterFixture house;
        QVERIFY(house.sell({house.seat(3)}));
        TraceLog log{house.folder(), house.clock()};
        log.note("started", {{"schema", 21}});
        const QTemporaryDir folder;
        const QString bundle = folder.filePath(QStringLiteral("support.tar"));
        std::vector<double> steps;
        QVERIFY(writeSupportBundle(*journalPlace(house.counter()), factsOf(house.counter()),
                                   bundle.toStdString(), [&](double done, const std::string&) {
                                       steps.push_back(done);
                                   }));
        QCOMPARE(steps.back(), 1.0);
        QVERIFY(std::ranges::is_sorted(steps));
        QVERIFY(unpacked(bundle, QStringLiteral("versions.txt")).starts_with("foyer: 1.2.3\n"));
        QVERIFY(unpacked(bundle, QStringLiteral("settings.txt")) == "language: de_DE\n");
        const std::string counts = unpacked(bundle, QStringLiteral("counts.txt"));
        QVERIFY(counts.find("order.placed: 1\n") != std::string::npos);
        QVERIFY(counts.find("ticket: 1\n") != std::string::npos);
        QVERIFY(unpacked(bundle, QStringLiteral("schema.sql")).find("CREATE TABLE entry") !=
                std::string::npos);
        QVERIFY(unpacked(bundle, QStringLiteral("sync.txt")).find("stands alone") !=
                std::string::npos);
        QVERIFY(unpacked(bundle, QStringLiteral("log.txt")).find(" started schema=21\n") !=
                std::string::npos);
        QVERIFY(!unpacked(bundle, QStringLiteral("README.txt")).empty());
    }

    void nothingInABundleIsAboutAPersonOrIsASecret()
    {
        CounterFixture house;
        AccessControl& access = house.counter().access();
        access.setPasswordCost({1, 8});
        QVERIFY(
            addUser(house.counter(), {"Grace Hopper", "administrator", "nanoseconds of wire", {}}));
        QVERIFY(access.signIn("Grace Hopper", "nanoseconds of wire"));
        QVERIFY(addUser(house.counter(), {"Kim Clerk", "clerk", {}, "271828"}));
        QVERIFY(!access.signIn("Kim Clerk", "314159"));
        SaleRequest request = house.request({house.seat(3), house.seat(4)});
        request.newCustomer = CustomerDetails{"Ada Lovelace", "ada@analytical.example",
                                              "+44 20 7946 0123", "Wheelchair, row F please"};
        request.tenders = {{PaymentMethod::CardTerminal,
                            quote(house.counter(), request.cart)->total, "terminal-slip-4711"}};
        const auto order = sell(house.counter(), request);
        QCOMPARE(codeOf(order), std::string{"done"});
        QVERIFY(voidOrder(house.counter(), order->code, "Ada was ill"));
        Printer printer;
        printer.name = "Printer of Grace";
        printer.output = "file:" + house.folder() + "/192.168.77.12";
        printer.purposes = *purposesNamed("tickets,receipts,reports");
        QVERIFY(setPrinter(house.counter(), printer));
        TraceLog log{house.folder(), house.clock()};
        log.note("sync", {{"error", refused("Ada Lovelace", "ada@analytical.example")}});
        const Organizer organizer = (*offerOf(house.counter(), house.performance()))->organizer;
        const Event event = (*offerOf(house.counter(), house.performance()))->event;

        const QTemporaryDir folder;
        const QString bundle = folder.filePath(QStringLiteral("support.tar"));
        QVERIFY(writeSupportBundle(*journalPlace(house.counter()), factsOf(house.counter()),
                                   bundle.toStdString()));
        const std::string bytes = bytesOfFile(bundle);
        QVERIFY(bytes.size() > 10'000);
        std::vector<std::string> secrets{"Lovelace",
                                         "Ada",
                                         "analytical.example",
                                         "7946 0123",
                                         "Wheelchair",
                                         "Grace",
                                         "Hopper",
                                         "Kim Clerk",
                                         "nanoseconds",
                                         "271828",
                                         "314159",
                                         "terminal-slip",
                                         "192.168",
                                         "was ill",
                                         order->code,
                                         house.folder(),
                                         organizer.name,
                                         organizer.address,
                                         event.name,
                                         house.counter().name()};
        const CounterKeys& keys = house.counter().keys();
        for (const SecretBytes* key : {&keys.device, &keys.ticket, &keys.data}) {
            const ByteView view = key->view();
            secrets.emplace_back(view.begin(), view.end());
            secrets.push_back(toHex(view));
            secrets.push_back(toBase64Url(view));
        }
        for (const std::string& secret : secrets) {
            QVERIFY2(secret.empty() || bytes.find(secret) == std::string::npos, secret.c_str());
        }
    }

    void aServersAddressIsToldWithoutWhatStandsBeforeIt()
    {
        CounterFixture house;
        SupportFacts facts = factsOf(house.counter());
        facts.counter.server = "https://box:hunter2@tickets.example:8443/house?token=hunter3";
        const QTemporaryDir folder;
        const QString bundle = folder.filePath(QStringLiteral("support.tar"));
        QVERIFY(writeSupportBundle(*journalPlace(house.counter()), facts, bundle.toStdString()));
        QVERIFY(unpacked(bundle, QStringLiteral("sync.txt"))
                    .find("server: https://tickets.example:8443\n") != std::string::npos);
        QVERIFY(bytesOfFile(bundle).find("hunter") == std::string::npos);
    }

    void aBundleThatIsCancelledOrCannotBeWrittenLeavesNoFile()
    {
        CounterFixture house;
        const auto place = *journalPlace(house.counter());
        const QTemporaryDir folder;
        const QString bundle = folder.filePath(QStringLiteral("support.tar"));
        const std::atomic<bool> cancelled{true};
        QCOMPARE(codeOf(writeSupportBundle(place, factsOf(house.counter()), bundle.toStdString(),
                                           {}, &cancelled)),
                 std::string{"cancelled"});
        QVERIFY(!QFile::exists(bundle));
        QCOMPARE(codeOf(writeSupportBundle(
                     place, factsOf(house.counter()),
                     folder.filePath(QStringLiteral("no/such.tar")).toStdString())),
                 std::string{"file_not_writable"});
        QCOMPARE(QDir{folder.path()}.entryList(QDir::Files).size(), 0);
    }

    void theJournalIsCheckedBesideACounterThatGoesOnSelling()
    {
        CounterFixture house;
        QVERIFY(house.sell({house.seat(3)}));
        const auto place = *journalPlace(house.counter());
        SeatNumber next = 4;
        const auto report = verifyJournalAt(place, [&](double, const std::string&) {
            if (next < 10) { // between every two steps of the check
                ENSURE(house.sell({house.seat(next)}).has_value());
                ++next;
            }
        });
        QVERIFY(report);
        QVERIFY2(report->findings.empty(),
                 report->findings.empty() ? "" : report->findings[0].sentence.c_str());
        QVERIFY(next > 6);
        house.counter().database().run("UPDATE ticket SET net = net + 1");
        const auto spoiled = verifyJournalAt(place);
        QVERIFY(spoiled && !spoiled->findings.empty());
    }

    void anEntryThatTheServerDoesNotTakeIsNamedWithItsReason()
    {
        BoxOfficeNet net{0};
        QVERIFY(net.sell(0, {net.seat(0, 3)}));
        const auto before = diagnostics(net.counter(0));
        QVERIFY(before && !before->stuck);
        QVERIFY(before->unsent > 0);
        IntakeAnswer no;
        no.outcome = IntakeAnswer::Outcome::BrokenChain;
        no.sentence = "Entry 9 does not continue entry 8.";
        QVERIFY(net.sync(0).batchAnswered(no));
        const auto after = diagnostics(net.counter(0));
        QVERIFY(after && after->stuck);
        QCOMPARE(after->stuck->code, std::string{"chain_broken"});
        QCOMPARE(after->stuck->message, no.sentence);
        const std::int64_t stuckAt = after->sequence - after->unsent + 1;
        QCOMPARE(after->stuck->sequence, stuckAt);
        QVERIFY(!after->stuck->kind.empty());
        QVERIFY(after->stuck->at.ms > 0);
        QCOMPARE(after->unsent, before->unsent); // nothing was dropped
        net.settle();                            // the server takes it after all
        const auto resolved = diagnostics(net.counter(0));
        QVERIFY(resolved && !resolved->stuck && resolved->unsent == 0);
    }

    void theLogForgetsItsOldestLinesBeforeItGrowsTooLarge()
    {
        const QTemporaryDir folder;
        const StillClock clock;
        TraceLog log{folder.path().toStdString(), clock};
        for (int i = 0; i < 9'000; ++i) {
            log.note("exchanged", {{"number", i}});
        }
        const QString file = folder.filePath(QStringLiteral("foyer.log"));
        QVERIFY(QFileInfo{file}.size() <= qint64{TraceLog::kMost} + 100);
        const std::string recent = TraceLog::recent(folder.path().toStdString());
        QVERIFY(recent.ends_with(" exchanged number=8999\n"));
        QVERIFY(recent.starts_with("20")); // with a whole line
    }
};

QTEST_GUILESS_MAIN(DiagnosticsTest)
#include "test_diagnostics.moc"
