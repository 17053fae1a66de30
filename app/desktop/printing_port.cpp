// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/printing_port.h"

#include "app/desktop/store_thread.h"
#include "core/services/printers.h"
#include "core/services/spool.h"

#include <utility>

namespace foyer::desktop {
namespace {

template <typename T>
Result<bool> doneOr(const Result<T>& result)
{
    return result ? Result<bool>{true} : Result<bool>{result.error()};
}

} // namespace

void CounterPrintingPort::printers(Then<std::vector<Printer>> then)
{
    m_store.ask<std::vector<Printer>>([](Counter& counter) { return foyer::printers(counter); },
                                      std::move(then));
}

void CounterPrintingPort::save(const Printer& printer, Then<bool> then)
{
    m_store.ask<bool>([printer](Counter& counter) { return doneOr(setPrinter(counter, printer)); },
                      [this, then = std::move(then)](const Result<bool>& done) {
                          m_worker.kick(); // what waits for it may go on at another address
                          then(done);
                      });
}

void CounterPrintingPort::remove(const std::string& name, Then<bool> then)
{
    m_store.ask<bool>([name](Counter& counter) { return doneOr(removePrinter(counter, name)); },
                      std::move(then));
}

void CounterPrintingPort::test(const std::string& name, Then<bool> then)
{
    m_store.ask<bool>([name](Counter& counter) { return doneOr(spoolTestPage(counter, name)); },
                      [this, then = std::move(then)](const Result<bool>& done) {
                          m_worker.kick();
                          then(done);
                      });
}

void CounterPrintingPort::jobs(Then<std::vector<SpoolJob>> then)
{
    m_store.ask<std::vector<SpoolJob>>([](Counter& counter) { return spoolJobs(counter); },
                                       std::move(then));
}

void CounterPrintingPort::act(PrintJobId job, ui::SpoolAct act, Then<bool> then)
{
    m_store.ask<bool>(
        [job, act](Counter& counter) {
            switch (act) {
            case ui::SpoolAct::Retry:
                return doneOr(retrySpoolJob(counter, job));
            case ui::SpoolAct::Cancel:
                return doneOr(cancelSpoolJob(counter, job));
            case ui::SpoolAct::CameOut:
            case ui::SpoolAct::Missing:
                break;
            }
            return doneOr(settleUnclear(counter, job, act == ui::SpoolAct::CameOut));
        },
        [this, job, act, then = std::move(then)](const Result<bool>& done) {
            if (act == ui::SpoolAct::Cancel) {
                m_worker.stop(job);
            }
            m_worker.kick();
            // The page under way ends by itself; that nothing else was left is no fault then.
            const bool isStopping =
                act == ui::SpoolAct::Cancel && !done && done.error().code == "print_over";
            then(isStopping ? Result<bool>{true} : done);
        });
}

} // namespace foyer::desktop
