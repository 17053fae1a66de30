// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/print_worker.h"
#include "core/services/counter.h"
#include "core/services/printers.h"
#include "core/services/spool.h"
#include "tests/support/opened_store.h"
#include "tests/support/virtual_printer.h"

#include <QGuiApplication>
#include <QTest>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

using namespace foyer;
using namespace foyer::test;

/// The worker of the window, with a real store thread and printers on the network.
class PrintWorkerTest : public QObject {
    Q_OBJECT

private:
    static constexpr int kPatienceMs = 20'000;

    static std::vector<SpoolJob> jobsOf(desktop::StoreThread& store)
    {
        std::vector<SpoolJob> jobs;
        bool answered = false;
        store.ask<std::vector<SpoolJob>>([](Counter& counter) { return spoolJobs(counter); },
                                         [&](const Result<std::vector<SpoolJob>>& found) {
                                             jobs = found ? *found : jobs;
                                             answered = true;
                                         });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(answered, kPatienceMs); }();
        return jobs;
    }

    static bool hasState(desktop::StoreThread& store, SpoolState state)
    {
        const auto found = jobsOf(store);
        return std::any_of(found.begin(), found.end(),
                           [state](const SpoolJob& job) { return job.state == state; });
    }

    static std::string faultAt(desktop::StoreThread& store, const std::string& printer)
    {
        for (const SpoolJob& job : jobsOf(store)) {
            if (job.printer == printer) {
                return job.faultCode;
            }
        }
        return {};
    }

    static void spoolTestPageAt(Counter& counter, const std::string& name,
                                const std::string& output)
    {
        QVERIFY(setPrinter(counter,
                           {name, PrinterLanguage::EscPos, output, PrinterPaper::Roll80, 7, 203})
                    .has_value());
        QVERIFY(spoolTestPage(counter, name).has_value());
    }

private Q_SLOTS:
    void aPrinterWithoutPaperHoldsUpNeitherTheOtherNorTheStore()
    {
        VirtualPrinter empty{PrinterLanguage::EscPos};
        VirtualPrinter well{PrinterLanguage::EscPos};
        empty.setPaper(0);
        CounterFixture fixture;
        spoolTestPageAt(fixture.counter(), "Empty", empty.output());
        spoolTestPageAt(fixture.counter(), "Well", well.output());
        fixture.close();
        desktop::StoreThread store;
        openOn(store, fixture);
        desktop::PrintWorker worker{store};
        QTRY_COMPARE_WITH_TIMEOUT(well.pages().size(), std::size_t{1}, kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(hasState(store, SpoolState::Confirmed), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(faultAt(store, "Empty"), std::string{"media_empty"}, kPatienceMs);
        QVERIFY(empty.pages().empty());
        empty.setPaper(3);
        QTRY_COMPARE_WITH_TIMEOUT(empty.pages().size(), std::size_t{1}, kPatienceMs);
    }

    void endingTheProgramLeavesWhatWaitsInTheQueue()
    {
        VirtualPrinter empty{PrinterLanguage::EscPos};
        empty.setPaper(0);
        CounterFixture fixture;
        spoolTestPageAt(fixture.counter(), "Empty", empty.output());
        fixture.close();
        {
            desktop::StoreThread store;
            openOn(store, fixture);
            desktop::PrintWorker worker{store};
            QTRY_VERIFY_WITH_TIMEOUT(hasState(store, SpoolState::Sending), kPatienceMs);
        }
        QVERIFY(fixture.reopen().has_value());
        const auto jobs = spoolJobs(fixture.counter());
        QVERIFY(jobs && jobs->size() == 1);
        QVERIFY(jobs->front().state == SpoolState::Queued);
    }
};

QTEST_MAIN(PrintWorkerTest)
#include "print_worker.moc"
