// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/imports/import_entries.h"
#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/events_concerned.h"
#include "core/services/guarded.h"
#include "core/services/order_import.h"
#include "core/services/order_import_drafting.h"
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

OrderImportUndone undoSteps(Counter& counter, const Permit& permit, ImportId id,
                            const std::function<bool(std::size_t)>& goOn)
{
    OrderImportUndone undone;
    OrderId after;
    while (true) {
        const auto orders = readImportedOrders(counter.database(), counter.organizer(), id, after,
                                               static_cast<std::int64_t>(kOrderImportStep));
        if (orders.empty()) {
            return undone;
        }
        Journal::Act act{counter.journal(), permit};
        for (const ImportedOrderRow& row : orders) {
            const auto order = row.isVoid || row.isChanged || row.isAdmitted
                ? std::nullopt
                : readOrder(counter.database(), counter.organizer(), row.order);
            if (order) {
                act.append(kind::kOrderVoided, encode(voidOf(counter, *order)));
                ++undone.voided;
            } else if (!row.isVoid) {
                ++undone.kept;
                if (undone.keptOrders.size() < OrderImportUndone::kKeptShown) {
                    undone.keptOrders.push_back(row.externalId);
                }
            }
        }
        act.commit();
        counter.noteHead();
        after = orders.back().order;
        if (goOn && !goOn(undone.voided + undone.kept)) {
            undone.isStopped = true;
            return undone;
        }
    }
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

Result<OrderImportUndone> undoOrderImport(Counter& counter, ImportId id,
                                          const std::function<bool(std::size_t orders)>& goOn)
{
    return guarded([&]() -> Result<OrderImportUndone> {
        if (counter.entriesMissing() > 0) {
            return databaseBehind(counter);
        }
        const auto needed = neededForOrderImports();
        const auto permit = counter.access().permit(needed);
        if (!permit) {
            return permit.error();
        }
        const auto import = readOrderImportStanding(counter.database(), counter.organizer(), id);
        if (!import) {
            return refused("unknown_import", "There was no such import. List the imports first.",
                           "import");
        }
        if (import->isUndone) {
            return refused("import_undone", "This import was taken back already.", "import");
        }
        auto undone = undoSteps(counter, *permit, id, goOn);
        if (!undone.isStopped) {
            Journal::Act act{counter.journal(), *permit};
            act.append(kind::kImportUndone,
                       encode(ImportClosed{id, static_cast<std::int64_t>(undone.voided),
                                           static_cast<std::int64_t>(undone.kept)}));
            act.commit();
            counter.noteHead();
        }
        return undone;
    });
}

} // namespace foyer
