// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/documents/drawing/drawing.h"
#include "core/domain/printing/printer.h"

#include <string>

namespace foyer {

/// What a page is printed with, besides what is on it.
struct PageSetup {
    double dotsPerMm = 8;    ///< 203 dots per inch
    double headLeft = 0;     ///< mm of the paper's left edge that the print head does not reach
    double headWidth = 72;   ///< mm that it does
    bool cut = true;         ///< after the page
    bool nativeCodes = true; ///< the printer draws QR codes itself; else they are sent as dots
};

/// How pages are set for a printer and its paper.
PageSetup pageSetup(const Printer& printer);

/// A page as bytes for a printer. Whatever its texts say, only our own commands are in them: texts
/// go through printable(), and what the printer's fonts cannot say is sent as dots. Need a
/// QGuiApplication.
///
/// ESC/POS: a receipt goes line by line, in the printer's own fonts where a line fits in them.
/// Epson's command reference; TM-T88 and what is made like it.
std::string escPosPage(const Drawing& page, const PageSetup& setup);
/// ZPL II, Zebra's programming guide P1099958.
std::string zplPage(const Drawing& page, const PageSetup& setup);
/// FGL46, Boca's programming guide of 2020.
std::string fglPage(const Drawing& page, const PageSetup& setup);

/// The page in the printer's language; not for PDF.
std::string printerPage(const Drawing& page, const Printer& printer);

/// Opens the drawer at the printer's socket (ESC p, pin 2, 100 ms). Only ESC/POS printers have one.
std::string drawerKick();

} // namespace foyer
