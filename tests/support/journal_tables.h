// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/incidents/incident.h"
#include "core/domain/journal/entry.h"
#include "core/storage/database.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace foyer {
class Counter;
} // namespace foyer

/// What the entries of a journal add up to, for tests that compare it with the tables.
namespace foyer::test {

std::vector<Entry> entriesOf(Counter& counter);
/// In another order, the same for the same seed.
std::vector<Entry> shuffled(std::vector<Entry> entries, std::uint64_t seed);
/// A database in memory that heard of these entries in this order.
std::unique_ptr<Database> projected(const std::vector<Entry>& entries);
/// The first table and row in which two databases differ; empty: none.
std::string difference(Database& a, Database& b);

/// Every seat with two valid tickets, by reading them all: what incidents are checked against.
std::vector<incident_subject::Seat> findSeatsSoldTwice(Database& database, OrganizerId organizer);

} // namespace foyer::test
