// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/catalogue/catalogue.h"

#include <string>

namespace foyer {

/// Whose event it is, in one line: "Organizer: Rockhaus Ltd, 1 Mill Lane". With a tax number they
/// are who supplies it, and the house sells for them: "In the name and on the account of Rockhaus
/// Ltd, 1 Mill Lane, tax number DE 123" (Directive 2006/112/EC, art. 226: name, address and number
/// of who supplies). Empty where the house itself is the organizer.
std::string promoterLine(const Promoter& promoter);

} // namespace foyer
