// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/feed/authority_desk.h"
#include "sync/server/jobs/job_runner.h"
#include "sync/server/letters/letter_writer.h"

namespace foyer::server {

/// Writes the letters that facts ask for (see followWithLetters), hands them to the MailDesk, and
/// says in the journal what became of them. All of it is done by jobs.
class LetterDesk {
public:
    LetterDesk(const LetterParts& parts, AuthorityDesk& desk);

    /// The kinds of its jobs; and from now on what becomes of the MailDesk's mails is told.
    void addTo(JobRunner& jobs);
    /// That reminders are looked for, each hour. Throws StorageFailure.
    void scheduleReminders(Database& database) const;

private:
    JobOutcome write(Database& database, const Job& job) const;
    JobOutcome writeTo(Database& database, const Identity& identity, const LetterAsked& asked,
                       const Order& order) const;
    JobOutcome goRound(Database& database, const Job& job) const;
    JobOutcome copy(Database& database, const Job& job) const;
    JobOutcome withdraw(Database& database, const Job& job) const;
    JobOutcome remind(Database& database) const;
    JobOutcome tell(Database& database, const Job& job) const;
    std::function<void(Database&)> posting(const MailRequest& request) const;

    const LetterParts& m_parts;
    AuthorityDesk& m_desk;
};

} // namespace foyer::server
