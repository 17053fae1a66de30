// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/mail/mail_template.h"
#include "core/domain/mail/mail_words.h"
#include "core/domain/pictures/house_style.h"

#include <string>
#include <string_view>
#include <vector>

namespace foyer {

/// The languages that Foyer itself writes mails in.
std::vector<std::string> mailLanguages();
/// Of these the one for somebody who reads this language: "de" for "de-AT"; English for all others.
std::string mailLanguageFor(const std::string& language);
/// What Foyer writes in a language; English where it has no such.
MailTexts builtInMail(MailKind kind, const std::string& language);

/// The same of what Foyer writes to staff, by its name: "notices".
MailTexts builtInMailNamed(std::string_view name, const std::string& language);

/// What an organizer's template and Foyer's own give together. An own text without an own page
/// makes the page, too: html is empty then.
MailTexts mailFormsOf(MailKind kind, const std::string& language, const MailTemplate* own);

/// What stands above the text of a mail's page.
struct MailHead {
    std::string organizer;
    HouseStyle style;        ///< without a logo and a colour of the house there is no head
    std::string logoAddress; ///< "cid:…" of what is sent along; empty: no logo is shown
};

/// A mail as it is read: its forms filled in, the page around it. The logo stands on white, as on
/// paper, and the name in a bar of the house's colour, in what can be read there.
MailTexts writtenMail(const MailTexts& forms, const MailWords& words, const std::string& language,
                      const MailHead& head = {});

/// For MailHead::logoAddress where nothing is sent along: the picture itself (RFC 2397).
std::string logoInPage(const HouseLogo& logo);

/// The names filled in with what might be an order, for a preview.
MailWords sampleMailWords(const std::string& organizer, const std::string& language);

/// How dates and amounts are written for readers of a language: LocalText's name of it.
std::string localeFor(const std::string& language);

/// A text of several lines in one, for addresses.
std::string inOneLine(const std::string& lines);

} // namespace foyer
