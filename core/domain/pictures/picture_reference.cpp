// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/pictures/picture_reference.h"

#include "core/base/utf8.h"
#include "core/domain/mail/mail_template.h"
#include "core/domain/seating/plan_background.h"

#include <algorithm>

namespace foyer {
namespace {

constexpr std::size_t kAltTextsMax = 10;
constexpr std::size_t kAltTextMax = 500;
constexpr std::string_view kGalleryPrefix = "gallery.";

bool isAltText(std::string_view text)
{
    return !text.empty() && text.size() <= kAltTextMax && isUtf8(text) &&
        std::ranges::none_of(text, [](char c) {
            return static_cast<unsigned char>(c) < ' ' || c == '\x7f';
        });
}

/// Up to the next end of a line, which is taken, too.
std::string_view takeLine(std::string_view& rest)
{
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return line;
}

} // namespace

std::string galleryField(std::size_t number)
{
    return std::string{kGalleryPrefix} + std::to_string(number);
}

std::string formatPictureReference(const PictureReference& reference)
{
    std::string text = pictureHashText(reference.hash);
    for (const auto& [language, words] : reference.alt) {
        text += "\n" + language + " " + words;
    }
    return text;
}

std::optional<PictureReference> parsePictureReference(std::string_view text)
{
    const auto hash = pictureHashFrom(takeLine(text));
    if (!hash) {
        return std::nullopt;
    }
    PictureReference reference{*hash, {}};
    while (!text.empty()) {
        const std::string_view line = takeLine(text);
        const std::size_t space = line.find(' ');
        if (space == std::string_view::npos) {
            return std::nullopt;
        }
        reference.alt.emplace(line.substr(0, space), line.substr(space + 1));
    }
    return checkPictureReference(reference) ? std::optional{std::move(reference)} : std::nullopt;
}

Result<void> checkPictureReference(const PictureReference& reference)
{
    if (reference.alt.size() > kAltTextsMax) {
        return badInput("bad_alt_text", "A picture is described in at most ten languages.", "alt");
    }
    for (const auto& [language, words] : reference.alt) {
        if (!isLanguage(language)) {
            return badInput("bad_language", "Say a language by its short name, as in de or en-GB.",
                            "alt");
        }
        if (!isAltText(words)) {
            return badInput("bad_alt_text",
                            "Say in one line of at most 500 characters what the picture shows.",
                            "alt");
        }
    }
    return {};
}

std::optional<PictureReference> pictureIn(const Entity& entity, const std::string& field)
{
    return parsePictureReference(entity.text(field));
}

std::vector<PictureReference> galleryIn(const Entity& event)
{
    std::vector<PictureReference> gallery;
    for (std::size_t number = 0; number < kGalleryMax; ++number) {
        if (auto found = pictureIn(event, galleryField(number))) {
            gallery.push_back(*std::move(found));
        }
    }
    return gallery;
}

std::map<std::string, FieldValue> galleryFields(const Entity& event,
                                                const std::vector<PictureReference>& gallery)
{
    std::map<std::string, FieldValue> fields;
    for (std::size_t number = 0; number < kGalleryMax; ++number) {
        const std::string field = galleryField(number);
        if (number < gallery.size()) {
            fields.emplace(field, formatPictureReference(gallery[number]));
        } else if (event.has(field)) {
            fields.emplace(field, std::monostate{});
        }
    }
    return fields;
}

std::vector<PictureHash> picturesOf(const Entity& entity)
{
    std::vector<PictureHash> found;
    if (const auto background = parsePlanBackground(entity.text(kBackgroundField))) {
        found.push_back(*pictureHashFrom(std::string_view{background->sha256}));
    }
    for (const auto& [name, field] : entity.fields()) {
        const bool mayRefer =
            name == kPosterField || name == kLogoField || name.starts_with(kGalleryPrefix);
        const auto* text = mayRefer ? std::get_if<std::string>(&field.value) : nullptr;
        if (text != nullptr) {
            if (const auto reference = parsePictureReference(*text)) {
                found.push_back(reference->hash);
            }
        }
    }
    return found;
}

} // namespace foyer
