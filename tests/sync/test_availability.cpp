// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/sales.h"
#include "core/services/seats.h"
#include "sync/server/feed/availability_routes.h"
#include "tests/support/joined_house.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <map>

using namespace foyer;
using namespace foyer::test;

namespace {

Result<QJsonObject> ask(Till& till, const std::string& performance)
{
    sync::HttpRequest request;
    request.method = "GET";
    request.path = "/v1/availability";
    request.query = "performance=" + performance;
    const auto answer = till.session->send(std::move(request));
    if (!answer) {
        return answer.error();
    }
    return QJsonDocument::fromJson(QByteArray{reinterpret_cast<const char*>(answer->body.data()),
                                              qsizetype(answer->body.size())})
        .object();
}

QJsonObject must(const Result<QJsonObject>& answer)
{
    if (!answer) {
        qFatal("%s: %s", answer.error().code.c_str(), answer.error().message.c_str());
    }
    return *answer;
}

std::map<std::string, std::int64_t> leftByName(const QJsonObject& answer)
{
    std::map<std::string, std::int64_t> left;
    for (const QJsonValue& place : answer.value("places").toArray()) {
        left[place["name"].toString().toStdString()] = place["left"].toInteger(-1);
    }
    return left;
}

/// What one counter that holds every right may sell: then that is what the house has.
std::map<std::string, std::int64_t> leftAt(Till& till)
{
    std::map<std::string, std::int64_t> left;
    const auto offer = offerOf(*till.counter, till.performance());
    const auto places = placesLeft(*till.counter, till.performance());
    for (const PriceCategory& category : (*offer)->categories) {
        left[category.name] = places->at(category.id);
    }
    return left;
}

} // namespace

class AvailabilityTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theServerSaysWhatTheHouseHasLeftWhoeverSells()
    {
        House house;
        QVERIFY(house.first.talk->exchange());
        const std::string performance = house.first.performance().uuid.text();
        const auto before = must(ask(house.first, performance));
        QCOMPARE(before.value("performance").toString().toStdString(), performance);
        QVERIFY(leftByName(before).size() > 1);
        QCOMPARE(leftByName(before), leftAt(house.first)); // it founded the house, so all is here
        const auto order = house.first.sell({house.first.standing(), house.first.standing()});
        QVERIFY(order);
        // Nothing is guessed: until the sale is handed over the answer stands.
        QCOMPARE(must(ask(house.first, performance)), before);
        QVERIFY(house.first.talk->exchange());
        const auto after = must(ask(house.first, performance));
        QCOMPARE(leftByName(after), leftAt(house.first));
        QCOMPARE(leftByName(after).at("Standing"), leftByName(before).at("Standing") - 2);
        QVERIFY(after.value("position").toInteger() > before.value("position").toInteger());
        // Rights that another counter holds are no places that are gone.
        house.joinSecond();
        QVERIFY(house.second.talk->exchange());
        QCOMPARE(leftByName(must(ask(house.second, performance))), leftByName(after));
        // And what is given back can be sold again.
        QVERIFY(voidOrder(*house.first.counter, order->code, "changed their mind"));
        QVERIFY(house.first.talk->exchange());
        QCOMPARE(leftByName(must(ask(house.second, performance))), leftByName(before));
    }

    void onlyAPerformanceOfTheCallersHouseIsTold()
    {
        House house;
        QVERIFY(house.first.talk->exchange());
        QCOMPARE(codeOf(ask(house.first, "tonight")), std::string{"bad_performance"});
        QCOMPARE(codeOf(ask(house.first, "")), std::string{"bad_performance"});
        QCOMPARE(codeOf(ask(house.first, kNight)), std::string{"unknown_performance"});
    }

    void whatIsKeptIsForgottenWhenTheFeedGoesOn()
    {
        server::AvailabilityCache cache;
        const server::AvailabilityCache::Key key{OrganizerId{*Uuid::fromText(kHouse)},
                                                 PerformanceId{*Uuid::fromText(kNight)}};
        const auto answer = [](std::uint8_t which) {
            return std::make_shared<const Bytes>(Bytes{which});
        };
        QVERIFY(cache.find(key, 0) == nullptr);
        cache.keep(key, 7, answer(1));
        QCOMPARE(*cache.find(key, 7), Bytes{1});
        QVERIFY(cache.find(key, 8) == nullptr);
        cache.keep(key, 9, answer(2));
        cache.keep(key, 8, answer(3));           // read before, and slower
        QCOMPARE(*cache.find(key, 8), Bytes{2}); // newer than it has to be
        QVERIFY(cache.find({key.first, PerformanceId{}}, 0) == nullptr);
    }

private:
    static constexpr const char* kHouse = "019ac000-0000-7000-8000-000000000001";
    static constexpr const char* kNight = "019ac000-0000-7000-8000-000000000002";
};

QTEST_GUILESS_MAIN(AvailabilityTest)
#include "test_availability.moc"
