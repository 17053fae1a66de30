// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What staff is told of: each thing once until it is over, and only to who may see the thing.

#include "core/domain/notices/notice_entries.h"
#include "core/services/access_control.h"
#include "core/services/authority/notice_news.h"
#include "core/services/authority/rights_office.h"
#include "core/services/gate.h"
#include "core/services/gates.h"
#include "core/services/incidents.h"
#include "core/services/integrity.h"
#include "core/services/notices.h"
#include "core/services/provider_payments.h"
#include "core/services/sales.h"
#include "core/services/ticket_codes.h"
#include "core/services/till.h"
#include "core/services/users.h"
#include "core/storage/catalogue_edits.h"
#include "core/storage/device_store.h"
#include "core/storage/notice_store.h"
#include "tests/support/box_office_net.h"
#include "tests/support/provider_authority.h"

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr std::int64_t kMinuteMs = 60'000;
constexpr std::int64_t kHourMs = 60 * kMinuteMs;
constexpr const char* kPassword = "a long way to tipperary";
constexpr const char* kPin = "271828";
const Currency kEuro = *Currency::fromCode("EUR");

Uuid numbered(int number)
{
    Uuid::Bytes bytes{};
    bytes.back() = static_cast<std::uint8_t>(number);
    return Uuid{bytes};
}

/// Any of the numbers below a limit. Within a property.
std::set<int> someOf(int limit)
{
    const auto drawn = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, limit));
    return {drawn.begin(), drawn.end()};
}

/// "sold_out, low_stock over", … the newest first, as the operator sees them.
std::string told(Counter& counter)
{
    const auto seen = notices(counter);
    if (!seen) {
        return seen.error().code;
    }
    std::string text;
    for (const SeenNotice& each : seen->notices) {
        text += (text.empty() ? "" : ", ") + std::string{noticeKindName(each.notice.kind)} +
            (each.notice.isOver() ? " over" : "");
    }
    return text;
}

/// A counter that stands alone; two evenings of thirty places.
struct Alone : CounterFixture {
    std::size_t look()
    {
        clock().pass(kMinuteMs);
        const auto changed = watchForNotices(counter());
        ENSURE(changed.has_value());
        return *changed;
    }
    std::vector<Order> sellOut(std::size_t performance = 0)
    {
        std::vector<Order> orders;
        for (SeatNumber number = 0; number < 24; ++number) {
            orders.push_back(sell({seat(number, "Adult", performance)}).value());
        }
        for (int i = 0; i < 6; ++i) {
            orders.push_back(sell({standing("Adult", performance)}).value());
        }
        return orders;
    }
    void edit(PerformanceId performance, const std::string& field, FieldValue value)
    {
        Journal::Act act{counter().journal(), Permit::ofProgram()};
        appendEdit(act, counter().database(), counter().organizer(), kind::kPerformanceEdited,
                   {performance.uuid, {{field, std::move(value)}}});
        act.commit();
    }
};

/// A house with a server, which looks.
struct Served {
    explicit Served(int more = 0) : net{more}, upSince{net.clock().now()} {}

    std::vector<NoticeId> look()
    {
        net.clock().pass(kMinuteMs);
        const auto batch = net.authority().begin();
        auto raised = tellNotices(net.authority(), *batch, {upSince});
        batch->commit();
        net.settle();
        return raised;
    }
    std::string told() { return ::told(net.counter(0)); }
    /// The server has a device, which called just now.
    void heardOf(std::size_t number, std::int64_t agoMs = 0)
    {
        const Instant now = net.clock().now();
        Database& database = net.authority().database();
        Transaction transaction{database};
        if (!readDevice(database, net.authority().organizer(), net.counter(number).replica())) {
            Device device;
            device.organizer = net.authority().organizer();
            device.id = net.counter(number).replica();
            device.name = "Counter " + std::to_string(number);
            device.enrolledAt = now;
            insertDevice(database, device);
        }
        noteDeviceSeen(database, net.authority().organizer(), net.counter(number).replica(),
                       Instant{now.ms - agoMs});
        transaction.commit();
    }
    Order soldByPhone()
    {
        ENSURE(keepPaymentOffers(net.counter(0), {{"stripe", true, {}}}).has_value());
        SaleRequest request;
        request.id = OrderId{Uuid::v7(net.clock().now(), net.random())};
        request.cart.items = {net.standing(0)};
        request.tenders = {
            {PaymentMethod::Online, quote(net.counter(0), request.cart)->total, "stripe"}};
        const auto order = sell(net.counter(0), request);
        ENSURE(order.has_value());
        net.settle();
        return *order;
    }
    PaymentId paymentOf(const Order& order)
    {
        return providerPaymentsOf(net.counter(0), order.id)->back().payment.id;
    }
    ShiftId openShift()
    {
        const auto shift = startShift(net.counter(0), {});
        ENSURE(shift.has_value());
        net.settle();
        return shift->id;
    }

    BoxOfficeNet net;
    Instant upSince;
};

} // namespace

class NoticesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("RC_PARAMS")) {
            qputenv("RC_PARAMS", "max_success=200");
        }
    }

    void whatIsSoIsOpenOnceAndNothingElseIs()
    {
        QVERIFY(rc::check("after each look just what is so is open, and nothing begins twice", [] {
            std::map<std::pair<NoticeKind, Uuid>, NoticeId> open;
            int last = 0;
            const int looks = *rc::gen::inRange(1, 12);
            for (int look = 0; look < looks; ++look) {
                const auto chosen = someOf(15);
                const auto vague = someOf(15);
                std::vector<NoticeCondition> now;
                std::set<std::pair<NoticeKind, Uuid>> so;
                for (const int number : chosen) {
                    const auto kind = static_cast<NoticeKind>(number % 5);
                    const bool raises = !vague.contains(number);
                    now.push_back({kind, numbered(number / 5), {}, raises});
                    if (raises || open.contains({kind, numbered(number / 5)})) {
                        so.emplace(kind, numbered(number / 5));
                    }
                }
                std::vector<OpenNotice> before;
                for (const auto& [key, id] : open) {
                    before.push_back({id, key.first, key.second});
                }
                const NoticeChanges changes = changesFrom(before, now);
                for (const NoticeId over : changes.over) {
                    const auto found =
                        std::ranges::find(open, over, [](const auto& each) { return each.second; });
                    RC_ASSERT(found != open.end());
                    open.erase(found);
                }
                for (const NoticeCondition& raised : changes.raise) {
                    RC_ASSERT(open.emplace(std::pair{raised.kind, raised.subject},
                                           NoticeId{numbered(++last)})
                                  .second);
                }
                std::set<std::pair<NoticeKind, Uuid>> kept;
                for (const auto& [key, id] : open) {
                    kept.insert(key);
                }
                RC_ASSERT(kept == so);
                // Looking again brings nothing.
                before.clear();
                for (const auto& [key, id] : open) {
                    before.push_back({id, key.first, key.second});
                }
                RC_ASSERT(changesFrom(before, now).isEmpty());
            }
        }));
    }

    void twoThatSayTheSameBecomeOne()
    {
        const std::vector<OpenNotice> open{{NoticeId{numbered(1)}, NoticeKind::SoldOut,
                                            numbered(9)},
                                           {NoticeId{numbered(2)}, NoticeKind::SoldOut,
                                            numbered(9)}};
        const auto changes = changesFrom(open, {{NoticeKind::SoldOut, numbered(9), {}, true}});
        QVERIFY(changes.raise.empty());
        QCOMPARE(changes.over.size(), std::size_t{1});
    }

    void littleIsWhatTheHouseSays()
    {
        QVERIFY(
            rc::check("of one performance at most one thing is said, and the fewer the worse", [] {
                const auto capacity = *rc::gen::inRange<std::int64_t>(1, 3'000);
                const NoticeLimits limits{*rc::gen::inRange<std::int64_t>(0, 200),
                                          *rc::gen::inRange<std::int64_t>(0, 101), 10};
                int before = 0;
                for (std::int64_t left = capacity; left >= 0; --left) {
                    const auto kind = stockNotice(left, capacity, limits);
                    const int badness = !kind ? 0 : *kind == NoticeKind::LowStock ? 1 : 2;
                    RC_ASSERT(badness >= before);
                    RC_ASSERT((badness == 2) == (left == 0));
                    before = badness;
                }
                // Of what nobody has bought any of nothing is little.
                RC_ASSERT(!stockNotice(capacity, capacity, limits));
            }));
        QCOMPARE(stockNotice(10, 400, {}), std::optional{NoticeKind::LowStock});
        QCOMPARE(stockNotice(21, 400, {}), std::optional<NoticeKind>{});
        QCOMPARE(stockNotice(20, 400, {}), std::optional{NoticeKind::LowStock}); // 5 %
        QCOMPARE(stockNotice(10, 18, {}), std::optional<NoticeKind>{}); // not half gone yet
        QCOMPARE(stockNotice(1, 400, {0, 0, 10}), std::optional<NoticeKind>{});
    }

    void nobodyKnowsOfWhatTheyMayNotSee()
    {
        const auto knows = [](const char* role) {
            std::string kinds;
            for (const NoticeKind kind : allNoticeKinds()) {
                if (mayKnow(kind, builtInRoleNamed(role)->permissions)) {
                    kinds += std::string{noticeKindName(kind)} + ' ';
                }
            }
            return kinds;
        };
        QCOMPARE(knows("door"), std::string{});
        QCOMPARE(knows("clerk"), std::string{"sold_out low_stock payment_failed "});
        QCOMPARE(knows("administrator"),
                 std::string{"sold_out low_stock payment_failed incident sync_silent "});
        for (const NoticeKind kind : allNoticeKinds()) {
            QVERIFY(!mayKnow(kind, PermissionSet{}));
            // Deny by default: of all but what it needs, nothing is enough.
            PermissionSet others = PermissionSet{}.set();
            for (const Permission permission :
                 {Permission::Sell, Permission::ReadReports, Permission::ReadOrders,
                  Permission::ResolveIncidents, Permission::RunCounter}) {
                others.reset(static_cast<std::size_t>(permission));
            }
            QVERIFY(!mayKnow(kind, others));
        }
    }

    void bodiesAreReadAsTheyWereWritten()
    {
        const NoticeRaised raised{NoticeId{numbered(1)},
                                  NoticeKind::PaymentFailed,
                                  numbered(2),
                                  {"A7222228", "held", Instant{5}, "Europe/Berlin", 3, 4,
                                   Money{1'200, kEuro}}};
        const Bytes bytes = encode(raised);
        const auto body = decodeCbor(bytes);
        QVERIFY(body.has_value());
        QVERIFY(*decodeNoticeRaised(*body) == raised);
        NoticeChoice choice{.app = {}, .mail = {}, .address = "a@example.org", .language = "de"};
        put(choice.app, NoticeKind::Incident, true);
        put(choice.mail, NoticeKind::SoldOut, true);
        const Bytes chosen = encode(NoticesChosen{UserId{numbered(3)}, choice});
        const auto chosenBody = decodeCbor(chosen);
        QVERIFY(decodeNoticesChosen(*chosenBody)->choice == choice);
        const Bytes set = encode(NoticesSet{{1, 2, 3}});
        const auto setBody = decodeCbor(set);
        QVERIFY((decodeNoticesSet(*setBody)->limits == NoticeLimits{1, 2, 3}));
    }

    void anAddressIsKeptOnlyWhereMailIsWanted()
    {
        NoticeChoice choice{.app = {}, .mail = {}, .address = "ada@example.org", .language = {}};
        QCOMPARE(checkedChoice(choice)->address, std::string{});
        put(choice.mail, NoticeKind::Incident, true);
        QCOMPARE(checkedChoice(choice)->address, std::string{"ada@example.org"});
        choice.address = "nobody";
        QCOMPARE(codeOf(checkedChoice(choice)), std::string{"bad_email"});
        choice.address.clear();
        QCOMPARE(codeOf(checkedChoice(choice)), std::string{"address_missing"});
        choice.address = "ada@example.org";
        choice.language = "deutsch!";
        QCOMPARE(codeOf(checkedChoice(choice)), std::string{"bad_language"});
    }

    void aPerformanceIsToldOfOnceAsItSellsOutAndAgainWhenPlacesCameBack()
    {
        Alone house;
        QCOMPARE(house.look(), std::size_t{0});
        const auto orders = house.sellOut();
        QCOMPARE(house.look(), std::size_t{1});
        QCOMPARE(told(house.counter()), std::string{"sold_out"});
        QCOMPARE(house.look(), std::size_t{0}); // once
        const auto seen = notices(house.counter());
        const NoticeFacts& facts = seen->notices.front().notice.facts;
        QCOMPARE(facts.name, std::string{"Hamlet"});
        QCOMPARE(facts.of, kSmallCapacity);
        QCOMPARE(facts.timeZone, std::string{"Europe/Berlin"});
        QVERIFY(seen->notices.front().notice.subject == house.performance().uuid);
        QVERIFY(voidOrder(house.counter(), orders.back().code, "x").has_value());
        QCOMPARE(house.look(), std::size_t{2}); // over, and few are left
        QCOMPARE(told(house.counter()), std::string{"low_stock, sold_out over"});
        QVERIFY(house.sell({house.standing()}).has_value());
        house.look();
        QCOMPARE(told(house.counter()), std::string{"sold_out, low_stock over, sold_out over"});
        const auto verified = verifyJournal(house.counter());
        QVERIFY(verified.has_value() && verified->findings.empty());
    }

    void whatIsPastOrDoesNotTakePlaceIsNotToldOf()
    {
        Alone house;
        house.sellOut(0);
        house.sellOut(1);
        house.edit(house.performance(1), "cancelled", true);
        house.look();
        QCOMPARE(told(house.counter()), std::string{"sold_out"});
        house.clock().pass(7 * kHourMs); // it has begun
        house.look();
        QCOMPARE(told(house.counter()), std::string{"sold_out over"});
        QCOMPARE(house.look(), std::size_t{0});
    }

    void whatIsReadIsReadByOnePersonAndWhatIsOverNeedsNobody()
    {
        Alone house;
        house.sellOut(); // before anybody needs a shift for it
        AccessControl& access = house.counter().access();
        access.setPasswordCost({1, 8});
        ENSURE(addUser(house.counter(), {"Ada", "administrator", kPassword, {}}).has_value());
        ENSURE(access.signIn("Ada", kPassword).has_value());
        ENSURE(addUser(house.counter(), {"Kim", "clerk", {}, kPin}).has_value());
        ENSURE(addUser(house.counter(), {"Dora", "door", {}, kPin}).has_value());
        house.look();
        QCOMPARE(notices(house.counter())->unread, 1);
        const HlcTime newest = notices(house.counter())->notices.front().notice.raisedAt;
        QVERIFY(readNotices(house.counter(), newest).has_value());
        QCOMPARE(notices(house.counter())->unread, 0);
        QVERIFY(readNotices(house.counter(), HlcTime{}).has_value()); // never back
        QCOMPARE(notices(house.counter())->unread, 0);
        ENSURE(access.signIn("Kim", kPin).has_value());
        QCOMPARE(notices(house.counter())->unread, 1);
        // What Kim does not want in the window is not there, and only for Kim.
        NoticeChoice quiet;
        put(quiet.app, NoticeKind::SoldOut, false);
        QVERIFY(chooseNotices(house.counter(), quiet).has_value());
        QCOMPARE(told(house.counter()), std::string{});
        ENSURE(access.signIn("Dora", kPin).has_value());
        QCOMPARE(told(house.counter()), std::string{});
        QVERIFY(noticeChoice(house.counter())->kinds.empty());
        ENSURE(access.signIn("Ada", kPassword).has_value());
        QCOMPARE(told(house.counter()), std::string{"sold_out"});
        access.lock();
        QCOMPARE(told(house.counter()), std::string{"locked"});
        QCOMPARE(codeOf(chooseNotices(house.counter(), quiet)), std::string{"locked"});
        access.signOut("asked");
        QCOMPARE(told(house.counter()), std::string{"not_signed_in"});
        QCOMPARE(codeOf(readNotices(house.counter(), newest)), std::string{"not_signed_in"});
    }

    void aChoiceSaysWhatItSaysAfterEverythingIsMadeAnew()
    {
        Alone house;
        NoticeChoice choice;
        put(choice.mail, NoticeKind::Incident, true);
        choice.address = "ada@example.org";
        QVERIFY(chooseNotices(house.counter(), choice).has_value());
        QVERIFY(setNoticeLimits(house.counter(), {0, 50, 30}).has_value());
        house.sellOut();
        house.look();
        const std::string before = told(house.counter());
        QVERIFY(rebuildProjections(house.counter()).has_value());
        QVERIFY(noticeChoice(house.counter())->choice == choice);
        QVERIFY((*noticeLimits(house.counter()) == NoticeLimits{0, 50, 30}));
        QCOMPARE(told(house.counter()), before);
        QCOMPARE(codeOf(setNoticeLimits(house.counter(), {-1, 0, 10})), std::string{"bad_places"});
        QCOMPARE(codeOf(setNoticeLimits(house.counter(), {0, 101, 30})),
                 std::string{"bad_percent"});
        QCOMPARE(codeOf(setNoticeLimits(house.counter(), {0, 5, 1})), std::string{"bad_minutes"});
    }

    void whereThereIsAServerACounterWritesNothingAndHearsOfIt()
    {
        Served house;
        ENSURE(setNoticeLimits(house.net.counter(0), {29, 0, 10}).has_value());
        for (int i = 0; i < 12; ++i) {
            ENSURE(house.net.sell(0, {house.net.standing(0)}).has_value());
        }
        for (SeatNumber seat = 0; seat < 4; ++seat) {
            ENSURE(house.net.sell(0, {house.net.seat(0, seat)}).has_value());
        }
        house.net.settle();
        QCOMPARE(*watchForNotices(house.net.counter(0)), std::size_t{0});
        QCOMPARE(house.look().size(), std::size_t{1});
        QCOMPARE(house.told(), std::string{"low_stock"});
        QVERIFY(house.look().empty());
        QCOMPARE(house.net.difference(), std::string{});
    }

    void aPaymentThatFailedIsToldOfUntilTheMoneyIsThereInAnotherWay()
    {
        Served house;
        const Order order = house.soldByPhone();
        const PaymentId payment = house.paymentOf(order);
        house.look();
        QCOMPARE(house.told(), std::string{});
        ProviderAuthority{house.net.authority()}.end(payment, PaymentEnd::Expired);
        house.look();
        QCOMPARE(house.told(), std::string{}); // nobody paid: that is no failure
        const Order other = house.soldByPhone();
        const PaymentId failing = house.paymentOf(other);
        ProviderAuthority{house.net.authority()}.end(failing, PaymentEnd::Failed, "declined");
        house.look();
        QCOMPARE(house.told(), std::string{"payment_failed"});
        const auto seen = notices(house.net.counter(0));
        QCOMPARE(seen->notices.front().notice.facts.name, other.code);
        QCOMPARE(seen->notices.front().notice.facts.money, std::optional{other.total});
        const InsteadRequest cash{PaymentId{Uuid::v7(house.net.clock().now(), house.net.random())},
                                  failing,
                                  {PaymentMethod::Cash, Money{1'000'000, kEuro}, {}},
                                  OpenPayment::Refuse};
        QVERIFY(payInstead(house.net.counter(0), cash).has_value());
        house.net.settle();
        house.look();
        QCOMPARE(house.told(), std::string{"payment_failed over"});
    }

    void anIncidentIsToldOfUntilSomebodyHasDealtWithIt()
    {
        Served house{1};
        house.net.settle();
        ENSURE(house.net.sellOffline(0, {house.net.seat(0, 8)}).has_value());
        const auto batch = house.net.authority().begin();
        ENSURE(writeOffReplica(house.net.authority(), *batch, Permit::ofProgram(),
                               house.net.counter(0).replica(), "fell into the canal")
                   .has_value());
        batch->commit();
        house.net.pull(1);
        ENSURE(house.net.sell(1, {house.net.seat(1, 8)}).has_value());
        house.net.settle();
        const auto open = openIncidents(house.net.counter(1));
        house.look();
        const auto seen = notices(house.net.counter(1));
        const auto raised = std::ranges::count(seen->notices, NoticeKind::Incident,
                                               [](const auto& each) { return each.notice.kind; });
        QCOMPARE(static_cast<std::size_t>(raised), open->size());
        for (const Incident& incident : *open) {
            ENSURE(acceptIncident(house.net.counter(1), incident.id, "x").has_value());
        }
        house.net.settle();
        house.look();
        QVERIFY(std::ranges::all_of(notices(house.net.counter(1))->notices, [](const auto& each) {
            return each.notice.kind != NoticeKind::Incident || each.notice.isOver();
        }));
        QCOMPARE(house.net.difference(), std::string{});
    }

    void aCounterThatIsShutForTheNightIsNotMissedOneAtWorkIs()
    {
        Served house;
        house.heardOf(0);
        house.net.clock().pass(2 * kHourMs);
        house.look();
        QCOMPARE(house.told(), std::string{}); // silent, and nothing is going on there
        house.heardOf(0);
        const ShiftId shift = house.openShift();
        house.net.clock().pass(5 * kMinuteMs);
        house.look();
        QCOMPARE(house.told(), std::string{}); // not for long yet
        house.net.clock().pass(5 * kMinuteMs);
        house.look();
        QCOMPARE(house.told(), std::string{"sync_silent"});
        QCOMPARE(notices(house.net.counter(0))->notices.front().notice.facts.name,
                 std::string{"Counter 0"});
        house.heardOf(0);
        house.look();
        QCOMPARE(house.told(), std::string{"sync_silent over"});
        house.net.clock().pass(kHourMs);
        house.look();
        QCOMPARE(house.told(), std::string{"sync_silent, sync_silent over"}); // and again
        ENSURE(closeShift(house.net.counter(0), shift, {}).has_value());
        house.net.settle();
        house.look();
        QCOMPARE(house.told(), std::string{"sync_silent over, sync_silent over"});
    }

    void aServerThatWasAwayHoldsNobodysSilenceAgainstThem()
    {
        Served house;
        house.heardOf(0);
        house.openShift();
        house.net.clock().pass(kHourMs);
        house.upSince = house.net.clock().now(); // it was not there to hear anything
        house.look();
        QCOMPARE(house.told(), std::string{});
        house.net.clock().pass(10 * kMinuteMs);
        house.look();
        QCOMPARE(house.told(), std::string{"sync_silent"});
        house.upSince = house.net.clock().now();
        house.look(); // it began anew, and the counter is as silent as before
        QCOMPARE(house.told(), std::string{"sync_silent"});
    }

    void aGateIsMissedWhilePeopleCome()
    {
        Served house;
        const auto order = house.net.sell(0, {house.net.standing(0)});
        ENSURE(order.has_value());
        ENSURE(setGate(house.net.counter(0), Gate{.name = "A"}).has_value());
        house.net.clock().pass(5 * kHourMs); // an hour before the start
        const auto codes = ticketCodes(house.net.counter(0), *order);
        ENSURE(scan(house.net.counter(0), codes.front(), "A").has_value());
        house.net.settle();
        house.heardOf(0);
        house.net.clock().pass(15 * kMinuteMs);
        house.look();
        QCOMPARE(house.told(), std::string{"sync_silent"});
        house.net.clock().pass(2 * kHourMs); // long since everybody is in
        house.look();
        QCOMPARE(house.told(), std::string{"sync_silent over"});
    }

    void whatComesAndGoesWithinTheHourIsNewsOnce()
    {
        Alone house;
        const auto orders = house.sellOut();
        house.look();
        const auto newest = [&] { return notices(house.counter())->notices.front().notice; };
        QVERIFY(isNews(house.counter().database(), house.counter().organizer(), newest()));
        QVERIFY(voidOrder(house.counter(), orders.back().code, "x").has_value());
        house.look();
        ENSURE(house.sell({house.standing()}).has_value());
        house.look();
        QCOMPARE(newest().kind, NoticeKind::SoldOut);
        QVERIFY(!isNews(house.counter().database(), house.counter().organizer(), newest()));
        house.clock().pass(kHourMs);
        QVERIFY(voidOrder(house.counter(), orders.front().code, "x").has_value());
        house.look();
        ENSURE(house.sell({house.seat(0)}).has_value());
        house.look();
        QVERIFY(isNews(house.counter().database(), house.counter().organizer(), newest()));
    }

    void onlyTheAuthorityTellsOfSomething()
    {
        Served house{1};
        Journal::Act act{house.net.counter(1).journal(), Permit::ofProgram()};
        act.append(kind::kNoticeRaised,
                   encode(
                       NoticeRaised{NoticeId{numbered(1)}, NoticeKind::SoldOut, numbered(2), {}}));
        act.commit();
        const auto answer = house.net.push(1);
        QVERIFY(answer.has_value());
        QVERIFY(!readNotice(house.net.authority().database(), house.net.authority().organizer(),
                            NoticeId{numbered(1)})
                     .has_value());
    }

    void anEndThatIsHeardOfFirstIsAnEndAllTheSame()
    {
        Alone house;
        Database& database = house.counter().database();
        const OrganizerId organizer = house.counter().organizer();
        const NoticeId id{numbered(7)};
        Journal::Act act{house.counter().journal(), Permit::ofProgram()};
        act.append(kind::kNoticeOver, encode(NoticeOver{id}));
        act.append(kind::kNoticeRaised,
                   encode(NoticeRaised{id, NoticeKind::SoldOut, numbered(2), {}}));
        act.commit();
        QVERIFY(readNotice(database, organizer, id)->isOver());
        QVERIFY(readOpenNotices(database, organizer).empty());
    }
};

QTEST_MAIN(NoticesTest)
#include "test_notices.moc"
