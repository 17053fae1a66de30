// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/reports/report_words.h"

#include "core/calendar/local_days.h"
#include "core/documents/tickets/local_text.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>
#include <QString>
#include <QStringList>

#include <array>
#include <utility>

namespace foyer {
namespace {

/// Holds the words of these pages for translators.
struct ReportHeadWords {
    Q_DECLARE_TR_FUNCTIONS(ReportHeadWords)
};

constexpr std::array<std::pair<const char*, const char*>, 7> kPaymentWords{{
    {"cash", QT_TRANSLATE_NOOP("ReportHeadWords", "Cash")},
    {"card", QT_TRANSLATE_NOOP("ReportHeadWords", "Card")},
    {"gift", QT_TRANSLATE_NOOP("ReportHeadWords", "Gift card")},
    {"invoice", QT_TRANSLATE_NOOP("ReportHeadWords", "On account")},
    {"transfer", QT_TRANSLATE_NOOP("ReportHeadWords", "Transfer")},
    {"online", QT_TRANSLATE_NOOP("ReportHeadWords", "Online")},
    {"reader", QT_TRANSLATE_NOOP("ReportHeadWords", "Card reader")},
}};

QString methodWords(const QString& method)
{
    for (const auto& [name, words] : kPaymentWords) {
        if (method == QLatin1String{name}) {
            return ReportHeadWords::tr(words);
        }
    }
    return method;
}

QString dayText(std::int64_t day, const std::string& locale)
{
    const QLocale language = locale.empty() ? QLocale{} : QLocale{QString::fromStdString(locale)};
    return language.toString(QDate{1970, 1, 1}.addDays(day), QLocale::ShortFormat);
}

QString periodWords(const ReportScope& scope, const std::string& locale)
{
    if (scope.fromDay && scope.toDay) {
        return *scope.fromDay == *scope.toDay
            ? dayText(*scope.fromDay, locale)
            : ReportHeadWords::tr("%1 to %2")
                  .arg(dayText(*scope.fromDay, locale), dayText(*scope.toDay, locale));
    }
    if (scope.fromDay) {
        return ReportHeadWords::tr("from %1 on").arg(dayText(*scope.fromDay, locale));
    }
    return scope.toDay ? ReportHeadWords::tr("up to %1").arg(dayText(*scope.toDay, locale))
                       : QString{};
}

} // namespace

std::string paymentWords(const std::string& paidBy)
{
    if (paidBy.empty()) {
        return ReportHeadWords::tr("Nothing to pay").toStdString();
    }
    QStringList words;
    for (const QString& method : QString::fromStdString(paidBy).split(QLatin1Char{'+'})) {
        words << methodWords(method);
    }
    return words.join(QStringLiteral(" + ")).toStdString();
}

std::string dayWords(std::int64_t day, const std::string& locale)
{
    return dayText(day, locale).toStdString();
}

void putHead(ReportTable& table, const ReportHead& head, const std::string& locale)
{
    const LocalText local{locale};
    table.house = head.house;
    if (head.isTraining) {
        table.house = ReportHeadWords::tr("%1 (training: nothing of it is real)")
                          .arg(QString::fromStdString(head.house))
                          .toStdString();
    }
    QStringList parts;
    if (!head.subject.empty()) {
        parts << QString::fromStdString(head.subject);
    }
    if (const QString period = periodWords(head.scope, locale); !period.isEmpty()) {
        parts << period;
    }
    const Instant at = head.scope.asOf.value_or(head.madeAt);
    const QString moment =
        QStringLiteral("%1, %2").arg(QString::fromStdString(local.date(at, head.timeZone)),
                                     QString::fromStdString(local.time(at, head.timeZone)));
    parts << (head.scope.asOf ? ReportHeadWords::tr("as of %1").arg(moment)
                              : ReportHeadWords::tr("made %1").arg(moment));
    table.scope = parts.join(QStringLiteral(" · ")).toStdString();
    table.emptyWords = ReportHeadWords::tr("Nothing was sold in this time.").toStdString();
}

ReportColumn wordColumn(const char* key, const std::string& head)
{
    return {key, head, false, true};
}

ReportColumn numberColumn(const char* key, const std::string& head, bool isMain)
{
    return {key, head, true, isMain};
}

} // namespace foyer
