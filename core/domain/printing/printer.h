// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace foyer {

/// What a printer understands.
enum class PrinterLanguage : std::uint8_t {
    Pdf,    ///< a file, or a queue of the system
    EscPos, ///< receipt printers
    Zpl,    ///< label and ticket printers (Zebra)
    Fgl,    ///< ticket printers (Boca, FGL46)
};

/// What a printer prints on.
enum class PrinterPaper : std::uint8_t {
    A4,
    Letter,
    A6,
    Roll80,      ///< 80 mm wide, as long as it takes
    Roll58,      ///< 58 mm wide
    Stock80x150, ///< tickets of 80 x 150 mm, upright
    Stock140x51, ///< tickets of 5.5 x 2 inches, lying
};

/// What a printer is for. One may be for several.
enum class PrintPurpose : std::uint8_t {
    Tickets = 1,
    Receipts = 2,
    Reports = 4,
    Drawer = 8, ///< its drawer opens after a sale in cash, and when somebody opens it with a reason
    AtOnce = 16, ///< what it is for is printed by itself, right after a sale
};

/// A printer of this computer, as somebody set it up.
struct Printer {
    std::string name; ///< unique, without case
    PrinterLanguage language = PrinterLanguage::Pdf;
    /// "file:FOLDER", "queue:NAME" (CUPS), "tcp:HOST" or "tcp:HOST:PORT" (9100 where none is said),
    /// "device:PATH".
    std::string output;
    PrinterPaper paper = PrinterPaper::A4;
    std::uint8_t purposes = 0; ///< a sum of PrintPurpose
    int dotsPerInch = 203;     ///< 203 or 300; of no meaning for PDF

    bool isFor(PrintPurpose purpose) const
    {
        return (purposes & static_cast<std::uint8_t>(purpose)) != 0;
    }
    friend bool operator==(const Printer&, const Printer&) = default;
};

/// An output, taken apart.
struct PrinterOutput {
    enum class Kind : std::uint8_t { File, Queue, Tcp, Device };
    Kind kind = Kind::File;
    std::string target; ///< folder, queue, host or path
    std::uint16_t port = 9100;
};

/// Takes an output apart. Bad input: bad_output.
Result<PrinterOutput> printerOutput(const std::string& text);

/// Whether name, output, language and paper go together. Bad input: bad_printer_name, bad_output,
/// bad_language (a queue and a file take PDF, the others do not), bad_paper (an office sheet in a
/// roll printer), bad_purpose (for nothing), bad_density.
Result<void> checkPrinter(const Printer& printer);

/// The stable names of the command line and the database: "pdf" "escpos" "zpl" "fgl".
std::string_view nameOf(PrinterLanguage language);
std::optional<PrinterLanguage> printerLanguageNamed(std::string_view name);
/// "a4" "letter" "a6" "80mm" "58mm" "80x150mm" "2x5.5in".
std::string_view nameOf(PrinterPaper paper);
std::optional<PrinterPaper> printerPaperNamed(std::string_view name);
/// "tickets,receipts,reports" and back; nothing for another word or none at all.
std::string purposeNames(std::uint8_t purposes);
std::optional<std::uint8_t> purposesNamed(std::string_view names);

} // namespace foyer
