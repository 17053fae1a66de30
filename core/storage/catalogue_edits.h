// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/catalogue/entity.h"
#include "core/storage/journal.h"

#include <optional>

namespace foyer {

/// Writes an edit of a catalogue entity, as part of an act: of its fields those that change, each
/// with the value that it replaces here; nothing where none does. Every edit of what may be known
/// elsewhere, too, is written by this: so two people who set different fields both win, and two who
/// set the same one without knowing of each other are found. `kind`: an "….edited" kind. An edit
/// that comes with an (empty) `over` is of an entity that others may write before they hear of it
/// here, as its id was known to them. Throws StorageFailure.
std::optional<EntryId> appendEdit(Journal::Act& act, Database& database, OrganizerId organizer,
                                  const char* kind, EntityEdited edit);

} // namespace foyer
