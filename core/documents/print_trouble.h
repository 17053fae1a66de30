// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/documents/print_queue.h"

#include <optional>
#include <string>
#include <vector>

namespace foyer {

/// What somebody has to see to, by the printer's "printer-state-reasons" (RFC 8011 §5.4.12);
/// nothing where none of them stops it.
std::optional<PrintStatus> printerTrouble(const std::vector<std::string>& reasons);

/// Whether the print service tells of a printer that does not answer. It has no keyword for that,
/// only sentences, in the language that the job was sent in: English.
bool saysUnreachable(const std::string& detail);

/// Why a job ended without being printed; `detail` is the print service's own sentence, or empty.
PrintStatus printFailure(bool cancelled, const std::string& detail);

/// The sentence, followed by what the printer itself says, where it says anything.
std::string withPrinterDetail(std::string sentence, const std::string& detail);

} // namespace foyer
