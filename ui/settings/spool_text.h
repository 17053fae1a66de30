// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/printing/printer.h"
#include "core/domain/printing/spool_job.h"

#include <QString>

namespace foyer::ui {

/// "○ waits", "✓ printed" …: a sign and a word, so that neither has to be seen in colour.
QString spoolStateText(SpoolState state);

/// What a printer is for, and where it is: "Tickets, cash drawer · 10.0.0.7".
QString purposeText(const Printer& printer);

/// What somebody has to know of a job: why it does not go on, or how much is left of it.
QString spoolDetailText(const SpoolJob& job);

} // namespace foyer::ui
