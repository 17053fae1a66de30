// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desktop/print_worker.h"
#include "app/desktop/printing_port.h"

#include <QObject>

namespace foyer::ui {
class CustomerDisplay;
class MainWindow;
class OrdersPage;
class PrintersPage;
class ScannerKeys;
class SellPage;
} // namespace foyer::ui

namespace foyer::desktop {

class CounterPort;

/// What stands beside the screen: printers, scanner, customer display. Made once the counter is
/// open.
class Hardware final : public QObject {
    Q_OBJECT

public:
    Hardware(StoreThread& store, CounterPort& orders, ui::MainWindow& window, ui::SellPage& sell);
    ~Hardware() override;

    ui::PrintersPage* page() { return m_page; }
    PrintWorker& worker() { return m_worker; }
    /// The workspace whose name in the rail says what waits for a printer.
    void setBadgeOn(QWidget& workspace);
    /// Where scans go that the current workspace has no use for.
    void sendScansTo(ui::OrdersPage& page);
    /// Opens every drawer that is connected to a printer, at once and without the queue.
    void openDrawers();

private:
    /// A workspace that has a slot takeScan(QString) gets the code; without one, the order that it
    /// belongs to is opened.
    void take(const QString& code);
    /// Prints what the printers print by themselves, and opens the drawer for cash.
    void afterSale(OrderId order);
    void openAll(const std::vector<Printer>& drawers);
    void showDisplay();

    StoreThread& m_store;
    CounterPort& m_orders;
    ui::MainWindow& m_window;
    ui::SellPage& m_sell;
    PrintWorker m_worker;
    CounterPrintingPort m_port;
    ui::PrintersPage* m_page;
    ui::ScannerKeys* m_scanner;
    ui::OrdersPage* m_ordersPage = nullptr;
    QWidget* m_badged = nullptr;
    ui::CustomerDisplay* m_display = nullptr; ///< the window deletes it
};

} // namespace foyer::desktop
