// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"

#include <string>
#include <string_view>

namespace foyer {

/// What a customer chose to tell. All of it is optional, all of it is personal: it is sealed with
/// the customer's own key before it goes to disk.
struct CustomerDetails {
    std::string name;
    std::string email;
    std::string phone;
    std::string note;
    std::string language = {}; ///< that mails to them are in, "de"; empty: the house's
    bool isEmpty() const { return name.empty() && email.empty() && phone.empty() && note.empty(); }
    friend bool operator==(const CustomerDetails&, const CustomerDetails&) = default;
};

struct Customer {
    CustomerId id;
    CustomerDetails details;
    friend bool operator==(const Customer&, const Customer&) = default;
};

/// Whether details as typed may be recorded. Refuses with bad_name, bad_email, bad_phone, bad_note,
/// bad_language; `where` names the field.
Result<void> checkDetails(const CustomerDetails& details);

/// Whether a text holds control characters other than ends of lines, which no field may.
bool holdsControls(std::string_view text);

/// The digits of a telephone number, which it is found by.
std::string digitsOf(const std::string& phone);

} // namespace foyer
