// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/watch_list.h"

#include <algorithm>
#include <array>
#include <vector>

namespace foyer::projections {
namespace {

/// Statements ask of one or of so many; in a list that is not full the last id stands again.
constexpr std::size_t kMany = 16;
/// What a transaction puts off at most: one that rebuilds all tables touches every order.
constexpr std::size_t kPutOff = 1'024;

using Many = std::make_index_sequence<kMany>;

template <std::size_t... At>
void postOfMany(Database& database, const std::string& sql, OrganizerId organizer,
                std::span<const Uuid> ids, std::function<void(std::int64_t)> then,
                std::index_sequence<At...> /*ids*/)
{
    database.post(sql, {organizer, ids[std::min(At, ids.size() - 1)]...}, std::move(then));
}

template <std::size_t... At>
std::vector<Uuid> idsOf(Database& database, const std::string& sql, OrganizerId organizer,
                        std::span<const Uuid> ids, std::index_sequence<At...> /*ids*/)
{
    std::vector<Uuid> found;
    database.each(sql, {organizer, ids[std::min(At, ids.size() - 1)]...},
                  [&](const DbRow& row) { found.push_back(row.uuid(0)); });
    return found;
}

std::string listOf(std::size_t count)
{
    std::string list{"(?"};
    for (std::size_t more = 1; more < count; ++more) {
        list += ", ?";
    }
    return list + ')';
}

} // namespace

Question::Question(const Terms& terms) : m_then{terms.then}
{
    const auto update = [&](const std::string& of) {
        return "UPDATE " + terms.table + " SET " + terms.unchanged + " = " + terms.unchanged +
            " WHERE organizer = ? AND " + terms.id + of + " AND " + terms.isTrue;
    };
    m_ofOne = update(" = ?");
    m_ofMany = update(" IN " + listOf(kMany));
    m_which = "SELECT DISTINCT " + terms.id + " FROM " + terms.table + " WHERE organizer = ? AND " +
        terms.id + " IN " + listOf(kMany) + " AND " + terms.isTrue;
}

void Question::ask(Database& database, OrganizerId organizer, const std::set<Uuid>& ids) const
{
    const std::vector<Uuid> all{ids.begin(), ids.end()};
    for (std::size_t at = 0; at < all.size(); at += kMany) {
        askSome(database, organizer, std::span{all}.subspan(at, std::min(kMany, all.size() - at)));
    }
}

void Question::askSome(Database& database, OrganizerId organizer, std::span<const Uuid> ids) const
{
    if (ids.size() == 1) {
        database.post(m_ofOne, {organizer, ids.front()},
                      [this, &database, organizer, id = ids.front()](std::int64_t rows) {
                          if (rows > 0) {
                              m_then(database, organizer, id);
                          }
                      });
        return;
    }
    postOfMany(
        database, m_ofMany, organizer, ids,
        [this, &database, organizer,
         asked = std::vector<Uuid>{ids.begin(), ids.end()}](std::int64_t rows) {
            if (rows > 0) {
                for (const Uuid& id : idsOf(database, m_which, organizer, asked, Many{})) {
                    m_then(database, organizer, id);
                }
            }
        },
        Many{});
}

void WatchList::add(Database& database, const Question& question, OrganizerId organizer,
                    const Uuid& id)
{
    auto* list = database.noteOf<WatchList>();
    if (list == nullptr) {
        question.ask(database, organizer, {id});
        return;
    }
    auto& ids = list->m_due[{&question, organizer}];
    ids.insert(id);
    if (ids.size() >= kPutOff) {
        question.ask(database, organizer, std::exchange(ids, {}));
    }
}

bool WatchList::beforeCommit(Database& database)
{
    const auto due = std::exchange(m_due, {});
    bool asked = false;
    for (const auto& [of, ids] : due) {
        of.first->ask(database, of.second, ids);
        asked = asked || !ids.empty();
    }
    return asked;
}

} // namespace foyer::projections
