// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/uuid.h"

#include <string>

namespace foyer {

class Counter;
class Database;

/// A house for testing is one where payment providers are tried: they give test money there and
/// nowhere else, and what it prints is a specimen. It is founded as one and stays so, for its sales
/// and those of a real house never come into one journal, and so into no report of it.

/// Throws StorageFailure.
bool isForTesting(Database& database, OrganizerId organizer);
/// Whether all that a counter prints is a specimen: in a training and in a house for testing.
/// Throws StorageFailure.
bool printsSpecimens(Counter& counter);
/// The organizer as reports name it: whoever reads one of a house for testing sees it at once.
/// Throws StorageFailure.
std::string nameOnReports(Counter& counter);

} // namespace foyer
