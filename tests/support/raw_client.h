// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace foyer::test {

struct RawAnswer {
    int status = 0; ///< 0: the connection ended, or nothing came in time
    std::map<std::string, std::string> headers; ///< names in lower case
    std::string body;
    std::string text; ///< all of it as it came

    std::string header(const std::string& name) const
    {
        const auto found = headers.find(name);
        return found != headers.end() ? found->second : std::string{};
    }
    /// The "code" of a problem.
    std::string code() const;
};

/// A connection that sends any bytes at all, over TLS or without. Verifies nothing.
class RawClient {
public:
    enum class Tls : std::uint8_t { None, Newest, OneDotOne };
    explicit RawClient(std::uint16_t port, Tls tls = Tls::Newest,
                       const std::string& source = "127.0.0.1");
    ~RawClient();
    RawClient(RawClient&&) noexcept;
    RawClient& operator=(RawClient&&) noexcept;

    /// Whether the connection, and the handshake, came about.
    bool isConnected() const;
    bool send(std::string_view bytes);
    /// The next answer.
    RawAnswer read(std::chrono::milliseconds patience = std::chrono::seconds{5});
    /// Whether the other side ends the connection within that time; what still comes is dropped.
    bool isEnded(std::chrono::milliseconds patience = std::chrono::seconds{5});
    RawAnswer ask(std::string_view bytes)
    {
        send(bytes);
        return read();
    }

private:
    int receive(char* into, int size, std::chrono::steady_clock::time_point until);
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace foyer::test
