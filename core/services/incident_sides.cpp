// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/incident_sides.h"

#include "core/domain/journal/bodies.h"
#include "core/domain/sales/after_sale_entries.h"
#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/incident_parties.h"
#include "core/services/offer_cache.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/incident_facts.h"
#include "core/storage/order_store.h"
#include "core/storage/rights_store.h"

#include <algorithm>

namespace foyer {
namespace {

std::string textOf(const FieldValue& value)
{
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        return std::to_string(*number);
    }
    if (const auto* flag = std::get_if<bool>(&value)) {
        return *flag ? "yes" : "no";
    }
    const auto* text = std::get_if<std::string>(&value);
    // Taken away, or nothing to read: a plan, a sealed secret.
    return text != nullptr ? *text : std::string{};
}

class Showing {
public:
    Showing(Counter& counter, const KnownIncident& known)
        : m_counter{counter}, m_database{counter.database()}, m_us{counter.organizer()}
    {
        m_shown.id = known.id;
        m_shown.kind = known.kind;
        m_shown.isOpen = known.isOpen;
        m_shown.subject = known.subject;
        m_shown.facts = known.facts;
    }

    Incident run()
    {
        showSubject();
        switch (m_shown.kind) {
        case IncidentKind::SeatSoldTwice:
        case IncidentKind::SeatAdmittedTwice:
            showTickets();
            break;
        case IncidentKind::AdmittedTwice:
            showScans();
            break;
        case IncidentKind::LateSale:
            showLateSale();
            break;
        case IncidentKind::RefundedTwice:
            showReturns();
            break;
        case IncidentKind::QuotaOversold:
            showQuota();
            break;
        case IncidentKind::EditedTwice:
            showEdits();
            break;
        case IncidentKind::ActAfterRevocation:
            showActsAfterRevocation(m_counter, m_shown);
            break;
        }
        std::ranges::stable_sort(m_shown.sides, {},
                                 [](const IncidentSide& side) { return side.at.ms; });
        showDone();
        showPerformance();
        m_shown.at = m_shown.facts.at.instant();
        if (m_shown.at.ms == 0) { // of a quota: its latest sale
            for (const IncidentSide& side : m_shown.sides) {
                m_shown.at = std::max(m_shown.at, side.at);
            }
        }
        return std::move(m_shown);
    }

private:
    void showSubject()
    {
        const auto id = incident_subject::asId(m_shown.subject);
        if (const auto seat = incident_subject::asSeat(m_shown.subject)) {
            m_shown.performance = seat->performance;
        } else if (m_shown.kind == IncidentKind::QuotaOversold && id) {
            if (const auto entity = readEntity(m_database, m_us, "quota", *id)) {
                m_shown.performance = PerformanceId{entity->uuid("performance")};
                m_shown.subjectName = entity->text("name");
            }
        }
    }

    /// A value as people know it; of what refers to something else, a role or a tax, its name.
    std::string shownValue(const std::string& field, const FieldValue& value) const
    {
        const auto* bytes = std::get_if<Bytes>(&value);
        const auto id = bytes != nullptr ? Uuid::fromBytes(*bytes) : std::nullopt;
        if (!id) {
            return textOf(value);
        }
        // Fields are called after what they refer to: "role", "donation_tax".
        const std::string kind = field.substr(field.rfind('_') + 1);
        if (const auto& roles = m_counter.access().roles(); kind == "role") {
            const auto role = roles.find(RoleId{*id}); // built-in ones are no entities
            return role != roles.end() ? role->second.name : std::string{};
        }
        const auto entity = readEntity(m_database, m_us, kind, *id);
        return entity ? entity->text("name") : std::string{};
    }

    IncidentSide ticketSide(TicketId id)
    {
        IncidentSide side{.fact = id.uuid};
        side.ticket = id;
        if (const auto ticket = readTicket(m_database, m_us, id)) {
            showSideOrder(m_counter, side, ticket->order);
            side.place = ticket->seatLabel;
            side.type = ticket->typeName;
            side.money = ticket->price.gross;
            side.stands = ticket->state != TicketState::Voided;
            m_shown.performance = ticket->performance;
        }
        return side;
    }

    void showTickets()
    {
        for (const Uuid& fact : m_shown.facts.facts) {
            IncidentSide side = ticketSide(TicketId{fact});
            if (m_shown.kind == IncidentKind::SeatAdmittedTwice) {
                if (const auto ticket = readTicket(m_database, m_us, TicketId{fact})) {
                    side.at = ticket->admittedAt.value_or(side.at);
                    side.text = ticket->admittedGate;
                }
            }
            m_shown.subjectName = side.place;
            m_shown.sides.push_back(std::move(side));
        }
        // All but one of them stand where somebody else has paid for.
        takeLatestMoney();
    }

    void takeLatestMoney()
    {
        std::optional<Money> money;
        std::ranges::stable_sort(m_shown.sides, {},
                                 [](const IncidentSide& side) { return side.at.ms; });
        bool isFirst = true;
        for (const IncidentSide& side : m_shown.sides) {
            const bool counts = side.stands || m_shown.kind != IncidentKind::SeatSoldTwice;
            if (!isFirst && counts && side.money &&
                (!money || money->currency() == side.money->currency())) {
                money = money ? *money + *side.money : *side.money;
            }
            isFirst = false;
        }
        m_shown.money = money;
    }

    void showScans()
    {
        const auto ticket = incident_subject::asId(m_shown.subject);
        const IncidentSide of = ticketSide(TicketId{ticket.value_or(Uuid{})});
        m_shown.subjectName = of.place;
        for (const Uuid& fact : m_shown.facts.facts) {
            IncidentSide side = of;
            side.fact = fact;
            if (const auto entry = readEntryById(m_database, m_us, EntryId{fact})) {
                side.at = entry->at.instant();
                showSideWriter(m_counter, side, entry->replica, entry->actor);
                const auto body = decodeCbor(entry->body);
                const auto scanned =
                    body ? decodeTicketScanned(*body) : Result<TicketScanned>{body.error()};
                side.text = scanned ? scanned->gate : std::string{};
                if (scanned && m_shown.performance.isNil()) {
                    m_shown.performance = scanned->performance;
                }
            }
            m_shown.sides.push_back(std::move(side));
        }
        takeLatestMoney();
    }

    void showLateSale()
    {
        const auto id = incident_subject::asId(m_shown.subject);
        IncidentSide sale{.fact = id.value_or(Uuid{})};
        showSideOrder(m_counter, sale, OrderId{sale.fact});
        m_shown.subjectName = sale.code;
        m_shown.money = sale.money;
        if (const auto order = readOrder(m_database, m_us, sale.order)) {
            for (const Ticket& ticket : order->tickets) {
                if (m_shown.performance.isNil()) {
                    m_shown.performance = ticket.performance;
                }
                sale.place += (sale.place.empty() ? "" : ", ") + ticket.seatLabel;
                sale.stands = !order->voided;
            }
            m_shown.money = order->total;
        }
        const auto origin = readOrderOrigin(m_database, m_us, sale.order);
        const auto off = origin ? readWriteOff(m_database, m_us, origin->replica) : std::nullopt;
        if (off) {
            IncidentSide given;
            if (const auto entry = readEntryById(m_database, m_us, off->entry)) {
                given.at = entry->at.instant();
                showSideWriter(m_counter, given, entry->replica, entry->actor);
                const auto body = decodeCbor(entry->body);
                const auto written =
                    body ? decodeReplicaWrittenOff(*body) : Result<ReplicaWrittenOff>{body.error()};
                given.text = written ? written->reason : std::string{};
            }
            m_shown.sides.push_back(std::move(given));
        }
        m_shown.sides.push_back(std::move(sale));
    }

    void showReturns()
    {
        const OrderId order{incident_subject::asId(m_shown.subject).value_or(Uuid{})};
        IncidentSide of;
        showSideOrder(m_counter, of, order);
        m_shown.subjectName = of.code;
        if (of.money) {
            m_shown.money =
                Money{readGivenBackTooMuch(m_database, m_us, order), of.money->currency()};
        }
        for (const Uuid& fact : m_shown.facts.facts) {
            IncidentSide side = of;
            side.fact = fact;
            side.money.reset();
            if (const auto entry = readEntryById(m_database, m_us, EntryId{fact})) {
                side.at = entry->at.instant();
                showSideWriter(m_counter, side, entry->replica, entry->actor);
                const auto body = decodeCbor(entry->body);
                const auto returned =
                    body ? decodeTicketsReturned(*body) : Result<TicketsReturned>{body.error()};
                const auto voided =
                    body ? decodeOrderVoided(*body) : Result<OrderVoided>{body.error()};
                if (entry->kind == kind::kTicketsReturned && returned) {
                    side.money = Money{returned->total(), returned->currency};
                    side.text = returned->reason;
                    showPerformanceOf(returned->lines);
                } else if (entry->kind == kind::kOrderVoided && voided) {
                    side.money = of.money;
                    side.text = voided->reason;
                    showPerformanceOf(voided->places);
                }
            }
            m_shown.sides.push_back(std::move(side));
        }
    }

    template <typename Lines>
    void showPerformanceOf(const Lines& lines)
    {
        if (m_shown.performance.isNil() && !lines.empty()) {
            m_shown.performance = lines.front().performance;
        }
    }

    void showQuota()
    {
        const QuotaId quota{incident_subject::asId(m_shown.subject).value_or(Uuid{})};
        for (const Holding& holding : readHoldings(m_database, m_us, quota)) {
            IncidentSide side;
            showSideWriter(m_counter, side, holding.holder, {});
            side.count = holding.rights.spent - holding.rights.regained;
            side.granted = holding.rights.granted - holding.rights.returned;
            if (side.count > 0 || side.granted > 0) {
                m_shown.sides.push_back(std::move(side));
            }
        }
        // Whoever came last came when there was nothing left.
        const auto many =
            static_cast<std::size_t>(std::clamp<std::int64_t>(m_shown.facts.size, 0, 50));
        std::optional<Money> money;
        for (const TicketId ticket :
             readLatestTickets(m_database, m_us, m_shown.performance, quota, many)) {
            IncidentSide side = ticketSide(ticket);
            if (side.money && (!money || money->currency() == side.money->currency())) {
                money = money ? *money + *side.money : *side.money;
            }
            m_shown.sides.push_back(std::move(side));
        }
        m_shown.money = money;
    }

    void showEdits()
    {
        const auto field = incident_subject::asField(m_shown.subject);
        if (!field) {
            return;
        }
        m_shown.field = field->field;
        for (const Uuid& fact : m_shown.facts.facts) {
            IncidentSide side{.fact = fact};
            const auto entry = readEntryById(m_database, m_us, EntryId{fact});
            const auto body = entry ? decodeCbor(entry->body) : Result<CborValue>{CborValue{}};
            const auto edit = body ? decodeEntityEdited(*body) : Result<EntityEdited>{body.error()};
            if (entry && edit && edit->fields.contains(field->field)) {
                m_shown.entityKind = entry->kind.substr(0, entry->kind.find('.'));
                const auto entity = readEntity(m_database, m_us, m_shown.entityKind, field->entity);
                const FieldValue& value = edit->fields.at(field->field);
                side.at = entry->at.instant();
                side.text = shownValue(field->field, value);
                showSideWriter(m_counter, side, entry->replica, entry->actor);
                if (entity) {
                    const auto now = entity->fields().find(field->field);
                    side.stands = now != entity->fields().end() && now->second.value == value;
                    m_shown.subjectName = entity->has("name")
                        ? entity->text("name")
                        : shownValue("event", entity->bytes("event")); // an event's stock
                    m_shown.performance = PerformanceId{entity->uuid("performance")};
                }
            }
            m_shown.sides.push_back(std::move(side));
        }
        if (m_shown.entityKind == "performance") {
            m_shown.performance = PerformanceId{field->entity};
        }
    }

    void showDone()
    {
        for (const HandledIncident& handled : readIncidentActs(m_database, m_us, m_shown.id)) {
            IncidentSide by;
            showSideWriter(m_counter, by, handled.replica, handled.actor);
            const auto origin = readOrderOrigin(m_database, m_us, handled.body.order);
            m_shown.done.push_back({handled.body.act, handled.at.instant(), by.counter, by.actor,
                                    handled.body.reason, origin ? origin->code : std::string{},
                                    handled.body.money});
        }
    }

    void showPerformance()
    {
        const auto selling =
            m_shown.performance.isNil() ? nullptr : m_counter.offers().offer(m_shown.performance);
        if (selling) {
            m_shown.event = selling->offer.event.name;
            m_shown.startsAt = selling->offer.performance.startsAt;
            m_shown.timeZone = selling->offer.performance.timeZone;
        }
    }

    Counter& m_counter;
    Database& m_database;
    OrganizerId m_us;
    Incident m_shown;
};

} // namespace

Incident incidentShown(Counter& counter, const KnownIncident& known)
{
    return Showing{counter, known}.run();
}

} // namespace foyer
