// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/pictures/house_style.h"

#include <memory>

namespace foyer {

class Counter;
class Database;
class PictureFiles;

/// How the house looks on its papers and in its mails: its colours, and its logo, which is chosen
/// by setLogo() (picture_use.h).

/// What it chose; what is nothing is Foyer's own. May throw StorageFailure.
HouseColours houseColours(Counter& counter);
/// Each colour is a field of its own: two people who choose different ones both win. Needs
/// Permission::EditCatalogue. Errors: checkHouseColours().
Result<void> setHouseColours(Counter& counter, const HouseColours& colours);

/// All of it, ready to be drawn by whoever prints here. Throws StorageFailure.
HouseStyle houseStyle(Counter& counter);
/// The logo alone, for a server, which asks nobody: null where there is none, or where its file is
/// not here. Throws StorageFailure.
std::shared_ptr<const HouseLogo> readLogo(Database& database, OrganizerId organizer,
                                          const PictureFiles& files);

} // namespace foyer
