// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/events/language_names.h"

#include <QComboBox>
#include <QLocale>
#include <QSignalBlocker>

namespace foyer::ui {
namespace {

constexpr const char* kOftenWritten[] = {"de", "en", "fr", "it", "es", "pt", "nl", "da", "sv",
                                         "nb", "fi", "pl", "cs", "hu", "ro", "el", "tr", "uk",
                                         "ru", "ar", "he", "fa", "hi", "ja", "ko", "zh"};

} // namespace

QString languageName(const QString& tag)
{
    QString name = QLocale{tag}.nativeLanguageName();
    if (name.isEmpty() || QLocale{tag}.language() == QLocale::C) {
        return tag;
    }
    name[0] = name[0].toUpper();
    return name;
}

void offerLanguages(QComboBox& choice, const QString& chosen)
{
    const QSignalBlocker quiet{&choice};
    if (choice.count() == 0) {
        for (const char* tag : kOftenWritten) {
            choice.addItem(languageName(QLatin1String{tag}), QLatin1String{tag});
        }
    }
    if (choice.findData(chosen) < 0) {
        choice.addItem(languageName(chosen), chosen);
    }
    choice.setCurrentIndex(choice.findData(chosen));
}

} // namespace foyer::ui
