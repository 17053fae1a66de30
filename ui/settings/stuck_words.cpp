// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/stuck_words.h"

#include "ui/common/formatting.h"
#include "ui/settings/diagnostics_page.h"

namespace foyer::ui {
namespace {

QString whyText(const StuckShown& stuck)
{
    if (stuck.code == "journal_fork") {
        return DiagnosticsPage::tr("Another copy of this counter has written, too.");
    }
    if (stuck.code == "chain_broken") {
        return DiagnosticsPage::tr("It does not continue what the server has of this counter.");
    }
    if (stuck.code == "head_forged") {
        return DiagnosticsPage::tr("It is not signed with this counter's key.");
    }
    if (stuck.code == "wrong_writer") {
        return DiagnosticsPage::tr("The server knows this counter as another one.");
    }
    return text(stuck.message);
}

} // namespace

QString stuckText(const StuckShown& stuck)
{
    const QString which = stuck.sequence > 0
        ? DiagnosticsPage::tr("The server does not take entry %L1 (%2, written %3), and what comes "
                              "after it waits.")
              .arg(stuck.sequence)
              .arg(text(stuck.kind), contactText(stuck.at))
        : DiagnosticsPage::tr("The server does not take what this counter has to say.");
    return which + QLatin1Char{' '} + whyText(stuck);
}

QString stuckAdvice(const std::string& code)
{
    if (code == "journal_fork") {
        return DiagnosticsPage::tr("Stop using one of the two copies and keep its data folder; an "
                                   "administrator looks at what both have sold. To go on here, let "
                                   "this computer join the server as a new counter.");
    }
    if (code == "chain_broken" || code == "head_forged") {
        return DiagnosticsPage::tr("Something changed what this counter had written. Make a copy "
                                   "of the data folder, check the journal, and send a support "
                                   "bundle. Selling goes on with what is held here.");
    }
    if (code == "wrong_writer") {
        return DiagnosticsPage::tr("Let an administrator look at the list of devices, then sync "
                                   "again.");
    }
    return DiagnosticsPage::tr("Nothing is lost: it stays here until the server takes it. Sync "
                               "again; if it is refused once more, send a support bundle.");
}

} // namespace foyer::ui
