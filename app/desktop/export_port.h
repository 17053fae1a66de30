// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/in_and_out/export_port.h"

#include <atomic>
#include <memory>

namespace foyer::desktop {

class StoreThread;

/// Implements exports: what needs the counter is asked of the store thread, the files are written
/// beside it, so nobody waits for them.
class CounterExportPort final : public ui::ExportPort {
public:
    explicit CounterExportPort(StoreThread& store) : m_store{store} {}
    ~CounterExportPort() override { cancel(); }

    void run(const ui::ExportAsked& asked, Progress progress,
             Then<ui::ExportedShown> then) override;
    void cancel() override { *m_isStopped = true; }

private:
    StoreThread& m_store;
    std::shared_ptr<std::atomic<bool>> m_isStopped = std::make_shared<std::atomic<bool>>(false);
};

} // namespace foyer::desktop
