// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/notices_port.h"

#include "app/desktop/store_thread.h"
#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/notices.h"

namespace foyer::desktop {
namespace {

Result<bool> whetherNoted(const Result<void>& done)
{
    return done ? Result<bool>{true} : done.error();
}

} // namespace

void CounterNoticesPort::notices(Then<ui::NoticesShown> then)
{
    m_store.ask<ui::NoticesShown>(
        [](Counter& counter) -> Result<ui::NoticesShown> {
            auto seen = foyer::notices(counter);
            if (!seen) {
                return std::move(seen).error();
            }
            const auto limits = noticeLimits(counter);
            return limits ? Result<ui::NoticesShown>{{*std::move(seen), *limits}} : limits.error();
        },
        std::move(then));
}

void CounterNoticesPort::markRead(HlcTime upTo, Then<bool> then)
{
    m_store.ask<bool>([upTo](Counter& counter) { return whetherNoted(readNotices(counter, upTo)); },
                      std::move(then));
}

void CounterNoticesPort::settings(Then<ui::NoticeSettingsShown> then)
{
    m_store.ask<ui::NoticeSettingsShown>(
        [](Counter& counter) -> Result<ui::NoticeSettingsShown> {
            auto own = noticeChoice(counter);
            if (!own) {
                return std::move(own).error();
            }
            const auto limits = noticeLimits(counter);
            if (!limits) {
                return limits.error();
            }
            return ui::NoticeSettingsShown{.choice = own->choice,
                                           .kinds = own->kinds,
                                           .limits = *limits,
                                           .maySetStock =
                                               counter.access().may(Permission::EditCatalogue),
                                           .maySetSilence =
                                               counter.access().may(Permission::RunCounter)};
        },
        std::move(then));
}

void CounterNoticesPort::choose(const NoticeChoice& choice, Then<NoticeChoice> then)
{
    m_store.ask<NoticeChoice>([choice](Counter& counter) { return chooseNotices(counter, choice); },
                              std::move(then));
}

void CounterNoticesPort::setLimits(const NoticeLimits& limits, Then<bool> then)
{
    m_store.ask<bool>(
        [limits](Counter& counter) { return whetherNoted(setNoticeLimits(counter, limits)); },
        std::move(then));
}

} // namespace foyer::desktop
