// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/json_forms.h"
#include "app/cli/run.h"
#include "app/cli/session.h"
#include "app/cli/text_forms.h"
#include "app/seasons/season_loading.h"
#include "core/services/counter.h"

#include <nlohmann/json.hpp>

namespace foyer::cli {
namespace {

Result<void> checkTimeZone(const std::string& name)
{
    if (!name.empty() && !isTimeZone(name)) {
        return badInput("bad_founding",
                        "\"" + name +
                            "\" is not a time zone of this computer. Use an IANA name, such "
                            "as Europe/Berlin.",
                        "time_zone");
    }
    return {};
}

} // namespace

Result<Answer> run(const InitCommand& command, Session& session)
{
    if (auto known = checkTimeZone(command.founding.timeZone); !known) {
        return std::move(known).error();
    }
    if (auto made = session.found(command.founding); !made) {
        return std::move(made).error();
    }
    const Founding& founding = command.founding;
    Json object{{"counter",
                 {{"name", founding.counterName},
                  {"organizer", founding.organizer},
                  {"currency", founding.currency},
                  {"time_zone", founding.timeZone},
                  {"folder", session.folder()},
                  {"protection", session.protection()},
                  {"for_testing", founding.isForTesting}}}};
    std::string text = "Made \"" + founding.counterName + "\" in " + session.folder() +
        "; its keys lie in the " +
        (session.protection() == "keychain" ? "keychain" : "file foyer.keys") + ".\n";
    if (founding.isForTesting) {
        text += "It is for testing, for good: no real money, and its papers are specimens.\n";
    }
    if (command.demo) {
        auto counter = session.open();
        if (!counter) {
            return std::move(counter).error();
        }
        const auto season = app::loadDemonstration(**counter);
        if (!season) {
            return season.error();
        }
        object["season"] = {{"events", season->added.events},
                            {"performances", season->added.performances}};
        text += "Loaded the demonstration: " + std::to_string(season->added.events) +
            " events with " + std::to_string(season->added.performances) + " performances.\n";
    }
    return Answer{line(object), text, {}};
}

} // namespace foyer::cli
