// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/order_import_walk.h"

#include "core/domain/imports/import_entries.h"
#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/guarded.h"
#include "core/services/order_import_making.h"
#include "core/services/order_import_taking.h"
#include "core/services/rights_authority.h"
#include "core/storage/order_import_store.h"

#include <utility>

namespace foyer {
namespace {

Result<void> mayContinue(Counter& counter, const std::string& source, ImportId continues)
{
    if (continues.isNil()) {
        return {};
    }
    const auto import = readOrderImportStanding(counter.database(), counter.organizer(), continues);
    if (!import || import->source != source) {
        return refused("unknown_import",
                       "There was no such import from this source. List the imports first.",
                       "import");
    }
    return import->isUndone
        ? refused("import_undone", "This import was taken back. Begin a new one.", "import")
        : Result<void>{};
}

Error tooManyOrders()
{
    return badInput("too_many_orders",
                    "There are more orders than can be read at once. Divide the files; what was "
                    "read so far is kept.");
}

} // namespace

Result<void> isStillThere(Counter& counter, const Permit& permit)
{
    if (counter.entriesMissing() > 0) {
        return databaseBehind(counter);
    }
    const auto now = counter.access().ownPermit();
    if (!now) {
        return now.error();
    }
    return now->actor() == permit.actor()
        ? Result<void>{}
        : refused("other_operator",
                  "Somebody else is at this counter now. Whoever began this has to go on with it.");
}

struct OrderImportWalk::Private {
    std::string source;
    std::string title;
    OrderImportTerms terms;
    bool isTrial = false;
    bool isBegun = false; ///< the journal says so
    std::optional<Permit> permit;
    std::optional<OrderTaking> taking;
    std::optional<MissingEvents> missing;

    void write(Counter& counter, const char* kind, Bytes body)
    {
        Journal::Act act{counter.journal(), *permit};
        act.append(kind, std::move(body));
        act.commit();
        counter.noteHead();
    }

    void noteBegun(Counter& counter)
    {
        if (!isBegun && !isTrial && terms.continues.isNil()) {
            write(counter, kind::kImportBegun,
                  encode(ImportBegun{taking->report().id, source, title}));
        }
        isBegun = true;
    }

    void takeAll(Counter& counter, const std::vector<ImportedOrder>& orders)
    {
        Journal::Act act{counter.journal(), *permit};
        taking->takeAll(act, orders);
        if (!isTrial) {
            act.commit();
            counter.noteHead();
            taking->remember();
        }
    }
};

OrderImportWalk::OrderImportWalk(std::string source, std::string title, OrderImportTerms terms,
                                 bool isTrial)
    : d{std::make_unique<Private>()}
{
    d->source = std::move(source);
    d->title = std::move(title);
    d->terms = std::move(terms);
    d->isTrial = isTrial;
}

OrderImportWalk::~OrderImportWalk() = default;

Result<void> OrderImportWalk::begin(Counter& counter)
{
    return guarded([&]() -> Result<void> {
        if (counter.entriesMissing() > 0) {
            return databaseBehind(counter);
        }
        auto permit = counter.access().permit(neededForOrderImports());
        if (!permit) {
            return std::move(permit).error();
        }
        if (auto may = mayContinue(counter, d->source, d->terms.continues); !may) {
            return may;
        }
        d->permit = *permit;
        const ImportId id = d->terms.continues.isNil()
            ? ImportId{Uuid::v7(counter.clock().now(), counter.random())}
            : d->terms.continues;
        d->taking.emplace(counter, d->source, d->terms.performance, id, d->isTrial);
        d->missing.emplace(counter, d->terms);
        return {};
    });
}

Result<void> OrderImportWalk::look(const ImportedOrder& order)
{
    return d->missing->note(order, d->taking->matching());
}

Result<bool> OrderImportWalk::make(Counter& counter, std::size_t eventsMax)
{
    return guarded([&]() -> Result<bool> {
        if (auto there = isStillThere(counter, *d->permit); !there) {
            return std::move(there).error();
        }
        return d->missing->make(counter, eventsMax, d->taking->report(), d->isTrial);
    });
}

Result<void> OrderImportWalk::take(Counter& counter, const std::vector<ImportedOrder>& orders,
                                   bool isFetched)
{
    return guarded([&]() -> Result<void> {
        if (auto there = isStillThere(counter, *d->permit); !there) {
            return there;
        }
        const std::size_t room = d->terms.ordersMax - d->taking->report().orders;
        d->taking->lookAgain();
        if (!isFetched && !counter.authority().isHere()) {
            if (RightsNeed need = d->taking->needOf(orders); !need.isEmpty()) {
                counter.noteRightsNeed(std::move(need));
                return rightsShort(d->title);
            }
        }
        d->noteBegun(counter);
        if (orders.size() > room) {
            const std::vector<ImportedOrder> some{orders.begin(),
                                                  orders.begin() +
                                                      static_cast<std::ptrdiff_t>(room)};
            d->takeAll(counter, some);
            return tooManyOrders();
        }
        d->takeAll(counter, orders);
        return {};
    });
}

Result<void> OrderImportWalk::end(Counter& counter)
{
    return guarded([&]() -> Result<void> {
        if (auto there = isStillThere(counter, *d->permit); !there) {
            return there;
        }
        if (!d->isTrial) {
            const OrderImportReport& report = d->taking->report();
            d->noteBegun(counter);
            d->write(counter, kind::kImportEnded,
                     encode(ImportClosed{report.id, static_cast<std::int64_t>(report.added)}));
        }
        return {};
    });
}

const OrderImportReport& OrderImportWalk::report() const
{
    return d->taking->report();
}

void OrderImportWalk::noteStopped()
{
    d->taking->report().isStopped = true;
}

} // namespace foyer
