// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/notices/notice_entries.h"

#include "core/domain/journal/cbor_fields.h"
#include "core/domain/journal/entry.h"

namespace foyer {
namespace {

constexpr std::int64_t kCountMax = 1'000'000'000;

void writeKinds(CborWriter& writer, const NoticeKinds& kinds)
{
    writer.array(kinds.count());
    for (const NoticeKind kind : allNoticeKinds()) {
        if (has(kinds, kind)) {
            writer.text(noticeKindName(kind));
        }
    }
}

/// Kinds that a later Foyer knows are passed over.
NoticeKinds kindsIn(const CborValue& names)
{
    NoticeKinds kinds;
    for (const CborValue& name : names.asArray()) {
        if (const auto kind = noticeKindNamed(name.asText())) {
            put(kinds, *kind, true);
        }
    }
    return kinds;
}

} // namespace

Bytes encode(const NoticeRaised& body)
{
    const NoticeFacts& facts = body.facts;
    CborWriter writer;
    writer.map(11);
    writer.field("of", facts.of);
    writer.field("kind", noticeKindName(body.kind));
    writer.field("name", facts.name);
    writer.field("zone", facts.timeZone);
    writer.field("count", facts.count);
    writer.field("amount", facts.money ? facts.money->minor() : 0);
    writer.field("detail", facts.detail);
    writer.field("notice", body.notice.uuid.bytes());
    writer.field("starts", facts.startsAt.ms);
    writer.field("subject", body.subject.bytes());
    writer.field("currency", facts.money ? facts.money->currency().code() : std::string_view{});
    return writer.take();
}

Bytes encode(const NoticeOver& body)
{
    CborWriter writer;
    writer.map(1);
    writer.field("notice", body.notice.uuid.bytes());
    return writer.take();
}

Bytes encode(const NoticesChosen& body)
{
    CborWriter writer;
    writer.map(5);
    writer.text("mail");
    writeKinds(writer, body.choice.mail);
    writer.field("user", body.user.uuid.bytes());
    // What is not wanted, so that a kind that is new some day is told of.
    writer.text("quiet");
    writeKinds(writer, ~body.choice.app);
    writer.field("address", body.choice.address);
    writer.field("language", body.choice.language);
    return writer.take();
}

Bytes encode(const NoticesSet& body)
{
    CborWriter writer;
    writer.map(3);
    writer.field("places", body.limits.lowPlaces);
    writer.field("minutes", body.limits.silentMinutes);
    writer.field("percent", body.limits.lowPercent);
    return writer.take();
}

Result<NoticeRaised> decodeNoticeRaised(const CborValue& body)
{
    FieldReader fields{kind::kNoticeRaised};
    const auto known = noticeKindNamed(body["kind"].asText());
    fields.require(known.has_value(), "kind");
    NoticeRaised raised{fields.id<NoticeId>(body["notice"]), known.value_or(NoticeKind::SoldOut),
                        fields.uuid(body["subject"]),
                        NoticeFacts{.name = fields.text(body["name"], "name"),
                                    .detail = fields.text(body["detail"], "detail"),
                                    .startsAt = Instant{body["starts"].asInteger()},
                                    .timeZone = fields.text(body["zone"], "zone"),
                                    .count = fields.integer(body["count"], 0, kCountMax),
                                    .of = fields.integer(body["of"], 0, kCountMax)}};
    const std::int64_t amount = fields.amount(body["amount"]);
    if (!body["currency"].asText().empty()) {
        raised.facts.money = Money{amount, fields.currency(body["currency"])};
    }
    return fields.checked(std::move(raised));
}

Result<NoticeOver> decodeNoticeOver(const CborValue& body)
{
    FieldReader fields{kind::kNoticeOver};
    return fields.checked(NoticeOver{fields.id<NoticeId>(body["notice"])});
}

Result<NoticesChosen> decodeNoticesChosen(const CborValue& body)
{
    FieldReader fields{kind::kNoticesChosen};
    fields.require(body["mail"].isArray(), "mail");
    fields.require(body["quiet"].isArray(), "quiet");
    return fields.checked(NoticesChosen{fields.id<UserId>(body["user"]),
                                        {.app = ~kindsIn(body["quiet"]),
                                         .mail = kindsIn(body["mail"]),
                                         .address = fields.text(body["address"], "address"),
                                         .language = fields.text(body["language"], "language")}});
}

Result<NoticesSet> decodeNoticesSet(const CborValue& body)
{
    FieldReader fields{kind::kNoticesSet};
    const NoticesSet set{{fields.integer(body["places"], 0, kLowPlacesMax),
                          fields.integer(body["percent"], 0, kLowPercentMax),
                          fields.integer(body["minutes"], kSilentMinutesMin, kSilentMinutesMax)}};
    return fields.checked(set);
}

} // namespace foyer
