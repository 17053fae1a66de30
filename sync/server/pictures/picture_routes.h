// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/http/router.h"
#include "sync/server/pictures/picture_desk.h"

namespace foyer::server {

/// Adds GET and PUT /v1/pictures/{hash}, by which counters send originals in pieces and learn how
/// far they got, and GET and HEAD /pictures/{file}, by which anybody gets a rendition. `desk`
/// outlives the router.
void addPictureRoutes(Router& router, PictureDesk& desk);

/// The most that a piece may have.
inline constexpr std::size_t kPicturePieceMax = std::size_t{256} * 1024;

/// What "HASH-WIDTH.EXTENSION" names; nothing for anything else.
struct RenditionName {
    PictureHash hash{};
    std::int64_t width = 0;
    PictureFormat format = PictureFormat::Jpeg;
};
std::optional<RenditionName> renditionNameIn(std::string_view file);

} // namespace foyer::server
