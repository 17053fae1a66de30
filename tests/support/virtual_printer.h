// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/printing/printer.h"

#include <atomic>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace foyer::test {

/// A printer on a TCP port of this computer: keeps what it prints, answers as its language does,
/// and has the troubles that printers have.
class VirtualPrinter {
public:
    explicit VirtualPrinter(PrinterLanguage language);
    ~VirtualPrinter();
    VirtualPrinter(const VirtualPrinter&) = delete;
    VirtualPrinter& operator=(const VirtualPrinter&) = delete;

    /// "tcp:127.0.0.1:PORT"
    std::string output() const;

    /// Paper for so many more pages; when it ends the printer keeps what comes and waits.
    void setPaper(int pages) { m_paper = pages; }
    void setCoverOpen(bool open) { m_coverOpen = open; }
    /// Answers nothing, as many cheap printers.
    void setSilent(bool silent) { m_silent = silent; }
    /// Reads so slowly: bytes at a time, milliseconds between.
    void setSlow(int bytes, int pauseMs)
    {
        m_pieceMax = bytes;
        m_pauseMs = pauseMs;
    }
    /// Hangs up after so many bytes of the next connection; the page is lost. -1: never.
    void hangUpAfter(int bytes) { m_hangUpAfter = bytes; }

    /// The pages that came out, as bytes.
    std::vector<std::string> pages() const;
    /// All that came besides whole pages and questions: a drawer's kick.
    std::string rest() const;

private:
    void serve();
    void serveOne(int file);
    void take(std::string bytes, int file);
    void printWhatCame(int file);
    void answer(int file, const std::string& bytes);
    bool isStopped() const { return m_coverOpen || m_paper <= 0; }

    PrinterLanguage m_language;
    int m_listener = -1;
    std::uint16_t m_port = 0;
    std::atomic<bool> m_ends{false};
    std::atomic<int> m_paper{1000};
    std::atomic<bool> m_coverOpen{false};
    std::atomic<bool> m_silent{false};
    std::atomic<int> m_pieceMax{4096};
    std::atomic<int> m_pauseMs{0};
    std::atomic<int> m_hangUpAfter{-1};
    mutable std::mutex m_lock;
    std::string m_buffer; ///< not yet printed
    std::vector<std::string> m_pages;
    std::thread m_thread;
};

} // namespace foyer::test
