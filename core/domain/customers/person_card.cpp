// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/customers/person_card.h"

#include <algorithm>
#include <array>

namespace foyer {
namespace {

constexpr std::size_t kPersonAddressMax = 500;
constexpr std::size_t kTagMax = 40;
constexpr std::size_t kNoteTextMax = 2000;
constexpr std::size_t kWordingMax = 1000;
constexpr std::array kConsentPurposes{ConsentPurpose::Newsletter, ConsentPurpose::Bulletins};
constexpr std::array<std::string_view, kConsentPurposes.size()> kConsentPurposeNames{"newsletter",
                                                                                     "bulletins"};

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(" \n") == std::string_view::npos;
}

} // namespace

std::string_view consentPurposeName(ConsentPurpose purpose)
{
    return kConsentPurposeNames.at(static_cast<std::size_t>(purpose));
}

std::optional<ConsentPurpose> consentPurposeNamed(std::string_view name)
{
    const auto found = std::ranges::find(kConsentPurposeNames, name);
    return found == kConsentPurposeNames.end()
        ? std::nullopt
        : std::optional{
              kConsentPurposes.at(static_cast<std::size_t>(found - kConsentPurposeNames.begin()))};
}

std::span<const ConsentPurpose> allConsentPurposes()
{
    return kConsentPurposes;
}

std::optional<bool> PersonCard::consentTo(ConsentPurpose purpose) const
{
    const auto found = consents.find(purpose);
    return found == consents.end() ? std::nullopt : std::optional{found->second.given};
}

bool CardChange::isEmpty() const
{
    return !name && !email && !phone && !address && !note && !language && tagsOn.empty() &&
        tagsOff.empty() && consents.empty() && notes.empty();
}

CustomerDetails CardChange::appliedTo(CustomerDetails details) const
{
    details.name = name.value_or(details.name);
    details.email = email.value_or(details.email);
    details.phone = phone.value_or(details.phone);
    details.note = note.value_or(details.note);
    details.language = language.value_or(details.language);
    return details;
}

Result<void> checkChange(const CustomerDetails& before, const CardChange& change)
{
    if (auto sound = checkDetails(change.appliedTo(before)); !sound) {
        return sound;
    }
    if (change.address &&
        (change.address->size() > kPersonAddressMax || holdsControls(*change.address))) {
        return badInput("bad_address", "An address has at most 500 characters. Shorten it.",
                        "address");
    }
    for (const auto* tags : {&change.tagsOn, &change.tagsOff}) {
        for (const std::string& tag : *tags) {
            if (isBlank(tag) || tag.size() > kTagMax || holdsControls(tag) ||
                tag.find_first_of(",;\n") != std::string::npos) {
                return badInput("bad_tag",
                                "A tag is a short word of at most 40 characters, without commas.",
                                "tag");
            }
        }
    }
    for (const std::string& text : change.notes) {
        if (isBlank(text) || text.size() > kNoteTextMax || holdsControls(text)) {
            return badInput("bad_note", "A note has 1 to 2000 characters.", "note");
        }
    }
    for (const ConsentWord& word : change.consents) {
        if (word.how.size() > kWordingMax || word.wording.size() > kWordingMax ||
            holdsControls(word.how) || holdsControls(word.wording)) {
            return badInput("bad_consent",
                            "How somebody agreed, and to what, has at most 1000 characters.",
                            "consent");
        }
    }
    return {};
}

bool mayGetBulletins(const std::optional<ConsentWord>& word, std::optional<Instant> endedByLink)
{
    if (!word) {
        return !endedByLink;
    }
    return endedByLink && *endedByLink >= word->at ? false : word->given;
}

} // namespace foyer
