// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/json_forms.h"
#include "app/cli/run.h"
#include "app/cli/session.h"
#include "app/cli/text_forms.h"
#include "core/services/branding.h"
#include "core/services/counter.h"
#include "core/services/picture_use.h"

#include <nlohmann/json.hpp>

#include <tuple>

namespace foyer::cli {
namespace {

/// What somebody typed for a colour; nothing: "none".
Result<std::optional<HouseColour>> colourMeant(const std::string& typed, const char* option)
{
    if (typed == "none") {
        return std::optional<HouseColour>{};
    }
    const auto colour = colourFrom(typed);
    return colour ? Result<std::optional<HouseColour>>{colour}
                  : usageError("bad_colour", "Write a colour as #1f5fbf, or none.", option);
}

Result<void> change(Counter& counter, const BrandingCommand& command)
{
    HouseColours colours = houseColours(counter);
    for (const auto& [typed, colour, option] :
         {std::tuple{&command.main, &colours.main, "--colour"},
          std::tuple{&command.text, &colours.text, "--text-colour"}}) {
        if (*typed) {
            const auto meant = colourMeant(**typed, option);
            if (!meant) {
                return meant.error();
            }
            *colour = *meant;
        }
    }
    return setHouseColours(counter, colours);
}

Json colourForm(const std::optional<HouseColour>& colour)
{
    return colour ? Json(colourText(*colour)) : Json(nullptr);
}

} // namespace

Result<Answer> run(const BrandingCommand& command, Session& session)
{
    const auto counter = session.open();
    if (!counter) {
        return counter.error();
    }
    if (command.main || command.text) {
        if (auto changed = change(**counter, command); !changed) {
            return std::move(changed).error();
        }
    }
    const HouseColours colours = houseColours(**counter);
    const auto shown = logo(**counter);
    if (!shown) {
        return shown.error();
    }
    const HouseColour main = mainColour(colours);
    const HouseColour ink = textOnMain(colours);
    const std::string hash = *shown ? pictureHashText((*shown)->hash) : std::string{};
    return Answer{line(Json{{"colour", colourForm(colours.main)},
                            {"text_colour", colourForm(colours.text)},
                            {"shown", {{"colour", colourText(main)}, {"text", colourText(ink)}}},
                            {"contrast", contrastOf(main, ink)},
                            {"logo", hash.empty() ? Json(nullptr) : Json(hash)}}),
                  columns({{"colour", colourText(main)},
                           {"text on it", colourText(ink)},
                           {"logo", hash.empty() ? "none" : hash.substr(0, 12)}}),
                  {}};
}

} // namespace foyer::cli
