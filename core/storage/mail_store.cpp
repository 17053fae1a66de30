// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/mail_store.h"

namespace foyer {
namespace {

constexpr std::string_view kColumns =
    "organizer, id, key, sale_order, made_at, state, problem, ended_at, what";

MailState stateOf(std::string_view name)
{
    for (const MailState state : {MailState::Sent, MailState::Refused}) {
        if (name == mailStateName(state)) {
            return state;
        }
    }
    return MailState::Waiting;
}

Mail mailIn(const DbRow& row)
{
    const auto ended = row.optionalInteger(7);
    return {.organizer = row.id<OrganizerId>(0),
            .id = row.id<MailId>(1),
            .key = row.text(2),
            .what = row.text(8),
            .order = row.optionalId<OrderId>(3),
            .madeAt = Instant{row.integer(4)},
            .state = stateOf(row.text(5)),
            .problem = row.text(6),
            .endedAt = ended ? std::optional{Instant{*ended}} : std::nullopt};
}

} // namespace

std::string_view mailStateName(MailState state)
{
    switch (state) {
    case MailState::Waiting:
        return "waiting";
    case MailState::Sent:
        return "sent";
    case MailState::Refused:
        break;
    }
    return "refused";
}

bool addMail(Database& database, const Mail& mail)
{
    return database.run(
               "INSERT INTO mail (organizer, id, key, what, sale_order, made_at, state, problem, "
               "told) VALUES (?, ?, ?, ?, ?, ?, 'waiting', '', ?) "
               "ON CONFLICT (organizer, key) DO NOTHING",
               {mail.organizer, mail.id, mail.key, mail.what, mail.order, mail.madeAt.ms,
                std::int64_t{mail.order ? 0 : 1}}) > 0;
}

void setMailState(Database& database, const Mail& mail)
{
    database.post("UPDATE mail SET state = ?, problem = ?, ended_at = ? WHERE organizer = ? AND "
                  "id = ? AND state = 'waiting'",
                  {mailStateName(mail.state), mail.problem,
                   mail.endedAt ? std::optional{mail.endedAt->ms} : std::nullopt, mail.organizer,
                   mail.id});
}

std::optional<Mail> readMail(Database& database, OrganizerId organizer, MailId id)
{
    static const std::string kSql =
        "SELECT " + std::string{kColumns} + " FROM mail WHERE organizer = ? AND id = ?";
    std::optional<Mail> found;
    database.each(kSql, {organizer, id}, [&](const DbRow& row) { found = mailIn(row); });
    return found;
}

std::vector<Mail> readMailsOf(Database& database, OrganizerId organizer, OrderId order)
{
    static const std::string kSql = "SELECT " + std::string{kColumns} +
        " FROM mail WHERE organizer = ? AND sale_order = ? ORDER BY made_at, id";
    std::vector<Mail> found;
    database.each(kSql, {organizer, order},
                  [&](const DbRow& row) { found.push_back(mailIn(row)); });
    return found;
}

std::vector<Mail> readUntoldMails(Database& database, OrganizerId organizer, std::int64_t limit)
{
    static const std::string kSql = "SELECT " + std::string{kColumns} +
        " FROM mail WHERE organizer = ? AND told = 0 AND ended_at IS NOT NULL "
        "ORDER BY ended_at, id LIMIT ?";
    std::vector<Mail> found;
    database.each(kSql, {organizer, limit},
                  [&](const DbRow& row) { found.push_back(mailIn(row)); });
    return found;
}

bool noteMailTold(Database& database, OrganizerId organizer, MailId id)
{
    return database.run("UPDATE mail SET told = 1 WHERE organizer = ? AND id = ? AND told = 0",
                        {organizer, id}) > 0;
}

void addBounce(Database& database, OrganizerId organizer, ByteView address, Instant at,
               std::string_view detail)
{
    database.post("INSERT INTO mail_bounce (organizer, address, at, detail) VALUES (?, ?, ?, ?) "
                  "ON CONFLICT (organizer, address) DO UPDATE SET at = excluded.at, "
                  "detail = excluded.detail",
                  {organizer, address, at.ms, detail});
}

bool hasBounced(Database& database, OrganizerId organizer, ByteView address)
{
    return database
        .integer("SELECT 1 FROM mail_bounce WHERE organizer = ? AND address = ?",
                 {organizer, address})
        .has_value();
}

void forgetBounce(Database& database, OrganizerId organizer, ByteView address)
{
    database.run("DELETE FROM mail_bounce WHERE organizer = ? AND address = ?",
                 {organizer, address});
}

void addUnsubscribed(Database& database, OrganizerId organizer, ByteView address, Instant at)
{
    database.run("INSERT INTO mail_unsubscribed (organizer, address, at) VALUES (?, ?, ?) "
                 "ON CONFLICT (organizer, address) DO UPDATE SET at = excluded.at",
                 {organizer, address, at.ms});
}

bool hasUnsubscribed(Database& database, OrganizerId organizer, ByteView address)
{
    return readUnsubscribed(database, organizer, address).has_value();
}

std::optional<Instant> readUnsubscribed(Database& database, OrganizerId organizer, ByteView address)
{
    const auto at =
        database.integer("SELECT at FROM mail_unsubscribed WHERE organizer = ? AND address = ?",
                         {organizer, address});
    return at ? std::optional{Instant{*at}} : std::nullopt;
}

void forgetUnsubscribed(Database& database, OrganizerId organizer, ByteView address)
{
    database.run("DELETE FROM mail_unsubscribed WHERE organizer = ? AND address = ?",
                 {organizer, address});
}

} // namespace foyer
