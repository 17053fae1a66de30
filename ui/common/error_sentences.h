// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace foyer::ui {

/// What an error of core says in general, marked for translation; nothing where only core's own
/// sentence, with its names and numbers, says enough.
const char* generalSentence(const std::string& code);

} // namespace foyer::ui
