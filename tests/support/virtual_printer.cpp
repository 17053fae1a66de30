// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/virtual_printer.h"

#include "core/base/ensure.h"

#include <algorithm>
#include <chrono>
#include <netinet/in.h>
#include <poll.h>
#include <string_view>
#include <sys/socket.h>
#include <unistd.h>

namespace foyer::test {
namespace {

using namespace std::string_view_literals;

std::string_view questionOf(PrinterLanguage language)
{
    return language == PrinterLanguage::EscPos ? "\x10\x04\x02"sv
        : language == PrinterLanguage::Zpl     ? "~HS\n"sv
                                               : "<S1>"sv;
}

std::string_view pageEndOf(PrinterLanguage language)
{
    return language == PrinterLanguage::EscPos ? "\x1d\x56\x42\0"sv
        : language == PrinterLanguage::Zpl     ? "^XZ\n"sv
                                               : "<p>"sv;
}

bool waitsFor(int file, int ms)
{
    pollfd waiting{file, POLLIN, 0};
    return poll(&waiting, 1, ms) > 0;
}

} // namespace

VirtualPrinter::VirtualPrinter(PrinterLanguage language) : m_language{language}
{
    m_listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* plain = reinterpret_cast<sockaddr*>(&address);
    ENSURE(bind(m_listener, plain, size) == 0 && listen(m_listener, 4) == 0);
    ENSURE(getsockname(m_listener, plain, &size) == 0);
    m_port = ntohs(address.sin_port);
    m_thread = std::thread{[this] { serve(); }};
}

VirtualPrinter::~VirtualPrinter()
{
    m_ends = true;
    m_thread.join();
    close(m_listener);
}

std::string VirtualPrinter::output() const
{
    return "tcp:127.0.0.1:" + std::to_string(m_port);
}

std::vector<std::string> VirtualPrinter::pages() const
{
    const std::lock_guard guard{m_lock};
    return m_pages;
}

std::string VirtualPrinter::rest() const
{
    const std::lock_guard guard{m_lock};
    return m_buffer;
}

void VirtualPrinter::serve()
{
    while (!m_ends) {
        if (waitsFor(m_listener, 20)) {
            const int file = accept(m_listener, nullptr, nullptr);
            if (file >= 0) {
                serveOne(file);
                close(file);
            }
        }
        printWhatCame(-1); // paper may have come while nobody was connected
    }
}

void VirtualPrinter::serveOne(int file)
{
    int received = 0;
    while (!m_ends) {
        printWhatCame(file);
        if (!waitsFor(file, 20)) {
            continue;
        }
        std::string bytes(static_cast<std::size_t>(m_pieceMax.load()), '\0');
        const ssize_t count = read(file, bytes.data(), bytes.size());
        if (count <= 0) {
            return;
        }
        bytes.resize(static_cast<std::size_t>(count));
        take(bytes, file);
        received += static_cast<int>(count);
        if (m_hangUpAfter >= 0 && received > m_hangUpAfter) {
            m_hangUpAfter = -1;
            const std::lock_guard guard{m_lock};
            m_buffer.clear();
            return;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{m_pauseMs.load()});
    }
}

void VirtualPrinter::take(std::string bytes, int file)
{
    std::size_t questions = 0;
    {
        const std::lock_guard guard{m_lock};
        m_buffer += bytes;
        const std::string_view question = questionOf(m_language);
        for (std::size_t at = m_buffer.find(question); at != std::string::npos;
             at = m_buffer.find(question)) {
            m_buffer.erase(at, question.size());
            ++questions;
        }
    }
    printWhatCame(file);
    for (; questions > 0; --questions) {
        if (m_language == PrinterLanguage::EscPos) {
            answer(file,
                   std::string(1,
                               static_cast<char>(0x12 | (m_coverOpen ? 0x04 : 0) |
                                                 (m_paper <= 0 ? 0x20 : 0))));
        } else if (m_language == PrinterLanguage::Zpl) {
            const bool holds = rest().find("^XA") != std::string::npos;
            answer(file,
                   std::string{"\x02"} + "030," + (m_paper <= 0 ? "1" : "0") + ",0,1200,00" +
                       (holds ? "1" : "0") + ",0,0,0,000,0,0,0\x03\r\n" + "\x02" + "001,0," +
                       (m_coverOpen ? "1" : "0") + ",0,0,2,4,0,00000000,1,000\x03\r\n" +
                       "\x02"
                       "1234,0\x03\r\n");
        } else {
            answer(file, isStopped() ? "\x10" : "\x11");
        }
    }
}

void VirtualPrinter::printWhatCame(int file)
{
    std::string answers;
    {
        const std::lock_guard guard{m_lock};
        const std::string_view end = pageEndOf(m_language);
        while (!isStopped()) {
            if (m_language == PrinterLanguage::EscPos && m_buffer.starts_with("\x1dr\x01")) {
                m_buffer.erase(0, 3);
                answers.push_back('\0');
                continue;
            }
            const std::size_t at = m_buffer.find(end);
            if (at == std::string::npos) {
                break;
            }
            m_pages.push_back(m_buffer.substr(0, at + end.size()));
            m_buffer.erase(0, at + end.size());
            --m_paper;
            if (m_language == PrinterLanguage::Fgl) {
                answers.push_back('\x06');
            }
        }
    }
    answer(file, answers);
}

void VirtualPrinter::answer(int file, const std::string& bytes)
{
    if (file >= 0 && !m_silent && !bytes.empty()) {
        static_cast<void>(send(file, bytes.data(), bytes.size(), MSG_NOSIGNAL));
    }
}

} // namespace foyer::test
