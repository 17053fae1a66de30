// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/json_forms.h"
#include "app/cli/run.h"
#include "app/cli/session.h"
#include "app/show_night/show_night_kit.h"
#include "core/services/catalogue.h"

#include <nlohmann/json.hpp>

namespace foyer::cli {

Result<Answer> run(const KitCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto performance = performanceNamed(**counter, command.performance);
    if (!performance) {
        return performance.error();
    }
    const auto night = showNight(**counter, *performance);
    if (!night) {
        return night.error();
    }
    const auto kit = app::writeShowNightKit(*night, command.folder, command.blanks);
    if (!kit) {
        return kit.error();
    }
    Json files{{"door_list", kit->doorList},
               {"will_call_list", kit->willCallList},
               {"seat_map", kit->seatMap},
               {"blank_tickets", nullptr}};
    if (command.blanks > 0) {
        files["blank_tickets"] = kit->blankTickets;
    }
    std::string text = std::to_string(night->guests.size()) + " tickets.\n";
    for (const auto& [name, path] : files.items()) {
        if (path.is_string()) {
            text += path.get<std::string>() + "\n";
        }
    }
    return Answer{line(Json{{"kit", files}}), text, {}};
}

} // namespace foyer::cli
