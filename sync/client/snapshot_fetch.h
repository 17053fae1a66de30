// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/journal/snapshot_manifest.h"
#include "sync/client/counter_question.h"
#include "sync/client/device_session.h"

#include <cstdint>
#include <functional>
#include <optional>

namespace foyer::sync {

/// Fetches the snapshot that a new counter begins with, part by part; see SnapshotIntake. Belongs
/// to a thread that may wait.
class SnapshotFetch {
public:
    /// Bytes that have arrived, of how many.
    using Progress = std::function<void(std::int64_t bytes, std::int64_t of)>;

    SnapshotFetch(DeviceSession& session, const WithCounter& withCounter)
        : m_session{session}, m_withCounter{withCounter}
    {}

    /// Fetches and loads it where the counter wants one and the server has one; what had arrived
    /// before a line was cut is not fetched again. Errors: those of DeviceSession::send and
    /// SnapshotIntake, and snapshot_gone. After any of them the counter's tables are as they were.
    Result<void> run(const Progress& progress);

private:
    Result<std::optional<SnapshotManifest>> askForManifest();
    Result<bool> beginOrGoOn();
    Result<bool> fetchPart(const Progress& progress);

    DeviceSession& m_session;
    const WithCounter& m_withCounter;
};

} // namespace foyer::sync
