// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/seating/plan_editing/drawing_warnings.h"

#include <QString>

namespace foyer::ui {

/// "Seats lie on one another: 3, the first one is A 7".
QString warningWords(const DrawingWarning& warning);

} // namespace foyer::ui
