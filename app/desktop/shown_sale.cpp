// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/shown_sale.h"

#include "app/desktop/desktop.h"
#include "app/desktop/scene.h"
#include "ui/common/main_window.h"
#include "ui/sell/sell_page.h"
#include "ui/sell/tickets_dialog.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPixmap>
#include <QTimer>

#include <cstdio>

namespace foyer::desktop {
namespace {

constexpr int kPatienceMs = 60'000;

void keep(const QString& file, const QString& folder)
{
    const QString to = QDir{folder}.filePath(QFileInfo{file}.fileName());
    QFile::remove(to);
    QFile::copy(file, to);
    std::printf("  %s\n", qPrintable(QFileInfo{to}.absoluteFilePath()));
}

} // namespace

void showSale(Desktop& desktop, const QString& folder)
{
    QDir{}.mkpath(folder);
    ui::SellPage& page = *desktop.sellPage();
    QObject::connect(&page.tickets(), &ui::TicketsDialog::ready, &desktop, [&desktop, folder] {
        const auto& documents = desktop.sellPage()->tickets().documents();
        std::printf("A sale was made through the window. Its tickets, receipt and picture:\n");
        keep(QString::fromStdString(documents.ticketsPdf), folder);
        keep(QString::fromStdString(documents.receiptPdf), folder);
        // The plan and the list are read again after a sale: the picture waits until they show it.
        QTimer::singleShot(kStepMs, &desktop, [&desktop, folder] {
            const QString picture = QDir{folder}.filePath(QStringLiteral("window.png"));
            desktop.window().grab().save(picture);
            std::printf("  %s\n", qPrintable(QFileInfo{picture}.absoluteFilePath()));
            std::fflush(stdout);
            QApplication::quit();
        });
    });
    page.setFocus();
    QWidget& window = desktop.window();
    QTimer::singleShot(kPatienceMs, &desktop, [] {
        std::fprintf(stderr, "foyer: the sale was not made within a minute\n");
        QApplication::exit(4);
    });
    play(&desktop,
         {[&window] { press(window, Qt::Key_2, QStringLiteral("2")); },
          [&page] { page.presenter().startPayment(); },
          [&page] { page.presenter().cancelPayment(); },
          [&window] { press(window, Qt::Key_Return); },
          [&window] { press(window, Qt::Key_Return); }});
}

void sayWhenPainted(Desktop& desktop)
{
    const auto say = [&desktop] {
        (void)desktop.window().grab(); // a whole frame, now
        std::printf("painted\n");
        std::fflush(stdout);
        QApplication::quit();
    };
    if (desktop.sellPage()->presenter().current()) {
        say();
    } else {
        QObject::connect(&desktop.sellPage()->presenter(), &ui::SellPresenter::performanceChanged,
                         &desktop, say);
    }
}

} // namespace foyer::desktop
