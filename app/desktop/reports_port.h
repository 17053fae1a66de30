// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/reports/reports_port.h"

namespace foyer::desktop {

class StoreThread;

/// Implements what the reports page asks for, over the store thread: between two parts of adding up
/// a sale finds its place.
class CounterReportsPort final : public ui::ReportsPort {
public:
    explicit CounterReportsPort(StoreThread& store) : m_store{store} {}

    void choices(Then<ReportChoices> then) override;
    void prepare(Then<ReportsReady> then) override;
    void report(const ReportQuestion& question, Then<ReportTable> then) override;
    void save(const ReportQuestion& question, const std::string& file, Then<bool> then) override;

private:
    StoreThread& m_store;
};

} // namespace foyer::desktop
