// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/till/till_figures.h"

#include <QString>

namespace foyer::ui {

/// What a figure is of, for people: "Sold", "Tax · VAT 7 %".
QString figureText(const FigureKey& figure);

} // namespace foyer::ui
