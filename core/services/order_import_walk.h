// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/access/permit.h"
#include "core/services/order_import.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace foyer {

/// One walk through the orders of an import, a step at a time, for whoever lets others act between
/// the steps: begin(), with makeMissing look() at every order and make(), then take() all orders in
/// any portions, and end(). Each step is on disk when it returns, and none begins unless who began
/// the walk is still there: it refuses with not_signed_in, locked, card_expired, other_operator and
/// database_behind. The functions that are given a counter belong to its thread; look() may run on
/// another one while none of them does.
class OrderImportWalk {
public:
    /// `isTrial`: nothing stays of any step; what those before it would have spent is spent again
    /// at the beginning of the next, so a trial answers as the import would and keeps nobody
    /// waiting for longer than a step.
    OrderImportWalk(std::string source, std::string title, OrderImportTerms terms, bool isTrial);
    ~OrderImportWalk();
    OrderImportWalk(const OrderImportWalk&) = delete;
    OrderImportWalk& operator=(const OrderImportWalk&) = delete;

    /// Needs what importOrders() needs. Refuses with unknown_import, import_undone.
    Result<void> begin(Counter& counter);
    /// Notes what an order says of events that are not here. Error too_many_events.
    Result<void> look(const ImportedOrder& order);
    /// Makes the next events that are missing, at most so many; whether that was all. Refuses with
    /// venue_missing, and with what importEvent() refuses with.
    Result<bool> make(Counter& counter, std::size_t eventsMax);
    /// Brings orders. Errors too_many_orders (the others are taken), and rights_short where a
    /// counter of a house with a server has to fetch rights first (Counter::rightsNeed): then
    /// nothing was taken, and the same orders may be given once more. With `isFetched`, what is
    /// still short is a refusal of its order.
    Result<void> take(Counter& counter, const std::vector<ImportedOrder>& orders,
                      bool isFetched = true);
    /// It was gone through.
    Result<void> end(Counter& counter);

    const OrderImportReport& report() const;
    /// Says in the report that somebody stopped it.
    void noteStopped();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// Taking back what an import brought, a step at a time, in the same manner; see undoOrderImport().
class OrderImportUndoWalk {
public:
    explicit OrderImportUndoWalk(ImportId import) : m_import{import} {}

    /// Takes back the next orders, at most so many. Needs and refuses with what undoOrderImport()
    /// does.
    Result<void> step(Counter& counter, std::size_t orders);
    bool isDone() const { return m_isDone; }
    const OrderImportUndone& undone() const { return m_undone; }

private:
    Result<void> begin(Counter& counter);
    void close(Counter& counter);

    ImportId m_import;
    OrderId m_after;
    std::optional<Permit> m_permit;
    OrderImportUndone m_undone;
    bool m_isDone = false;
};

/// Whether who began a long act is still at the counter, and the counter fit for it. Refuses with
/// not_signed_in, locked, card_expired, other_operator, database_behind.
Result<void> isStillThere(Counter& counter, const Permit& permit);

} // namespace foyer
