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
#include <QProcess>
#include <QStandardPaths>

#include <cstdio>

namespace {

/// The one that was asked for, else the one used last, else the first there ever was.
QString folderOf(const foyer::HouseList& houses, const QString& asked, const QString& first)
{
    if (!asked.isEmpty()) {
        return asked;
    }
    const auto known = houses.houses();
    return known.empty() ? first : QString::fromStdString(known.front().folder);
}

/// Another house is another process: nothing of this one stays in memory beside it.
void goToOtherHouses(const foyer::desktop::Desktop& desktop, QApplication& application)
{
    QObject::connect(&desktop, &foyer::desktop::Desktop::houseAsked, &application,
                     [](const QString& other) {
                         if (QProcess::startDetached(QApplication::applicationFilePath(),
                                                     {QStringLiteral("--house"), other})) {
                             QApplication::quit();
                         }
                     });
}

} // namespace

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
    QCommandLineOption house{QStringLiteral("house"),
                             QStringLiteral("Open this one of the computer's houses."),
                             QStringLiteral("DIR")};
    house.setFlags(QCommandLineOption::HiddenFromHelp); // what the sign-in page starts
    parser.addOptions({data, demo, sale, shots, measure, training, house});
    parser.process(application);
    // Whoever names a data folder means that one, and is not offered others.
    const bool isNamed = parser.isSet(data) || qEnvironmentVariableIsSet("FOYER_DATA");
    const std::string list =
        isNamed ? std::string{} : (defaultFolder + QStringLiteral("-houses")).toStdString();
    const QString folder = isNamed
        ? parser.value(data)
        : folderOf(foyer::HouseList{list}, parser.value(house), defaultFolder);

    foyer::desktop::installLanguages(application, QLocale::system());
    foyer::ui::applyTheme(application, foyer::ui::Palette::ofSystem());
    foyer::desktop::Desktop desktop{
        {QDir{folder}.absolutePath().toStdString(), parser.isSet(demo) || parser.isSet(shots),
         parser.value(sale).toStdString(), parser.value(shots).toStdString(),
         parser.isSet(training), list}};
    goToOtherHouses(desktop, application);
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
