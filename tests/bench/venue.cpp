// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/venue.h"

#include "core/base/ensure.h"
#include "core/services/catalogue.h"
#include "core/services/customer_directory.h"
#include "core/services/sales.h"
#include "core/services/sealed_file_vault.h"
#include "core/storage/journal.h"
#include "tests/bench/must.h"

#include <array>
#include <filesystem>

namespace foyer::bench {
namespace {

constexpr std::array kFirstNames{"Anna",  "Jürgen", "María", "Olga",   "Nguyễn", "Yusuf",
                                 "Søren", "Zofia",  "Émile", "Hiroko", "Layla",  "Patrick"};
constexpr std::array kLastNames{"Müller",    "Schneider", "García", "Kowalska", "Okafor",
                                "Johnson",   "Dubois",    "Tanaka", "Haddad",   "O'Brien",
                                "Lindqvist", "Petrov",    "Rossi"};

CustomerDetails person(std::int64_t number)
{
    const auto at = static_cast<std::size_t>(number);
    const std::string first = kFirstNames.at(at % kFirstNames.size());
    const std::string last = kLastNames.at(at / 7 % kLastNames.size());
    return {first + " " + last + " " + std::to_string(number),
            "guest" + std::to_string(number) + "@example.org", "+49 30 " + std::to_string(number),
            ""};
}

} // namespace

Venue::Venue(const std::string& folder, const std::string& passphrase)
    : m_folder{folder}, m_passphrase{passphrase}
{
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    m_vault = must(SealedFileVault::open(folder + "/foyer.keys", passphrase, m_random));
    const auto founded =
        Counter::found(folder, {"Bench", "EUR", "Europe/Berlin", "", "", "Counter 1"}, *m_vault,
                       m_clock, m_random);
    ENSURE(founded.has_value());
    reopen();
    Season season;
    season.venues.push_back({"Field", "", "Europe/Berlin"});
    season.taxes.push_back({"VAT 7 %", 7000, true});
    SeasonEvent event{.name = "Open Air", .subtitle = "", .venue = "Field", .categories = {"Lawn"}};
    event.types.push_back({"Adult", "VAT 7 %", {{"Lawn", 4200}}, 0, {}, {}});
    event.fees.push_back({"Booking fee", Fee::Per::Order, 200, 0, "VAT 7 %"});
    constexpr std::int64_t kSoonMs = 3'600'000;
    event.performances.push_back({.startsAt = {m_clock.now().ms + kSoonMs},
                                  .doorsAt = {},
                                  .timeZone = "Europe/Berlin",
                                  .planName = "",
                                  .capacity = 5'000'000});
    season.events.push_back(event);
    must(importSeason(*m_counter, season));
    const auto list = must(performances(*m_counter, m_clock.now()));
    const auto offer = must(offerOf(*m_counter, list.front().id));
    constexpr int kTickets = 3;
    m_cart.items.assign(
        kTickets,
        CartItem{list.front().id, offer->types.front().id, offer->categories.front().id, {}});
    m_total = must(quote(*m_counter, m_cart)).total.minor();
}

Venue::~Venue() = default;

void Venue::close()
{
    m_counter.reset();
}

void Venue::reopen()
{
    m_counter = must(Counter::open(m_folder, *m_vault, m_clock, m_random));
}

::sqlite3* Venue::handle()
{
    return static_cast<::sqlite3*>(m_counter->database().sqliteHandle());
}

SaleRequest Venue::request()
{
    SaleRequest request{.id = OrderId{Uuid::v7(m_clock.now(), m_random)}, .cart = m_cart};
    request.tenders = {{PaymentMethod::Cash, Money{m_total, *Currency::fromCode("EUR")}, ""}};
    if (m_made++ % 3 == 0) {
        request.newCustomer = person(m_made);
    }
    return request;
}

void Venue::fill(std::int64_t orders)
{
    Database& database = m_counter->database();
    database.runScript("PRAGMA synchronous=OFF");
    for (std::int64_t i = 0; i < orders; ++i) {
        SaleRequest sale = request();
        sale.newCustomer.reset();
        must(sell(*m_counter, sale));
    }
    database.runScript("PRAGMA synchronous=FULL");
}

void Venue::fillCustomers(std::int64_t customers)
{
    constexpr std::int64_t kAtOnce = 2'000;
    for (std::int64_t from = 0; from < customers; from += kAtOnce) {
        Journal::Act act{m_counter->journal(), Permit::ofProgram()};
        for (std::int64_t i = from; i < from + kAtOnce; ++i) {
            must(m_counter->customers().record(act, person(i)));
        }
        act.commit();
    }
    m_counter->noteHead();
}

} // namespace foyer::bench
