// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/protocol/administration.h"

#include "sync/protocol/flat_json.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace foyer::protocol {
namespace {

constexpr std::int64_t kRightsMax = 1'000'000;
constexpr std::size_t kRunsMax = 2'000;

std::optional<SeatNumber> seatIn(std::string_view text)
{
    SeatNumber seat = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), seat);
    return fault == std::errc{} && end == text.data() + text.size() ? std::optional{seat}
                                                                    : std::nullopt;
}

/// Nothing where it is not of that form, or names nothing.
std::optional<std::vector<SeatRange>> seatRangesIn(std::string_view text)
{
    std::vector<SeatRange> ranges;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(','), text.size());
        const std::string_view run = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t dash = run.find('-');
        const auto first = seatIn(run.substr(0, dash));
        const auto last = dash == std::string_view::npos ? first : seatIn(run.substr(dash + 1));
        if (!first || !last || *last < *first || ranges.size() == kRunsMax) {
            return std::nullopt;
        }
        ranges.push_back({*first, *last});
    }
    return ranges.empty() ? std::nullopt : std::optional{united(std::move(ranges))};
}

template <typename IdType>
std::optional<IdType> idIn(const FlatJson& json, const char* name)
{
    const auto text = json.text(name);
    const auto id = text ? Uuid::fromText(*text) : std::nullopt;
    return id && !id->isNil() ? std::optional{IdType{*id}} : std::nullopt;
}

} // namespace

std::string seatRangesText(const std::vector<SeatRange>& ranges)
{
    std::string text;
    for (const SeatRange& run : ranges) {
        text += (text.empty() ? "" : ",") + std::to_string(run.first);
        if (run.last != run.first) {
            text += '-' + std::to_string(run.last);
        }
    }
    return text;
}

std::string rightsGiftText(const RightsWish& wish)
{
    std::string text = "{\"id\":\"" + wish.id.text() + '"';
    for (const auto& each : wish.quotas) {
        text += ",\"quota\":\"" + each.quota.text() + "\",\"rights\":" + std::to_string(each.least);
    }
    for (const auto& each : wish.seats) {
        text += ",\"performance\":\"" + each.performance.text() + "\",\"seats\":\"" +
            seatRangesText(each.named) + '"';
    }
    return text + '}';
}

Result<RightsWish> readRightsGift(std::string_view text, ReplicaId holder)
{
    const Error bad =
        badInput("bad_gift",
                 "Name an id and either a quota and how many, or a performance and seats.");
    const auto json = FlatJson::read(text);
    if (!json) {
        return json.error();
    }
    const auto idText = json->text("id");
    const auto id = idText ? Uuid::fromText(*idText) : std::nullopt;
    if (!id || json->has("quota") == json->has("performance")) {
        return bad;
    }
    RightsWish wish{*id, holder, {}, {}};
    if (const auto quota = idIn<QuotaId>(*json, "quota")) {
        const std::int64_t rights = json->integer("rights").value_or(0);
        if (rights < 1 || rights > kRightsMax) {
            return bad;
        }
        wish.quotas.push_back({*quota, rights, rights});
        return wish;
    }
    const auto performance = idIn<PerformanceId>(*json, "performance");
    auto seats = seatRangesIn(json->text("seats").value_or(""));
    if (!performance || !seats) {
        return bad;
    }
    wish.seats.push_back({*performance, *std::move(seats), 0});
    return wish;
}

} // namespace foyer::protocol
