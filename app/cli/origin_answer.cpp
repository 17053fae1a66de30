// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/origin_answer.h"

#include <nlohmann/json.hpp>

namespace foyer::cli {

Json originForm(const std::optional<ImportedOrigin>& origin)
{
    return origin ? Json{{"source", origin->source},
                         {"id", origin->externalId},
                         {"placed_at", toRfc3339(origin->placedAt)}}
                  : Json(nullptr);
}

std::vector<std::vector<std::string>> beginningOf(const Order& order,
                                                  const std::optional<ImportedOrigin>& origin)
{
    if (!origin) {
        return {{toRfc3339(order.placedAt), "order.placed", {}, {}, {}, {}}};
    }
    return {{toRfc3339(origin->placedAt),
             "placed there",
             {},
             {},
             {},
             origin->source + " " + origin->externalId},
            {toRfc3339(order.placedAt), "order.imported", {}, {}, {}, {}}};
}

} // namespace foyer::cli
