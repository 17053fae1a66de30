// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/authority/payout_gathering.h"

#include "core/crypto/sha256.h"
#include "core/domain/sales/after_sale_entries.h"
#include "core/domain/sales/commission.h"
#include "core/domain/sales/provider_payment.h"
#include "core/storage/journal.h"
#include "core/storage/payout_gathering_store.h"
#include "core/storage/payout_store.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace foyer {
namespace {

constexpr std::int64_t kDayMs = 24LL * 60 * 60 * 1000;
/// So long ago an account may still say something new of a day that was paid out.
constexpr std::int64_t kLateDays = 40;

/// How far each chain is counted.
class Reach {
public:
    Reach() = default;
    explicit Reach(const std::vector<ChainMark>& marks)
    {
        for (const ChainMark& mark : marks) {
            set(mark);
        }
    }
    void set(const ChainMark& mark) { m_marks[{mark.replica, mark.epoch}] = mark.sequence; }
    std::int64_t of(const ChainMark& chain) const
    {
        const auto found = m_marks.find({chain.replica, chain.epoch});
        return found != m_marks.end() ? found->second : 0;
    }
    bool has(const ChainMark& place) const { return place.sequence <= of(place); }
    std::vector<ChainMark> marks() const
    {
        std::vector<ChainMark> marks;
        for (const auto& [chain, sequence] : m_marks) {
            marks.push_back({chain.first, chain.second, sequence});
        }
        return marks;
    }

private:
    std::map<std::pair<ReplicaId, std::int64_t>, std::int64_t> m_marks;
};

ChainMark placeOf(const Entry& entry)
{
    return {entry.replica, entry.epoch, entry.sequence};
}

/// What the entries of an order say of one of its tickets.
struct TicketFacts {
    ChainMark sale;
    Instant soldAt;
    PerformanceId performance;
    std::int64_t price = 0;
    bool isSold = false;
    std::vector<ChainMark> voids;
};

struct Sums {
    std::int64_t taken = 0;
    std::int64_t refunded = 0;
    std::map<PerformanceId, PayoutPerformance> performances;
    std::vector<PayoutFees> feeDays;
};

class Gathering {
public:
    Gathering(Database& database, OrganizerId organizer, Instant until, Instant now)
        : m_database{database}, m_organizer{organizer}, m_until{until}, m_now{now}
    {
        for (const StoredCommission& each : readCommissions(database, organizer)) {
            m_commissions.push_back(each.set);
        }
        if (const auto last = readLastPayout(database, organizer)) {
            m_from = last->made.until;
            m_before = Reach{last->made.marks};
            m_after = m_before;
        }
    }

    PayoutPlan plan(const std::vector<std::string>& providers)
    {
        m_providers.insert(providers.begin(), providers.end());
        for (const ChainMark& chain : readChains(m_database, m_organizer)) {
            readChain(chain);
        }
        for (const OrderId order : m_sold) {
            if (hasVoidTickets(m_database, m_organizer, order)) {
                m_changed.insert(order);
            }
        }
        for (const OrderId order : m_changed) {
            takeBack(order);
        }
        for (const std::string& provider : m_providers) {
            addFees(provider);
        }
        return finished();
    }

private:
    /// A currency has no order of its own.
    Sums& sums(Currency currency)
    {
        return m_sums.try_emplace(std::string{currency.code()}, currency, Sums{})
            .first->second.second;
    }

    std::int64_t commission(std::int64_t price, Currency currency, Instant soldAt) const
    {
        const auto agreed = commissionAt(m_commissions, currency, soldAt);
        return agreed ? commissionOf(price, *agreed) : 0;
    }

    /// The clocks of a chain never go back, so what is after `until` begins at one place.
    void readChain(const ChainMark& chain)
    {
        readEntriesAfter(m_database, m_organizer, chain.replica, chain.epoch, m_before.of(chain),
                         [&](const Entry& entry) {
                             const Instant at = entry.at.instant();
                             if (at > m_until && at <= m_now) {
                                 return false;
                             }
                             m_after.set(placeOf(entry));
                             read(entry);
                             return true;
                         });
    }

    void read(const Entry& entry)
    {
        const bool isSale = entry.kind == kind::kOrderPlaced || entry.kind == kind::kOrderExtended;
        const bool isVoid =
            entry.kind == kind::kOrderVoided || entry.kind == kind::kTicketsReturned;
        const bool isMoney =
            entry.kind == kind::kPaymentSettled || entry.kind == kind::kPaymentRefunded;
        if (!isSale && !isVoid && !isMoney) {
            return;
        }
        const auto body = decodeCbor(entry.body);
        if (!body) {
            return; // verify tells of it
        }
        if (entry.kind == kind::kOrderPlaced) {
            if (const auto placed = decodeOrderPlaced(*body)) {
                addSold(entry, placed->order, placed->currency, placed->lines);
            }
        } else if (entry.kind == kind::kOrderExtended) {
            if (const auto extended = decodeOrderExtended(*body)) {
                addSold(entry, extended->order, extended->currency, extended->lines);
            }
        } else if (isVoid) {
            m_changed.insert(OrderId{Uuid::fromBytes((*body)["order"].asBytes()).value_or(Uuid{})});
        } else {
            addMoney(entry, *body);
        }
    }

    void addSold(const Entry& entry, OrderId order, Currency currency,
                 const std::vector<OrderPlaced::Line>& lines)
    {
        m_sold.insert(order);
        for (const OrderPlaced::Line& line : lines) {
            const std::int64_t price = line.net + line.taxAmount;
            PayoutPerformance& sum = sums(currency).performances[line.performance];
            ++sum.sold;
            sum.gross += price;
            sum.commission += commission(price, currency, entry.at.instant());
        }
    }

    /// Of those who hold money for the house: what came to its own bank account is there.
    void addMoney(const Entry& entry, const CborValue& body)
    {
        if (entry.kind == kind::kPaymentSettled) {
            const auto settled = decodePaymentSettled(body);
            if (settled && !settled->isTest && !isBankProvider(settled->provider)) {
                sums(settled->currency).taken += settled->amount;
                m_providers.insert(settled->provider);
            }
            return;
        }
        const auto refunded = decodePaymentRefunded(body);
        if (refunded && !refunded->isTest && !isBankProvider(refunded->provider) &&
            refunded->outcome != RefundOutcome::Failed) {
            const bool isDone = refunded->outcome == RefundOutcome::Done;
            sums(refunded->currency).refunded += isDone ? refunded->amount : -refunded->amount;
        }
    }

    /// A ticket is taken back in the first period that has both its sale and a void of it,
    /// whichever of them arrived first, and once, however many voids there are.
    void takeBack(OrderId order)
    {
        std::map<TicketId, TicketFacts> tickets;
        const auto currency = readTickets(order, tickets);
        if (!currency) {
            return; // its sale has not arrived
        }
        for (const auto& [id, ticket] : tickets) {
            if (!isBack(ticket, m_after) || isBack(ticket, m_before)) {
                continue;
            }
            PayoutPerformance& sum = sums(*currency).performances[ticket.performance];
            ++sum.returned;
            sum.gross -= ticket.price;
            sum.commission -= commission(ticket.price, *currency, ticket.soldAt);
        }
    }

    static bool isBack(const TicketFacts& ticket, const Reach& reach)
    {
        return ticket.isSold && reach.has(ticket.sale) &&
            std::ranges::any_of(ticket.voids,
                                [&](const ChainMark& each) { return reach.has(each); });
    }

    std::optional<Currency> readTickets(OrderId order, std::map<TicketId, TicketFacts>& tickets)
    {
        std::optional<Currency> currency;
        const auto sold = [&](const Entry& entry, const std::vector<OrderPlaced::Line>& lines) {
            for (const OrderPlaced::Line& line : lines) {
                TicketFacts& ticket = tickets[line.ticket];
                ticket.sale = placeOf(entry);
                ticket.soldAt = entry.at.instant();
                ticket.performance = line.performance;
                ticket.price = line.net + line.taxAmount;
                ticket.isSold = true;
            }
        };
        for (const Entry& entry : readOrderFacts(m_database, m_organizer, order)) {
            const auto body = decodeCbor(entry.body);
            if (!body) {
                continue;
            }
            if (const auto placed = decodeOrderPlaced(*body); entry.kind == kind::kOrderPlaced) {
                if (placed) {
                    currency = placed->currency;
                    sold(entry, placed->lines);
                }
            } else if (entry.kind == kind::kOrderExtended) {
                if (const auto extended = decodeOrderExtended(*body)) {
                    sold(entry, extended->lines);
                }
            } else if (entry.kind == kind::kOrderVoided) {
                if (const auto voided = decodeOrderVoided(*body)) {
                    for (const auto& place : voided->places) {
                        tickets[place.ticket].voids.push_back(placeOf(entry));
                    }
                }
            } else if (const auto returned = decodeTicketsReturned(*body)) {
                for (const auto& line : returned->lines) {
                    if (line.voids) {
                        tickets[line.ticket].voids.push_back(placeOf(entry));
                    }
                }
            }
        }
        return currency;
    }

    /// What the account says now of each day, less what payouts had of it. A day that the account
    /// is silent of is left alone: after a server was restored that means nothing.
    void addFees(const std::string& provider)
    {
        const std::int64_t fromDay =
            m_from.ms == 0 ? 0 : std::max<std::int64_t>(m_from.ms / kDayMs - kLateDays, 0);
        for (const Currency currency :
             readAccountCurrencies(m_database, m_organizer, provider, fromDay)) {
            const AccountDays paid =
                readPaidDays(m_database, m_organizer, provider, currency, fromDay);
            for (const auto& [day, known] :
                 readAccountDays(m_database, m_organizer, provider, currency, fromDay, m_until)) {
                const auto had = paid.find(day);
                const auto before =
                    had != paid.end() ? had->second : std::pair<std::int64_t, std::int64_t>{};
                if (known != before) {
                    sums(currency).feeDays.push_back(
                        {provider, day, known.first - before.first, known.second - before.second});
                }
            }
        }
    }

    PayoutPlan finished()
    {
        PayoutPlan plan{m_organizer, m_from, m_until, {}};
        for (auto& [code, each] : m_sums) {
            auto& [currency, sum] = each;
            PayoutMade payout{.payout = payoutIdOf(m_organizer, m_until, currency),
                              .number = {},
                              .currency = currency,
                              .from = m_from,
                              .until = m_until,
                              .taken = sum.taken,
                              .refunded = sum.refunded,
                              .note = {},
                              .marks = m_after.marks(),
                              .performances = {},
                              .feeDays = std::move(sum.feeDays)};
            for (const auto& [performance, line] : sum.performances) {
                payout.performances.push_back(line);
                payout.performances.back().performance = performance;
            }
            if (const auto last = readLastPayoutIn(m_database, m_organizer, currency)) {
                payout.carriedIn = last->made.carriedOut;
            }
            plan.payouts.push_back(settled(std::move(payout)));
        }
        return plan;
    }

    Database& m_database;
    OrganizerId m_organizer;
    Instant m_until;
    Instant m_now;
    Instant m_from;
    std::vector<CommissionSet> m_commissions;
    Reach m_before;
    Reach m_after;
    std::set<OrderId> m_sold;    ///< in the period
    std::set<OrderId> m_changed; ///< of which tickets may have been taken back
    std::set<std::string> m_providers;
    std::map<std::string, std::pair<Currency, Sums>> m_sums; ///< by the currency's code
};

} // namespace

PayoutId payoutIdOf(OrganizerId organizer, Instant until, Currency currency)
{
    CborWriter name;
    name.array(4).text("foyer-payout-1").bytes(organizer.uuid.bytes()).integer(until.ms);
    name.text(currency.code());
    const Sha256 hash = sha256(name.data());
    Uuid::Bytes bytes{};
    std::copy_n(hash.begin(), bytes.size(), bytes.begin());
    return PayoutId{Uuid::v8(bytes)};
}

PayoutPlan gatherPayouts(Database& database, OrganizerId organizer, Instant until, Instant now,
                         const std::vector<std::string>& providers)
{
    return Gathering{database, organizer, until, now}.plan(providers);
}

} // namespace foyer
