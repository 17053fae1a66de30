// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/access/access_entries.h"
#include "core/services/access_control.h"
#include "core/services/catalogue.h"
#include "core/services/counter.h"
#include "core/services/customers.h"
#include "core/services/gate.h"
#include "core/services/integrity.h"
#include "core/services/operator_cards.h"
#include "core/services/people.h"
#include "core/services/sales.h"
#include "core/services/ticket_codes.h"
#include "core/services/users.h"
#include "tests/support/counter_fixture.h"

#include <QFile>
#include <QTest>

#include <rapidcheck.h>

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr const char* kPassword = "a long way to tipperary";
constexpr const char* kPin = "271828";
constexpr std::int64_t kMinuteMs = 60'000;

/// A house with one user of each role, all with kPin, the administrator with kPassword too.
/// Hashing costs next to nothing here, so that the tests say what they check and not how long it
/// takes.
struct StaffedHouse : CounterFixture {
    StaffedHouse()
    {
        cheap();
        add("Ada", "administrator", kPassword);
        signIn("Ada", kPassword);
        for (const char* role : {"clerk", "supervisor", "door", "organizer"}) {
            add(role, role, {});
        }
        counter().access().signOut("asked");
    }
    void cheap() { counter().access().setPasswordCost({1, 8}); }
    UserId add(const std::string& name, const std::string& role, const std::string& password)
    {
        const auto added = addUser(counter(), {name, role, password, kPin});
        if (!added) {
            qFatal("%s", added.error().message.c_str());
        }
        return *added;
    }
    void signIn(const std::string& name, const std::string& secret = kPin)
    {
        if (const auto in = counter().access().signIn(name, secret); !in) {
            qFatal("%s", in.error().message.c_str());
        }
    }
    /// A place to stand for an adult, paid by card: cash would need an open shift.
    Result<Order> sell(std::vector<CartItem> items)
    {
        SaleRequest wanted = request(std::move(items));
        wanted.tenders = {
            {PaymentMethod::CardTerminal, Money{1'300, *Currency::fromCode("EUR")}, "4711"}};
        return foyer::sell(counter(), wanted);
    }
    /// How often an entry of a kind was written, and the last one.
    int count(const std::string& kind, Entry* last = nullptr)
    {
        int found = 0;
        readEntries(counter().database(), counter().organizer(), [&](const Entry& entry) {
            if (entry.kind == kind) {
                ++found;
                if (last != nullptr) {
                    *last = entry;
                }
            }
            return true;
        });
        return found;
    }
};

} // namespace

class AccessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aHouseWithoutUsersIsOpen()
    {
        CounterFixture house;
        QVERIFY(house.counter().access().isOpenHouse());
        QVERIFY(house.sell({house.standing()}).has_value());
    }

    void theFirstUserMustBeAnAdministrator()
    {
        CounterFixture house;
        house.counter().access().setPasswordCost({1, 8});
        QCOMPARE(codeOf(addUser(house.counter(), {"Kim", "clerk", {}, kPin})),
                 std::string{"first_administrator"});
        QVERIFY(house.counter().access().isOpenHouse());
        QVERIFY(addUser(house.counter(), {"Ada", "administrator", kPassword, {}}).has_value());
        QCOMPARE(codeOf(house.sell({house.standing()})), std::string{"not_signed_in"});
    }

    void everyVerbAsksForItsPermission()
    {
        StaffedHouse house;
        Counter& counter = house.counter();
        house.signIn("Ada", kPassword);
        const auto order = house.sell({house.standing()});
        QVERIFY(order.has_value());
        const auto customer = CustomerId{Uuid::v7(house.clock().now(), house.random())};
        const struct {
            const char* name;
            Permission permission;
            std::function<std::string()> act;
        } verbs[] = {
            {"sell", Permission::Sell, [&] { return codeOf(house.sell({house.standing()})); }},
            {"findOrder", Permission::ReadOrders,
             [&] { return codeOf(findOrder(counter, order->code)); }},
            {"voidOrder", Permission::VoidOrder,
             [&] { return codeOf(voidOrder(counter, order->code, "typo")); }},
            {"scan", Permission::Admit, [&] { return codeOf(scan(counter, "x", "A")); }},
            {"importPlan", Permission::EditCatalogue,
             [&] {
                 SeatingPlan plan = smallPlan();
                 plan.name = "Another room";
                 return codeOf(importPlan(counter, plan));
             }},
            {"importSeason", Permission::EditCatalogue,
             [&] { return codeOf(importSeason(counter, smallSeason(1, 10))); }},
            {"findCustomers", Permission::ReadCustomers,
             [&] { return codeOf(findCustomers(counter, "a")); }},
            {"eraseCustomer", Permission::EraseCustomers,
             [&] { return codeOf(eraseCustomer(counter, customer)); }},
            {"addUser", Permission::EditUsers,
             [&] {
                 return codeOf(addUser(counter, {"New", "clerk", {}, kPin}));
             }},
            {"changeUser", Permission::EditUsers,
             [&] { return codeOf(changeUser(counter, UserId{customer.uuid}, {})); }},
            {"changeRole", Permission::EditUsers,
             [&] { return codeOf(changeRole(counter, *builtInRoleNamed("clerk"))); }},
            {"verifyJournal", Permission::RunCounter,
             [&] { return codeOf(verifyJournal(counter)); }},
            {"rebuildProjections", Permission::RunCounter,
             [&] { return codeOf(rebuildProjections(counter)); }},
            {"keyOverview", Permission::RunCounter, [&] { return codeOf(keyOverview(counter)); }},
        };
        // Somebody who may do everything but this one thing.
        for (const auto& verb : verbs) {
            Role nearly{.id = builtInRoleNamed("clerk")->id,
                        .name = "clerk",
                        .permissions = PermissionSet{}.set(),
                        .limits = {AccessLimits::kNone, AccessLimits::kNone}};
            nearly.permissions.reset(static_cast<std::size_t>(verb.permission));
            // A verb may read an order to do its work.
            house.signIn("Ada", kPassword);
            QVERIFY(changeRole(counter, nearly).has_value());
            house.signIn("clerk");
            const int denied = house.count(kind::kAccessDenied);
            QCOMPARE(verb.act(), std::string{"not_permitted"});
            Entry last;
            QVERIFY2(house.count(kind::kAccessDenied, &last) == denied + 1, verb.name);
            QVERIFY(last.actor == counter.access().current()->user);
            const auto body = decodeCbor(last.body);
            QCOMPARE(decodeAccessDenied(*body)->what, std::string{permissionName(verb.permission)});
            counter.access().signOut("asked");
            QCOMPARE(verb.act(), std::string{"not_signed_in"});
        }
    }

    void whatSomebodyDoesCarriesTheirName()
    {
        StaffedHouse house;
        house.signIn("clerk");
        QVERIFY(house.sell({house.standing()}).has_value());
        Entry placed;
        QCOMPARE(house.count(kind::kOrderPlaced, &placed), 1);
        QVERIFY(placed.actor == house.counter().access().current()->user);
        QVERIFY(!placed.actor.isNil());
    }

    void aWrongSecretSaysNothingAboutTheName()
    {
        StaffedHouse house;
        AccessControl& access = house.counter().access();
        const auto wrong = access.signIn("clerk", "314159");
        const auto nobody = access.signIn("nobody", "314159");
        QVERIFY(!wrong && !nobody);
        QVERIFY(wrong.error() == nobody.error());
        QCOMPARE(house.count(kind::kAccessDenied), 2);
        QVERIFY(!access.current());
    }

    void namesAreFoundWithoutCaseAndAccents()
    {
        StaffedHouse house;
        house.signIn("Ada", kPassword);
        house.add("Zoë Müller", "clerk", {});
        QVERIFY(house.counter().access().signIn("zoe muller", kPin).has_value());
        house.signIn("Ada", kPassword);
        QCOMPARE(codeOf(addUser(house.counter(), {"ZOE MÜLLER", "clerk", {}, kPin})),
                 std::string{"name_taken"});
    }

    void tryingSecretsTakesLongerAndLonger()
    {
        StaffedHouse house;
        const auto access = [&]() -> AccessControl& { return house.counter().access(); };
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(codeOf(access().signIn("clerk", "314159")), std::string{"wrong_secret"});
        }
        QCOMPARE(codeOf(access().signIn("clerk", kPin)), std::string{"too_many_tries"});
        // Others are not concerned, and starting again gives no new tries.
        QVERIFY(access().signIn("door", kPin).has_value());
        QVERIFY(house.reopen().has_value());
        house.cheap();
        const auto refusal = access().signIn("clerk", kPin);
        QCOMPARE(codeOf(refusal), std::string{"too_many_tries"});
        QCOMPARE(refusal.error().facts.front(), std::string{"30"});
        house.clock().pass(30'000);
        QCOMPARE(codeOf(access().signIn("clerk", "314159")), std::string{"wrong_secret"});
        house.clock().pass(30'000);
        QCOMPARE(codeOf(access().signIn("clerk", kPin)), std::string{"too_many_tries"});
        house.clock().pass(30'000);
        QVERIFY(access().signIn("clerk", kPin).has_value());
        // Right once, and the count starts anew.
        QCOMPARE(codeOf(access().signIn("clerk", "314159")), std::string{"wrong_secret"});
        QVERIFY(access().signIn("clerk", kPin).has_value());
    }

    void aLockedCounterDoesNothingAndForgetsNothing()
    {
        StaffedHouse house;
        house.signIn("clerk");
        AccessControl& access = house.counter().access();
        access.lock();
        QCOMPARE(codeOf(house.sell({house.standing()})), std::string{"locked"});
        QCOMPARE(codeOf(access.unlock("314159")), std::string{"wrong_secret"});
        QVERIFY(access.unlock(kPin).has_value());
        QVERIFY(house.sell({house.standing()}).has_value());
        QCOMPARE(access.current()->name, std::string{"clerk"});
    }

    void aSupervisorApprovesOneActOnce()
    {
        StaffedHouse house;
        AccessControl& access = house.counter().access();
        house.signIn("clerk");
        const ActSize much{.refundMinor = 10'000};
        QCOMPARE(codeOf(access.permit(Permission::Refund, much)), std::string{"over_limit"});
        QCOMPARE(codeOf(access.approve("clerk", kPin,
                                       AccessControl::Approvable{Permission::Refund, much})),
                 std::string{"own_approval"});
        QCOMPARE(codeOf(access.approve("door", kPin,
                                       AccessControl::Approvable{Permission::Refund, much})),
                 std::string{"not_permitted"});
        const AccessControl::Approvable act{Permission::Refund, much};
        QVERIFY(access.approve("supervisor", kPin, act).has_value());
        QVERIFY(!access.permit(Permission::Complimentary)); // approved was something else
        const auto permit = access.permit(Permission::Refund, much);
        QVERIFY(permit && permit->approver() == access.userNamed("supervisor")->id);
        QVERIFY(permit->actor() == access.userNamed("clerk")->id);
        QCOMPARE(codeOf(access.permit(Permission::Refund, much)), std::string{"over_limit"});
        // More than was approved, or too late.
        QVERIFY(access.approve("supervisor", kPin, act).has_value());
        QVERIFY(!access.permit(Permission::Refund, {.refundMinor = 10'001}));
        house.clock().pass(3 * kMinuteMs);
        QCOMPARE(codeOf(access.permit(Permission::Refund, much)), std::string{"over_limit"});
    }

    void anApprovalIsTheFirstEntryOfItsAct()
    {
        StaffedHouse house;
        house.signIn("door");
        AccessControl& access = house.counter().access();
        QCOMPARE(codeOf(house.sell({house.standing()})), std::string{"not_permitted"});
        QVERIFY(access.approve("supervisor", kPin).has_value());
        QVERIFY(house.sell({house.standing()}).has_value());
        Entry approved;
        Entry placed;
        QCOMPARE(house.count(kind::kActApproved, &approved), 1);
        house.count(kind::kOrderPlaced, &placed);
        QVERIFY(approved.sequence < placed.sequence);
        const auto body = decodeActApproved(*decodeCbor(approved.body));
        QVERIFY(body->by == access.userNamed("supervisor")->id);
        QVERIFY(body->permission == Permission::Sell);
    }

    void limitsAreKept()
    {
        StaffedHouse house;
        AccessControl& access = house.counter().access();
        house.signIn("clerk");
        const std::int64_t limit = access.current()->role.limits.refundMinor;
        QVERIFY(limit > 0);
        QVERIFY(rc::check("a refund is permitted exactly up to the limit", [&] {
            const auto amount = *rc::gen::inRange<std::int64_t>(0, 3 * limit);
            RC_ASSERT(access.may(Permission::Refund, {.refundMinor = amount}) == (amount <= limit));
        }));
        house.signIn("supervisor");
        QVERIFY(access.may(Permission::Refund, {.refundMinor = INT64_MAX}));
    }

    void theLastAdministratorStays()
    {
        StaffedHouse house;
        house.signIn("Ada", kPassword);
        Counter& counter = house.counter();
        const UserId ada = counter.access().userNamed("Ada")->id;
        QCOMPARE(codeOf(changeUser(counter, ada, {.active = false})),
                 std::string{"last_administrator"});
        QCOMPARE(codeOf(changeUser(counter, ada, {.role = "clerk"})),
                 std::string{"last_administrator"});
        const UserId clerk = counter.access().userNamed("clerk")->id;
        QVERIFY(changeUser(counter, clerk, {.role = "administrator"}).has_value());
        QVERIFY(changeUser(counter, ada, {.active = false}).has_value());
        QVERIFY(!counter.access().current()); // whoever is switched off is signed out
        QCOMPARE(codeOf(counter.access().signIn("Ada", kPassword)), std::string{"disabled"});
        const Role* administrator = builtInRoleNamed("administrator");
        house.signIn("clerk");
        QCOMPARE(codeOf(changeRole(counter, *administrator)), std::string{"administrator_stays"});
    }

    void everybodyChangesTheirOwnSecret()
    {
        StaffedHouse house;
        house.signIn("door");
        Counter& counter = house.counter();
        QCOMPARE(codeOf(changeOwnSecret(counter, "314159", {.pin = "161803"})),
                 std::string{"wrong_secret"});
        QCOMPARE(codeOf(changeOwnSecret(counter, kPin, {.pin = "123456"})),
                 std::string{"weak_pin"});
        QVERIFY(
            changeOwnSecret(counter, kPin, {.role = "administrator", .pin = "161803"}).has_value());
        QCOMPARE(counter.access().current()->role.name, std::string{"door"}); // nothing else
        QVERIFY(counter.access().signIn("door", "161803").has_value());
        QCOMPARE(codeOf(counter.access().signIn("door", kPin)), std::string{"wrong_secret"});
    }

    void badSecretsAreRefused()
    {
        for (const char* pin :
             {"", "12345", "1234567", "12345a", "111111", "123456", "098765", "890123", "654321"}) {
            QVERIFY2(!checkPin(pin), pin);
        }
        QVERIFY(checkPin("271828").has_value());
        QVERIFY(!checkPassword("short", "Ada"));
        QVERIFY(!checkPassword(std::string(200, 'x'), "Ada"));
        QVERIFY(!checkPassword("aaaaaaaaaaaaaaaa", "Ada"));
        QVERIFY(!checkPassword("Ada Lovelace of London", "Ada Lovelace of London"));
        QVERIFY(checkPassword(kPassword, "Ada").has_value());
    }

    void aStolenDatabaseHoldsNoHashOfAPin()
    {
        if (isOnPostgres()) {
            QSKIP("It reads the file of the database.");
        }
        StaffedHouse house;
        house.close();
        QFile file{QString::fromStdString(house.file())};
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.contains("supervisor")); // the users are in it
        QVERIFY(!bytes.contains("$argon2"));
    }

    void somebodyOfAnotherCounterSignsInByTheirCardAsFarAndAsLongAsItGoes()
    {
        StaffedHouse house;
        Counter& counter = house.counter();
        // As another counter wrote it: its seal does not open here.
        User eve{.id = UserId{Uuid::v7(house.clock().now(), house.random())},
                 .name = "Eve",
                 .role = builtInRoleNamed("administrator")->id,
                 .active = true,
                 .sealedPassword = {},
                 .sealedPin = Bytes(80, 7)};
        Journal::Act act{counter.journal(), Permit::ofProgram()};
        act.append(kind::kUserEdited, encode(editOf(eve)));
        act.commit();
        counter.access().reload();
        QCOMPARE(codeOf(counter.access().signIn("Eve", "471193")), std::string{"wrong_secret"});

        const SigningKey authority{SecretBytes::random(kSeedSize, house.random())};
        const People people = readPeople(counter.database(), counter.organizer());
        const OperatorCard card = issueCard(*people.find(eve.id),
                                            {.organizer = counter.organizer(),
                                             .device = counter.replica(),
                                             .lifeMs = 60 * kMinuteMs,
                                             .refundMinorMax = 500,
                                             .passwordVerifier = {},
                                             .pinVerifier = hashPassword("471193", {1, 8})},
                                            authority, house.clock().now(), house.random());
        counter.access().useCards({{eve.id, card}});
        QCOMPARE(codeOf(counter.access().signIn("Eve", "471194")), std::string{"wrong_secret"});
        QCOMPARE(codeOf(counter.access().signIn("Eve", "471193")), std::string{"done"});
        Entry entry;
        QVERIFY(house.count(kind::kUserSignedIn, &entry) > 0);
        QCOMPARE(decodeUserSigned(*decodeCbor(entry.body))->how, "card:" + card.id.text());
        QVERIFY(house.sell({house.standing()}).has_value());
        QVERIFY(!counter.access().may(Permission::EditUsers));
        QVERIFY(counter.access().may(Permission::Refund, {.refundMinor = 500}));
        QVERIFY(!counter.access().may(Permission::Refund, {.refundMinor = 501}));
        counter.access().reload(); // what the journal says meanwhile does not make it more
        QVERIFY(!counter.access().may(Permission::EditUsers));
        house.clock().pass(60 * kMinuteMs);
        QCOMPARE(codeOf(house.sell({house.standing()})), std::string{"card_expired"});
        counter.access().signOut("asked");
        QCOMPARE(codeOf(counter.access().signIn("Eve", "471193")), std::string{"card_expired"});
        QCOMPARE(codeOf(counter.access().signIn("Eve", "471194")), std::string{"wrong_secret"});
        // Cards live by the server's time, and that does not go back.
        counter.access().useServerTime(30 * kMinuteMs, Instant{0});
        QCOMPARE(codeOf(counter.access().signIn("Eve", "471193")), std::string{"done"});
        counter.access().useServerTime(30 * kMinuteMs, card.validUntil);
        QCOMPARE(codeOf(house.sell({house.standing()})), std::string{"card_expired"});
        counter.access().useServerTime(120 * kMinuteMs, Instant{0});
        QCOMPARE(codeOf(counter.access().signIn("Eve", "471193")),
                 std::string{"card_not_yet_valid"});
        counter.access().useCards({});
        QCOMPARE(codeOf(counter.access().signIn("Eve", "471193")), std::string{"card_missing"});
        house.signIn("clerk"); // who is known here needs no card
        QVERIFY(house.sell({house.standing()}).has_value());
    }

    void usersAndRolesSurviveARebuildAndMergeByField()
    {
        StaffedHouse house;
        house.signIn("Ada", kPassword);
        Counter& counter = house.counter();
        Role clerk = counter.access().roles().at(builtInRoleNamed("clerk")->id);
        clerk.limits.refundMinor = 77;
        clerk.permissions.reset(static_cast<std::size_t>(Permission::VoidOrder));
        QVERIFY(changeRole(counter, clerk).has_value());
        QVERIFY(rebuildProjections(counter).has_value());
        QVERIFY(house.reopen().has_value());
        const auto& roles = house.counter().access().roles();
        QCOMPARE(roles.at(clerk.id).limits.refundMinor, std::int64_t{77});
        QVERIFY(!roles.at(clerk.id).may(Permission::VoidOrder));
        QVERIFY(roles.at(clerk.id).may(Permission::Sell));
        house.cheap();
        house.signIn("Ada", kPassword);
        QVERIFY(verifyJournal(house.counter())->findings.empty());
    }

    void entriesSayTheSameAfterReadingThem()
    {
        const UserId user{Uuid::v8({1, 2, 3})};
        const AccessDenied denied{"order.refund", "over_limit", user};
        QVERIFY(decodeAccessDenied(*decodeCbor(encode(denied))).value() == denied);
        const ActApproved approved{Permission::Refund, user};
        QVERIFY(decodeActApproved(*decodeCbor(encode(approved))).value() == approved);
        const UserSigned entry{user, "pin"};
        QVERIFY(decodeUserSigned(*decodeCbor(encode(entry))).value() == entry);
        for (const Permission permission : allPermissions()) {
            QVERIFY(permissionNamed(permissionName(permission)) == permission);
        }
    }
};

QTEST_GUILESS_MAIN(AccessTest)
#include "test_access.moc"
