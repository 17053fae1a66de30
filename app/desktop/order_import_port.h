// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/in_and_out/import_port.h"

#include <atomic>
#include <memory>

namespace foyer::desktop {

class ImportRun;
class StoreThread;

/// Implements what the import of orders asks for, over the store thread and the files.
class CounterOrderImportPort final : public ui::OrderImportPort {
public:
    explicit CounterOrderImportPort(StoreThread& store) : m_store{store} {}
    ~CounterOrderImportPort() override;

    std::vector<std::string> formats() const override;
    void look(const std::vector<std::string>& files, const std::string& format,
              Then<ui::OrderFilesShown> then) override;
    void sample(const ui::OrderImportAsked& asked, Then<std::vector<ImportedOrder>> then) override;
    void choices(Then<ui::ImportChoices> then) override;
    void run(const ui::OrderImportAsked& asked, bool isTry, Progress progress,
             Then<OrderImportReport> then) override;
    void imports(Then<std::vector<OrderImport>> then) override;
    void undo(ImportId import, Progress progress, Then<OrderImportUndone> then) override;
    void cancel() override;

private:
    using Flag = std::shared_ptr<std::atomic<bool>>;

    StoreThread& m_store;
    std::weak_ptr<ImportRun> m_run;
    Flag m_isUndoStopped = std::make_shared<std::atomic<bool>>(false);
    Flag m_isSampleStale = std::make_shared<std::atomic<bool>>(false);
};

} // namespace foyer::desktop
