// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPointF>
#include <QString>

#include <vector>

namespace foyer::ui {

class NamePlates;
class SeatMapCamera;
class SeatMapScene;

/// A name plate of a section and where it goes.
struct PlacedName {
    QPointF middle; ///< in the widget
    QString name;
    QString lesser; ///< may be empty
    double opacity = 1;
};

/// Where the sections say their names, none over another. Far away a name stands in the middle of
/// its section with the number of free seats; close by it moves to a place above the section where
/// no seat is, or to the top of the window while the section runs out of it.
std::vector<PlacedName> placeNames(const SeatMapScene& scene, const SeatMapCamera& camera,
                                   NamePlates& plates);

} // namespace foyer::ui
