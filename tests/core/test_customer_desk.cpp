// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/counter.h"
#include "core/services/customer_desk.h"
#include "core/services/customer_directory.h"
#include "core/services/customer_file.h"
#include "core/services/customer_index.h"
#include "core/services/customer_merging.h"
#include "core/services/customers.h"
#include "core/services/integrity.h"
#include "core/services/order_search.h"
#include "core/services/sales.h"
#include "core/storage/customer_desk_store.h"
#include "core/storage/journal.h"
#include "core/storage/migrator.h"
#include "core/storage/projection.h"
#include "tests/support/counter_fixture.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <random>
#include <rapidcheck.h>

using namespace foyer;
using namespace foyer::test;

namespace {

CardChange named(const std::string& name, const std::string& email = {},
                 const std::string& phone = {})
{
    CardChange change{.name = name};
    if (!email.empty()) {
        change.email = email;
    }
    if (!phone.empty()) {
        change.phone = phone;
    }
    return change;
}

PersonCard added(CounterFixture& house, const CardChange& details)
{
    house.clock().pass(1'000);
    const auto card = addCustomer(house.counter(), details);
    if (!card) {
        qFatal("%s", card.error().message.c_str());
    }
    return *card;
}

Order sold(CounterFixture& house, CustomerId customer)
{
    house.clock().pass(1'000);
    SaleRequest request = house.request({house.standing()});
    request.customer = customer;
    const auto order = sell(house.counter(), request);
    if (!order) {
        qFatal("%s", order.error().message.c_str());
    }
    return *order;
}

std::vector<std::string> namesOf(const CustomerPage& page)
{
    std::vector<std::string> names;
    for (const PersonCard& card : page.rows) {
        names.push_back(card.details.name);
    }
    return names;
}

std::vector<std::string> listed(CounterFixture& house, const CustomerQuery& query = {})
{
    return namesOf(listCustomers(house.counter(), query).value());
}

/// The entries of a journal, as they were written.
std::vector<Entry> entriesOf(Counter& counter)
{
    std::vector<Entry> entries;
    readEntries(counter.database(), counter.organizer(), [&](const Entry& entry) {
        entries.push_back(entry);
        return true;
    });
    return entries;
}

} // namespace

class CustomerDeskTest : public QObject {
    Q_OBJECT
    using Names = std::vector<std::string>;

private Q_SLOTS:
    /// Somebody is taken down with a sale, and another counter changes what is known of them before
    /// anybody here looks for a customer.
    void whatArrivesBeforeCustomersAreReadIsFound()
    {
        CounterFixture house;
        SaleRequest request = house.request({house.standing()});
        request.newCustomer = CustomerDetails{"Ann Lee", "ann@example.org", {}, {}, {}};
        const auto order = sell(house.counter(), request);
        QVERIFY(order && order->customer);
        house.clock().pass(1'000);
        Journal::Act act{house.counter().journal(), Permit::ofProgram()};
        CustomerDirectory& customers = house.counter().customers();
        QVERIFY(customers.change(act, *order->customer, named("Ann King")).has_value());
        act.commit();
        customers.noteArrived(*order->customer);
        const auto page = listCustomers(house.counter(), {.words = "king"});
        QVERIFY(page.has_value());
        QCOMPARE(page->total, std::size_t{1});
        QCOMPARE(page->rows.front().details.name, std::string{"Ann King"});
    }

    void whatIsChangedIsReadBackAndFound()
    {
        CounterFixture house;
        const PersonCard ada = added(house, named("Ada Byron", "ada@example.org"));
        const auto changed = editCustomer(house.counter(), ada.id,
                                          {.name = "Ada Lovelace",
                                           .address = "12 St James's Square\nLondon",
                                           .language = "en",
                                           .tagsOn = {"Friend", "Press"},
                                           .consents = {{ConsentPurpose::Newsletter,
                                                         true,
                                                         {},
                                                         "at the counter",
                                                         "What is on, once a month."}},
                                           .notes = {"Needs a ramp."}});
        QVERIFY(changed);
        for (int round = 0; round < 2; ++round) {
            const auto card = customerCard(house.counter(), ada.id);
            QVERIFY(card);
            QCOMPARE(card->details.name, std::string{"Ada Lovelace"});
            QCOMPARE(card->details.email, std::string{"ada@example.org"});
            QCOMPARE(card->address, std::string{"12 St James's Square\nLondon"});
            QVERIFY(card->tags == (Names{"Friend", "Press"}));
            QVERIFY(card->consentTo(ConsentPurpose::Newsletter) == std::optional{true});
            QVERIFY(!card->consentTo(ConsentPurpose::Bulletins));
            QVERIFY(listed(house, {.words = "lovelace"}) == Names{"Ada Lovelace"});
            QVERIFY(listed(house, {.words = "byron"}).empty());
            QVERIFY(listed(house, {.tag = "FRIEND"}) == Names{"Ada Lovelace"});
            QVERIFY(house.reopen());
        }
        QCOMPARE(verifyJournal(house.counter())->findings.size(), std::size_t{0});
    }

    void aTagIsTakenAndAConsentWithdrawnAndBothStayInTheHistory()
    {
        CounterFixture house;
        const PersonCard ada = added(house,
                                     {.name = "Ada",
                                      .tagsOn = {"Press"},
                                      .consents = {{ConsentPurpose::Newsletter, true}}});
        house.clock().pass(60'000);
        const auto card =
            editCustomer(house.counter(), ada.id,
                         {.tagsOff = {"press"},
                          .consents = {{ConsentPurpose::Newsletter, false, {}, "by phone"}}});
        QVERIFY(card->tags.empty());
        QVERIFY(card->consentTo(ConsentPurpose::Newsletter) == std::optional{false});
        QVERIFY(listed(house, {.agreedTo = ConsentPurpose::Newsletter}).empty());
        const auto file = everythingAbout(house.counter(), ada.id);
        QCOMPARE(file->consents.size(), std::size_t{2});
        QVERIFY(file->consents[0].given && !file->consents[1].given);
        QCOMPARE(file->consents[1].how, std::string{"by phone"});
    }

    void aChangeThatChangesNothingWritesNothing()
    {
        CounterFixture house;
        const PersonCard ada = added(house, {.name = "Ada", .tagsOn = {"Press"}});
        const auto head = house.counter().journal().head();
        QVERIFY(editCustomer(house.counter(), ada.id, {.name = "Ada", .tagsOn = {"press"}}));
        QVERIFY(house.counter().journal().head() == head);
    }

    void whatCannotBeRightIsRefusedByItsField()
    {
        CounterFixture house;
        const PersonCard ada = added(house, named("Ada"));
        const auto refusal = [&](const CardChange& change) {
            const auto changed = editCustomer(house.counter(), ada.id, change);
            return changed ? std::string{} : changed.error().code + " " + changed.error().where;
        };
        QCOMPARE(refusal({.email = "nowhere"}), std::string{"bad_email email"});
        QCOMPARE(refusal({.tagsOn = {"a,b"}}), std::string{"bad_tag tag"});
        QCOMPARE(refusal({.notes = {"  "}}), std::string{"bad_note note"});
        QCOMPARE(refusal({.address = std::string(501, 'x')}), std::string{"bad_address address"});
        QCOMPARE(addCustomer(house.counter(), {}).error().code, std::string{"details_missing"});
    }

    /// Two counters that cannot hear each other change different things of somebody, and one the
    /// same: whatever order their entries arrive in, both changes stand, and of the one the later.
    void changesOfTwoCountersGiveTheSameInEveryOrder()
    {
        if (isOnPostgres()) {
            QSKIP("It builds many scratch databases.");
        }
        CounterFixture house;
        const PersonCard ada = added(house, named("Ada", "ada@example.org"));
        const PersonCard bea = added(house, named("Bea"));
        const auto act = [&](const CardChange& change) {
            house.clock().pass(1'000);
            QVERIFY(editCustomer(house.counter(), ada.id, change));
        };
        act({.phone = "030 1234567"});
        act({.name = "Ada Lovelace", .tagsOn = {"Press"}});
        act({.phone = "030 7654321", .tagsOff = {"Press"}});
        QVERIFY(mergeCustomers(house.counter(), ada.id, {bea.id}));
        QVERIFY(unmergeCustomer(house.counter(), bea.id));
        QVERIFY(eraseCustomer(house.counter(), bea.id));
        auto entries = entriesOf(house.counter());
        const auto tableRows = [](Database& database) {
            std::string rows;
            for (const char* sql :
                 {"SELECT hex(customer) || slot || hex(entry) FROM customer_slot ORDER BY 1",
                  "SELECT hex(customer) || coalesce(hex(target), '-') FROM customer_link "
                  "ORDER BY 1",
                  "SELECT hex(id) || erased FROM customer ORDER BY 1"}) {
                database.each(sql, {}, [&](const DbRow& row) { rows += row.text(0) + '\n'; });
            }
            return rows;
        };
        const std::string expected = tableRows(house.counter().database());
        const bool holds = rc::check("every order gives the same tables", [&] {
            const auto seed = *rc::gen::arbitrary<unsigned>();
            std::shuffle(entries.begin(), entries.end(), std::mt19937{seed});
            const auto scratch = Database::open(":memory:", Database::Mode::Scratch);
            migrate(*scratch);
            Transaction transaction{*scratch};
            for (const Entry& entry : entries) {
                project(*scratch, entry);
                if (seed % 3 == 0) {
                    project(*scratch, entry); // and twice is once
                }
            }
            transaction.commit();
            RC_ASSERT(tableRows(*scratch) == expected);
        });
        QVERIFY(holds);
    }

    void whoIsMergedIsOnePersonWithAllTheirOrdersAndNotes()
    {
        CounterFixture house;
        const PersonCard ada =
            added(house, {.name = "Ada Lovelace", .notes = {"Likes the balcony."}});
        const PersonCard other = added(house,
                                       {.name = "A. Byron",
                                        .email = "byron@example.org",
                                        .tagsOn = {"Press"},
                                        .notes = {"Calls in the morning."}});
        sold(house, ada.id);
        sold(house, other.id);
        const auto merged = mergeCustomers(house.counter(), ada.id, {other.id});
        QVERIFY(merged && merged->merged == std::vector{other.id});
        sold(house, other.id); // a counter that has not heard sells to the other id
        for (int round = 0; round < 2; ++round) {
            QVERIFY(listed(house) == Names{"Ada Lovelace"});
            QVERIFY(listed(house, {.words = "byron"}) == Names{"Ada Lovelace"}); // by either name
            QVERIFY(listed(house, {.tag = "press"}) == Names{"Ada Lovelace"});
            QVERIFY(listed(house, {.boughtFor = house.performance()}) == Names{"Ada Lovelace"});
            const auto file = everythingAbout(house.counter(), other.id);
            QCOMPARE(file->card.id, ada.id);
            QCOMPARE(file->card.details.email, std::string{"byron@example.org"});
            QCOMPARE(file->orders.size(), std::size_t{3});
            QCOMPARE(file->notes.size(), std::size_t{2});
            QCOMPARE(findOrders(house.counter(), {.words = "lovelace"})->size(), std::size_t{3});
            QVERIFY(house.reopen());
        }
        const auto back = unmergeCustomer(house.counter(), other.id);
        QVERIFY(back);
        QVERIFY(listed(house) == (Names{"A. Byron", "Ada Lovelace"}));
        QCOMPARE(everythingAbout(house.counter(), ada.id)->orders.size(), std::size_t{1});
        QCOMPARE(everythingAbout(house.counter(), ada.id)->notes.size(), std::size_t{1});
        QCOMPARE(everythingAbout(house.counter(), other.id)->notes.size(), std::size_t{1});
        QCOMPARE(unmergeCustomer(house.counter(), other.id).error().code,
                 std::string{"not_merged"});
        QCOMPARE(mergeCustomers(house.counter(), ada.id, {ada.id}).error().code,
                 std::string{"same_customer"});
    }

    /// Two counters merge two people into each other at a time.
    void aRingOfMergingsIsOnePerson()
    {
        CounterFixture house;
        const PersonCard ada = added(house, named("Ada"));
        const PersonCard bea = added(house, named("Bea"));
        {
            Journal::Act act{house.counter().journal(), Permit::ofProgram()};
            act.append(kind::kCustomerMerged, encodeMerged({ada.id, bea.id}));
            act.append(kind::kCustomerMerged, encodeMerged({bea.id, ada.id}));
            act.commit();
        }
        QVERIFY(house.reopen());
        QVERIFY(listed(house) == Names{"Ada"}); // whoever was taken down first
        QCOMPARE(customerCard(house.counter(), bea.id)->id, ada.id);
        QCOMPARE(
            readMergedGroup(house.counter().database(), house.counter().organizer(), ada.id).size(),
            std::size_t{2});
    }

    void erasingSomebodyErasesWhomTheyWereMergedWith()
    {
        CounterFixture house;
        const PersonCard ada = added(house, named("Ada", "ada@example.org"));
        const PersonCard bea = added(house, named("Bea", "bea@example.org"));
        const PersonCard cleo = added(house, named("Cleo"));
        QVERIFY(mergeCustomers(house.counter(), ada.id, {bea.id}));
        const Order order = sold(house, bea.id);
        QVERIFY(eraseCustomer(house.counter(), bea.id)); // whichever of them is named
        for (int round = 0; round < 2; ++round) {
            QVERIFY(listed(house) == Names{"Cleo"});
            for (const CustomerId each : {ada.id, bea.id}) {
                QCOMPARE(house.counter().customers().open(each).error().code,
                         std::string{"customer_erased"});
                QVERIFY(readSlots(house.counter().database(), house.counter().organizer(), each)
                            .empty());
            }
            QCOMPARE(findOrder(house.counter(), order.code)->total.minor(), order.total.minor());
            QVERIFY(house.reopen());
        }
        QCOMPARE(verifyJournal(house.counter())->findings.size(), std::size_t{0});
        QCOMPARE(customerCard(house.counter(), cleo.id)->details.name, std::string{"Cleo"});
    }

    /// One counter erased somebody while another merged a second record into them.
    void aRecordThatWasMergedIntoSomebodyErasedIsErasedAsSoonAsItIsHeardOf()
    {
        CounterFixture house;
        const PersonCard ada = added(house, named("Ada"));
        const PersonCard bea = added(house, named("Bea"));
        QVERIFY(eraseCustomer(house.counter(), ada.id));
        {
            Journal::Act act{house.counter().journal(), Permit::ofProgram()};
            act.append(kind::kCustomerMerged, encodeMerged({bea.id, ada.id}));
            act.commit();
        }
        QVERIFY(completeErasures(house.counter()));
        QCOMPARE(house.counter().customers().open(bea.id).error().code,
                 std::string{"customer_erased"});
        const auto head = house.counter().journal().head();
        QVERIFY(completeErasures(house.counter())); // and once
        QVERIFY(house.counter().journal().head() == head);
    }

    void duplicatesAreProposedByEmailTelephoneAndAddress()
    {
        CounterFixture house;
        added(house, named("Ada Lovelace", "ada@example.org", "+49 30 1234567"));
        added(house, named("Ada King", "ADA@example.org"));
        added(house, named("Augusta", {}, "030/1234567"));
        added(house, {.name = "Müller", .address = "Hauptstraße 12\n10117 Berlin"});
        added(house, {.name = "MULLER", .address = "Hauptstr. 12, 10117 Berlin"});
        added(house, {.name = "Muller", .address = "Rue de Rivoli 3, Paris"});
        const auto found = proposeDuplicates(house.counter());
        QVERIFY(found);
        std::vector<std::pair<int, Names>> shown;
        for (const DuplicateProposal& each : *found) {
            shown.emplace_back(static_cast<int>(each.why), namesOf({.rows = each.people}));
        }
        const std::vector<std::pair<int, Names>> expected{{0, {"Ada Lovelace", "Ada King"}},
                                                          {1, {"Ada Lovelace", "Augusta"}},
                                                          {2, {"Müller", "MULLER"}}};
        QVERIFY(shown == expected);
    }

    void theListIsSortedFilteredAndPaged()
    {
        CounterFixture house;
        const PersonCard cleo = added(house, named("Cleo"));
        added(house, named("ada"));
        const PersonCard bea = added(house, named("Béa"));
        QVERIFY(listed(house) == (Names{"ada", "Béa", "Cleo"}));
        QVERIFY(listed(house, {.sort = CustomerQuery::Sort::Newest}) ==
                (Names{"Béa", "ada", "Cleo"}));
        QVERIFY(listed(house, {.offset = 1, .limit = 1}) == Names{"Béa"});
        sold(house, cleo.id);
        const Instant then = house.clock().now();
        house.clock().pass(86'400'000);
        QVERIFY(listed(house, {.notSince = then}) == (Names{"ada", "Béa"}));
        QVERIFY(listed(house, {.boughtFor = house.performance()}) == Names{"Cleo"});
        QVERIFY(editCustomer(house.counter(), bea.id, {.name = "Zoe"}));
        added(house, named("Dan"));
        QVERIFY(listed(house) == (Names{"ada", "Cleo", "Dan", "Zoe"}));
        QCOMPARE(listCustomers(house.counter(), {.words = "e", .limit = 1})->total, std::size_t{2});
    }

    void peopleWhoAreBroughtUpToDateForWeeksAreFoundAsTheyAreNow()
    {
        CustomerIndex index;
        CustomerIndex::Mark mark;
        std::map<CustomerId, std::string> now;
        std::map<CustomerId, std::string> heard;
        std::mt19937 random{7};
        SeededRandom bytes{7};
        std::vector<CustomerId> people;
        for (int i = 0; i < 20; ++i) {
            people.emplace_back(Uuid::v7(Instant{1'000 + i}, bytes));
        }
        for (int round = 0; round < 2'000; ++round) {
            const CustomerId who = people[random() % people.size()];
            if (random() % 5 == 0) {
                index.drop(who);
                now.erase(who);
            } else {
                const std::string name = "Person " + std::to_string(random() % 1'000);
                index.put(PersonCard{.id = who, .details = {.name = name}}, "Formerly " + name);
                now[who] = name;
            }
            if (round % 37 == 0) {
                index.eachSince(mark, [&](const PersonCard& card) {
                    heard[card.id] = card.details.name;
                });
                const bool knowsAll = std::ranges::all_of(now, [&](const auto& each) {
                    return heard.at(each.first) == each.second;
                });
                QVERIFY(knowsAll);
                const CustomerPage page = index.list({.limit = 100}, {});
                QCOMPARE(page.total, now.size());
                QVERIFY(std::ranges::is_sorted(page.rows, {}, [](const PersonCard& card) {
                    return "person " + card.details.name.substr(7);
                }));
                QCOMPARE(index.search("formerly person", 100).size(), now.size());
                for (const PersonCard& card : page.rows) {
                    QCOMPARE(card.details.name, now.at(card.id));
                    QCOMPARE(index.find(card.id)->details.name, now.at(card.id));
                }
            }
        }
    }

    void theHistoryOfSomebodyTellsWhatHappened()
    {
        CounterFixture house;
        const PersonCard ada = added(house, named("Ada"));
        const Order order = sold(house, ada.id);
        QVERIFY(editCustomer(house.counter(), ada.id, {.notes = {"Hello."}}));
        const auto file = everythingAbout(house.counter(), ada.id);
        std::multiset<std::string> kinds;
        for (const PersonEvent& event : file->events) {
            kinds.insert(event.kind);
        }
        const std::multiset<std::string> expected{"customer.recorded", "note", "order.placed",
                                                  "payment"};
        QVERIFY(kinds == expected);
        const auto placed =
            std::ranges::find(file->events, std::string{"order.placed"}, &PersonEvent::kind);
        QCOMPARE(placed->about, order.code);
        QVERIFY(std::ranges::is_sorted(file->events, std::greater{}, &PersonEvent::at));
    }

    void aWordAgainstBulletinsStandsUntilALaterOne()
    {
        const auto word = [](bool given, std::int64_t at) {
            return std::optional{ConsentWord{ConsentPurpose::Bulletins, given, {at}, {}, {}}};
        };
        QVERIFY(mayGetBulletins(std::nullopt, std::nullopt));
        QVERIFY(!mayGetBulletins(std::nullopt, Instant{5}));
        QVERIFY(!mayGetBulletins(word(false, 5), std::nullopt));
        QVERIFY(mayGetBulletins(word(true, 6), Instant{5}));
        QVERIFY(!mayGetBulletins(word(true, 5), Instant{6}));
    }
};

QTEST_GUILESS_MAIN(CustomerDeskTest)
#include "test_customer_desk.moc"
