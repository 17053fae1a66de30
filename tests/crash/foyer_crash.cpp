// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// foyer-crash [--kills N] [--seed S]: starts itself again and again as a counter that sells, kills
// it at a random instant, and looks whether everything it had confirmed is there, complete and
// once. What the kernel was given survives the kill of a process; the loss of power is not tried
// here.
//
// foyer-crash --self-check does the same to a counter that confirms each sale before it commits it,
// and succeeds where the loss is seen: so the trial is known to be able to fail.

#include "core/services/catalogue.h"
#include "core/services/counter.h"
#include "core/services/integrity.h"
#include "core/services/sales.h"
#include "tests/crash/file_vault.h"
#include "tests/support/counter_fixture.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <map>
#include <sstream>
#include <thread>

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr std::int64_t kHall = 100'000'000;
constexpr int kPatienceMs = 20'000;
constexpr int kCheckEvery = 10;  // kills between two looks at the orders
constexpr int kVerifyEvery = 50; // kills between two checks of the whole journal
constexpr std::size_t kBasket = 4;

[[noreturn]] void die(const std::string& why)
{
    std::fprintf(stderr, "foyer-crash: %s\n", why.c_str());
    std::exit(1);
}

std::unique_ptr<Counter> opened(const std::string& folder, FileVault& vault, const Clock& clock,
                                Random& random)
{
    auto counter = Counter::open(folder, vault, clock, random);
    if (!counter) {
        die("cannot open: " + counter.error().code + ": " + counter.error().message);
    }
    return *std::move(counter);
}

// ---- the victim: sells, and says so after each sale returned ------------------------------------

SaleRequest anySale(const Offer& offer, const Clock& clock, Random& random, std::size_t size)
{
    SaleRequest request;
    request.id = OrderId{Uuid::v7(clock.now(), random)};
    for (std::size_t i = 0; i < size; ++i) {
        const TicketType& type = offer.types[i % offer.types.size()];
        request.cart.items.push_back(
            {offer.performance.id, type.id, type.prices.begin()->first, std::nullopt});
    }
    request.tenders = {{PaymentMethod::Cash, Money{100'000, offer.organizer.currency}, {}}};
    return request;
}

void say(const std::string& line)
{
    if (::write(STDOUT_FILENO, line.data(), line.size()) != static_cast<ssize_t>(line.size())) {
        std::_Exit(1); // nobody listens any more
    }
}

/// When the victim confirms a sale: as Foyer does, or too early.
enum class Confirms { AfterCommit, BeforeCommit };
constexpr const char* kSell = "--sell";
constexpr const char* kSellTooEarly = "--sell-confirming-too-early";

void confirm(const char* what, OrderId order, std::size_t tickets)
{
    say(std::string{what} + " " + order.text() + " " + std::to_string(tickets) + "\n");
}

[[noreturn]] void sellUntilKilled(const std::string& folder, Confirms when)
{
    FileVault vault{folder};
    SystemClock clock;
    SystemRandom random;
    const auto counter = opened(folder, vault, clock, random);
    const auto list = performances(*counter, Instant{0});
    const auto offer = list ? offerOf(*counter, list->front().id) : list.error();
    if (!offer) {
        die(offer.error().message);
    }
    std::string last;
    for (std::size_t sale = 1;; ++sale) {
        const SaleRequest request = anySale(**offer, clock, random, 1 + sale % kBasket);
        if (when == Confirms::BeforeCommit) {
            confirm("sold", request.id, request.cart.items.size());
        }
        const auto sold = sell(*counter, request);
        if (!sold) {
            die("sale refused: " + sold.error().code + ": " + sold.error().message);
        }
        if (when == Confirms::AfterCommit) {
            confirm("sold", sold->id, sold->tickets.size());
        }
        if (sale % 5 == 0) {
            const auto voided = voidOrder(*counter, last, "crash test");
            if (!voided) {
                die("void refused: " + voided.error().code);
            }
            confirm("void", voided->id, voided->tickets.size());
        }
        last = sold->code;
    }
}

// ---- the one that kills and counts
// ---------------------------------------------------------------

struct Confirmed {
    std::size_t tickets = 0;
    bool voided = false;
};

class Trial {
public:
    Trial(std::string folder, std::uint64_t seed)
        : m_folder{std::move(folder)}, m_vault{m_folder}, m_engine{seed}
    {}

    /// Starts this program as a counter, `sells` being kSell or kSellTooEarly, and kills it.
    void killOnce(const char* sells)
    {
        int ends[2] = {-1, -1};
        if (::pipe(ends) != 0) {
            die("no pipe");
        }
        const pid_t child = ::fork();
        if (child == 0) {
            ::dup2(ends[1], STDOUT_FILENO);
            ::close(ends[0]);
            ::close(ends[1]);
            ::execl("/proc/self/exe", "foyer-crash", sells, m_folder.c_str(), nullptr);
            std::_Exit(127);
        }
        ::close(ends[1]);
        const bool early = m_engine() % 8 == 0; // also while it is still opening the folder
        if (!early) {
            pollfd wait{ends[0], POLLIN, 0};
            if (::poll(&wait, 1, kPatienceMs) != 1) {
                die("the counter sells nothing");
            }
        }
        std::this_thread::sleep_for(std::chrono::microseconds{m_engine() % 60'000});
        ::kill(child, SIGKILL);
        std::string said;
        char buffer[4096];
        for (ssize_t got = 0; (got = ::read(ends[0], buffer, sizeof buffer)) > 0;) {
            said.append(buffer, static_cast<std::size_t>(got));
        }
        ::close(ends[0]);
        int status = 0;
        ::waitpid(child, &status, 0);
        if (!WIFSIGNALED(status)) {
            die("the counter stopped by itself");
        }
        ++m_kills;
        note(said);
    }

    /// Every confirmed order is there once and complete; and nothing is there by halves.
    void checkOrders()
    {
        const auto counter = opened(m_folder, m_vault, m_clock, m_random);
        for (const auto& [id, expected] : m_confirmed) {
            const auto order = findOrder(*counter, id);
            const bool whole = order && order->tickets.size() == expected.tickets &&
                paidBy(*order) == order->total.minor() && (!expected.voided || order->voided);
            if (!whole) {
                ++m_lost;
                std::fprintf(stderr, "lost: order %s (%zu tickets)%s\n", id.text().c_str(),
                             expected.tickets, expected.voided ? ", voided" : "");
            }
        }
        if (m_lost > 0) {
            return;
        }
        Database& database = counter->database();
        const auto orders = database.integer("SELECT count(*) FROM sale_order").value();
        const auto halves =
            database
                .integer(
                    "SELECT count(*) FROM sale_order o WHERE (SELECT sum(amount) FROM payment p "
                    "WHERE p.sale_order = o.id) IS NOT o.total OR NOT EXISTS (SELECT 1 FROM "
                    "ticket t WHERE t.sale_order = o.id)")
                .value();
        // Of each kill at most one sale was on disk and not confirmed yet.
        const auto unconfirmed = orders - static_cast<std::int64_t>(m_confirmed.size());
        if (halves != 0 || unconfirmed < 0 || unconfirmed > m_kills ||
            counter->entriesMissing() != 0) {
            die(std::to_string(halves) + " orders by halves, " + std::to_string(unconfirmed) +
                " not confirmed, " + std::to_string(counter->entriesMissing()) +
                " entries missing");
        }
    }

    void verify()
    {
        const auto counter = opened(m_folder, m_vault, m_clock, m_random);
        const auto report = verifyJournal(*counter);
        if (!report) {
            die("verify: " + report.error().message);
        }
        for (const Finding& finding : report->findings) {
            std::fprintf(stderr, "%s: %s (%s)\n", finding.code.c_str(), finding.sentence.c_str(),
                         finding.where.c_str());
        }
        if (!report->findings.empty()) {
            die("the journal is not sound");
        }
    }

    int kills() const { return m_kills; }
    std::size_t sales() const { return m_confirmed.size(); }
    int lost() const { return m_lost; }

private:
    static std::int64_t paidBy(const Order& order)
    {
        std::int64_t paid = 0;
        for (const SettledTender& payment : order.payments) {
            paid += payment.amount.minor();
        }
        return paid;
    }

    void note(const std::string& said)
    {
        std::istringstream lines{said};
        std::string what;
        std::string id;
        std::size_t tickets = 0;
        while (lines >> what >> id >> tickets) {
            const auto uuid = Uuid::fromText(id);
            if (!uuid) {
                die("heard " + id);
            }
            Confirmed& order = m_confirmed[OrderId{*uuid}];
            order.tickets = tickets;
            order.voided = order.voided || what == "void";
        }
    }

    std::string m_folder;
    FileVault m_vault;
    SystemClock m_clock;
    SystemRandom m_random;
    std::mt19937_64 m_engine;
    std::map<OrderId, Confirmed> m_confirmed;
    int m_kills = 0;
    int m_lost = 0;
};

std::uint64_t numberAfter(int argc, char** argv, const char* option, std::uint64_t otherwise)
{
    for (int i = 1; i + 1 < argc; ++i) {
        if (std::strcmp(argv[i], option) == 0) {
            const char* end = argv[i + 1] + std::strlen(argv[i + 1]);
            if (std::from_chars(argv[i + 1], end, otherwise).ptr != end) {
                die(std::string{option} + " takes a number");
            }
        }
    }
    return otherwise;
}

int killAndLook(Trial& trial, int kills)
{
    while (trial.kills() < kills && trial.lost() == 0) {
        trial.killOnce(kSell);
        if (trial.kills() % kCheckEvery == 0 || trial.kills() == kills) {
            trial.checkOrders();
        }
        if (trial.kills() % kVerifyEvery == 0 || trial.kills() == kills) {
            trial.verify();
        }
    }
    std::printf("%d kills, %zu sales confirmed, %d lost\n", trial.kills(), trial.sales(),
                trial.lost());
    return trial.lost() == 0 ? 0 : 1;
}

int checkItself(Trial& trial, int kills)
{
    while (trial.kills() < kills && trial.lost() == 0) {
        trial.killOnce(kSellTooEarly);
        trial.checkOrders();
    }
    std::printf("a sale confirmed too early was %s after %d kills\n",
                trial.lost() > 0 ? "seen to be lost" : "not seen to be lost", trial.kills());
    return trial.lost() > 0 ? 0 : 1;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application{argc, argv};
    if (argc == 3 && std::strcmp(argv[1], kSell) == 0) {
        sellUntilKilled(argv[2], Confirms::AfterCommit);
    }
    if (argc == 3 && std::strcmp(argv[1], kSellTooEarly) == 0) {
        sellUntilKilled(argv[2], Confirms::BeforeCommit);
    }
    const bool selfCheck = argc > 1 && std::strcmp(argv[1], "--self-check") == 0;
    const auto kills = static_cast<int>(numberAfter(argc, argv, "--kills", 300));
    const std::uint64_t seed = numberAfter(argc, argv, "--seed", std::random_device{}());
    std::printf("seed %llu\n", static_cast<unsigned long long>(seed));
    const QTemporaryDir folder;
    const std::string path = folder.path().toStdString();
    {
        FileVault vault{path};
        SystemRandom random;
        foundSmallHouse(path, vault, SystemClock{}, random, smallSeason(1, kHall));
    }
    Trial trial{path, seed};
    return selfCheck ? checkItself(trial, kills) : killAndLook(trial, kills);
}
