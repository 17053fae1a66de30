// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/theme.h"

#include <QApplication>
#include <QDir>
#include <QLocale>
#include <QTranslator>

namespace foyer::test {

/// Begins a program that draws pictures: makes the folder of its first argument, takes the language
/// of its second, sets the theme. Returns the folder.
inline QString startShots(const QApplication& application, QTranslator& translator)
{
    const QString folder = application.arguments().value(1, QStringLiteral("."));
    QDir{}.mkpath(folder);
    const QString language = application.arguments().value(2);
    if (translator.load(QStringLiteral("foyer_") + language, QStringLiteral(FOYER_TRANSLATIONS))) {
        QCoreApplication::installTranslator(&translator);
        QLocale::setDefault(QLocale{language});
    }
    ui::applyTheme(*qApp, ui::Palette::light());
    return folder;
}

} // namespace foyer::test
