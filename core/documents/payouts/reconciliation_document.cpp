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
#include <vector>

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

/// How it stands with a case, and what somebody said of it.
QString endText(const ReconciliationReport::Case& each)
{
    if (!each.endedAt) {
        return ReportWords::tr("open");
    }
    if (each.endedBy.empty() && each.note.empty()) {
        return ReportWords::tr("ended by itself");
    }
    return ReportWords::tr("ended by %1: %2")
        .arg(QString::fromStdString(each.endedBy), QString::fromStdString(each.note));
}

/// A text in pieces that fit into a cell, broken between words.
std::vector<std::string> piecesOf(const QString& text)
{
    constexpr int kPiece = 60;
    std::vector<std::string> pieces;
    QString piece;
    for (const QString& word : text.split(QLatin1Char{' '})) {
        if (!piece.isEmpty() && piece.size() + word.size() >= kPiece) {
            pieces.push_back(piece.toStdString());
            piece.clear();
        }
        piece += (piece.isEmpty() ? QString{} : QStringLiteral(" ")) + word;
    }
    pieces.push_back(piece.toStdString());
    return pieces;
}

std::string shortDay(Instant at)
{
    constexpr std::size_t kDate = 10;
    return toRfc3339(at).substr(0, kDate);
}

/// The cases, with the head of the days.
TableSheets caseSheets(const ReconciliationReport& report, const TableSheets& head,
                       const LocalText& local)
{
    TableSheets sheets;
    sheets.title = head.title;
    sheets.subtitle = head.subtitle;
    sheets.rightToLeft = head.rightToLeft;
    sheets.columns = {{ReportWords::tr("Case, account").toStdString(), 3, Align::Start, true},
                      {ReportWords::tr("Books").toStdString(), 1.5, Align::End},
                      {ReportWords::tr("Account").toStdString(), 1.5, Align::End},
                      {ReportWords::tr("How it stands").toStdString(), 4, Align::Start}};
    for (const auto& each : report.cases) {
        const auto pieces = piecesOf(endText(each));
        sheets.rows.push_back({kindText(each.kind).toStdString(), local.money(each.here),
                               local.money(each.there), pieces.front()});
        const std::string where = shortDay(each.openedAt) + " " + each.provider;
        sheets.rows.push_back({where, "", "", pieces.size() > 1 ? pieces[1] : ""});
        sheets.rows.push_back({each.subject, "", "", pieces.size() > 2 ? pieces[2] : ""});
        for (std::size_t i = 3; i < pieces.size(); ++i) {
            sheets.rows.push_back({"", "", "", pieces[i]});
        }
    }
    return sheets;
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
    std::vector<Drawing> pages = tableSheets(sheets);
    if (!report.cases.empty()) {
        const auto cases = tableSheets(caseSheets(report, sheets, local));
        pages.insert(pages.end(), cases.begin(), cases.end());
    }
    return pages;
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
