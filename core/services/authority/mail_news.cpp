// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/authority/mail_news.h"

#include "core/domain/mail/mail_entries.h"
#include "core/storage/mail_store.h"

namespace foyer {

void tellEndedMails(Authority& authority, FeedBatch& batch, std::int64_t limit)
{
    const OrganizerId us = authority.organizer();
    const auto mails = readUntoldMails(authority.database(), us, limit);
    if (mails.empty()) {
        return;
    }
    Journal::Act act{authority.journal(), Permit::ofProgram(), batch};
    for (const Mail& mail : mails) {
        if (mail.order && noteMailTold(authority.database(), us, mail.id)) {
            act.append(kind::kMailEnded,
                       encode(MailEnded{mail.id.uuid, *mail.order, mail.what,
                                        mail.state == MailState::Sent, mail.problem}));
        }
    }
    act.commit();
}

} // namespace foyer
