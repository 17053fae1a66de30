// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/notices/notice_choice.h"
#include "core/services/notice_watch.h"
#include "sync/server/feed/authority_desk.h"
#include "sync/server/jobs/job_runner.h"
#include "sync/server/mail/mail_desk.h"
#include "sync/server/observe/server_log.h"

#include <string>
#include <vector>

namespace foyer::server {

/// What notices need of the rest of the server. Outlives whoever is given it.
struct NoticeParts {
    AuthorityDesk& desk;
    MailDesk* mail;   ///< null: this server sends none
    std::string from; ///< the house's own address, that all mail comes from
    ServerLog& log;
    const Clock& clock;
    Random& random;
};

/// Somebody who is to be told by mail.
struct NoticeReader {
    UserId user;
    std::string name;
    PermissionSet permissions;
    NoticeChoice choice;

    /// Whether they want a mail about such a thing, and their role may know of it.
    bool wants(NoticeKind kind) const
    {
        return has(choice.mail, kind) && mayKnow(kind, permissions);
    }
};

/// Looks once a minute what staff has to know, for every organizer, says it in the journal, and
/// writes one mail to each person who wants one, with all that this look has raised for them. Safe
/// from any thread.
class NoticeDesk {
public:
    static constexpr const char* kWatchJob = "notice_watch";
    static constexpr const char* kMailJob = "notice_mail";

    explicit NoticeDesk(const NoticeParts& parts);

    /// For the runner of this server.
    JobKind watchJob();
    JobKind mailJob();
    /// That it is looked, from now on; by one process at a time, however many there are. Throws
    /// StorageFailure.
    void begin(Database& database) const;

private:
    JobOutcome watch(Database& database);
    JobOutcome write(Database& database, const Job& job) const;
    void lookAt(Database& database, OrganizerId organizer);
    void askForMails(Database& database, OrganizerId organizer,
                     const std::vector<NoticeId>& raised) const;

    NoticeParts m_parts;
    ServerView m_view;
};

/// Who wants mails, of those who may still work here; in a house without users, whoever does.
/// Throws StorageFailure.
std::vector<NoticeReader> noticeReaders(Database& database, OrganizerId organizer);

} // namespace foyer::server
