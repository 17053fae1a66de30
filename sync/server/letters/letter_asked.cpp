// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/letters/letter_asked.h"

#include "core/domain/catalogue/entity.h"
#include "core/domain/mail/mail_entries.h"
#include "core/domain/sales/after_sale_entries.h"
#include "core/domain/sales/provider_payment.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/order_import_store.h"
#include "sync/server/jobs/job_runner.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace foyer::server {
namespace {

constexpr std::size_t kLetterFields = 8;
constexpr std::size_t kRoundFields = 7;
constexpr std::size_t kRoundFieldsBefore = 6; // jobs that were put down before there were changes

const CborValue::Array* arrayOf(const Result<CborValue>& value, std::size_t size)
{
    return value && value->asArray().size() == size ? &value->asArray() : nullptr;
}

Uuid uuidIn(const CborValue& value)
{
    return Uuid::fromBytes(value.asBytes()).value_or(Uuid{});
}

void write(CborWriter& writer, const RoundAsked& round)
{
    writer.array(kRoundFields)
        .text(mailKindName(round.kind))
        .bytes(round.performance.uuid.bytes())
        .integer(round.startsAt.ms)
        .bytes(round.bulletin.bytes())
        .text(round.subject)
        .text(round.text)
        .integer(round.change);
}

std::optional<RoundAsked> roundIn(const CborValue::Array& items)
{
    if (items.size() != kRoundFields && items.size() != kRoundFieldsBefore) {
        return std::nullopt;
    }
    const auto kind = mailKindNamed(items[0].asText());
    return kind ? std::optional{RoundAsked{*kind, PerformanceId{uuidIn(items[1])},
                                           Instant{items[2].asInteger()}, uuidIn(items[3]),
                                           items[4].asText(), items[5].asText(),
                                           items.size() == kRoundFields ? items[6].asInteger() : 0}}
                : std::nullopt;
}

/// Adds the jobs that a fact asks for.
class Notes {
public:
    Notes(const Clock& clock, Random& random) : m_clock{clock}, m_random{random} {}

    void add(FollowUps& followUps) const
    {
        const auto follow = [&](const char* kind,
                                void (Notes::*note)(Database&, const Entry&, const CborValue&)
                                    const) {
            followUps.add(kind,
                          [self = *this, note](Database& database, const Entry& entry,
                                               const CborValue& body) {
                              if (self.m_clock.now().ms - entry.at.instant().ms < kNewsMs) {
                                  (self.*note)(database, entry, body);
                              }
                          });
        };
        follow(kind::kOrderPlaced, &Notes::placed);
        follow(kind::kPaymentSettled, &Notes::settled);
        follow(kind::kPaymentTaken, &Notes::taken);
        follow(kind::kOrderExtended, &Notes::extended);
        follow(kind::kTicketsReturned, &Notes::returned);
        follow(kind::kOrderVoided, &Notes::voided);
        follow(kind::kPerformanceEdited, &Notes::performanceEdited);
        follow(kind::kMailAsked, &Notes::asked);
        follow(kind::kBulletinAsked, &Notes::bulletin);
    }

private:
    void letter(Database& database, const Entry& entry, const LetterAsked& letter) const
    {
        // The entry names the job, as two entries may ask for one letter.
        addJob(database,
               newJob(entry.organizer, kLetterJob, entry.id.text(), encode(letter), m_clock.now(),
                      m_random));
    }
    void round(Database& database, const Entry& entry, const RoundAsked& round) const
    {
        addJob(database,
               newJob(entry.organizer, kRoundJob, entry.id.text(), encode(round), m_clock.now(),
                      m_random));
    }

    void placed(Database& database, const Entry& entry, const CborValue& body) const
    {
        if (body["customer"].isNull()) {
            return; // nobody is known: it is not read any further
        }
        if (const auto order = decodeOrderPlaced(body)) {
            letter(database, entry,
                   {.kind = MailKind::Confirmation,
                    .order = order->order,
                    .key = "confirmation/" + order->order.text()});
        }
    }
    void settled(Database& database, const Entry& entry, const CborValue& body) const
    {
        if (const auto payment = decodePaymentSettled(body)) {
            letter(database, entry,
                   {.kind = MailKind::Confirmation,
                    .order = payment->order,
                    .key = "confirmation/" + payment->order.text()});
        }
    }
    /// In the place of one that was awaited: then the order is paid by this.
    void taken(Database& database, const Entry& entry, const CborValue& body) const
    {
        if (body["instead"].isNull()) {
            return; // as of nearly all: those are not read any further
        }
        if (const auto payment = decodePaymentTaken(body)) {
            letter(database, entry,
                   {.kind = MailKind::Confirmation,
                    .order = payment->order,
                    .key = "confirmation/" + payment->order.text()});
        }
    }
    void extended(Database& database, const Entry& entry, const CborValue& body) const
    {
        if (const auto order = decodeOrderExtended(body)) {
            letter(database, entry,
                   {.kind = MailKind::Confirmation,
                    .order = order->order,
                    .key = "extended/" + entry.id.text(),
                    .isAgain = true});
        }
    }
    void returned(Database& database, const Entry& entry, const CborValue& body) const
    {
        const auto back = decodeTicketsReturned(body);
        if (back && back->purpose == return_purpose::kRefund && back->total() > 0) {
            letter(database, entry,
                   {.kind = MailKind::Refund,
                    .order = back->order,
                    .key = "refund/" + entry.id.text(),
                    .refunded = back->total()});
        }
    }
    void voided(Database& database, const Entry& entry, const CborValue& body) const
    {
        const auto order = decodeOrderVoided(body);
        if (!order || isTakenBackWithImport(database, entry.organizer, order->order)) {
            return; // the latter gives nobody money back
        }
        // What is booked back of what was sold is what the customer got back.
        constexpr std::array<std::string_view, 5> kSold{account::kRevenue, account::kFees,
                                                        account::kDonations, account::kTaxPayable,
                                                        account::kGiftCards};
        std::int64_t back = 0;
        for (const LedgerLine& line : order->reversal) {
            const bool isSold = std::ranges::find(kSold, line.account) != kSold.end();
            back += isSold ? std::max<std::int64_t>(line.amount, 0) : 0;
        }
        if (back > 0) {
            letter(database, entry,
                   {.kind = MailKind::Refund,
                    .order = order->order,
                    .key = "refund/" + entry.id.text(),
                    .refunded = back});
        }
    }
    void performanceEdited(Database& database, const Entry& entry, const CborValue& body) const
    {
        const auto edit = decodeEntityEdited(body);
        if (!edit || !edit->over) {
            return; // it is new
        }
        const PerformanceId performance{edit->entity};
        const auto isSet = [&edit](const char* name) {
            const auto field = edit->fields.find(name);
            return field != edit->fields.end() && field->second == FieldValue{true};
        };
        const auto before = [&edit](const char* name) {
            const auto stamp = edit->over->find(name);
            return stamp != edit->over->end() ? stamp->second.at.value : 0;
        };
        if (isSet("cancelled")) {
            round(database, entry, {.kind = MailKind::Cancelled, .performance = performance});
            return;
        }
        if (isSet("postponed")) {
            round(database, entry,
                  {.kind = MailKind::Postponed,
                   .performance = performance,
                   .change = before("postponed")});
            return;
        }
        const auto starts = edit->fields.find("starts_at");
        const auto* at =
            starts != edit->fields.end() ? std::get_if<std::int64_t>(&starts->second) : nullptr;
        if (at != nullptr && edit->over->contains("starts_at")) {
            round(database, entry,
                  {.kind = MailKind::Changed,
                   .performance = performance,
                   .startsAt = {*at},
                   .change = before("starts_at")});
        } else if (edit->fields.contains("postponed")) {
            // Not postponed any more, at the time that it was to have been.
            const auto entity = readEntity(database, entry.organizer, "performance", edit->entity);
            round(database, entry,
                  {.kind = MailKind::Changed,
                   .performance = performance,
                   .startsAt = {entity ? entity->integer("starts_at") : 0},
                   .change = before("postponed")});
        }
    }
    void asked(Database& database, const Entry& entry, const CborValue& body) const
    {
        if (const auto mail = decodeMailAsked(body)) {
            letter(database, entry,
                   {.kind = mail->what,
                    .order = mail->order,
                    .key = "asked/" + entry.id.text(),
                    .isWanted = true});
        }
    }
    void bulletin(Database& database, const Entry& entry, const CborValue& body) const
    {
        if (const auto asked = decodeBulletinAsked(body)) {
            round(database, entry,
                  {.kind = MailKind::Bulletin,
                   .performance = asked->performance,
                   .startsAt = {},
                   .bulletin = asked->bulletin,
                   .subject = asked->subject,
                   .text = asked->text});
        }
    }

    const Clock& m_clock;
    Random& m_random;
};

} // namespace

Bytes encode(const LetterAsked& letter)
{
    CborWriter writer;
    writer.array(kLetterFields)
        .text(mailKindName(letter.kind))
        .bytes(letter.order.uuid.bytes())
        .text(letter.key)
        .bytes(letter.only.uuid.bytes())
        .integer(letter.startsAt.ms)
        .integer(letter.refunded)
        .boolean(letter.isAgain)
        .boolean(letter.isWanted);
    return writer.take();
}

Bytes encode(const RoundAsked& round)
{
    CborWriter writer;
    write(writer, round);
    return writer.take();
}

Bytes encode(const BulletinCopy& copy)
{
    CborWriter writer;
    writer.array(2).bytes(copy.customer.uuid.bytes());
    write(writer, copy.bulletin);
    return writer.take();
}

Bytes encode(const BulletinsEnded& ended)
{
    CborWriter writer;
    writer.array(2).bytes(ended.customer.uuid.bytes()).integer(ended.at.ms);
    return writer.take();
}

std::optional<BulletinsEnded> decodeBulletinsEnded(ByteView bytes)
{
    const auto value = decodeCbor(bytes);
    const auto* items = arrayOf(value, 2);
    return items != nullptr ? std::optional{BulletinsEnded{CustomerId{uuidIn((*items)[0])},
                                                           Instant{(*items)[1].asInteger()}}}
                            : std::nullopt;
}

std::optional<LetterAsked> decodeLetter(ByteView bytes)
{
    const auto value = decodeCbor(bytes);
    const auto* items = arrayOf(value, kLetterFields);
    const auto kind = items != nullptr ? mailKindNamed((*items)[0].asText()) : std::nullopt;
    if (!kind) {
        return std::nullopt;
    }
    return LetterAsked{*kind,
                       OrderId{uuidIn((*items)[1])},
                       (*items)[2].asText(),
                       PerformanceId{uuidIn((*items)[3])},
                       Instant{(*items)[4].asInteger()},
                       (*items)[5].asInteger(),
                       (*items)[6].asBool(),
                       (*items)[7].asBool()};
}

std::optional<RoundAsked> decodeRound(ByteView bytes)
{
    const auto value = decodeCbor(bytes);
    return value ? roundIn(value->asArray()) : std::nullopt;
}

std::optional<BulletinCopy> decodeBulletinCopy(ByteView bytes)
{
    const auto value = decodeCbor(bytes);
    const auto* items = arrayOf(value, 2);
    const auto round = items != nullptr ? roundIn((*items)[1].asArray()) : std::nullopt;
    return round ? std::optional{BulletinCopy{CustomerId{uuidIn((*items)[0])}, *round}}
                 : std::nullopt;
}

void followWithLetters(FollowUps& followUps, const Clock& clock, Random& random)
{
    Notes{clock, random}.add(followUps);
}

} // namespace foyer::server
