// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/shown_sale.h"

#include "app/desktop/desktop.h"
#include "ui/common/main_window.h"
#include "ui/common/theme.h"
#include "ui/sell/sell_page.h"
#include "ui/sell/tickets_dialog.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QKeyEvent>
#include <QPixmap>
#include <QTimer>

#include <cstdio>
#include <functional>
#include <memory>
#include <vector>

namespace foyer::desktop {
namespace {

constexpr int kStepMs = 700; // for a person to follow, and for answers to arrive
constexpr int kPatienceMs = 60'000;

/// A key for the widget that has the window's focus, or would have: on a display without a window
/// manager no window is ever active.
void press(QWidget& window, int key, const QString& text = {})
{
    QWidget* target = window.focusWidget() != nullptr ? window.focusWidget() : &window;
    QKeyEvent down{QEvent::KeyPress, key, Qt::NoModifier, text};
    QKeyEvent up{QEvent::KeyRelease, key, Qt::NoModifier, text};
    QApplication::sendEvent(target, &down);
    QApplication::sendEvent(target, &up);
}

/// Steps one after the other, each some time after the last.
void play(QObject* context, std::vector<std::function<void()>> steps)
{
    auto rest = std::make_shared<std::vector<std::function<void()>>>(std::move(steps));
    auto* timer = new QTimer{context};
    auto next = std::make_shared<std::size_t>(0);
    QObject::connect(timer, &QTimer::timeout, context, [rest, next, timer] {
        if (*next == rest->size()) {
            timer->stop();
            return;
        }
        (*rest)[(*next)++]();
    });
    timer->start(kStepMs);
}

void keep(const QString& file, const QString& folder)
{
    const QString to = QDir{folder}.filePath(QFileInfo{file}.fileName());
    QFile::remove(to);
    QFile::copy(file, to);
    std::printf("  %s\n", qPrintable(QFileInfo{to}.absoluteFilePath()));
}

void shoot(QWidget& widget, const QString& folder, const QString& name)
{
    widget.grab().save(QDir{folder}.filePath(name + QStringLiteral(".png")));
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

void takeShots(Desktop& desktop, const QString& folder)
{
    QDir{}.mkpath(folder);
    ui::SellPage& page = *desktop.sellPage();
    const auto shootAll = [&desktop, folder](const QString& state) {
        return [&desktop, folder, state] {
            for (const bool dark : {false, true}) {
                desktop.window().showIn(dark ? ui::Palette::dark() : ui::Palette::light());
                for (const QSize size : {QSize{1280, 800}, QSize{1920, 1080}}) {
                    desktop.window().resize(size);
                    QApplication::processEvents();
                    shoot(desktop.window(), folder,
                          QStringLiteral("%1-%2-%3x%4")
                              .arg(state, dark ? QStringLiteral("dark") : QStringLiteral("light"))
                              .arg(size.width())
                              .arg(size.height()));
                }
            }
        };
    };
    const auto openNth = [&page](std::size_t n) {
        return
            [&page, n] { page.presenter().openPerformance(page.presenter().performances()[n].id); };
    };
    const auto openWorkspace = [&desktop](std::size_t n) {
        return [&desktop, n] { desktop.window().showWorkspace(desktop.window().workspaces()[n]); };
    };
    page.setFocus();
    QWidget& window = desktop.window();
    play(&desktop,
         {shootAll(QStringLiteral("sell-start")),
          [&window] { press(window, Qt::Key_2, QStringLiteral("2")); },
          shootAll(QStringLiteral("sell-cart")),
          [&window] { press(window, Qt::Key_Return); },
          shootAll(QStringLiteral("sell-payment")),
          [&window] { press(window, Qt::Key_Return); },
          [] {},
          [] {},
          shootAll(QStringLiteral("sell-sold")),
          [&page] { page.tickets().open(); },
          [&page, folder] { shoot(page.tickets(), folder, QStringLiteral("tickets-light")); },
          [&page] { page.tickets().close(); },
          openNth(1),
          shootAll(QStringLiteral("sell-club")),
          [&page] { page.presenter().searchFor(QStringLiteral("garden")); },
          openNth(0),
          [] {},
          shootAll(QStringLiteral("sell-general-admission")),
          [&page] { page.presenter().searchFor(QStringLiteral("zzz")); },
          shootAll(QStringLiteral("sell-nothing-found")),
          openWorkspace(1),
          [] {},
          shootAll(QStringLiteral("till-closed")),
          openWorkspace(2),
          shootAll(QStringLiteral("printers")),
          openWorkspace(3),
          shootAll(QStringLiteral("people-empty")),
          [] { QApplication::quit(); }});
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
