// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/documents/printing/printer_status.h"
#include "core/domain/printing/printer.h"

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace foyer {

/// How long to wait for a printer.
struct PrinterPatience {
    std::chrono::milliseconds connect{3000};
    std::chrono::milliseconds answer{
        700}; ///< to a question, before it counts as one that is silent
    std::chrono::milliseconds idle{20'000}; ///< without any sign of life while a page is under way
    std::chrono::milliseconds trouble{0};   ///< for somebody to see to it; 0: as long as it takes
};

/// What became of a page.
struct PageOutcome {
    enum class State : std::uint8_t {
        NotSent,   ///< not one byte of it: it may be sent again
        Sent,      ///< the printer took it and does not tell more
        Confirmed, ///< the printer says that it came out
        Unclear,   ///< some of it was sent: a person has to look whether it came out
    };
    State state = State::NotSent;
    Error error; ///< of NotSent and Unclear
};

/// A conversation with a printer at a network address or a device file. Waits, so it belongs on a
/// thread of its own. Errors are of kind Storage: printer_unreachable, printer_refuses (device file
/// not permitted), printer_silent, printer_gone (hung up), printing_stopped, and the codes of
/// PrinterTrouble.
class PrinterLink {
public:
    /// Told of trouble, and of its end (null), while a page is under way; false stops.
    using Watcher = std::function<bool(const PrinterTrouble*)>;

    PrinterLink(const Printer& printer, const PrinterOutput& output, PrinterPatience patience = {});
    ~PrinterLink();
    PrinterLink(const PrinterLink&) = delete;
    PrinterLink& operator=(const PrinterLink&) = delete;

    /// Connects where it is not connected yet.
    Result<void> open();
    /// Sends one page and waits until it is out, as far as the printer tells.
    PageOutcome print(std::string_view bytes, const Watcher& watch = {});
    /// Sends bytes that make no page, such as drawerKick().
    Result<void> send(std::string_view bytes);
    /// How the printer is: nothing where it is well, or does not tell.
    Result<std::optional<PrinterTrouble>> trouble();

private:
    Result<void> openDevice();
    Result<void> openSocket();
    void hangUp();
    /// Takes in what came within the time; false when the printer hung up.
    bool listen(std::chrono::milliseconds time);
    bool write(std::string_view bytes, std::size_t& sent, const Watcher& watch, Error& error);
    bool ask();
    bool waitUntilWell(const Watcher& watch, Error& error);
    bool waitUntilPrinted(const Watcher& watch, Error& error);
    Error told(const PrinterTrouble& trouble) const;
    Error gone() const;
    Error silent() const;

    PrinterOutput m_output;
    PrinterPatience m_patience;
    std::unique_ptr<PrinterEar> m_ear;
    int m_file = -1;
    bool m_mayRead = true;
    bool m_tells = false; ///< answers questions
};

} // namespace foyer
