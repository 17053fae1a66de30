// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/catalogue/catalogue.h"

#include <string>
#include <string_view>

namespace foyer {

/// "de-AT" of "de-AT", then "de", then nothing: where a text in a language is looked for (the
/// lookup of RFC 4647 §3.4).
std::string broaderLanguage(std::string_view language);

/// What an event says in a language: each text for itself, in that language, in the language it is
/// a kind of, or in the event's own.
EventTexts textsIn(const Event& event, std::string_view language);

/// Whether a title is there in a language, or in the one it is a kind of. `house`: the language of
/// an event that names none.
bool hasTextsIn(const Event& event, std::string_view language, std::string_view house);

} // namespace foyer
