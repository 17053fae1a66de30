// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/customer_seals.h"

#include "core/base/hex.h"
#include "core/crypto/sealing.h"
#include "core/crypto/sha256.h"
#include "core/domain/journal/cbor.h"
#include "core/storage/customer_desk_store.h"
#include "core/storage/customer_store.h"
#include "core/storage/text_folding.h"

#include <algorithm>

namespace foyer {
namespace {

constexpr std::string_view kTagSlot = "tag/";
constexpr std::string_view kNoteSlot = "note/";
constexpr std::string_view kConsentSlot = "consent/";
constexpr std::size_t kTagHashSize = 16;

/// The same tag of a customer has the same slot wherever it is given or taken; without the key
/// nobody can try out which tag it is.
std::string tagSlotOf(const SecretBytes& key, const std::string& tag)
{
    const std::string folded = foldedForSearch(tag);
    Bytes text{key.view().begin(), key.view().end()};
    text.insert(text.end(), kTagSlot.begin(), kTagSlot.end());
    text.insert(text.end(), folded.begin(), folded.end());
    const SecretBytes secret{std::move(text)};
    const Sha256 hash = sha256(secret.view());
    return std::string{kTagSlot} + toHex(ByteView{hash}.first(kTagHashSize));
}

Bytes textContent(std::string_view text)
{
    CborWriter writer;
    writer.map(1);
    writer.field("text", text);
    return writer.take();
}

Bytes tagContent(std::string_view tag, bool isOn)
{
    CborWriter writer;
    writer.map(2);
    writer.text("on").boolean(isOn);
    writer.field("text", tag);
    return writer.take();
}

Bytes consentContent(const ConsentWord& word, Instant now)
{
    CborWriter writer;
    writer.map(5);
    writer.field("at", word.at.ms != 0 ? word.at.ms : now.ms);
    writer.field("how", word.how);
    writer.text("given").boolean(word.given);
    writer.field("purpose", consentPurposeName(word.purpose));
    writer.field("wording", word.wording);
    return writer.take();
}

void takeConsent(OpenedPerson& person, const CborValue& value)
{
    const auto purpose = consentPurposeNamed(value["purpose"].asText());
    if (purpose) {
        person.consents.push_back({*purpose,
                                   value["given"].asBool(),
                                   {value["at"].asInteger()},
                                   value["how"].asText(),
                                   value["wording"].asText()});
    }
}

void takeSlot(OpenedPerson& person, const StoredSlot& slot, const CborValue& value)
{
    CustomerDetails& details = person.card.details;
    const std::string text = value["text"].asText();
    const std::string_view name = slot.slot;
    if (name == "name") {
        details.name = text;
    } else if (name == "email") {
        details.email = text;
    } else if (name == "phone") {
        details.phone = text;
    } else if (name == "note") {
        details.note = text;
    } else if (name == "language") {
        details.language = text;
    } else if (name == "address") {
        person.card.address = text;
    } else if (name.starts_with(kTagSlot)) {
        if (value["on"].asBool()) {
            person.card.tags.push_back(text);
        }
    } else if (name.starts_with(kNoteSlot)) {
        const auto id = Uuid::fromText(name.substr(kNoteSlot.size()));
        person.notes.push_back({id.value_or(Uuid{}), slot.at.instant(), slot.actor, {}, text});
    } else if (name.starts_with(kConsentSlot)) {
        takeConsent(person, value);
    }
}

void keepLatest(PersonCard& card, const ConsentWord& word)
{
    const auto [known, isNew] = card.consents.emplace(word.purpose, word);
    if (!isNew && known->second.at <= word.at) {
        known->second = word;
    }
}

void fillIn(std::string& text, const std::string& other)
{
    if (text.empty()) {
        text = other;
    }
}

} // namespace

Bytes boundToCustomer(std::string_view what, CustomerId customer)
{
    Bytes bytes{what.begin(), what.end()};
    bytes.insert(bytes.end(), customer.uuid.bytes().begin(), customer.uuid.bytes().end());
    return bytes;
}

Bytes sealedRecord(const SecretBytes& key, CustomerId customer, const CustomerDetails& details,
                   Random& random)
{
    CborWriter writer;
    writer.map(details.language.empty() ? 4 : 5);
    writer.field("name", details.name);
    writer.field("note", details.note);
    writer.field("email", details.email);
    writer.field("phone", details.phone);
    if (!details.language.empty()) {
        writer.field("language", details.language);
    }
    return seal(key, writer.take(), boundToCustomer("customer", customer), random);
}

Result<Customer> openedCustomer(const SealedCustomer& row, const SecretBytes& key)
{
    const auto content = open(key, row.sealed, boundToCustomer("customer", row.id));
    if (!content) {
        return content.error();
    }
    const auto value = decodeCbor(content->view());
    if (!value) {
        return value.error();
    }
    return Customer{row.id,
                    {(*value)["name"].asText(), (*value)["email"].asText(),
                     (*value)["phone"].asText(), (*value)["note"].asText(),
                     (*value)["language"].asText()}};
}

std::vector<SealedSlot> sealedSlots(const SecretBytes& key, CustomerId customer,
                                    const CardChange& change, Instant now, Random& random)
{
    std::vector<SealedSlot> slots;
    const auto add = [&](std::string slot, const Bytes& content) {
        Bytes sealed =
            seal(key, content, boundToCustomer("customer_slot/" + slot, customer), random);
        slots.push_back({std::move(slot), std::move(sealed)});
    };
    const std::pair<const char*, const std::optional<std::string>*> texts[] = {
        {"name", &change.name},       {"email", &change.email}, {"phone", &change.phone},
        {"address", &change.address}, {"note", &change.note},   {"language", &change.language}};
    for (const auto& [slot, text] : texts) {
        if (*text) {
            add(slot, textContent(**text));
        }
    }
    for (const std::string& tag : change.tagsOff) {
        add(tagSlotOf(key, tag), tagContent(tag, false));
    }
    for (const std::string& tag : change.tagsOn) {
        add(tagSlotOf(key, tag), tagContent(tag, true));
    }
    for (const ConsentWord& word : change.consents) {
        add(std::string{kConsentSlot} + Uuid::v7(now, random).text(), consentContent(word, now));
    }
    for (const std::string& text : change.notes) {
        add(std::string{kNoteSlot} + Uuid::v7(now, random).text(), textContent(text));
    }
    return slots;
}

std::vector<SealedSlot> sealedBefore(const SecretBytes& key, const PersonCard& card,
                                     const std::vector<SealedSlot>& slots, Random& random)
{
    const std::map<std::string_view, std::string> texts{{"name", card.details.name},
                                                        {"email", card.details.email},
                                                        {"phone", card.details.phone},
                                                        {"note", card.details.note},
                                                        {"language", card.details.language},
                                                        {"address", card.address}};
    std::vector<SealedSlot> before;
    for (const SealedSlot& each : slots) {
        const auto text = texts.find(each.slot);
        const Bytes content = text != texts.end() ? textContent(text->second)
            : each.slot.starts_with(kTagSlot)     ? tagContent({}, false)
                                                  : textContent({}); // a consent without a word
        before.push_back(
            {each.slot,
             seal(key, content, boundToCustomer("customer_slot/" + each.slot, card.id), random)});
    }
    return before;
}

Result<OpenedPerson> openedPerson(const SealedCustomer& row, const std::vector<StoredSlot>& slots,
                                  const SecretBytes& key)
{
    auto record = openedCustomer(row, key);
    if (!record) {
        return std::move(record).error();
    }
    OpenedPerson person;
    person.card.id = row.id;
    person.card.details = std::move(record->details);
    for (const StoredSlot& slot : slots) {
        const auto content =
            open(key, slot.sealed, boundToCustomer("customer_slot/" + slot.slot, row.id));
        const auto value =
            content ? decodeCbor(content->view()) : Result<CborValue>{content.error()};
        if (value) {
            takeSlot(person, slot, *value);
        }
    }
    std::ranges::sort(person.card.tags);
    std::ranges::stable_sort(person.consents, {}, &ConsentWord::at);
    for (const ConsentWord& word : person.consents) {
        keepLatest(person.card, word);
    }
    return person;
}

void addMerged(PersonCard& card, const PersonCard& other)
{
    fillIn(card.details.name, other.details.name);
    fillIn(card.details.email, other.details.email);
    fillIn(card.details.phone, other.details.phone);
    fillIn(card.details.note, other.details.note);
    fillIn(card.details.language, other.details.language);
    fillIn(card.address, other.address);
    for (const std::string& tag : other.tags) {
        const std::string folded = foldedForSearch(tag);
        if (std::ranges::none_of(card.tags, [&](const std::string& known) {
                return foldedForSearch(known) == folded;
            })) {
            card.tags.push_back(tag);
        }
    }
    std::ranges::sort(card.tags);
    for (const auto& [purpose, word] : other.consents) {
        keepLatest(card, word);
    }
    card.merged.push_back(other.id);
}

} // namespace foyer
