// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/mails_words.h"

#include "ui/common/formatting.h"

#include <QCoreApplication>
#include <QLocale>

namespace foyer::ui {

QString mailKindText(MailKind kind)
{
    switch (kind) {
    case MailKind::Confirmation:
        return QCoreApplication::translate("Mails", "Tickets after an order");
    case MailKind::Refund:
        return QCoreApplication::translate("Mails", "Money given back");
    case MailKind::Changed:
        return QCoreApplication::translate("Mails", "Another time");
    case MailKind::Postponed:
        return QCoreApplication::translate("Mails", "Postponed, without a new time yet");
    case MailKind::Cancelled:
        return QCoreApplication::translate("Mails", "Cancelled");
    case MailKind::Reminder:
        return QCoreApplication::translate("Mails", "Reminder the day before");
    case MailKind::Receipt:
        return QCoreApplication::translate("Mails", "Receipt");
    case MailKind::Bulletin:
        break;
    }
    return QCoreApplication::translate("Mails", "News to the buyers");
}

QString mailLanguageText(const std::string& language)
{
    const QLocale locale{text(language)};
    if (language == "en") {
        return QStringLiteral("English"); // Qt means a country's, and says which
    }
    return locale.language() == QLocale::C ? text(language) : locale.nativeLanguageName();
}

QString mailTemplateFault(const Error& error)
{
    const QString line = text(error.where).section(QLatin1Char{':'}, 1);
    if (error.code == "unknown_name") {
        return QCoreApplication::translate(
                   "Mails", "Line %1 names something that there is not. Look for a typing mistake.")
            .arg(line);
    }
    return line.isEmpty()
        ? QCoreApplication::translate(
              "Mails", "This cannot be read as a template: a section is not ended, perhaps.")
        : QCoreApplication::translate(
              "Mails",
              "Line %1 cannot be read. Write only {{name}}, {{#name}} … {{/name}} and "
              "{{^name}} … {{/name}}.")
              .arg(line);
}

} // namespace foyer::ui
