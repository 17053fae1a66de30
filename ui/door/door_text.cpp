// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/door/door_text.h"

#include "ui/common/formatting.h"

#include <QCoreApplication>
#include <QHash>

namespace foyer::ui {
namespace {

QString tr(const char* words)
{
    return QCoreApplication::translate("Door", words);
}

const QHash<QString, const char*>& sentences()
{
    static const QHash<QString, const char*> kSentences{
        {QStringLiteral("checked_out"),
         QT_TRANSLATE_NOOP("Door", "Checked out. A gate with re-entry lets this ticket in again.")},
        {QStringLiteral("already_used"),
         QT_TRANSLATE_NOOP("Door", "This ticket was used already.")},
        {QStringLiteral("not_inside"),
         QT_TRANSLATE_NOOP("Door", "This ticket is not inside. There is nothing to check out.")},
        {QStringLiteral("void"),
         QT_TRANSLATE_NOOP("Door", "This ticket was voided and is not valid any more.")},
        {QStringLiteral("wrong_performance"),
         QT_TRANSLATE_NOOP("Door",
                           "This ticket is for another performance. Check date and name on it.")},
        {QStringLiteral("gate_not_open"),
         QT_TRANSLATE_NOOP("Door", "This gate is not open for it yet. Ask to wait.")},
        {QStringLiteral("gate_closed"),
         QT_TRANSLATE_NOOP("Door",
                           "This gate is closed by now. Ask who decides about latecomers.")},
        {QStringLiteral("malformed"),
         QT_TRANSLATE_NOOP("Door",
                           "This is not a ticket of ours. Scan the whole QR code again, or "
                           "search for the guest.")},
        {QStringLiteral("forged"),
         QT_TRANSLATE_NOOP("Door", "The signature is wrong: this is not a genuine ticket.")},
        {QStringLiteral("unknown_counter"),
         QT_TRANSLATE_NOOP("Door",
                           "Signed by a counter that is not known here. Ask for the order "
                           "and decide.")},
        {QStringLiteral("counter_revoked"),
         QT_TRANSLATE_NOOP("Door",
                           "Signed by a counter that was shut out, and nobody has heard of its "
                           "sale. Ask for the order and decide.")},
        {QStringLiteral("certificate_invalid"),
         QT_TRANSLATE_NOOP("Door", "The counter that signed this ticket is not one of ours.")},
        {QStringLiteral("certificate_not_yet_valid"),
         QT_TRANSLATE_NOOP("Door",
                           "By this clock the counter that signed it does not exist yet. Check "
                           "date and time of this computer.")},
        {QStringLiteral("certificate_expired"),
         QT_TRANSLATE_NOOP("Door",
                           "The certificate of the counter that signed it has expired. Renew it, "
                           "then scan again.")},
        {QStringLiteral("wrong_gate"),
         QT_TRANSLATE_NOOP("Door", "This ticket is not for this gate.")},
        {QStringLiteral("too_early"),
         QT_TRANSLATE_NOOP("Door", "This ticket is not valid yet. Check the date on it.")},
        {QStringLiteral("expired"),
         QT_TRANSLATE_NOOP("Door", "This ticket was for an earlier date.")}};
    return kSentences;
}

} // namespace

QString doorWord(const DoorAnswer& answer)
{
    switch (answer.colour) {
    case DoorAnswer::Colour::Green:
        if (answer.outcome == "checked_out") {
            return QCoreApplication::translate("Door", "See you soon");
        }
        return answer.reentry ? QCoreApplication::translate("Door", "Welcome back")
                              : QCoreApplication::translate("Door", "Come in");
    case DoorAnswer::Colour::Amber:
        return QCoreApplication::translate("Door", "Ask");
    case DoorAnswer::Colour::Red:
        break;
    }
    return QCoreApplication::translate("Door", "Stop");
}

QString doorSentence(const DoorAnswer& answer)
{
    if (answer.outcome == "admitted") {
        return answer.place.empty()
            ? QCoreApplication::translate("Door",
                                          "Genuine. Its sale has not been heard of here yet.")
            : isolated(text(answer.typeName)) + QStringLiteral(" · ") +
                isolated(text(answer.place));
    }
    if (answer.outcome == "wrong_gate" && !answer.rightGate.empty()) {
        return QCoreApplication::translate("Door", "This ticket is for gate %1.")
            .arg(isolated(text(answer.rightGate)));
    }
    const auto known = sentences().find(text(answer.outcome));
    return known != sentences().end() ? tr(*known) : text(answer.sentence);
}

QString doorDetail(const DoorAnswer& answer, const std::string& timeZone)
{
    if (answer.usedAt) {
        return QCoreApplication::translate("Door", "%1, gate %2")
            .arg(dayAndTimeText(*answer.usedAt, timeZone), isolated(text(answer.usedGate)));
    }
    if (answer.performance) {
        return isolated(text(answer.performance->event)) + QStringLiteral(" · ") +
            dayAndTimeText(answer.performance->startsAt, answer.performance->timeZone);
    }
    return {};
}

} // namespace foyer::ui
