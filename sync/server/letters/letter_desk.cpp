// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/letters/letter_desk.h"

#include "core/domain/catalogue/catalogue_fields.h"
#include "core/domain/customers/customer_entries.h"
#include "core/services/authority/mail_news.h"
#include "core/services/customer_seals.h"
#include "core/storage/buyer_store.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/customer_store.h"
#include "core/storage/order_import_store.h"
#include "core/storage/order_store.h"

#include <algorithm>

namespace foyer::server {
namespace {

using namespace std::chrono_literals;

constexpr const char* kRemindJob = "letter_reminders";
constexpr const char* kToldJob = "letter_told";
constexpr int kAttemptsMax = 60; // about two days of waiting for what a letter needs
constexpr std::int64_t kReminderMs = 24LL * 3'600'000;
constexpr std::int64_t kToldAtOnce = 256;

std::optional<Performance> performanceIn(Database& database, OrganizerId organizer,
                                         PerformanceId performance)
{
    const auto entity = readEntity(database, organizer, "performance", performance.uuid);
    return entity ? performanceFrom(performance.uuid, *entity) : std::nullopt;
}

/// Whether a letter about a performance still says what is so.
bool isStillSo(const LetterAsked& asked, const std::optional<Performance>& performance, Instant now)
{
    if (!performance) {
        return false;
    }
    using State = Performance::State;
    const bool isToCome = performance->startsAt >= now;
    switch (asked.kind) {
    case MailKind::Cancelled:
        return isToCome && performance->state == State::Cancelled;
    case MailKind::Postponed: // whenever it should have been: people wait for another time
        return performance->state == State::Postponed;
    case MailKind::Changed:
        return isToCome && performance->state == State::Scheduled &&
            performance->startsAt == asked.startsAt;
    case MailKind::Reminder:
        return isToCome && performance->state == State::Scheduled;
    default:
        return isToCome && performance->state != State::Cancelled;
    }
}

bool hasTickets(const Order& order, PerformanceId only)
{
    return !order.voided && std::ranges::any_of(order.tickets, [&](const Ticket& ticket) {
        return ticket.state != TicketState::Voided && (only.isNil() || ticket.performance == only);
    });
}

} // namespace

LetterDesk::LetterDesk(const LetterParts& parts, AuthorityDesk& desk) : m_parts{parts}, m_desk{desk}
{}

void LetterDesk::addTo(JobRunner& jobs)
{
    const auto kind = [&](const char* name, std::function<JobOutcome(Database&, const Job&)> work) {
        jobs.add({.name = name,
                  .work = std::move(work),
                  .attemptsMax = kAttemptsMax,
                  .firstPause = 2s,
                  .longestPause = 1h});
    };
    kind(kLetterJob, [this](Database& database, const Job& job) { return write(database, job); });
    kind(kRoundJob, [this](Database& database, const Job& job) { return goRound(database, job); });
    kind(kBulletinJob, [this](Database& database, const Job& job) { return copy(database, job); });
    kind(kBulletinsEndedJob,
         [this](Database& database, const Job& job) { return withdraw(database, job); });
    kind(kRemindJob, [this](Database& database, const Job&) { return remind(database); });
    kind(kToldJob, [this](Database& database, const Job& job) { return tell(database, job); });
    m_parts.mail.whenEnded([this](Database& database, OrganizerId organizer, MailId mail) {
        addJob(database,
               newJob(organizer, kToldJob, mail.text(), {}, m_parts.clock.now(), m_parts.random));
    });
}

void LetterDesk::scheduleReminders(Database& database) const
{
    Transaction transaction{database};
    storeSchedule(database,
                  {.organizer = {},
                   .name = kRemindJob,
                   .cron = "0 * * * *",
                   .timeZone = "UTC",
                   .kind = kRemindJob,
                   .body = {},
                   .nextAt = m_parts.clock.now()});
    transaction.commit();
}

std::function<void(Database&)> LetterDesk::posting(const MailRequest& request) const
{
    return [this, request](Database& database) {
        if (!isMailAddress(request.message.to.address)) {
            m_parts.mail.refuse(database, request,
                                "This is not an address that mail can be sent to. Look for a "
                                "typing mistake.");
        } else if (const auto posted = m_parts.mail.post(database, request); !posted) {
            m_parts.mail.refuse(database, request, posted.error().message);
        }
    };
}

JobOutcome LetterDesk::write(Database& database, const Job& job) const
{
    const auto asked = decodeLetter(job.body);
    const auto identity = readIdentityOf(database, job.organizer);
    if (!asked || !identity) {
        return JobOutcome::givenUp("The letter cannot be read.");
    }
    const auto order = readOrder(database, job.organizer, asked->order);
    if (!order) {
        return JobOutcome::again("the order has not arrived yet");
    }
    const auto began = readLifeBegan(database, *identity);
    if (!asked->isWanted && began && order->placedAt < *began && asked->only.isNil() &&
        asked->kind == MailKind::Confirmation && !asked->isAgain) {
        return JobOutcome::done(); // sold before this server was there to write of it
    }
    if (!order->customer) {
        return JobOutcome::done();
    }
    if (asked->kind == MailKind::Refund && order->voided &&
        isTakenBackWithImport(database, job.organizer, order->id)) {
        return JobOutcome::done(); // its money never was here
    }
    const bool needsTickets = asked->kind != MailKind::Refund && asked->kind != MailKind::Receipt;
    if (needsTickets && !hasTickets(*order, asked->only)) {
        return JobOutcome::done();
    }
    if (!asked->only.isNil() &&
        !isStillSo(*asked, performanceIn(database, job.organizer, asked->only),
                   m_parts.clock.now())) {
        return JobOutcome::done();
    }
    // No ticket leaves the house before its money has come, whatever the letter is about.
    if (needsTickets && order->awaitedMinor > 0) {
        return asked->isWanted ? JobOutcome::again("the payment has not arrived yet")
                               : JobOutcome::done(); // what brings the money asks anew
    }
    if (asked->kind == MailKind::Confirmation && !isPaid(database, job.organizer, asked->order)) {
        return JobOutcome::again("the payment has not arrived yet");
    }
    return writeTo(database, *identity, *asked, *order);
}

JobOutcome LetterDesk::writeTo(Database& database, const Identity& identity,
                               const LetterAsked& asked, const Order& order) const
{
    LetterWriter writer{database, identity, m_parts};
    if (!asked.isWanted && !writer.settings().isSent(asked.kind)) {
        return JobOutcome::done();
    }
    const Addressee to = writer.addresseeOf(*order.customer);
    if (to.kind == Addressee::Kind::Nobody) {
        return JobOutcome::done();
    }
    if (to.kind == Addressee::Kind::Unheard) {
        return JobOutcome::again("the customer's key has not arrived yet");
    }
    const auto letter = writer.orderLetter(asked, order, to.details);
    if (!letter) {
        return JobOutcome::again(letter.error().code);
    }
    return JobOutcome::done(posting(*letter));
}

JobOutcome LetterDesk::goRound(Database& database, const Job& job) const
{
    const auto round = decodeRound(job.body);
    if (!round) {
        return JobOutcome::givenUp("The round of letters cannot be read.");
    }
    const bool isBulletin = round->kind == MailKind::Bulletin;
    if (!isBulletin && !readMailSettings(database, job.organizer).isSent(round->kind)) {
        return JobOutcome::done();
    }
    auto buyers = readBuyersOf(database, job.organizer, round->performance);
    return JobOutcome::done([this, organizer = job.organizer, round = *round, isBulletin,
                             buyers = std::move(buyers)](Database& open) {
        const Instant now = m_parts.clock.now();
        for (const Buyer& buyer : buyers) {
            if (isBulletin) {
                const std::string key = round.bulletin.text() + '/' + buyer.customer.text();
                addJob(open,
                       newJob(organizer, kBulletinJob, key,
                              encode(BulletinCopy{buyer.customer, round}), now, m_parts.random));
                continue;
            }
            const std::string key = std::string{mailKindName(round.kind)} + '/' +
                round.performance.text() + '/' + std::to_string(round.startsAt.ms) + '/' +
                (round.change != 0 ? std::to_string(round.change) + '/' : std::string{}) +
                buyer.order.text();
            const LetterAsked letter{.kind = round.kind,
                                     .order = buyer.order,
                                     .key = key,
                                     .only = round.performance,
                                     .startsAt = round.startsAt};
            addJob(open, newJob(organizer, kLetterJob, key, encode(letter), now, m_parts.random));
        }
    });
}

JobOutcome LetterDesk::copy(Database& database, const Job& job) const
{
    const auto copy = decodeBulletinCopy(job.body);
    const auto identity = readIdentityOf(database, job.organizer);
    if (!copy || !identity) {
        return JobOutcome::givenUp("The bulletin cannot be read.");
    }
    LetterWriter writer{database, *identity, m_parts};
    const Addressee to = writer.addresseeOf(copy->customer);
    if (to.kind == Addressee::Kind::Unheard) {
        return JobOutcome::again("the customer's key has not arrived yet");
    }
    const Bytes address = MailDesk::bounceKey(job.organizer, to.details.email);
    if (to.kind == Addressee::Kind::Nobody ||
        !mayGetBulletins(to.ofBulletins, readUnsubscribed(database, job.organizer, address))) {
        return JobOutcome::done();
    }
    const auto letter = writer.bulletin(copy->bulletin, copy->customer, to.details);
    if (!letter) {
        return JobOutcome::again(letter.error().code);
    }
    return JobOutcome::done([post = posting(*letter), address, us = job.organizer](Database& open) {
        forgetUnsubscribed(open, us, address); // they have agreed since
        post(open);
    });
}

/// Somebody ended bulletins by the link in one: then that is what they said of them, and every
/// counter hears of it.
JobOutcome LetterDesk::withdraw(Database& database, const Job& job) const
{
    const auto ended = decodeBulletinsEnded(job.body);
    if (!ended) {
        return JobOutcome::givenUp("Who ended bulletins cannot be read.");
    }
    const auto row = readCustomer(database, job.organizer, ended->customer);
    if (!row || row->erased) {
        return JobOutcome::done();
    }
    const auto key = m_parts.openKey(row->wrappedKey, ended->customer);
    if (!key) {
        return JobOutcome::again(key.error().code);
    }
    const CardChange change{
        .consents = {{ConsentPurpose::Bulletins, false, ended->at, "link in a bulletin", {}}}};
    const CustomerChanged changed{ended->customer,
                                  sealedSlots(*key, ended->customer, change, ended->at,
                                              m_parts.random)};
    const auto done =
        m_desk.doAndWait(job.organizer, [&changed](Authority& authority, FeedBatch& feed) {
            Journal::Act act{authority.journal(), Permit::ofProgram(), feed};
            act.append(kind::kCustomerChanged, encode(changed));
            act.commit();
        });
    return done ? JobOutcome::done() : JobOutcome::again(done.error().code);
}

JobOutcome LetterDesk::remind(Database& database) const
{
    const Instant now = m_parts.clock.now();
    std::vector<std::pair<OrganizerId, Performance>> due;
    for (const OrganizerId organizer : readOrganizers(database)) {
        if (!readMailSettings(database, organizer).isSent(MailKind::Reminder)) {
            continue;
        }
        readPerformancesFrom(database, organizer, now, [&](const Uuid& id, const Entity& entity) {
            const auto performance = performanceFrom(id, entity);
            if (performance && performance->startsAt.ms - now.ms <= kReminderMs &&
                performance->state == Performance::State::Scheduled) {
                due.emplace_back(organizer, *performance);
            }
        });
    }
    return JobOutcome::done([this, due = std::move(due), now](Database& open) {
        for (const auto& [organizer, performance] : due) {
            const RoundAsked round{.kind = MailKind::Reminder,
                                   .performance = performance.id,
                                   .startsAt = performance.startsAt,
                                   .bulletin = {},
                                   .subject = {},
                                   .text = {}};
            // One round for one start, however often it is looked for.
            addJob(open,
                   newJob(organizer, kRoundJob,
                          "reminder/" + performance.id.text() + '/' +
                              std::to_string(performance.startsAt.ms),
                          encode(round), now, m_parts.random));
        }
    });
}

/// Many at once where many have ended: whoever comes next finds nothing left to tell.
JobOutcome LetterDesk::tell(Database& database, const Job& job) const
{
    if (readUntoldMails(database, job.organizer, 1).empty()) {
        return JobOutcome::done();
    }
    const auto done = m_desk.doAndWait(job.organizer, [](Authority& authority, FeedBatch& feed) {
        tellEndedMails(authority, feed, kToldAtOnce);
    });
    return done ? JobOutcome::done() : JobOutcome::again(done.error().code);
}

} // namespace foyer::server
