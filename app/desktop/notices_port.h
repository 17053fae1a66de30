// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/notices/notices_port.h"

namespace foyer::desktop {

class StoreThread;

/// Implements what the bell and its settings ask for, over the store thread.
class CounterNoticesPort final : public ui::NoticesPort {
public:
    explicit CounterNoticesPort(StoreThread& store) : m_store{store} {}

    void notices(Then<ui::NoticesShown> then) override;
    void markRead(HlcTime upTo, Then<bool> then) override;
    void settings(Then<ui::NoticeSettingsShown> then) override;
    void choose(const NoticeChoice& choice, Then<NoticeChoice> then) override;
    void setLimits(const NoticeLimits& limits, Then<bool> then) override;

private:
    StoreThread& m_store;
};

} // namespace foyer::desktop
