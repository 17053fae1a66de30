// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/input_file.h"
#include "app/cli/json_forms.h"
#include "app/cli/run.h"
#include "app/cli/server_link.h"
#include "app/cli/session.h"
#include "app/cli/terminal.h"
#include "app/cli/text_forms.h"
#include "core/base/clock.h"
#include "core/services/catalogue.h"
#include "core/services/counter.h"
#include "core/services/counter_sync.h"
#include "core/services/diagnostics.h"
#include "core/services/rights_return.h"
#include "core/storage/sync_store.h"
#include "sync/client/house_availability.h"
#include "sync/client/joining.h"
#include "sync/client/sync_conversation.h"

#include <nlohmann/json.hpp>

#include <filesystem>

namespace foyer::cli {
namespace {

/// An invitation is JSON; anything else names a file that holds one.
Result<std::string> invitationIn(const std::string& typed)
{
    if (typed.starts_with('{')) {
        return typed;
    }
    return readInputFile(typed);
}

Result<RightsReturned> giveBack(Counter& counter, const ReturnRightsCommand& command)
{
    if (command.performance.empty()) {
        return returnAllRights(counter, command.keep);
    }
    const auto performance = performanceNamed(counter, command.performance);
    return performance ? returnRights(counter, *performance, command.keep)
                       : Result<RightsReturned>{performance.error()};
}

std::string instantText(Instant instant)
{
    return instant.ms == 0 ? "never" : toRfc3339(instant);
}

/// Shows how much of the house has arrived at a new counter.
sync::SyncConversation::Progress tellerOf(ProgressLine& line)
{
    const Progress tell = line.teller();
    if (!tell) {
        return {};
    }
    return [tell](const sync::Exchanged& moved) {
        constexpr std::int64_t kKilobyte = 1'000;
        if (moved.snapshotSize > 0 && moved.position == 0) {
            tell(static_cast<double>(moved.snapshotBytes) / static_cast<double>(moved.snapshotSize),
                 "Fetching the house: " + std::to_string(moved.snapshotBytes / kKilobyte) + " of " +
                     std::to_string(moved.snapshotSize / kKilobyte) + " kB");
        }
    };
}

} // namespace

Result<Answer> run(const JoinCommand& command, Session& session)
{
    const auto invitation = invitationIn(command.invitation);
    if (!invitation) {
        return invitation.error();
    }
    if (session.isEmpty()) {
        if (auto joined = session.joinAsNew(*invitation); !joined) {
            return std::move(joined).error();
        }
    } else {
        auto counter = session.open();
        if (!counter) {
            return std::move(counter).error();
        }
        if (auto joined = sync::joinServer(**counter, *invitation); !joined) {
            return std::move(joined).error();
        }
    }
    return run(SyncCommand{}, session);
}

Result<Answer> run(const SyncCommand&, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto link = ServerLink::of(**counter, session.random());
    if (!link) {
        return link.error();
    }
    if (session.hasUser()) {
        // An administrator brings the passwords and PINs along that were set here. The server need
        // not know everybody else, so nothing else depends on it.
        (void)session.signInAt((*link)->session());
    }
    ProgressLine progress;
    const auto moved = (*link)->conversation().exchange(tellerOf(progress));
    (*link)->session().signOut();
    if (!moved) {
        return moved.error();
    }
    const auto kept = (*link)->conversation().keepStock();
    Json object{{"sent", moved->sent},
                {"heard", moved->heard},
                {"stock_fetched", kept && *kept},
                {"position", moved->position},
                {"secrets_waiting", moved->secretsWaiting},
                {"secrets_unusable", moved->secretsUnusable},
                {"server", (*counter)->membership()->url}};
    std::string text = "Sent " + std::to_string(moved->sent) + " entries, heard " +
        std::to_string(moved->heard) + ".\n";
    if (moved->snapshotSize > 0 && !moved->snapshotRefused) {
        object["snapshot"] = {{"bytes", moved->snapshotSize}};
        text = "Began with a snapshot of the house (" + std::to_string(moved->snapshotSize) +
            " bytes). " + text;
    }
    if (moved->snapshotRefused) {
        object["snapshot"] = errorForm(*moved->snapshotRefused);
        text += moved->snapshotRefused->message + " Everything was heard from the beginning.\n";
    }
    if (moved->secretsWaiting > 0) {
        text += "The server does not know every password and PIN that was set here: let an "
                "administrator run foyer-cli --user NAME server sync.\n";
    }
    if (moved->secretsUnusable > 0) {
        text += "The server cannot check the password or PIN that was set here of " +
            std::to_string(moved->secretsUnusable) +
            (moved->secretsUnusable == 1 ? " user" : " users") + ". Set it anew, and sync again.\n";
    }
    // Everything is in step all the same; that the server has no more of it is no problem at all.
    if (!kept && kept.error().code != "sold_out") {
        object["stock_problem"] = errorForm(kept.error());
        text +=
            "The stock for times without a network was not fetched: " + kept.error().message + "\n";
    }
    return Answer{line(object), text, {}};
}

Result<Answer> run(const ServerAvailabilityCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto performance = performanceNamed(**counter, command.performance);
    if (!performance) {
        return performance.error();
    }
    const auto link = ServerLink::of(**counter, session.random());
    const auto found = link ? sync::houseAvailability((*link)->session(), *performance)
                            : Result<sync::HouseAvailability>{link.error()};
    if (!found) {
        return found.error();
    }
    Json places = Json::array();
    std::vector<std::vector<std::string>> lines;
    for (const auto& each : found->places) {
        places.push_back({{"category", each.category},
                          {"seated", each.isSeated},
                          {"left", each.left ? Json(*each.left) : Json(nullptr)}});
        lines.push_back({each.category, each.left ? std::to_string(*each.left) : "no limit"});
    }
    return Answer{line(Json{{"performance", performance->text()},
                            {"position", found->position},
                            {"places", places}}),
                  columns(lines),
                  {}};
}

Result<Answer> run(const SyncStatusCommand&, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const Membership* membership = (*counter)->membership();
    CounterSync sync{**counter};
    const auto status = sync.status();
    if (!status) {
        return status.error();
    }
    Json object{{"server", membership != nullptr ? Json(membership->url) : Json(nullptr)},
                {"unsent", membership != nullptr ? status->unsent : 0},
                {"position", status->pulled},
                {"last_contact", instantText(status->contactAt)}};
    std::string text = membership != nullptr
        ? "Server " + membership->url + ", last contact " + instantText(status->contactAt) + ", " +
            std::to_string(status->unsent) + " entries not sent.\n"
        : std::string{"This counter stands alone: there is no server.\n"};
    if (status->problem) {
        object["problem"] = {{"code", status->problem->code},
                             {"message", status->problem->message},
                             {"next", adviceFor(status->problem->code)}};
        text += "The server does not take what comes next (" + status->problem->code +
            "): " + status->problem->message + "\n" + adviceFor(status->problem->code) + "\n";
    }
    return Answer{line(object), text, {}};
}

Result<Answer> run(const ReturnRightsCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto returned = giveBack(**counter, command);
    if (!returned) {
        return returned.error();
    }
    return Answer{line(Json{{"rights", returned->rights}, {"seats", returned->seats}}),
                  "Gave back " + std::to_string(returned->rights) + " rights and " +
                      std::to_string(returned->seats) + " seats.\n",
                  {}};
}

} // namespace foyer::cli
