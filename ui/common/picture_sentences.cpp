// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/picture_sentences.h"

#include <QCoreApplication>

#include <algorithm>
#include <string_view>
#include <utility>

namespace foyer::ui {
namespace {

constexpr std::pair<std::string_view, const char*> kPictureSentences[] = {
    {"picture_animated",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "This picture moves. Save one of its frames as a picture of its own.")},
    {"picture_cmyk",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "This picture has the colours of a printing press (CMYK), which screens "
                       "show wrongly. Save it with RGB colours.")},
    {"picture_damaged",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "This picture is damaged or not complete. Open it in a picture program and "
                       "save it again.")},
    {"picture_format",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "This is no JPEG, PNG or WebP picture, whatever its name says. Save or "
                       "export it as one of these.")},
    {"picture_not_here",
     QT_TRANSLATE_NOOP("foyer::ui", "The file of this picture has not come from the server yet.")},
    {"picture_not_kept",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "The picture could not be written to the disk. Make room, then choose it "
                       "again.")},
    {"picture_too_hard",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "This picture takes more memory or time than a picture may. Open it in a "
                       "picture program and save it again.")},
    {"picture_too_large",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "This picture has more than 10 MB. Save it smaller, for example as a JPEG "
                       "2000 pixels wide.")},
    {"picture_too_many_pixels",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "This picture has more than 40 megapixels. Save it smaller, for example "
                       "2000 pixels wide.")},
    {"picture_too_narrow",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "One side of this picture is more than eight times as long as the other. "
                       "Crop it.")},
    {"picture_worker_failed",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "The picture could not be read. Try again; if it happens again, open it in "
                       "a picture program and save it.")},
};

} // namespace

const char* pictureSentence(const std::string& code)
{
    const auto* found = std::ranges::find(kPictureSentences, code,
                                          &std::pair<std::string_view, const char*>::first);
    return found != std::end(kPictureSentences) ? found->second : nullptr;
}

} // namespace foyer::ui
