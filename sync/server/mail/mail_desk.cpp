// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/mail/mail_desk.h"

#include "core/crypto/sha256.h"
#include "sync/server/mail/mail_body.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace foyer::server {
namespace {

using namespace std::chrono_literals;

/// About five days of trying: as long as mail servers wait for each other (RFC 5321 §4.5.4.1).
constexpr int kAttemptsMax = 40;

Mail ended(const Job& job, MailState state, std::string problem, Instant at)
{
    return {.organizer = job.organizer,
            .id = MailId{job.id.uuid},
            .key = {},
            .what = {},
            .order = {},
            .madeAt = job.madeAt,
            .state = state,
            .problem = std::move(problem),
            .endedAt = at};
}

} // namespace

MailDesk::MailDesk(MailOptions options, Seal seal, Open open, const Clock& clock, Random& random)
    : m_options{std::move(options)}, m_seal{std::move(seal)}, m_open{std::move(open)},
      m_clock{clock}, m_random{random}, m_pace{m_options.perMinute, m_options.perMinuteOfOrganizer}
{}

MailDesk::~MailDesk() = default;

Result<std::unique_ptr<MailDesk>> MailDesk::open(MailOptions options, Seal seal, Open open,
                                                 const Clock& clock, Random& random)
{
    if (!isMailAddress(options.bounces)) {
        return refused("bad_mail_address",
                       "Undeliverable mail needs an address that it can go back to, "
                       "name@example.org.");
    }
    auto first = SmtpCourier::open(options.server);
    if (!first) {
        return std::move(first).error();
    }
    std::unique_ptr<MailDesk> desk{
        new MailDesk{std::move(options), std::move(seal), std::move(open), clock, random}};
    desk->giveBack(*std::move(first));
    return desk;
}

Bytes MailDesk::bounceKey(OrganizerId organizer, std::string_view address)
{
    Bytes text{organizer.uuid.bytes().begin(), organizer.uuid.bytes().end()};
    std::ranges::transform(address, std::back_inserter(text), [](char c) {
        return static_cast<std::uint8_t>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    });
    const auto hash = sha256(text);
    return {hash.begin(), hash.end()};
}

Result<bool> MailDesk::post(Database& database, const MailRequest& request)
{
    const Instant now = m_clock.now();
    const MailId id{Uuid::v7(now, m_random)};
    MailMessage message = request.message;
    message.id = mailIdOf(id.uuid, message.from);
    message.at = now;
    if (auto fine = checkMail(message); !fine) { // what cannot be sent is told who asks for it
        return std::move(fine).error();
    }
    if (!addMail(database,
                 {.organizer = request.organizer,
                  .id = id,
                  .key = request.key,
                  .what = request.what,
                  .order = request.order,
                  .madeAt = now,
                  .state = MailState::Waiting,
                  .problem = {},
                  .endedAt = {}})) {
        return false;
    }
    return addJob(database,
                  {.organizer = request.organizer,
                   .id = JobId{id.uuid},
                   .kind = kJob,
                   .key = id.text(),
                   .body = m_seal(encode(message)),
                   .madeAt = now,
                   .dueAt = now});
}

void MailDesk::refuse(Database& database, const MailRequest& request, const std::string& problem)
{
    const Instant now = m_clock.now();
    Mail mail{.organizer = request.organizer,
              .id = MailId{Uuid::v7(now, m_random)},
              .key = request.key,
              .what = request.what,
              .order = request.order,
              .madeAt = now,
              .state = MailState::Waiting,
              .problem = {},
              .endedAt = {}};
    if (addMail(database, mail)) {
        mail.state = MailState::Refused;
        mail.problem = problem;
        mail.endedAt = now;
        end(database, mail);
    }
}

void MailDesk::end(Database& database, const Mail& mail) const
{
    setMailState(database, mail);
    if (m_ended) {
        m_ended(database, mail.organizer, mail.id);
    }
}

JobKind MailDesk::job()
{
    return {.name = kJob,
            .work = [this](Database& database, const Job& job) { return send(database, job); },
            .attemptsMax = kAttemptsMax,
            .firstPause = 15s,
            .longestPause = 3h};
}

JobOutcome MailDesk::send(Database& database, const Job& job)
{
    const auto opened = m_open(job.body);
    if (!opened) {
        return JobOutcome::givenUp("The mail cannot be opened with this server's key file.");
    }
    const auto message = decodeMail(opened->view());
    const auto mime = message ? mimeOf(*message) : Result<std::string>{message.error()};
    if (!mime) {
        return JobOutcome::givenUp("The mail cannot be read.");
    }
    const std::string& to = message->to.address;
    if (hasBounced(database, job.organizer, bounceKey(job.organizer, to))) {
        return outcomeOf(job,
                         {MailFate::Kind::Refused,
                          "The address took no mail before. Ask for another one.", 0, "", false},
                         to);
    }
    const bool isBulk = message->unsubscribeUrl.has_value();
    if (isBulk && hasUnsubscribed(database, job.organizer, bounceKey(job.organizer, to))) {
        return outcomeOf(job,
                         {MailFate::Kind::Refused, "Whoever it goes to wants no bulletins.", 0, "",
                          false},
                         to);
    }
    if (const auto turn = m_pace.turnOf({job.organizer, job.id.uuid, isBulk}, m_clock.now())) {
        return JobOutcome::waits(*turn);
    }
    auto courier = this->courier();
    const MailFate fate = courier->deliver(m_options.bounces, to, *mime);
    giveBack(std::move(courier));
    return outcomeOf(job, fate, to);
}

JobOutcome MailDesk::outcomeOf(const Job& job, const MailFate& fate, const std::string& to) const
{
    const Instant now = m_clock.now();
    if (fate.kind == MailFate::Kind::Later && job.attempts < kAttemptsMax) {
        return JobOutcome::again(fate.problem);
    }
    if (fate.kind == MailFate::Kind::Taken) {
        return JobOutcome::done([this, sent = ended(job, MailState::Sent, {}, now)](
                                    Database& database) { end(database, sent); });
    }
    return JobOutcome::done([this, refused = ended(job, MailState::Refused, fate.problem, now),
                             isBounce = fate.isBounce, detail = fate.detail,
                             key = bounceKey(job.organizer, to)](Database& database) {
        end(database, refused);
        if (isBounce) {
            addBounce(database, refused.organizer, key, *refused.endedAt, detail);
        }
    });
}

std::unique_ptr<SmtpCourier> MailDesk::courier()
{
    {
        const std::lock_guard lock{m_mutex};
        if (!m_couriers.empty()) {
            auto courier = std::move(m_couriers.back());
            m_couriers.pop_back();
            return courier;
        }
    }
    return *SmtpCourier::open(m_options.server); // which were found right when this was made
}

void MailDesk::giveBack(std::unique_ptr<SmtpCourier> courier)
{
    const std::lock_guard lock{m_mutex};
    m_couriers.push_back(std::move(courier));
}

} // namespace foyer::server
