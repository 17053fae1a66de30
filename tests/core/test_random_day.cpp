// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/counter.h"
#include "core/services/deals.h"
#include "core/services/gift_cards.h"
#include "core/services/integrity.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/order_store.h"
#include "tests/support/journal_tables.h"
#include "tests/support/random_day.h"

#include <QFileInfo>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <rapidcheck.h>

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr int kActs = 400;
constexpr std::chrono::seconds kPatience{90};

/// A property that, once it failed, is shrunk for no longer than somebody waits for it: after that
/// whatever is smaller counts as passed, and the smallest so far is shown.
template <typename Property>
auto shrunkInTime(Property property)
{
    using Steady = std::chrono::steady_clock;
    return [property, failed = std::make_shared<std::optional<Steady::time_point>>()] {
        if (*failed && Steady::now() - **failed > kPatience) {
            return;
        }
        try {
            property();
        } catch (...) {
            *failed = failed->value_or(Steady::now());
            throw;
        }
    };
}

std::int64_t number(Database& database, std::string_view sql)
{
    return database.integer(sql).value();
}

void checkLedger(Database& database)
{
    RC_ASSERT(number(database,
                     "SELECT count(*) FROM (SELECT 1 FROM ledger_line GROUP BY entry, currency "
                     "HAVING sum(amount) <> 0) AS wrong") == 0);
    RC_ASSERT(number(database, "SELECT coalesce(sum(amount), 0) FROM ledger_line") == 0);
    // All shifts are closed, so no drawer holds anything.
    RC_ASSERT(number(database,
                     "SELECT count(*) FROM (SELECT 1 FROM ledger_line WHERE account = 'cash' GROUP "
                     "BY subject HAVING sum(amount) <> 0) AS wrong") == 0);
}

void checkSeats(Day& day)
{
    Database& database = day.counter().database();
    RC_ASSERT(number(database,
                     "SELECT coalesce(max(n), 0) FROM (SELECT count(*) AS n FROM ticket WHERE seat "
                     "IS NOT NULL AND voided_at IS NULL GROUP BY performance, seat) AS seats") <=
              1);
    for (std::size_t i = 0; i < 2; ++i) {
        std::set<SeatNumber> paper;
        for (const PaperOrder& order : day.orders) {
            for (const PaperPlace& place : order.places) {
                if (place.valid && place.item.seat &&
                    place.item.performance == day.house.performance(i)) {
                    RC_ASSERT(paper.insert(*place.item.seat).second);
                }
            }
        }
        const auto sold =
            readSoldSeats(database, day.counter().organizer(), day.house.performance(i));
        RC_ASSERT(std::set<SeatNumber>(sold.begin(), sold.end()) == paper);
    }
}

/// What every counter has spent of every quota is what is out in tickets and holds, and no more
/// than it was granted.
void checkRights(Day& day)
{
    Database& database = day.counter().database();
    RC_ASSERT(number(database,
                     "SELECT count(*) FROM allotment WHERE spent - regained > granted - returned "
                     "OR spent < regained") == 0);
    for (std::size_t i = 0; i < 2; ++i) {
        RC_ASSERT(std::ssize(day.taken(i)) <= kSmallCapacity);
        const auto offer = day.house.offer(i);
        for (const Quota& quota : offer->quotas) {
            const auto spent =
                database
                    .integer(
                        "SELECT coalesce(sum(spent - regained), 0) FROM allotment WHERE quota = ?",
                        {quota.id})
                    .value();
            const auto places = day.taken(i);
            const auto out = std::ranges::count_if(places, [&](const CartItem& item) {
                return quota.covers(item.type, item.category);
            });
            RC_ASSERT(spent == out);
        }
    }
}

/// Gift cards, invoices and promo codes are worth what the paper says, and nobody owes an order.
void checkWorth(Day& day)
{
    Database& database = day.counter().database();
    std::int64_t owed = 0;
    for (const PaperGiftCard& paper : day.giftCards) {
        const auto card = giftCard(day.counter(), paper.code);
        RC_ASSERT(card.has_value());
        RC_ASSERT(card->balance.minor() == paper.balance);
        RC_ASSERT(database.integer("SELECT sum(amount) FROM ledger_line WHERE account = "
                                   "'gift_card_liability' AND subject = ?",
                                   {card->id}) == -paper.balance);
        owed += paper.balance;
    }
    RC_ASSERT(number(database,
                     "SELECT coalesce(sum(amount), 0) FROM ledger_line WHERE account = "
                     "'gift_card_liability'") == -owed);
    std::int64_t open = 0;
    for (const PaperInvoice& paper : day.invoices) {
        open += paper.open();
    }
    RC_ASSERT(number(database,
                     "SELECT coalesce(sum(amount), 0) FROM ledger_line WHERE account = "
                     "'invoiced'") == open);
    RC_ASSERT(number(database,
                     "SELECT coalesce(sum(amount), 0) FROM ledger_line WHERE account = "
                     "'receivable'") == 0);
    const auto codes = promoCodes(day.counter());
    RC_ASSERT(codes && codes->front().used == kPromoUses - day.promoUsesLeft());
    RC_ASSERT(day.promoUsesLeft() >= 0);
}

void checkJournal(Day& day)
{
    const auto report = verifyJournal(day.counter());
    RC_ASSERT(report.has_value());
    for (const Finding& finding : report->findings) {
        RC_FAIL(finding.code + ": " + finding.sentence + " " + finding.where);
    }
    const auto fresh = projected(entriesOf(day.counter()));
    RC_ASSERT(difference(day.counter().database(), *fresh) == "");
    RC_ASSERT(rebuildProjections(day.counter()).has_value());
    RC_ASSERT(difference(day.counter().database(), *fresh) == "");
}

/// The same acts as if each person had worked at a counter of their own.
std::vector<Entry> fromCountersOfTheirOwn(std::vector<Entry> entries)
{
    std::map<Uuid, std::int64_t> sequences;
    for (Entry& entry : entries) {
        if (!entry.actor.isNil()) {
            entry.replica = ReplicaId{entry.actor.uuid};
        }
        entry.sequence = ++sequences[entry.replica.uuid];
    }
    return entries;
}

std::unique_ptr<Day> workedThrough(const DayScript& script)
{
    auto day = std::make_unique<Day>(script.cashStep);
    for (const Act& act : script.acts) {
        day->act(act);
    }
    day->close();
    return day;
}

void addsUp()
{
    const DayScript script = *anyDay(kActs);
    const auto day = workedThrough(script);
    checkLedger(day->counter().database());
    checkSeats(*day);
    checkRights(*day);
    checkWorth(*day);
    checkJournal(*day);
}

void isTheSameInAnyOrder()
{
    const auto day = workedThrough(*anyDay(kActs / 3));
    auto entries = fromCountersOfTheirOwn(entriesOf(day->counter()));
    const auto inOrder = projected(entries);
    entries = shuffled(std::move(entries), *rc::gen::arbitrary<std::uint64_t>());
    // A part of it arrives twice.
    const std::vector<Entry> again{entries.begin(), entries.begin() + std::ssize(entries) / 3};
    entries.insert(entries.end(), again.begin(), again.end());
    const auto mixed = projected(entries);
    RC_ASSERT(difference(*inOrder, *mixed) == "");
    checkLedger(*mixed);
}

} // namespace

class RandomDayTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("RC_PARAMS")) {
            qputenv("RC_PARAMS", "max_success=30"); // each case is a day of up to kActs acts
        }
        // What a disk costs is not asked here, and a shrinking failure works through many days.
        if (const QFileInfo memory{QStringLiteral("/dev/shm")}; memory.isWritable()) {
            qputenv("TMPDIR", memory.filePath().toUtf8());
        }
    }

    void whateverIsDoneInADayAddsUpInTheEvening()
    {
        QVERIFY(rc::check("drawer, ledger, seats, Z and journal agree with the paper",
                          shrunkInTime(addsUp)));
    }

    void theDayOfSeveralCountersIsTheSameInWhateverOrderItArrives()
    {
        QVERIFY(rc::check("order does not matter", shrunkInTime(isTheSameInAnyOrder)));
    }

    void everyVerbWasLetDoItsWork()
    {
        // Some things take several acts in the right order, which a few days may well miss: then
        // more days are worked through, until each was done.
        constexpr std::uint64_t kMoreDays = 100;
        constexpr int kFullSize = 100; // of what RapidCheck makes
        for (std::uint64_t seed = 1; !notDone().empty() && seed <= kMoreDays; ++seed) {
            (void)workedThrough(anyDay(kActs)(rc::Random{seed}, kFullSize).value());
        }
        for (const auto& [name, times] : Day::achieved()) {
            qInfo("%s: %d times", name.c_str(), times);
        }
        QCOMPARE(notDone(), std::string{});
    }

private:
    /// The first act that no day had yet.
    static std::string notDone()
    {
        std::vector<std::string> names{"sells: list price",    "sells: promo",    "sells: discount",
                                       "sells: complimentary", "sells: Donation", "pays: cash",
                                       "pays: card",           "pays: gift",      "pays: invoice",
                                       "settles: paid",        "settles: back"};
        for (const Verb& verb : allVerbs()) {
            names.emplace_back(verb.name);
        }
        const auto missing = std::ranges::find_if(names, [](const std::string& name) {
            return Day::achieved()[name] == 0;
        });
        return missing != names.end() ? *missing : std::string{};
    }
};

QTEST_GUILESS_MAIN(RandomDayTest)
#include "test_random_day.moc"
