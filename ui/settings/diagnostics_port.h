// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "ui/settings/server_words.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace foyer::ui {

/// An entry that the server does not take.
struct StuckShown {
    std::string code;
    std::string message; ///< as the server said it
    Instant since;
    std::int64_t sequence = 0; ///< its number in this counter's journal; 0: not known
    std::string kind;          ///< "order.placed"; empty: not known
    Instant at;                ///< when it was written
};

/// How a counter is.
struct DiagnosisShown {
    ServerState server;
    std::string pin;    ///< by which the server is known
    std::string device; ///< what the server calls this counter
    std::string counter;
    std::int64_t entries = 0; ///< its own
    std::int64_t missing = 0; ///< entries that it wrote and does not have
    std::int64_t picturesToSend = 0;
    std::int64_t picturesToFetch = 0; ///< files of pictures that have not arrived
    std::string database;
    std::int64_t databaseBytes = 0;
    std::optional<StuckShown> stuck;
    std::vector<std::pair<std::string, std::string>> versions; ///< name and version
};

struct JournalChecked {
    std::int64_t entries = 0;
    std::int64_t tables = 0;
    std::vector<std::string> findings; ///< empty: all is well
    bool cancelled = false;
};

/// The diagnostics page's only way to the counter. Every function returns at once; the answer is
/// delivered later on the window's thread, exactly once.
class DiagnosticsPort {
public:
    template <typename T>
    using Then = std::function<void(Result<T>)>;
    /// 0 … 1, on the window's thread.
    using Progress = std::function<void(double)>;

    virtual ~DiagnosticsPort() = default;

    virtual void read(Then<DiagnosisShown> then) = 0;
    virtual void syncNow() = 0;
    /// Checks the journal while selling goes on.
    virtual void checkJournal(Progress progress, Then<JournalChecked> then) = 0;
    /// Writes a bundle for support into a file.
    virtual void exportBundle(const std::string& file, Progress progress, Then<bool> then) = 0;
    /// Ends what was begun last; its answer says that it was cancelled.
    virtual void cancel() = 0;

protected:
    DiagnosticsPort() = default;
    DiagnosticsPort(const DiagnosticsPort&) = default;
    DiagnosticsPort& operator=(const DiagnosticsPort&) = default;
};

} // namespace foyer::ui
