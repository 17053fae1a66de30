// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/payouts/reconciliation_document.h"

#include "core/documents/drawing/table_sheets.h"
#include "core/documents/payouts/csv_text.h"
#include "core/documents/tickets/local_text.h"

#include <QCoreApplication>

#include <array>
#include <string_view>
#include <utility>

namespace foyer {
namespace {

/// Holds the words of these pages for translators.
struct ReportWords {
    Q_DECLARE_TR_FUNCTIONS(ReportWords)
};

constexpr std::array<std::pair<std::string_view, const char*>, 7> kKinds{{
    {"missing_here", QT_TRANSLATE_NOOP("ReportWords", "Only in the account")},
    {"missing_there", QT_TRANSLATE_NOOP("ReportWords", "Only in the books")},
    {"amount_diff", QT_TRANSLATE_NOOP("ReportWords", "Another amount")},
    {"currency_diff", QT_TRANSLATE_NOOP("ReportWords", "Another currency")},
    {"refund_diff", QT_TRANSLATE_NOOP("ReportWords", "Refunds do not add up")},
    {"fee_unexpected", QT_TRANSLATE_NOOP("ReportWords", "An unusual fee")},
    {"payout_diff", QT_TRANSLATE_NOOP("ReportWords", "A transfer does not add up")},
}};

QString kindText(const std::string& kind)
{
    for (const auto& [name, text] : kKinds) {
        if (name == kind) {
            return ReportWords::tr(text);
        }
    }
    return QString::fromStdString(kind);
}

QString caseText(const ReconciliationReport::Case& each, const LocalText& local)
{
    QString text = ReportWords::tr("%1: %2 at %3 · books %4, account %5")
                       .arg(kindText(each.kind), QString::fromStdString(each.subject),
                            QString::fromStdString(each.provider),
                            QString::fromStdString(local.money(each.here)),
                            QString::fromStdString(local.money(each.there)));
    if (!each.endedAt) {
        return ReportWords::tr("%1 · open").arg(text);
    }
    if (each.endedBy.empty() && each.note.empty()) {
        return ReportWords::tr("%1 · ended by itself").arg(text);
    }
    return ReportWords::tr("%1 · ended by %2: %3")
        .arg(text, QString::fromStdString(each.endedBy), QString::fromStdString(each.note));
}

std::string shortDay(Instant at)
{
    constexpr std::size_t kDate = 10;
    return toRfc3339(at).substr(0, kDate);
}

} // namespace

std::vector<Drawing> reconciliationPages(const ReconciliationReport& report,
                                         const std::string& house, const std::string& locale)
{
    const LocalText local{locale};
    TableSheets sheets;
    sheets.title =
        ReportWords::tr("%1 · Reconciliation").arg(QString::fromStdString(house)).toStdString();
    sheets.subtitle = ReportWords::tr("From %1 to %2, days in UTC as the providers count them")
                          .arg(QString::fromStdString(shortDay(report.from)),
                               QString::fromStdString(shortDay(Instant{report.to.ms - 1})))
                          .toStdString();
    sheets.columns = {
        {ReportWords::tr("Day, account").toStdString(), 4, Align::Start, true},
        {ReportWords::tr("Lines").toStdString(), 1, Align::End},
        {ReportWords::tr("Matched").toStdString(), 1.2, Align::End},
        {ReportWords::tr("Amount").toStdString(), 2, Align::End},
        {ReportWords::tr("Fees").toStdString(), 2, Align::End},
        {ReportWords::tr("To the bank").toStdString(), 2, Align::End},
    };
    sheets.emptyWords =
        ReportWords::tr("No account had a line in this time, and no case was open.").toStdString();
    sheets.rightToLeft = local.isRightToLeft();
    for (const auto& day : report.days) {
        sheets.rows.push_back({dayText(day.day) + " " + day.provider, std::to_string(day.lines),
                               std::to_string(day.matched), local.money(day.gross),
                               local.money(day.fees), local.money(day.transferred)});
    }
    for (const auto& each : report.cases) {
        sheets.rows.push_back(
            {shortDay(each.openedAt) + " " + caseText(each, local).toStdString()});
    }
    return tableSheets(sheets);
}

std::string reconciliationCsv(const ReconciliationReport& report)
{
    std::vector<std::vector<std::string>> rows{
        {"day", "provider", "kind", "lines", "matched", "gross", "fees", "transferred", "here",
         "there", "currency", "subject", "opened_at", "ended_at", "ended_by", "note"}};
    for (const auto& day : report.days) {
        rows.push_back({dayText(day.day), day.provider, "day", std::to_string(day.lines),
                        std::to_string(day.matched), toPlainText(day.gross), toPlainText(day.fees),
                        toPlainText(day.transferred), "", "",
                        std::string{day.gross.currency().code()}, "", "", "", "", ""});
    }
    for (const auto& each : report.cases) {
        rows.push_back({shortDay(each.openedAt), each.provider, each.kind, "", "", "", "", "",
                        toPlainText(each.here), toPlainText(each.there),
                        std::string{each.there.currency().code()}, each.subject,
                        toRfc3339(each.openedAt), each.endedAt ? toRfc3339(*each.endedAt) : "",
                        each.endedBy, each.note});
    }
    return csvText(rows);
}

} // namespace foyer
