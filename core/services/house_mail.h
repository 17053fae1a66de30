// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/mail/mail_template.h"

#include <optional>
#include <string>
#include <vector>

namespace foyer {

class Counter;
class Database;

/// What a house writes to its customers. Counters say what is to be written and how; the server
/// writes and sends it, as soon as it hears of that.

/// All that the organizer says otherwise than Foyer. Needs Permission::EditCatalogue.
Result<std::vector<MailTemplate>> mailTemplates(Counter& counter);
/// Says a mail of a kind and language otherwise; what is nothing stays, or becomes, Foyer's own.
/// Needs Permission::EditCatalogue. Errors of checkMailTemplate(), bad_language, text_missing (a
/// page without its text: not everybody sees pages).
Result<void> setMailTemplate(Counter& counter, const MailTemplate& mail);

/// Whether a template can be saved, by itself. Errors of setMailTemplate().
Result<void> checkTemplate(const MailTemplate& mail);

/// Needs Permission::EditCatalogue.
Result<MailSettings> mailSettings(Counter& counter);
/// Needs Permission::EditCatalogue. Errors: bad_email (of replyTo), bad_language, bad_name.
Result<void> setMailSettings(Counter& counter, const MailSettings& settings);

/// Has a receipt or the confirmation of an order mailed to its customer. Needs Permission::Reprint.
/// Refuses with unknown_order, no_customer (there is nobody to write to), bad_mail_kind.
Result<void> askForMail(Counter& counter, OrderId order, MailKind what);
/// Writes to everybody who has tickets of a performance, but to those who want no bulletins. Needs
/// Permission::EditCatalogue. Refuses with unknown_performance, text_missing, text_too_long.
Result<void> askForBulletin(Counter& counter, PerformanceId performance, const std::string& subject,
                            const std::string& text);

/// Reads for a server, which asks nobody. Throw StorageFailure.
MailSettings readMailSettings(Database& database, OrganizerId organizer);
std::optional<MailTemplate> readMailTemplate(Database& database, OrganizerId organizer,
                                             MailKind kind, const std::string& language);

} // namespace foyer
