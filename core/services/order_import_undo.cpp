// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/imports/import_entries.h"
#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/events_concerned.h"
#include "core/services/guarded.h"
#include "core/services/order_import.h"
#include "core/services/order_import_drafting.h"
#include "core/services/order_import_walk.h"
#include "core/storage/order_import_store.h"
#include "core/storage/order_store.h"

namespace foyer {
namespace {

/// Everything that an order booked, negated: no money moves here, for none came in.
OrderVoided voidOf(Counter& counter, const Order& order)
{
    OrderVoided voided{.order = order.id,
                       .currency = order.total.currency(),
                       .reason = kVoidByImportUndone};
    for (const Ticket& ticket : order.tickets) {
        voided.places.push_back(
            {ticket.id, ticket.performance,
             readTicketQuotas(counter.database(), counter.organizer(), ticket.id)});
    }
    const BookedOrder booked = bookedOf(order);
    voided.reversal = ledgerOf(booked.placed);
    for (const PaymentTaken& payment : booked.payments) {
        const auto lines = ledgerOf(payment);
        voided.reversal.insert(voided.reversal.end(), lines.begin(), lines.end());
    }
    for (LedgerLine& line : voided.reversal) {
        line.amount = -line.amount;
    }
    return voided;
}

} // namespace

Result<std::vector<OrderImport>> orderImports(Counter& counter)
{
    return guarded([&]() -> Result<std::vector<OrderImport>> {
        if (auto may = counter.access().require(Permission::ReadOrders); !may) {
            return std::move(may).error();
        }
        std::vector<OrderImport> imports;
        for (const auto& each : readOrderImports(counter.database(), counter.organizer())) {
            const auto user = counter.access().users().find(each.begunBy);
            imports.push_back(
                {each.id, each.source, each.title,
                 each.begunAt ? each.begunAt->instant() : Instant{},
                 user != counter.access().users().end() ? user->second.name : std::string{},
                 each.orders, each.tickets, each.isEnded, each.isUndone, each.kept});
        }
        return imports;
    });
}

Result<std::optional<ImportedOrigin>> orderOrigin(Counter& counter, OrderId order)
{
    return guarded([&]() -> Result<std::optional<ImportedOrigin>> {
        if (auto may = counter.access().require(Permission::ReadOrders, eventsOf(counter, order));
            !may) {
            return std::move(may).error();
        }
        return readImportedOrigin(counter.database(), counter.organizer(), order);
    });
}

Result<void> OrderImportUndoWalk::begin(Counter& counter)
{
    if (counter.entriesMissing() > 0) {
        return databaseBehind(counter);
    }
    auto permit = counter.access().permit(neededForOrderImports());
    if (!permit) {
        return std::move(permit).error();
    }
    const auto import = readOrderImportStanding(counter.database(), counter.organizer(), m_import);
    if (!import) {
        return refused("unknown_import", "There was no such import. List the imports first.",
                       "import");
    }
    if (import->isUndone) {
        return refused("import_undone", "This import was taken back already.", "import");
    }
    m_permit = *permit;
    return {};
}

void OrderImportUndoWalk::close(Counter& counter)
{
    Journal::Act act{counter.journal(), *m_permit};
    act.append(kind::kImportUndone,
               encode(ImportClosed{m_import, static_cast<std::int64_t>(m_undone.voided),
                                   static_cast<std::int64_t>(m_undone.kept)}));
    act.commit();
    counter.noteHead();
    m_isDone = true;
}

Result<void> OrderImportUndoWalk::step(Counter& counter, std::size_t count)
{
    return guarded([&]() -> Result<void> {
        if (auto there = m_permit ? isStillThere(counter, *m_permit) : begin(counter); !there) {
            return there;
        }
        const auto orders = readImportedOrders(counter.database(), counter.organizer(), m_import,
                                               m_after, static_cast<std::int64_t>(count));
        if (orders.empty()) {
            close(counter);
            return {};
        }
        Journal::Act act{counter.journal(), *m_permit};
        for (const ImportedOrderRow& row : orders) {
            const auto order = row.isVoid || row.isChanged || row.isAdmitted
                ? std::nullopt
                : readOrder(counter.database(), counter.organizer(), row.order);
            if (order) {
                act.append(kind::kOrderVoided, encode(voidOf(counter, *order)));
                ++m_undone.voided;
            } else if (!row.isVoid) {
                ++m_undone.kept;
                if (m_undone.keptOrders.size() < OrderImportUndone::kKeptShown) {
                    m_undone.keptOrders.push_back(row.externalId);
                }
            }
        }
        act.commit();
        counter.noteHead();
        m_after = orders.back().order;
        return {};
    });
}

Result<OrderImportUndone> undoOrderImport(Counter& counter, ImportId id,
                                          const std::function<bool(std::size_t orders)>& goOn)
{
    OrderImportUndoWalk walk{id};
    while (!walk.isDone()) {
        if (auto done = walk.step(counter, kOrderImportStep); !done) {
            return std::move(done).error();
        }
        if (!walk.isDone() && goOn && !goOn(walk.undone().voided + walk.undone().kept)) {
            OrderImportUndone undone = walk.undone();
            undone.isStopped = true;
            return undone;
        }
    }
    return walk.undone();
}

} // namespace foyer
