// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/mails_port.h"

#include <algorithm>
#include <optional>

namespace foyer::test {

/// Mails in memory; what stands in braces is not understood.
class FakeMailsPort final : public ui::MailsPort {
public:
    ui::MailsShown shown{{}, {}, {"en", "de"}};
    std::optional<Error> settingsRefused;

    void mails(Then<ui::MailsShown> then) override { then(shown); }
    void look(const MailTemplate& mail, Then<ui::MailLook> then) override
    {
        const std::string subject = mail.subject.value_or("Foyer's " + mail.language);
        if (subject.find('{') != std::string::npos) {
            then(badInput("unknown_name", "Line 1: there is nothing called that here.",
                          "subject:1"));
            return;
        }
        const MailTexts forms{subject, mail.text.value_or("text of " + mail.language),
                              mail.html.value_or("<p>page of " + mail.language + "</p>")};
        then(ui::MailLook{forms, {"read " + forms.subject, forms.text, forms.html}});
    }
    void save(const MailTemplate& mail, Then<bool> then) override
    {
        std::erase_if(shown.own, [&](const MailTemplate& each) {
            return each.kind == mail.kind && each.language == mail.language;
        });
        if (!mail.isEmpty()) {
            shown.own.push_back(mail);
        }
        then(true);
    }
    void saveSettings(const MailSettings& settings, Then<bool> then) override
    {
        if (settingsRefused) {
            then(*settingsRefused);
            return;
        }
        shown.settings = settings;
        then(true);
    }
};

} // namespace foyer::test
