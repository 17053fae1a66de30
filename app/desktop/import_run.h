// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/services/order_import_walk.h"
#include "ui/in_and_out/import_port.h"

#include <atomic>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <semaphore>
#include <vector>

namespace foyer::desktop {

class StoreThread;

/// One import or trial of the window. The files are read on a thread of the pool; every step is an
/// ask of its own, so a sale waits for one step at most. Everything but reading happens on the
/// window's thread. Lives as long as something of it is under way.
class ImportRun final : public std::enable_shared_from_this<ImportRun> {
public:
    using Progress = ui::OrderImportPort::Progress;
    using Then = ui::OrderImportPort::Then<OrderImportReport>;

    ImportRun(StoreThread& store, ui::OrderImportAsked asked, bool isTry, Progress progress,
              Then then);
    void start();
    /// Ends it after the step that is under way.
    void stop();

private:
    using Orders = std::shared_ptr<std::vector<ImportedOrder>>;
    static constexpr std::ptrdiff_t kPortionsAhead = 2;
    /// What the reading thread and the window share.
    struct Reading {
        std::atomic<bool> isStopped{false};
        std::atomic<std::uint64_t> bytes{0};
        std::counting_semaphore<> room{kPortionsAhead};
    };

    void open(const OrderReading& reading);
    Result<OrderSource> sourceOf(const OrderReading& reading) const;
    void begin(const OrderSource& source);
    void look();
    void make();
    void read();
    void bring(const Orders& orders);
    void bringNext();
    void bring(bool isFetched);
    void taken(const Result<bool>& taken, bool wasFetched);
    void ended(const Result<void>& read);
    void endIfDone();
    void end();
    void finish(const Result<OrderImportReport>& report);
    void finishStopped();
    void tell() const;

    StoreThread& m_store;
    ui::OrderImportAsked m_asked;
    bool m_isTry;
    Progress m_progress;
    Then m_then;
    std::uint64_t m_bytesInAll = 0; ///< that are to be read, each as often as it is
    std::shared_ptr<Reading> m_reading = std::make_shared<Reading>();
    std::shared_ptr<OrderSource> m_source;
    std::shared_ptr<OrderImportWalk> m_walk;
    std::deque<Orders> m_waiting;     ///< the first of them is being brought
    std::optional<std::size_t> m_one; ///< of the first that waits, where its orders go one by one
    bool m_isRead = false;
    std::optional<Error> m_fault;
};

} // namespace foyer::desktop
