// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/authority/replica_enrolment.h"

#include "core/domain/admission/certificate.h"
#include "core/domain/journal/bodies.h"
#include "core/domain/sales/order_code.h"
#include "core/services/authority/restored_authority.h"
#include "core/services/ticket_signature.h"
#include "core/storage/identity_store.h"
#include "core/storage/sync_store.h"

#include <algorithm>

namespace foyer {
namespace {

constexpr std::int64_t kDayMs = 86'400'000;
constexpr std::int64_t kCertificateDays = 400; // a year, and time to renew
constexpr std::int64_t kServerDays = 200;      // so long before, the server's is renewed
constexpr std::size_t kNameMax = 100;

/// The first series that nobody has. They are few hundred, so they are tried in turn from a random
/// one on.
std::optional<std::string> freeSeries(Authority& authority)
{
    const std::size_t letters = kOrderCodeAlphabet.size();
    std::array<std::uint8_t, 2> bytes{};
    authority.random().fill(bytes);
    const std::size_t all = letters * letters;
    const std::size_t start = (std::size_t{bytes[0]} << 8 | bytes[1]) % all;
    for (std::size_t i = 0; i < all; ++i) {
        const std::size_t number = (start + i) % all;
        const std::string series{kOrderCodeAlphabet[number / letters],
                                 kOrderCodeAlphabet[number % letters]};
        if (!isSeriesTaken(authority.database(), authority.organizer(), series)) {
            return series;
        }
    }
    return std::nullopt;
}

void certify(Authority& authority, FeedBatch& batch, const ReplicaApplication& application)
{
    const Instant now = authority.clock().now();
    TicketKeyCertificate certificate{.counter = application.replica,
                                     .counterName = application.name,
                                     .organizer = authority.organizer(),
                                     .ticketKey = application.ticketKey,
                                     .validFrom = Instant{now.ms - kDayMs},
                                     .validUntil = Instant{now.ms + kCertificateDays * kDayMs}};
    signCertificate(certificate, *authority.keys().root);
    Journal::Act act{authority.journal(), Permit::ofProgram(), batch};
    act.append(kind::kKeyCertified, encode(KeyCertified{encodeCertificate(certificate)}));
    act.commit();
}

} // namespace

void certifyFounder(Authority& authority, FeedBatch& batch, const ReplicaApplication& application)
{
    certify(authority, batch, application);
}

void certifyServer(Authority& authority, FeedBatch& batch, const PublicKey& ticketKey)
{
    if (!isServerCertified(authority.database(), authority.organizer(), ticketKey,
                           authority.clock().now())) {
        certify(authority, batch, {authority.replica(), "Server", ticketKey});
    }
}

bool isServerCertified(Database& database, OrganizerId organizer, const PublicKey& ticketKey,
                       Instant now)
{
    const auto certificates = readCertificates(database, organizer);
    return std::ranges::any_of(certificates, [&](const Bytes& content) {
        const auto certificate = decodeCertificate(content);
        return certificate && certificate->ticketKey == ticketKey &&
            certificate->validUntil.ms - now.ms > kServerDays * kDayMs;
    });
}

Result<ReplicaTerms> enrolReplica(Authority& authority, FeedBatch& batch,
                                  const ReplicaApplication& application)
{
    Database& database = authority.database();
    if (!authority.isInCharge()) {
        return refused("not_in_charge",
                       "The counter that founded this organizer has not handed it over yet. Let it "
                       "sync first.");
    }
    if (application.name.empty() || application.name.size() > kNameMax) {
        return badInput("bad_name", "Give the counter a name of at most 100 characters.", "name");
    }
    ReplicaTerms terms{"", authority.rootKey(), authority.replica()};
    if (const auto given = readSeriesGiven(database, authority.organizer(), application.replica)) {
        terms.series = *given;
        return terms;
    }
    if (isAnyReportDue(authority)) {
        return refused("holders_unheard",
                       "This server was restored from a backup and has not heard from every "
                       "counter yet, so it does not know which series are in use. Connect the "
                       "other counters, or write off those that are lost.");
    }
    const auto series = freeSeries(authority);
    if (!series) {
        return refused("no_series_left",
                       "Every series of order codes is in use. Remove counters that are gone.");
    }
    terms.series = *series;
    storeSeriesGiven(database, authority.organizer(), terms.series, application.replica);
    certify(authority, batch, application);
    return terms;
}

} // namespace foyer
