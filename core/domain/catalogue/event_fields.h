// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

namespace foyer {

/// The names of an event's fields that are many: a text in a language ("text:de:title", part one of
/// "title", "subtitle", "description"), and a tag.
std::string textField(std::string_view language, std::string_view part);
std::string tagField(std::string_view tag);

} // namespace foyer
