// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace foyer {

/// What a template may be filled with, by name.
struct MailWords {
    std::map<std::string, std::string> texts; ///< an empty one counts as absent in a section
    std::map<std::string, std::vector<MailWords>> lists;
};

enum class MailMarkup : std::uint8_t {
    Plain, ///< a subject, or the text for readers without HTML
    Html,  ///< what is filled in is escaped
};

/// Whether a template can be sent, said while it is written: {{name}}, {{#name}} … {{/name}} and
/// {{^name}} … {{/name}} of Mustache with the names of mailWordNames(), and nothing that would fill
/// in a text as it is. Errors bad_template and unknown_name say the line; `where` is "FIELD:LINE".
Result<void> checkMailTemplate(std::string_view text, const std::string& field);

/// A template that checkMailTemplate() found right, filled in.
std::string filledIn(const std::string& text, const MailWords& words, MailMarkup markup);

/// Every name with what it says, and within which list it stands ("" for all of a mail): for help.
struct MailWordName {
    std::string_view name;
    std::string_view within;
    bool isList = false;
    std::string_view says;
};
std::vector<MailWordName> mailWordNames();

} // namespace foyer
