// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/json_forms.h"
#include "app/cli/picture_meant.h"
#include "app/cli/run.h"
#include "app/cli/session.h"
#include "app/cli/text_forms.h"
#include "core/domain/seating/plan_background.h"
#include "core/services/counter.h"
#include "core/services/pictures.h"
#include "core/services/plans.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace foyer::cli {
namespace {

Result<PictureSize> sizeOfPicture(Counter& counter, const PictureHash& hash)
{
    const auto known = pictures(counter);
    if (!known) {
        return known.error();
    }
    const auto found = std::ranges::find_if(*known, [&](const PictureAtCounter& each) {
        return each.picture.hash == hash;
    });
    return found != known->end() ? Result<PictureSize>{found->picture.size}
                                 : refused("unknown_picture", "This picture is not known here.");
}

/// Another picture comes to lie where the one before lay.
Result<PlanBackground> backgroundMeant(Counter& counter, const PlanVersion& version,
                                       const PlanBackgroundCommand& command)
{
    const auto& before = version.plan.background;
    if (command.picture.empty()) {
        return before ? Result<PlanBackground>{*before}
                      : usageError("no_picture",
                                   "Name a file, or the beginning of a picture's hash.", "PICTURE");
    }
    const auto hash = pictureMeant(counter, command.picture);
    const auto size = hash ? sizeOfPicture(counter, *hash) : hash.error();
    if (!size) {
        return size.error();
    }
    const PlanPoint pixels{static_cast<float>(size->width), static_cast<float>(size->height)};
    PlanBackground background = backgroundUnder(version.plan.size, pictureHashText(*hash), pixels);
    if (before) {
        background = scaledTo(background, before->size.x);
        background.at = before->at;
        background.opacity = before->opacity;
    }
    return background;
}

void place(PlanBackground& background, const PlanBackgroundCommand& command)
{
    if (command.width) {
        background = scaledTo(background, static_cast<float>(*command.width));
    }
    background.at.x = static_cast<float>(command.left.value_or(background.at.x));
    background.at.y = static_cast<float>(command.top.value_or(background.at.y));
    if (command.opacity) {
        background.opacity = static_cast<float>(*command.opacity) / 100.0F;
    }
    if (!command.shown.empty()) {
        background.hidden = command.shown == "no";
    }
}

Json backgroundForm(const PlanBackground& background)
{
    const auto hundredths = [](float value) {
        return std::round(static_cast<double>(value) * 100.0) / 100.0;
    };
    return {{"hash", background.sha256},
            {"left", hundredths(background.at.x)},
            {"top", hundredths(background.at.y)},
            {"width", hundredths(background.size.x)},
            {"height", hundredths(background.size.y)},
            {"opacity", std::lround(background.opacity * 100)},
            {"shown", !background.hidden}};
}

} // namespace

Result<Answer> run(const PlanBackgroundCommand& command, Session& session)
{
    auto opened = session.open();
    if (!opened) {
        return std::move(opened).error();
    }
    Counter& counter = **opened;
    const auto id = planNamed(counter, command.plan);
    const auto version = id ? planVersion(counter, *id) : id.error();
    if (!version) {
        return version.error();
    }
    if (command.isNone) {
        const auto gone = setPlanBackground(counter, *id, std::nullopt);
        return gone ? Result<Answer>{Answer{line(Json{{"background", nullptr}}),
                                            "The plan is drawn over no picture any more.\n",
                                            {}}}
                    : gone.error();
    }
    auto background = backgroundMeant(counter, *version, command);
    if (!background) {
        return std::move(background).error();
    }
    place(*background, command);
    if (auto set = setPlanBackground(counter, *id, *background); !set) {
        return std::move(set).error();
    }
    return Answer{line(Json{{"background", backgroundForm(*background)}}),
                  "The plan \"" + version->plan.name + "\" is drawn over this picture now.\n",
                  {}};
}

} // namespace foyer::cli
