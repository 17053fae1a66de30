// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/report_catch_up.h"

#include "core/domain/imports/import_entries.h"
#include "core/domain/journal/cbor.h"
#include "core/storage/journal.h"
#include "core/storage/payout_gathering_store.h"
#include "core/storage/report_content.h"
#include "core/storage/reported_order_store.h"
#include "core/storage/snapshot_store.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace foyer {
namespace {

/// Of how the sums are made: another one has them made anew.
constexpr std::int64_t kReportVersion = 2;
/// Entries that are looked through at once: most of them are about no order.
constexpr std::int64_t kEntriesPerOrder = 4;

/// The entries that change what reports say of an order; each names it, but for one that holds it.
constexpr std::array<std::string_view, 7> kOfOrders{kind::kOrderPlaced,   kind::kPaymentTaken,
                                                    kind::kOrderVoided,   kind::kTicketsReturned,
                                                    kind::kOrderExtended, kind::kPaymentReturned,
                                                    kind::kGiftCardIssued};

struct ReportState {
    std::int64_t version = 0;
    std::string zone;
    Bytes base;
    std::optional<OrderId> built; ///< nothing: the first walk is over
};

std::optional<ReportState> readReportState(Database& database, OrganizerId organizer)
{
    std::optional<ReportState> state;
    database.each("SELECT version, zone, base, built FROM report_state WHERE organizer = ?",
                  {organizer}, [&](const DbRow& row) {
                      state = ReportState{row.integer(0), row.text(1), row.bytes(2),
                                          row.optionalId<OrderId>(3)};
                  });
    return state;
}

void storeReportState(Database& database, OrganizerId organizer, const ReportState& state)
{
    database.post("INSERT INTO report_state (organizer, version, zone, base, built) "
                  "VALUES (?, ?, ?, ?, ?) ON CONFLICT (organizer) DO UPDATE SET "
                  "version = excluded.version, zone = excluded.zone, base = excluded.base, "
                  "built = excluded.built",
                  {organizer, state.version, state.zone, state.base, state.built});
}

/// The snapshot that the tables began with: with another one there are orders without entries.
Bytes baseOfTables(Database& database, OrganizerId organizer)
{
    const bool isMember =
        database.integer("SELECT 1 FROM membership WHERE organizer = ?", {organizer}).has_value();
    const auto snapshot = isMember ? readSnapshot(database, organizer) : std::nullopt;
    if (!snapshot || !snapshot->isReady) {
        return {};
    }
    const EntryHash hash = snapshot->manifest.hash;
    return {hash.begin(), hash.end()};
}

std::int64_t headOf(Database& database, OrganizerId organizer, const ChainMark& chain)
{
    return database
        .integer("SELECT max(sequence) FROM entry WHERE organizer = ? AND replica = ? AND "
                 "epoch = ?",
                 {organizer, chain.replica, chain.epoch})
        .value_or(0);
}

void storeMark(Database& database, OrganizerId organizer, const ChainMark& mark)
{
    database.post("INSERT INTO report_mark (organizer, replica, epoch, sequence) "
                  "VALUES (?, ?, ?, ?) ON CONFLICT (organizer, replica, epoch) DO UPDATE SET "
                  "sequence = excluded.sequence",
                  {organizer, mark.replica, mark.epoch, mark.sequence});
}

/// Puts orders into the sums, and takes them out again.
class ReportSums {
public:
    ReportSums(Database& database, OrganizerId organizer, const ReportDays& days)
        : m_database{database}, m_organizer{organizer}, m_days{days}
    {}

    void put(const ReportedOrder& order)
    {
        std::map<std::pair<PerformanceId, std::int64_t>, std::vector<StoredChange>> parts;
        for (const FigureChange& change : changesOf(order)) {
            const std::int64_t day = m_days.dayOf(change.at);
            const std::int64_t subject = numberOf(change.subject);
            parts[{change.subject.performance, day}].push_back(
                {subject, change.at, change.figures});
            m_sums[{subject, day}] += change.figures;
        }
        const PerformanceId* before = nullptr;
        for (const auto& [place, changes] : parts) {
            const bool isFirst = before == nullptr || *before != place.first;
            before = &place.first;
            m_database.addRow("report_order (organizer, sale_order, performance, day, is_first, "
                              "content)",
                              {m_organizer, order.id, place.first, place.second, isFirst ? 1 : 0,
                               encodeChanges(changes)});
        }
    }

    void takeOut(OrderId order)
    {
        m_database.each("SELECT day, content FROM report_order WHERE organizer = ? AND "
                        "sale_order = ? ORDER BY performance, day",
                        {m_organizer, order}, [this](const DbRow& row) {
                            for (const StoredChange& change : decodeChanges(row.bytes(1))) {
                                m_sums[{change.subject, row.integer(0)}] += -change.figures;
                            }
                        });
        m_database.run("DELETE FROM report_order WHERE organizer = ? AND sale_order = ?",
                       {m_organizer, order});
    }

    /// Writes what has changed.
    void write()
    {
        for (const auto& [place, figures] : m_sums) {
            if (figures != ReportFigures{}) {
                addToDay(place.first, place.second, figures);
            }
        }
        m_sums.clear();
    }

private:
    void addToDay(std::int64_t subject, std::int64_t day, const ReportFigures& figures)
    {
        m_database.post(
            "INSERT INTO report_day (organizer, subject, day, sold, taken_back, complimentary, "
            "net, tax_amount, back_net, back_tax, discount) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (organizer, subject, day) DO UPDATE SET "
            "sold = report_day.sold + excluded.sold, "
            "taken_back = report_day.taken_back + excluded.taken_back, "
            "complimentary = report_day.complimentary + excluded.complimentary, "
            "net = report_day.net + excluded.net, "
            "tax_amount = report_day.tax_amount + excluded.tax_amount, "
            "back_net = report_day.back_net + excluded.back_net, "
            "back_tax = report_day.back_tax + excluded.back_tax, "
            "discount = report_day.discount + excluded.discount",
            {m_organizer, subject, day, figures.sold, figures.takenBack, figures.complimentary,
             figures.net, figures.tax, figures.backNet, figures.backTax, figures.discount});
    }

    std::optional<std::int64_t> knownNumber(const ReportSubject& subject)
    {
        return m_database.integer(
            "SELECT number FROM report_subject WHERE organizer = ? AND performance = ? AND "
            "kind = ? AND type = ? AND category = ? AND price = ? AND currency = ? AND tax = ? AND "
            "tax_rate = ? AND replica = ? AND seller = ? AND paid_by = ? AND provider = ?",
            {m_organizer, subject.performance, static_cast<std::int64_t>(subject.kind),
             subject.type, subject.category, subject.price, subject.currency, subject.tax,
             subject.taxRate, subject.replica, subject.seller, subject.paidBy, subject.provider});
    }

    std::int64_t numberOf(const ReportSubject& subject)
    {
        const auto [found, isNew] = m_numbers.try_emplace(subject, 0);
        if (!isNew) {
            return found->second;
        }
        if (const auto known = knownNumber(subject)) {
            return found->second = *known;
        }
        if (!m_last) {
            m_last = m_database
                         .integer("SELECT max(number) FROM report_subject WHERE organizer = ?",
                                  {m_organizer})
                         .value_or(0);
        }
        found->second = ++*m_last;
        m_database.run(
            "INSERT INTO report_subject (organizer, number, performance, kind, type, category, "
            "price, currency, tax, tax_rate, replica, seller, paid_by, provider) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            {m_organizer, found->second, subject.performance,
             static_cast<std::int64_t>(subject.kind), subject.type, subject.category, subject.price,
             subject.currency, subject.tax, subject.taxRate, subject.replica, subject.seller,
             subject.paidBy, subject.provider});
        return found->second;
    }

    Database& m_database;
    OrganizerId m_organizer;
    const ReportDays& m_days;
    std::map<ReportSubject, std::int64_t> m_numbers;
    std::map<std::pair<std::int64_t, std::int64_t>, ReportFigures> m_sums;
    std::optional<std::int64_t> m_last;
};

class CatchingUp {
public:
    CatchingUp(Database& database, OrganizerId organizer, const ReportDays& days,
               std::int64_t orders)
        : m_database{database},
          m_organizer{organizer}, m_days{days}, m_orders{orders}, m_sums{database, organizer, days}
    {}

    ReportCatchUp run()
    {
        const Bytes base = baseOfTables(m_database, m_organizer);
        auto state = readReportState(m_database, m_organizer);
        if (!state || state->version != kReportVersion || state->zone != m_days.zone ||
            state->base != base) {
            state = ReportState{kReportVersion, m_days.zone, base, OrderId{}};
            begin(*state);
        }
        return state->built ? walkOn(*state) : takeNews();
    }

private:
    /// What is written from now on is news; what is there is walked through.
    void begin(const ReportState& state)
    {
        dropReportTables(m_database, m_organizer);
        for (ChainMark chain : readChains(m_database, m_organizer)) {
            chain.sequence = headOf(m_database, m_organizer, chain);
            storeMark(m_database, m_organizer, chain);
        }
        storeReportState(m_database, m_organizer, state);
    }

    ReportCatchUp walkOn(ReportState state)
    {
        std::vector<OrderId> ids;
        m_database.each("SELECT id FROM sale_order WHERE organizer = ? AND id > ? ORDER BY id "
                        "LIMIT ?",
                        {m_organizer, *state.built, m_orders},
                        [&](const DbRow& row) { ids.push_back(row.id<OrderId>(0)); });
        if (!ids.empty()) {
            for (const ReportedOrder& order :
                 readReportedOrders(m_database, m_organizer, ids.front(), ids.back())) {
                m_sums.put(order);
            }
            m_sums.write();
        }
        const bool isOver = std::ssize(ids) < m_orders;
        state.built = isOver ? std::nullopt : std::optional{ids.back()};
        storeReportState(m_database, m_organizer, state);
        return {false, std::ssize(ids), isOver ? 1.0 : shareBefore(ids.back())};
    }

    /// Ids begin with the time, so where one lies between the first and the last tells how far it
    /// is, without counting.
    double shareBefore(OrderId id)
    {
        const auto timeIn = [](const Uuid& uuid) {
            double ms = 0;
            for (std::size_t i = 0; i < 6; ++i) {
                ms = ms * 256 + uuid.bytes()[i];
            }
            return ms;
        };
        double first = 0;
        double last = 0;
        m_database.each("SELECT id FROM sale_order WHERE organizer = ? ORDER BY id LIMIT 1",
                        {m_organizer}, [&](const DbRow& row) { first = timeIn(row.uuid(0)); });
        m_database.each("SELECT id FROM sale_order WHERE organizer = ? ORDER BY id DESC LIMIT 1",
                        {m_organizer}, [&](const DbRow& row) { last = timeIn(row.uuid(0)); });
        return last > first ? (timeIn(id.uuid) - first) / (last - first) : 0;
    }

    std::map<std::pair<ReplicaId, std::int64_t>, std::int64_t> marks()
    {
        std::map<std::pair<ReplicaId, std::int64_t>, std::int64_t> marks;
        m_database.each("SELECT replica, epoch, sequence FROM report_mark WHERE organizer = ? "
                        "ORDER BY replica, epoch",
                        {m_organizer}, [&](const DbRow& row) {
                            marks[{row.id<ReplicaId>(0), row.integer(1)}] = row.integer(2);
                        });
        return marks;
    }

    ReportCatchUp takeNews()
    {
        std::set<OrderId> touched;
        bool isAll = true;
        auto known = marks();
        std::int64_t looked = 0;
        for (ChainMark chain : readChains(m_database, m_organizer)) {
            const std::int64_t from = known[{chain.replica, chain.epoch}];
            chain.sequence = from;
            readEntriesAfter(m_database, m_organizer, chain.replica, chain.epoch, from,
                             [&](const Entry& entry) {
                                 isAll = ++looked <= m_orders * kEntriesPerOrder;
                                 if (isAll) {
                                     chain.sequence = entry.sequence;
                                     touch(entry, touched);
                                 }
                                 return isAll;
                             });
            if (chain.sequence > from) {
                storeMark(m_database, m_organizer, chain);
            }
            if (!isAll) {
                break;
            }
        }
        workThrough(touched);
        return {isAll, std::ssize(touched), 1};
    }

    static void touch(const Entry& entry, std::set<OrderId>& touched)
    {
        const bool isImported = entry.kind == kind::kOrderImported;
        if (!isImported && std::ranges::find(kOfOrders, entry.kind) == kOfOrders.end()) {
            return;
        }
        if (const auto body = decodeCbor(entry.body)) {
            // What was placed elsewhere lies within the body as it would have been placed here.
            const CborValue& said = isImported ? (*body)["order"] : *body;
            if (const auto order = Uuid::fromBytes(said["order"].asBytes())) {
                touched.insert(OrderId{*order});
            }
        }
    }

    void workThrough(const std::set<OrderId>& touched)
    {
        for (const OrderId id : touched) {
            m_sums.takeOut(id);
            for (const ReportedOrder& order : readReportedOrders(m_database, m_organizer, id, id)) {
                m_sums.put(order);
            }
        }
        m_sums.write();
    }

    Database& m_database;
    OrganizerId m_organizer;
    const ReportDays& m_days;
    std::int64_t m_orders;
    ReportSums m_sums;
};

/// What two processes that catch up wait for; no id of anything else.
Uuid reportLock(OrganizerId organizer)
{
    Uuid::Bytes bytes = organizer.uuid.bytes();
    for (std::uint8_t& byte : bytes) {
        byte = static_cast<std::uint8_t>(byte ^ 0x52);
    }
    return Uuid{bytes};
}

} // namespace

ReportCatchUp catchUpReportTables(Database& database, OrganizerId organizer, const ReportDays& days,
                                  std::int64_t orders)
{
    Transaction transaction{database};
    database.lock(reportLock(organizer));
    const ReportCatchUp done = CatchingUp{database, organizer, days, orders}.run();
    transaction.commit();
    return done;
}

bool hasBegunWithSnapshot(Database& database, OrganizerId organizer)
{
    return !baseOfTables(database, organizer).empty();
}

void dropReportTables(Database& database, OrganizerId organizer)
{
    database.post("DELETE FROM report_state WHERE organizer = ?", {organizer});
    database.post("DELETE FROM report_mark WHERE organizer = ?", {organizer});
    database.post("DELETE FROM report_subject WHERE organizer = ?", {organizer});
    database.post("DELETE FROM report_day WHERE organizer = ?", {organizer});
    database.post("DELETE FROM report_order WHERE organizer = ?", {organizer});
}

} // namespace foyer
