// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/journal/cbor.h"
#include "core/domain/journal/entry.h"

#include <span>
#include <vector>

namespace foyer {

/// Entries in columns: what is alike lies together, so that it compresses; and nothing is there
/// that the receiver can work out. Hashes are computed again, `previous` is there only where the
/// entry before is not, and a SHA-256 over all hashes shows that all of it is what was written.
void writeColumns(CborWriter& writer, std::span<const Entry> entries);
/// Error bad_message, with the column that is wrong.
Result<std::vector<Entry>> readColumns(const CborValue& value);

} // namespace foyer
