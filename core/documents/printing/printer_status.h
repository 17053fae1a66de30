// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/printing/printer.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace foyer {

/// Why a printer does not go on by itself.
struct PrinterTrouble {
    std::string code; ///< stable: media_empty, cover_open, media_jam, printer_error, printer_paused
    std::string message; ///< a sentence that says what to do
    friend bool operator==(const PrinterTrouble&, const PrinterTrouble&) = default;
};

/// What a printer says about itself, understood byte by byte as it comes.
class PrinterEar {
public:
    /// For a language that has such answers; null for PDF.
    static std::unique_ptr<PrinterEar> of(PrinterLanguage language);
    virtual ~PrinterEar() = default;

    /// Asks how the printer is. Answered out of turn, even while it prints or has stopped.
    virtual std::string question() const = 0;
    /// Asks, after a page, to be told when it has been printed; empty where the printer tells
    /// unasked or question() finds out.
    virtual std::string receipt() const = 0;
    /// A page is about to be sent.
    virtual void pageBegins() = 0;
    /// Takes in what came.
    virtual void hear(std::string_view bytes) = 0;

    /// Whether anything understandable has come yet.
    bool hasAnswered() const { return m_answered; }
    const std::optional<PrinterTrouble>& trouble() const { return m_trouble; }
    /// Whether the page since pageBegins() has come out.
    bool isPagePrinted() const { return m_printed; }

protected:
    PrinterEar() = default;
    bool m_answered = false;
    bool m_printed = false;
    std::optional<PrinterTrouble> m_trouble;
};

} // namespace foyer
