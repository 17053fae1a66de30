// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace foyer::ui {

/// What is to leave the house, and where to.
struct ExportAsked {
    enum class What : std::uint8_t { Everything, Journal, Calendars };
    What what = What::Everything;
    std::string folder;
    bool isCsv = false; ///< everything: CSV, else JSON lines
    bool hasPersons = false;
    /// "2026-01-31", by the clocks of the house; empty: from the beginning, to now.
    std::string fromDay;
    std::string untilDay; ///< included
};

struct ExportedShown {
    struct File {
        std::string name;
        std::uint64_t rows = 0; ///< 0: it has none to be counted
    };
    std::string folder;
    std::vector<File> files;
};

struct ExportProgress {
    std::string table; ///< that is being written
    std::uint64_t rows = 0;
};

/// The only way of exports to the counter. Every function returns at once; the answer is delivered
/// later on the window's thread, exactly once.
class ExportPort {
public:
    template <typename T>
    using Then = std::function<void(Result<T>)>;
    using Progress = std::function<void(const ExportProgress&)>;

    virtual ~ExportPort() = default;

    /// It stops soon after cancel() was called, and answers so.
    virtual void run(const ExportAsked& asked, Progress progress, Then<ExportedShown> then) = 0;
    virtual void cancel() = 0;

protected:
    ExportPort() = default;
    ExportPort(const ExportPort&) = default;
    ExportPort& operator=(const ExportPort&) = default;
};

} // namespace foyer::ui
