// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/journal/cbor.h"
#include "core/domain/journal/entry.h"

#include <span>
#include <string_view>
#include <vector>

namespace foyer {

/// Whether a text may be the kind of an entry: 1 to 64 of the letters a to z, "_" and ".". Of what
/// a newer Foyer writes, too.
bool isEntryKind(std::string_view text);

/// An entry as it travels: a CBOR array of every field in the order of Entry, `position` null where
/// there is none. The hash travels, too, so that whoever gets it can compare.
void write(CborWriter& writer, const Entry& entry);
/// Reads what write() wrote, every field of its type and within its bounds. Does not check the hash
/// against the fields. Error "bad_entry".
Result<Entry> readEntry(const CborValue& value);

/// Several, as one array.
void write(CborWriter& writer, std::span<const Entry> entries);
Result<std::vector<Entry>> readEntryArray(const CborValue& value);

} // namespace foyer
