// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/domain/catalogue/house_colours.h"
#include "core/domain/pictures/picture.h"

#include <map>
#include <memory>
#include <string>

namespace foyer {

/// The logo of a house, ready to be drawn: a rendition, which nobody but foyer-picture has made.
struct HouseLogo {
    PictureSize size; ///< pixels, both more than none
    PictureFormat format = PictureFormat::Png;
    Bytes file;
    std::map<std::string, std::string> alt; ///< what it shows, by language
};

/// How a house looks on its papers and in its mails.
struct HouseStyle {
    HouseColours colours;
    std::shared_ptr<const HouseLogo> logo; ///< null: none, or its file is not here yet
};

} // namespace foyer
