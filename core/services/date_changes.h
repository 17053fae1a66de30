// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/catalogue/date_changed.h"
#include "core/services/catalogue_editing.h"

#include <string>

namespace foyer {

/// A part of the verbs that cancel, postpone and move dates: writes the fields, and the fact beside
/// them. Throws StorageFailure.
void writeDateChange(CatalogueWork& work, const Performance& date, DateChangeKind what,
                     Instant startsAt, const std::string& reason);

} // namespace foyer
