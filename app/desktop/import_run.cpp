// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/import_run.h"

#include "app/desktop/in_background.h"
#include "app/desktop/store_thread.h"
#include "app/imports/order_files.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace foyer::desktop {
namespace {

/// A step of so many takes some hundredths of a second: as long as a sale may have to wait.
constexpr std::size_t kOrdersAtOnce = 100;
constexpr std::size_t kEventsAtOnce = 5;

Result<bool> asAnswer(const Result<void>& done)
{
    return done ? Result<bool>{true} : Result<bool>{done.error()};
}

} // namespace

ImportRun::ImportRun(StoreThread& store, ui::OrderImportAsked asked, bool isTry, Progress progress,
                     Then then)
    : m_store{store}, m_asked{std::move(asked)}, m_isTry{isTry},
      m_progress{std::move(progress)}, m_then{std::move(then)}
{
    // A table is read to see how it is written, to count, and for its orders; JSON for what orders
    // name, and for the orders.
    const std::uint64_t times =
        (app::isTableFormat(m_asked.format) ? 3U : 2U) + (m_asked.makeMissing ? 1U : 0U);
    for (const std::string& each : m_asked.files) {
        m_bytesInAll +=
            times * static_cast<std::uint64_t>(QFileInfo{QString::fromStdString(each)}.size());
    }
}

void ImportRun::start()
{
    m_store.ask<OrderReading>(
        [](Counter& counter) { return Result<OrderReading>{app::orderReadingIn(counter)}; },
        [self = shared_from_this()](const Result<OrderReading>& reading) {
            reading ? self->open(*reading) : self->finish(reading.error());
        });
}

void ImportRun::stop()
{
    m_reading->isStopped = true;
    m_reading->room.release(kPortionsAhead);
}

Result<OrderSource> ImportRun::sourceOf(const OrderReading& reading) const
{
    std::vector<ImportFile> files;
    for (const std::string& each : m_asked.files) {
        files.push_back(
            app::withReadTold(app::importFileAt(each), [shared = m_reading](std::size_t bytes) {
                shared->bytes += bytes;
                return !shared->isStopped;
            }));
    }
    return app::ordersFrom(std::move(files), m_asked.format, m_asked.mapping, reading);
}

void ImportRun::open(const OrderReading& reading)
{
    inBackground<OrderSource>([self = shared_from_this(),
                               reading] { return self->sourceOf(reading); },
                              [self = shared_from_this()](const Result<OrderSource>& source) {
                                  source ? self->begin(*source) : self->finish(source.error());
                              });
}

void ImportRun::begin(const OrderSource& source)
{
    if (m_reading->isStopped) { // perhaps with everything else, so nobody is asked any more
        finish(refused("cancelled", "It was stopped before anything was imported."));
        return;
    }
    m_source = std::make_shared<OrderSource>(source);
    OrderImportTerms terms{.continues = m_asked.continues,
                           .makeMissing = m_asked.makeMissing,
                           .venue = m_asked.venue,
                           .performance = m_asked.performance,
                           .goOn = {}};
    m_walk =
        std::make_shared<OrderImportWalk>(source.name, source.title, std::move(terms), m_isTry);
    m_store.ask<bool>([walk = m_walk](Counter& counter) { return asAnswer(walk->begin(counter)); },
                      [self = shared_from_this()](const Result<bool>& begun) {
                          if (!begun) {
                              self->finish(begun.error());
                          } else if (self->m_asked.makeMissing) {
                              self->look();
                          } else {
                              self->read();
                          }
                      });
}

void ImportRun::look()
{
    inBackground<bool>(
        [source = m_source, walk = m_walk, shared = m_reading]() -> Result<bool> {
            Result<void> looked;
            const auto read = source->read([&](ImportedOrder&& order) {
                looked = walk->look(order);
                return looked.has_value() && !shared->isStopped;
            });
            return asAnswer(read ? looked : read);
        },
        [self = shared_from_this()](const Result<bool>& looked) {
            looked ? self->make() : self->finish(looked.error());
        });
}

void ImportRun::make()
{
    tell();
    if (m_reading->isStopped) {
        finishStopped();
        return;
    }
    m_store.ask<bool>([walk =
                           m_walk](Counter& counter) { return walk->make(counter, kEventsAtOnce); },
                      [self = shared_from_this()](const Result<bool>& isAll) {
                          if (!isAll) {
                              self->finish(isAll.error());
                          } else if (*isAll) {
                              self->read();
                          } else {
                              self->make();
                          }
                      });
}

void ImportRun::read()
{
    inBackground<bool>(
        [self = shared_from_this(), source = m_source, shared = m_reading]() -> Result<bool> {
            auto orders = std::make_shared<std::vector<ImportedOrder>>();
            const auto hand = [&] {
                shared->room.acquire();
                onWindowThread([self, orders] { self->bring(orders); });
                orders = std::make_shared<std::vector<ImportedOrder>>();
                return !shared->isStopped;
            };
            const auto read = source->read([&](ImportedOrder&& order) {
                orders->push_back(std::move(order));
                return orders->size() < kOrdersAtOnce || hand();
            });
            if (!orders->empty() && !shared->isStopped) {
                hand();
            }
            return asAnswer(read);
        },
        [self = shared_from_this()](const Result<bool>& read) {
            self->ended(read ? Result<void>{} : Result<void>{read.error()});
        });
}

void ImportRun::bring(const Orders& orders)
{
    if (m_reading->isStopped) {
        return;
    }
    m_waiting.push_back(orders);
    if (m_waiting.size() == 1) {
        bringNext();
    }
}

void ImportRun::bringNext()
{
    // The first time what a counter of a house with a server lacks is fetched from there.
    bring(false);
}

void ImportRun::bring(bool isFetched)
{
    m_store.ask<bool>(
        [walk = m_walk, orders = m_waiting.front(), one = m_one, isFetched](Counter& counter) {
            return asAnswer(one ? walk->take(counter, {(*orders)[*one]}, isFetched)
                                : walk->take(counter, *orders, isFetched));
        },
        [self = shared_from_this(), isFetched](const Result<bool>& done) {
            self->taken(done, isFetched);
        });
}

void ImportRun::taken(const Result<bool>& taken, bool wasFetched)
{
    if (!taken && taken.error().code == "rights_short" && !wasFetched) {
        // The server has not enough for all of them: one by one, until nothing is left.
        if (!m_one && m_waiting.front()->size() > 1) {
            m_one = 0;
            bringNext();
        } else {
            bring(true);
        }
        return;
    }
    if (taken && m_one && !m_reading->isStopped && ++*m_one < m_waiting.front()->size()) {
        bringNext();
        return;
    }
    m_one.reset();
    m_waiting.pop_front();
    if (!taken) {
        m_fault = taken.error();
        stop();
    }
    m_reading->room.release();
    tell();
    if (m_reading->isStopped) {
        m_waiting.clear();
    } else if (!m_waiting.empty()) {
        bringNext();
    }
    endIfDone();
}

void ImportRun::ended(const Result<void>& read)
{
    m_isRead = true;
    if (!read && !m_reading->isStopped) {
        m_fault = read.error();
    }
    endIfDone();
}

void ImportRun::endIfDone()
{
    if (!m_isRead || !m_waiting.empty()) {
        return;
    }
    if (m_fault) {
        finish(*m_fault);
    } else if (m_reading->isStopped) {
        finishStopped();
    } else {
        end();
    }
}

void ImportRun::end()
{
    m_store.ask<bool>([walk = m_walk](Counter& counter) { return asAnswer(walk->end(counter)); },
                      [self = shared_from_this()](const Result<bool>& done) {
                          self->finish(done ? Result<OrderImportReport>{self->m_walk->report()}
                                            : done.error());
                      });
}

void ImportRun::finishStopped()
{
    m_walk->noteStopped();
    finish(m_walk->report());
}

void ImportRun::finish(const Result<OrderImportReport>& report)
{
    if (const auto then = std::exchange(m_then, {})) {
        then(report);
    }
}

void ImportRun::tell() const
{
    if (m_progress && m_walk) {
        const std::uint64_t all = std::max<std::uint64_t>(m_bytesInAll, 1);
        m_progress({m_walk->report().orders,
                    static_cast<int>(std::min<std::uint64_t>(100, 100 * m_reading->bytes / all))});
    }
}

} // namespace foyer::desktop
