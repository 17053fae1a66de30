// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/main_window.h"
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

/// Lets everything happen that waits to be done.
inline void settle()
{
    for (int i = 0; i < 12; ++i) {
        QApplication::processEvents();
    }
}

/// A picture of a window, or of something in it or over it, in light and in dark.
inline void shoot(ui::MainWindow& window, QWidget& what, const QString& folder, const QString& name)
{
    for (const bool dark : {false, true}) {
        window.showIn(dark ? ui::Palette::dark() : ui::Palette::light());
        settle();
        what.grab().save(QDir{folder}.filePath(
            name + (dark ? QStringLiteral("-dark.png") : QStringLiteral("-light.png"))));
    }
}
inline void shoot(ui::MainWindow& window, const QString& folder, const QString& name)
{
    shoot(window, window, folder, name);
}

/// One page in a window of its own.
class PageShots {
public:
    PageShots(int& argc, char** argv, QSize size)
        : m_application{argc, argv}, m_folder{startShots(m_application, m_translator)}
    {
        m_window.resize(size);
        m_window.show();
    }
    ui::MainWindow& window() { return m_window; }
    void show(QWidget* page, const QString& name, const char* icon)
    {
        m_window.addWorkspace(name, QString::fromLatin1(icon), page);
        m_window.showWorkspace(page);
        settle();
    }
    /// A picture of the window in light and in dark, once all has happened that waits to be done.
    void shoot(const char* name)
    {
        settle();
        test::shoot(m_window, m_folder, QString::fromLatin1(name));
    }

private:
    QApplication m_application;
    QTranslator m_translator;
    QString m_folder;
    ui::MainWindow m_window;
};

} // namespace foyer::test
