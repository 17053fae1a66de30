// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/picture_meant.h"

#include "app/cli/input_file.h"
#include "app/picture/picture_child.h"
#include "core/services/counter.h"
#include "core/services/pictures.h"

namespace foyer::cli {

Result<PictureAdded> addPictureFile(Counter& counter, const std::string& file)
{
    const auto content = readInputFile(file);
    if (!content) {
        return content.error();
    }
    auto added = addPicture(counter, PictureChild{}, Bytes{content->begin(), content->end()});
    if (!added && added.error().kind == ErrorKind::BadInput) {
        Error error = added.error();
        error.where = file;
        return error;
    }
    return added;
}

Result<PictureHash> pictureMeant(Counter& counter, const std::string& typed)
{
    auto named = pictureNamed(counter, typed);
    if (named || named.error().code != "unknown_picture") {
        return named;
    }
    const auto added = addPictureFile(counter, typed);
    return added ? Result<PictureHash>{added->hash} : added.error();
}

} // namespace foyer::cli
