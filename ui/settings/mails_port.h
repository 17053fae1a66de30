// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/mail/mail_template.h"

#include <functional>
#include <string>
#include <vector>

namespace foyer::ui {

/// Which mails are sent, and what the organizer says otherwise in them.
struct MailsShown {
    MailSettings settings;
    std::vector<MailTemplate> own;
    std::vector<std::string> languages; ///< that Foyer itself writes in
};

/// A mail as it is written, and as it would be read, of an invented order.
struct MailLook {
    MailTexts forms;
    MailTexts read;
};

/// The mails page's only way to the counter. Every function returns at once; the answer is
/// delivered later on the window's thread, exactly once.
class MailsPort {
public:
    template <typename T>
    using Then = std::function<void(Result<T>)>;

    virtual ~MailsPort() = default;

    virtual void mails(Then<MailsShown> then) = 0;
    /// How a mail looks, whether it was saved or not. Errors: those of saving it.
    virtual void look(const MailTemplate& mail, Then<MailLook> then) = 0;
    virtual void save(const MailTemplate& mail, Then<bool> then) = 0;
    virtual void saveSettings(const MailSettings& settings, Then<bool> then) = 0;

protected:
    MailsPort() = default;
    MailsPort(const MailsPort&) = default;
    MailsPort& operator=(const MailsPort&) = default;
};

} // namespace foyer::ui
