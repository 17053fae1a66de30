// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/catalogue/entity.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace foyer {

/// What a house writes to its customers for.
enum class MailKind : std::uint8_t {
    Confirmation, ///< an order was placed and paid: with its tickets
    Refund,       ///< money was given back
    Changed,      ///< a performance is at another time
    Cancelled,    ///< a performance does not take place
    Reminder,     ///< it is tomorrow
    Receipt,      ///< asked for by somebody
    Bulletin,     ///< what the organizer writes to the buyers of a performance
    Postponed,    ///< a performance does not take place yet: its new time is not known
};
/// "confirmation" …: the stable name in entries and on the command line.
std::string_view mailKindName(MailKind kind);
std::optional<MailKind> mailKindNamed(std::string_view name);
std::span<const MailKind> allMailKinds();
/// Whether it is sent by itself when something happens, rather than asked for.
bool isSentByItself(MailKind kind);

/// The three texts of a mail, as templates or as they are read.
struct MailTexts {
    std::string subject;
    std::string text;
    std::string html; ///< what stands in the page; the page itself is Foyer's
    friend bool operator==(const MailTexts&, const MailTexts&) = default;
};

/// What an organizer says otherwise than Foyer in mails of a kind and language.
struct MailTemplate {
    MailKind kind = MailKind::Confirmation;
    std::string language;               ///< "de", "en-GB"
    std::optional<std::string> subject; ///< nothing: Foyer's own
    std::optional<std::string> text;
    std::optional<std::string> html;
    friend bool operator==(const MailTemplate&, const MailTemplate&) = default;

    bool isEmpty() const { return !subject && !text && !html; }
};

/// Which mails an organizer has sent, and how they look from outside.
struct MailSettings {
    std::map<MailKind, bool> sends; ///< of those that are sent by themselves
    std::string senderName;         ///< empty: the organizer's name
    std::string replyTo;            ///< empty: mails are answered by nobody
    std::string language;           ///< of customers who have none; empty: English
    friend bool operator==(const MailSettings&, const MailSettings&) = default;

    /// Confirmations and refunds are, unless somebody says no; all others only if somebody says so.
    bool isSent(MailKind kind) const;
};

/// The form of a language's name in templates, settings and customers: "de", "pt-BR".
bool isLanguage(std::string_view text);
/// The same on every replica, so that edits of one template meet.
Uuid mailTemplateId(MailKind kind, std::string_view language);

/// As edits of their entity, and back; see catalogue_fields.h.
EntityEdited editOf(const MailTemplate& mail);
std::optional<MailTemplate> mailTemplateFrom(const Entity& entity);
EntityEdited editOf(OrganizerId organizer, const MailSettings& settings);
MailSettings mailSettingsFrom(const Entity& entity);

} // namespace foyer
