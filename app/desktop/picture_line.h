// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/pictures/picture.h"
#include "core/domain/pictures/picture_pixels.h"

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <string>

namespace foyer::desktop {

/// Has foyer-picture read pictures for the window, on threads of its own: one for pictures that are
/// added, of which a hostile one may take half a minute, and one for those that are shown. Neither
/// the thread that sells nor the window waits for any of it. Answers come on the window's thread,
/// and not after this is gone.
class PictureLine final : public QObject {
    Q_OBJECT

public:
    PictureLine();
    /// Waits for the picture that is being read; those behind it are dropped.
    ~PictureLine() override;

    /// Reads a picture and keeps its files in a data folder; the fact is still to be added. Errors:
    /// those of preparePicture() and keepPicture(), picture_file_not_read.
    void prepare(const std::string& path, const std::string& dataFolder,
                 std::function<void(const Result<PictureAdded>&)> then);
    /// Reads a rendition to be painted. Errors: those of PictureWorker, picture_not_here.
    void paint(const std::string& path, std::int64_t width,
               std::function<void(const Result<PicturePixels>&)> then);

private:
    QThreadPool m_added;
    QThreadPool m_shown;
};

} // namespace foyer::desktop
