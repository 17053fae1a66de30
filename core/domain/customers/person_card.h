// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/customers/customer.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace foyer {

/// What somebody may be written to for, beside mails about their own orders.
enum class ConsentPurpose : std::uint8_t {
    Newsletter, ///< what is on
    Bulletins,  ///< what an organizer writes to the buyers of a performance
};
/// "newsletter" …: the stable name in entries and on the command line.
std::string_view consentPurposeName(ConsentPurpose purpose);
std::optional<ConsentPurpose> consentPurposeNamed(std::string_view name);
std::span<const ConsentPurpose> allConsentPurposes();

/// Somebody said yes or no. Of several words for a purpose the latest stands; all are kept.
struct ConsentWord {
    ConsentPurpose purpose = ConsentPurpose::Newsletter;
    bool given = false;
    Instant at;
    std::string how;     ///< "at the counter", "by phone", "link in a mail"
    std::string wording; ///< what they agreed to, as it was put to them
    friend bool operator==(const ConsentWord&, const ConsentWord&) = default;
};

/// A note about somebody. Notes are added and never changed.
struct PersonNote {
    Uuid id;
    Instant at;
    UserId by;
    std::string byName;
    std::string text;
};

/// All that lists and searches know of a customer.
struct PersonCard {
    CustomerId id;
    CustomerDetails details;
    std::string address; ///< lines joined by LF
    std::vector<std::string> tags;
    std::map<ConsentPurpose, ConsentWord> consents; ///< the latest word for each purpose
    std::vector<CustomerId> merged;                 ///< who else this is

    /// The latest word; nothing: nobody asked them.
    std::optional<bool> consentTo(ConsentPurpose purpose) const;
    friend bool operator==(const PersonCard&, const PersonCard&) = default;
};

/// What is to be changed of a customer; nothing: it stays.
struct CardChange {
    std::optional<std::string> name;
    std::optional<std::string> email;
    std::optional<std::string> phone;
    std::optional<std::string> address;
    std::optional<std::string> note;
    std::optional<std::string> language;
    std::vector<std::string> tagsOn;
    std::vector<std::string> tagsOff;
    std::vector<ConsentWord> consents;
    std::vector<std::string> notes; ///< to be added

    bool isEmpty() const;
    /// The details as they are after it.
    CustomerDetails appliedTo(CustomerDetails details) const;
};

/// Whether a change may be written. Refuses with what checkDetails() says of the details after it,
/// bad_address, bad_tag, bad_note, bad_consent; `where` names the field.
Result<void> checkChange(const CustomerDetails& before, const CardChange& change);

/// Whether a bulletin may go to somebody: of what they said of bulletins, and of when somebody
/// ended them by the link in a mail, the later word stands. Who never said anything gets those of
/// what they bought.
bool mayGetBulletins(const std::optional<ConsentWord>& word, std::optional<Instant> endedByLink);

} // namespace foyer
