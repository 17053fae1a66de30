// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace foyer::ui {

/// generalSentence() for what concerns events: why one is not sold, and what of one that is made
/// cannot be taken.
const char* eventSentence(const std::string& code);

} // namespace foyer::ui
