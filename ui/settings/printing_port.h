// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/printing/printer.h"
#include "core/domain/printing/spool_job.h"

#include <functional>
#include <string>
#include <vector>

namespace foyer::ui {

/// What somebody does with a job of the queue.
enum class SpoolAct : std::uint8_t {
    Retry,
    Cancel,
    CameOut, ///< the pages that may have come out did
    Missing, ///< they did not, and are printed again
};

/// The printers page's only way to the counter. Every function returns at once; the answer is
/// delivered later on the window's thread, exactly once.
class PrintingPort {
public:
    template <typename T>
    using Then = std::function<void(Result<T>)>;

    virtual ~PrintingPort() = default;

    virtual void printers(Then<std::vector<Printer>> then) = 0;
    virtual void save(const Printer& printer, Then<bool> then) = 0;
    virtual void remove(const std::string& name, Then<bool> then) = 0;
    /// Puts a test page into the printer's queue.
    virtual void test(const std::string& name, Then<bool> then) = 0;
    /// Newest first.
    virtual void jobs(Then<std::vector<SpoolJob>> then) = 0;
    virtual void act(PrintJobId job, SpoolAct act, Then<bool> then) = 0;

protected:
    PrintingPort() = default;
    PrintingPort(const PrintingPort&) = default;
    PrintingPort& operator=(const PrintingPort&) = default;
};

} // namespace foyer::ui
