// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/payments/providers/stripe_line.h"

#include "sync/server/payments/providers/stripe_objects.h"
#include "sync/server/payments/providers/url_form.h"

namespace foyer::server {
namespace {

constexpr const char* kVersion = "2026-07-29.dahlia";
constexpr const char* kKeyHeader = "Idempotency-Key";
constexpr int kPagesMax = 50; // of a hundred
// Where to go on with an account: behind a line, behind a payout, or inside one behind a line.
constexpr std::string_view kLines = "lines/";
constexpr std::string_view kPayouts = "payouts/";
constexpr std::string_view kPayout = "payout/";

std::string after(std::string_view id)
{
    return id.empty() ? std::string{} : "&starting_after=" + percentEncoded(id);
}

std::string secondsOf(std::int64_t ms)
{
    return std::to_string(ms / 1'000);
}

/// A page of lines; `payout`: that they went into. The cursor is the last line's id, if there are
/// more.
Outcome<SettlementPage> linesOf(StripeLine& line, const std::string& list,
                                const std::string& payout)
{
    const auto answer = line.get(list + "&limit=100&expand[0]=data.source");
    if (answer.fate != CallFate::Done) {
        return sameNo<SettlementPage>(answer);
    }
    SettlementPage page;
    for (const JsonValue& item : (*answer.value)["data"].items()) {
        auto read = lineOfStripe(item);
        if (!read) {
            return badAnswer<SettlementPage>();
        }
        read->payout = read->payout.empty() ? payout : read->payout;
        page.lines.push_back(*std::move(read));
    }
    const auto more = (*answer.value)["has_more"].truth();
    if (!more || (*more && page.lines.empty())) {
        return badAnswer<SettlementPage>();
    }
    page.cursor = *more ? page.lines.back().reference : std::string{};
    return Outcome<SettlementPage>::done(std::move(page));
}

Outcome<SettlementPage> insidePayout(StripeLine& line, const std::string& payout,
                                     std::string_view behind)
{
    auto page =
        linesOf(line, "/v1/balance_transactions?payout=" + percentEncoded(payout) + after(behind),
                payout);
    if (page.fate == CallFate::Done) {
        std::string& cursor = page.value->cursor;
        cursor = cursor.empty() ? std::string{kPayouts} + payout
                                : std::string{kPayout} + payout + '/' + cursor;
    }
    return page;
}

Outcome<SettlementPage> nextPayout(StripeLine& line, TimeRange range, std::string_view behind)
{
    const auto answer = line.get("/v1/payouts?" + stripeRange(range) + "&limit=1" + after(behind));
    if (answer.fate != CallFate::Done) {
        return sameNo<SettlementPage>(answer);
    }
    const auto found = (*answer.value)["data"].items();
    if (found.empty()) {
        return Outcome<SettlementPage>::done({});
    }
    const std::string payout = found.front()["id"].text();
    if (payout.empty()) {
        return badAnswer<SettlementPage>();
    }
    // What a payout by hand holds is not known to Stripe; another one's may still be worked out.
    if (found.front()["reconciliation_status"].text() != "completed") {
        return Outcome<SettlementPage>::done({{}, std::string{kPayouts} + payout});
    }
    return insidePayout(line, payout, {});
}

} // namespace

StripeLine::StripeLine(std::unique_ptr<ProviderHttp> http, const std::string& secret)
    : m_headers{{"Authorization", "Bearer " + secret}, {"Stripe-Version", kVersion}},
      m_line{std::move(http), "request-id", judgeStripe}
{}

Outcome<JsonValue> StripeLine::get(const std::string& path)
{
    return m_line.get(path, m_headers);
}

Outcome<JsonValue> StripeLine::post(const ProviderCall& call)
{
    return m_line.send(call, m_headers, kKeyHeader);
}

Outcome<std::monostate> StripeLine::walk(const std::string& list,
                                         const std::function<bool(const JsonValue&)>& see)
{
    std::string last;
    for (int page = 0; page < kPagesMax; ++page) {
        const auto answer = get(list + "&limit=100" + after(last));
        if (answer.fate != CallFate::Done) {
            return sameNo<std::monostate>(answer);
        }
        for (const JsonValue& item : (*answer.value)["data"].items()) {
            if (!see(item)) {
                return Outcome<std::monostate>::done({});
            }
            last = item["id"].text();
        }
        const auto more = (*answer.value)["has_more"].truth();
        if (!more || (*more && last.empty())) {
            return badAnswer<std::monostate>();
        }
        if (!*more) {
            return Outcome<std::monostate>::done({});
        }
    }
    return {CallFate::Unknown,
            {},
            {"too_many", "There is more at Stripe than is looked through at once."}};
}

std::string stripeRange(TimeRange range)
{
    // Stripe knows whole seconds: the first is rounded down, and the end up.
    constexpr std::int64_t kUp = 999;
    return "created[gte]=" + secondsOf(range.from.ms) +
        "&created[lt]=" + secondsOf(range.to.ms + kUp);
}

Outcome<SettlementPage> stripeSettlements(StripeLine& line, TimeRange range,
                                          const std::string& cursor)
{
    const std::string_view at{cursor};
    if (at.starts_with(kPayouts)) {
        return nextPayout(line, range, at.substr(kPayouts.size()));
    }
    if (at.starts_with(kPayout)) {
        const auto inside = at.substr(kPayout.size());
        const auto slash = inside.find('/');
        if (slash != std::string_view::npos) {
            return insidePayout(line, std::string{inside.substr(0, slash)},
                                inside.substr(slash + 1));
        }
    }
    const auto behind = at.starts_with(kLines) ? at.substr(kLines.size()) : std::string_view{};
    auto page = linesOf(line, "/v1/balance_transactions?" + stripeRange(range) + after(behind), {});
    if (page.fate == CallFate::Done) {
        std::string& next = page.value->cursor;
        next = next.empty() ? std::string{kPayouts} : std::string{kLines} + next;
    }
    return page;
}

} // namespace foyer::server
