// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/order_import.h"

#include "core/services/order_import_walk.h"

#include <limits>
#include <optional>
#include <utility>

namespace foyer {
namespace {

/// With makeMissing: the whole source is read once before the first order is taken.
Result<void> makeWhatIsMissing(Counter& counter, const OrderSource& source, OrderImportWalk& walk)
{
    Result<void> looked;
    const auto read = source.read([&](ImportedOrder&& order) {
        looked = walk.look(order);
        return looked.has_value();
    });
    if (!read || !looked) {
        return read ? looked : read;
    }
    const auto made = walk.make(counter, std::numeric_limits<std::size_t>::max());
    return made ? Result<void>{} : Result<void>{made.error()};
}

Result<OrderImportReport> runOrderImport(Counter& counter, const OrderSource& source,
                                         const OrderImportTerms& terms, bool isTrial)
{
    OrderImportWalk walk{source.name, source.title, terms, isTrial};
    auto done = walk.begin(counter);
    if (done && terms.makeMissing) {
        done = makeWhatIsMissing(counter, source, walk);
    }
    if (!done) {
        return std::move(done).error();
    }
    std::vector<ImportedOrder> orders;
    const auto step = [&] {
        done = walk.take(counter, orders);
        orders.clear();
        return done.has_value();
    };
    bool isStopped = false;
    const auto read = source.read([&](ImportedOrder&& order) {
        orders.push_back(std::move(order));
        if (orders.size() < kOrderImportStep) {
            return true;
        }
        isStopped = step() && terms.goOn && !terms.goOn(walk.report().orders);
        return done.has_value() && !isStopped;
    });
    if (done && !orders.empty()) {
        step();
    }
    if (!done || !read) {
        return done ? read.error() : done.error();
    }
    if (isStopped) {
        walk.noteStopped();
        return walk.report();
    }
    done = walk.end(counter);
    return done ? Result<OrderImportReport>{walk.report()} : std::move(done).error();
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
