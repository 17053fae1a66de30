// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/protocol/enrolment.h"
#include "sync/protocol/request_signature.h"
#include "sync/server/process/foyer_server.h"
#include "tests/support/counter_fixture.h"
#include "tests/support/raw_client.h"

#include <QTemporaryDir>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

namespace foyer::test {

/// A router behind TLS on a free port of the loopback, with limits of one's own.
class BareServer {
public:
    explicit BareServer(server::ServerOptions options = {});
    ~BareServer();

    server::Router router;
    server::Metrics metrics;
    server::WakeLine wakeLine;

    void start();
    void stop() { m_server->stop(); }
    std::uint16_t port() const { return m_server->port(); }
    RawClient connect() const { return RawClient{port()}; }
    std::string log();

    /// A public route.
    void add(const std::string& method, const std::string& path, server::Handler handler,
             std::size_t bodyMax = 0, bool isQuick = false);

private:
    QTemporaryDir m_folder;
    SystemClock m_clock;
    SystemRandom m_random;
    server::ServerOptions m_options;
    std::mutex m_mutex;
    std::string m_lines;
    server::ServerLog m_log;
    server::RateLimits m_limits;
    server::RequestGate m_gate;
    std::unique_ptr<server::HttpServer> m_server;
};

/// A clock that stands until it is told to go on, whichever thread looks.
class SharedClock final : public Clock {
public:
    Instant now() const override { return Instant{m_ms.load()}; }
    void pass(std::int64_t ms) { m_ms += ms; }

private:
    std::atomic<std::int64_t> m_ms{1'795'435'200'000}; // 2026-11-23T12:00:00Z
};

/// A counter as the server sees it: a key, and what is signed with it.
struct TestDevice {
    OrganizerId organizer;
    ReplicaId id;
    std::unique_ptr<SigningKey> key;
    std::string token;

    TestDevice(const Clock& clock, Random& random);
    std::string keyId() const { return protocol::keyThumbprint(key->publicKey()); }
};

/// What of a signed request a test wants otherwise.
struct Twist {
    std::int64_t clockOffsetSeconds = 0;
    std::function<void(protocol::SignedRequest&)> beforeSigning;
    std::function<void(protocol::SignedRequest&, protocol::SignatureHeaders&, std::string& body)>
        afterSigning;
    std::string extraHeaders;
    std::string token; ///< in place of the device's own
};

/// What hashing a password costs on the server of a test, and on counters that sync with it.
inline constexpr PasswordCost kCheap{1, 64};

/// The whole server, with a clock that stands still and cheap hashes.
class ServerFixture {
public:
    /// `hasHouse` false: the first counter that joins brings it along.
    explicit ServerFixture(std::function<void(server::FoyerServerOptions&)> change = {},
                           bool hasHouse = true);
    ~ServerFixture();

    server::FoyerServer& server() { return *m_server; }
    SharedClock& clock() { return m_clock; }
    Random& random() { return m_random; }
    OrganizerId organizer() const { return m_organizer; }
    std::string log();
    std::string folder() const { return m_folder.path().toStdString(); }
    RawClient connect() { return RawClient{m_server->port()}; }
    /// Stops it and opens it again on the same store.
    void restart();
    /// A copy of its database as it is now, for restore(). Once.
    std::string backup();
    /// Stops it, puts a backup in the place of its database, and opens it again. `why`: said to the
    /// server as whoever runs it has to; nothing: it is not told.
    void restore(const std::string& copy, const std::string& why, OrganizerId house);

    /// What a counter joins by; of a house that it brings along where none is named. `url`: the way
    /// to the server, where it is not its own port.
    std::string invitation(const std::string& name, OrganizerId house = {},
                           const std::string& url = {});
    TestDevice newDevice() { return TestDevice{m_clock, m_random}; }
    protocol::EnrolmentRequest enrolment(const TestDevice& device, const std::string& code);
    RawAnswer post(const std::string& path, const std::string& body);
    /// A device that is enrolled and has a token.
    TestDevice enrolled(const std::string& name = "Counter 2");
    RawAnswer askToken(TestDevice& device);
    /// Shuts a device out, as by an administrator; "done", or the code of the refusal. Of another
    /// house than organizer() where it is named.
    std::string revoke(ReplicaId device, std::optional<OrganizerId> house = std::nullopt);
    /// A signed request.
    RawAnswer call(const TestDevice& device, const std::string& method, const std::string& target,
                   std::string body = {}, const Twist& twist = {});

private:
    void openServer();

    QTemporaryDir m_folder;
    SharedClock m_clock;
    SystemRandom m_random;
    bool m_hasHouse;
    OrganizerId m_organizer;
    std::mutex m_mutex;
    std::string m_lines;
    server::FoyerServerOptions m_options;
    std::unique_ptr<server::FoyerServer> m_server;
};

} // namespace foyer::test
