// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/services/picture_files.h"
#include "core/services/picture_transfer.h"
#include "core/services/picture_worker.h"
#include "sync/client/counter_question.h"
#include "sync/client/device_session.h"

#include <cstdint>
#include <functional>

namespace foyer::sync {

/// What carrying pictures has come to.
struct PicturesCarried {
    std::int64_t sent = 0;    ///< pictures that the server has now
    std::int64_t fetched = 0; ///< renditions that came
    std::int64_t toSend = 0;  ///< pictures that wait
    std::int64_t toFetch = 0; ///< renditions that wait
    std::int64_t bytesSent = 0;
    std::int64_t bytesFetched = 0;
    std::int64_t refused = 0; ///< pictures that the server does not take; they stay here
};

/// Carries the pictures of a counter to its server, and those of others here: beside the sync, in
/// small pieces with pauses between them, so that a sale never waits for one. Files are read and
/// written here, on a thread that may wait; the counter is only asked what there is to do. A line
/// that is cut costs the piece that was under way.
class PictureExchange {
public:
    using Progress = std::function<void(const PicturesCarried&)>;

    /// `bytesPerSecond`: about so much; 0: as much as the line carries.
    PictureExchange(DeviceSession& session, WithCounter withCounter, PictureFiles files,
                    const PictureWorker& worker, std::int64_t bytesPerSecond = 0);

    /// Until nothing is left that can be carried now. Errors: those of DeviceSession::send.
    Result<PicturesCarried> run(const Progress& progress = {});

private:
    Result<void> send(const PictureAdded& picture);
    Result<bool> sendPieces(const PictureAdded& picture, ByteView bytes);
    Result<void> fetch(const RenditionToFetch& wanted);
    Result<void> pauseFor(std::size_t bytes);
    void tell();

    DeviceSession& m_session;
    WithCounter m_withCounter;
    PictureFiles m_files;
    const PictureWorker& m_worker;
    std::int64_t m_bytesPerSecond;
    PicturesCarried m_carried;
    Progress m_progress;
};

} // namespace foyer::sync
