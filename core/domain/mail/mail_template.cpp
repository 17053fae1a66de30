// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/mail/mail_template.h"

#include <algorithm>
#include <array>
#include <utility>

namespace foyer {
namespace {

/// As people read them; their numbers go into ids, so a new kind is the last of the enumeration.
constexpr std::array<MailKind, 8> kKinds{MailKind::Confirmation, MailKind::Refund,
                                         MailKind::Changed,      MailKind::Postponed,
                                         MailKind::Cancelled,    MailKind::Reminder,
                                         MailKind::Receipt,      MailKind::Bulletin};
/// By number.
constexpr std::array<std::string_view, 8> kNames{"confirmation", "refund",   "changed",
                                                 "cancelled",    "reminder", "receipt",
                                                 "bulletin",     "postponed"};
constexpr std::size_t kLanguageMax = 11; // as many as an id has room for

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

FieldValue given(const std::optional<std::string>& text)
{
    return text ? FieldValue{*text} : FieldValue{};
}

std::optional<std::string> textIn(const Entity& entity, const std::string& name)
{
    return entity.has(name) ? std::optional{entity.text(name)} : std::nullopt;
}

std::string sendsField(MailKind kind)
{
    return "sends_" + std::string{mailKindName(kind)};
}

} // namespace

std::string_view mailKindName(MailKind kind)
{
    return kNames.at(static_cast<std::size_t>(kind));
}

std::optional<MailKind> mailKindNamed(std::string_view name)
{
    const auto* found = std::ranges::find(kNames, name);
    return found != kNames.end() ? std::optional{static_cast<MailKind>(found - kNames.begin())}
                                 : std::nullopt;
}

std::span<const MailKind> allMailKinds()
{
    return kKinds;
}

bool isSentByItself(MailKind kind)
{
    return kind != MailKind::Receipt && kind != MailKind::Bulletin;
}

bool MailSettings::isSent(MailKind kind) const
{
    const auto said = sends.find(kind);
    return said != sends.end() ? said->second
                               : kind == MailKind::Confirmation || kind == MailKind::Refund;
}

bool isLanguage(std::string_view text)
{
    const std::string_view first = text.substr(0, text.find('-'));
    return text.size() <= kLanguageMax && (first.size() == 2 || first.size() == 3) &&
        std::ranges::all_of(first, [](char c) { return c >= 'a' && c <= 'z'; }) &&
        text.back() != '-' && text.find("--") == std::string_view::npos &&
        std::ranges::all_of(text, [](char c) {
               return isLetter(c) || (c >= '0' && c <= '9') || c == '-';
           });
}

Uuid mailTemplateId(MailKind kind, std::string_view language)
{
    Uuid::Bytes bytes{'m', 'a', 'i', 'l', static_cast<std::uint8_t>(kind)};
    // Bytes 6 and 8 hold what makes it a UUID (RFC 9562 §5.8), so letters go around them.
    constexpr std::array<std::size_t, 11> kPlaces{5, 7, 9, 10, 11, 12, 13, 14, 15, 3, 2};
    for (std::size_t i = 0; i < std::min(language.size(), kPlaces.size()); ++i) {
        bytes.at(kPlaces.at(i)) = static_cast<std::uint8_t>(language[i]);
    }
    return Uuid::v8(bytes);
}

EntityEdited editOf(const MailTemplate& mail)
{
    return {mailTemplateId(mail.kind, mail.language),
            {{"mail", std::string{mailKindName(mail.kind)}},
             {"language", mail.language},
             {"subject", given(mail.subject)},
             {"text", given(mail.text)},
             {"html", given(mail.html)}},
            // Others know its id before they hear of it.
            std::map<std::string, FieldStamp>{}};
}

std::optional<MailTemplate> mailTemplateFrom(const Entity& entity)
{
    const auto kind = mailKindNamed(entity.text("mail"));
    if (!kind) {
        return std::nullopt;
    }
    return MailTemplate{*kind, entity.text("language"), textIn(entity, "subject"),
                        textIn(entity, "text"), textIn(entity, "html")};
}

EntityEdited editOf(OrganizerId organizer, const MailSettings& settings)
{
    EntityEdited edit{organizer.uuid,
                      {{"sender_name", settings.senderName},
                       {"reply_to", settings.replyTo},
                       {"language", settings.language}},
                      std::map<std::string, FieldStamp>{}};
    for (const auto& [kind, sends] : settings.sends) {
        edit.fields[sendsField(kind)] = sends;
    }
    return edit;
}

MailSettings mailSettingsFrom(const Entity& entity)
{
    MailSettings settings;
    for (const MailKind kind : kKinds) {
        if (entity.has(sendsField(kind))) {
            settings.sends[kind] = entity.flag(sendsField(kind));
        }
    }
    settings.senderName = entity.text("sender_name");
    settings.replyTo = entity.text("reply_to");
    settings.language = entity.text("language");
    return settings;
}

} // namespace foyer
