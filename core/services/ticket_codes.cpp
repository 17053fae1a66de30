// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/ticket_codes.h"

#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/guarded.h"
#include "core/services/offer_cache.h"
#include "core/storage/identity_store.h"
#include "core/storage/sync_store.h"

#include <algorithm>
#include <map>

namespace foyer {
namespace {

constexpr std::int64_t kHourMs = 3'600'000;
// Doors may open early and a show may run late: a ticket is valid for its day and the night after
// it.
constexpr std::int64_t kValidBeforeMs = 12 * kHourMs;
constexpr std::int64_t kValidAfterMs = 18 * kHourMs;

std::vector<TicketKeyCertificate> certificatesHere(Counter& counter)
{
    std::vector<TicketKeyCertificate> certificates;
    for (const Bytes& content : readCertificates(counter.database(), counter.organizer())) {
        if (auto certificate = decodeCertificate(content)) {
            certificates.push_back(*std::move(certificate));
        }
    }
    return certificates;
}

TicketClaims claimsOf(const Ticket& ticket, const Performance* performance)
{
    TicketClaims claims{.performance = performanceReference(ticket.performance),
                        .ticket = ticket.id,
                        .type = typeReference(ticket.type),
                        .notAfter = UINT32_MAX};
    if (performance != nullptr) {
        claims.notBefore = ticketMinutes({performance->startsAt.ms - kValidBeforeMs});
        claims.notAfter = ticketMinutes({performance->startsAt.ms + kValidAfterMs});
    }
    return claims;
}

} // namespace

std::vector<std::string> ticketCodes(Counter& counter, const Order& order)
{
    const SigningKey key{counter.keys().ticket};
    std::vector<std::string> codes;
    for (const Ticket& ticket : order.tickets) {
        const auto offer = counter.offers().offer(ticket.performance);
        codes.push_back(ticketCode(ticket, offer ? &offer->offer.performance : nullptr, key));
    }
    return codes;
}

std::string ticketCode(const Ticket& ticket, const Performance* performance, const SigningKey& key)
{
    return signTicket(claimsOf(ticket, performance), key);
}

const TicketVerifier& ticketVerifier(Counter& counter)
{
    auto& kept = counter.verifier();
    if (!kept) {
        // The key of a counter that was the authority itself vouches for what it sold before.
        std::vector<PublicKey> authorities{SigningKey{counter.keys().authority}.publicKey()};
        const Membership* joined = counter.membership();
        if (joined != nullptr && joined->authorityKey.size() == sizeof(PublicKey)) {
            std::ranges::copy(joined->authorityKey, authorities.emplace_back().begin());
        }
        kept = std::make_unique<TicketVerifier>(counter.organizer(), authorities,
                                                certificatesHere(counter));
        kept->signsWith(SigningKey{counter.keys().ticket});
    }
    return *kept;
}

Result<KeyOverview> keyOverview(Counter& counter)
{
    return guarded([&]() -> Result<KeyOverview> {
        if (auto may = counter.access().require(Permission::RunCounter); !may) {
            return std::move(may).error();
        }
        return KeyOverview{counter.name(), SigningKey{counter.keys().authority}.publicKey(),
                           SigningKey{counter.keys().device}.publicKey(),
                           SigningKey{counter.keys().ticket}.publicKey(),
                           certificatesHere(counter)};
    });
}

} // namespace foyer
