// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>

class QPainter;

namespace foyer::ui {

class SeatMapCamera;
class SeatMapScene;

/// Paints what lies below the seats: sections, standing areas, the stage, tables.
/// The painter works in widget pixels.
void paintFloor(QPainter& painter, const SeatMapScene& scene, const SeatMapCamera& camera);

/// Paints the words on the floor: of standing areas, shapes and tables.
void paintWords(QPainter& painter, const SeatMapScene& scene, const SeatMapCamera& camera,
                const QFont& font);

} // namespace foyer::ui
