// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/notice_store.h"

#include "core/domain/notices/notice_entries.h"

#include <array>
#include <string_view>

namespace foyer {
namespace {

/// Nothing of a row that this Foyer cannot read: a later one wrote it.
std::optional<Notice> noticeIn(const DbRow& row)
{
    const Bytes bytes = row.bytes(2);
    const auto body = decodeCbor(bytes);
    const auto raised = body ? decodeNoticeRaised(*body) : Result<NoticeRaised>{body.error()};
    if (!raised) {
        return std::nullopt;
    }
    Notice notice{.id = row.id<NoticeId>(0),
                  .kind = raised->kind,
                  .subject = raised->subject,
                  .facts = raised->facts,
                  .raisedAt = HlcTime{row.integer(1)},
                  .overAt = {}};
    if (const auto over = row.optionalInteger(3)) {
        notice.overAt = HlcTime{*over}.instant();
    }
    return notice;
}

std::optional<NoticeChoice> choiceIn(const Bytes& bytes)
{
    const auto body = decodeCbor(bytes);
    const auto chosen = body ? decodeNoticesChosen(*body) : Result<NoticesChosen>{body.error()};
    return chosen ? std::optional{chosen->choice} : std::nullopt;
}

} // namespace

std::vector<OpenNotice> readOpenNotices(Database& database, OrganizerId organizer)
{
    std::vector<OpenNotice> open;
    database.each("SELECT id, kind, subject FROM notice WHERE organizer = ? AND over_at IS NULL "
                  "AND raised_at IS NOT NULL ORDER BY raised_at, id",
                  {organizer}, [&](const DbRow& row) {
                      if (const auto kind = noticeKindNamed(row.text(1))) {
                          open.push_back({row.id<NoticeId>(0), *kind, row.uuid(2)});
                      }
                  });
    return open;
}

std::vector<Notice> readNotices(Database& database, OrganizerId organizer, const NoticeKinds& kinds,
                                std::int64_t limit)
{
    std::array<std::string_view, kNoticeKinds> names; // empty: no kind is called that
    for (const NoticeKind kind : allNoticeKinds()) {
        names.at(static_cast<std::size_t>(kind)) =
            has(kinds, kind) ? noticeKindName(kind) : std::string_view{};
    }
    static_assert(kNoticeKinds == 5, "as many as the statement asks for");
    std::vector<Notice> notices;
    database.each("SELECT id, raised_at, body, over_at FROM notice WHERE organizer = ? AND "
                  "raised_at IS NOT NULL AND kind IN (?, ?, ?, ?, ?) "
                  "ORDER BY raised_at DESC, id DESC LIMIT ?",
                  {organizer, names[0], names[1], names[2], names[3], names[4], limit},
                  [&](const DbRow& row) {
                      if (auto notice = noticeIn(row)) {
                          notices.push_back(*std::move(notice));
                      }
                  });
    return notices;
}

std::optional<Notice> readNotice(Database& database, OrganizerId organizer, NoticeId id)
{
    std::optional<Notice> notice;
    database.each("SELECT id, raised_at, body, over_at FROM notice WHERE organizer = ? AND id = ? "
                  "AND raised_at IS NOT NULL",
                  {organizer, id}, [&](const DbRow& row) { notice = noticeIn(row); });
    return notice;
}

std::optional<Instant> readLastRaised(Database& database, OrganizerId organizer, NoticeKind kind,
                                      const Uuid& subject, HlcTime before)
{
    const auto last =
        database.integer("SELECT max(raised_at) FROM notice WHERE organizer = ? AND subject = ? "
                         "AND raised_at IS NOT NULL AND raised_at < ? AND kind = ?",
                         {organizer, subject, before.value, noticeKindName(kind)});
    return last ? std::optional{HlcTime{*last}.instant()} : std::nullopt;
}

std::optional<NoticeChoice> readNoticeChoice(Database& database, OrganizerId organizer, UserId user)
{
    std::optional<NoticeChoice> choice;
    database.each("SELECT body FROM notice_choice WHERE organizer = ? AND user_id = ?",
                  {organizer, user}, [&](const DbRow& row) { choice = choiceIn(row.bytes(0)); });
    return choice;
}

std::vector<ChosenBy> readNoticeChoices(Database& database, OrganizerId organizer)
{
    std::vector<ChosenBy> chosen;
    database.each("SELECT user_id, body FROM notice_choice WHERE organizer = ? ORDER BY user_id",
                  {organizer}, [&](const DbRow& row) {
                      if (auto choice = choiceIn(row.bytes(1))) {
                          chosen.push_back({row.id<UserId>(0), *std::move(choice)});
                      }
                  });
    return chosen;
}

NoticeLimits readNoticeLimits(Database& database, OrganizerId organizer)
{
    NoticeLimits limits;
    database.each("SELECT body FROM notice_limits WHERE organizer = ?", {organizer},
                  [&](const DbRow& row) {
                      const Bytes bytes = row.bytes(0);
                      const auto body = decodeCbor(bytes);
                      const auto set =
                          body ? decodeNoticesSet(*body) : Result<NoticesSet>{body.error()};
                      limits = set ? set->limits : limits;
                  });
    return limits;
}

HlcTime readNoticeMark(Database& database, OrganizerId organizer, UserId user)
{
    return HlcTime{database
                       .integer("SELECT up_to FROM notice_read WHERE organizer = ? AND user_id = ?",
                                {organizer, user})
                       .value_or(0)};
}

void storeNoticeMark(Database& database, OrganizerId organizer, UserId user, HlcTime upTo)
{
    database.run("INSERT INTO notice_read (organizer, user_id, up_to) VALUES (?, ?, ?) "
                 "ON CONFLICT (organizer, user_id) DO UPDATE SET up_to = excluded.up_to "
                 "WHERE excluded.up_to > notice_read.up_to",
                 {organizer, user, upTo.value});
}

std::vector<FailedPayment> readFailedPayments(Database& database, OrganizerId organizer,
                                              Instant since, std::int64_t limit)
{
    std::vector<FailedPayment> failed;
    database.each("SELECT id, sale_order, currency FROM provider_payment WHERE organizer = ? AND "
                  "ended = 'failed' AND ended_at >= ? AND settled_at IS NULL "
                  "ORDER BY ended_at DESC, id LIMIT ?",
                  {organizer, HlcTime::after({}, since).value, limit}, [&](const DbRow& row) {
                      failed.push_back(
                          {row.id<PaymentId>(0), row.id<OrderId>(1),
                           row.isNull(2) ? std::nullopt : Currency::fromCode(row.text(2))});
                  });
    return failed;
}

std::string readLastKindOf(Database& database, OrganizerId organizer, ReplicaId replica)
{
    std::string kind;
    database.each("SELECT kind FROM entry WHERE organizer = ? AND replica = ? "
                  "ORDER BY epoch DESC, sequence DESC LIMIT 1",
                  {organizer, replica}, [&](const DbRow& row) { kind = row.text(0); });
    return kind;
}

} // namespace foyer
