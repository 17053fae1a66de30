// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <string>
#include <vector>

namespace foyer {

/// A house that was opened on this computer.
struct KnownHouse {
    std::string folder; ///< its data folder, an absolute path
    std::string name;   ///< of its organizer, as it was when it was opened last
    friend bool operator==(const KnownHouse&, const KnownHouse&) = default;
};

/// The houses of one installation: which data folders there are, and which was used last. Nothing
/// else of a house is in it, and houses know nothing of each other: keys, people, tills and the
/// journal are those of a data folder. Holds nothing open; several programs may use it at once.
class HouseList {
public:
    /// `folder`: where the list is, and where the folders of further houses are made; need not be
    /// there yet. Empty: there is no list, and nothing is kept.
    explicit HouseList(std::string folder) : m_folder{std::move(folder)} {}

    bool isKept() const { return !m_folder.empty(); }
    /// The one used last first. Left out is where no counter lives any more, and what cannot be
    /// read.
    std::vector<KnownHouse> houses() const;
    /// Puts a house first. Storage error list_not_written: the house works all the same.
    Result<void> noteUsed(const KnownHouse& house) const;
    /// A folder for a house to come: one that is not there yet.
    std::string newFolder() const;

private:
    std::string m_folder;
};

} // namespace foyer
