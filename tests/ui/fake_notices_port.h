// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/sales/order_code.h"
#include "ui/notices/notices_port.h"

#include <optional>
#include <utility>

namespace foyer::test {

/// Notices in memory, at a clock that stands.
class FakeNoticesPort final : public ui::NoticesPort {
public:
    static constexpr std::int64_t kNow = 1'795'978'800'000;

    ui::NoticesShown shown;
    ui::NoticeSettingsShown house{.choice = {},
                                  .kinds = {allNoticeKinds().begin(), allNoticeKinds().end()},
                                  .limits = {},
                                  .maySetStock = true,
                                  .maySetSilence = true};
    std::optional<Error> refusal;

    /// The newest one from now on.
    void add(NoticeKind kind, NoticeFacts facts, std::int64_t agoMs, bool isRead = false,
             std::optional<Instant> overAt = {})
    {
        const auto number = static_cast<std::uint8_t>(shown.seen.notices.size() + 1);
        Uuid::Bytes id{};
        id.back() = number;
        const Notice notice{NoticeId{Uuid{id}},
                            kind,
                            Uuid{id},
                            std::move(facts),
                            HlcTime::after({}, Instant{kNow - agoMs}),
                            overAt};
        shown.seen.notices.insert(shown.seen.notices.begin(),
                                  SeenNotice{notice, isRead || overAt.has_value()});
        count();
    }
    /// One of each.
    void fill()
    {
        constexpr std::int64_t kHour = 3'600'000;
        const Instant evening{kNow + 47 * kHour / 2}; // half past seven
        add(NoticeKind::SoldOut,
            {"Die Zauberflöte", "Große Oper in zwei Aufzügen", Instant{kNow - kHour / 2},
             "Europe/Berlin", 0, 612},
            50 * kHour, true, Instant{kNow - 49 * kHour});
        add(NoticeKind::SyncSilent, {"Foyer left", {}, {}, {}, 14, 0}, 27 * kHour, true,
            Instant{kNow - 26 * kHour});
        add(NoticeKind::Incident, {"Hamlet", "seat_sold_twice", evening, "Europe/Berlin", 0, 0},
            3 * kHour, true);
        add(NoticeKind::PaymentFailed,
            {orderCode("A7", 42),
             payment_trouble::kFailed,
             {},
             {},
             0,
             0,
             Money{8'600, *Currency::fromCode("EUR")}},
            kHour);
        add(NoticeKind::LowStock, {"Hamlet", "A tragedy", evening, "Europe/Berlin", 12, 400},
            900'000);
        add(NoticeKind::SoldOut, {"Late Jazz", "", evening, "Europe/Berlin", 0, 80}, 120'000);
    }

    void notices(Then<ui::NoticesShown> then) override { refusal ? then(*refusal) : then(shown); }
    void markRead(HlcTime upTo, Then<bool> then) override
    {
        for (SeenNotice& each : shown.seen.notices) {
            each.isRead = each.isRead || each.notice.raisedAt <= upTo;
        }
        count();
        then(true);
    }
    void settings(Then<ui::NoticeSettingsShown> then) override { then(house); }
    void choose(const NoticeChoice& choice, Then<NoticeChoice> then) override
    {
        auto sound = checkedChoice(choice);
        house.choice = sound ? *sound : house.choice;
        then(std::move(sound));
    }
    void setLimits(const NoticeLimits& limits, Then<bool> then) override
    {
        house.limits = limits;
        then(true);
    }

private:
    void count()
    {
        shown.seen.unread = 0;
        for (const SeenNotice& each : shown.seen.notices) {
            shown.seen.unread += each.isRead ? 0 : 1;
        }
    }
};

} // namespace foyer::test
