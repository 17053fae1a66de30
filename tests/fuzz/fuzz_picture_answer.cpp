// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/ensure.h"
#include "core/domain/pictures/picture_answer.h"
#include "core/domain/pictures/picture_reference.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace foyer;

/// What a worker says that a hostile picture has taken over, and what stands in a field of the
/// catalogue: any bytes. What is taken is what our own would say, and within the limits.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const ByteView bytes{data, size};
    if (const auto made = decodePictureAnswer(bytes)) {
        const auto again = encodePictureAnswer(*made);
        const auto same = decodePictureAnswer(again);
        ENSURE(same.has_value() && same->size == made->size);
        ENSURE(made->renditions.size() <= kRenditionWidths.size());
        for (const PictureMade::Rendition& each : made->renditions) {
            ENSURE(each.size.width <= kRenditionWidths.back());
            ENSURE(!each.bytes.empty() && each.bytes.size() <= size);
        }
    }
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    if (const auto reference = parsePictureReference(text)) {
        ENSURE(checkPictureReference(*reference).has_value());
        ENSURE(parsePictureReference(formatPictureReference(*reference)) == reference);
    }
    if (const auto hash = pictureHashFrom(text)) {
        ENSURE(pictureHashText(*hash) == text);
    }
    if (const auto body = decodeCbor(bytes)) {
        if (const auto added = decodePictureAdded(*body)) {
            const Bytes encoded = encode(*added);
            ENSURE(decodePictureAdded(*decodeCbor(encoded)).value() == *added);
        }
    }
    return 0;
}
