// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace foyer::ui {

/// What errors about pictures say, as of generalSentence().
const char* pictureSentence(const std::string& code);

} // namespace foyer::ui
