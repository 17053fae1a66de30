// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/house_mail.h"

#include "core/domain/customers/customer.h"
#include "core/domain/mail/mail_entries.h"
#include "core/domain/mail/mail_words.h"
#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/guarded.h"
#include "core/storage/catalogue_edits.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/order_store.h"

#include <algorithm>
#include <functional>

namespace foyer {
namespace {

constexpr std::size_t kNameMax = 200;
constexpr std::size_t kBulletinMax = std::size_t{16} * 1024;

bool isBlank(const std::string& text)
{
    return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

Error badLanguage()
{
    return badInput("bad_language", "Say a language by its short name, as in de or en-GB.",
                    "language");
}

Result<void> checkForm(const std::optional<std::string>& text, const char* field)
{
    return text ? checkMailTemplate(*text, field) : Result<void>{};
}

/// By a permit that the verb has already: a colleague's yes is good for one.
Result<void> keep(Counter& counter, const Permit& permit,
                  const std::function<void(Journal::Act&)>& entry)
{
    if (counter.entriesMissing() > 0) {
        return databaseBehind(counter);
    }
    Journal::Act act{counter.journal(), permit};
    entry(act);
    act.commit();
    counter.noteHead();
    return {};
}

Result<void> keepMails(Counter& counter, const Permit& permit, const char* kind,
                       EntityEdited edited)
{
    return keep(counter, permit, [&](Journal::Act& act) {
        appendEdit(act, counter.database(), counter.organizer(), kind, std::move(edited));
    });
}

} // namespace

Result<void> checkTemplate(const MailTemplate& mail)
{
    if (!isLanguage(mail.language)) {
        return badLanguage();
    }
    for (const auto& [text, field] :
         {std::pair{&mail.subject, "subject"}, std::pair{&mail.text, "text"},
          std::pair{&mail.html, "html"}}) {
        if (auto fine = checkForm(*text, field); !fine) {
            return fine;
        }
    }
    if (mail.subject && mail.subject->find('\n') != std::string::npos) {
        return badInput("bad_template", "A subject is one line.", "subject");
    }
    if (mail.html && !mail.text) {
        return badInput("text_missing",
                        "Not everybody sees pages. Say the same as plain text, too.", "text");
    }
    return {};
}

Result<std::vector<MailTemplate>> mailTemplates(Counter& counter)
{
    return guarded([&]() -> Result<std::vector<MailTemplate>> {
        if (auto may = counter.access().require(Permission::EditCatalogue); !may) {
            return std::move(may).error();
        }
        std::vector<MailTemplate> found;
        readEntities(counter.database(), counter.organizer(), "mail_template",
                     [&](const Uuid&, const Entity& entity) {
                         if (auto mail = mailTemplateFrom(entity); mail && !mail->isEmpty()) {
                             found.push_back(*std::move(mail));
                         }
                     });
        std::ranges::sort(found, {}, [](const MailTemplate& mail) {
            return std::pair{mail.kind, mail.language};
        });
        return found;
    });
}

Result<void> setMailTemplate(Counter& counter, const MailTemplate& mail)
{
    return guarded([&]() -> Result<void> {
        const auto permit = counter.access().permit(Permission::EditCatalogue);
        if (!permit) {
            return permit.error();
        }
        if (auto sound = checkTemplate(mail); !sound) {
            return sound;
        }
        return keepMails(counter, *permit, kind::kMailTemplateEdited, editOf(mail));
    });
}

Result<MailSettings> mailSettings(Counter& counter)
{
    return guarded([&]() -> Result<MailSettings> {
        if (auto may = counter.access().require(Permission::EditCatalogue); !may) {
            return std::move(may).error();
        }
        return readMailSettings(counter.database(), counter.organizer());
    });
}

Result<void> setMailSettings(Counter& counter, const MailSettings& settings)
{
    return guarded([&]() -> Result<void> {
        const auto permit = counter.access().permit(Permission::EditCatalogue);
        if (!permit) {
            return permit.error();
        }
        if (settings.senderName.size() > kNameMax) {
            return badInput("bad_name", "A sender's name has at most 200 characters.",
                            "sender_name");
        }
        if (!settings.language.empty() && !isLanguage(settings.language)) {
            return badLanguage();
        }
        if (auto sound = checkDetails({{}, settings.replyTo, {}, {}}); !sound) {
            return sound;
        }
        return keepMails(counter, *permit, kind::kMailSettingsEdited,
                         editOf(counter.organizer(), settings));
    });
}

Result<void> askForMail(Counter& counter, OrderId order, MailKind what)
{
    return guarded([&]() -> Result<void> {
        const auto permit = counter.access().permit(Permission::Reprint);
        if (!permit) {
            return permit.error();
        }
        if (what != MailKind::Receipt && what != MailKind::Confirmation) {
            return badInput("bad_mail_kind", "Ask for the receipt or for the confirmation.",
                            "what");
        }
        const auto known = readOrder(counter.database(), counter.organizer(), order);
        if (!known) {
            return refused("unknown_order", "This order is not known here. Search for it again.",
                           "order");
        }
        if (!known->customer) {
            return refused("no_customer",
                           "This order has no customer to write to. Give it one with an e-mail "
                           "address first.",
                           "order");
        }
        return keep(counter, *permit, [&](Journal::Act& act) {
            act.append(kind::kMailAsked, encode(MailAsked{order, what}));
        });
    });
}

Result<void> askForBulletin(Counter& counter, PerformanceId performance, const std::string& subject,
                            const std::string& text)
{
    return guarded([&]() -> Result<void> {
        const auto permit = counter.access().permit(Permission::EditCatalogue);
        if (!permit) {
            return permit.error();
        }
        if (!readEntity(counter.database(), counter.organizer(), "performance", performance.uuid)) {
            return refused("unknown_performance", "This performance is not known here.",
                           "performance");
        }
        if (isBlank(subject) || isBlank(text)) {
            return badInput("text_missing", "Say what the mail is about, and what it says.",
                            isBlank(subject) ? "subject" : "text");
        }
        if (subject.size() > kNameMax || text.size() > kBulletinMax) {
            return badInput("text_too_long",
                            "A subject has at most 200 characters, and a text 16 KB.",
                            subject.size() > kNameMax ? "subject" : "text");
        }
        const Uuid id = Uuid::v7(counter.clock().now(), counter.random());
        return keep(counter, *permit, [&](Journal::Act& act) {
            act.append(kind::kBulletinAsked, encode(BulletinAsked{id, performance, subject, text}));
        });
    });
}

MailSettings readMailSettings(Database& database, OrganizerId organizer)
{
    const auto entity = readEntity(database, organizer, "mail_settings", organizer.uuid);
    return entity ? mailSettingsFrom(*entity) : MailSettings{};
}

std::optional<MailTemplate> readMailTemplate(Database& database, OrganizerId organizer,
                                             MailKind kind, const std::string& language)
{
    const auto entity =
        readEntity(database, organizer, "mail_template", mailTemplateId(kind, language));
    return entity ? mailTemplateFrom(*entity) : std::nullopt;
}

} // namespace foyer
