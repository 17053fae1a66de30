// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/reports/report_question.h"
#include "core/domain/reports/report_table.h"

#include <functional>
#include <string>

namespace foyer::ui {

/// The reports page's only way to the counter. Every function returns at once; the answer is
/// delivered later on the window's thread, exactly once.
class ReportsPort {
public:
    template <typename T>
    using Then = std::function<void(Result<T>)>;

    virtual ~ReportsPort() = default;

    virtual void choices(Then<ReportChoices> then) = 0;
    /// Does a part of what has to be added up before a report can be made, in a fraction of a
    /// second.
    virtual void prepare(Then<ReportsReady> then) = 0;
    virtual void report(const ReportQuestion& question, Then<ReportTable> then) = 0;
    /// Makes it again and writes it, as the name of the file ends: .csv, .xlsx, else PDF.
    virtual void save(const ReportQuestion& question, const std::string& file, Then<bool> then) = 0;

protected:
    ReportsPort() = default;
    ReportsPort(const ReportsPort&) = default;
    ReportsPort& operator=(const ReportsPort&) = default;
};

} // namespace foyer::ui
