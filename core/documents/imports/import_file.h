// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/documents/tables/table_look.h"

#include <string>

namespace foyer {

/// A file that can be read from its beginning as often as somebody asks.
struct ImportFile {
    std::string name; ///< for people
    OpenTable open;
};

} // namespace foyer
