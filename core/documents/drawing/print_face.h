// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace foyer {

/// The family under which documents find the faces that printFace() made of Inter.
inline constexpr const char* kPrintFamily = "Foyer";

/// An OpenType face of Inter without its contextual alternates, as the family "Foyer". Those
/// alternates are glyphs without a character of their own ("-" between capitals, ":" between
/// digits), so a PDF made with them could not be searched, copied or read aloud in just those
/// places. Empty if the bytes are no OpenType font with such a table.
std::string printFace(std::string font);

} // namespace foyer
