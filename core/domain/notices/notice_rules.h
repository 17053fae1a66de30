// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/notices/notice_choice.h"

#include <optional>
#include <vector>

namespace foyer {

/// What a notice is raised for: each thing once, until it is over.

/// What of a performance's stock staff is to be told, if anything: that nothing is left, or little.
/// Little is only what became so: half of the places are gone, or the given part is left.
std::optional<NoticeKind> stockNotice(std::int64_t left, std::int64_t capacity,
                                      const NoticeLimits& limits);

/// Whether a counter has been silent for longer than it may be.
bool isSilent(Instant heardAt, Instant now, const NoticeLimits& limits);

/// Something that is so now, and that staff is to know.
struct NoticeCondition {
    NoticeKind kind = NoticeKind::SoldOut;
    Uuid subject;
    NoticeFacts facts;
    /// Raised where it is not open yet; else it only keeps open what is: enough is known to say
    /// that it is not over, and not enough to say that it began.
    bool raises = true;
};

/// A notice that is not over, as far as it is compared.
struct OpenNotice {
    NoticeId id;
    NoticeKind kind = NoticeKind::SoldOut;
    Uuid subject;
};

struct NoticeChanges {
    std::vector<NoticeCondition> raise;
    std::vector<NoticeId> over;
    bool isEmpty() const { return raise.empty() && over.empty(); }
};
/// What is to be raised and what is over, so that afterwards just what is so is open, each once.
NoticeChanges changesFrom(const std::vector<OpenNotice>& open,
                          const std::vector<NoticeCondition>& now);

} // namespace foyer
