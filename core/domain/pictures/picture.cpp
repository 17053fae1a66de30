// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/pictures/picture.h"

#include "core/base/hex.h"
#include "core/domain/journal/cbor_fields.h"
#include "core/domain/journal/entry.h"

#include <algorithm>

namespace foyer {
namespace {

struct FormatNames {
    std::string_view name;
    std::string_view extension;
    std::string_view mediaType;
};

constexpr std::array<FormatNames, 3> kFormatNames{
    {{"jpeg", "jpg", "image/jpeg"}, {"png", "png", "image/png"}, {"webp", "webp", "image/webp"}}};

const FormatNames& namesOf(PictureFormat format)
{
    return kFormatNames.at(static_cast<std::size_t>(format));
}

void writeRendition(CborWriter& writer, const PictureRendition& rendition)
{
    writer.map(5);
    writer.field("hash", ByteView{rendition.hash});
    writer.field("bytes", rendition.bytes);
    writer.field("width", rendition.size.width);
    writer.field("format", pictureFormatName(rendition.format));
    writer.field("height", rendition.size.height);
}

PictureHash readHash(FieldReader& fields, const CborValue& value)
{
    const auto hash = pictureHashFrom(value.asBytes());
    fields.require(hash.has_value(), "hash");
    return hash.value_or(PictureHash{});
}

PictureFormat readFormat(FieldReader& fields, const CborValue& value)
{
    const auto format = pictureFormatNamed(value.asText());
    fields.require(format.has_value(), "format");
    return format.value_or(PictureFormat::Jpeg);
}

PictureSize readSize(FieldReader& fields, const CborValue& value)
{
    return {fields.integer(value["width"], 1, kPicturePixelsMax),
            fields.integer(value["height"], 1, kPicturePixelsMax)};
}

} // namespace

std::string pictureHashText(const PictureHash& hash)
{
    return toHex(hash);
}

std::optional<PictureHash> pictureHashFrom(std::string_view text)
{
    PictureHash hash{};
    const bool isPlain = text.size() == 2 * hash.size() &&
        text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
    const auto bytes = isPlain ? fromHex(text) : std::nullopt;
    return bytes ? pictureHashFrom(ByteView{*bytes}) : std::nullopt;
}

std::optional<PictureHash> pictureHashFrom(ByteView bytes)
{
    PictureHash hash{};
    if (bytes.size() != hash.size()) {
        return std::nullopt;
    }
    std::ranges::copy(bytes, hash.begin());
    return hash;
}

std::string_view pictureFormatName(PictureFormat format)
{
    return namesOf(format).name;
}

std::optional<PictureFormat> pictureFormatNamed(std::string_view name)
{
    const auto* found = std::ranges::find(kFormatNames, name, &FormatNames::name);
    return found != kFormatNames.end()
        ? std::optional{static_cast<PictureFormat>(found - kFormatNames.begin())}
        : std::nullopt;
}

std::string_view pictureExtension(PictureFormat format)
{
    return namesOf(format).extension;
}

std::string_view pictureMediaType(PictureFormat format)
{
    return namesOf(format).mediaType;
}

std::vector<PictureSize> renditionSizes(PictureSize of)
{
    std::vector<PictureSize> sizes;
    for (const std::int64_t width : kRenditionWidths) {
        if (width < of.width) {
            const std::int64_t height = (of.height * width + of.width / 2) / of.width;
            sizes.push_back({width, std::max<std::int64_t>(height, 1)});
        }
    }
    if (of.width <= kRenditionWidths.back()) {
        sizes.push_back(of);
    }
    return sizes;
}

Bytes encode(const PictureAdded& body)
{
    CborWriter writer;
    writer.map(6);
    writer.field("hash", ByteView{body.hash});
    writer.field("bytes", body.bytes);
    writer.field("width", body.size.width);
    writer.field("format", pictureFormatName(body.format));
    writer.field("height", body.size.height);
    writer.text("renditions").array(body.renditions.size());
    for (const PictureRendition& rendition : body.renditions) {
        writeRendition(writer, rendition);
    }
    return writer.take();
}

Result<PictureAdded> decodePictureAdded(const CborValue& body)
{
    FieldReader fields{kind::kPictureAdded};
    PictureAdded added;
    added.hash = readHash(fields, body["hash"]);
    added.format = readFormat(fields, body["format"]);
    added.size = readSize(fields, body);
    added.bytes = fields.integer(body["bytes"], 1, static_cast<std::int64_t>(kPictureBytesMax));
    fields.require(added.size.height <=
                       kPicturePixelsMax / std::max<std::int64_t>(added.size.width, 1),
                   "height");
    std::vector<PictureSize> sizes;
    for (const CborValue& each : body["renditions"].asArray()) {
        PictureRendition rendition;
        rendition.hash = readHash(fields, each["hash"]);
        rendition.format = readFormat(fields, each["format"]);
        rendition.size = readSize(fields, each);
        rendition.bytes =
            fields.integer(each["bytes"], 1, static_cast<std::int64_t>(kRenditionBytesMax));
        sizes.push_back(rendition.size);
        added.renditions.push_back(rendition);
    }
    fields.require(sizes == renditionSizes(added.size), "renditions");
    return fields.checked(std::move(added));
}

const PictureRendition* renditionFor(const PictureAdded& picture, std::int64_t width)
{
    const auto wide = std::ranges::find_if(picture.renditions, [&](const PictureRendition& each) {
        return each.size.width >= width;
    });
    if (wide != picture.renditions.end()) {
        return &*wide;
    }
    return picture.renditions.empty() ? nullptr : &picture.renditions.back();
}

} // namespace foyer
