// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/spool_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <string_view>

namespace foyer::ui {
namespace {

/// Holds the words for translators.
struct SpoolText {
    Q_DECLARE_TR_FUNCTIONS(SpoolText)
};

/// A job keeps its fault as it was told, in English; what is known by its code is said in the
/// user's language.
QString faultText(std::string_view code)
{
    if (code == "printer_unreachable") {
        return SpoolText::tr("The printer does not answer. Check its cable and power.");
    }
    if (code == "media_empty") {
        return SpoolText::tr("The printer is out of paper. Put paper in, and printing goes on.");
    }
    if (code == "cover_open") {
        return SpoolText::tr("The printer's cover is open. Close it, and printing goes on.");
    }
    if (code == "media_jam") {
        return SpoolText::tr("Paper is stuck in the printer. Take it out, and printing goes on.");
    }
    if (code == "printer_paused") {
        return SpoolText::tr("The printer is paused. Press its pause key, and printing goes on.");
    }
    if (code == "print_unclear" || code == "printer_gone" || code == "printer_silent") {
        return SpoolText::tr(
            "This page may have come out. Look at the printer, then say whether it did.");
    }
    if (code == "already_void") {
        return SpoolText::tr("A ticket was taken back and is not printed.");
    }
    if (code == "unknown_printer") {
        return SpoolText::tr("This printer is not set up any more. Add it again, or take the job "
                             "back.");
    }
    return {};
}

} // namespace

QString purposeText(const Printer& printer)
{
    QStringList words;
    const auto add = [&](PrintPurpose purpose, const QString& word) {
        if (printer.isFor(purpose)) {
            words << word;
        }
    };
    add(PrintPurpose::Tickets, SpoolText::tr("Tickets"));
    add(PrintPurpose::Receipts, SpoolText::tr("Receipts"));
    add(PrintPurpose::Reports, SpoolText::tr("Reports"));
    add(PrintPurpose::Drawer, SpoolText::tr("cash drawer"));
    const QString output = QString::fromStdString(printer.output);
    return words.join(QStringLiteral(", ")) + QStringLiteral(" · ") +
        output.mid(output.indexOf(QLatin1Char{':'}) + 1);
}

QString spoolStateText(SpoolState state)
{
    switch (state) {
    case SpoolState::Queued:
        return SpoolText::tr("○ waits");
    case SpoolState::Sending:
        return SpoolText::tr("▶ prints");
    case SpoolState::Sent:
        return SpoolText::tr("✓ sent");
    case SpoolState::Confirmed:
        return SpoolText::tr("✓ printed");
    case SpoolState::Unclear:
        return SpoolText::tr("? maybe printed");
    case SpoolState::Failed:
        return SpoolText::tr("! failed");
    case SpoolState::Cancelled:
        return SpoolText::tr("× taken back");
    }
    return {};
}

QString spoolDetailText(const SpoolJob& job)
{
    const QString left = SpoolText::tr("%n page(s) left to print", nullptr, job.pagesLeft());
    if (job.faultCode.empty()) {
        return left;
    }
    const QString known = faultText(job.faultCode);
    if (known.isEmpty()) {
        return QString::fromStdString(job.fault);
    }
    return job.pagesLeft() > 0 ? known + QStringLiteral(" ") + left : known;
}

} // namespace foyer::ui
