// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/events/picture_words.h"

#include "ui/common/formatting.h"

namespace foyer::ui {

QString wordsOf(const PictureReference& picture, const QString& language)
{
    const auto found = picture.alt.find(language.toStdString());
    return found != picture.alt.end() ? text(found->second) : QString{};
}

PictureReference worded(PictureReference picture, const QString& language, const QString& words)
{
    if (words.trimmed().isEmpty()) {
        picture.alt.erase(language.toStdString());
    } else {
        picture.alt[language.toStdString()] = words.trimmed().toStdString();
    }
    return picture;
}

} // namespace foyer::ui
