// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>
#include <vector>

namespace foyer::cli {

struct PictureAddCommand {
    std::vector<std::string> files;
};
struct PictureListCommand {};
struct PictureShowCommand {
    std::string picture;
    int width = 640;
    std::string event; ///< instead: what an event shows
};
/// One picture, as a file or the beginning of a hash; empty: none any more.
struct PictureChoice {
    std::string picture;
    bool isNone = false;
    std::vector<std::string> alt; ///< LANGUAGE=TEXT
};
struct PicturePosterCommand {
    std::string event;
    PictureChoice choice;
};
struct PictureLogoCommand {
    PictureChoice choice;
};
struct BrandingCommand {
    std::optional<std::string> main; ///< "#1f5fbf", or "none"
    std::optional<std::string> text;
};
struct PictureGalleryAddCommand {
    std::string event;
    PictureChoice choice;
};
struct PictureGalleryRemoveCommand {
    std::string event;
    std::string picture;
};
struct PictureGalleryOrderCommand {
    std::string event;
    std::vector<std::string> pictures;
};
struct PictureCheckCommand {
    bool isToBeMended = false;
};
struct PictureCollectCommand {
    std::optional<int> days;
};
struct PictureSyncCommand {};

} // namespace foyer::cli
