// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/services/authority/device_office.h"
#include "core/services/authority/replica_enrolment.h"
#include "core/services/branding.h"
#include "core/services/guarded.h"
#include "sync/server/feed/availability_routes.h"
#include "sync/server/feed/customer_key_routes.h"
#include "sync/server/feed/feed_watch.h"
#include "sync/server/feed/snapshot_routes.h"
#include "sync/server/feed/sync_routes.h"
#include "sync/server/identity/caller_proof.h"
#include "sync/server/identity/card_desk.h"
#include "sync/server/jobs/erasure_scrub.h"
#include "sync/server/letters/address_routes.h"
#include "sync/server/letters/letter_desk.h"
#include "sync/server/letters/unsubscribe_routes.h"
#include "sync/server/notices/notice_desk.h"
#include "sync/server/observe/thread_signals.h"
#include "sync/server/payments/bank/bank_routes.h"
#include "sync/server/payments/payout_routes.h"
#include "sync/server/payments/reconciliation.h"
#include "sync/server/pictures/picture_routes.h"
#include "sync/server/process/foyer_server.h"

#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

namespace foyer::server {

/// The parts of a server, each made of those before it. For foyer_server.cpp.
struct FoyerServer::Private {
    static constexpr std::string_view kMailPurpose = "foyer-mail-1";
    static constexpr std::string_view kBankPurpose = "foyer-bank-1";
    static constexpr std::string_view kUnsubscribePurpose = "foyer-unsubscribe-1";

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
                   if (payments && payments->takeHasAsked()) {
                       jobs.wake();
                   }
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
          unsubscribing{[this]() -> Database& { return store.here(); },
                        [this](ByteView text) { return keys.sealed(text, kUnsubscribePurpose); },
                        [this](ByteView sealed) {
                            return keys.opened(sealed, kUnsubscribePurpose);
                        },
                        url,
                        clock,
                        random},
          jobs{given.database, clock, random, log, metrics}, callers{keys, registry, url},
          gate{router, limits, &callers, log, metrics, clock, random},
          observerGate{observerRouter, limits, nullptr, log, observerMetrics, clock, random}
    {}

    static std::string urlOf(const FoyerServerOptions& options)
    {
        return options.publicUrl.empty() ? "https://localhost:" + std::to_string(options.http.port)
                                         : options.publicUrl;
    }

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
    UnsubscribeDesk unsubscribing;
    std::unique_ptr<MailDesk> mail;
    std::optional<LetterParts> letterParts;
    std::unique_ptr<LetterDesk> letters; ///< null where there is no mail
    std::unique_ptr<NoticeDesk> notices;
    std::unique_ptr<PaymentDesk> payments;
    std::unique_ptr<Reconciliation> reconciliation;
    std::unique_ptr<BankDesk> bank;
    std::unique_ptr<PayoutDesk> payouts;
    std::unique_ptr<PictureDesk> pictures; ///< null where none are taken
    JobRunner jobs;                        ///< after what its jobs work with
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

    /// From here on facts that arrive bring letters about.
    /// After the reconciliation, whose accounts it looks at.
    /// After the mail, where there is some.
    void openNotices(const Clock& clock, Random& random)
    {
        followWithScrubbing(desk.followUps(), clock, random);
        jobs.add(scrubJob());
        notices = std::make_unique<NoticeDesk>(
            NoticeParts{desk, mail.get(), options.mail ? options.mail->bounces : "", log, clock,
                        random});
        jobs.add(notices->watchJob());
        jobs.add(notices->mailJob());
    }

    void openPayments(PaymentOptions given, const Clock& clock, Random& random)
    {
        payments =
            std::make_unique<PaymentDesk>(std::move(given), desk, clock, random, log, metrics);
        payments->follow(desk.followUps());
        jobs.add(payments->job());
        jobs.add(payments->gapsJob());
        const auto here = [this]() -> Database& { return store.here(); };
        const auto wakeJobs = [this] { jobs.wake(); };
        addPaymentRoutes(router, {*payments, here, wakeJobs, log, metrics});
        reconciliation = std::make_unique<Reconciliation>(*payments, clock, random, log, metrics);
        reconciliation->follow(desk.followUps());
        jobs.add(reconciliation->job());
        addReconciliationRoutes(router, {*reconciliation, here, wakeJobs, log, clock});
    }

    void openPayouts(const Clock& clock, Random& random)
    {
        payouts = std::make_unique<PayoutDesk>(PayoutDesk::Options{options.payments.payoutSchedule,
                                                                   reconciliation->accounts()},
                                               desk, clock, random, log);
        jobs.add(payouts->job());
        jobs.add(payouts->planJob());
        addPayoutRoutes(router,
                        {*payouts, [this]() -> Database& { return store.here(); }, log, clock});
    }

    void openPictures(const Clock& clock, Random& random)
    {
        pictures = std::make_unique<PictureDesk>(
            options.pictures,
            PictureDesk::Parts{[this]() -> Database& { return store.here(); },
                               [this] { jobs.wake(); }, log, clock, random});
        jobs.add(pictures->makeJob());
        jobs.add(pictures->collectJob());
        addPictureRoutes(router, *pictures);
    }

    Result<void> openMail(const MailOptions& given, const Clock& clock, Random& random)
    {
        auto opened = MailDesk::open(
            given, [this](ByteView text) { return keys.sealed(text, kMailPurpose); },
            [this](ByteView sealed) { return keys.opened(sealed, kMailPurpose); }, clock, random);
        if (!opened) {
            return std::move(opened).error();
        }
        mail = *std::move(opened);
        jobs.add(mail->job());
        letterParts.emplace(LetterParts{
            *mail, given.bounces,
            [this](ByteView sealed, CustomerId customer) {
                return keys.opened(sealed, customerKeyPurpose(customer));
            },
            [this, &clock](OrganizerId organizer) { return ticketKeyOf(organizer, clock.now()); },
            [this](OrganizerId organizer, CustomerId customer, std::string_view address) {
                return unsubscribeUrl(unsubscribing, organizer, customer, address);
            },
            [this](Database& database, OrganizerId organizer) {
                return pictures ? readLogo(database, organizer, pictures->files()) : nullptr;
            },
            clock, random,
            [this](OrganizerId organizer, EventId event) {
                return pictures ? pictures->paperPoster(organizer, event) : nullptr;
            }});
        letters = std::make_unique<LetterDesk>(*letterParts, desk);
        letters->addTo(jobs);
        followWithLetters(desk.followUps(), clock, random);
        return {};
    }

    /// After the payments.
    void openBank(const Clock& clock)
    {
        bank = std::make_unique<BankDesk>(
            *payments, desk, [this](ByteView text) { return keys.sealed(text, kBankPurpose); },
            [this](ByteView sealed) { return keys.opened(sealed, kBankPurpose); }, clock, log,
            metrics);
        addBankRoutes(router,
                      {*bank, [this]() -> Database& { return store.here(); },
                       [this] { jobs.wake(); }});
    }

    /// The key that the server signs tickets with, once the counters can hear that it may.
    std::shared_ptr<const SigningKey> ticketKeyOf(OrganizerId organizer, Instant now)
    {
        auto key = keys.ticketsOf(organizer);
        if (!isServerCertified(store.here(), organizer, key->publicKey(), now)) {
            const auto done = desk.doAndWait(organizer, [&](Authority& authority, FeedBatch& feed) {
                certifyServer(authority, feed, key->publicKey());
            });
            return done ? key : nullptr;
        }
        return key;
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
        // Known to all counters before the first ticket that it signs is at a door.
        const auto tickets = mail ? keys.ticketsOf(organizer) : nullptr;
        Result<Devices::Welcome> answer = Devices::Welcome{};
        const auto done = desk.doAndWait(organizer, [&](Authority& authority, FeedBatch& batch) {
            if (tickets) {
                certifyServer(authority, batch, tickets->publicKey());
            }
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

} // namespace foyer::server
