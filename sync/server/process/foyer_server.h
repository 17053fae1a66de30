// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/crypto/password.h"
#include "sync/server/http/http_server.h"
#include "sync/server/http/server_tls.h"
#include "sync/server/identity/devices.h"
#include "sync/server/identity/user_secrets.h"
#include "sync/server/identity/user_sessions.h"
#include "sync/server/mail/mail_desk.h"
#include "sync/server/payments/payment_desk.h"
#include "sync/server/pictures/picture_desk.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace foyer::server {

class AuthorityDesk;

/// The payment providers of a server.
struct PaymentServerOptions {
    struct Provider {
        ProviderSettings settings; ///< an empty address is the adapter's own
        std::vector<PaymentOptions::Reader> readers;
    };
    std::vector<Provider> providers;
    std::string language = "en"; ///< of the providers' pages
    bool isTest = false;         ///< then no real money is taken, and live keys are refused
    std::string payoutSchedule;  ///< see PayoutDesk::Options::schedule
};

struct FoyerServerOptions {
    std::string
        database; ///< as of Database::open: a file, or a PostgreSQL server that several share
    std::string keyFile; ///< seals the server's keys; see readKeyFile()
    TlsFiles tls;
    ServerOptions http;    ///< .tls is filled in from `tls`
    std::string publicUrl; ///< "https://box.example:8443"; empty: localhost and the port it gets
    /// Figures and readiness, on the loopback, without TLS; nothing: not at all. 0: any free port.
    std::optional<std::uint16_t> observerPort;
    /// From so many entries of a feed on a new counter gets a snapshot instead of all of them.
    std::int64_t snapshotFrom = 2'000;
    std::string version = "0";
    PasswordCost hashCost;           ///< tests choose less
    std::optional<MailOptions> mail; ///< nothing: this server sends none
    PaymentServerOptions payments;
    PictureOptions pictures;
    int jobWorkers = 2; ///< how many jobs are done at a time
    /// Nanoseconds by which the rate limits count; the steady clock by default.
    std::function<std::int64_t()> limitClock;
    LogLevel logLevel = LogLevel::Info;
    ServerLog::Sink logSink; ///< standard error by default
};

/// The whole server as one object: what is stored, who may call, what can be called, and the
/// process around it. Further routes are added between open() and start().
class FoyerServer {
public:
    /// Opens store and keys, and binds nothing yet. Storage errors of Database::open and migrate,
    /// key_file, keys_sealed, tls_files.
    static Result<std::unique_ptr<FoyerServer>> open(const FoyerServerOptions& options,
                                                     const Clock& clock, Random& random);
    ~FoyerServer();
    FoyerServer(const FoyerServer&) = delete;
    FoyerServer& operator=(const FoyerServer&) = delete;

    Router& router();
    WakeLine& wakeLine();
    ServerStore& store();
    ServerKeys& keys();
    Devices& devices();
    UserSecrets& secrets();
    UserSessions& sessions();
    DeviceRegistry& registry();
    AuthorityDesk& desk();
    /// What is done outside of requests; kinds are added before start().
    JobRunner& jobs();
    PaymentDesk& payments();
    /// Null where this server sends no mail.
    MailDesk* mail();
    Metrics& metrics();
    ServerLog& log();
    /// Pin of the TLS key, for invitations.
    const std::string& pin() const;
    const std::string& publicUrl() const;

    /// Storage error cannot_listen.
    Result<void> start();
    std::uint16_t port() const;
    std::uint16_t observerPort() const;
    /// Finishes what is under way; see HttpServer::stop().
    void stop();

private:
    struct Private;
    explicit FoyerServer(std::unique_ptr<Private> parts);
    std::unique_ptr<Private> d;
};

} // namespace foyer::server
