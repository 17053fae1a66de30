// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

/// Outside of every namespace, as Q_INIT_RESOURCE wants it.
static void initTranslations()
{
    Q_INIT_RESOURCE(foyer_translations);
}

namespace foyer::desktop {

namespace {

/// Where several translators know a sentence, the one installed last is asked first.
void install(QCoreApplication& application, const QLocale& locale, const QString& name,
             const QString& folder)
{
    auto* translator = new QTranslator{&application};
    if (translator->load(locale, name, QStringLiteral("_"), folder)) {
        QCoreApplication::installTranslator(translator);
    } else {
        delete translator;
    }
}

} // namespace

void installLanguages(QCoreApplication& application, const QLocale& locale)
{
    initTranslations();
    const QString ours = QStringLiteral(":/i18n");
    const QString name = QStringLiteral("foyer");
    install(application, locale, QStringLiteral("qtbase"),
            QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(application, QLocale{QLocale::English}, name, ours);
    if (locale.language() != QLocale::English) {
        install(application, locale, name, ours);
    }
}

} // namespace foyer::desktop
