// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/documents/drawing/drawing.h"
#include "core/domain/reports/report_table.h"

#include <string>
#include <vector>

namespace foyer {

/// The chart of a report on an A4 page (lying). Black on white: series are told apart by fillings
/// and strokes, which the page explains. None where nothing is to be shown, or where a map stands
/// in the place of the chart. `locale` is a BCP 47 name, by which numbers are written. Needs a
/// QGuiApplication.
std::vector<Drawing> chartSheets(const ReportTable& table, const std::string& locale = {});

} // namespace foyer
