// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/people/invitation_letter.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace foyer {
namespace {

/// Holds the words of the letter for translators.
struct InvitationWords {
    Q_DECLARE_TR_FUNCTIONS(InvitationLetter)
};

QString qt(const std::string& text)
{
    return QString::fromStdString(text);
}

/// What somebody does there; a role of the house's own has its own name.
QString taskOf(const std::string& role)
{
    static constexpr std::array<std::pair<const char*, const char*>, 5> kTasks{
        {{"clerk", QT_TRANSLATE_NOOP("InvitationLetter", "selling tickets")},
         {"supervisor", QT_TRANSLATE_NOOP("InvitationLetter", "leading the box office")},
         {"door", QT_TRANSLATE_NOOP("InvitationLetter", "scanning tickets at the door")},
         {"organizer", QT_TRANSLATE_NOOP("InvitationLetter", "organizing")},
         {"administrator", QT_TRANSLATE_NOOP("InvitationLetter", "leading the house")}}};
    const auto found =
        std::ranges::find_if(kTasks, [&](const auto& task) { return role == task.first; });
    return found != kTasks.end() ? InvitationWords::tr(found->second) : qt(role);
}

} // namespace

InvitationLetter invitationLetter(const Invited& invited)
{
    QStringList tasks;
    if (invited.role != "team") {
        tasks << InvitationWords::tr("- in the whole house: %1").arg(taskOf(invited.role));
    }
    for (const auto& [event, role] : invited.events) {
        tasks << QStringLiteral("- %1: %2").arg(qt(event), taskOf(role));
    }
    const QString text =
        InvitationWords::tr("Hello %1,\n\nyou are invited to help at %2:\n\n%3\n\nAt the counter "
                            "or the scanner, choose “%1” and enter your PIN or password. I will "
                            "tell you that in person; please change it once you are signed in.\n")
            .arg(qt(invited.name), qt(invited.house), tasks.join(QLatin1Char{'\n'}));
    return {InvitationWords::tr("Helping at %1").arg(qt(invited.house)).toStdString(),
            text.toStdString()};
}

} // namespace foyer
