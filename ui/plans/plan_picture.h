// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/seating/seating_plan.h"
#include "ui/common/palette.h"

#include <QImage>

namespace foyer::ui {

/// A little picture of a plan for lists: seats as dots in their categories' colours.
QImage planPicture(const SeatingPlan& plan, QSize size, double ratio, const Palette& palette);

} // namespace foyer::ui
