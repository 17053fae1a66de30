// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desktop/print_worker.h"
#include "ui/settings/printing_port.h"

namespace foyer::desktop {

class StoreThread;

/// Implements what the printers page asks for, over the store thread, and tells the worker.
class CounterPrintingPort final : public ui::PrintingPort {
public:
    CounterPrintingPort(StoreThread& store, PrintWorker& worker) : m_store{store}, m_worker{worker}
    {}

    void printers(Then<std::vector<Printer>> then) override;
    void save(const Printer& printer, Then<bool> then) override;
    void remove(const std::string& name, Then<bool> then) override;
    void test(const std::string& name, Then<bool> then) override;
    void jobs(Then<std::vector<SpoolJob>> then) override;
    void act(PrintJobId job, ui::SpoolAct act, Then<bool> then) override;

private:
    StoreThread& m_store;
    PrintWorker& m_worker;
};

} // namespace foyer::desktop
