// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/pictures/picture_reference.h"

#include <QString>

namespace foyer::ui {

/// What a picture shows, in a language ("de"); empty where nobody has said it.
QString wordsOf(const PictureReference& picture, const QString& language);
/// The same picture with other words in that language; none take them away.
PictureReference worded(PictureReference picture, const QString& language, const QString& words);

} // namespace foyer::ui
