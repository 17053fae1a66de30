// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/customer_desk.h"
#include "core/services/customer_directory.h"
#include "core/services/customer_import_run.h"
#include "core/services/customers.h"
#include "core/services/integrity.h"
#include "core/services/sales.h"
#include "core/services/users.h"
#include "tests/support/counter_fixture.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace foyer;
using namespace foyer::test;

namespace {

const std::vector<std::string> kHeaders{"Name", "Email", "Phone", "Address", "Tags", "Newsletter"};

CustomerImportTerms terms()
{
    return {.mapping = proposeMapping(kHeaders, customerTableFields()),
            .continues = {},
            .tags = {},
            .wording = "What is on.",
            .goOn = {}};
}

NextRow rowsFrom(std::vector<std::vector<std::string>> cells)
{
    return [cells = std::move(cells),
            at = std::size_t{0}]() mutable -> Result<std::optional<TableRow>> {
        if (at == cells.size()) {
            return std::optional<TableRow>{};
        }
        ++at;
        return std::optional{TableRow{at + 1, cells[at - 1], {}}};
    };
}

const std::vector<std::vector<std::string>> kPeople{
    {"Ada Lovelace", "ada@example.org", "030 1234567", "Square 12", "Press; Friend", "yes"},
    {"שרה כהן", "sara@example.org", "", "", "", "nein"},
    {"Broken", "no address", "", "", "", ""},
    {"", "", "", "Somewhere", "", ""},
    {"Ada Lovelace", "ada@example.org", "030 1234567", "Square 12", "Press; Friend", "yes"},
    {"Undecided", "u@example.org", "", "", "", "perhaps"},
};

std::string figures(const CustomerImportReport& report)
{
    return std::to_string(report.rows) + " rows, " + std::to_string(report.added) + " new, " +
        std::to_string(report.changed) + " changed, " + std::to_string(report.same) + " same, " +
        std::to_string(report.refused) + " refused";
}

CustomerImportReport imported(CounterFixture& house,
                              const std::vector<std::vector<std::string>>& people)
{
    house.clock().pass(60'000);
    const auto report = importCustomers(house.counter(), rowsFrom(people), terms());
    if (!report) {
        qFatal("%s", report.error().message.c_str());
    }
    return *report;
}

PersonCard found(CounterFixture& house, const std::string& words)
{
    const auto page = listCustomers(house.counter(), {.words = words});
    return page && page->total == 1 ? page->rows.front() : PersonCard{};
}

} // namespace

class CustomerImportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDryRunSaysWhatTheImportThenDoes()
    {
        CounterFixture house;
        const auto head = house.counter().journal().head();
        const auto dry = checkCustomerImport(house.counter(), rowsFrom(kPeople), terms());
        QVERIFY(dry);
        QVERIFY(house.counter().journal().head() == head);
        const CustomerImportReport done = imported(house, kPeople);
        QCOMPARE(figures(done), std::string{"6 rows, 2 new, 0 changed, 1 same, 3 refused"});
        QCOMPARE(figures(*dry), figures(done));
        std::vector<std::pair<std::size_t, std::string>> why;
        for (const ImportRefusal& each : done.refusals) {
            why.emplace_back(each.line, each.why.code);
        }
        const std::vector<std::pair<std::size_t, std::string>> expected{{4, "bad_email"},
                                                                        {5, "details_missing"},
                                                                        {7, "bad_consent"}};
        QVERIFY(why == expected);
        QVERIFY(house.reopen());
        const PersonCard ada = found(house, "lovelace");
        QCOMPARE(ada.address, std::string{"Square 12"});
        QVERIFY(ada.tags == (std::vector<std::string>{"Friend", "Press"}));
        QCOMPARE(ada.consents.at(ConsentPurpose::Newsletter).wording, std::string{"What is on."});
        QCOMPARE(found(house, "sara").details.name, std::string{"שרה כהן"});
        QVERIFY(found(house, "sara").consentTo(ConsentPurpose::Newsletter) == std::optional{false});
        QCOMPARE(verifyJournal(house.counter())->findings.size(), std::size_t{0});
    }

    void theSameTableAgainBringsNothing()
    {
        CounterFixture house;
        imported(house, kPeople);
        const auto head = house.counter().journal().head();
        QCOMPARE(figures(imported(house, kPeople)),
                 std::string{"6 rows, 0 new, 0 changed, 3 same, 3 refused"});
        QVERIFY(house.counter().journal().head() == head);
    }

    void whoIsKnownIsChangedAndEmptyCellsChangeNothing()
    {
        CounterFixture house;
        imported(house, kPeople);
        const auto report = imported(house,
                                     {{"Ada Lovelace", "ADA@example.org", "", "Square 13", "", ""},
                                      {"Ada King", "ada@example.org", "", "", "", ""}});
        // Two people of one address are two people.
        QCOMPARE(figures(report), std::string{"2 rows, 1 new, 1 changed, 0 same, 0 refused"});
        const PersonCard ada = found(house, "lovelace");
        QCOMPARE(ada.address, std::string{"Square 13"});
        QCOMPARE(ada.details.phone, std::string{"030 1234567"});
    }

    void whoComesTwiceIsOneWhereverAStepEnds()
    {
        const std::vector<std::vector<std::string>> pair{{"Ann Lee", "ann@example.org", "030 1234",
                                                          "", "", ""},
                                                         {"Ann Lee", "", "030 1234", "Square 1", "",
                                                          ""}};
        for (const std::size_t between : {std::size_t{0}, kImportStep}) {
            CounterFixture house;
            std::vector<std::vector<std::string>> people{pair.front()};
            for (std::size_t i = 0; i < between; ++i) {
                people.push_back(
                    {"Person " + std::to_string(i), std::to_string(i) + "@example.org"});
            }
            people.push_back(pair.back());
            const std::string expected = std::to_string(people.size()) + " rows, " +
                std::to_string(between + 1) + " new, 1 changed, 0 same, 0 refused";
            QCOMPARE(figures(*checkCustomerImport(house.counter(), rowsFrom(people), terms())),
                     expected);
            QCOMPARE(figures(imported(house, people)), expected);
            QCOMPARE(found(house, "ann").address, std::string{"Square 1"});
        }
    }

    void whoGetsANewNumberIsKnownByItInTheNextRow()
    {
        CounterFixture house;
        imported(house, {{"Known", "known@example.org", "1234", "", "", ""}});
        const std::vector<std::vector<std::string>> people{
            {"Known", "known@example.org", "5678", "", "", ""},
            {"Known", "", "5678", "Square 2", "", ""},
            {"Known", "known@example.org", "", "Square 3", "", ""}};
        const std::string expected = "3 rows, 0 new, 3 changed, 0 same, 0 refused";
        QCOMPARE(figures(*checkCustomerImport(house.counter(), rowsFrom(people), terms())),
                 expected);
        QCOMPARE(figures(imported(house, people)), expected);
        QCOMPARE(found(house, "known").address, std::string{"Square 3"});
    }

    void undoingTakesBackWhatWasNotUsedSince()
    {
        CounterFixture house;
        const auto before = imported(house, {{"Known", "known@example.org", "1234", "", "", ""}});
        const auto report = imported(house,
                                     {{"Known", "known@example.org", "5678", "", "Press", "yes"},
                                      {"Buys", "buys@example.org", "", "", "", ""},
                                      {"Edited", "edited@example.org", "", "", "", ""},
                                      {"Unused", "unused@example.org", "", "Far", "", ""}});
        SaleRequest request = house.request({house.standing()});
        request.customer = found(house, "buys").id;
        QVERIFY(sell(house.counter(), request));
        house.clock().pass(1'000);
        QVERIFY(editCustomer(house.counter(), found(house, "edited").id, {.notes = {"Hello"}}));
        const auto undone = undoCustomerImport(house.counter(), report.id);
        QVERIFY(undone);
        QCOMPARE(undone->removed, std::size_t{2});
        QCOMPARE(undone->kept, std::size_t{2});
        for (int round = 0; round < 2; ++round) {
            const PersonCard known = found(house, "known");
            QCOMPARE(known.details.phone, std::string{"1234"});
            QVERIFY(known.tags.empty());
            QVERIFY(known.consents.empty());
            QVERIFY(found(house, "unused").id.isNil());
            QVERIFY(!found(house, "buys").id.isNil());
            QVERIFY(!found(house, "edited").id.isNil());
            QVERIFY(house.reopen());
        }
        QCOMPARE(undoCustomerImport(house.counter(), report.id).error().code,
                 std::string{"import_undone"});
        const auto imports = customerImports(house.counter());
        QCOMPARE(imports->size(), std::size_t{2});
        QVERIFY(imports->front().isUndone && imports->back().id == before.id);
        QCOMPARE(verifyJournal(house.counter())->findings.size(), std::size_t{0});
    }

    void undoingPutsBackWhatTwoRowsChangedOneAfterTheOther()
    {
        CounterFixture house;
        imported(house, {{"Known", "known@example.org", "1234", "", "", ""}});
        const auto report = imported(house,
                                     {{"Known", "known@example.org", "5678", "", "", ""},
                                      {"Known", "known@example.org", "9999", "", "", ""}});
        QCOMPARE(figures(report), std::string{"2 rows, 0 new, 2 changed, 0 same, 0 refused"});
        QCOMPARE(found(house, "known").details.phone, std::string{"9999"});
        QCOMPARE(undoCustomerImport(house.counter(), report.id)->removed, std::size_t{1});
        QCOMPARE(found(house, "known").details.phone, std::string{"1234"});
        // What somebody wrote since stays.
        const auto again = imported(house,
                                    {{"Known", "known@example.org", "5678", "", "", ""},
                                     {"Known", "known@example.org", "9999", "", "", ""}});
        house.clock().pass(60'000);
        CardChange edit;
        edit.phone = "4321";
        QVERIFY(editCustomer(house.counter(), found(house, "known").id, edit));
        QCOMPARE(undoCustomerImport(house.counter(), again.id)->kept, std::size_t{1});
        QCOMPARE(found(house, "known").details.phone, std::string{"4321"});
    }

    void anImportThatWasStoppedGoesOnWhereItWas()
    {
        CounterFixture house;
        std::vector<std::vector<std::string>> people;
        for (std::size_t i = 0; i < 3 * kImportStep; ++i) {
            people.push_back({"Person " + std::to_string(i), std::to_string(i) + "@example.org"});
        }
        CustomerImportTerms first = terms();
        first.goOn = [](std::size_t rows) { return rows < 2 * kImportStep; };
        const auto begun = importCustomers(house.counter(), rowsFrom(people), first);
        QVERIFY(begun->isStopped);
        QCOMPARE(begun->added, 2 * kImportStep);
        CustomerImportTerms second = terms();
        second.continues = begun->id;
        const auto done = importCustomers(house.counter(), rowsFrom(people), second);
        QCOMPARE(done->added, kImportStep);
        QCOMPARE(done->same, 2 * kImportStep);
        const auto undone = undoCustomerImport(house.counter(), begun->id);
        QCOMPARE(undone->removed, 3 * kImportStep);
        QCOMPARE(listCustomers(house.counter(), {})->known, std::size_t{0});
    }

    void betweenTwoStepsOthersGoOnWithTheSameCustomers()
    {
        CounterFixture house;
        std::vector<std::vector<std::string>> people;
        for (std::size_t i = 0; i < kImportStep; ++i) {
            people.push_back({"Person " + std::to_string(i), std::to_string(i) + "@example.org"});
        }
        people[3] = {"Gone Soon", "gone@example.org"};
        people.push_back({"Late", "late@example.org"});
        people.push_back({"Gone Soon", "gone@example.org", "", "Square 3"});
        people.push_back({"Gone Soon", "gone@example.org", "030 1234"});
        const NextRow rows = rowsFrom(people);
        auto run = CustomerImportRun::begin(house.counter(), terms(), false);
        QVERIFY(run.has_value());
        QVERIFY(*run->step(rows));
        QCOMPARE(listCustomers(house.counter(), {})->known, kImportStep);
        QVERIFY(house.sell({house.standing()}).has_value());
        const CardChange late{.name = "Late", .email = "late@example.org"};
        QVERIFY(addCustomer(house.counter(), late).has_value());
        QVERIFY(eraseCustomer(house.counter(), found(house, "gone").id).has_value());
        QVERIFY(!*run->step(rows));
        QCOMPARE(figures(run->report()),
                 std::string{"503 rows, 501 new, 1 changed, 1 same, 0 refused"});
        QVERIFY(!run->report().isStopped);
        QCOMPARE(found(house, "late").details.email, std::string{"late@example.org"});
        QCOMPARE(found(house, "gone").address, std::string{"Square 3"});
        QCOMPARE(found(house, "gone").details.phone, std::string{"030 1234"});
        QCOMPARE(verifyJournal(house.counter())->findings.size(), std::size_t{0});
    }

    void anImportEndsWithTheSignInOfWhoeverBeganIt()
    {
        constexpr const char* kPassword = "a long way to tipperary";
        CounterFixture house;
        AccessControl& access = house.counter().access();
        access.setPasswordCost({1, 8});
        QVERIFY(addUser(house.counter(), {"Ada", "administrator", kPassword, "271828"}));
        QVERIFY(access.signIn("Ada", kPassword));
        auto run = CustomerImportRun::begin(house.counter(), terms(), false);
        QVERIFY(run.has_value());
        access.lock(); // the window locks itself where nobody touches it, and the import goes on
        std::vector<std::vector<std::string>> people(kImportStep, {"Ann", "ann@example.org"});
        QVERIFY(*run->step(rowsFrom(people)));
        QVERIFY(access.unlock(kPassword));
        access.signOut("asked");
        QVERIFY(!*run->step(rowsFrom({{"Bea", "bea@example.org"}})));
        QVERIFY(run->report().isStopped);
        QCOMPARE(run->report().rows, kImportStep);
        QVERIFY(access.signIn("Ada", kPassword));
        QCOMPARE(listCustomers(house.counter(), {})->known, std::size_t{1});
    }

    void aTableThatNamesNobodyIsRefused()
    {
        CounterFixture house;
        CustomerImportTerms none = terms();
        none.mapping = proposeMapping({"Shoe size"}, customerTableFields());
        QCOMPARE(importCustomers(house.counter(), rowsFrom({}), none).error().code,
                 std::string{"mapping_missing"});
        CustomerImportTerms few = terms();
        few.rowsMax = 1;
        QCOMPARE(importCustomers(house.counter(), rowsFrom(kPeople), few).error().code,
                 std::string{"too_many_rows"});
    }
};

QTEST_GUILESS_MAIN(CustomerImportTest)
#include "test_customer_import.moc"
