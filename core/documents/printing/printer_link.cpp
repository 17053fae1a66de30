// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/printing/printer_link.h"

#include "core/base/ensure.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace foyer {
namespace {

using std::chrono::milliseconds;
using SteadyClock = std::chrono::steady_clock;

constexpr milliseconds kGlance{200};
constexpr std::size_t kPiece = 4096;

Error stopped()
{
    return storageError("printing_stopped", "Printing was stopped.");
}

bool isReady(int file, short events, milliseconds time)
{
    pollfd waiting{file, events, 0};
    return poll(&waiting, 1, static_cast<int>(time.count())) > 0;
}

/// A connected socket, or -1.
int connected(const addrinfo& address, milliseconds patience)
{
    const int file = socket(address.ai_family, address.ai_socktype | SOCK_NONBLOCK | SOCK_CLOEXEC,
                            address.ai_protocol);
    if (file < 0) {
        return -1;
    }
    if (connect(file, address.ai_addr, address.ai_addrlen) == 0) {
        return file;
    }
    int failure = errno;
    if (failure == EINPROGRESS && isReady(file, POLLOUT, patience)) {
        socklen_t size = sizeof failure;
        getsockopt(file, SOL_SOCKET, SO_ERROR, &failure, &size);
        if (failure == 0) {
            return file;
        }
    }
    close(file);
    return -1;
}

} // namespace

PrinterLink::PrinterLink(const Printer& printer, const PrinterOutput& output,
                         PrinterPatience patience)
    : m_output{output}, m_patience{patience}, m_ear{PrinterEar::of(printer.language)}
{
    ENSURE(m_ear != nullptr);
}

PrinterLink::~PrinterLink()
{
    hangUp();
}

void PrinterLink::hangUp()
{
    if (m_file >= 0) {
        close(m_file);
        m_file = -1;
    }
}

Result<void> PrinterLink::open()
{
    if (m_file >= 0) {
        return {};
    }
    auto opened = m_output.kind == PrinterOutput::Kind::Device ? openDevice() : openSocket();
    if (opened) {
        m_tells = m_mayRead && ask() && m_ear->hasAnswered();
    }
    return opened;
}

Result<void> PrinterLink::openDevice()
{
    m_mayRead = true;
    m_file = ::open(m_output.target.c_str(), O_RDWR | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (m_file < 0 && (errno == EACCES || errno == EINVAL)) {
        m_mayRead = false;
        m_file = ::open(m_output.target.c_str(), O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    }
    if (m_file >= 0) {
        return {};
    }
    const bool isForbidden = errno == EACCES || errno == EPERM;
    Error error = storageError(
        isForbidden ? "printer_refuses" : "printer_unreachable",
        isForbidden ? "This user may not write to the printer at " + m_output.target +
                ". Add the user to the group that owns it (often \"lp\"), then sign in again."
                    : "There is no printer at " + m_output.target +
                ". Check its cable and power, or choose another device in the settings.",
        m_output.target);
    error.facts = {m_output.target};
    return error;
}

Result<void> PrinterLink::openSocket()
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    if (getaddrinfo(m_output.target.c_str(), std::to_string(m_output.port).c_str(), &hints,
                    &found) == 0) {
        for (const addrinfo* each = found; each != nullptr && m_file < 0; each = each->ai_next) {
            m_file = connected(*each, m_patience.connect);
        }
        freeaddrinfo(found);
    }
    if (m_file >= 0) {
        return {};
    }
    Error error = storageError("printer_unreachable",
                               "The printer at " + m_output.target +
                                   " does not answer. Check its cable and power.",
                               m_output.target);
    error.facts = {m_output.target};
    return error;
}

bool PrinterLink::listen(milliseconds time)
{
    if (!m_mayRead) {
        std::array<pollfd, 1> none{{{-1, 0, 0}}};
        poll(none.data(), none.size(), static_cast<int>(time.count()));
        return true;
    }
    if (!isReady(m_file, POLLIN, time)) {
        return true;
    }
    std::array<char, 256> bytes{};
    const ssize_t count = ::read(m_file, bytes.data(), bytes.size());
    if (count > 0) {
        m_ear->hear({bytes.data(), static_cast<std::size_t>(count)});
        return true;
    }
    if (m_output.kind == PrinterOutput::Kind::Device) {
        // A device that has nothing to say reads as ended.
        m_mayRead = m_mayRead && count < 0;
        return true;
    }
    return count < 0 && (errno == EAGAIN || errno == EINTR);
}

bool PrinterLink::write(std::string_view bytes, std::size_t& sent, const Watcher& watch,
                        Error& error)
{
    auto lastTaken = SteadyClock::now();
    while (sent < bytes.size()) {
        if (watch && !watch(m_ear->trouble() ? &*m_ear->trouble() : nullptr)) {
            error = stopped();
            return false;
        }
        if (!isReady(m_file, POLLOUT, kGlance)) {
            if (!listen(milliseconds{0})) {
                error = gone();
                return false;
            }
            const auto waited = SteadyClock::now() - lastTaken;
            if (waited > (m_ear->trouble() ? std::max(m_patience.idle, m_patience.trouble)
                                           : m_patience.idle)) {
                error = m_ear->trouble() ? told(*m_ear->trouble()) : silent();
                return false;
            }
            continue;
        }
        const std::size_t piece = std::min(kPiece, bytes.size() - sent);
        const ssize_t count = m_output.kind == PrinterOutput::Kind::Device
            ? ::write(m_file, bytes.data() + sent, piece)
            : ::send(m_file, bytes.data() + sent, piece, MSG_NOSIGNAL);
        if (count > 0) {
            sent += static_cast<std::size_t>(count);
            lastTaken = SteadyClock::now();
        } else if (count < 0 && errno != EAGAIN && errno != EINTR) {
            error = gone();
            return false;
        }
    }
    return true;
}

bool PrinterLink::ask()
{
    std::size_t sent = 0;
    Error ignored;
    if (!write(m_ear->question(), sent, {}, ignored)) {
        return false;
    }
    return listen(m_patience.answer);
}

Result<void> PrinterLink::send(std::string_view bytes)
{
    if (auto opened = open(); !opened) {
        return opened;
    }
    std::size_t sent = 0;
    Error error;
    if (!write(bytes, sent, {}, error)) {
        hangUp();
        return error;
    }
    return {};
}

Result<std::optional<PrinterTrouble>> PrinterLink::trouble()
{
    if (auto opened = open(); !opened) {
        return std::move(opened).error();
    }
    if (m_tells && !ask()) {
        hangUp();
        return gone();
    }
    return m_ear->trouble();
}

PageOutcome PrinterLink::print(std::string_view bytes, const Watcher& watch)
{
    if (auto opened = open(); !opened) {
        return {PageOutcome::State::NotSent, std::move(opened).error()};
    }
    Error error;
    if (m_tells && !waitUntilWell(watch, error)) {
        hangUp();
        return {PageOutcome::State::NotSent, std::move(error)};
    }
    m_ear->pageBegins();
    std::size_t sent = 0;
    if (!write(bytes, sent, watch, error)) {
        hangUp();
        return {sent == 0 ? PageOutcome::State::NotSent : PageOutcome::State::Unclear,
                std::move(error)};
    }
    if (!m_tells) {
        return {PageOutcome::State::Sent, {}};
    }
    if (!waitUntilPrinted(watch, error)) {
        hangUp();
        return {PageOutcome::State::Unclear, std::move(error)};
    }
    return {PageOutcome::State::Confirmed, {}};
}

bool PrinterLink::waitUntilWell(const Watcher& watch, Error& error)
{
    const auto began = SteadyClock::now();
    for (;;) {
        if (!ask()) {
            error = gone();
            return false;
        }
        const auto& trouble = m_ear->trouble();
        if (watch && !watch(trouble ? &*trouble : nullptr)) {
            error = stopped();
            return false;
        }
        if (!trouble) {
            return true;
        }
        if (m_patience.trouble.count() > 0 && SteadyClock::now() - began > m_patience.trouble) {
            error = told(*trouble);
            return false;
        }
        if (!listen(kGlance)) {
            error = gone();
            return false;
        }
    }
}

bool PrinterLink::waitUntilPrinted(const Watcher& watch, Error& error)
{
    std::size_t sent = 0;
    if (!write(m_ear->receipt(), sent, watch, error)) {
        return false;
    }
    const auto began = SteadyClock::now();
    auto troubleSince = SteadyClock::time_point{};
    while (!m_ear->isPagePrinted()) {
        if (!listen(kGlance) || (!m_ear->isPagePrinted() && !ask())) {
            error = gone();
            return false;
        }
        const auto& trouble = m_ear->trouble();
        if (watch && !watch(trouble ? &*trouble : nullptr)) {
            error = stopped();
            return false;
        }
        const auto now = SteadyClock::now();
        if (!trouble) {
            troubleSince = {};
            if (now - began > m_patience.idle) {
                error = silent();
                return false;
            }
        } else if (troubleSince == SteadyClock::time_point{}) {
            troubleSince = now;
        } else if (m_patience.trouble.count() > 0 && now - troubleSince > m_patience.trouble) {
            error = told(*trouble);
            return false;
        }
    }
    return true;
}

Error PrinterLink::told(const PrinterTrouble& trouble) const
{
    return storageError(trouble.code, trouble.message, m_output.target);
}

Error PrinterLink::gone() const
{
    Error error =
        storageError("printer_gone",
                     "The printer at " + m_output.target + " hung up. Check its cable and power.",
                     m_output.target);
    error.facts = {m_output.target};
    return error;
}

Error PrinterLink::silent() const
{
    Error error = storageError("printer_silent",
                               "The printer at " + m_output.target +
                                   " took the page and says nothing more. Look whether it came "
                                   "out.",
                               m_output.target);
    error.facts = {m_output.target};
    return error;
}

} // namespace foyer
