// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/pictures/picture.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foyer {

/// The files of pictures in a folder, on counters and servers alike: `ab/abcd….orig` as given, and
/// `ab/abcd…-640.jpg`. Their names are made here, of hashes and widths, and nothing that somebody
/// typed is ever part of one. A file is there whole or not at all, and never changes. Holds nothing
/// open: may be made wherever it is needed, by any thread and by several processes.
class PictureFiles {
public:
    /// `folder` is made when the first picture is kept.
    explicit PictureFiles(std::string folder) : m_folder{std::move(folder)} {}

    /// Keeps the bytes as given, if they have this hash; a second time changes nothing, unless the
    /// file was damaged meanwhile. Bad input
    /// picture_hash; storage errors disk_full, picture_not_kept.
    Result<void> keepOriginal(const PictureHash& hash, ByteView bytes) const;
    /// One that is here stays as it is.
    Result<void> keepRendition(const PictureHash& hash, PictureSize size, PictureFormat format,
                               ByteView bytes) const;
    bool hasOriginal(const PictureHash& hash) const;
    bool hasRendition(const PictureHash& hash, PictureSize size, PictureFormat format) const;
    /// For a program that opens files itself.
    std::string renditionPath(const PictureHash& hash, PictureSize size,
                              PictureFormat format) const;
    /// Nothing where it is not here. Storage error picture_not_read.
    Result<std::optional<Bytes>> readOriginal(const PictureHash& hash) const;
    Result<std::optional<Bytes>> readRendition(const PictureHash& hash, PictureSize size,
                                               PictureFormat format) const;
    /// Removes all of a picture. Storage error picture_not_removed.
    Result<void> remove(const PictureHash& hash) const;
    void removeRendition(const PictureHash& hash, PictureSize size, PictureFormat format) const;

    /// Of a file that arrives in pieces, for a house: how much of it is here.
    std::int64_t arrived(OrganizerId house, const PictureHash& hash) const;
    /// What has arrived of all others that arrive for a house, in bytes.
    std::int64_t arrivedOfOthers(OrganizerId house, const PictureHash& hash) const;
    /// Adds a piece that begins at `offset`; answers how much is here then. Where that is not what
    /// comes next, nothing is added. `total`: as long as it may become.
    Result<std::int64_t> addPiece(OrganizerId house, const PictureHash& hash, std::int64_t offset,
                                  ByteView piece, std::int64_t total) const;
    /// Takes what arrived, which is then gone; nothing where nothing did.
    Result<std::optional<Bytes>> takeArrived(OrganizerId house, const PictureHash& hash) const;

    /// Removes what a crash, or somebody who never came back, left behind, if it is older.
    void sweep(Instant olderThan) const;

private:
    Result<void> keep(const PictureHash& hash, const std::string& end, ByteView bytes) const;
    Result<std::optional<Bytes>> read(const PictureHash& hash, const std::string& end) const;
    bool has(const PictureHash& hash, const std::string& end) const;

    std::string m_folder;
};

} // namespace foyer
