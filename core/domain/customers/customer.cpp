// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/customers/customer.h"

#include "core/domain/mail/mail_template.h"

#include <algorithm>
#include <iterator>

namespace foyer {
namespace {

constexpr std::size_t kFieldMax = 200;
constexpr std::size_t kNoteMax = 2000;

} // namespace

bool holdsControls(std::string_view text)
{
    return std::ranges::any_of(text, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\n') || byte == 0x7f;
    });
}

std::string digitsOf(const std::string& phone)
{
    std::string digits;
    std::ranges::copy_if(phone, std::back_inserter(digits),
                         [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

Result<void> checkDetails(const CustomerDetails& details)
{
    if (details.name.size() > kFieldMax || holdsControls(details.name)) {
        return badInput("bad_name",
                        "A name has at most 200 characters and no control characters. "
                        "Shorten it.",
                        "name");
    }
    const std::string& email = details.email;
    const std::size_t at = email.find('@');
    const bool soundEmail = email.empty() ||
        (at != std::string::npos && at > 0 && email.find('@', at + 1) == std::string::npos &&
         email.find('.', at) != std::string::npos && email.back() != '.' &&
         email.find_first_of(" \t\r\n,;<>\"") == std::string::npos && email.size() <= kFieldMax &&
         !holdsControls(email));
    if (!soundEmail) {
        return badInput("bad_email",
                        "This is not an email address. Write it as in "
                        "name@example.org, or leave it empty.",
                        "email");
    }
    const bool soundPhone = details.phone.empty() ||
        (details.phone.find_first_not_of("+0123456789 ()-/.") == std::string::npos &&
         digitsOf(details.phone).size() >= 3 && details.phone.size() <= 40);
    if (!soundPhone) {
        return badInput("bad_phone",
                        "A telephone number has digits, spaces, + - / ( ) and at least "
                        "three digits. Correct it, or leave it empty.",
                        "phone");
    }
    if (details.note.size() > kNoteMax || holdsControls(details.note)) {
        return badInput("bad_note", "A note has at most 2000 characters. Shorten it.", "note");
    }
    if (!details.language.empty() && !isLanguage(details.language)) {
        return badInput("bad_language",
                        "Say a language by its short name, as in de or en-GB, or leave it empty.",
                        "language");
    }
    return {};
}

} // namespace foyer
