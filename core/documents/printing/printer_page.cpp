// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/printing/printer_page.h"

#include "core/base/ensure.h"

namespace foyer {

PageSetup pageSetup(const Printer& printer)
{
    PageSetup setup;
    setup.dotsPerMm = printer.dotsPerInch == 300 ? 11.8 : 8;
    switch (printer.paper) {
    case PrinterPaper::Roll58:
        setup.headLeft = 5;
        setup.headWidth = 48;
        break;
    case PrinterPaper::Roll80:
    case PrinterPaper::Stock80x150:
        setup.headLeft = 4;
        setup.headWidth = 72;
        break;
    case PrinterPaper::Stock140x51:
        setup.headWidth = 139.7;
        break;
    case PrinterPaper::A6:
        setup.headWidth = 148;
        break;
    case PrinterPaper::A4:
    case PrinterPaper::Letter:
        break;
    }
    return setup;
}

std::string printerPage(const Drawing& page, const Printer& printer)
{
    const PageSetup setup = pageSetup(printer);
    switch (printer.language) {
    case PrinterLanguage::EscPos:
        return escPosPage(page, setup);
    case PrinterLanguage::Zpl:
        return zplPage(page, setup);
    case PrinterLanguage::Fgl:
        return fglPage(page, setup);
    case PrinterLanguage::Pdf:
        break;
    }
    ENSURE(printer.language != PrinterLanguage::Pdf);
    return {};
}

} // namespace foyer
