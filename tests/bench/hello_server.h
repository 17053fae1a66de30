// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/http/server_tls.h"
#include "tests/bench/forked_process.h"

#include <cstdint>
#include <string>

namespace foyer::bench {

/// The limit of a small answer: Poco's own HTTPServer over TLS, which says the same to everybody.
/// In a process of its own. Made before any thread: it forks.
class HelloServer {
public:
    HelloServer(const server::TlsFiles& tls, const std::string& text);

    std::uint16_t port() const { return m_port; }

private:
    ForkedProcess m_process;
    std::uint16_t m_port = 0;
};

} // namespace foyer::bench
