// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/definitions.h"
#include "app/cli/json_forms.h"
#include "app/cli/run.h"
#include "app/cli/server_link.h"
#include "app/cli/session.h"
#include "app/cli/text_forms.h"
#include "core/domain/sales/order_code.h"
#include "core/services/catalogue.h"
#include "core/services/counter.h"
#include "core/services/mass_return.h"
#include "core/services/offer_cache.h"
#include "core/services/rights_need.h"
#include "sync/client/sync_conversation.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <unistd.h>

namespace foyer::cli {
namespace {

constexpr std::size_t kOrdersAStep = 25;

Json shareForm(const ReturnShare& share)
{
    Json money = Json::array();
    for (const Money& each : share.money) {
        money.push_back({{"amount", toPlainText(each)}, {"currency", each.currency().code()}});
    }
    Json ways = Json::array();
    for (const ReturnWay& each : share.ways) {
        ways.push_back({{"method", std::string{paymentMethodName(each.method)}},
                        {"amount", toPlainText(each.money)},
                        {"currency", each.money.currency().code()}});
    }
    return {{"orders", share.orders}, {"tickets", share.tickets}, {"money", money}, {"ways", ways}};
}

std::string shareText(const ReturnShare& share)
{
    std::string text =
        std::to_string(share.orders) + " orders, " + std::to_string(share.tickets) + " tickets";
    for (const Money& each : share.money) {
        text += ", " + moneyText(each);
    }
    for (std::size_t at = 0; at < share.ways.size(); ++at) {
        text += (at == 0 ? " (" : ", ") + std::string{paymentMethodName(share.ways[at].method)} +
            ' ' + moneyText(share.ways[at].money);
    }
    return share.ways.empty() ? text : text + ')';
}

Result<Answer> answerWithPlan(const MassReturnPlan& plan)
{
    const ReturnShare byItself = plan.share(ReturnCourse::ByItself);
    const ReturnShare atCounter = plan.share(ReturnCourse::AtCounter);
    const ReturnShare awaited = plan.share(ReturnCourse::Awaited);
    const Json form{{"orders", plan.orders()},          {"tickets", plan.tickets()},
                    {"customers", plan.customers},      {"admitted", plan.admitted},
                    {"by_itself", shareForm(byItself)}, {"at_counter", shareForm(atCounter)},
                    {"awaited", shareForm(awaited)}};
    return Answer{line(Json{{"plan", form}}),
                  columns({{"Goes back by itself", shareText(byItself)},
                           {"Waits for the customer", shareText(atCounter)},
                           {"Payment still open", shareText(awaited)},
                           {"Used tickets, which stay", std::to_string(plan.admitted)},
                           {"Orders with a customer to write to", std::to_string(plan.customers)}}),
                  {}};
}

Json massReturnForm(const MassReturn& whole)
{
    return {{"id", whole.begun.id.text()},
            {"performance", whole.begun.performance.text()},
            {"reason", whole.begun.reason},
            {"keep_fees", whole.begun.keepFees},
            {"orders", whole.begun.orders},
            {"tickets", whole.begun.tickets},
            {"begun_at", toRfc3339(whole.begunAt)},
            {"ended_at", whole.endedAt ? Json(toRfc3339(*whole.endedAt)) : Json(nullptr)}};
}

/// The line to the server, opened when the first order has to be fetched.
class OrderFetch {
public:
    OrderFetch(Counter& counter, Random& random) : m_counter{counter}, m_random{random} {}

    /// Whether what the last refused step lacked is here now.
    bool fetch()
    {
        if (!m_link) {
            auto link = ServerLink::of(m_counter, m_random);
            m_link = link ? std::move(*link) : nullptr;
        }
        const RightsNeed need = m_counter.rightsNeed();
        return m_link && !need.isEmpty() && m_link->conversation().fetchRights(need).has_value();
    }

private:
    Counter& m_counter;
    Random& m_random;
    std::unique_ptr<ServerLink> m_link;
};

/// Goes on until nothing is left that goes back by itself.
Result<void> walkThrough(Counter& counter, Random& random, MassReturnWalk& walk)
{
    OrderFetch fetch{counter, random};
    const bool isWatched = isatty(STDERR_FILENO) == 1;
    std::int64_t fetchedAt = -1;
    while (!walk.isDone()) {
        if (const auto gone = walk.step(counter, kOrdersAStep); !gone) {
            if (!isWantOfRights(gone.error())) {
                return gone.error();
            }
            // Once for each order: what is still not here then, its counter has to give first.
            if (fetchedAt == walk.looked() || !fetch.fetch()) {
                walk.passOver(gone.error());
            } else {
                fetchedAt = walk.looked();
            }
        }
        if (isWatched) {
            std::fprintf(stderr, "\r%lld of %lld orders ", static_cast<long long>(walk.looked()),
                         static_cast<long long>(walk.all()));
        }
    }
    if (isWatched) {
        std::fputc('\n', stderr);
    }
    return {};
}

Result<MassReturnId> begunOrOpen(Counter& counter, PerformanceId performance,
                                 const MassReturnRunCommand& command)
{
    const auto open = openMassReturn(counter, performance);
    if (!open) {
        return open.error();
    }
    if (*open) {
        return (*open)->begun.id;
    }
    const auto plan = planMassReturn(counter, performance, command.keepFees);
    return plan ? beginMassReturn(counter, {performance, command.reason, command.keepFees, *plan})
                : Result<MassReturnId>{plan.error()};
}

} // namespace

Result<Answer> run(const MassReturnPlanCommand& command, Session& session)
{
    const auto counter = session.open();
    if (!counter) {
        return counter.error();
    }
    const auto performance = performanceNamed(**counter, command.performance);
    if (!performance) {
        return performance.error();
    }
    const auto plan = planMassReturn(**counter, *performance, command.keepFees);
    return plan ? answerWithPlan(*plan) : plan.error();
}

Result<Answer> run(const MassReturnRunCommand& command, Session& session)
{
    const auto counter = session.open();
    if (!counter) {
        return counter.error();
    }
    const auto performance = performanceNamed(**counter, command.performance);
    if (!performance) {
        return performance.error();
    }
    const auto id = begunOrOpen(**counter, *performance, command);
    if (!id) {
        return id.error();
    }
    MassReturnWalk walk{*id};
    if (auto gone = walkThrough(**counter, session.random(), walk); !gone) {
        return std::move(gone).error();
    }
    Json left = Json::array();
    std::vector<std::vector<std::string>> lines;
    Json waiting = Json::array();
    for (const ReturnDue& each : walk.waitingOrders()) {
        const std::string code = displayOrderCode(each.code);
        waiting.push_back({{"order", code}, {"amount", toPlainText(each.back)}});
        lines.push_back({code,
                         moneyText(each.back) +
                             (each.course == ReturnCourse::Awaited
                                  ? ": its own payment is still open"
                                  : ": give it back when its customer comes")});
    }
    const bool isLeft = !walk.notReturned().empty();
    for (const NotReturned& each : walk.notReturned()) {
        left.push_back({{"order", each.code}, {"code", each.why.code}, {"why", each.why.message}});
        lines.push_back({each.code, each.why.message});
    }
    const Json form{{"id", id->text()},
                    {"returned", walk.returned()},
                    {"waiting", walk.waiting()},
                    {"waiting_orders", waiting},
                    {"not_returned", left}};
    return Answer{line(Json{{"mass_return", form}}),
                  std::to_string(walk.returned()) + " orders were given back, " +
                      std::to_string(walk.waiting()) + " wait for their customers.\n" +
                      columns(lines) +
                      (isLeft ? "Run this again for what is left, once those counters are heard.\n"
                              : ""),
                  {}};
}

Result<Answer> run(const MassReturnListCommand&, Session& session)
{
    const auto counter = session.open();
    if (!counter) {
        return counter.error();
    }
    const auto all = massReturns(**counter);
    if (!all) {
        return all.error();
    }
    Json list = Json::array();
    std::vector<std::vector<std::string>> lines;
    for (const MassReturn& each : *all) {
        list.push_back(massReturnForm(each));
        lines.push_back({toRfc3339(each.begunAt), each.begun.reason,
                         std::to_string(each.begun.orders) + " orders",
                         each.endedAt ? "ended" : "under way"});
    }
    return Answer{line(Json{{"mass_returns", list}}),
                  lines.empty() ? "Nothing was given back as a whole.\n" : columns(lines),
                  {}};
}

Result<Answer> run(const MassReturnEndCommand& command, Session& session)
{
    const auto counter = session.open();
    if (!counter) {
        return counter.error();
    }
    const auto performance = performanceNamed(**counter, command.performance);
    if (!performance) {
        return performance.error();
    }
    const auto open = openMassReturn(**counter, *performance);
    if (!open) {
        return open.error();
    }
    if (!*open) {
        return refused("unknown_mass_return", "Nothing of this performance is being given back.");
    }
    if (auto ended = endMassReturn(**counter, (*open)->begun.id); !ended) {
        return std::move(ended).error();
    }
    return Answer{line(Json{{"ended", (*open)->begun.id.text()}}),
                  "Nobody goes on with it. What was given back stays so.\n",
                  {}};
}

void defineMassReturns(CLI::App& app, Invocation& invocation)
{
    CLI::App* all =
        app.add_subcommand("mass-return", "Give everybody's money back for a performance");
    all->require_subcommand(1);
    constexpr const char* kPerformanceHelp = "Its id, or the beginning of it";
    const auto [plan, planned] =
        define<MassReturnPlanCommand>(*all, invocation, "plan",
                                      "Whom it concerns and how much; changes nothing");
    plan->add_option("PERFORMANCE", planned->performance, kPerformanceHelp)->required();
    plan->add_flag("--keep-fees", planned->keepFees, "Fees stay with the house");
    const auto [run, ran] =
        define<MassReturnRunCommand>(*all, invocation, "run",
                                     "Give back what goes back by itself, or go on with it");
    run->add_option("PERFORMANCE", ran->performance, kPerformanceHelp)->required();
    run->add_option("--reason", ran->reason, "Why; kept with each order");
    run->add_flag("--keep-fees", ran->keepFees, "Fees stay with the house");
    define<MassReturnListCommand>(*all, invocation, "list", "Those there were, the latest first");
    const auto [end, ended] =
        define<MassReturnEndCommand>(*all, invocation, "end", "Do not go on with it");
    end->add_option("PERFORMANCE", ended->performance, kPerformanceHelp)->required();
}

} // namespace foyer::cli
