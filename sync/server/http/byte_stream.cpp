// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/http/byte_stream.h"

#include "core/base/ensure.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>

namespace foyer::server {
namespace {

ByteStream::Moved movedOf(ssize_t result)
{
    if (result > 0) {
        return {ByteStream::Outcome::Done, static_cast<std::size_t>(result)};
    }
    if (result == 0) {
        return {ByteStream::Outcome::Ended, 0};
    }
    const bool waits = errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
    return {waits ? ByteStream::Outcome::WouldBlock : ByteStream::Outcome::Failed, 0};
}

} // namespace

struct ByteStream::Tls {
    explicit Tls(SSL* session) : ssl{session} {}
    ~Tls() { SSL_free(ssl); }
    Tls(const Tls&) = delete;
    Tls& operator=(const Tls&) = delete;
    SSL* ssl;
    bool hasFailed = false;

    Moved outcome(int result, bool& wantsToWrite)
    {
        const int error = SSL_get_error(ssl, result);
        wantsToWrite = error == SSL_ERROR_WANT_WRITE;
        if (error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE) {
            return {Outcome::WouldBlock, 0};
        }
        // After either of these nothing more may be asked of the connection, a goodbye neither.
        hasFailed = error == SSL_ERROR_SSL || error == SSL_ERROR_SYSCALL;
        ERR_clear_error();
        return {error == SSL_ERROR_ZERO_RETURN ? Outcome::Ended : Outcome::Failed, 0};
    }
};

ByteStream::ByteStream(int socket, ssl_ctx_st* tls) : m_socket{socket}
{
    if (tls != nullptr) {
        SSL* ssl = SSL_new(tls);
        ENSURE(ssl != nullptr && SSL_set_fd(ssl, socket) == 1);
        SSL_set_accept_state(ssl);
        m_tls = std::make_unique<Tls>(ssl);
    }
}

ByteStream::~ByteStream()
{
    m_tls.reset();
    ::close(m_socket);
}

ByteStream::Moved ByteStream::read(std::span<char> into)
{
    if (!m_tls) {
        m_wantsToWrite = false;
        return movedOf(::recv(m_socket, into.data(), into.size(), 0));
    }
    ERR_clear_error();
    const int result = SSL_read(m_tls->ssl, into.data(), static_cast<int>(into.size()));
    return result > 0 ? Moved{Outcome::Done, static_cast<std::size_t>(result)}
                      : m_tls->outcome(result, m_wantsToWrite);
}

ByteStream::Moved ByteStream::write(std::string_view bytes)
{
    if (!m_tls) {
        m_wantsToWrite = true;
        return movedOf(::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL));
    }
    ERR_clear_error();
    const int result = SSL_write(m_tls->ssl, bytes.data(), static_cast<int>(bytes.size()));
    return result > 0 ? Moved{Outcome::Done, static_cast<std::size_t>(result)}
                      : m_tls->outcome(result, m_wantsToWrite);
}

bool ByteStream::isReady() const
{
    return !m_tls || SSL_is_init_finished(m_tls->ssl) == 1;
}

void ByteStream::endWriting()
{
    if (m_tls && !m_tls->hasFailed && isReady()) {
        SSL_shutdown(m_tls->ssl);
        ERR_clear_error();
    }
    ::shutdown(m_socket, SHUT_WR);
}

ByteStream::Moved ByteStream::discard(std::span<char> into)
{
    m_wantsToWrite = false;
    return movedOf(::recv(m_socket, into.data(), into.size(), 0));
}

} // namespace foyer::server
