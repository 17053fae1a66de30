// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/notices/notice.h"

#include <QString>

namespace foyer::ui {

/// Notices in words, in the language of the program.

/// "Sold out", and what it is told for: of the settings.
QString noticeKindText(NoticeKind kind);
QString noticeKindMeaning(NoticeKind kind);
/// The name of an icon.
QString noticeIcon(NoticeKind kind);

/// What is so: "12 of 400 places left".
QString noticeTitle(const Notice& notice);
/// What it is about: "Hamlet · Sat 28 Nov, 19:30"; may be empty.
QString noticeSubject(const Notice& notice);
/// "18:03" of today, "27 Nov, 18:03" of any other day, by this computer's clock.
QString noticeTime(Instant at, Instant now);
/// All of it, for who does not see the row.
QString noticeSentence(const SeenNotice& seen, Instant now);

/// Of a counter that has not reached its server.
QString ownSilenceText(std::int64_t minutes);

} // namespace foyer::ui
