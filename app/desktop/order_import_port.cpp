// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/order_import_port.h"

#include "app/desktop/in_background.h"
#include "app/desktop/import_run.h"
#include "app/desktop/store_thread.h"
#include "app/imports/order_files.h"
#include "core/services/catalogue.h"
#include "core/services/offer_cache.h"
#include "core/services/order_import.h"
#include "core/services/order_import_walk.h"
#include "core/services/venue_editing.h"

#include <QFileInfo>

#include <utility>

namespace foyer::desktop {
namespace {

constexpr std::size_t kOrdersShown = 5;
constexpr std::size_t kOrdersAtOnce = 100;

Result<ui::OrderFilesShown> lookAtFiles(const std::vector<std::string>& files,
                                        const std::string& format)
{
    if (files.empty()) {
        return usageError("one_table", "Choose a file.");
    }
    const auto recognised = format.empty() ? app::recognisedFormat(app::importFileAt(files.front()))
                                           : Result<std::string>{format};
    if (!recognised) {
        return recognised.error();
    }
    ui::OrderFilesShown shown;
    shown.files = files;
    shown.format = *recognised;
    shown.isTable = app::isTableFormat(*recognised);
    for (const std::string& each : files) {
        shown.bytes += static_cast<std::uint64_t>(QFileInfo{QString::fromStdString(each)}.size());
    }
    if (!shown.isTable) {
        return shown;
    }
    if (files.size() > 1) {
        return usageError("one_table", "Tables are read one at a time.");
    }
    const auto table = app::orderTable(app::importFileAt(files.front()), *recognised);
    if (!table) {
        return table.error();
    }
    shown.encoding = textEncodingName(table->form.encoding);
    shown.separator = std::string(1, table->form.separator);
    shown.headers = table->headers;
    shown.proposed = table->mapping;
    shown.first = table->first;
    for (const TableField& field : orderTableFields()) {
        shown.fields.emplace_back(field.name);
    }
    return shown;
}

/// An undo of the window, an ask for each step.
struct Undo : std::enable_shared_from_this<Undo> {
    StoreThread& store;
    std::shared_ptr<OrderImportUndoWalk> walk;
    std::shared_ptr<std::atomic<bool>> isStopped;
    ui::OrderImportPort::Progress progress;
    ui::OrderImportPort::Then<OrderImportUndone> then;

    Undo(StoreThread& thread, ImportId import) : store{thread}
    {
        walk = std::make_shared<OrderImportUndoWalk>(import);
    }
    void step()
    {
        store.ask<bool>(
            [walk = walk](Counter& counter) -> Result<bool> {
                auto done = walk->step(counter, kOrdersAtOnce);
                return done ? Result<bool>{walk->isDone()} : std::move(done).error();
            },
            [self = shared_from_this()](const Result<bool>& isDone) { self->stepped(isDone); });
    }
    void stepped(const Result<bool>& isDone)
    {
        if (!isDone) {
            then(isDone.error());
            return;
        }
        OrderImportUndone undone = walk->undone();
        if (!*isDone && !*isStopped) {
            progress({undone.voided + undone.kept, 0});
            step();
            return;
        }
        undone.isStopped = !*isDone;
        then(undone);
    }
};

} // namespace

CounterOrderImportPort::~CounterOrderImportPort()
{
    *m_isSampleStale = true;
    cancel();
}

std::vector<std::string> CounterOrderImportPort::formats() const
{
    return app::orderFormats();
}

void CounterOrderImportPort::look(const std::vector<std::string>& files, const std::string& format,
                                  Then<ui::OrderFilesShown> then)
{
    inBackground<ui::OrderFilesShown>([files, format] { return lookAtFiles(files, format); },
                                      std::move(then));
}

void CounterOrderImportPort::sample(const ui::OrderImportAsked& asked,
                                    Then<std::vector<ImportedOrder>> then)
{
    *m_isSampleStale = true;
    m_isSampleStale = std::make_shared<std::atomic<bool>>(false);
    const auto read = [asked, isStale = m_isSampleStale](
                          const OrderReading& reading) -> Result<std::vector<ImportedOrder>> {
        std::vector<ImportFile> files;
        for (const std::string& each : asked.files) {
            files.push_back(app::withReadTold(app::importFileAt(each),
                                              [isStale](std::size_t) { return !*isStale; }));
        }
        const auto source = app::ordersFrom(std::move(files), asked.format, asked.mapping, reading);
        if (!source) {
            return source.error();
        }
        std::vector<ImportedOrder> orders;
        const auto done = source->read([&orders](ImportedOrder&& order) {
            orders.push_back(std::move(order));
            return orders.size() < kOrdersShown;
        });
        return done ? Result<std::vector<ImportedOrder>>{std::move(orders)} : done.error();
    };
    m_store.ask<OrderReading>(
        [](Counter& counter) { return Result<OrderReading>{app::orderReadingIn(counter)}; },
        [read, then = std::move(then)](const Result<OrderReading>& reading) {
            if (!reading) {
                then(reading.error());
                return;
            }
            inBackground<std::vector<ImportedOrder>>([read,
                                                      reading = *reading] { return read(reading); },
                                                     then);
        });
}

void CounterOrderImportPort::choices(Then<ui::ImportChoices> then)
{
    m_store.ask<ui::ImportChoices>(
        [](Counter& counter) -> Result<ui::ImportChoices> {
            ui::ImportChoices choices;
            const auto& house = counter.offers().organizer();
            choices.timeZone = house ? house->timeZone : "UTC";
            const auto dates = performances(counter, Instant{0});
            if (!dates) {
                return dates.error();
            }
            for (const PerformanceSummary& each : *dates) {
                choices.dates.push_back({each.id, each.event, each.startsAt, each.timeZone});
            }
            const auto known = venues(counter);
            if (!known) {
                return known.error();
            }
            for (const Venue& each : *known) {
                choices.venues.push_back(each.name);
            }
            return choices;
        },
        std::move(then));
}

void CounterOrderImportPort::run(const ui::OrderImportAsked& asked, bool isTry, Progress progress,
                                 Then<OrderImportReport> then)
{
    const auto run =
        std::make_shared<ImportRun>(m_store, asked, isTry, std::move(progress), std::move(then));
    m_run = run;
    run->start();
}

void CounterOrderImportPort::imports(Then<std::vector<OrderImport>> then)
{
    m_store.ask<std::vector<OrderImport>>([](Counter& counter) { return orderImports(counter); },
                                          std::move(then));
}

void CounterOrderImportPort::undo(ImportId import, Progress progress, Then<OrderImportUndone> then)
{
    const auto undo = std::make_shared<Undo>(m_store, import);
    m_isUndoStopped = std::make_shared<std::atomic<bool>>(false);
    undo->isStopped = m_isUndoStopped;
    undo->progress = std::move(progress);
    undo->then = std::move(then);
    undo->step();
}

void CounterOrderImportPort::cancel()
{
    *m_isUndoStopped = true;
    if (const auto run = m_run.lock()) {
        run->stop();
    }
}

} // namespace foyer::desktop
