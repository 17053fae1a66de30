// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

namespace foyer {

/// A text for comparing and searching: compatibility-decomposed (NFKD), without combining marks,
/// case folded (Unicode). "Müller" and "MULLER" fold alike. Never shown.
std::string foldedForSearch(std::string_view text);

} // namespace foyer
