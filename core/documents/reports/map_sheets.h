// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/documents/drawing/drawing.h"
#include "core/domain/reports/report_table.h"

#include <vector>

namespace foyer {

/// The map of a report on A4 pages (lying): what became of each seat, then how full each section
/// and each price category is. Black on white: seats are told apart by marks, fullness by how much
/// of a seat is black, and each page says what its marks mean. None for a report without a map.
/// Needs a QGuiApplication.
std::vector<Drawing> mapSheets(const ReportTable& table);

} // namespace foyer
