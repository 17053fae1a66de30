// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/diagnostics_port.h"

#include <atomic>
#include <memory>

namespace foyer::desktop {

class ServerSync;
class StoreThread;

/// Implements what the diagnostics page asks for. What takes long reads the database beside the
/// store thread, so that selling goes on.
class CounterDiagnosticsPort final : public ui::DiagnosticsPort {
public:
    CounterDiagnosticsPort(StoreThread& store, ServerSync& sync) : m_store{store}, m_sync{sync} {}
    ~CounterDiagnosticsPort() override;

    void read(Then<ui::DiagnosisShown> then) override;
    void syncNow() override;
    void checkJournal(Progress progress, Then<ui::JournalChecked> then) override;
    void exportBundle(const std::string& file, Progress progress, Then<bool> then) override;
    void cancel() override;

private:
    StoreThread& m_store;
    ServerSync& m_sync;
    std::shared_ptr<std::atomic<bool>> m_cancelled; ///< of what was begun last
};

} // namespace foyer::desktop
