// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/pictures/picture_reference.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace foyer {

class CatalogueWork;
class Counter;

/// Which pictures an event and the house show. Each verb that changes something refuses with
/// unknown_event, unknown_picture, what checkPictureReference() says, and what permits refuse with.

/// The event a person means: its id, or its name. Refuses with unknown_event.
Result<EventId> eventWithPictures(Counter& counter, const std::string& text);

struct EventPictures {
    std::optional<PictureReference> poster;
    std::vector<PictureReference> gallery;
};
Result<EventPictures> eventPictures(Counter& counter, EventId event);
/// Nothing: no poster any more.
Result<void> setEventPoster(Counter& counter, EventId event,
                            const std::optional<PictureReference>& poster);
/// At the end; one that is there already gets the new texts. Refuses with gallery_full.
Result<void> addToGallery(Counter& counter, EventId event, const PictureReference& picture);
/// Refuses with not_in_gallery.
Result<void> removeFromGallery(Counter& counter, EventId event, const PictureHash& picture);
/// Those that are named come first, in this order; the others after them, as they stand. Refuses
/// with not_in_gallery.
Result<void> reorderGallery(Counter& counter, EventId event, const std::vector<PictureHash>& order);

/// The fields of a copy of the event that make it show the same pictures; the server is asked again
/// whether it has them. Throws StorageFailure.
std::map<std::string, FieldValue> pictureFieldsForCopy(CatalogueWork& work, EventId source);

Result<std::optional<PictureReference>> logo(Counter& counter);
/// Nothing: no logo any more.
Result<void> setLogo(Counter& counter, const std::optional<PictureReference>& logo);

} // namespace foyer
