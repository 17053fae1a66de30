// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/access/access_entries.h"
#include "core/services/authority/device_office.h"
#include "core/services/gate.h"
#include "core/services/payouts.h"
#include "core/services/rights_return.h"
#include "core/services/ticket_codes.h"
#include "core/storage/feed_store.h"
#include "core/storage/rights_store.h"
#include "sync/client/server_money.h"
#include "sync/server/feed/authority_desk.h"
#include "sync/server/http/router.h"
#include "tests/support/losing_line.h"
#include "tests/support/staffed_house.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace foyer;
using namespace foyer::test;
using sync::ServerAdministration;
using sync::ServerDevice;

namespace {

ServerDevice deviceNamed(ServerAdministration& server, const std::string& name)
{
    const auto devices = server.devices();
    ENSURE(devices.has_value());
    const auto device = ServerAdministration::named(*devices, name);
    ENSURE(device.has_value());
    return *device;
}

const std::string kTooLong(201, 'x'); // for a reason

std::int64_t seatsHeld(const ServerDevice& device)
{
    std::int64_t seats = 0;
    for (const auto& held : device.held) {
        seats += held.quota ? 0 : held.left;
    }
    return seats;
}

std::int64_t rightsHeld(const ServerDevice& device, QuotaId quota)
{
    const auto held =
        std::ranges::find(device.held, std::optional{quota}, &ServerDevice::Held::quota);
    return held != device.held.end() ? held->left : 0;
}

/// The quota over everything of the only performance.
Quota wholeQuota(Till& till)
{
    const auto offer = offerOf(*till.counter, till.performance());
    ENSURE(offer.has_value());
    return *std::ranges::max_element((*offer)->quotas, {}, &Quota::capacity);
}

RightsWish some(Till& till, ReplicaId holder, QuotaId quota, std::int64_t rights)
{
    return {Uuid::v7(till.clock.now(), till.random), holder, {{quota, rights, rights}}, {}};
}

RightsWish seats(Till& till, ReplicaId holder, std::vector<SeatRange> which)
{
    return {Uuid::v7(till.clock.now(), till.random),
            holder,
            {},
            {{till.performance(), std::move(which), 0}}};
}

sync::HttpRequest requestOf(const server::Route& route, const std::string& device,
                            const std::string& user)
{
    sync::HttpRequest request;
    request.method = route.method;
    request.path = route.path;
    request.accept = route.answers.front();
    for (const auto& [name, value] : {std::pair{"{device}", device}, std::pair{"{user}", user},
                                      std::pair{"{job}", user}, std::pair{"{payment}", user}}) {
        if (const auto at = request.path.find(name); at != std::string::npos) {
            request.path.replace(at, std::string_view{name}.size(), value);
        }
    }
    if (route.bodyMax > 0) {
        request.contentType = route.accepts.front();
        request.body = Bytes{'{', '}'};
    }
    return request;
}

} // namespace

class AdministrationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anAdministratorSeesEveryDeviceAndWhatItHolds()
    {
        StaffedJoinedHouse house;
        house.joinSecond();
        QVERIFY(house.second.talk->exchange());
        auto server = house.administrator();
        const ServerDevice first = deviceNamed(server, "counter 1");
        const ServerDevice second =
            deviceNamed(server, house.second.counter->replica().text().substr(0, 13));
        QCOMPARE(first.id, house.first.counter->replica());
        QCOMPARE(first.state, std::string{"active"});
        QCOMPARE(first.lastSequence, house.first.counter->journal().head().sequence);
        QCOMPARE(first.lastSeenAt, toRfc3339(house.server().clock().now()));
        QCOMPARE(seatsHeld(first), std::int64_t{kSmallSeats});
        const Quota quota = wholeQuota(house.first);
        QCOMPARE(rightsHeld(first, quota.id), quota.capacity - 1); // one was sold
        QCOMPARE(second.name, std::string{"Counter 2"});
        QVERIFY(second.held.empty());
        const auto devices = server.devices();
        QCOMPARE(codeOf(ServerAdministration::named(*devices, "Counter 9")),
                 std::string{"unknown_device"});
    }

    void whenADeviceCalledLastOutlivesARestart()
    {
        StaffedJoinedHouse house;
        const Instant called = house.server().clock().now();
        house.server().restart();
        house.server().clock().pass(60'000);
        const auto known =
            readDevice(house.serverDatabase(), house.organizer(), house.first.counter->replica());
        QVERIFY(known && known->lastSeenAt == called);
    }

    void aClerkMayNothingOfItAndTheTryIsKept()
    {
        StaffedJoinedHouse house;
        QVERIFY(house.first.session->signIn("Kim", kKimPin));
        int tried = 0;
        for (const server::Route& route : house.server().server().router().routes()) {
            if (route.access.kind() != server::Access::Kind::Permission) {
                continue;
            }
            const auto request =
                requestOf(route, house.first.counter->replica().text(), house.kim.text());
            QCOMPARE(codeOf(house.first.session->sendAsUser(request)),
                     std::string{"not_permitted"});
            // A device by itself may not, either.
            QCOMPARE(codeOf(house.first.session->send(request)), std::string{"not_permitted"});
            ++tried;
        }
        QVERIFY(tried >= 8);
        const auto kept = house.entriesOf(kind::kAccessDenied);
        QCOMPARE(kept.size(), std::size_t{5}); // once a minute for each permission
        std::vector<std::string> whats;
        for (const Entry& entry : kept) {
            const auto denied = decodeAccessDenied(*decodeCbor(entry.body));
            QCOMPARE(denied->who, house.kim);
            whats.push_back(denied->what);
        }
        std::ranges::sort(whats);
        QCOMPARE(whats,
                 (std::vector<std::string>{"counter.run", "customer.erase", "incident.resolve",
                                           "report.read", "user.edit"}));
    }

    void anAdministratorAgreesOnACommissionAndPaysOut()
    {
        StaffedJoinedHouse house;
        (void)house.administrator(); // signs her in
        sync::ServerMoney money{*house.first.session};
        const Currency euro = *Currency::fromCode("EUR");
        QCOMPARE(codeOf(money.setCommission({euro, 100'001, 0}, {})),
                 std::string{"bad_commission"});
        QCOMPARE(codeOf(money.setCommission({euro, 2'500, 30},
                                            Instant{house.server().clock().now().ms - 1})),
                 std::string{"commission_in_past"});
        QCOMPARE(codeOf(money.setCommission({euro, 2'500, 30}, {})), std::string{"done"});
        QCOMPARE(codeOf(money.makePayouts(Instant{house.server().clock().now().ms + 60'000}, {})),
                 std::string{"until_ahead"});
        // One was sold before anything was agreed: it is counted, and nothing is owed for it.
        const auto made = money.makePayouts({}, {});
        QCOMPARE(codeOf(made), std::string{"done"});
        QCOMPARE(made->size(), std::size_t{1});
        QVERIFY(made->front().number.starts_with("PO-"));
        QCOMPARE(made->front().paid, std::string{"0.00"});
        house.server().clock().pass(60'000);
        QCOMPARE(codeOf(money.makePayouts({}, {})), std::string{"payout_empty"});
        QVERIFY(house.first.talk->exchange());
        const auto known = payouts(*house.first.counter);
        QVERIFY(known && known->size() == 1);
        QCOMPARE(known->front().made.number, made->front().number);
        QCOMPARE(known->front().made.performances.at(0).sold, std::int64_t{1});
        const auto agreed = commissions(*house.first.counter);
        QVERIFY(agreed && agreed->size() == 1);
        QVERIFY(!agreed->front().madeBy.empty());
        // Nothing is compared without a provider.
        const auto report = money.report(Instant{0}, Instant{86'400'000});
        QVERIFY(report && report->days.empty() && report->cases.empty());
        QCOMPARE(codeOf(money.report(Instant{0}, Instant{500LL * 86'400'000})),
                 std::string{"bad_range"});
        QVERIFY(money.accounts() && money.accounts()->empty());
    }

    void aCodeLetsANewCounterJoinAndIsKeptWithWhoHadItMade()
    {
        StaffedJoinedHouse house;
        auto server = house.administrator();
        QCOMPARE(codeOf(server.makeCode("  ")), std::string{"bad_name"});
        const auto code = server.makeCode("Foyer gate");
        QCOMPARE(codeOf(code), std::string{"done"});
        const auto typed = protocol::EnrolmentCode::fromTyped(*code);
        const Membership& known = *house.first.counter->membership();
        const std::string invitation = protocol::toText(
            protocol::EnrolmentInvitation{known.url, typed->text(),
                                          std::string{known.pin.begin(), known.pin.end()}});
        QCOMPARE(codeOf(sync::joinAsNew(house.second.path(), invitation, house.second.vault,
                                        house.second.clock, house.second.random)),
                 std::string{"done"});
        QCOMPARE(deviceNamed(server, "foyer gate").state, std::string{"active"});
        const auto kept = house.entriesOf(kind::kDeviceInvited);
        QCOMPARE(kept.size(), std::size_t{1});
        QCOMPARE(kept[0].actor, house.first.counter->access().current()->user);
        const auto invited = decodeDeviceInvited(*decodeCbor(kept[0].body));
        QCOMPARE(invited->name, std::string{"Foyer gate"});
        QVERIFY(house.server().log().find(typed->secret) == std::string::npos);
    }

    void rightsAreGivenAsManyAsAreSaidOnceAndWithWhoGaveThem()
    {
        StaffedJoinedHouse house;
        QVERIFY(returnRights(*house.first.counter, house.first.performance()));
        QVERIFY(house.first.talk->exchange());
        house.joinSecond();
        QVERIFY(house.second.talk->exchange());
        auto server = house.administrator();
        const Quota quota = wholeQuota(house.first);
        const ReplicaId second = house.second.counter->replica();
        const auto wish = some(house.first, second, quota.id, 7);
        for (int i = 0; i < 3; ++i) { // an answer was lost on the way
            const auto given = server.give(wish);
            QCOMPARE(codeOf(given), std::string{"done"});
            QCOMPARE(given->rights, std::int64_t{7});
        }
        QCOMPARE(rightsHeld(deviceNamed(server, "Counter 2"), quota.id), std::int64_t{7});
        QVERIFY(house.second.talk->exchange());
        QCOMPARE(readRights(house.second.counter->database(), house.organizer(), quota.id, second)
                     .left(),
                 std::int64_t{7});
        QCOMPARE(house.entriesOf(kind::kAllotmentGranted).back().actor,
                 house.first.counter->access().current()->user);
        const auto tooMany = server.give(some(house.first, second, quota.id, 1'000));
        QCOMPARE(codeOf(tooMany), std::string{"sold_out"});
        QVERIFY(tooMany.error().message.find(std::to_string(quota.capacity - 1 - 7)) !=
                std::string::npos);
        QCOMPARE(codeOf(server.give(some(house.first, ReplicaId{quota.id.uuid}, quota.id, 1))),
                 std::string{"unknown_device"});
        QCOMPARE(codeOf(server.give(
                     some(house.first, second, QuotaId{house.first.performance().uuid}, 1))),
                 std::string{"not_known"});
        QCOMPARE(codeOf(server.give(some(house.first, second, quota.id, 0))),
                 std::string{"bad_gift"});
    }

    void seatsAreGivenToOneHolderOnly()
    {
        StaffedJoinedHouse house;
        house.joinSecond();
        QVERIFY(house.second.talk->exchange());
        auto server = house.administrator();
        const ReplicaId second = house.second.counter->replica();
        QCOMPARE(codeOf(server.give(seats(house.first, second, {{0, 3}}))),
                 std::string{"seat_elsewhere"});
        QVERIFY(returnRights(*house.first.counter, house.first.performance()));
        QVERIFY(house.first.talk->exchange());
        const auto given = server.give(seats(house.first, second, {{0, 3}, {7, 7}}));
        QCOMPARE(codeOf(given), std::string{"done"});
        QCOMPARE(given->seats, std::string{"0-3,7"});
        const auto rest = server.give(seats(house.first, house.first.counter->replica(), {{3, 4}}));
        QCOMPARE(codeOf(rest), std::string{"done"});
        QCOMPARE(rest->seats, std::string{"4"});
        QCOMPARE(rest->missing, std::string{"3"});
        QCOMPARE(seatsHeld(deviceNamed(server, "Counter 2")), std::int64_t{5});
    }

    void whatIsRecalledComesBackWhenTheCounterHearsOfIt()
    {
        StaffedJoinedHouse house;
        auto server = house.administrator();
        const ReplicaId first = house.first.counter->replica();
        const PerformanceId performance = house.first.performance();
        const Quota quota = wholeQuota(house.first);
        QCOMPARE(codeOf(server.recall(first, performance, 0, "")), std::string{"reason_missing"});
        QCOMPARE(codeOf(server.recall(first, performance, 0, kTooLong)),
                 std::string{"reason_too_long"});
        QCOMPARE(codeOf(server.recall(first, PerformanceId{quota.id.uuid}, 0, "x")),
                 std::string{"unknown_performance"});
        QCOMPARE(codeOf(server.recall(first, performance, 4, "the other counter needs them")),
                 std::string{"done"});
        const ServerDevice asked = deviceNamed(server, "Counter 1");
        QVERIFY(std::ranges::all_of(asked.held, &ServerDevice::Held::isRecalled));
        QVERIFY(house.first.talk->exchange());
        const ServerDevice answered = deviceNamed(server, "Counter 1");
        QCOMPARE(rightsHeld(answered, quota.id), std::int64_t{4});
        QVERIFY(std::ranges::none_of(answered.held, &ServerDevice::Held::isRecalled));
        QVERIFY(!house.entriesOf(kind::kRightsRecalled).back().actor.isNil());
    }

    void aRevokedDeviceIsOutAtOnceAndItIsKeptWhoSaidSo()
    {
        StaffedJoinedHouse house;
        house.joinSecond();
        QVERIFY(house.second.talk->exchange());
        auto server = house.administrator();
        const ReplicaId second = house.second.counter->replica();
        QCOMPARE(codeOf(server.revoke(second, "")), std::string{"reason_missing"});
        QCOMPARE(codeOf(server.revoke(second, kTooLong)), std::string{"reason_too_long"});
        QCOMPARE(codeOf(server.revoke(ReplicaId{house.organizer().uuid}, "x")),
                 std::string{"unknown_device"});
        QCOMPARE(codeOf(server.revoke(second, "stolen from the foyer")), std::string{"done"});
        QCOMPARE(codeOf(house.second.talk->exchange()), std::string{"device_revoked"});
        QCOMPARE(codeOf(server.revoke(second, "again")), std::string{"already_revoked"});
        QCOMPARE(codeOf(server.give(some(house.first, second, wholeQuota(house.first).id, 1))),
                 std::string{"device_is_revoked"});
        const ServerDevice device = deviceNamed(server, "Counter 2");
        QCOMPARE(device.state, std::string{"revoked"});
        QCOMPARE(device.revokedReason, std::string{"stolen from the foyer"});
        const auto kept = house.entriesOf(kind::kDeviceRevoked);
        QCOMPARE(kept.size(), std::size_t{1});
        QVERIFY(!kept[0].actor.isNil());
        const auto revoked = decodeDeviceRevoked(*decodeCbor(kept[0].body));
        QCOMPARE(revoked->device, second);
        QCOMPARE(revoked->sequence, device.lastSequence);
    }

    void aGateAsksAboutTicketsThatAStolenCounterSignsAndLetsInWhatItHadSold()
    {
        StaffedJoinedHouse house;
        QVERIFY(returnRights(*house.first.counter, house.first.performance()));
        QVERIFY(house.first.talk->exchange());
        house.joinSecond();
        QVERIFY(house.second.talk->exchange());
        house.signIn(house.second, "Kim", kKimPin);
        auto server = house.administrator();
        const auto offer = offerOf(*house.first.counter, house.first.performance());
        for (const Quota& quota : (*offer)->quotas) {
            (void)server.give(some(house.first, house.second.counter->replica(), quota.id, 3));
        }
        QVERIFY(house.second.talk->exchange());
        const auto before = house.sellByCard(house.second);
        QCOMPARE(codeOf(before), std::string{"done"});
        QVERIFY(house.second.talk->exchange());
        QVERIFY(server.revoke(house.second.counter->replica(), "stolen"));
        const auto after = house.sellByCard(house.second); // by whoever has it now
        QCOMPARE(codeOf(after), std::string{"done"});
        const auto scanned = [&](const Order& order) {
            const auto code = ticketCodes(*house.second.counter, order).front();
            const auto said = scan(*house.first.counter, code, "A");
            return said ? said->outcome : said.error().code;
        };
        QVERIFY(house.first.talk->exchange());
        const Instant starts = (*offer)->performance.startsAt;
        house.first.clock.pass(starts.ms - house.first.clock.now().ms); // the evening has come
        QCOMPARE(scanned(*before), std::string{"admitted"});
        QCOMPARE(scanned(*after), std::string{"counter_revoked"});
    }

    void aLostCounterIsWrittenOffByItsNameAndWhatItHeldGoesToOthers()
    {
        StaffedJoinedHouse house;
        house.joinSecond();
        QVERIFY(house.second.talk->exchange());
        auto server = house.administrator();
        const ReplicaId first = house.first.counter->replica();
        const ReplicaId second = house.second.counter->replica();
        const Quota quota = wholeQuota(house.first);
        QCOMPARE(codeOf(server.writeOff(first, "burnt", "Counter 2")),
                 std::string{"not_confirmed"});
        QCOMPARE(codeOf(server.writeOff(first, "burnt", "")), std::string{"not_confirmed"});
        QCOMPARE(codeOf(server.writeOff(first, "", "Counter 1")), std::string{"reason_missing"});
        QCOMPARE(codeOf(server.writeOff(first, kTooLong, "Counter 1")),
                 std::string{"reason_too_long"});
        QCOMPARE(codeOf(server.give(some(house.first, second, quota.id, 5))),
                 std::string{"sold_out"});
        QVERIFY(house.sellByCard(house.first)); // before anybody at the server knows of it
        QCOMPARE(codeOf(server.writeOff(first, "burnt", "Counter 1")), std::string{"done"});
        QCOMPARE(codeOf(server.writeOff(first, "burnt", "Counter 1")),
                 std::string{"already_written_off"});
        QCOMPARE(codeOf(server.give(some(house.first, second, quota.id, 5))), std::string{"done"});
        QCOMPARE(deviceNamed(server, "Counter 1").state, std::string{"written_off"});
        QCOMPARE(codeOf(server.recall(first, house.first.performance(), 0, "x")),
                 std::string{"already_written_off"});
        QCOMPARE(codeOf(house.first.talk->exchange()), std::string{"done"}); // still heard
        QCOMPARE(codeOf(house.sellByCard(house.first)), std::string{"rights_short"});
        QCOMPARE(codeOf(house.first.talk->fetchRights(house.first.counter->rightsNeed())),
                 std::string{"already_written_off"});
    }

    void aRequestOnSomebodysBehalfWhoseAnswerWasLostIsAskedAgain()
    {
        StaffedJoinedHouse house;
        LosingLine line{house.server().server().port()};
        house.first.connect(line.url());
        auto server = house.administrator();
        QCOMPARE(codeOf(server.devices()), std::string{"done"});
        line.loseNextAnswer();
        QCOMPARE(codeOf(server.devices()), std::string{"done"});
        QCOMPARE(line.lost(), 1);
    }

    void aPasswordThatIsSetWhileAPinIsOnItsWayStays()
    {
        StaffedJoinedHouse house;
        server::UserSecrets& secrets = house.server().server().secrets();
        const auto pin = secrets.ofNew(house.organizer(), house.kim, std::nullopt, "271828");
        QVERIFY(pin);
        QCOMPARE(codeOf(secrets.change(house.organizer(), house.kim, "a better one by far",
                                       std::nullopt)),
                 std::string{"done"});
        QVERIFY(house.server().server().desk().doAndWait(
            house.organizer(), [&](Authority& authority, FeedBatch& feed) {
                setUserSecret(authority, feed, Permit::ofProgram(), *pin, {house.kim, false, true});
            }));
        QCOMPARE(codeOf(house.first.session->signIn("Kim", "a better one by far")),
                 std::string{"done"});
        QCOMPARE(codeOf(house.first.session->signIn("Kim", "271828")), std::string{"done"});
    }

    void aNewSecretEndsWhatWasBegunWithTheOldOne()
    {
        StaffedJoinedHouse house;
        auto server = house.administrator();
        house.server().clock().pass(2'000);
        // Ada changes her password at the counter; the session at the server hands it over.
        UserChange change;
        change.password = "a better one by far";
        const UserId ada = house.first.counter->access().current()->user;
        QVERIFY(changeUser(*house.first.counter, ada, change));
        const auto moved = house.first.talk->exchange();
        QCOMPARE(codeOf(moved), std::string{"done"});
        QCOMPARE(moved->secretsWaiting, std::size_t{0});
        QCOMPARE(codeOf(server.devices()), std::string{"session_over"});
        QCOMPARE(codeOf(house.first.session->signIn("Ada", kAdaSecret)),
                 std::string{"wrong_secret"});
        QCOMPARE(codeOf(house.first.session->signIn("Ada", "a better one by far")),
                 std::string{"done"});
        const auto kept = house.entriesOf(kind::kSecretSet);
        QCOMPARE(kept.size(), std::size_t{3}); // both at the beginning, and this one
        QCOMPARE(kept.back().actor, ada);
        QCOMPARE(decodeSecretSet(*decodeCbor(kept.back().body))->password, true);
    }

    void secretsSetLaterWaitForAnAdministrator()
    {
        StaffedJoinedHouse house;
        house.server().clock().pass(server::UserSecrets::kIntroductionMs);
        house.add("Lea", "clerk", "", "271828");
        auto moved = house.first.talk->exchange();
        QCOMPARE(codeOf(moved), std::string{"done"});
        QCOMPARE(moved->secretsWaiting, std::size_t{1});
        QCOMPARE(codeOf(house.first.session->signIn("Lea", "271828")), std::string{"wrong_secret"});
        QVERIFY(house.first.session->signIn("Kim", kKimPin)); // a clerk may not, either
        QCOMPARE(house.first.talk->exchange()->secretsWaiting, std::size_t{1});
        (void)house.administrator();
        QCOMPARE(house.first.talk->exchange()->secretsWaiting, std::size_t{0});
        QCOMPARE(codeOf(house.first.session->signIn("Lea", "271828")), std::string{"done"});
    }

    void aPinThatIsHandedOverLeavesThePasswordThatTheServerGotSince()
    {
        StaffedJoinedHouse house;
        (void)house.administrator();
        UserChange change;
        change.password = "set at the counter";
        QVERIFY(changeUser(*house.first.counter, house.kim, change));
        QCOMPARE(codeOf(house.first.talk->exchange()), std::string{"done"});
        QCOMPARE(codeOf(house.server().server().secrets().change(house.organizer(), house.kim,
                                                                 "set at the server",
                                                                 std::nullopt)),
                 std::string{"done"});
        change = {};
        change.pin = "271828";
        QVERIFY(changeUser(*house.first.counter, house.kim, change));
        const auto moved = house.first.talk->exchange();
        QCOMPARE(codeOf(moved), std::string{"done"});
        QCOMPARE(moved->secretsWaiting, std::size_t{0});
        QCOMPARE(codeOf(house.first.session->signIn("Kim", "271828")), std::string{"done"});
        QCOMPARE(codeOf(house.first.session->signIn("Kim", "set at the server")),
                 std::string{"done"});
    }

    void aSecretThatTheServerCannotCheckHasToBeSetAnew()
    {
        StaffedJoinedHouse house;
        house.first.counter->access().setPasswordCost({1, 8}); // less than the server takes
        const UserId lea = house.add("Lea", "clerk", "", "271828");
        (void)house.administrator();
        const auto moved = house.first.talk->exchange();
        QCOMPARE(codeOf(moved), std::string{"done"});
        QCOMPARE(moved->secretsUnusable, std::size_t{1});
        QCOMPARE(moved->secretsWaiting, std::size_t{0}); // no administrator can help
        house.first.session->signOut();
        const auto later = house.first.talk->exchange();
        QCOMPARE(later->secretsUnusable, std::size_t{1});
        QCOMPARE(later->secretsWaiting, std::size_t{0});
        house.first.counter->access().setPasswordCost(kCheap);
        UserChange change;
        change.pin = "314159";
        QVERIFY(changeUser(*house.first.counter, lea, change));
        (void)house.administrator();
        QCOMPARE(house.first.talk->exchange()->secretsUnusable, std::size_t{0});
        QCOMPARE(codeOf(house.first.session->signIn("Lea", "314159")), std::string{"done"});
    }

    void aCounterThatDidNotBringTheHouseAlongIntroducesNobody()
    {
        StaffedJoinedHouse house;
        house.joinSecond();
        QVERIFY(house.second.talk->exchange());
        sync::HttpRequest request;
        request.method = "POST";
        request.path = "/v1/users/" + house.organizer().text() + "/verifiers";
        request.contentType = "application/json";
        const std::string body =
            "{\"pin_hash\":\"" + hashPassword("314159", kCheap) + "\",\"password_hash\":\"\"}";
        request.body.assign(body.begin(), body.end());
        QCOMPARE(codeOf(house.second.session->send(request)), std::string{"administrator_needed"});
        // The one that did may not change what is there.
        request.path = "/v1/users/" + house.kim.text() + "/verifiers";
        QCOMPARE(codeOf(house.first.session->send(request)), std::string{"administrator_needed"});
        // A hash that is guessed cheaply is not taken from anybody.
        (void)house.administrator();
        const std::string cheaper = "{\"pin_hash\":\"" + hashPassword("314159", {1, 8}) + "\"}";
        request.method = "PUT";
        request.body.assign(cheaper.begin(), cheaper.end());
        QCOMPARE(codeOf(house.first.session->sendAsUser(request)), std::string{"bad_hash"});
    }

    void aSessionIsRenewedByItselfForTwelveHours()
    {
        StaffedJoinedHouse house;
        auto server = house.administrator();
        QVERIFY(server.devices());
        const auto pass = [&](std::int64_t ms) {
            house.server().clock().pass(ms);
            house.first.clock.pass(ms);
        };
        for (int i = 0; i < 3; ++i) {
            pass(server::UserSessions::kLifeMs / 4);
            QCOMPARE(codeOf(server.devices()), std::string{"done"});
        }
        pass(server::UserSessions::kLifeMs / 4);
        QCOMPARE(codeOf(server.devices()), std::string{"session_over"});
        QCOMPARE(codeOf(server.devices()), std::string{"not_signed_in"});
    }

    void aRenewalThatWasUsedBeforeEndsTheSession()
    {
        StaffedJoinedHouse house;
        server::UserSessions& sessions = house.server().server().sessions();
        const auto keyId =
            protocol::keyThumbprint(SigningKey{house.first.counter->keys().device}.publicKey());
        const server::UserSessions::At here{house.organizer(), house.first.counter->replica(),
                                            keyId};
        const auto begun = sessions.signIn(here, "Ada", kAdaSecret);
        QVERIFY(begun);
        const auto next = sessions.renew(here, begun->renewal);
        QVERIFY(next);
        QVERIFY(next->renewal != begun->renewal);
        QCOMPARE(codeOf(sessions.renew(here, begun->renewal)), std::string{"session_over"});
        QCOMPARE(codeOf(sessions.renew(here, next->renewal)), std::string{"session_over"});
        // At another device it is nothing, and does no harm.
        const auto again = sessions.signIn(here, "Ada", kAdaSecret);
        house.joinSecond();
        const server::UserSessions::At elsewhere{house.organizer(), house.second.counter->replica(),
                                                 keyId};
        QCOMPARE(codeOf(sessions.renew(elsewhere, again->renewal)), std::string{"session_over"});
        const auto still = sessions.renew(here, again->renewal);
        QVERIFY(still);
        sessions.signOut(here, still->renewal);
        QCOMPARE(codeOf(sessions.renew(here, still->renewal)), std::string{"session_over"});
        for (const char* text : {"", "x", "AAAA"}) {
            QCOMPARE(codeOf(sessions.renew(here, text)), std::string{"session_over"});
        }
    }
};

QTEST_GUILESS_MAIN(AdministrationTest)
#include "test_administration.moc"
