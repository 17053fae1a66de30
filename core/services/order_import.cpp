// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/order_import.h"

#include "core/calendar/clock_time.h"
#include "core/domain/imports/import_entries.h"
#include "core/domain/journal/bodies.h"
#include "core/domain/sales/order_code.h"
#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/customer_directory.h"
#include "core/services/customer_index.h"
#include "core/services/customer_matching.h"
#include "core/services/foreign_codes.h"
#include "core/services/guarded.h"
#include "core/services/order_import_drafting.h"
#include "core/services/order_import_making.h"
#include "core/services/order_import_matching.h"
#include "core/services/places.h"
#include "core/storage/order_import_store.h"
#include "core/storage/order_store.h"

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

/// One way through a source. With `isTrial` all of it is one act that is never committed.
class OrderImportRun {
public:
    OrderImportRun(Counter& counter, const OrderSource& source, const OrderImportTerms& terms,
                   const Permit& permit, bool isTrial)
        : m_counter{counter}, m_source{source}, m_terms{terms}, m_permit{permit},
          m_isTrial{isTrial}, m_matching{counter, terms.performance},
          m_drafting{counter, m_matching}, m_customers{counter.customers().index()}
    {
        m_report.id = terms.continues.isNil()
            ? ImportId{Uuid::v7(counter.clock().now(), counter.random())}
            : terms.continues;
    }

    Result<OrderImportReport> through()
    {
        if (m_terms.makeMissing) {
            if (auto made = makeMissingEvents(m_counter, m_source, m_terms, m_matching, m_report,
                                              m_isTrial);
                !made) {
                return std::move(made).error();
            }
            m_matching.refresh();
        }
        begin();
        std::optional<Error> fault;
        const auto read = m_source.read([&](ImportedOrder&& order) {
            if (++m_report.orders > m_terms.ordersMax) {
                fault = badInput("too_many_orders",
                                 "There are more orders than can be read at once. Divide the "
                                 "files; what was read so far is kept.");
                return false;
            }
            m_pending.push_back(std::move(order));
            return m_pending.size() < kOrderImportStep || step();
        });
        flush();
        if (!read || fault) {
            return read ? *fault : read.error();
        }
        if (!m_report.isStopped && !m_isTrial) {
            end();
        }
        return std::move(m_report);
    }

private:
    void begin()
    {
        if (m_isTrial) {
            m_trial.emplace(m_counter.journal(), m_permit);
        } else if (m_terms.continues.isNil()) {
            Journal::Act act{m_counter.journal(), m_permit};
            act.append(kind::kImportBegun,
                       encode(ImportBegun{m_report.id, m_source.name, m_source.title}));
            act.commit();
            m_counter.noteHead();
        }
    }

    void end()
    {
        Journal::Act act{m_counter.journal(), m_permit};
        act.append(kind::kImportEnded,
                   encode(ImportClosed{m_report.id, static_cast<std::int64_t>(m_report.added)}));
        act.commit();
        m_counter.noteHead();
    }

    bool step()
    {
        flush();
        m_report.isStopped = m_terms.goOn && !m_terms.goOn(m_report.orders);
        return !m_report.isStopped;
    }

    void flush()
    {
        if (m_pending.empty()) {
            return;
        }
        if (m_trial) {
            takeAll(*m_trial);
        } else {
            Journal::Act act{m_counter.journal(), m_permit};
            takeAll(act);
            act.commit();
            m_counter.noteHead();
            for (const Customer& each : m_fresh) {
                m_counter.customers().remember(each);
            }
        }
        m_fresh.clear();
        m_pending.clear();
    }

    void takeAll(Journal::Act& act)
    {
        for (const ImportedOrder& order : m_pending) {
            const bool hasTickets =
                std::ranges::any_of(order.tickets,
                                    [](const ImportedTicket& each) { return !each.isCancelled; });
            if (order.fault) {
                refuse(order, *order.fault);
            } else if (order.state != ImportedOrder::State::Paid || !hasTickets) {
                ++m_report.leftOut;
            } else if (isOrderImported(m_counter.database(), m_counter.organizer(), m_source.name,
                                       order.externalId)) {
                ++m_report.known;
            } else if (const auto taken = take(act, order); !taken) {
                refuse(order, taken.error());
            }
        }
    }

    void refuse(const ImportedOrder& order, const Error& why)
    {
        // The events of a trial are not there yet; those that are made have room for all of it.
        const bool isNamed = std::ranges::none_of(order.tickets, [](const ImportedTicket& each) {
            return each.event.empty();
        });
        if (m_isTrial && isNamed && why.code == "unknown_event" && !m_report.eventsMade.empty()) {
            noteAdded(order);
            return;
        }
        ++m_report.refused;
        m_report.seatsTaken += why.code == "seat_taken" || why.code == "seat_held" ? 1 : 0;
        if (m_report.refusals.size() < OrderImportReport::kRefusalsShown) {
            m_report.refusals.push_back({order.where, why});
        }
    }

    void noteAdded(const ImportedOrder& order)
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

    Result<void> take(Journal::Act& act, const ImportedOrder& order)
    {
        auto draft = m_drafting.draftOf(order);
        if (!draft) {
            return std::move(draft).error();
        }
        if (auto secured = securePlaces(m_counter, act, draft->places); !secured) {
            return secured;
        }
        const CustomerId customer = customerOf(act, order);
        OrderPlaced& placed = draft->placed;
        placed.customer = customer.isNil() ? std::nullopt : std::optional{customer};
        placed.series = m_counter.series();
        placed.number =
            readSeriesUsed(m_counter.database(), m_counter.organizer(), placed.series) + 1;
        placed.code = orderCode(placed.series, static_cast<std::uint64_t>(placed.number));
        OrderImported imported{.import = m_report.id,
                               .source = m_source.name,
                               .externalId = order.externalId,
                               .placedAt = placedAt(order),
                               .payment = PaymentId{newId()},
                               .order = std::move(placed),
                               .origins = {}};
        for (std::size_t i = 0; i < draft->tickets.size(); ++i) {
            const ImportedTicket& ticket = *draft->tickets[i];
            imported.origins.push_back({imported.order.lines[i].ticket, foreignCodeOf(ticket.code),
                                        attendeeOf(customer, order, ticket), ticket.isCheckedIn});
        }
        act.append(kind::kOrderImported, encode(imported));
        for (std::size_t i = 0; i < draft->tickets.size(); ++i) {
            if (draft->tickets[i]->isCheckedIn) {
                const OrderPlaced::Line& line = imported.order.lines[i];
                act.append(kind::kTicketAdmitted,
                           encode(TicketScanned{line.ticket,
                                                line.performance,
                                                m_source.name,
                                                "admitted",
                                                {},
                                                kAdmittedElsewhere}));
            }
        }
        noteAdded(order);
        return {};
    }

    CustomerId customerOf(Journal::Act& act, const ImportedOrder& order)
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
        if (const auto known = m_customers.find(keys)) {
            return *known;
        }
        const CustomerId customer = m_counter.customers().record(act, details).value();
        m_customers.add(customer, keys);
        m_fresh.push_back({customer, details});
        ++m_report.customers;
        return customer;
    }

    Bytes attendeeOf(CustomerId customer, const ImportedOrder& order, const ImportedTicket& ticket)
    {
        if (customer.isNil() || ticket.attendee.empty() || ticket.attendee == order.customer.name) {
            return {};
        }
        const auto* text = reinterpret_cast<const std::uint8_t*>(ticket.attendee.data());
        auto sealed =
            m_counter.customers().sealFor(customer, "attendee", {text, ticket.attendee.size()});
        return sealed ? *std::move(sealed) : Bytes{};
    }

    Instant placedAt(const ImportedOrder& order)
    {
        if (order.placedAt) {
            return *order.placedAt;
        }
        const auto clock = clockTimeFrom(order.placed, ClockTime{});
        const auto& house = m_counter.offers().organizer();
        const auto time = clock && house ? instantOf(*clock, house->timeZone) : std::nullopt;
        return time ? time->instant : m_counter.clock().now();
    }

    Uuid newId() { return Uuid::v7(m_counter.clock().now(), m_counter.random()); }

    Counter& m_counter;
    const OrderSource& m_source;
    const OrderImportTerms& m_terms;
    const Permit& m_permit;
    bool m_isTrial;
    ImportMatching m_matching;
    OrderDrafting m_drafting;
    CustomerMatches m_customers;
    std::vector<ImportedOrder> m_pending;
    std::vector<Customer> m_fresh;
    OrderImportReport m_report;
    std::optional<Journal::Act> m_trial;
};

Result<void> mayContinue(Counter& counter, const OrderSource& source, ImportId continues)
{
    if (continues.isNil()) {
        return {};
    }
    const auto import = readOrderImportStanding(counter.database(), counter.organizer(), continues);
    if (!import || import->source != source.name) {
        return refused("unknown_import",
                       "There was no such import from this source. List the imports first.",
                       "import");
    }
    return import->isUndone
        ? refused("import_undone", "This import was taken back. Begin a new one.", "import")
        : Result<void>{};
}

Result<OrderImportReport> runOrderImport(Counter& counter, const OrderSource& source,
                                         const OrderImportTerms& terms, bool isTrial)
{
    return guarded([&]() -> Result<OrderImportReport> {
        if (counter.entriesMissing() > 0) {
            return databaseBehind(counter);
        }
        const auto needed = neededForOrderImports();
        const auto permit = counter.access().permit(needed);
        if (!permit) {
            return permit.error();
        }
        if (auto may = mayContinue(counter, source, terms.continues); !may) {
            return std::move(may).error();
        }
        return OrderImportRun{counter, source, terms, *permit, isTrial}.through();
    });
}

} // namespace

Result<OrderImportReport> checkOrderImport(Counter& counter, const OrderSource& source,
                                           const OrderImportTerms& terms)
{
    return runOrderImport(counter, source, terms, true);
}

Result<OrderImportReport> importOrders(Counter& counter, const OrderSource& source,
                                       const OrderImportTerms& terms)
{
    return runOrderImport(counter, source, terms, false);
}

} // namespace foyer
