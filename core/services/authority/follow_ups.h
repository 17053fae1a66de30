// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/journal/cbor.h"
#include "core/domain/journal/entry.h"
#include "core/storage/database.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace foyer {

/// What a server does because a fact arrived: a customer's order is mailed to them, a payment that
/// is asked for is begun. Noted in the transaction that takes the entry in, once for each entry, so
/// that it comes with the entry or not at all; done afterwards, by a job.
class FollowUps {
public:
    /// Called after the entry was projected. It may write, and throws StorageFailure only: what it
    /// cannot do must not keep the entry out.
    using Note = std::function<void(Database&, const Entry&, const CborValue& body)>;

    /// Before the first entry arrives.
    void add(std::string_view kind, Note note)
    {
        m_notes[std::string{kind}].push_back(std::move(note));
    }
    /// Of an entry that is new here, whether it arrived or was written by the authority.
    void note(Database& database, const Entry& entry, const CborValue& body) const
    {
        const auto found = m_notes.find(entry.kind);
        if (found == m_notes.end()) {
            return;
        }
        for (const Note& note : found->second) {
            note(database, entry, body);
        }
    }

private:
    std::map<std::string, std::vector<Note>, std::less<>> m_notes;
};

} // namespace foyer
