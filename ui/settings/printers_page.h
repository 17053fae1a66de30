// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/printing_port.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace foyer::ui {

/// The printers of this computer, and what waits for them. Where a page may have come out it asks.
class PrintersPage final : public QWidget {
    Q_OBJECT

public:
    explicit PrintersPage(PrintingPort& port, QWidget* parent = nullptr);

    /// Asks for printers and jobs again.
    void refresh();
    static QString keys();

Q_SIGNALS:
    /// How many jobs wait, and how many of these need somebody.
    void waiting(int jobs, int needing);
    void customerDisplayAsked();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildEmpty();
    QWidget* buildLists();
    QWidget* buildPrinters();
    QWidget* buildQueue();
    void showPrinters(const std::vector<Printer>& printers);
    void showJobs(const std::vector<SpoolJob>& jobs);
    void showJob();
    void edit(const std::optional<Printer>& printer);
    const Printer* chosen() const;
    void act(SpoolAct act);
    void say(const Result<bool>& done);

    PrintingPort& m_port;
    std::vector<Printer> m_found;
    std::vector<SpoolJob> m_jobs;
    QStackedWidget* m_states;
    QListWidget* m_printers = nullptr;
    QListWidget* m_queue = nullptr;
    QLabel* m_detail = nullptr;
    QPushButton* m_retry = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_cameOut = nullptr;
    QPushButton* m_missing = nullptr;
    QLabel* m_fault;
};

} // namespace foyer::ui
