// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/notice_watch.h"

#include "core/domain/catalogue/catalogue_fields.h"
#include "core/domain/notices/notice_entries.h"
#include "core/services/counter.h"
#include "core/services/guarded.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/device_store.h"
#include "core/storage/incident_store.h"
#include "core/storage/notice_store.h"
#include "core/storage/payment_work_store.h"
#include "core/storage/performance_store.h"
#include "core/storage/provider_payment_store.h"
#include "core/storage/rights_store.h"
#include "core/storage/till_store.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

namespace foyer {
namespace {

constexpr std::int64_t kMinuteMs = 60'000;
constexpr std::int64_t kHourMs = 60 * kMinuteMs;
constexpr std::int64_t kDayMs = 24 * kHourMs;
/// A gate is expected to speak while people come: from so long before a start to so long after it.
constexpr std::int64_t kDoorsBeforeMs = 2 * kHourMs;
constexpr std::int64_t kDoorsAfterMs = 15 * kMinuteMs;
/// Of a counter that was not heard of for so long nobody thinks that it is at work.
constexpr std::int64_t kForgottenMs = 3 * kDayMs;
/// So long a payment that failed, and that nobody paid in another way, is news.
constexpr std::int64_t kPaymentNewsMs = 7 * kDayMs;
/// More than a person reads; what is beyond comes up when some of it is dealt with.
constexpr std::int64_t kAtOnce = 200;

bool isOnSale(const Performance& performance, Instant now)
{
    return performance.state == Performance::State::Scheduled && performance.startsAt > now &&
        (!performance.onSaleFrom || now >= *performance.onSaleFrom) &&
        (!performance.onSaleUntil || now < *performance.onSaleUntil);
}

bool isOfTheDoor(std::string_view entryKind)
{
    constexpr std::array<std::string_view, 4> kKinds{kind::kTicketAdmitted, kind::kScanRefused,
                                                     kind::kTicketCheckedOut,
                                                     kind::kAdmissionUndone};
    return std::ranges::find(kKinds, entryKind) != kKinds.end();
}

/// One look. Names are read of what is raised only.
class Look {
public:
    Look(Database& database, OrganizerId organizer, Instant now)
        : m_database{database}, m_organizer{organizer}, m_now{now},
          m_limits{readNoticeLimits(database, organizer)}, m_open{
                                                               readOpenNotices(database, organizer)}
    {}

    NoticeChanges changes(const std::optional<ServerView>& server)
    {
        lookAtPerformances();
        lookAtIncidents();
        if (server) {
            lookAtPayments();
            lookAtDevices(*server);
        }
        NoticeChanges changes = changesFrom(m_open, m_conditions);
        for (NoticeCondition& condition : changes.raise) {
            describe(condition);
        }
        return changes;
    }

private:
    void add(NoticeKind kind, const Uuid& subject, NoticeFacts facts, bool raises = true)
    {
        m_conditions.push_back({kind, subject, std::move(facts), raises});
    }

    void lookAtPerformances()
    {
        std::map<QuotaId, std::int64_t> spent;
        readHandedOutFrom(m_database, m_organizer, m_now,
                          [&](QuotaId quota, const HandedOut& rights) {
                              spent.emplace(quota, rights.spent);
                          });
        std::map<PerformanceId, NoticeFacts> stock;
        readQuotasFrom(m_database, m_organizer, m_now, [&](const Uuid& id, const Entity& entity) {
            const auto quota = quotaFrom(id, entity);
            if (quota && quota->types.empty() && quota->categories.empty()) {
                const auto sold = spent.find(quota->id);
                const std::int64_t gone = sold != spent.end() ? sold->second : 0;
                stock[quota->performance] = {.name = {},
                                             .detail = {},
                                             .startsAt = {},
                                             .timeZone = {},
                                             .count =
                                                 std::max<std::int64_t>(quota->capacity - gone, 0),
                                             .of = quota->capacity};
            }
        });
        readPerformancesFrom(m_database, m_organizer, Instant{m_now.ms - kDoorsAfterMs},
                             [&](const Uuid& id, const Entity& entity) {
                                 if (const auto performance = performanceFrom(id, entity)) {
                                     lookAt(*performance, stock);
                                 }
                             });
    }

    void lookAt(const Performance& performance, const std::map<PerformanceId, NoticeFacts>& stock)
    {
        m_isDoorTime = m_isDoorTime ||
            (performance.state == Performance::State::Scheduled &&
             performance.startsAt.ms - m_now.ms <= kDoorsBeforeMs);
        const auto known = stock.find(performance.id);
        if (known == stock.end() || !isOnSale(performance, m_now)) {
            return;
        }
        const NoticeFacts& facts = known->second;
        const auto kind = stockNotice(facts.count, facts.of, m_limits);
        if (kind && isEventOnSale(performance.event)) {
            add(*kind, performance.id.uuid, facts);
        }
    }

    /// Whether the event itself is sold, asked once for all its dates.
    bool isEventOnSale(EventId event)
    {
        const auto known = m_eventsOnSale.find(event);
        if (known != m_eventsOnSale.end()) {
            return known->second;
        }
        const auto entity = readEntity(m_database, m_organizer, "event", event.uuid);
        const auto read = entity ? eventFrom(event.uuid, *entity) : std::nullopt;
        return m_eventsOnSale.emplace(event, !read || read->state == EventState::Published)
            .first->second;
    }

    void lookAtIncidents()
    {
        std::set<IncidentId> seen;
        const auto note = [&](const KnownIncident& incident, bool raises) {
            if (incident.isOpen && seen.insert(incident.id).second) {
                NoticeFacts facts;
                facts.detail = incidentKindName(incident.kind);
                add(NoticeKind::Incident, incident.id.uuid, facts, raises);
            }
        };
        for (const KnownIncident& each : readOpenIncidents(m_database, m_organizer, kAtOnce)) {
            note(each, true);
        }
        for (const OpenNotice& open : m_open) { // those beyond the first ones
            const IncidentId id{open.subject};
            if (open.kind == NoticeKind::Incident && !seen.contains(id)) {
                if (const auto incident = readIncident(m_database, m_organizer, id)) {
                    note(*incident, false);
                }
            }
        }
    }

    void lookAtPayments()
    {
        std::set<PaymentId> seen;
        const auto note = [&](PaymentId payment, OrderId order, const char* trouble,
                              std::optional<Money> money) {
            if (seen.insert(payment).second) {
                NoticeFacts facts;
                facts.detail = trouble;
                facts.money = money;
                m_orders.emplace(payment.uuid, order);
                add(NoticeKind::PaymentFailed, payment.uuid, facts);
            }
        };
        for (const PaymentWork& held : readHeldPayments(m_database, m_organizer)) {
            note(held.payment, held.order, payment_trouble::kHeld, held.amount);
        }
        for (const RefundWork& refund : readFailedRefunds(m_database, m_organizer)) {
            const auto work = readPaymentWork(m_database, m_organizer, refund.payment);
            note(refund.payment, work ? work->order : OrderId{}, payment_trouble::kRefundFailed,
                 refund.amount);
        }
        for (const FailedPayment& failed :
             readFailedPayments(m_database, m_organizer, Instant{m_now.ms - kPaymentNewsMs},
                                kAtOnce)) {
            // Paid in another way, or taken back: then nothing is left to be done.
            const std::int64_t awaited = readAwaited(m_database, m_organizer, failed.payment);
            if (awaited > 0) {
                note(failed.payment, failed.order, payment_trouble::kFailed,
                     failed.currency ? std::optional{Money{awaited, *failed.currency}}
                                     : std::nullopt);
            }
        }
    }

    /// A counter that is shut for the night is silent, too. What staff has to know of is one that
    /// is at work: a shift is open there, or people come and it let some of them in.
    bool isAtWork(ReplicaId device)
    {
        return !readOpenShifts(m_database, m_organizer, device).empty() ||
            (m_isDoorTime && isOfTheDoor(readLastKindOf(m_database, m_organizer, device)));
    }

    void lookAtDevices(const ServerView& server)
    {
        for (const Device& device : readDevices(m_database, m_organizer)) {
            if (device.revokedAt || !device.lastSeenAt ||
                m_now.ms - device.lastSeenAt->ms > kForgottenMs ||
                !isSilent(*device.lastSeenAt, m_now, m_limits) ||
                readWriteOff(m_database, m_organizer, device.id) || !isAtWork(device.id)) {
                continue;
            }
            NoticeFacts facts;
            facts.name = device.name;
            facts.count = (m_now.ms - device.lastSeenAt->ms) / kMinuteMs;
            add(NoticeKind::SyncSilent, device.id.uuid, facts,
                isSilent(std::max(*device.lastSeenAt, server.upSince), m_now, m_limits));
        }
    }

    void describe(NoticeCondition& condition)
    {
        switch (condition.kind) {
        case NoticeKind::SoldOut:
        case NoticeKind::LowStock:
            describePerformance(condition.facts, PerformanceId{condition.subject});
            break;
        case NoticeKind::PaymentFailed:
            if (const auto origin =
                    readOrderOrigin(m_database, m_organizer, m_orders[condition.subject])) {
                condition.facts.name = origin->code;
            }
            break;
        case NoticeKind::Incident:
            describeIncident(condition.facts, IncidentId{condition.subject});
            break;
        case NoticeKind::SyncSilent:
            break;
        }
    }

    void describePerformance(NoticeFacts& facts, PerformanceId id)
    {
        const auto entity = readEntity(m_database, m_organizer, "performance", id.uuid);
        const auto performance = entity ? performanceFrom(id.uuid, *entity) : std::nullopt;
        if (!performance) {
            return;
        }
        facts.startsAt = performance->startsAt;
        facts.timeZone = performance->timeZone;
        const auto shown = readEntity(m_database, m_organizer, "event", performance->event.uuid);
        if (const auto event = shown ? eventFrom(performance->event.uuid, *shown) : std::nullopt) {
            facts.name = event->name;
            facts.detail = facts.detail.empty() ? event->subtitle : facts.detail;
        }
    }

    void describeIncident(NoticeFacts& facts, IncidentId id)
    {
        const auto incident = readIncident(m_database, m_organizer, id);
        const bool isOfSeat = incident &&
            (incident->kind == IncidentKind::SeatSoldTwice ||
             incident->kind == IncidentKind::SeatAdmittedTwice);
        if (!isOfSeat) {
            return;
        }
        if (const auto seat = incident_subject::asSeat(incident->subject)) {
            describePerformance(facts, seat->performance);
        }
    }

    Database& m_database;
    OrganizerId m_organizer;
    Instant m_now;
    std::map<EventId, bool> m_eventsOnSale;
    NoticeLimits m_limits;
    std::vector<OpenNotice> m_open;
    std::vector<NoticeCondition> m_conditions;
    std::map<Uuid, OrderId> m_orders; ///< of payments
    bool m_isDoorTime = false;        ///< people come to a performance
};

} // namespace

NoticeChanges lookForNotices(Database& database, OrganizerId organizer, Instant now,
                             const std::optional<ServerView>& server)
{
    return Look{database, organizer, now}.changes(server);
}

std::vector<NoticeId> writeNotices(Journal::Act& act, const NoticeChanges& changes, Instant now,
                                   Random& random)
{
    for (const NoticeId over : changes.over) {
        act.append(kind::kNoticeOver, encode(NoticeOver{over}));
    }
    std::vector<NoticeId> raised;
    for (const NoticeCondition& condition : changes.raise) {
        raised.push_back(NoticeId{Uuid::v7(now, random)});
        act.append(kind::kNoticeRaised,
                   encode(NoticeRaised{raised.back(), condition.kind, condition.subject,
                                       condition.facts}));
    }
    return raised;
}

bool isNews(Database& database, OrganizerId organizer, const Notice& notice)
{
    const auto last =
        readLastRaised(database, organizer, notice.kind, notice.subject, notice.raisedAt);
    return !last || notice.raisedAt.instant().ms - last->ms >= kHourMs;
}

Result<std::size_t> watchForNotices(Counter& counter)
{
    return guarded([&]() -> Result<std::size_t> {
        if (counter.membership() != nullptr || counter.entriesMissing() > 0 || counter.isForked()) {
            return std::size_t{0};
        }
        const Instant now = counter.clock().now();
        const NoticeChanges changes =
            lookForNotices(counter.database(), counter.organizer(), now, {});
        if (changes.isEmpty()) {
            return std::size_t{0};
        }
        Journal::Act act{counter.journal(), Permit::ofProgram()};
        writeNotices(act, changes, now, counter.random());
        act.commit();
        counter.noteHead();
        return changes.raise.size() + changes.over.size();
    });
}

} // namespace foyer
