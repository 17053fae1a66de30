// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/hardware.h"

#include "app/desktop/counter_port.h"
#include "app/desktop/store_thread.h"
#include "app/printing/print_run.h"
#include "core/services/counter.h"
#include "core/services/offer_cache.h"
#include "core/services/printers.h"
#include "core/services/sales.h"
#include "core/services/spool.h"
#include "ui/common/error_text.h"
#include "ui/common/main_window.h"
#include "ui/orders/orders_page.h"
#include "ui/common/parts.h"
#include "ui/common/scanner_keys.h"
#include "ui/sell/awaited_presenter.h"
#include "ui/sell/customer_display.h"
#include "ui/sell/sell_page.h"
#include "ui/settings/printers_page.h"

#include <QApplication>
#include <QPointer>
#include <QThreadPool>

namespace foyer::desktop {

Hardware::Hardware(StoreThread& store, CounterPort& orders, ui::MainWindow& window,
                   ui::SellPage& sell)
    : m_store{store}, m_orders{orders}, m_window{window}, m_sell{sell}, m_worker{store},
      m_port{store, m_worker}, m_page{new ui::PrintersPage{m_port}}, m_scanner{
                                                                         new ui::ScannerKeys{this}}
{
    m_orders.setSpooled([this] { m_worker.kick(); });
    m_orders.setSold([this](OrderId order) { afterSale(order); });
    connect(&m_worker, &PrintWorker::changed, m_page, &ui::PrintersPage::refresh);
    connect(m_page, &ui::PrintersPage::waiting, &m_window, [this](int jobs, int needing) {
        if (m_badged != nullptr) {
            m_window.setWorkspaceBadge(m_badged, jobs, needing > 0);
        }
    });
    connect(m_page, &ui::PrintersPage::customerDisplayAsked, this, &Hardware::showDisplay);
    // A dialog's fields take what is scanned as typing, and so does whoever signs in.
    m_scanner->setWanted([this] {
        return QApplication::activeModalWidget() == nullptr &&
            m_window.currentWorkspace() != nullptr && m_window.currentWorkspace()->isVisible();
    });
    connect(m_scanner, &ui::ScannerKeys::scanned, this, &Hardware::take);
    if (QApplication::screens().size() > 1) {
        showDisplay();
    }
}

Hardware::~Hardware()
{
    m_orders.setSpooled({});
    m_orders.setSold({});
}

void Hardware::take(const QString& code)
{
    QWidget* page = m_window.currentWorkspace();
    if (page->metaObject()->indexOfMethod("takeScan(QString)") >= 0) {
        QMetaObject::invokeMethod(page, "takeScan", Q_ARG(QString, code));
        return;
    }
    if (m_ordersPage != nullptr) {
        m_window.showWorkspace(m_ordersPage);
        if (m_window.currentWorkspace() == m_ordersPage) {
            m_ordersPage->takeScan(code);
        } else { // their role has no orders
            auto* toast = new ui::Toast{&m_window};
            toast->say(tr("This code belongs to an order, and yours is not the role to open it. Go "
                          "to the door to let somebody in."));
        }
    }
}

void Hardware::setBadgeOn(QWidget& workspace)
{
    m_badged = &workspace;
}

void Hardware::sendScansTo(ui::OrdersPage& page)
{
    m_ordersPage = &page;
    connect(&page, &ui::OrdersPage::spooled, this, [this] { m_worker.kick(); });
}

void Hardware::afterSale(OrderId order)
{
    m_store.ask<std::vector<Printer>>(
        [order](Counter& counter) -> Result<std::vector<Printer>> {
            const auto sold = findOrder(counter, order);
            if (!sold) {
                return sold.error();
            }
            const auto printing = printingAfterSale(counter, *sold);
            if (!printing) {
                return printing.error();
            }
            if (printing->tickets && !sold->tickets.empty()) {
                (void)spoolTickets(counter, *sold, printing->tickets->name); // shown in the queue
            }
            if (printing->receipt) {
                (void)spoolReceipt(counter, *sold, printing->receipt->name);
            }
            return printing->drawers;
        },
        [self = QPointer{this}](const Result<std::vector<Printer>>& drawers) {
            if (self && drawers) {
                self->m_worker.kick();
                self->openAll(*drawers);
            }
        });
}

void Hardware::openDrawers()
{
    m_store.ask<std::vector<Printer>>([](Counter& counter) { return drawersToOpen(counter); },
                                      [self = QPointer{this}](
                                          const Result<std::vector<Printer>>& drawers) {
                                          if (self && drawers) {
                                              self->openAll(*drawers);
                                          }
                                      });
}

void Hardware::openAll(const std::vector<Printer>& drawers)
{
    for (const Printer& printer : drawers) {
        QThreadPool::globalInstance()->start([self = QPointer{this}, printer] {
            const auto opened = app::openDrawer(printer);
            if (opened) {
                return;
            }
            QMetaObject::invokeMethod(qApp, [self, error = opened.error()] {
                if (self) {
                    auto* toast = new ui::Toast{&self->m_window};
                    toast->say(ui::errorText(error));
                }
            });
        });
    }
}

void Hardware::showDisplay()
{
    if (m_display == nullptr) {
        m_display = new ui::CustomerDisplay{m_sell.presenter(), &m_window};
        m_display->follow(m_sell.awaited());
        m_store.ask<std::string>(
            [](Counter& counter) -> Result<std::string> {
                const auto& house = counter.offers().organizer();
                return house ? house->name : std::string{};
            },
            [display = QPointer{m_display}](const Result<std::string>& house) {
                if (display && house && !house->empty()) {
                    display->setWelcome(QString::fromStdString(*house));
                }
            });
    }
    m_display->showBeside(m_window);
}

} // namespace foyer::desktop
