// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace foyer::ui {

/// generalSentence() for pictures: why one is not taken, and what of a gallery cannot be.
const char* pictureSentence(const std::string& code);

} // namespace foyer::ui
