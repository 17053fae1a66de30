// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/feed/availability_routes.h"

#include "core/services/authority/availability.h"
#include "core/storage/feed_store.h"
#include "core/storage/identity_store.h"
#include "sync/protocol/flat_json.h"
#include "sync/server/http/problem.h"

#include <cstdint>

namespace foyer::server {
namespace {

constexpr std::size_t kKeptMax = 4096; // performances; beyond that all are forgotten

std::string jsonOf(const Availability::Places& places)
{
    const std::string left =
        places.left == INT64_MAX ? "null" : std::to_string(places.left); // nothing limits it
    return R"({"category":")" + places.category.id.text() + R"(","name":)" +
        protocol::jsonQuoted(places.category.name) + R"(,"seated":)" +
        (places.isSeated ? "true" : "false") + R"(,"left":)" + left + "}";
}

std::string jsonOf(PerformanceId performance, std::int64_t position, const Availability& found)
{
    std::string text = R"({"performance":")" + performance.text() + R"(","position":)" +
        std::to_string(position) + R"(,"places":[)";
    for (const auto& places : found.places) {
        text += (text.back() == '[' ? "" : ",") + jsonOf(places);
    }
    return text + "]}";
}

Reply availability(const AvailabilityDesk& desk, const Request& request)
{
    const auto id = Uuid::fromText(request.queryValue("performance"));
    if (!id) {
        return problem(400, "bad_performance", "Say which performance, by its id.");
    }
    const AvailabilityCache::Key key{request.caller->organizer, PerformanceId{*id}};
    Reply reply;
    if (const auto known = desk.cache.find(key, desk.wakeLine.announced(key.first))) {
        reply.body = *known;
        return reply;
    }
    Database& database = desk.reader();
    // Read before what it stands for: an entry in between makes the answer newer than it says.
    const std::int64_t position = readFeedPosition(database, key.first);
    const auto house = readIdentityOf(database, key.first);
    const auto found = house ? readAvailability(database, *house, key.second) : std::nullopt;
    if (!found) {
        return problem(404, "unknown_performance", "There is no such performance here.");
    }
    const std::string text = jsonOf(key.second, position, *found);
    const auto answer = std::make_shared<const Bytes>(text.begin(), text.end());
    desk.cache.keep(key, position, answer);
    reply.body = *answer;
    return reply;
}

} // namespace

std::shared_ptr<const Bytes> AvailabilityCache::find(const Key& key, std::int64_t position) const
{
    const std::lock_guard lock{m_mutex};
    const auto found = m_kept.find(key);
    return found != m_kept.end() && found->second.position >= position ? found->second.answer
                                                                       : nullptr;
}

void AvailabilityCache::keep(const Key& key, std::int64_t position,
                             std::shared_ptr<const Bytes> answer)
{
    const std::lock_guard lock{m_mutex};
    if (m_kept.size() >= kKeptMax) {
        m_kept.clear();
    }
    Kept& kept = m_kept[key];
    if (kept.answer == nullptr || position > kept.position) {
        kept = {position, std::move(answer)};
    }
}

void addAvailabilityRoute(Router& router, const AvailabilityDesk& desk)
{
    router.add({.method = "GET",
                .path = "/v1/availability",
                .access = Access::device(),
                .handler = [&desk](const Request& request) { return availability(desk, request); },
                .summary = "What is left of a performance in the whole house, by category.",
                .refusals = {{400, "bad_performance"}, {404, "unknown_performance"}}});
}

} // namespace foyer::server
