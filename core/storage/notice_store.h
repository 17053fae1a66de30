// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/notices/notice_choice.h"
#include "core/domain/notices/notice_rules.h"
#include "core/storage/database.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace foyer {

/// Reads what staff is told of, and what a look for it needs. All functions throw StorageFailure.

/// Those that are not over.
std::vector<OpenNotice> readOpenNotices(Database& database, OrganizerId organizer);
/// The latest of these kinds, the latest first.
std::vector<Notice> readNotices(Database& database, OrganizerId organizer, const NoticeKinds& kinds,
                                std::int64_t limit);
std::optional<Notice> readNotice(Database& database, OrganizerId organizer, NoticeId id);
/// When one of this kind and subject was raised last, before an instant of the clock.
std::optional<Instant> readLastRaised(Database& database, OrganizerId organizer, NoticeKind kind,
                                      const Uuid& subject, HlcTime before);

/// What somebody chose; nothing: they never did.
std::optional<NoticeChoice> readNoticeChoice(Database& database, OrganizerId organizer,
                                             UserId user);
/// Everybody who ever chose.
struct ChosenBy {
    UserId user;
    NoticeChoice choice;
};
std::vector<ChosenBy> readNoticeChoices(Database& database, OrganizerId organizer);
NoticeLimits readNoticeLimits(Database& database, OrganizerId organizer);

/// Up to where somebody has read at this computer.
HlcTime readNoticeMark(Database& database, OrganizerId organizer, UserId user);
/// Moves it ahead, never back. Within a transaction.
void storeNoticeMark(Database& database, OrganizerId organizer, UserId user, HlcTime upTo);

/// A payment that a provider did not do.
struct FailedPayment {
    PaymentId payment;
    OrderId order;
    std::optional<Currency> currency; ///< nothing: its request was not heard of
};
/// Those that ended so since an instant and never came, the latest first.
std::vector<FailedPayment> readFailedPayments(Database& database, OrganizerId organizer,
                                              Instant since, std::int64_t limit);

/// Of the last entry of a replica's chain, its kind; empty where there is none.
std::string readLastKindOf(Database& database, OrganizerId organizer, ReplicaId replica);

} // namespace foyer
