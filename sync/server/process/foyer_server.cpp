// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/process/foyer_server.h"

#include "core/services/guarded.h"
#include "core/services/authority/device_office.h"
#include "core/services/authority/replica_enrolment.h"
#include "sync/server/administration/administration_routes.h"
#include "sync/server/feed/availability_routes.h"
#include "sync/server/feed/customer_key_routes.h"
#include "sync/server/feed/feed_watch.h"
#include "sync/server/feed/snapshot_routes.h"
#include "sync/server/feed/sync_routes.h"
#include "sync/server/http/openapi.h"
#include "sync/server/http/watch_routes.h"
#include "sync/server/identity/caller_proof.h"
#include "sync/server/identity/card_desk.h"
#include "sync/server/identity/identity_routes.h"
#include "sync/server/observe/thread_signals.h"

#include <atomic>
#include <condition_variable>
#include <thread>

namespace foyer::server {
namespace {

std::string urlOf(const FoyerServerOptions& options)
{
    return options.publicUrl.empty() ? "https://localhost:" + std::to_string(options.http.port)
                                     : options.publicUrl;
}

} // namespace

struct FoyerServer::Private {
    Private(const FoyerServerOptions& given, SecretBytes sealing, std::string tlsPin,
            const Clock& clock, Random& random)
        : options{given}, pin{std::move(tlsPin)}, url{urlOf(given)}, log{clock, given.logLevel,
                                                                         given.logSink},
          store{given.database}, keys{store, std::move(sealing), clock, random}, registry{store},
          turnstile{given.hashCost}, mint{keys, url, clock, random},
          devices{store, keys, registry, turnstile, mint, pin, clock, random}, secrets{store,
                                                                                       registry,
                                                                                       turnstile,
                                                                                       clock},
          sessions{store, registry, turnstile, mint, clock, random}, cards{store, keys, registry,
                                                                           clock, random},
          desk{[path = given.database] { return Database::open(path, Database::Mode::ReadWrite); },
               [this](OrganizerId organizer) {
                   return AuthorityKeys{keys.authorityOf(organizer), keys.deviceOf(organizer)};
               },
               [this](OrganizerId organizer, std::int64_t position) {
                   wakeLine.announce(organizer, position);
               },
               clock, random},
          syncDesk{desk, [this]() -> Database& { return store.here(); },
                   [this, &clock](OrganizerId organizer, ReplicaId device) {
                       return keysOf(organizer, device, clock.now());
                   },
                   [this](OrganizerId organizer, ReplicaId device) { suspend(organizer, device); },
                   clock},
          shelf{[path = given.database] { return Database::open(path, Database::Mode::ReadWrite); },
                [this](OrganizerId organizer) { return keys.authorityOf(organizer); },
                given.snapshotFrom, clock,
                [this](const std::string& code) {
                    log.error("snapshot_failed", {{"code", code}});
                }},
          snapshotDesk{shelf, [this]() -> Database& { return store.here(); }},
          availability{wakeLine, availabilityCache, [this]() -> Database& { return store.here(); }},
          customerKeys{syncDesk,
                       [this](ByteView text, std::string_view purpose) {
                           return keys.sealed(text, purpose);
                       },
                       [this](ByteView sealed, std::string_view purpose) {
                           return keys.opened(sealed, purpose);
                       },
                       random},
          callers{keys, registry, url}, gate{router, limits, &callers, log, metrics, clock, random},
          observerGate{observerRouter, limits, nullptr, log, observerMetrics, clock, random}
    {}

    FoyerServerOptions options;
    std::string pin;
    std::string url;
    Metrics metrics;
    Metrics observerMetrics; ///< asking for figures does not change them
    ServerLog log;
    WakeLine wakeLine;
    WakeLine observerWakeLine;
    RateLimits limits{options.limitClock};
    Router router;
    Router observerRouter;
    ServerStore store;
    ServerKeys keys;
    DeviceRegistry registry;
    HashTurnstile turnstile;
    TokenMint mint;
    Devices devices;
    UserSecrets secrets;
    UserSessions sessions;
    CardDesk cards;
    AuthorityDesk desk;
    SyncDesk syncDesk;
    SnapshotShelf shelf;
    SnapshotDesk snapshotDesk;
    AvailabilityCache availabilityCache;
    AvailabilityDesk availability;
    CustomerKeyDesk customerKeys;
    CallerProof callers;
    RequestGate gate;
    RequestGate observerGate;
    std::atomic<bool> isReady{false};
    std::unique_ptr<HttpServer> http;
    std::unique_ptr<HttpServer> observer;
    std::unique_ptr<FeedWatch> feedWatch; ///< after those whom it wakes
    std::mutex mutex;
    std::condition_variable_any wake;
    std::mutex deniedMutex; ///< not the other one, which housekeeping holds while it waits for SQL
    std::map<std::pair<UserId, Permission>, std::chrono::steady_clock::time_point> denied;
    std::jthread housekeeping; ///< last, so that it ends before what it works on

    std::vector<PublicKey> keysOf(OrganizerId organizer, ReplicaId device, Instant now)
    {
        std::vector<PublicKey> inForce;
        if (const auto known = registry.find(organizer, device)) {
            for (const DeviceKey& key : known->keys) {
                if (!key.validUntil || now < *key.validUntil) {
                    inForce.push_back(key.key);
                }
            }
        }
        return inForce;
    }

    /// Two copies of a device write; neither may go on before somebody has looked.
    void suspend(OrganizerId organizer, ReplicaId device)
    {
        (void)desk.doAndWait(organizer, [&](Authority& authority, FeedBatch& feed) {
            shutOutFork(authority, feed, device);
        });
        registry.forget(organizer, device);
        metrics.add("foyer_journal_forks_total");
        log.warning("journal_fork", {{"device", device.text()}});
    }

    /// What somebody tried and may not is kept, at most once a minute: a clerk who leans on a key
    /// must not fill the journal.
    void noteDenied(const Caller& caller, Permission permission)
    {
        constexpr std::chrono::minutes kEach{1};
        const auto now = std::chrono::steady_clock::now();
        {
            const std::lock_guard lock{deniedMutex};
            std::erase_if(denied, [&](const auto& each) { return now - each.second >= kEach; });
            if (!denied.emplace(std::pair{*caller.user, permission}, now).second) {
                return;
            }
        }
        (void)desk.doAndWait(caller.organizer, [&](Authority& authority, FeedBatch& feed) {
            noteRefusal(authority, feed, *caller.user, permission);
        });
    }

    Result<Devices::Welcome> welcome(OrganizerId organizer,
                                     const protocol::EnrolmentRequest& request,
                                     const std::string& name, bool brings)
    {
        if (brings) {
            if (auto adopted = desk.adopt(organizer); !adopted) {
                return std::move(adopted).error();
            }
        }
        Result<Devices::Welcome> answer = Devices::Welcome{};
        const auto done = desk.doAndWait(organizer, [&](Authority& authority, FeedBatch& batch) {
            if (!request.organizer.isNil()) {
                certifyFounder(authority, batch, {request.replica, name, request.ticketKey});
                answer = Devices::Welcome{authority.replica(), {}}; // it has its series
                return;
            }
            const auto terms =
                enrolReplica(authority, batch, {request.replica, name, request.ticketKey});
            answer = terms ? Result<Devices::Welcome>{{terms->authority, terms->series}}
                           : Result<Devices::Welcome>{terms.error()};
        });
        return done ? answer : Result<Devices::Welcome>{done.error()};
    }

    void keepHouse(const std::stop_token& stop)
    {
        constexpr std::chrono::minutes kEach{1};
        leaveSignalsToMain();
        std::unique_lock lock{mutex};
        while (!wake.wait_for(lock, stop, kEach, [&] { return stop.stop_requested(); })) {
            const auto done = guarded([this]() -> Result<void> {
                keys.rotateWhenDue();
                registry.storeSeen();
                return {};
            });
            if (!done) {
                log.error("housekeeping_failed", {{"code", done.error().code}});
            }
        }
    }
};

FoyerServer::FoyerServer(std::unique_ptr<Private> parts) : d{std::move(parts)} {}

FoyerServer::~FoyerServer()
{
    stop();
}

Result<std::unique_ptr<FoyerServer>> FoyerServer::open(const FoyerServerOptions& options,
                                                       const Clock& clock, Random& random)
{
    return guarded([&]() -> Result<std::unique_ptr<FoyerServer>> {
        auto tls = serverTls(options.tls);
        if (!tls) {
            return tls.error();
        }
        const auto pin = publicKeyPin(options.tls.certificate);
        if (!pin) {
            return pin.error();
        }
        auto sealing = readKeyFile(options.keyFile, false, random);
        if (!sealing) {
            return sealing.error();
        }
        FoyerServerOptions filled = options;
        filled.http.tls = *tls;
        auto d = std::make_unique<Private>(filled, *std::move(sealing), *pin, clock, random);
        const IsHealthy isHealthy = [&ready = d->isReady] { return ready.load(); };
        addHealthRoute(d->router, isHealthy);
        addOpenApiRoute(d->router, options.version);
        addWakeRoute(d->router);
        d->devices.setHost(
            [&parts = *d](OrganizerId organizer, const auto& request, const std::string& name,
                          bool brings) { return parts.welcome(organizer, request, name, brings); });
        addSyncRoutes(d->router, d->syncDesk);
        addSnapshotRoutes(d->router, d->snapshotDesk);
        addAvailabilityRoute(d->router, d->availability);
        addCustomerKeyRoutes(d->router, d->customerKeys);
        addIdentityRoutes(d->router, d->devices, d->sessions, d->limits, d->log, d->metrics);
        addAdministrationRoutes(d->router,
                                {d->desk, d->devices, d->registry, d->secrets,
                                 [&parts = *d]() -> Database& { return parts.store.here(); },
                                 d->log, clock});
        d->gate.setNoteDenied([&parts = *d](const Caller& caller, Permission permission) {
            parts.noteDenied(caller, permission);
        });
        addCardRoute(d->router, d->cards);
        addObserverRoutes(d->observerRouter, d->metrics, isHealthy);
        return std::unique_ptr<FoyerServer>{new FoyerServer{std::move(d)}};
    });
}

Router& FoyerServer::router()
{
    return d->router;
}

WakeLine& FoyerServer::wakeLine()
{
    return d->wakeLine;
}

ServerStore& FoyerServer::store()
{
    return d->store;
}

ServerKeys& FoyerServer::keys()
{
    return d->keys;
}

Devices& FoyerServer::devices()
{
    return d->devices;
}

UserSecrets& FoyerServer::secrets()
{
    return d->secrets;
}

UserSessions& FoyerServer::sessions()
{
    return d->sessions;
}

DeviceRegistry& FoyerServer::registry()
{
    return d->registry;
}

AuthorityDesk& FoyerServer::desk()
{
    return d->desk;
}

Metrics& FoyerServer::metrics()
{
    return d->metrics;
}

ServerLog& FoyerServer::log()
{
    return d->log;
}

const std::string& FoyerServer::pin() const
{
    return d->pin;
}

const std::string& FoyerServer::publicUrl() const
{
    return d->url;
}

Result<void> FoyerServer::start()
{
    const auto watching = guarded([this]() -> Result<void> {
        d->feedWatch = std::make_unique<FeedWatch>(d->options.database,
                                                   [d = d.get()](OrganizerId organizer,
                                                                 std::int64_t position) {
                                                       d->wakeLine.announce(organizer, position);
                                                   });
        return {};
    });
    if (!watching) {
        return watching;
    }
    d->http = std::make_unique<HttpServer>(d->options.http, d->gate, d->wakeLine, d->metrics);
    if (auto started = d->http->start(); !started) {
        return started;
    }
    if (d->options.observerPort) {
        ServerOptions options;
        options.port = *d->options.observerPort;
        options.loops = 1;
        options.workers = 1;
        options.connectionsMax = 64;
        d->observer = std::make_unique<HttpServer>(options, d->observerGate, d->observerWakeLine,
                                                   d->observerMetrics);
        if (auto started = d->observer->start(); !started) {
            return started;
        }
    }
    d->housekeeping =
        std::jthread{[d = d.get()](const std::stop_token& stop) { d->keepHouse(stop); }};
    d->isReady = true;
    d->log.info("started", {{"port", d->http->port()}, {"version", d->options.version}});
    return {};
}

std::uint16_t FoyerServer::port() const
{
    return d->http->port();
}

std::uint16_t FoyerServer::observerPort() const
{
    return d->observer->port();
}

void FoyerServer::stop()
{
    if (!d->isReady.exchange(false)) {
        return;
    }
    d->log.info("stopping", {});
    d->housekeeping = {};
    d->feedWatch.reset();
    d->http->stop();
    if (d->observer) {
        d->observer->stop();
    }
    (void)guarded([this]() -> Result<void> {
        d->registry.storeSeen();
        return {};
    });
    d->log.info("stopped", {});
}

} // namespace foyer::server
