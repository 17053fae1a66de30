// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/notices/notice_entries.h"
#include "core/storage/projections.h"

namespace foyer::projections {

void noticeRaised(Database& database, const Entry& entry, const CborValue& body)
{
    const auto raised = decodeNoticeRaised(body);
    if (!raised) {
        return;
    }
    database.post("INSERT INTO notice (organizer, id, kind, subject, raised_at, body) "
                  "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (organizer, id) DO UPDATE SET "
                  "kind = excluded.kind, subject = excluded.subject, "
                  "raised_at = excluded.raised_at, body = excluded.body "
                  "WHERE notice.raised_at IS NULL OR notice.raised_at > excluded.raised_at",
                  {entry.organizer, raised->notice, noticeKindName(raised->kind), raised->subject,
                   entry.at.value, entry.body});
}

void noticeOver(Database& database, const Entry& entry, const CborValue& body)
{
    if (const auto over = decodeNoticeOver(body)) {
        database.post("INSERT INTO notice (organizer, id, over_at) VALUES (?, ?, ?) "
                      "ON CONFLICT (organizer, id) DO UPDATE SET over_at = excluded.over_at "
                      "WHERE notice.over_at IS NULL OR notice.over_at > excluded.over_at",
                      {entry.organizer, over->notice, entry.at.value});
    }
}

void noticesChosen(Database& database, const Entry& entry, const CborValue& body)
{
    if (const auto chosen = decodeNoticesChosen(body)) {
        database.post("INSERT INTO notice_choice (organizer, user_id, at, replica, body) "
                      "VALUES (?, ?, ?, ?, ?) ON CONFLICT (organizer, user_id) DO UPDATE SET "
                      "at = excluded.at, replica = excluded.replica, body = excluded.body "
                      "WHERE excluded.at > notice_choice.at OR (excluded.at = notice_choice.at "
                      "AND excluded.replica > notice_choice.replica)",
                      {entry.organizer, chosen->user, entry.at.value, entry.replica, entry.body});
    }
}

void noticesSet(Database& database, const Entry& entry, const CborValue& body)
{
    if (decodeNoticesSet(body)) {
        database.post("INSERT INTO notice_limits (organizer, at, replica, body) "
                      "VALUES (?, ?, ?, ?) ON CONFLICT (organizer) DO UPDATE SET "
                      "at = excluded.at, replica = excluded.replica, body = excluded.body "
                      "WHERE excluded.at > notice_limits.at OR (excluded.at = notice_limits.at "
                      "AND excluded.replica > notice_limits.replica)",
                      {entry.organizer, entry.at.value, entry.replica, entry.body});
    }
}

} // namespace foyer::projections
