// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

struct ssl_ctx_st;

namespace foyer::server {

/// A connected socket that never waits, with TLS over it or without. Owns the socket.
class ByteStream {
public:
    enum class Outcome : unsigned char {
        Done,
        WouldBlock, ///< try again when the socket can do what wantsToWrite() says
        Ended,      ///< the peer has said all it will
        Failed,     ///< broken, or not TLS
    };
    struct Moved {
        Outcome outcome = Outcome::Done;
        std::size_t bytes = 0;
    };

    /// `tls` null: plain.
    ByteStream(int socket, ssl_ctx_st* tls);
    ~ByteStream();
    ByteStream(const ByteStream&) = delete;
    ByteStream& operator=(const ByteStream&) = delete;

    int socket() const { return m_socket; }
    Moved read(std::span<char> into);
    Moved write(std::string_view bytes);
    /// Whether the last WouldBlock waits for room to write.
    bool wantsToWrite() const { return m_wantsToWrite; }
    /// Whether the TLS handshake is over; true without TLS.
    bool isReady() const;
    /// Says that nothing more will be sent.
    void endWriting();
    /// Reads and forgets what still comes, past TLS.
    Moved discard(std::span<char> into);

private:
    struct Tls;
    int m_socket;
    bool m_wantsToWrite = false;
    std::unique_ptr<Tls> m_tls;
};

} // namespace foyer::server
