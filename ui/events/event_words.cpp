// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/events/event_words.h"

#include "ui/common/formatting.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

#include <array>
#include <unordered_map>

namespace foyer::ui {
namespace {

QString sayOfEvents(const char* words, int count = -1)
{
    return QCoreApplication::translate("Events", words, nullptr, count);
}

/// The points of the check list with their facts as %1, %2 … Marked for translation.
const char* pointSentence(const std::string& code)
{
    static const std::unordered_map<std::string, const char*> kSentences{
        {"no_venue", QT_TRANSLATE_NOOP("Events", "Choose where it takes place.")},
        {"no_address",
         QT_TRANSLATE_NOOP("Events", "%1 has no address. Customers will look for it.")},
        {"no_date", QT_TRANSLATE_NOOP("Events", "Add a date that is still to come.")},
        {"sale_over",
         QT_TRANSLATE_NOOP("Events", "The sale of %1 is over already. Change its end.")},
        {"date_past", QT_TRANSLATE_NOOP("Events", "%1 is over. Cancel it, or move it.")},
        {"other_zone", QT_TRANSLATE_NOOP("Events", "%1 is in %2, and its venue in %3.")},
        {"sale_late", QT_TRANSLATE_NOOP("Events", "The sale of %1 begins after its start.")},
        {"no_type", QT_TRANSLATE_NOOP("Events", "Add a ticket type, such as Adult.")},
        {"no_tax", QT_TRANSLATE_NOOP("Events", "%1 has no tax. Say so only if none is owed.")},
        {"unknown_tax", QT_TRANSLATE_NOOP("Events", "The tax of %1 is not known. Choose another.")},
        {"type_over", QT_TRANSLATE_NOOP("Events", "The sale of %1 is over already.")},
        {"no_description",
         QT_TRANSLATE_NOOP("Events", "Nothing says what it is about. Customers read that first.")},
    };
    const auto found = kSentences.find(code);
    return found != kSentences.end() ? found->second : nullptr;
}

QTimeZone eventZone(const std::string& zone)
{
    const QTimeZone known{QByteArray::fromStdString(zone)};
    return known.isValid() ? known : QTimeZone::utc();
}

} // namespace

QString stageName(EventStage stage)
{
    static constexpr std::array<const char*, kEventStages> kNames{
        QT_TRANSLATE_NOOP("Events", "Details"),  QT_TRANSLATE_NOOP("Events", "Venue"),
        QT_TRANSLATE_NOOP("Events", "Dates"),    QT_TRANSLATE_NOOP("Events", "Prices"),
        QT_TRANSLATE_NOOP("Events", "Quotas"),   QT_TRANSLATE_NOOP("Events", "Texts"),
        QT_TRANSLATE_NOOP("Events", "Pictures"), QT_TRANSLATE_NOOP("Events", "Publish")};
    return sayOfEvents(kNames[static_cast<std::size_t>(stage)]);
}

QString eventStateText(EventState state, bool isSoldOut)
{
    switch (state) {
    case EventState::Draft:
        return sayOfEvents(QT_TRANSLATE_NOOP("Events", "Draft"));
    case EventState::Published:
        return isSoldOut ? sayOfEvents(QT_TRANSLATE_NOOP("Events", "Sold out"))
                         : sayOfEvents(QT_TRANSLATE_NOOP("Events", "On sale"));
    case EventState::Postponed:
        return sayOfEvents(QT_TRANSLATE_NOOP("Events", "Postponed"));
    case EventState::Cancelled:
        return sayOfEvents(QT_TRANSLATE_NOOP("Events", "Cancelled"));
    case EventState::Archived:
        break;
    }
    return sayOfEvents(QT_TRANSLATE_NOOP("Events", "Archived"));
}

QString pointText(const EventPoint& point)
{
    const char* sentence = pointSentence(point.code);
    if (sentence == nullptr) {
        return text(point.message);
    }
    QString said = sayOfEvents(sentence);
    for (const std::string& fact : point.facts) {
        if (said.contains(u'%')) {
            said = said.arg(isolated(text(fact)));
        }
    }
    return said;
}

QString dateName(const Performance& date)
{
    //: A day with its year in short, in the letters of QDate::toString()
    const QString format = sayOfEvents(QT_TRANSLATE_NOOP("Events", "ddd d MMM yyyy"));
    const QDateTime shown = shownClock(date.startsAt, date.timeZone);
    const QString name = QLocale{}.toString(shown.date(), format) + QStringLiteral(", ") +
        timeText(date.startsAt, date.timeZone);
    if (date.state == Performance::State::Cancelled) {
        return sayOfEvents(QT_TRANSLATE_NOOP("Events", "%1 · cancelled")).arg(name);
    }
    return date.state == Performance::State::Postponed
        ? sayOfEvents(QT_TRANSLATE_NOOP("Events", "%1 · postponed")).arg(name)
        : name;
}

QString effectText(const EventEffect& effect)
{
    QStringList said;
    if (effect.tickets > 0) {
        said << sayOfEvents(QT_TRANSLATE_N_NOOP("Events", "%n ticket(s) worth %1 are sold."),
                            static_cast<int>(effect.tickets))
                    .arg(moneyText(effect.worth));
    } else {
        said << sayOfEvents(QT_TRANSLATE_NOOP("Events", "No ticket is sold."));
    }
    if (effect.held > 0) {
        said << sayOfEvents(QT_TRANSLATE_N_NOOP("Events", "%n place(s) are held or reserved."),
                            static_cast<int>(effect.held));
    }
    if (effect.customers > 0) {
        said << sayOfEvents(QT_TRANSLATE_N_NOOP("Events",
                                                "%n customer(s) are known, %1 with a mail "
                                                "address."),
                            static_cast<int>(effect.customers))
                    .arg(effect.withMail);
    }
    if (effect.unnamed > 0) {
        said << sayOfEvents(QT_TRANSLATE_N_NOOP("Events",
                                                "%n order(s) name nobody who could be told."),
                            static_cast<int>(effect.unnamed));
    }
    if (effect.beyond > 0) {
        said << sayOfEvents(
            QT_TRANSLATE_N_NOOP("Events",
                                "%n of them are beyond the new limit: the conflict desk "
                                "will show it."),
            static_cast<int>(effect.beyond));
    }
    return said.join(u' ');
}

QDateTime shownClock(Instant instant, const std::string& zone)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(instant.ms, eventZone(zone));
    return {local.date(), QTime{local.time().hour(), local.time().minute()}, Qt::UTC};
}

Instant instantShown(const QDateTime& shown, const std::string& zone)
{
    return Instant{QDateTime{shown.date(), shown.time(), eventZone(zone)}.toMSecsSinceEpoch()};
}

std::string clockWords(const QDateTime& shown)
{
    return shown.toString(QStringLiteral("yyyy-MM-dd HH:mm")).toStdString();
}

std::int64_t shareIn(const QString& words)
{
    QString typed = words.trimmed();
    typed.remove(u'%');
    // Three decimals, as a share has.
    const auto amount = parseMoney(typed.trimmed().toStdString(), *Currency::fromCode("KWD"));
    return amount ? amount->minor() : -1;
}

QString shareText(std::int64_t milliPercent)
{
    constexpr double kMilli = 1'000;
    return QLocale{}.toString(static_cast<double>(milliPercent) / kMilli, 'g', 6);
}

QString taxText(const Tax& tax)
{
    return QStringLiteral("%1 · %2 %")
        .arg(isolated(text(tax.name)), shareText(tax.rateMilliPercent));
}

} // namespace foyer::ui
