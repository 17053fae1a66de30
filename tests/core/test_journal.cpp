// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/journal/bodies.h"
#include "core/services/after_sale.h"
#include "core/services/counter.h"
#include "core/services/gate.h"
#include "core/services/gift_cards.h"
#include "core/services/integrity.h"
#include "core/services/invoices.h"
#include "core/services/sales.h"
#include "core/services/ticket_codes.h"
#include "core/services/till.h"
#include "core/storage/migrator.h"
#include "core/storage/order_store.h"
#include "core/storage/projection.h"
#include "core/storage/table_comparison.h"
#include "tests/support/counter_fixture.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <rapidcheck.h>
#include <set>

using namespace foyer;
using namespace foyer::test;

namespace {

std::set<std::string> findings(Counter& counter)
{
    const auto report = verifyJournal(counter);
    if (!report) {
        return {report.error().code};
    }
    std::set<std::string> codes;
    for (const Finding& finding : report->findings) {
        codes.insert(finding.code);
    }
    return codes;
}

std::set<std::string> findingsAfter(CounterFixture& house, const std::string& sql)
{
    house.close();
    tamper(house.file(), sql);
    if (const auto opened = house.reopen(); !opened) {
        return {opened.error().code};
    }
    return findings(house.counter());
}

std::vector<Entry> entriesOf(Counter& counter)
{
    std::vector<Entry> entries;
    readEntries(counter.database(), counter.organizer(), [&](const Entry& entry) {
        entries.push_back(entry);
        return true;
    });
    return entries;
}

std::unique_ptr<Database> projected(const std::vector<Entry>& entries)
{
    auto database = Database::open(scratchAddress(), Database::Mode::Scratch);
    migrate(*database);
    Transaction transaction{*database};
    for (const Entry& entry : entries) {
        project(*database, entry);
    }
    transaction.commit();
    return database;
}

std::string difference(Database& a, Database& b)
{
    for (const ProjectionTable& table : projectionTables()) {
        if (const auto found = firstDifference(a, b, table)) {
            return std::string{table.name} + ": " + *found;
        }
    }
    return {};
}

/// Opens a shift, or moves cash in the open one and perhaps closes it.
void workTheTill(CounterFixture& house)
{
    Counter& counter = house.counter();
    const auto shift = openShift(counter);
    if (!shift) {
        (void)startShift(counter, {std::nullopt, {5'000, {}}});
        return;
    }
    (void)moveCash(counter, CashMoveKind::PayOut, 120, "milk");
    if (*rc::gen::arbitrary<bool>()) {
        (void)closeShift(counter, *shift, {4'900, {}});
    }
}

/// Sells a gift card, spends half of it and sells the rest on account; the card is replaced.
void spendWorth(CounterFixture& house, std::vector<Order>& orders)
{
    Counter& counter = house.counter();
    const Currency euro = *Currency::fromCode("EUR");
    const auto sold =
        sellGiftCards(counter,
                      {.id = OrderId{Uuid::v7(house.clock().now(), house.random())},
                       .amounts = {Money{1'000, euro}},
                       .tenders = {{PaymentMethod::CardTerminal, Money{1'000, euro}, "4711"}},
                       .customer = std::nullopt});
    SaleRequest request = house.request({house.standing()});
    const Money rest = quote(counter, request.cart)->total - Money{500, euro};
    request.tenders = {{PaymentMethod::GiftCard, Money{500, euro}, sold->cards.at(0).code},
                       {PaymentMethod::Invoice, rest, ""}};
    request.newCustomer = CustomerDetails{"Ada", "", "", ""};
    request.invoice.recipient.address = "1 Mill Lane";
    if (auto order = foyer::sell(counter, request)) {
        orders.push_back(*order);
        if (*rc::gen::arbitrary<bool>()) {
            (void)payInvoice(counter,
                             {.id = PaymentId{Uuid::v7(house.clock().now(), house.random())},
                              .invoice = invoicesOf(counter, order->id)->at(0).id,
                              .method = PaymentMethod::Transfer,
                              .amount = Money{100, euro},
                              .reference = "bank"});
        }
    }
    if (*rc::gen::arbitrary<bool>()) {
        (void)replaceGiftCard(counter, sold->cards.at(0).id, "lost");
    }
}

/// Returns, exchanges, reissues or hands over a ticket of an order.
void changeOrder(CounterFixture& house, const Order& order)
{
    Counter& counter = house.counter();
    const TicketId ticket =
        order.tickets[*rc::gen::inRange<std::size_t>(0, order.tickets.size())].id;
    switch (*rc::gen::inRange(0, 6)) {
    case 0:
        (void)returnTickets(counter, {order.id, {{ticket}, false, {}}, "ill", "R-1", {}});
        break;
    case 1:
        (void)returnTickets(counter, {order.id, {{ticket}, false, 77}, "cold", "R-1", {}});
        break;
    case 2:
        (void)exchangeTickets(
            counter,
            {order.id,
             {{ticket,
               house.seat(static_cast<SeatNumber>(*rc::gen::inRange(0, int{kSmallSeats})))}},
             "view",
             {{PaymentMethod::Cash, Money{10'000, order.total.currency()}, {}}},
             "R-1",
             {}});
        break;
    case 3:
        (void)reissueTickets(counter, order.id, {ticket}, "lost");
        break;
    case 4:
        (void)splitPickup(counter, order.id, {ticket}, {{}, CustomerDetails{"Bo", {}, {}, {}}});
        (void)setOrderCustomer(counter, order.id, {{}, CustomerDetails{"Ana", {}, {}, {}}});
        break;
    default:
        (void)recordReprint(counter, order.id, "tickets");
        break;
    }
}

/// A busy evening: orders of one to three places, some taken back, some let in, some let in twice.
void actAtRandom(CounterFixture& house, int acts)
{
    std::vector<Order> orders;
    for (int i = 0; i < acts; ++i) {
        house.clock().pass(*rc::gen::inRange(0, 3) * 500);
        const int what = *rc::gen::inRange(0, 12);
        if (what == 6) {
            workTheTill(house);
            continue;
        }
        if (what == 8) {
            spendWorth(house, orders);
            continue;
        }
        if (what < 3 || orders.empty()) {
            const bool child = *rc::gen::arbitrary<bool>();
            std::vector<CartItem> items(static_cast<std::size_t>(*rc::gen::inRange(1, 4)),
                                        house.standing(child ? "Child" : "Adult"));
            if (what == 0) {
                items.push_back(
                    house.seat(static_cast<SeatNumber>(*rc::gen::inRange(0, int{kSmallSeats}))));
            }
            if (auto sold = house.sell(items)) {
                orders.push_back(*std::move(sold));
            }
            continue;
        }
        const Order& order = orders[*rc::gen::inRange<std::size_t>(0, orders.size())];
        if (what > 8) {
            changeOrder(house, order);
        } else if (what == 3) {
            (void)voidOrder(house.counter(), order.code, "asked for");
        } else if (!order.tickets.empty()) {
            const auto codes = ticketCodes(house.counter(), order);
            (void)scan(house.counter(), codes[*rc::gen::inRange<std::size_t>(0, codes.size())],
                       "North");
        }
    }
}

/// What other counters and gates might have written meanwhile, not knowing of each other: the same
/// orders voided and the same tickets admitted elsewhere, earlier or later.
std::vector<Entry> withOtherWriters(std::vector<Entry> entries)
{
    std::vector<Entry> others;
    std::int64_t sequence = 0;
    for (const Entry& entry : entries) {
        const bool doubled = entry.kind == kind::kOrderVoided ||
            entry.kind == kind::kTicketAdmitted || entry.kind == kind::kTicketsReturned ||
            entry.kind == kind::kPickupSplit || entry.kind == kind::kOrderCustomerSet;
        if (!doubled) {
            continue;
        }
        Entry other = entry;
        Uuid::Bytes name = entry.replica.uuid.bytes();
        name[0] = static_cast<std::uint8_t>(*rc::gen::inRange(0, 256));
        other.replica = ReplicaId{Uuid{name}};
        name = entry.id.uuid.bytes();
        name[15] ^= 0xff;
        other.id = EntryId{Uuid{name}};
        other.sequence = ++sequence;
        other.at.value += *rc::gen::inRange(-2, 3);
        others.push_back(other);
    }
    entries.insert(entries.end(), others.begin(), others.end());
    return entries;
}

std::vector<Entry> shuffled(std::vector<Entry> entries)
{
    for (std::size_t i = entries.size(); i > 1; --i) {
        std::swap(entries[i - 1], entries[*rc::gen::inRange<std::size_t>(0, i)]);
    }
    return entries;
}

std::int64_t ledgerSum(Database& database)
{
    return database.integer("SELECT coalesce(sum(amount), 0) FROM ledger_line").value();
}

} // namespace

class JournalTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("RC_PARAMS")) {
            qputenv("RC_PARAMS", "max_success=30"); // each case founds a counter of its own
        }
    }

    void aSoundJournalHasNoFindings()
    {
        CounterFixture house;
        const auto sold = house.sellStanding(5);
        QVERIFY(voidOrder(house.counter(), sold[1].code, "asked for"));
        QCOMPARE(findings(house.counter()), std::set<std::string>{});
    }

    void aChangedBodyIsFound()
    {
        CounterFixture house;
        house.sellStanding(3);
        // One bit of the middle of a payment: no longer what was hashed.
        const auto found =
            findingsAfter(house,
                          "UPDATE entry SET body = CAST(substr(body, 1, 20) || " + zeroBytes(1) +
                              " || substr(body, 22) AS " + (isOnPostgres() ? "BYTEA" : "BLOB") +
                              ") WHERE sequence = (SELECT max(sequence) - 2 FROM entry)");
        QVERIFY(found.contains("hash_wrong"));
    }

    void everyChangedColumnIsFound_data()
    {
        QTest::addColumn<QString>("change");
        QTest::newRow("time") << "at = at + 1";
        QTest::newRow("author") << QString::fromStdString(
            "actor = " + bytesLiteral("00000000000000000000000000000001"));
        QTest::newRow("kind") << "kind = 'scan.refused'";
        QTest::newRow("version") << "version = 2";
        QTest::newRow("id") << QString::fromStdString("id = " + zeroBytes(16));
        QTest::newRow("previous") << QString::fromStdString("previous = " + zeroBytes(32));
        QTest::newRow("hash") << QString::fromStdString("hash = " + zeroBytes(32));
    }
    void everyChangedColumnIsFound()
    {
        QFETCH(QString, change);
        CounterFixture house;
        house.sellStanding(2);
        const auto found =
            findingsAfter(house,
                          "UPDATE entry SET " + change.toStdString() +
                              " WHERE sequence = (SELECT max(sequence) - 2 FROM entry)");
        QVERIFY(found.contains("hash_wrong"));
    }

    void aRemovedEntryIsFound()
    {
        CounterFixture house;
        house.sellStanding(3);
        const auto found = findingsAfter(
            house, "DELETE FROM entry WHERE sequence = (SELECT max(sequence) - 2 FROM entry)");
        QVERIFY(found.contains("entry_missing"));
    }

    void swappedEntriesAreFound()
    {
        CounterFixture house;
        house.sellStanding(3);
        const auto found = findingsAfter(
            house,
            "CREATE TEMP TABLE top AS SELECT max(sequence) AS n FROM entry;"
            "UPDATE entry SET sequence = -1 WHERE sequence = (SELECT n - 3 FROM top);"
            "UPDATE entry SET sequence = sequence - 1 WHERE sequence = (SELECT n - 2 FROM top);"
            "UPDATE entry SET sequence = (SELECT n - 2 FROM top) WHERE sequence = -1;");
        QVERIFY(found.contains("chain_broken"));
        QVERIFY(found.contains("hash_wrong"));
    }

    void aTailCutOffIsFoundByTheSignedHead()
    {
        CounterFixture house;
        house.sellStanding(3);
        house.close();
        QVERIFY(QFile::remove(QString::fromStdString(house.folder() + "/foyer.head")));
        const auto found =
            findingsAfter(house,
                          "DELETE FROM entry WHERE sequence = (SELECT max(sequence) FROM entry)");
        QVERIFY(found.contains("head_missing"));
    }

    void aTailCutOffIsFoundByTheMarkOutsideTheDatabase()
    {
        CounterFixture house;
        house.sellStanding(3);
        const auto found = findingsAfter(
            house,
            "DELETE FROM entry WHERE sequence > (SELECT max(sequence) - 2 FROM entry);"
            "DELETE FROM signed_head;");
        QVERIFY(found.contains("journal_behind"));
        QCOMPARE(house.counter().entriesMissing(), 2);
    }

    void anEntryRewrittenWithAFittingHashIsFound()
    {
        CounterFixture house;
        house.sellStanding(2);
        Entry last = entriesOf(house.counter()).back();
        last.actor = UserId{Uuid::v7(house.clock().now(), house.random())};
        last.hash = hashOf(last);
        house.close();
        const auto hex = [](ByteView bytes) {
            return bytesLiteral(QByteArray{reinterpret_cast<const char*>(bytes.data()),
                                           static_cast<qsizetype>(bytes.size())}
                                    .toHex()
                                    .toStdString());
        };
        const auto found =
            findingsAfter(house,
                          "UPDATE entry SET actor = " + hex(last.actor.uuid.bytes()) +
                              ", hash = " + hex(last.hash) +
                              " WHERE sequence = (SELECT max(sequence) FROM entry)");
        QVERIFY(found.contains("head_missing"));
    }

    void aHeadSignedByAnotherKeyIsFound()
    {
        CounterFixture house;
        house.sellStanding(2);
        const auto found =
            findingsAfter(house, "UPDATE signed_head SET signature = " + zeroBytes(64));
        QVERIFY(found.contains("head_forged"));
    }

    void aChangedTableIsFoundAndRebuilt()
    {
        CounterFixture house;
        house.sellStanding(2);
        const auto found = findingsAfter(house,
                                         "UPDATE payment SET amount = amount + 1;"
                                         "DELETE FROM ledger_line WHERE line = 0;");
        QVERIFY(found.contains("table_differs"));
        QVERIFY(found.contains("ledger_unbalanced"));
        QVERIFY(rebuildProjections(house.counter()));
        QCOMPARE(findings(house.counter()), std::set<std::string>{});
    }

    void aDatabasePutBackFromABackupSellsNothingUntilAPersonRecoversIt()
    {
        if (isOnPostgres()) {
            QSKIP("A server's database has no file to put back.");
        }
        CounterFixture house;
        house.sellStanding(2);
        house.close();
        const QString file = QString::fromStdString(house.file());
        QVERIFY(QFile::copy(file, file + ".backup"));
        QVERIFY(house.reopen());
        house.sellStanding(3);
        house.close();
        QFile::remove(file);
        QFile::remove(file + "-wal");
        QVERIFY(QFile::rename(file + ".backup", file));
        QVERIFY(house.reopen());
        QVERIFY(house.counter().entriesMissing() > 0);
        const auto refusedSale = house.sell({house.standing()});
        QCOMPARE(refusedSale.error().code, std::string{"database_behind"});
        QVERIFY(house.counter().recover("the disk broke"));
        const auto sold = house.sell({house.standing()});
        QVERIFY(sold);
        QVERIFY(house.reopen());
        QCOMPARE(findings(house.counter()), std::set<std::string>{});
        QVERIFY(findOrder(house.counter(), sold->code));
    }

    void aRebuildGivesTheTablesThatWereThere()
    {
        QVERIFY(rc::check("rebuild equals live", [] {
            CounterFixture house{smallSeason(1), 3};
            actAtRandom(house, 12);
            const auto fresh = projected(entriesOf(house.counter()));
            RC_ASSERT(difference(house.counter().database(), *fresh) == "");
            RC_ASSERT(ledgerSum(*fresh) == 0);
        }));
    }

    void aRebuildTellsHowFarItIs()
    {
        CounterFixture house;
        house.sellStanding(10);
        std::vector<double> told;
        const auto entries =
            rebuildProjections(house.counter(),
                               [&](double done, const std::string&) { told.push_back(done); });
        QVERIFY(entries && *entries > 20);
        QVERIFY(told.size() > 10);
        QVERIFY(std::ranges::is_sorted(told));
        QVERIFY(std::ranges::any_of(told, [](double done) { return done > 0.4 && done < 0.6; }));
        QCOMPARE(told.front(), 0.0);
        QCOMPARE(told.back(), 1.0);
    }

    void entriesOfSeveralWritersInAnyOrderGiveTheSameTables()
    {
        QVERIFY(rc::check("order does not matter", [] {
            CounterFixture house{smallSeason(1), 4};
            actAtRandom(house, 15);
            const auto entries = withOtherWriters(entriesOf(house.counter()));
            const auto inOrder = projected(entries);
            auto mixed = shuffled(entries);
            const auto other = projected(mixed);
            RC_ASSERT(difference(*inOrder, *other) == "");
            // Half of them once more: nothing counts twice.
            mixed.insert(mixed.end(), entries.begin(),
                         entries.begin() + static_cast<std::ptrdiff_t>(entries.size() / 2));
            const auto twice = projected(mixed);
            RC_ASSERT(difference(*inOrder, *twice) == "");
            RC_ASSERT(ledgerSum(*other) == 0);
        }));
    }

    void anAdmissionOrAVoidHeardOfBeforeItsSaleStands()
    {
        CounterFixture house;
        const auto sold = house.sellStanding(2);
        const auto codes = ticketCodes(house.counter(), sold[0]);
        QVERIFY(scan(house.counter(), codes[0], "North"));
        QVERIFY(voidOrder(house.counter(), sold[1].code, "asked for"));
        std::vector<Entry> entries = entriesOf(house.counter());
        std::ranges::reverse(entries);
        const auto database = projected(entries);
        QCOMPARE(difference(house.counter().database(), *database), std::string{});
        const auto organizer = house.counter().organizer();
        QCOMPARE(readTicket(*database, organizer, sold[0].tickets[0].id)->state,
                 TicketState::Admitted);
        QCOMPARE(readTicket(*database, organizer, sold[1].tickets[0].id)->state,
                 TicketState::Voided);
    }

    void anUnknownKindChangesNothingAndIsKept()
    {
        CounterFixture house;
        house.sellStanding(1);
        const auto before = projected(entriesOf(house.counter()));
        {
            Journal::Act act{house.counter().journal(), Permit::ofProgram()};
            act.append("voucher.issued", CborWriter{}.map(1).field("amount", 5).take());
            act.commit();
            house.counter().noteHead();
        }
        QCOMPARE(difference(house.counter().database(), *before), std::string{});
        QCOMPARE(findings(house.counter()), std::set<std::string>{});
        QCOMPARE(entriesOf(house.counter()).back().kind, std::string{"voucher.issued"});
    }
};

QTEST_GUILESS_MAIN(JournalTest)
#include "test_journal.moc"
