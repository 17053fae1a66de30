// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/desktop.h"
#include "app/desktop/languages.h"
#include "app/desktop/shown_sale.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QLocale>
#include <QStandardPaths>

#include <cstdio>

int main(int argc, char** argv)
{
    QApplication application{argc, argv};
    QApplication::setApplicationName(QStringLiteral("foyer"));
    QApplication::setApplicationVersion(QStringLiteral(FOYER_VERSION));
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Foyer, the offline-first box office"));
    parser.addHelpOption();
    parser.addVersionOption();
    const QString defaultFolder =
        QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
        QStringLiteral("/foyer");
    const QCommandLineOption data{QStringLiteral("data"),
                                  QStringLiteral("Work in this data folder."),
                                  QStringLiteral("DIR"),
                                  qEnvironmentVariable("FOYER_DATA", defaultFolder)};
    const QCommandLineOption demo{QStringLiteral("demo"),
                                  QStringLiteral("Load the demonstration season on first start.")};
    const QCommandLineOption sale{QStringLiteral("show-sale"),
                                  QStringLiteral("Make a sale through the window, keep its files "
                                                 "here, and end."),
                                  QStringLiteral("DIR")};
    const QCommandLineOption shots{QStringLiteral("shots"),
                                   QStringLiteral("Draw every screen into this folder, and end."),
                                   QStringLiteral("DIR")};
    const QCommandLineOption measure{QStringLiteral("measure-start"),
                                     QStringLiteral(
                                         "Say when the first screen is painted, and end.")};
    const QCommandLineOption training{QStringLiteral("training"),
                                      QStringLiteral("Work in a copy where nothing is real.")};
    parser.addOptions({data, demo, sale, shots, measure, training});
    parser.process(application);

    foyer::desktop::installLanguages(application, QLocale::system());
    foyer::ui::applyTheme(application, foyer::ui::Palette::ofSystem());
    foyer::desktop::Desktop desktop{{QDir{parser.value(data)}.absolutePath().toStdString(),
                                     parser.isSet(demo) || parser.isSet(shots),
                                     parser.value(sale).toStdString(),
                                     parser.value(shots).toStdString(), parser.isSet(training)}};
    const bool unattended = parser.isSet(sale) || parser.isSet(shots) || parser.isSet(measure);
    QObject::connect(&desktop, &foyer::desktop::Desktop::ready, &application, [&] {
        if (parser.isSet(sale)) {
            foyer::desktop::showSale(desktop, parser.value(sale));
        } else if (parser.isSet(shots)) {
            foyer::desktop::takeShots(desktop, parser.value(shots));
        } else if (parser.isSet(measure)) {
            foyer::desktop::sayWhenPainted(desktop);
        }
    });
    QObject::connect(&desktop, &foyer::desktop::Desktop::failed, &application,
                     [unattended](const QString& sentence) {
                         std::fprintf(stderr, "foyer: %s\n", qPrintable(sentence));
                         if (unattended) {
                             QApplication::exit(4);
                         }
                     });
    desktop.start();
    return QApplication::exec();
}
