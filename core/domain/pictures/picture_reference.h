// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/catalogue/entity.h"
#include "core/domain/pictures/picture.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foyer {

/// What a catalogue entity says of a picture: which one, and what it shows, in words for those who
/// do not see it, per language ("de", "en-GB").
struct PictureReference {
    PictureHash hash{};
    std::map<std::string, std::string> alt;
    friend bool operator==(const PictureReference&, const PictureReference&) = default;
};

// Where references are: fields of an event, and of the organizer.
inline constexpr const char* kPosterField = "poster";
inline constexpr const char* kLogoField = "logo";
inline constexpr std::size_t kGalleryMax = 30; ///< pictures
/// The field of a picture of an event's gallery: "gallery.0" is the first. A gallery is its fields
/// in the order of their numbers; numbers may be missing.
std::string galleryField(std::size_t number);

/// The value of a field: the hash in hexadecimal, then a line "LANGUAGE TEXT" for each text.
std::string formatPictureReference(const PictureReference& reference);
/// Nothing for what is none: a field of a newer Foyer, say.
std::optional<PictureReference> parsePictureReference(std::string_view text);
/// Whether the texts can be kept: at most ten, each of one line and at most 500 bytes. Bad input
/// bad_alt_text, bad_language.
Result<void> checkPictureReference(const PictureReference& reference);

/// What an entity's field refers to.
std::optional<PictureReference> pictureIn(const Entity& entity, const std::string& field);
/// An event's gallery, in its order.
std::vector<PictureReference> galleryIn(const Entity& event);
/// The fields of an event that make its gallery this one: those that there are too many are taken
/// away.
std::map<std::string, FieldValue> galleryFields(const Entity& event,
                                                const std::vector<PictureReference>& gallery);
/// Every picture that an entity refers to, in any of these fields.
std::vector<PictureHash> picturesOf(const Entity& entity);

} // namespace foyer
