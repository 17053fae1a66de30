// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/counter_fixture.h"

#include "core/services/catalogue.h"
#include "core/services/counter.h"
#include "core/services/sales.h"
#include "tests/support/room_plans.h"

#include <QtGlobal>

#include <sqlite3.h>

namespace foyer::test {
namespace {

constexpr std::int64_t kHourMs = 3'600'000;
constexpr std::int64_t kFirstNight = 1'795'435'200'000 + 6 * kHourMs; // its doors may open now

template <typename T>
void mustHave(const Result<T>& result, const char* what)
{
    if (!result) {
        qFatal("%s: %s: %s", what, result.error().code.c_str(), result.error().message.c_str());
    }
}

} // namespace

SeatingPlan smallPlan()
{
    RoomBuilder builder;
    builder.plan.name = "Small room";
    builder.category("Stalls");
    builder.category("Standing");
    builder.section("");
    for (int row = 0; row < 3; ++row) {
        std::vector<PlanPoint> places;
        for (int i = 0; i < 8; ++i) {
            places.push_back({static_cast<float>(20 * i), static_cast<float>(20 * row)});
        }
        builder.row(rowName(row), places, 0);
    }
    builder.plan.areas.push_back({"back", "Back", 1, kSmallStanding, {}});
    builder.plan.size = {200, 100};
    return builder.plan;
}

Season smallSeason(int performances, std::int64_t hallCapacity)
{
    Season season;
    season.venues = {{"Playhouse", "1 Main Street", "Europe/Berlin"}};
    season.taxes = {{"VAT", 19'000, true}};
    SeasonEvent event;
    event.name = "Hamlet";
    event.venue = "Playhouse";
    event.categories = {"Stalls", "Standing"};
    event.types = {{"Adult", "VAT", {{"Stalls", 2'500}, {"Standing", 1'200}}, 0, {}, {}},
                   {"Child", "VAT", {{"Stalls", 1'250}, {"Standing", 599}}, 0, {}, {}}};
    event.fees = {{"Booking fee", Fee::Per::Order, 100, 0, "VAT"}};
    for (int i = 0; i < performances; ++i) {
        SeasonPerformance performance;
        performance.startsAt = Instant{kFirstNight + i * 24 * kHourMs};
        performance.timeZone = "Europe/Berlin";
        if (hallCapacity > 0) {
            performance.capacity = hallCapacity;
        } else {
            performance.planName = "Small room";
            performance.capacity = kSmallCapacity;
            performance.quotas = {
                {"Children", kChildren, {"Child"}, {}},
                {"Children in the stalls", kStallsChildren, {"Child"}, {"Stalls"}}};
        }
        event.performances.push_back(performance);
    }
    season.events.push_back(event);
    return season;
}

void foundSmallHouse(const CounterPlace& place, KeyVault& vault, const Clock& clock, Random& random,
                     const Season& season)
{
    const Founding founding{"Small House", "EUR", "Europe/Berlin", "1 Main Street", "DE1"};
    mustHave(Counter::found(place, founding, vault, clock, random), "found");
    const auto counter = Counter::open(place, vault, clock, random);
    mustHave(counter, "open");
    mustHave(importPlan(**counter, smallPlan()), "plan");
    mustHave(importSeason(**counter, season), "season");
}

CounterFixture::CounterFixture(std::uint64_t seed) : CounterFixture{smallSeason(2), seed} {}

CounterFixture::CounterFixture(const Season& season, std::uint64_t seed) : m_random{seed}
{
    foundSmallHouse(place(), m_vault, m_clock, m_random, season);
    mustHave(reopen(), "reopen");
    const auto list = performances(*m_counter, Instant{0});
    mustHave(list, "performances");
    for (const PerformanceSummary& summary : *list) {
        m_performances.push_back(summary.id);
    }
}

CounterFixture::~CounterFixture() = default;

CounterPlace CounterFixture::place() const
{
    return {folder(), m_place.address()};
}

void CounterFixture::close()
{
    m_counter.reset();
}

Result<void> CounterFixture::reopen()
{
    close();
    auto counter = Counter::open(place(), m_vault, m_clock, m_random);
    if (!counter) {
        return std::move(counter).error();
    }
    m_counter = *std::move(counter);
    return {};
}

std::shared_ptr<const Offer> CounterFixture::offer(std::size_t number)
{
    const auto offer = offerOf(*m_counter, performance(number));
    mustHave(offer, "offer");
    return *offer;
}

TicketTypeId CounterFixture::type(const std::string& name)
{
    const auto known = offer();
    for (const TicketType& type : known->types) {
        if (type.name == name) {
            return type.id;
        }
    }
    qFatal("no type %s", name.c_str());
}

CategoryId CounterFixture::category(const std::string& name)
{
    const auto known = offer();
    for (const PriceCategory& category : known->categories) {
        if (category.name == name) {
            return category.id;
        }
    }
    qFatal("no category %s", name.c_str());
}

CartItem CounterFixture::standing(const std::string& typeName, std::size_t number)
{
    return {performance(number), type(typeName), category("Standing"), std::nullopt};
}

CartItem CounterFixture::seat(SeatNumber seat, const std::string& typeName, std::size_t number)
{
    return {performance(number), type(typeName), category("Stalls"), seat};
}

SaleRequest CounterFixture::request(std::vector<CartItem> items)
{
    const Money plenty{100'000, *Currency::fromCode("EUR")};
    SaleRequest request;
    request.id = OrderId{Uuid::v7(m_clock.now(), m_random)};
    request.cart.items = std::move(items);
    request.tenders = {{PaymentMethod::Cash, plenty, {}}};
    return request;
}

Result<Order> CounterFixture::sell(std::vector<CartItem> items)
{
    m_clock.pass(1'000);
    return foyer::sell(*m_counter, request(std::move(items)));
}

std::vector<Order> CounterFixture::sellStanding(int orders)
{
    std::vector<Order> sold;
    for (int i = 0; i < orders; ++i) {
        auto order = sell({standing()});
        mustHave(order, "sell");
        sold.push_back(*std::move(order));
    }
    return sold;
}

void tamper(const std::string& file, const std::string& sql)
{
    if (isPostgresAddress(file)) {
        Database::open(file, Database::Mode::ReadWrite)->runScript(sql);
        return;
    }
    sqlite3* database = nullptr;
    char* message = nullptr;
    if (sqlite3_open(file.c_str(), &database) != SQLITE_OK ||
        sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &message) != SQLITE_OK) {
        qFatal("tamper %s: %s", sql.c_str(), message != nullptr ? message : "cannot open");
    }
    sqlite3_close(database);
}

} // namespace foyer::test
