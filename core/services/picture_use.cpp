// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/picture_use.h"

#include "core/services/access_control.h"
#include "core/services/catalogue_editing.h"
#include "core/services/counter.h"
#include "core/services/events_concerned.h"
#include "core/services/guarded.h"
#include "core/services/offer_cache.h"
#include "core/storage/catalogue_edits.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/picture_store.h"
#include "core/storage/text_folding.h"

#include <algorithm>
#include <functional>

namespace foyer {
namespace {

Error noSuchEvent()
{
    return refused("unknown_event", "There is no event of this name or id.", "event");
}

Error notInGallery()
{
    return refused("not_in_gallery", "This picture is not in the gallery of the event.", "picture");
}

Result<Entity> eventEntity(Counter& counter, EventId event)
{
    auto entity = readEntity(counter.database(), counter.organizer(), "event", event.uuid);
    return entity ? Result<Entity>{*std::move(entity)} : noSuchEvent();
}

Result<void> checkReference(Counter& counter, const PictureReference& reference)
{
    if (!readPicture(counter.database(), counter.organizer(), reference.hash)) {
        return refused("unknown_picture",
                       "This picture is not known here. Add it with foyer-cli picture add.",
                       "picture");
    }
    return checkPictureReference(reference);
}

/// The server may have let go of what nothing showed for long: it is asked again.
void askAgainForPictures(Counter& counter, const std::map<std::string, FieldValue>& fields)
{
    for (const auto& [field, value] : fields) {
        const auto* text = std::get_if<std::string>(&value);
        if (const auto shown = text != nullptr ? parsePictureReference(*text) : std::nullopt) {
            notePictureSent(counter.database(), counter.organizer(), shown->hash, std::nullopt);
        }
    }
}

/// By a permit that the verb has already: a colleague's yes is good for one.
Result<void> editPictures(Counter& counter, const Permit& permit, const char* kind,
                          EntityEdited edited)
{
    if (counter.entriesMissing() > 0) {
        return databaseBehind(counter);
    }
    Journal::Act act{counter.journal(), permit};
    askAgainForPictures(counter, edited.fields);
    appendEdit(act, counter.database(), counter.organizer(), kind, std::move(edited));
    act.commit();
    counter.noteHead();
    counter.offers().clear();
    return {};
}

FieldValue valueOf(const std::optional<PictureReference>& reference)
{
    return reference ? FieldValue{formatPictureReference(*reference)}
                     : FieldValue{std::monostate{}};
}

using Gallery = std::vector<PictureReference>;

/// Reads the gallery, lets it be changed, and writes what became of it.
Result<void> changeGallery(Counter& counter, EventId event,
                           const std::function<Result<void>(Gallery&)>& change)
{
    return guarded([&]() -> Result<void> {
        const auto permit =
            counter.access().permit(Permission::EditCatalogue, {}, eventOnly(event));
        if (!permit) {
            return permit.error();
        }
        const auto entity = eventEntity(counter, event);
        if (!entity) {
            return entity.error();
        }
        Gallery gallery = galleryIn(*entity);
        if (auto changed = change(gallery); !changed) {
            return changed;
        }
        return editPictures(counter, *permit, kind::kEventEdited,
                            {event.uuid, galleryFields(*entity, gallery)});
    });
}

} // namespace

Result<EventId> eventWithPictures(Counter& counter, const std::string& text)
{
    return guarded([&]() -> Result<EventId> {
        if (const auto id = Uuid::fromText(text)) {
            const auto entity = eventEntity(counter, EventId{*id});
            return entity ? Result<EventId>{EventId{*id}} : entity.error();
        }
        const std::string wanted = foldedForSearch(text);
        std::optional<EventId> found;
        readEntities(counter.database(), counter.organizer(), "event",
                     [&](const Uuid& id, const Entity& entity) {
                         if (foldedForSearch(entity.text("name")) == wanted) {
                             found = EventId{id};
                         }
                     });
        return found ? Result<EventId>{*found} : noSuchEvent();
    });
}

Result<EventPictures> eventPictures(Counter& counter, EventId event)
{
    return guarded([&]() -> Result<EventPictures> {
        const auto entity = eventEntity(counter, event);
        return entity ? Result<EventPictures>{EventPictures{pictureIn(*entity, kPosterField),
                                                            galleryIn(*entity)}}
                      : entity.error();
    });
}

Result<void> setEventPoster(Counter& counter, EventId event,
                            const std::optional<PictureReference>& poster)
{
    return guarded([&]() -> Result<void> {
        const auto permit =
            counter.access().permit(Permission::EditCatalogue, {}, eventOnly(event));
        if (!permit) {
            return permit.error();
        }
        if (const auto entity = eventEntity(counter, event); !entity) {
            return entity.error();
        }
        if (auto fine = poster ? checkReference(counter, *poster) : Result<void>{}; !fine) {
            return fine;
        }
        return editPictures(counter, *permit, kind::kEventEdited,
                            {event.uuid, {{kPosterField, valueOf(poster)}}});
    });
}

Result<void> addToGallery(Counter& counter, EventId event, const PictureReference& picture)
{
    return changeGallery(counter, event, [&](Gallery& gallery) -> Result<void> {
        if (auto fine = checkReference(counter, picture); !fine) {
            return fine;
        }
        const auto before = std::ranges::find(gallery, picture.hash, &PictureReference::hash);
        if (before != gallery.end()) {
            *before = picture;
            return {};
        }
        if (gallery.size() >= kGalleryMax) {
            return refused("gallery_full", "A gallery has at most 30 pictures. Take one out first.",
                           "picture");
        }
        gallery.push_back(picture);
        return {};
    });
}

Result<void> removeFromGallery(Counter& counter, EventId event, const PictureHash& picture)
{
    return changeGallery(counter, event, [&](Gallery& gallery) -> Result<void> {
        const auto isIt = [&](const PictureReference& each) { return each.hash == picture; };
        return std::erase_if(gallery, isIt) > 0 ? Result<void>{} : notInGallery();
    });
}

Result<void> reorderGallery(Counter& counter, EventId event, const std::vector<PictureHash>& order)
{
    return changeGallery(counter, event, [&](Gallery& gallery) -> Result<void> {
        Gallery ordered;
        for (const PictureHash& hash : order) {
            const auto found = std::ranges::find(gallery, hash, &PictureReference::hash);
            if (found == gallery.end()) {
                return notInGallery();
            }
            ordered.push_back(std::move(*found));
            gallery.erase(found);
        }
        ordered.insert(ordered.end(), gallery.begin(), gallery.end());
        gallery = std::move(ordered);
        return {};
    });
}

std::map<std::string, FieldValue> pictureFieldsForCopy(CatalogueWork& work, EventId source)
{
    Counter& counter = work.counter();
    const auto entity = readEntity(counter.database(), counter.organizer(), "event", source.uuid);
    if (!entity) {
        return {};
    }
    auto fields = galleryFields(Entity{}, galleryIn(*entity));
    if (const auto poster = pictureIn(*entity, kPosterField)) {
        fields.emplace(kPosterField, formatPictureReference(*poster));
    }
    askAgainForPictures(counter, fields);
    return fields;
}

Result<std::optional<PictureReference>> logo(Counter& counter)
{
    return guarded([&]() -> Result<std::optional<PictureReference>> {
        const OrganizerId us = counter.organizer();
        const auto entity = readEntity(counter.database(), us, "organizer", us.uuid);
        return entity ? pictureIn(*entity, kLogoField) : std::nullopt;
    });
}

Result<void> setLogo(Counter& counter, const std::optional<PictureReference>& logo)
{
    return guarded([&]() -> Result<void> {
        const auto permit = counter.access().permit(Permission::EditCatalogue);
        if (!permit) {
            return permit.error();
        }
        if (auto fine = logo ? checkReference(counter, *logo) : Result<void>{}; !fine) {
            return fine;
        }
        return editPictures(counter, *permit, kind::kOrganizerEdited,
                            {counter.organizer().uuid, {{kLogoField, valueOf(logo)}}});
    });
}

} // namespace foyer
