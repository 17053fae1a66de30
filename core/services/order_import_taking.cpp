// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/order_import_taking.h"

#include "core/calendar/clock_time.h"
#include "core/domain/imports/import_entries.h"
#include "core/domain/journal/bodies.h"
#include "core/domain/sales/order_code.h"
#include "core/services/counter.h"
#include "core/services/customer_directory.h"
#include "core/services/customer_index.h"
#include "core/services/foreign_codes.h"
#include "core/services/places.h"
#include "core/storage/order_import_store.h"
#include "core/storage/order_store.h"
#include "core/storage/right_counts.h"

#include <algorithm>

namespace foyer {
namespace {

constexpr const char* kAdmittedElsewhere = "import";

/// Details with whatever cannot be recorded left away: paper was sold to this person, whether or
/// not their telephone is one.
CustomerDetails soundDetails(CustomerDetails details)
{
    for (int tries = 0; tries < 5; ++tries) {
        const auto sound = checkDetails(details);
        if (sound) {
            return details;
        }
        const std::string& field = sound.error().where;
        (field == "name"        ? details.name
             : field == "email" ? details.email
             : field == "phone" ? details.phone
             : field == "note"  ? details.note
                                : details.language)
            .clear();
    }
    return {};
}

bool isToBeTaken(const ImportedOrder& order)
{
    return !order.fault && order.state == ImportedOrder::State::Paid &&
        std::ranges::any_of(order.tickets,
                            [](const ImportedTicket& each) { return !each.isCancelled; });
}

} // namespace

OrderTaking::OrderTaking(Counter& counter, std::string source,
                         std::optional<PerformanceId> otherwise, ImportId import, bool isTrial)
    : m_counter{counter}, m_source{std::move(source)}, m_isTrial{isTrial}, m_matching{counter,
                                                                                      otherwise},
      m_drafting{counter, m_matching}, m_customers{counter.customers().index()},
      m_catalogue{counter.offers().edition()}, m_customersSeen{counter.customers().index().size()}
{
    m_report.id = import;
}

void OrderTaking::lookAgain()
{
    m_fresh.clear();
    if (m_catalogue != m_counter.offers().edition()) {
        m_matching.refresh();
        m_catalogue = m_counter.offers().edition();
    }
    const CustomerIndex& index = m_counter.customers().index();
    if (m_customersSeen != index.size()) {
        m_customers = CustomerMatches{index};
        m_customersSeen = index.size();
        for (const auto& [customer, keys] : m_trial.customers) {
            m_customers.add(customer, keys);
        }
    }
}

OrderTaking::Drafts OrderTaking::draftsOf(const std::vector<ImportedOrder>& orders)
{
    Drafts drafts;
    drafts.ofOrders.resize(orders.size());
    std::unordered_set<std::string_view> seen;
    for (std::size_t i = 0; i < orders.size(); ++i) {
        if (!isToBeTaken(orders[i]) || isKnown(orders[i])) {
            continue;
        }
        drafts.ofOrders[i] = m_drafting.draftOf(orders[i]);
        if (drafts.ofOrders[i]->has_value() && seen.insert(orders[i].externalId).second) {
            const auto& places = (*drafts.ofOrders[i])->places;
            drafts.places.insert(drafts.places.end(), places.begin(), places.end());
        }
    }
    return drafts;
}

RightsNeed OrderTaking::needOf(const std::vector<ImportedOrder>& orders)
{
    return foyer::needOf(m_counter, draftsOf(orders).places);
}

void OrderTaking::takeAll(Journal::Act& act, const std::vector<ImportedOrder>& orders)
{
    spendAgain();
    Drafts drafts = draftsOf(orders);
    topUpAhead(m_counter, act, drafts.places); // one entry of the journal instead of one an order
    std::unordered_set<std::string_view> takenNow;
    for (std::size_t i = 0; i < orders.size(); ++i) {
        const ImportedOrder& order = orders[i];
        auto& draft = drafts.ofOrders[i];
        ++m_report.orders;
        if (order.fault) {
            refuse(order, *order.fault);
        } else if (!isToBeTaken(order)) {
            ++m_report.leftOut;
        } else if (!draft || takenNow.contains(order.externalId)) {
            ++m_report.known;
        } else if (auto taken = *draft ? take(act, order, **draft) : Result<void>{draft->error()};
                   !taken) {
            refuse(order, taken.error());
        } else {
            takenNow.insert(order.externalId);
        }
    }
}

void OrderTaking::remember()
{
    for (const Customer& each : m_fresh) {
        m_counter.customers().remember(each);
    }
    m_fresh.clear();
    m_customersSeen = m_counter.customers().index().size();
}

bool OrderTaking::isKnown(const ImportedOrder& order) const
{
    return m_trial.orders.contains(order.externalId) ||
        isOrderImported(m_counter.database(), m_counter.organizer(), m_source, order.externalId);
}

void OrderTaking::refuse(const ImportedOrder& order, const Error& why)
{
    // The events of a trial are not there yet; those that are made have room for all of it.
    const bool isNamed = std::ranges::none_of(order.tickets, [](const ImportedTicket& each) {
        return each.event.empty();
    });
    if (m_isTrial && isNamed && why.code == "unknown_event" && !m_report.eventsMade.empty()) {
        m_trial.orders.insert(order.externalId);
        noteAdded(order);
        return;
    }
    ++m_report.refused;
    m_report.seatsTaken += why.code == "seat_taken" || why.code == "seat_held" ? 1 : 0;
    if (m_report.refusals.size() < OrderImportReport::kRefusalsShown) {
        m_report.refusals.push_back({order.where, why});
    }
}

void OrderTaking::noteAdded(const ImportedOrder& order)
{
    ++m_report.added;
    std::int64_t& money = m_report.money[order.currency];
    for (const ImportedTicket& ticket : order.tickets) {
        if (!ticket.isCancelled) {
            ++m_report.tickets;
            m_report.admitted += ticket.isCheckedIn ? 1 : 0;
            money += ticket.gross;
        }
    }
    for (const ImportedFee& fee : order.fees) {
        money += fee.gross;
    }
}

Result<void> OrderTaking::take(Journal::Act& act, const ImportedOrder& order, OrderDraft& draft)
{
    if (auto secured = securePlaces(m_counter, act, draft.places); !secured) {
        return secured;
    }
    if (auto free = checkTrialSeats(draft); !free) {
        return free;
    }
    const CustomerId customer = customerOf(act, order);
    OrderPlaced& placed = draft.placed;
    placed.customer = customer.isNil() ? std::nullopt : std::optional{customer};
    placed.series = m_counter.series();
    placed.number = readSeriesUsed(m_counter.database(), m_counter.organizer(), placed.series) + 1;
    placed.code = orderCode(placed.series, static_cast<std::uint64_t>(placed.number));
    OrderImported imported{.import = m_report.id,
                           .source = m_source,
                           .externalId = order.externalId,
                           .placedAt = placedAt(order),
                           .payment =
                               PaymentId{Uuid::v7(m_counter.clock().now(), m_counter.random())},
                           .order = std::move(placed), // of the draft the places are left
                           .origins = {}};
    for (std::size_t i = 0; i < draft.tickets.size(); ++i) {
        const ImportedTicket& ticket = *draft.tickets[i];
        imported.origins.push_back({imported.order.lines[i].ticket, foreignCodeOf(ticket.code),
                                    attendeeOf(customer, order, ticket), ticket.isCheckedIn});
    }
    act.append(kind::kOrderImported, encode(imported));
    admit(act, draft, imported.order.lines);
    noteSpent(draft);
    if (m_isTrial) {
        m_trial.orders.insert(order.externalId);
    }
    noteAdded(order);
    return {};
}

void OrderTaking::admit(Journal::Act& act, const OrderDraft& draft,
                        const std::vector<OrderPlaced::Line>& lines) const
{
    for (std::size_t i = 0; i < draft.tickets.size(); ++i) {
        if (draft.tickets[i]->isCheckedIn) {
            act.append(kind::kTicketAdmitted,
                       encode(TicketScanned{lines[i].ticket,
                                            lines[i].performance,
                                            m_source,
                                            "admitted",
                                            {},
                                            kAdmittedElsewhere}));
        }
    }
}

void OrderTaking::spendAgain()
{
    for (const auto& [quota, count] : m_trial.spent) {
        projections::countRights(m_counter.database(), m_counter.organizer(), m_counter.replica(),
                                 quota, count, 0);
    }
}

Result<void> OrderTaking::checkTrialSeats(const OrderDraft& draft) const
{
    for (std::size_t i = 0; i < draft.places.size(); ++i) {
        const PlaceWanted& place = draft.places[i];
        if (place.seat && m_trial.seats.contains({place.performance, *place.seat})) {
            const std::string& label = draft.placed.lines[i].seatLabel;
            Error error =
                refused("seat_taken", label + " was sold in the meantime. Choose another seat.",
                        "items[" + std::to_string(i) + "]");
            error.facts = {label};
            return error;
        }
    }
    return {};
}

void OrderTaking::noteSpent(const OrderDraft& draft)
{
    if (!m_isTrial) {
        return;
    }
    for (const PlaceWanted& place : draft.places) {
        for (const QuotaId quota : place.quotas) {
            ++m_trial.spent[quota];
        }
        if (place.seat) {
            m_trial.seats.emplace(place.performance, *place.seat);
        }
    }
}

CustomerId OrderTaking::customerOf(Journal::Act& act, const ImportedOrder& order)
{
    CustomerDetails details = order.customer;
    if (details.isEmpty()) {
        const auto first = std::ranges::find_if(order.tickets, [](const ImportedTicket& each) {
            return !each.attendee.empty();
        });
        if (first != order.tickets.end()) {
            details = {first->attendee, first->attendeeEmail, {}, {}};
        }
    }
    details = soundDetails(std::move(details));
    if (details.isEmpty()) {
        return {};
    }
    const MatchKeys keys{details, {}};
    const auto known = m_customers.find(keys);
    // Somebody may have been erased since the step before.
    if (known &&
        (m_counter.customers().index().find(*known) != nullptr ||
         m_trial.customers.contains(*known) ||
         std::ranges::find(m_fresh, *known, &Customer::id) != m_fresh.end())) {
        return *known;
    }
    const CustomerId customer = m_counter.customers().record(act, details).value();
    m_customers.add(customer, keys);
    m_fresh.push_back({customer, details});
    if (m_isTrial) {
        m_trial.customers.emplace(customer, keys);
    }
    ++m_report.customers;
    return customer;
}

Bytes OrderTaking::attendeeOf(CustomerId customer, const ImportedOrder& order,
                              const ImportedTicket& ticket) const
{
    if (customer.isNil() || ticket.attendee.empty() || ticket.attendee == order.customer.name) {
        return {};
    }
    const auto* text = reinterpret_cast<const std::uint8_t*>(ticket.attendee.data());
    auto sealed =
        m_counter.customers().sealFor(customer, "attendee", {text, ticket.attendee.size()});
    return sealed ? *std::move(sealed) : Bytes{};
}

Instant OrderTaking::placedAt(const ImportedOrder& order) const
{
    if (order.placedAt) {
        return *order.placedAt;
    }
    const auto clock = clockTimeFrom(order.placed, ClockTime{});
    const auto& house = m_counter.offers().organizer();
    const auto time = clock && house ? instantOf(*clock, house->timeZone) : std::nullopt;
    return time ? time->instant : m_counter.clock().now();
}

} // namespace foyer
