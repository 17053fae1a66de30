// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/documents/drawing/drawing.h"
#include "core/documents/printing/slip_document.h"
#include "core/domain/till/shift.h"

#include <array>
#include <string>
#include <vector>

namespace foyer {

/// A line of a till report: what, how many, gross amount, tax in it. Empty where it has none.
using TillRow = std::array<std::string, 4>;

/// "X report of shift A7-12", "Z report A7-Z12".
std::string tillTitle(const ShiftReport& report);
/// The lines of an X or Z report, in English, amounts with all decimals of the currency.
std::vector<TillRow> tillRows(const ShiftReport& report);

/// The report on A4 pages. `timeZone`: IANA. Needs a QGuiApplication.
std::vector<Drawing> tillPages(const ShiftReport& report, const std::string& organizer,
                               const std::string& timeZone);

/// The same for a roll printer: who, where and when first, the tax below what it is in, and the
/// journal head of a Z in groups that fit the narrowest paper.
SlipPage tillSlip(const ShiftReport& report, const std::string& organizer,
                  const std::string& timeZone);

} // namespace foyer
