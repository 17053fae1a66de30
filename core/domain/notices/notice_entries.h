// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/journal/cbor.h"
#include "core/domain/notices/notice_choice.h"

namespace foyer {

/// `notice.raised`, version 1, by the authority: staff is told of something.
struct NoticeRaised {
    NoticeId notice;
    NoticeKind kind = NoticeKind::SoldOut;
    Uuid subject;
    NoticeFacts facts;
    friend bool operator==(const NoticeRaised&, const NoticeRaised&) = default;
};

/// `notice.over`, version 1, by the authority: it is no longer so.
struct NoticeOver {
    NoticeId notice;
    friend bool operator==(const NoticeOver&, const NoticeOver&) = default;
};

/// `notices.chosen`, version 1: what one person wants to be told of. The whole of it each time; the
/// latest stands.
struct NoticesChosen {
    UserId user; ///< nil: of whoever works in a house that has no users yet
    NoticeChoice choice;
    friend bool operator==(const NoticesChosen&, const NoticesChosen&) = default;
};

/// `notices.set`, version 1: when the house is told of what. The latest stands.
struct NoticesSet {
    NoticeLimits limits;
    friend bool operator==(const NoticesSet&, const NoticesSet&) = default;
};

Bytes encode(const NoticeRaised& body);
Bytes encode(const NoticeOver& body);
Bytes encode(const NoticesChosen& body);
Bytes encode(const NoticesSet& body);
/// The Error names the first field that is missing or wrong.
Result<NoticeRaised> decodeNoticeRaised(const CborValue& body);
Result<NoticeOver> decodeNoticeOver(const CborValue& body);
Result<NoticesChosen> decodeNoticesChosen(const CborValue& body);
Result<NoticesSet> decodeNoticesSet(const CborValue& body);

} // namespace foyer
