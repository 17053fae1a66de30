// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/picture/picture_child.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <optional>
#include <system_error>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace foyer {
namespace {

using Deadline = std::chrono::steady_clock::time_point;

std::string installedPictureProgram()
{
    std::error_code error;
    const auto self = std::filesystem::read_symlink("/proc/self/exe", error);
    const auto beside = self.parent_path() / "foyer-picture";
    const auto installed = self.parent_path().parent_path() / "libexec" / "foyer" / "foyer-picture";
    return std::filesystem::exists(installed, error) ? installed.string() : beside.string();
}

class Descriptor {
public:
    explicit Descriptor(int number = -1) : m_number{number} {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return m_number; }
    void set(int number)
    {
        close();
        m_number = number;
    }
    void close()
    {
        if (m_number >= 0) {
            ::close(m_number);
        }
        m_number = -1;
    }

private:
    int m_number;
};

/// A pair of connected sockets rather than two pipes: sending on one whose reader is gone can be
/// told not to raise a signal, which a library has no say over.
class PictureProcess {
public:
    bool start(const std::string& program, std::string wish)
    {
        std::array<int, 2> input{-1, -1};
        std::array<int, 2> output{-1, -1};
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, input.data()) != 0) {
            return false;
        }
        m_input.set(input[0]);
        const Descriptor childInput{input[1]};
        if (::pipe2(output.data(), O_CLOEXEC) != 0) {
            return false;
        }
        m_output.set(output[0]);
        const Descriptor childOutput{output[1]};
        (void)::fcntl(m_input.number(), F_SETFL, O_NONBLOCK);
        posix_spawn_file_actions_t actions;
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawn_file_actions_adddup2(&actions, childInput.number(), STDIN_FILENO);
        ::posix_spawn_file_actions_adddup2(&actions, childOutput.number(), STDOUT_FILENO);
        ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        ::posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
        // The signals of the caller's thread are blocked in a server; the child wants them as
        // usual.
        posix_spawnattr_t attributes;
        ::posix_spawnattr_init(&attributes);
        sigset_t none;
        ::sigemptyset(&none);
        ::posix_spawnattr_setsigmask(&attributes, &none);
        ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
        std::string name = "foyer-picture";
        std::array<char*, 3> arguments{name.data(), wish.empty() ? nullptr : wish.data(), nullptr};
        std::array<char*, 1> environment{nullptr};
        const int failed = ::posix_spawn(&m_child, program.c_str(), &actions, &attributes,
                                         arguments.data(), environment.data());
        ::posix_spawnattr_destroy(&attributes);
        ::posix_spawn_file_actions_destroy(&actions);
        if (failed != 0) {
            m_child = -1;
        }
        return failed == 0;
    }

    /// Ends it where it has not ended by itself.
    ~PictureProcess()
    {
        if (m_child > 0) {
            ::kill(m_child, SIGKILL);
            while (::waitpid(m_child, nullptr, 0) < 0 && errno == EINTR) {}
        }
    }
    PictureProcess() = default;
    PictureProcess(const PictureProcess&) = delete;
    PictureProcess& operator=(const PictureProcess&) = delete;

    /// Gives it the file and hears its answer, both at once; nothing when the time is over.
    std::optional<Bytes> converse(ByteView file, Deadline until)
    {
        Bytes answer;
        for (;;) {
            std::array<pollfd, 2> waits{{{m_output.number(), POLLIN, 0},
                                         {file.empty() ? -1 : m_input.number(), POLLOUT, 0}}};
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
                until - std::chrono::steady_clock::now());
            if (left.count() <= 0) {
                return std::nullopt;
            }
            if (::poll(waits.data(), waits.size(), static_cast<int>(left.count())) < 0 &&
                errno != EINTR) {
                return std::nullopt;
            }
            if (waits[1].revents != 0 && !give(file)) {
                file = {}; // it has made up its mind
            }
            if (file.empty()) {
                m_input.close();
            }
            if (waits[0].revents != 0 && !hear(answer)) {
                return answer.size() <= kPictureAnswerMax ? std::optional{std::move(answer)}
                                                          : std::nullopt;
            }
        }
    }

private:
    bool give(ByteView& file)
    {
        const ssize_t sent =
            ::send(m_input.number(), file.data(), file.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent > 0) {
            file = file.subspan(static_cast<std::size_t>(sent));
        }
        return sent >= 0 || errno == EAGAIN || errno == EINTR;
    }

    /// False at the end, and where there is more than an answer has.
    bool hear(Bytes& answer)
    {
        constexpr std::size_t kPiece = std::size_t{64} * 1024;
        const std::size_t before = answer.size();
        answer.resize(before + kPiece);
        const ssize_t got = ::read(m_output.number(), answer.data() + before, kPiece);
        answer.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        return (got > 0 || (got < 0 && errno == EINTR)) && answer.size() <= kPictureAnswerMax;
    }

    Descriptor m_input;
    Descriptor m_output;
    pid_t m_child = -1;
};

/// Its answer to a picture; `wish`: what is wanted instead of renditions.
Result<Bytes> askPictureProgram(const std::string& program, ByteView file,
                                std::chrono::milliseconds atMost, const std::string& wish)
{
    if (file.size() > kPictureBytesMax) {
        return pictureError(PictureFault::TooLarge);
    }
    const Deadline until = std::chrono::steady_clock::now() + atMost;
    PictureProcess process;
    if (!process.start(program, wish)) {
        return pictureWorkerFailed();
    }
    auto answer = process.converse(file, until);
    return answer ? Result<Bytes>{*std::move(answer)} : pictureError(PictureFault::TooHard);
}

} // namespace

PictureChild::PictureChild(std::string program, std::chrono::milliseconds atMost)
    : m_program{program.empty() ? installedPictureProgram() : std::move(program)}, m_atMost{atMost}
{}

Result<PictureMade> PictureChild::make(ByteView file) const
{
    const auto answer = askPictureProgram(m_program, file, m_atMost, {});
    auto made = answer ? decodePictureAnswer(*answer) : answer.error();
    return made && made->renditions.empty() ? Result<PictureMade>{pictureWorkerFailed()}
                                            : std::move(made);
}

Result<PictureMade> PictureChild::look(ByteView file) const
{
    const auto answer = askPictureProgram(m_program, file, m_atMost, "--check");
    return answer ? decodePictureAnswer(*answer) : answer.error();
}

Result<PicturePixels> PictureChild::paint(ByteView file, std::int64_t width) const
{
    const std::int64_t wanted = std::clamp<std::int64_t>(width, 1, kPixelsWidthMax);
    const auto answer =
        askPictureProgram(m_program, file, m_atMost, "--pixels=" + std::to_string(wanted));
    return answer ? decodePixelsAnswer(*answer, wanted) : answer.error();
}

} // namespace foyer
