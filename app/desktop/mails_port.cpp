// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/mails_port.h"

#include "app/desktop/store_thread.h"
#include "core/documents/mail/mail_writing.h"
#include "core/services/branding.h"
#include "core/services/counter.h"
#include "core/services/house_mail.h"
#include "core/services/offer_cache.h"

#include <utility>

namespace foyer::desktop {
namespace {

Result<bool> whetherDone(const Result<void>& done)
{
    return done ? Result<bool>{true} : done.error();
}

} // namespace

void CounterMailsPort::mails(Then<ui::MailsShown> then)
{
    m_store.ask<ui::MailsShown>(
        [](Counter& counter) -> Result<ui::MailsShown> {
            auto settings = mailSettings(counter);
            if (!settings) {
                return std::move(settings).error();
            }
            auto own = mailTemplates(counter);
            if (!own) {
                return std::move(own).error();
            }
            return ui::MailsShown{*std::move(settings), *std::move(own), mailLanguages()};
        },
        std::move(then));
}

void CounterMailsPort::look(const MailTemplate& mail, Then<ui::MailLook> then)
{
    m_store.ask<ui::MailLook>(
        [mail](Counter& counter) -> Result<ui::MailLook> {
            if (auto sound = checkTemplate(mail); !sound) {
                return std::move(sound).error();
            }
            const auto& house = counter.offers().organizer();
            ui::MailLook look{mailFormsOf(mail.kind, mail.language, &mail), {}};
            const std::string name = house ? house->name : "";
            MailHead head{name, houseStyle(counter), {}};
            head.logoAddress = head.style.logo ? logoInPage(*head.style.logo) : "";
            look.read =
                writtenMail(look.forms, sampleMailWords(name, mail.language), mail.language, head);
            return look;
        },
        std::move(then));
}

void CounterMailsPort::save(const MailTemplate& mail, Then<bool> then)
{
    m_store.ask<bool>([mail](
                          Counter& counter) { return whetherDone(setMailTemplate(counter, mail)); },
                      std::move(then));
}

void CounterMailsPort::saveSettings(const MailSettings& settings, Then<bool> then)
{
    m_store.ask<bool>(
        [settings](Counter& counter) { return whetherDone(setMailSettings(counter, settings)); },
        std::move(then));
}

} // namespace foyer::desktop
