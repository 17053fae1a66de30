// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/journal/intake.h"
#include "core/domain/journal/replica_report.h"
#include "core/storage/feed_store.h"
#include "sync/protocol/wire_version.h"

#include <cstddef>
#include <optional>

namespace foyer {

/// The messages of syncing, in every version that is still spoken. Reading takes nothing on trust:
/// a message is at most kMessageMax bytes when it is unpacked, and every field is of its type.
/// Errors: bad_message, bad_entry, bad_cbor, message_too_large.
inline constexpr std::size_t kMessageMax = std::size_t{32} * 1024 * 1024;

/// POST /v1/sync/push: a writer's entries.
Bytes encodePush(const EntryBatch& batch, WireVersion version);
Result<EntryBatch> decodePush(ByteView bytes, WireVersion version);
/// … and what the authority made of them.
Bytes encodePushAnswer(const IntakeAnswer& answer, WireVersion version);
Result<IntakeAnswer> decodePushAnswer(ByteView bytes, WireVersion version);

/// GET /v1/sync/pull: a page of the feed, and the server's clock.
struct PullAnswer {
    FeedPage page;
    Instant serverTime;
};
Bytes encodePullAnswer(const PullAnswer& answer, WireVersion version);
Result<PullAnswer> decodePullAnswer(ByteView bytes, WireVersion version);

/// GET /v1/sync/report: what a server that was restored from a backup wants back of a counter;
/// nothing where it wants nothing.
Bytes encodeReportDue(const std::optional<ReportDue>& due, WireVersion version);
Result<std::optional<ReportDue>> decodeReportDue(ByteView bytes, WireVersion version);
/// POST /v1/sync/report: a part of it.
Bytes encodeReport(const ReplicaReport& report, WireVersion version);
Result<ReplicaReport> decodeReport(ByteView bytes, WireVersion version);

/// POST /v1/sync/rights carries RightsWish and RightsAnswer in their own form, packed like the
/// others.
Bytes packed(ByteView message, WireVersion version);
Result<Bytes> unpacked(ByteView bytes, WireVersion version);

} // namespace foyer
