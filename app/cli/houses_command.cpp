// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/json_forms.h"
#include "app/cli/run.h"
#include "app/cli/text_forms.h"
#include "core/services/house_list.h"

#include <QStandardPaths>

#include <nlohmann/json.hpp>

namespace foyer::cli {

Result<Answer> run(const HousesCommand&, Session&)
{
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    const HouseList list{(data + QStringLiteral("/foyer-houses")).toStdString()};
    Json forms = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (const KnownHouse& house : list.houses()) {
        forms.push_back({{"folder", house.folder}, {"name", house.name}});
        cells.push_back({house.name, house.folder});
    }
    return Answer{line(Json{{"houses", forms}}),
                  cells.empty() ? "No house was opened in the window here yet.\n" : columns(cells),
                  {}};
}

} // namespace foyer::cli
