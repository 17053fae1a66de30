// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/json_forms.h"
#include "app/cli/run.h"
#include "app/cli/session.h"
#include "app/cli/text_forms.h"
#include "core/domain/incidents/incident.h"
#include "core/domain/sales/order_code.h"
#include "core/services/counter.h"
#include "core/services/notice_watch.h"
#include "core/services/notices.h"
#include "core/services/offer_cache.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace foyer::cli {
namespace {

Json orNull(const std::string& text)
{
    return text.empty() ? Json(nullptr) : Json(text);
}

/// Null for those facts that a kind does not have.
Json factsForm(const Notice& notice)
{
    const NoticeFacts& facts = notice.facts;
    switch (notice.kind) {
    case NoticeKind::SoldOut:
    case NoticeKind::LowStock:
        return {{"event", orNull(facts.name)},
                {"subtitle", orNull(facts.detail)},
                {"starts_at",
                 facts.startsAt.ms != 0 ? Json(toRfc3339(facts.startsAt)) : Json(nullptr)},
                {"left", facts.count},
                {"capacity", facts.of}};
    case NoticeKind::PaymentFailed:
        return {{"order", facts.name.empty() ? Json(nullptr) : Json(displayOrderCode(facts.name))},
                {"trouble", facts.detail},
                {"amount", facts.money ? Json(toPlainText(*facts.money)) : Json(nullptr)},
                {"currency", facts.money ? Json(facts.money->currency().code()) : Json(nullptr)}};
    case NoticeKind::Incident:
        return {{"incident", facts.detail},
                {"event", orNull(facts.name)},
                {"starts_at",
                 facts.startsAt.ms != 0 ? Json(toRfc3339(facts.startsAt)) : Json(nullptr)}};
    case NoticeKind::SyncSilent:
        return {{"counter", facts.name}, {"minutes", facts.count}};
    }
    return nullptr;
}

Json noticeForm(const SeenNotice& seen)
{
    const Notice& notice = seen.notice;
    return {{"id", notice.id.text()},
            {"kind", noticeKindName(notice.kind)},
            {"subject", notice.subject.text()},
            {"raised_at", toRfc3339(notice.raisedAt.instant())},
            {"over_at", notice.overAt ? Json(toRfc3339(*notice.overAt)) : Json(nullptr)},
            {"read", seen.isRead},
            {"facts", factsForm(notice)}};
}

std::string performanceText(const NoticeFacts& facts)
{
    return facts.startsAt.ms != 0 ? facts.name + ", " + localTime(facts.startsAt, facts.timeZone)
                                  : facts.name;
}

std::string incidentText(const std::string& name)
{
    static constexpr std::array<std::pair<std::string_view, const char*>, kIncidentKinds> kTexts{
        {{"seat_sold_twice", "a seat was sold twice"},
         {"quota_oversold", "more was sold than there is"},
         {"late_sale", "a counter that was written off has sold"},
         {"admitted_twice", "a ticket was let in twice"},
         {"seat_admitted_twice", "two were let in for one seat"},
         {"refunded_twice", "money was given back twice"},
         {"edited_twice", "something was set on two sides"},
         {"act_after_revocation", "somebody went on after being shut out"}}};
    const auto* found = std::ranges::find(kTexts, name, &decltype(kTexts)::value_type::first);
    return found != kTexts.end() ? found->second : name;
}

std::string paymentText(const NoticeFacts& facts)
{
    const std::string what = facts.detail == payment_trouble::kHeld ? "A payment waits for somebody"
        : facts.detail == payment_trouble::kRefundFailed ? "Money could not be given back"
                                                         : "A payment failed";
    return what + (facts.name.empty() ? "" : ", order " + displayOrderCode(facts.name)) +
        (facts.money ? ", " + moneyText(*facts.money) : "");
}

std::string sentence(const Notice& notice)
{
    const NoticeFacts& facts = notice.facts;
    switch (notice.kind) {
    case NoticeKind::SoldOut:
        return "Sold out: " + performanceText(facts);
    case NoticeKind::LowStock:
        return std::to_string(facts.count) + " of " + std::to_string(facts.of) +
            " left: " + performanceText(facts);
    case NoticeKind::PaymentFailed:
        return paymentText(facts);
    case NoticeKind::Incident:
        return "Incident: " + incidentText(facts.detail) +
            (facts.name.empty() ? "" : ", " + performanceText(facts));
    case NoticeKind::SyncSilent:
        return facts.name + " is silent for " + std::to_string(facts.count) + " min";
    }
    return {};
}

/// With times as the house's clocks show them.
Answer answerWith(Counter& counter, const NoticesSeen& seen)
{
    const auto& house = counter.offers().organizer();
    const std::string zone = house ? house->timeZone : "UTC";
    Json forms = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (const SeenNotice& each : seen.notices) {
        forms.push_back(noticeForm(each));
        cells.push_back({localTime(each.notice.raisedAt.instant(), zone),
                         each.notice.isOver() ? "over"
                             : each.isRead    ? ""
                                              : "new",
                         sentence(each.notice)});
    }
    return {line(Json{{"notices", forms}, {"unread", seen.unread}}),
            cells.empty() ? "There is nothing that you have to know.\n" : columns(cells),
            {}};
}

Json kindsForm(const NoticeKinds& kinds)
{
    Json names = Json::array();
    for (const NoticeKind kind : allNoticeKinds()) {
        if (has(kinds, kind)) {
            names.push_back(noticeKindName(kind));
        }
    }
    return names;
}

Answer answerWith(const OwnNoticeChoice& own)
{
    NoticeKinds known;
    std::vector<std::vector<std::string>> cells;
    for (const NoticeKind kind : allNoticeKinds()) {
        const bool isKnown = std::ranges::find(own.kinds, kind) != own.kinds.end();
        put(known, kind, isKnown);
        cells.push_back({std::string{noticeKindName(kind)},
                         !isKnown                        ? "your role is not told of it"
                             : has(own.choice.app, kind) ? "in the window"
                                                         : "not in the window",
                         isKnown && has(own.choice.mail, kind) ? "by mail" : ""});
    }
    cells.push_back({"mails go to", own.choice.address.empty() ? "nobody" : own.choice.address});
    cells.push_back({"language", own.choice.language.empty() ? "en" : own.choice.language});
    return {line(Json{{"choice",
                       {{"app", kindsForm(own.choice.app & known)},
                        {"mail", kindsForm(own.choice.mail & known)},
                        {"kinds", kindsForm(known)},
                        {"address", orNull(own.choice.address)},
                        {"language", orNull(own.choice.language)}}}}),
            columns(cells),
            {}};
}

Answer answerWith(const NoticeLimits& limits)
{
    const auto orNever = [](std::int64_t number, const char* unit) {
        return number == 0 ? std::string{"never"} : std::to_string(number) + unit;
    };
    return {line(Json{{"limits",
                       {{"places", limits.lowPlaces},
                        {"percent", limits.lowPercent},
                        {"silent_minutes", limits.silentMinutes}}}}),
            columns({{"few places", orNever(limits.lowPlaces, " or less")},
                     {"little", orNever(limits.lowPercent, "% or less")},
                     {"silent", std::to_string(limits.silentMinutes) + " min"}}),
            {}};
}

Result<void> setKinds(NoticeKinds& kinds, const std::vector<std::string>& names, bool isIn)
{
    for (const std::string& name : names) {
        if (name == "all") {
            isIn ? kinds.set() : kinds.reset();
            continue;
        }
        const auto kind = noticeKindNamed(name);
        if (!kind) {
            return usageError("bad_notice_kind",
                              "There are no notices called " + name +
                                  ". There are sold_out, low_stock, payment_failed, incident and "
                                  "sync_silent, and all of them: all.",
                              "KIND");
        }
        put(kinds, *kind, isIn);
    }
    return {};
}

} // namespace

Result<Answer> run(const NoticeListCommand& command, Session& session)
{
    const auto counter = session.open();
    if (!counter) {
        return counter.error();
    }
    auto seen = notices(**counter, command.limit);
    if (!seen) {
        return std::move(seen).error();
    }
    std::erase_if(seen->notices, [&](const SeenNotice& each) {
        return (command.isOpenOnly && each.notice.isOver()) ||
            (command.isUnreadOnly && each.isRead);
    });
    return answerWith(**counter, *seen);
}

Result<Answer> run(const NoticeReadCommand&, Session& session)
{
    const auto counter = session.open();
    if (!counter) {
        return counter.error();
    }
    const auto seen = notices(**counter);
    if (!seen) {
        return seen.error();
    }
    if (!seen->notices.empty()) {
        const HlcTime newest = seen->notices.front().notice.raisedAt;
        if (auto read = readNotices(**counter, newest); !read) {
            return std::move(read).error();
        }
    }
    const std::string count = std::to_string(seen->unread);
    return Answer{line(Json{{"read", seen->unread}}),
                  seen->unread == 0       ? "There was nothing new.\n"
                      : seen->unread == 1 ? "You have read one notice.\n"
                                          : "You have read " + count + " notices.\n",
                  {}};
}

Result<Answer> run(const NoticeLookCommand&, Session& session)
{
    const auto counter = session.open();
    if (!counter) {
        return counter.error();
    }
    if ((*counter)->membership() != nullptr) {
        return refused("server_looks",
                       "This counter has joined a server, which looks by itself each minute. "
                       "foyer-cli sync fetches what it found.");
    }
    const auto changed = watchForNotices(**counter);
    if (!changed) {
        return changed.error();
    }
    const auto seen = notices(**counter);
    return seen ? Result<Answer>{answerWith(**counter, *seen)} : seen.error();
}

Result<Answer> run(const NoticeChooseCommand& command, Session& session)
{
    const auto counter = session.open();
    if (!counter) {
        return counter.error();
    }
    auto own = noticeChoice(**counter);
    if (!own) {
        return std::move(own).error();
    }
    NoticeChoice& choice = own->choice;
    using Names = const std::vector<std::string>*;
    for (const auto& [kinds, names, isIn] :
         {std::tuple<NoticeKinds*, Names, bool>{&choice.app, &command.app, true},
          {&choice.app, &command.noApp, false},
          {&choice.mail, &command.mail, true},
          {&choice.mail, &command.noMail, false}}) {
        if (auto fine = setKinds(*kinds, *names, isIn); !fine) {
            return std::move(fine).error();
        }
    }
    choice.address = command.address.value_or(choice.address);
    choice.language = command.language.value_or(choice.language);
    auto chosen = chooseNotices(**counter, choice);
    if (!chosen) {
        return std::move(chosen).error();
    }
    choice = *std::move(chosen);
    return answerWith(*own);
}

Result<Answer> run(const NoticeShowChoiceCommand&, Session& session)
{
    const auto counter = session.open();
    if (!counter) {
        return counter.error();
    }
    const auto own = noticeChoice(**counter);
    return own ? Result<Answer>{answerWith(*own)} : own.error();
}

Result<Answer> run(const NoticeLimitsCommand& command, Session& session)
{
    const auto counter = session.open();
    if (!counter) {
        return counter.error();
    }
    auto limits = noticeLimits(**counter);
    if (!limits) {
        return std::move(limits).error();
    }
    const NoticeLimits before = *limits;
    limits->lowPlaces = command.places.value_or(limits->lowPlaces);
    limits->lowPercent = command.percent.value_or(limits->lowPercent);
    limits->silentMinutes = command.silent.value_or(limits->silentMinutes);
    if (*limits != before) {
        if (auto set = setNoticeLimits(**counter, *limits); !set) {
            return std::move(set).error();
        }
    }
    return answerWith(*limits);
}

} // namespace foyer::cli
