// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/random.h"
#include "core/services/authority/follow_ups.h"
#include "sync/server/jobs/job_runner.h"

namespace foyer::server {

/// That the disk forgets the keys of customers who were erased, too: after each erasure that
/// arrives the write-ahead log is emptied, as soon as nobody reads. Clock and random outlive what
/// is noted.
void followWithScrubbing(FollowUps& followUps, const Clock& clock, Random& random);
JobKind scrubJob();

} // namespace foyer::server
