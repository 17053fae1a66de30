// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/terminal.h"

#include <algorithm>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string_view>

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace foyer::cli {
namespace {

constexpr std::size_t kPassphraseMax = 1024;

std::atomic<bool> interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free, "set from a signal handler");

void noteInterrupt(int)
{
    interrupted = true;
}

/// The terminal of whoever started the program, without echo while it lives.
class SilentTerminal {
public:
    SilentTerminal() : m_file{::open("/dev/tty", O_RDWR | O_CLOEXEC)}
    {
        if (m_file >= 0 && ::tcgetattr(m_file, &m_before) == 0) {
            termios silent = m_before;
            silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
            m_silent = ::tcsetattr(m_file, TCSAFLUSH, &silent) == 0;
        }
    }
    ~SilentTerminal()
    {
        if (m_silent) {
            ::tcsetattr(m_file, TCSAFLUSH, &m_before);
        }
        if (m_file >= 0) {
            ::close(m_file);
        }
    }
    SilentTerminal(const SilentTerminal&) = delete;
    SilentTerminal& operator=(const SilentTerminal&) = delete;

    /// False where there is no terminal, or what is typed would be seen.
    bool isUsable() const { return m_silent; }

    /// One line, without its end; nothing where the input ended.
    std::optional<SecretBytes> ask(std::string_view question)
    {
        write(question);
        Bytes typed;
        typed.reserve(kPassphraseMax); // so that no half of it is left behind by growing
        std::uint8_t byte = 0;
        while (::read(m_file, &byte, 1) == 1 && byte != '\n' && typed.size() < kPassphraseMax) {
            typed.push_back(byte);
        }
        write("\n");
        SecretBytes secret{typed};
        std::ranges::fill(typed, std::uint8_t{0});
        return byte == '\n' ? std::optional{std::move(secret)} : std::nullopt;
    }

private:
    void write(std::string_view text)
    {
        while (!text.empty()) {
            const ssize_t written = ::write(m_file, text.data(), text.size());
            if (written <= 0) {
                return;
            }
            text.remove_prefix(static_cast<std::size_t>(written));
        }
    }

    int m_file;
    bool m_silent = false;
    termios m_before{};
};

Error passphraseNeeded()
{
    return usageError(
        "passphrase_needed",
        "The key file needs its passphrase. Set FOYER_PASSPHRASE, or run foyer-cli on a "
        "terminal and type it.",
        "FOYER_PASSPHRASE");
}

} // namespace

Result<SecretBytes> askPassphrase(sync::PassphraseFor purpose)
{
    const char* given = std::getenv("FOYER_PASSPHRASE");
    if (given != nullptr && *given != '\0') {
        return SecretBytes{bytesOf(given)};
    }
    SilentTerminal terminal;
    if (!terminal.isUsable()) {
        return passphraseNeeded();
    }
    const bool isNew = purpose == sync::PassphraseFor::NewFile;
    auto typed = terminal.ask(isNew ? "There is no keychain here. Passphrase for a new key file: "
                                    : "Passphrase of the key file: ");
    if (!typed || typed->isEmpty()) {
        return passphraseNeeded();
    }
    if (isNew) {
        const auto again = terminal.ask("The same again: ");
        if (!again || !constantTimeEqual(again->view(), typed->view())) {
            return badInput("passphrase_differs",
                            "The two passphrases were not the same. Nothing was made; try again.",
                            "passphrase");
        }
    }
    return std::move(*typed);
}

Result<SecretBytes> askSecret(const char* variable, const std::string& question)
{
    const char* given = std::getenv(variable);
    if (given != nullptr && *given != '\0') {
        return SecretBytes{bytesOf(given)};
    }
    const std::string name = variable;
    SilentTerminal terminal;
    auto typed = terminal.isUsable() ? terminal.ask(question + ": ") : std::nullopt;
    if (!typed || typed->isEmpty()) {
        return usageError("secret_needed",
                          "A password or PIN is needed here. Set " + name +
                              ", or run foyer-cli on a terminal and type it.",
                          name);
    }
    return std::move(*typed);
}

Result<SecretBytes> askNewSecret(const std::string& question)
{
    auto typed = askSecret("FOYER_NEW_SECRET", question);
    const char* given = std::getenv("FOYER_NEW_SECRET");
    if (!typed || (given != nullptr && *given != '\0')) {
        return typed;
    }
    const auto again = askSecret("FOYER_NEW_SECRET", "The same again");
    if (!again || !constantTimeEqual(again->view(), typed->view())) {
        return badInput("secret_differs",
                        "The two were not the same. Nothing was changed; try again.", "secret");
    }
    return typed;
}

std::string_view textOf(const SecretBytes& secret)
{
    return {reinterpret_cast<const char*>(secret.view().data()), secret.size()};
}

ProgressLine::ProgressLine() : m_shown{::isatty(STDERR_FILENO) == 1} {}

ProgressLine::~ProgressLine()
{
    if (m_written) {
        std::fputs("\r\x1b[K", stderr);
    }
}

Progress ProgressLine::teller()
{
    if (!m_shown) {
        return {};
    }
    return [this](double done, const std::string& what) {
        m_written = true;
        std::fprintf(stderr, "\r\x1b[K%3ld %%  %s", std::lround(done * 100), what.c_str());
        std::fflush(stderr);
    };
}

InterruptWatch::InterruptWatch()
{
    interrupted = false;
    std::signal(SIGINT, noteInterrupt);
    std::signal(SIGTERM, noteInterrupt);
}

InterruptWatch::~InterruptWatch()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
}

const std::atomic<bool>& InterruptWatch::flag() const
{
    return interrupted;
}

} // namespace foyer::cli
