// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/uuid.h"
#include "core/domain/exports/export_table.h"
#include "core/storage/database.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace foyer {

/// The tables of what is sold, not of what was: events, dates, types, prices, quotas.
std::vector<ExportTable> catalogueTables();
/// Their rows, by id; false where the table is none of these. Throws StorageFailure.
bool writeCatalogueTable(Database& database, OrganizerId organizer, const std::string& table,
                         const std::function<bool(const ExportRow&)>& take);
/// Per cent with three decimals, by tax. Throws StorageFailure.
std::map<Uuid, std::string> readTaxRates(Database& database, OrganizerId organizer);

} // namespace foyer
