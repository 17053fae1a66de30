// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/picture_sentences.h"

#include <QCoreApplication>

#include <algorithm>
#include <string_view>

namespace foyer::ui {
namespace {

struct PictureSentence {
    std::string_view code;
    const char* words;
};

constexpr PictureSentence kPictureSentences[] = {
    {"bad_alt_text",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "Say in one line of at most 500 letters what the picture shows.")},
    {"gallery_full",
     QT_TRANSLATE_NOOP(
         "foyer::ui", "A gallery has at most 30 pictures. Take one out first, then add this one.")},
    {"not_in_gallery",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "This picture is not in the gallery any more. Somebody took it out.")},
    {"picture_animated",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "This picture moves. Save one of its frames as a picture of its own.")},
    {"picture_cmyk",
     QT_TRANSLATE_NOOP(
         "foyer::ui",
         "This picture has the colours of a printing press (CMYK), which screens show "
         "wrongly. Save it with RGB colours.")},
    {"picture_damaged",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "This picture is damaged or not complete. Open it in a picture program and "
                       "save it again.")},
    {"picture_file_not_read",
     QT_TRANSLATE_NOOP(
         "foyer::ui", "This file cannot be read. Copy it to this computer, then choose it there.")},
    {"picture_format",
     QT_TRANSLATE_NOOP(
         "foyer::ui",
         "This is no JPEG, PNG or WebP picture, whatever its name says. Save or export it as one "
         "of these; drawings (SVG), HEIC, TIFF and GIF are not taken.")},
    {"picture_not_here",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "This picture has not arrived yet. It comes by itself while there is a "
                       "network.")},
    {"picture_not_kept",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "The picture could not be kept in the data folder. Have its permissions "
                       "looked at, then add the picture again.")},
    {"picture_not_read",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "A picture could not be read from the disk. Have it looked at, then add the "
                       "picture again.")},
    {"picture_too_hard",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "This picture takes more memory or time than a picture may. Open it in a "
                       "picture program and save it again.")},
    {"picture_too_large",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "This picture has more than 10 MB. Save it smaller, for example as a JPEG "
                       "2000 pixels wide.")},
    {"picture_too_many_pixels",
     QT_TRANSLATE_NOOP(
         "foyer::ui",
         "This picture has more than 40 megapixels. Save it smaller, for example 2000 "
         "pixels wide.")},
    {"picture_too_narrow",
     QT_TRANSLATE_NOOP(
         "foyer::ui",
         "One side of this picture is more than eight times as long as the other. Crop it.")},
    {"picture_worker_failed",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "The program that reads pictures did not answer. Try again; if it stays so, "
                       "have Foyer installed anew.")},
    {"unknown_picture",
     QT_TRANSLATE_NOOP("foyer::ui", "This picture is not known here. Add it once more.")},
};

} // namespace

const char* pictureSentence(const std::string& code)
{
    const auto* found = std::ranges::find(kPictureSentences, code, &PictureSentence::code);
    return found != std::end(kPictureSentences) ? found->words : nullptr;
}

} // namespace foyer::ui
