// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/authority/rights_office.h"
#include "core/services/integrity.h"
#include "core/services/rights_return.h"
#include "core/storage/incident_store.h"
#include "core/storage/integrity_checks.h"
#include "core/storage/journal.h"
#include "core/storage/order_home_store.h"
#include "core/storage/rights_store.h"
#include "tests/simulation/people.h"
#include "tests/simulation/simulation.h"
#include "tests/support/journal_tables.h"

#include <algorithm>

namespace foyer::simulation {
namespace {

constexpr int kRoundsMax = 60;
constexpr std::int64_t kClerksAreDoneMs = 60 * 60'000; ///< nobody is at an order any more

/// The entries of a database, each with its link to the one before checked. Of a server that was
/// restored from a backup, entries that nobody had heard of are lost, so there may be holes.
std::vector<Entry> checkedEntries(Database& database, OrganizerId organizer,
                                  std::optional<ReplicaId> restored)
{
    std::vector<Entry> entries;
    readEntries(database, organizer, [&](const Entry& entry) {
        const Entry* before = entries.empty() || entries.back().replica != entry.replica ||
                entries.back().epoch != entry.epoch
            ? nullptr
            : &entries.back();
        const bool isNext = entry.sequence == (before != nullptr ? before->sequence + 1 : 1);
        const bool isLinked = before == nullptr || entry.previous == before->hash;
        const bool isWhole = (isNext && isLinked) || (!isNext && entry.replica == restored);
        if (!isWhole || hashOf(entry) != entry.hash) {
            throw Violation{"the chain of " + entry.replica.text() + " breaks at " +
                            std::to_string(entry.sequence) + " on the server"};
        }
        entries.push_back(entry);
        return true;
    });
    return entries;
}

/// Seats for which more than one ticket was let in.
std::set<IncidentId> seatsLetInTwice(Database& database, OrganizerId organizer)
{
    std::set<IncidentId> twice;
    database.each("SELECT ticket.performance, ticket.seat FROM ticket JOIN scan ON "
                  "scan.organizer = ticket.organizer AND scan.ticket = ticket.id WHERE "
                  "ticket.organizer = ? AND ticket.seat IS NOT NULL AND scan.outcome = 'admitted' "
                  "GROUP BY ticket.performance, ticket.seat HAVING count(DISTINCT ticket.id) > 1",
                  {organizer}, [&](const DbRow& row) {
                      twice.insert(incidentId(IncidentKind::SeatAdmittedTwice,
                                              incident_subject::seat(row.id<PerformanceId>(0),
                                                                     row.integer(1))));
                  });
    return twice;
}

/// What two replicas made of the same value of a capacity, where it is not the same; of one that
/// made several of it, the last. From the entries alone.
std::set<IncidentId> capacitiesEditedTwice(Database& database, OrganizerId organizer)
{
    std::map<std::pair<Uuid, FieldStamp>, std::map<ReplicaId, std::pair<HlcTime, std::int64_t>>>
        edits;
    readEntries(database, organizer, [&](const Entry& entry) {
        const auto body = entry.kind == kind::kQuotaEdited ? decodeCbor(entry.body)
                                                           : Result<CborValue>{refused("", "")};
        const auto edit = body ? decodeEntityEdited(*body) : Result<EntityEdited>{body.error()};
        const auto value = edit && edit->over ? edit->fields.find("capacity")
                                              : std::map<std::string, FieldValue>::const_iterator{};
        if (edit && edit->over && value != edit->fields.end()) {
            const auto over = edit->over->find("capacity");
            const FieldStamp stamp = over != edit->over->end() ? over->second : FieldStamp{};
            auto& last = edits[{edit->entity, stamp}][entry.replica];
            last = std::max(last, {entry.at, std::get<std::int64_t>(value->second)});
        }
        return true;
    });
    std::set<IncidentId> twice;
    for (const auto& [of, byReplica] : edits) {
        std::set<std::int64_t> values;
        for (const auto& [replica, edit] : byReplica) {
            values.insert(edit.second);
        }
        if (values.size() > 1) {
            twice.insert(incidentId(IncidentKind::EditedTwice,
                                    incident_subject::field(of.first, of.second, "capacity")));
        }
    }
    return twice;
}

} // namespace

void Simulation::settleOnce()
{
    for (const auto& node : m_nodes) {
        if (!node->isGone) {
            pushes(*node, 500);
            deliver();
            deliver();
            asksForItsOwn(*node);
            deliver();
            deliver();
            pulls(*node, 1'000);
            deliver();
            deliver();
        }
    }
}

void Simulation::settle()
{
    m_isHealing = true;
    m_network.heal();
    for (int round = 0; round == 0 || m_hasMoved; ++round) {
        if (round == kRoundsMax) {
            throw Violation{"they never come to an end"};
        }
        m_hasMoved = false;
        settleOnce();
    }
    settleOnce();
}

void Simulation::checkEnd()
{
    tell("settles", "");
    for (const auto& node : m_nodes) {
        node->wish.reset();
        node->intent.clear();
    }
    m_truth.pass(kClerksAreDoneMs);
    settle();
    for (const auto& node : m_nodes) {
        // What is not in its backup and not at the server is lost; so an administrator gives it up.
        if (node->isBehind && node->isHopeless) {
            isGivenUp(*node);
        }
    }
    settle();
    checkServer();
    std::vector<Node*> whole;
    for (const auto& node : m_nodes) {
        if (node->isForked) {
            checkStopped(*node);
        } else if (!node->isGone) {
            checkNode(*node);
            whole.push_back(node.get());
        }
    }
    if (!whole.empty()) {
        checkJournal(*m_chance.oneOf(whole));
    }
    for (Node* node : whole) {
        if (node->hasBase) {
            checkJournal(*node);
        }
    }
    checkPresence();
    checkIncidents();
    checkNothingStranded();
}

void Simulation::checkServer()
{
    Database& database = *m_server.databases[0];
    const auto entries =
        checkedEntries(database, m_house.organizer(),
                       m_isServerRestored ? std::optional{m_server.processes[0]->replica()}
                                          : std::nullopt);
    const auto rebuilt = test::projected(entries);
    if (const std::string found = test::difference(database, *rebuilt); !found.empty()) {
        throw Violation{"the server's tables are not what its entries add up to: " + found};
    }
    for (const auto& [currency, left] : unbalancedLedgers(database, m_house.organizer())) {
        throw Violation{"the ledger in " + currency + " is off by " + std::to_string(left)};
    }
}

void Simulation::checkNode(Node& node)
{
    const std::string who = "counter " + std::to_string(node.number);
    if (node.isBehind) {
        throw Violation{who + " never got its own entries back"};
    }
    if (node.isDoubted) { // nobody has told it that there is another one
        checkKept(node);
        return;
    }
    const std::string found = test::difference(*m_server.databases[0], node.counter->database());
    if (!found.empty()) {
        throw Violation{who + " and the server differ: " + found};
    }
    const auto status = node.sync->status();
    mustHave(status, "status");
    if (status->unsent != 0 || status->problem) {
        throw Violation{who + " has entries that never left it"};
    }
    if (!readOpenRecalls(node.counter->database(), m_house.organizer(), node.replica).empty()) {
        throw Violation{who + " never did what was recalled"};
    }
    if (!readRecalledOrders(node.counter->database(), m_house.organizer(), node.replica).empty()) {
        throw Violation{who + " never handed over an order that it was asked for"};
    }
}

void Simulation::checkPresence()
{
    Database& database = *m_server.databases[0];
    for (const PaperAct& act : m_paper.acts()) {
        const Node& node = *m_nodes.at(act.node);
        if (act.isLost || node.isForked) {
            continue;
        }
        const std::string what = (act.isHold ? "the hold " : "the order ") + act.id.text();
        if (!act.isAtServer) {
            throw Violation{what + " of counter " + std::to_string(act.node) +
                            " never reached the server"};
        }
        if (act.isHold) {
            continue;
        }
        const auto orders =
            database.integer("SELECT count(*) FROM sale_order WHERE id = ?", {act.id});
        if (orders.value_or(0) != 1) {
            throw Violation{what + " is not there once"};
        }
        for (const PaperPlace& place : act.places) {
            const auto valid =
                database.integer("SELECT count(*) FROM ticket WHERE id = ? AND sale_order = ? AND "
                                 "voided_at IS NULL",
                                 {place.ticket, act.id});
            const Node& giver = *m_nodes.at(place.givenBy.value_or(act.node));
            const bool isKnown = !node.hasLost && !giver.hasLost && !giver.isForked;
            if (isKnown && (valid.value_or(0) == 1) != place.isValid) {
                throw Violation{what + " has a ticket that is not as it was left"};
            }
        }
    }
}

/// Everything that went wrong between counters is an incident, and nothing else is. What stands
/// here is found by reading everything, the incidents were found on the way.
void Simulation::checkIncidents()
{
    Database& database = *m_server.databases[0];
    if (m_options.fault == Fault::IncidentsForgotten) {
        forgetIncidents(database);
    }
    std::set<IncidentId> expected;
    for (const auto& [performance, seat] :
         test::findSeatsSoldTwice(database, m_house.organizer())) {
        expected.insert(
            incidentId(IncidentKind::SeatSoldTwice, incident_subject::seat(performance, seat)));
    }
    const auto expectAll = [&](IncidentKind kind, std::string_view sql) {
        database.each(sql, {m_house.organizer()}, [&](const DbRow& row) {
            expected.insert(incidentId(kind, incident_subject::of(row.uuid(0))));
        });
    };
    expected.merge(seatsLetInTwice(database, m_house.organizer()));
    for (const char* sql :
         {"SELECT sale_order FROM order_void WHERE organizer = ? GROUP BY sale_order "
          "HAVING count(*) > 1",
          "SELECT sale_order FROM line_return WHERE organizer = ? AND ticket IS NOT NULL "
          "GROUP BY sale_order, ticket HAVING count(*) > 1",
          "SELECT order_void.sale_order FROM order_void JOIN line_return ON "
          "line_return.sale_order = order_void.sale_order WHERE order_void.organizer = ?"}) {
        expectAll(IncidentKind::RefundedTwice, sql);
    }
    for (std::size_t i = 0; i < m_house.performances().size() * kQuotas; ++i) {
        const Uuid quota = m_house.quotas(i / kQuotas).at(i % kQuotas).uuid;
        const auto spent = database.integer("SELECT sum(spent - regained) FROM allotment WHERE "
                                            "organizer = ? AND quota = ?",
                                            {m_house.organizer(), quota});
        if (spent.value_or(0) > m_paper.capacity(i / kQuotas, i % kQuotas)) {
            expected.insert(incidentId(IncidentKind::QuotaOversold, incident_subject::of(quota)));
        }
    }
    expectAll(IncidentKind::AdmittedTwice,
              "SELECT ticket FROM scan WHERE organizer = ? AND outcome = 'admitted' "
              "GROUP BY ticket HAVING count(DISTINCT replica) > 1");
    expectAll(IncidentKind::LateSale,
              "SELECT DISTINCT sale_order.id FROM entry JOIN write_off ON write_off.replica = "
              "entry.replica AND (entry.epoch > write_off.epoch OR (entry.epoch = "
              "write_off.epoch AND entry.sequence > write_off.sequence)) JOIN sale_order ON "
              "sale_order.replica = entry.replica AND sale_order.at = entry.at JOIN ticket ON "
              "ticket.sale_order = sale_order.id AND ticket.voided_at IS NULL WHERE "
              "entry.organizer = ? AND entry.kind = 'order.placed' AND NOT EXISTS (SELECT 1 FROM "
              "order_void WHERE order_void.sale_order = sale_order.id)");
    expected.merge(capacitiesEditedTwice(database, m_house.organizer()));
    expected.merge(wentOnAfterwards(database, m_house.organizer()));
    std::set<IncidentId> found;
    for (const KnownIncident& incident : readOpenIncidents(database, m_house.organizer())) {
        m_result.done["incident: " + std::string{incidentKindName(incident.kind)}] += 1;
        found.insert(incident.id);
    }
    if (found != expected) {
        throw Violation{std::to_string(expected.size()) + " things went wrong, and " +
                        std::to_string(found.size()) + " incidents tell of them"};
    }
}

/// What all have is verified at one of them.
void Simulation::checkJournal(Node& node)
{
    const std::string who = "counter " + std::to_string(node.number);
    const auto report = verifyJournal(*node.counter);
    mustHave(report, "verify");
    const std::string server = m_server.processes[0]->replica().text();
    for (const Finding& finding : report->findings) {
        const bool isHole = finding.code == "entry_missing" && m_isServerRestored &&
            finding.where.find(server) != std::string::npos;
        if (!isHole) {
            throw Violation{who + ": " + finding.sentence + " " + finding.where};
        }
    }
}

/// All that was written lies at the server, if only to be looked at.
void Simulation::checkKept(Node& node)
{
    readEntriesAfter(node.counter->database(), m_house.organizer(), node.replica, 1, 0,
                     [&](const Entry& entry) {
                         const auto known = m_server.databases[0]->integer(
                             "SELECT (SELECT count(*) FROM entry WHERE hash = ?) + "
                             "(SELECT count(*) FROM stray_entry WHERE hash = ?)",
                             {ByteView{entry.hash}, ByteView{entry.hash}});
                         if (known.value_or(0) == 0) {
                             throw Violation{"entry " + std::to_string(entry.sequence) +
                                             " of one of two copies was dropped: " + entry.kind};
                         }
                         return true;
                     });
}

/// A copy that was stopped has sent what it wrote, and sells nothing any more.
void Simulation::checkStopped(Node& node)
{
    checkKept(node);
    trySale(node, requestFor(node, anyCart(node)));
}

/// When everybody has given back what they have not sold, all that is not sold can be given again.
void Simulation::checkNothingStranded()
{
    const bool isPlain = std::ranges::none_of(m_nodes, [](const auto& node) {
        return node->hasLost || node->isGivenUp || node->isGone;
    });
    if (m_paper.hasIncidents() || !isPlain) {
        return;
    }
    for (const auto& node : m_nodes) {
        for (const PerformanceId performance : m_house.performances()) {
            mustHave(returnRights(*node->counter, performance), "return rights");
        }
    }
    settle();
    Authority& authority = *m_server.processes[0];
    for (std::size_t number = 0; number < m_house.performances().size(); ++number) {
        for (std::size_t quota = 0; quota < kQuotas; ++quota) {
            const std::int64_t capacity = m_paper.capacity(number, quota);
            const std::int64_t free =
                availableRights(authority, m_house.quotas(number).at(quota), capacity);
            if (free != std::max<std::int64_t>(capacity - m_paper.sold(number, quota), 0)) {
                throw Violation{"of quota " + std::to_string(quota) + " " + std::to_string(free) +
                                " are free, and " + std::to_string(m_paper.sold(number, quota)) +
                                " of " + std::to_string(capacity) + " sold"};
            }
        }
        const auto seats = seatCount(availableSeats(authority, m_house.performances()[number]));
        const auto taken = m_paper.seats(number).size();
        if (seats + taken != test::kSmallSeats) {
            throw Violation{std::to_string(seats) + " seats are free, and " +
                            std::to_string(taken) + " sold"};
        }
    }
}

} // namespace foyer::simulation
