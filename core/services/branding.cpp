// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/branding.h"

#include "core/domain/catalogue/catalogue_fields.h"
#include "core/domain/pictures/picture_reference.h"
#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/data_folder.h"
#include "core/services/guarded.h"
#include "core/services/offer_cache.h"
#include "core/services/pictures.h"
#include "core/storage/catalogue_edits.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/picture_store.h"

namespace foyer {
namespace {

/// Enough for 300 dots per inch on the largest paper it stands on, and small enough for a mail.
constexpr std::int64_t kLogoWidth = 640;

FieldValue valueOf(const std::optional<HouseColour>& colour)
{
    return colour ? FieldValue{colourText(*colour)} : FieldValue{};
}

} // namespace

HouseColours houseColours(Counter& counter)
{
    const auto& house = counter.offers().organizer();
    return house ? house->colours : HouseColours{};
}

Result<void> setHouseColours(Counter& counter, const HouseColours& colours)
{
    return guarded([&]() -> Result<void> {
        const auto permit = counter.access().permit(Permission::EditCatalogue);
        if (!permit) {
            return permit.error();
        }
        if (auto readable = checkHouseColours(colours); !readable) {
            return readable;
        }
        const HouseColours before = houseColours(counter);
        EntityEdited edited{counter.organizer().uuid, {}};
        if (colours.main != before.main) {
            edited.fields[kColourField] = valueOf(colours.main);
        }
        if (colours.text != before.text) {
            edited.fields[kTextColourField] = valueOf(colours.text);
        }
        if (edited.fields.empty()) {
            return {};
        }
        if (counter.entriesMissing() > 0) {
            return databaseBehind(counter);
        }
        Journal::Act act{counter.journal(), *permit};
        appendEdit(act, counter.database(), counter.organizer(), kind::kOrganizerEdited,
                   std::move(edited));
        act.commit();
        counter.noteHead();
        counter.offers().clear();
        return {};
    });
}

HouseStyle houseStyle(Counter& counter)
{
    return {houseColours(counter),
            readLogo(counter.database(), counter.organizer(),
                     pictureFilesIn(counter.folder().path()))};
}

std::shared_ptr<const HouseLogo> readLogo(Database& database, OrganizerId organizer,
                                          const PictureFiles& files)
{
    const auto entity = readEntity(database, organizer, "organizer", organizer.uuid);
    const auto reference = entity ? pictureIn(*entity, kLogoField) : std::nullopt;
    const auto known = reference ? readPicture(database, organizer, reference->hash) : std::nullopt;
    if (!known) {
        return nullptr;
    }
    // The one that is wanted, or else the widest that has arrived.
    const PictureRendition* best = nullptr;
    for (const PictureRendition& each : known->picture.renditions) {
        if (files.hasRendition(reference->hash, each.size, each.format)) {
            best = &each;
            if (each.size.width >= kLogoWidth) {
                break;
            }
        }
    }
    auto file = best != nullptr ? files.readRendition(reference->hash, best->size, best->format)
                                : Result<std::optional<Bytes>>{std::optional<Bytes>{}};
    if (!file || !*file) {
        return nullptr;
    }
    return std::make_shared<const HouseLogo>(
        HouseLogo{best->size, best->format, **std::move(file), reference->alt});
}

} // namespace foyer
