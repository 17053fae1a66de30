// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/json_forms.h"
#include "app/cli/run.h"
#include "app/cli/session.h"
#include "core/services/counter.h"
#include "core/services/data_folder.h"
#include "core/services/training.h"

#include <nlohmann/json.hpp>

namespace foyer::cli {

Result<Answer> run(const TrainingBeginCommand&, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    if (auto begun = beginTraining(**counter, session.random()); !begun) {
        return std::move(begun).error();
    }
    const std::string folder = trainingFolder((*counter)->folder().path());
    return Answer{line(Json{{"training", folder}}),
                  "Training lies in " + folder +
                      ". Use it with foyer --training, or with --data.\n",
                  {}};
}

Result<Answer> run(const TrainingEndCommand&, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    if (auto ended = endTraining((*counter)->folder().path()); !ended) {
        return std::move(ended).error();
    }
    return Answer{line(Json{{"training", nullptr}}), "The training is gone.\n", {}};
}

} // namespace foyer::cli
