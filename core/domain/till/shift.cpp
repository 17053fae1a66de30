// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/till/shift.h"

namespace foyer {

EntityEdited editOf(const Drawer& drawer)
{
    const auto& replica = drawer.replica.uuid.bytes();
    return {drawer.id.uuid,
            {{"name", drawer.name}, {"replica", Bytes{replica.begin(), replica.end()}}}};
}

std::optional<Drawer> drawerFrom(const Uuid& id, const Entity& entity)
{
    if (!entity.has("name")) {
        return std::nullopt;
    }
    return Drawer{DrawerId{id}, entity.text("name"), ReplicaId{entity.uuid("replica")}};
}

std::string shiftLabel(const std::string& series, std::int64_t number)
{
    return series + "-" + std::to_string(number);
}

std::string zLabel(const std::string& series, std::int64_t number)
{
    return series + "-Z" + std::to_string(number);
}

bool tellsOfCash(const TillFigure& figure)
{
    return figure.key.group == FigureGroup::Drawer || figure.key.group == FigureGroup::Rounding ||
        figure.key.group == FigureGroup::PayIn || figure.key.group == FigureGroup::PayOut ||
        (figure.key.group == FigureGroup::Method && figure.key.name == "cash");
}

} // namespace foyer
