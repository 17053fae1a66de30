// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/notices/notice_choice.h"

#include <functional>
#include <vector>

namespace foyer::ui {

/// Notices as the operator sees them.
struct NoticesShown {
    NoticesSeen seen;
    NoticeLimits limits;
};

/// What the operator may choose, and what of the house they may set.
struct NoticeSettingsShown {
    NoticeChoice choice;
    std::vector<NoticeKind> kinds; ///< that their role is told of
    NoticeLimits limits;
    bool maySetStock = false;
    bool maySetSilence = false;
};

/// The only way of the notices and their settings to the counter. Every function returns at once;
/// the answer is delivered later on the window's thread, exactly once.
class NoticesPort {
public:
    template <typename T>
    using Then = std::function<void(Result<T>)>;

    virtual ~NoticesPort() = default;

    virtual void notices(Then<NoticesShown> then) = 0;
    virtual void markRead(HlcTime upTo, Then<bool> then) = 0;
    virtual void settings(Then<NoticeSettingsShown> then) = 0;
    virtual void choose(const NoticeChoice& choice, Then<NoticeChoice> then) = 0;
    virtual void setLimits(const NoticeLimits& limits, Then<bool> then) = 0;

protected:
    NoticesPort() = default;
    NoticesPort(const NoticesPort&) = default;
    NoticesPort& operator=(const NoticesPort&) = default;
};

} // namespace foyer::ui
