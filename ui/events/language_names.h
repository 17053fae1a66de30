// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QComboBox;

namespace foyer::ui {

/// A language by its own name: "Deutsch" of "de".
QString languageName(const QString& tag);
/// Fills a choice with the languages that texts are often written in, and `chosen` among them.
void offerLanguages(QComboBox& choice, const QString& chosen);

} // namespace foyer::ui
