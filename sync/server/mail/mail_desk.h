// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/random.h"
#include "core/crypto/secret.h"
#include "core/storage/mail_store.h"
#include "sync/server/jobs/job_runner.h"
#include "sync/server/mail/mail_message.h"
#include "sync/server/mail/mail_pace.h"
#include "sync/server/mail/smtp_courier.h"

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace foyer::server {

/// How a server sends mail.
struct MailOptions {
    std::shared_ptr<const SmtpSettings> server;
    std::string bounces;          ///< where undeliverable mail goes back to: an address of ours
    int perMinute = 0;            ///< mails that the house's server may send; 0: any number
    int perMinuteOfOrganizer = 0; ///< of these each organizer; 0: any number
};

/// A mail that somebody asks for.
struct MailRequest {
    OrganizerId organizer;
    std::string key;  ///< of the change that it tells; a second mail of the same key is not sent
    std::string what; ///< the name of a MailKind
    std::optional<OrderId> order;
    MailMessage message; ///< without an id, which it gets here
};

/// Sends mails, each once for what it tells: asked for within a transaction, sent by a job that is
/// tried again until a mail server answers for it or refuses it for good. What is written in it is
/// kept sealed, and only until then. Safe from any thread.
class MailDesk {
public:
    static constexpr const char* kJob = "mail";

    using Seal = std::function<Bytes(ByteView text)>;
    using Open = std::function<Result<SecretBytes>(ByteView sealed)>;

    /// Refusal mail_unprotected, as SmtpCourier::open has it, and bad_mail_address.
    static Result<std::unique_ptr<MailDesk>> open(MailOptions options, Seal seal, Open open,
                                                  const Clock& clock, Random& random);
    ~MailDesk();
    MailDesk(const MailDesk&) = delete;
    MailDesk& operator=(const MailDesk&) = delete;

    /// Within a transaction: the mail comes with it, or not at all. False where one of this key was
    /// asked for before. Errors: those of checkMail().
    Result<bool> post(Database& database, const MailRequest& request);
    /// Within a transaction: notes that a mail cannot be sent, as if it had been tried; `message`
    /// is not looked at.
    void refuse(Database& database, const MailRequest& request, const std::string& problem);
    /// Called in the transaction in which a mail is sent or refused for good.
    using Ended = std::function<void(Database&, OrganizerId, MailId)>;
    void whenEnded(Ended ended) { m_ended = std::move(ended); }
    /// For the runner of this server.
    JobKind job();

    /// How the list of bounces has an address: a hash, whatever its case.
    static Bytes bounceKey(OrganizerId organizer, std::string_view address);

private:
    MailDesk(MailOptions options, Seal seal, Open open, const Clock& clock, Random& random);
    JobOutcome send(Database& database, const Job& job);
    JobOutcome outcomeOf(const Job& job, const MailFate& fate, const std::string& to) const;
    void end(Database& database, const Mail& mail) const;
    std::unique_ptr<SmtpCourier> courier();
    void giveBack(std::unique_ptr<SmtpCourier> courier);

    MailOptions m_options;
    Seal m_seal;
    Open m_open;
    const Clock& m_clock;
    Random& m_random;
    Ended m_ended;
    MailPace m_pace;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<SmtpCourier>> m_couriers; ///< that nobody uses now
};

} // namespace foyer::server
