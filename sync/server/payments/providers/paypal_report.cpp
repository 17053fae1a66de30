// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/payments/providers/paypal_report.h"

#include "sync/server/payments/providers/paypal_objects.h"
#include "sync/server/payments/providers/url_form.h"

#include <algorithm>
#include <charconv>

namespace foyer::server {
namespace {

constexpr std::int64_t kPieceMs = std::int64_t{30} * 24 * 3'600 * 1'000;
constexpr int kPagesMax = 50;

std::string timeOf(Instant instant)
{
    return percentEncoded(toRfc3339(instant));
}

/// "3/7": the page 7 of the third piece, both from 0 and 1 on.
std::pair<std::int64_t, std::int64_t> readCursor(const std::string& cursor)
{
    std::int64_t piece = 0;
    std::int64_t page = 1;
    const auto slash = std::min(cursor.find('/'), cursor.size());
    std::from_chars(cursor.data(), cursor.data() + slash, piece);
    if (slash < cursor.size()) {
        std::from_chars(cursor.data() + slash + 1, cursor.data() + cursor.size(), page);
    }
    return {piece, page};
}

/// The path of the next page of a list; empty: there is none, or it is somebody else's.
std::string nextOf(const JsonValue& list, const HttpOrigin& origin)
{
    for (const JsonValue& link : list["links"].items()) {
        if (link["rel"].text() == "next") {
            const auto place = readUrl(link["href"].text());
            return place && place->origin.host == origin.host ? place->path : std::string{};
        }
    }
    return {};
}

} // namespace

Outcome<SettlementPage> paypalSettlements(PaypalLine& line, TimeRange range,
                                          const std::string& cursor)
{
    const auto [piece, number] = readCursor(cursor);
    const Instant from{range.from.ms + piece * kPieceMs};
    const Instant to{std::min(range.to.ms, from.ms + kPieceMs)};
    if (from.ms >= range.to.ms) {
        return Outcome<SettlementPage>::done({});
    }
    const auto answer =
        line.get("/v1/reporting/transactions?start_date=" + timeOf(from) +
                 "&end_date=" + timeOf({to.ms - 1}) +
                 "&fields=transaction_info&page_size=100&page=" + std::to_string(number));
    if (answer.fate != CallFate::Done) {
        return sameNo<SettlementPage>(answer);
    }
    SettlementPage page;
    for (const JsonValue& item : (*answer.value)["transaction_details"].items()) {
        bool isBad = false;
        auto read = lineOfPaypal(item, isBad);
        if (isBad) {
            return badAnswer<SettlementPage>();
        }
        if (read) {
            page.lines.push_back(*std::move(read));
        }
    }
    const auto pages = (*answer.value)["total_pages"].whole();
    if (!pages) {
        return badAnswer<SettlementPage>();
    }
    if (number < *pages) {
        page.cursor = std::to_string(piece) + '/' + std::to_string(number + 1);
    } else if (to.ms < range.to.ms) {
        page.cursor = std::to_string(piece + 1) + "/1";
    }
    return Outcome<SettlementPage>::done(std::move(page));
}

Outcome<std::vector<std::string>> paypalChangedSince(PaypalLine& line, Instant from)
{
    using Found = Outcome<std::vector<std::string>>;
    std::vector<std::string> found;
    std::string path = "/v1/notifications/webhooks-events?page_size=100&start_time=" + timeOf(from);
    for (int page = 0; page < kPagesMax; ++page) {
        const auto answer = line.get(path);
        if (answer.fate != CallFate::Done) {
            return sameNo<std::vector<std::string>>(answer);
        }
        for (const JsonValue& event : (*answer.value)["events"].items()) {
            const std::string reference = aboutOfPaypal(event).first;
            if (!reference.empty() && std::ranges::find(found, reference) == found.end()) {
                found.push_back(reference);
            }
        }
        path = nextOf(*answer.value, line.origin());
        if (path.empty()) {
            return Found::done(std::move(found));
        }
    }
    return {CallFate::Unknown,
            {},
            {"too_many", "There is more at PayPal than is looked through at once."}};
}

} // namespace foyer::server
