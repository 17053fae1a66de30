// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// People who are shut out and let in again while counters do not hear of it.

#include "tests/simulation/people.h"

#include "core/domain/access/distant_actor.h"
#include "core/domain/journal/bodies.h"
#include "core/domain/till/till_entries.h"
#include "tests/simulation/simulation.h"

#include <map>
#include <vector>

namespace foyer::simulation {
namespace {

constexpr std::size_t kPeople = 2;

/// Somebody of whom the house knows only whether they are in: a whole user would have to sign in
/// before anything is sold.
UserId person(std::size_t number)
{
    return UserId{Uuid::v8({'s', 'i', 'm', static_cast<std::uint8_t>(number)})};
}

struct Edit {
    HlcTime at;
    ReplicaId by;
    bool active = true;
    EntryId entry;
    auto key() const { return std::pair{at, by}; }
};

/// By which entry somebody was out before `at`; nothing: they were in.
std::optional<EntryId> outBy(const std::vector<Edit>& edits, HlcTime at)
{
    std::optional<EntryId> by;
    for (const Edit& edit : edits) {
        if (edit.at >= at) {
            break;
        }
        if (edit.active) {
            by.reset();
        } else if (!by) {
            by = edit.entry;
        }
    }
    return by;
}

} // namespace

std::set<IncidentId> wentOnAfterwards(Database& database, OrganizerId organizer)
{
    std::map<UserId, std::vector<Edit>> edits;
    std::vector<Entry> acts;
    readEntries(database, organizer, [&](const Entry& entry) {
        if (entry.kind == kind::kUserEdited) {
            const auto body = decodeCbor(entry.body);
            const auto edit = body ? decodeEntityEdited(*body) : Result<EntityEdited>{body.error()};
            if (edit) {
                edits[UserId{edit->entity}].push_back(
                    {entry.at, entry.replica, std::get<bool>(edit->fields.at("active")), entry.id});
            }
        } else if (entry.kind == kind::kCashMoved) {
            acts.push_back(entry);
        }
        return true;
    });
    for (auto& [user, of] : edits) {
        std::ranges::sort(of, {}, &Edit::key);
    }
    std::set<IncidentId> expected;
    for (const Entry& act : acts) {
        if (const auto by = outBy(edits[act.actor], act.at)) {
            expected.insert(incidentId(IncidentKind::ActAfterRevocation,
                                       incident_subject::shutOut(act.actor, *by, act.replica)));
        }
    }
    return expected;
}

void Simulation::writes(Node& node, const Permit& permit, const char* kind, const Bytes& body)
{
    mustHave(at(
                 node,
                 [&] {
                     return guarded([&]() -> Result<bool> {
                         Journal::Act act{node.counter->journal(), permit};
                         act.append(kind, body);
                         act.commit();
                         node.counter->noteHead();
                         return true;
                     });
                 },
                 false),
             kind);
}

void Simulation::shutsOut(Node& node)
{
    if (node.isDoubted || node.isBehind || node.isForked || node.isGivenUp) {
        return;
    }
    const bool active = m_chance.percent(40);
    writes(node, Permit::ofProgram(), kind::kUserEdited,
           encode(EntityEdited{person(m_chance.below(kPeople)).uuid, {{"active", active}}}));
    tell(active ? "lets somebody in" : "shuts somebody out", "");
}

void Simulation::goesOn(Node& node)
{
    if (node.isDoubted || node.isBehind || node.isForked || node.isGivenUp) {
        return;
    }
    const DistantActor actor{person(m_chance.below(kPeople)), PermissionSet{}.set()};
    const auto permit = actor.permit(Permission::MoveCash);
    mustHave(permit, "permit");
    writes(node, *permit, kind::kCashMoved,
           encode(CashMoved{{}, CashMoveKind::PayOut, *Currency::fromCode("EUR"), 100, "milk"}));
    tell("pays somebody out", "");
}

} // namespace foyer::simulation
