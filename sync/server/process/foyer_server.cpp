// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/process/foyer_server.h"

#include "sync/server/administration/administration_routes.h"
#include "sync/server/http/openapi.h"
#include "sync/server/http/watch_routes.h"
#include "sync/server/identity/identity_routes.h"
#include "sync/server/payments/payment_routes.h"
#include "sync/server/payments/providers/bank_provider.h"
#include "sync/server/payments/providers/make_provider.h"
#include "sync/server/payments/reconciliation_routes.h"
#include "sync/server/process/server_parts.h"

namespace foyer::server {
namespace {

Result<PaymentOptions> paymentOptions(const PaymentServerOptions& given, std::string publicUrl,
                                      const std::function<Database&()>& database,
                                      const Clock& clock)
{
    PaymentOptions options;
    options.publicUrl = std::move(publicUrl);
    options.language = given.language;
    options.isTest = given.isTest;
    for (const auto& provider : given.providers) {
        const std::string& name = provider.settings.name;
        if (isBankProvider(name)) {
            auto account = readBankAccount(provider.settings);
            if (!account) {
                return std::move(account).error();
            }
            options.banks[name] = account->iban;
            options.providers[name] = {std::make_shared<BankProvider>(name, *std::move(account),
                                                                      database, clock),
                                       {}};
            continue;
        }
        auto made = makeProvider(provider.settings);
        if (!made) {
            return std::move(made).error();
        }
        options.providers[name] = {*std::move(made), provider.readers};
    }
    return options;
}

} // namespace

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
        if (options.mail) {
            if (auto opened = d->openMail(*options.mail, clock, random); !opened) {
                return std::move(opened).error();
            }
        }
        d->openNotices(clock, random);
        const auto here = [&parts = *d]() -> Database& { return parts.store.here(); };
        auto payments = paymentOptions(options.payments, d->url, here, clock);
        if (!payments) {
            return std::move(payments).error();
        }
        d->openPayments(*std::move(payments), clock, random);
        d->openBank(clock);
        d->openPayouts(clock, random);
        if (options.pictures.worker && !options.pictures.folder.empty()) {
            d->openPictures(clock, random);
        }
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
        addUnsubscribeRoutes(d->router, d->unsubscribing);
        addAddressRoutes(d->router,
                         {[&parts = *d]() -> Database& { return parts.store.here(); }, d->log});
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

JobRunner& FoyerServer::jobs()
{
    return d->jobs;
}

PaymentDesk& FoyerServer::payments()
{
    return *d->payments;
}

MailDesk* FoyerServer::mail()
{
    return d->mail.get();
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
    const auto scheduled = guarded([this]() -> Result<void> {
        d->notices->begin(d->store.here());
        if (d->letters) {
            d->letters->scheduleReminders(d->store.here());
        }
        d->payouts->plan(d->store.here());
        return {};
    });
    if (!scheduled) {
        return scheduled;
    }
    d->jobs.start(d->options.jobWorkers);
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
    d->jobs.stop();
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
