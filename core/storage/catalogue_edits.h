// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/catalogue/entity.h"
#include "core/storage/journal.h"

namespace foyer {

/// Writes an edit of a catalogue entity, as part of an act: of its fields those that change, each
/// with the value that it replaces here. Every edit of what may be known elsewhere, too, is written
/// by this: so two people who set different fields both win, and two who set the same one without
/// knowing of each other are found. `kind`: an "….edited" kind. Throws StorageFailure.
EntryId appendEdit(Journal::Act& act, Database& database, OrganizerId organizer, const char* kind,
                   EntityEdited edit);

} // namespace foyer
