// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/import_figures.h"

#include "app/imports/order_files.h"
#include "core/base/ensure.h"
#include "core/services/order_import.h"
#include "core/services/order_import_walk.h"
#include "tests/bench/venue.h"

#include <fstream>

namespace foyer::bench {
namespace {

constexpr int kOrders = 50'000;
constexpr std::size_t kTickets = 100'000;
constexpr std::size_t kPortion = 100; ///< as the window takes them, between sales
constexpr double kSecond = 1'000'000;
constexpr double kMillisecond = 1'000;

/// As Eventbrite writes it: a row for each attendee.
void writeAttendees(const std::string& path, int orders, const char* prefix)
{
    std::ofstream table{path, std::ios::binary};
    table << "Order #,Order Date,First Name,Last Name,Email,Quantity,Ticket Type,Total Paid,"
             "Currency,Attendee Status,Event Name,Attendee #,Barcode #\n";
    for (int i = 0; i < orders; ++i) {
        for (const char* guest : {"a", "b"}) {
            table << prefix << i << ",10/01/2026 1:30 PM,Person" << guest << ",Guest" << i
                  << ",guest" << i << guest << "@example.org,1,Adult,42.00,EUR,Attending,Open Air,"
                  << i << guest << ',' << prefix << i << guest << '\n';
        }
    }
}

OrderSource sourceAt(Counter& counter, const std::string& path)
{
    return app::ordersFrom({path}, "eventbrite", {}, app::orderReadingIn(counter)).value();
}

Samples portions(Counter& counter, const std::string& path)
{
    const OrderSource source = sourceAt(counter, path);
    OrderImportWalk walk{source.name, source.title, {}, false};
    ENSURE(walk.begin(counter));
    Samples times;
    std::vector<ImportedOrder> orders;
    ENSURE(source.read([&](ImportedOrder&& order) {
        orders.push_back(std::move(order));
        if (orders.size() == kPortion) {
            times.push_back(microseconds([&] { ENSURE(walk.take(counter, orders)); }) /
                            kMillisecond);
            orders.clear();
        }
        return true;
    }));
    ENSURE(walk.end(counter));
    return times;
}

} // namespace

std::vector<Row> measureOrderImport(const std::string& folder)
{
    Venue venue{folder, "bench-passphrase"};
    Counter& counter = venue.counter();
    const std::string path = folder + "/attendees.csv";
    writeAttendees(path, kOrders, "m");
    std::vector<Row> rows;
    OrderImportReport report;
    const auto importing = [&](bool isTry) {
        const OrderSource source = sourceAt(counter, path);
        report = (isTry ? checkOrderImport(counter, source, {}) : importOrders(counter, source, {}))
                     .value();
        ENSURE(report.tickets == kTickets && report.refused == 0);
    };
    const double trying = microseconds([&] { importing(true); }) / kSecond;
    rows.push_back(absoluteRow("import of 100,000 attendees, tried", trying, "s", 30));
    const double brought = microseconds([&] { importing(false); }) / kSecond;
    rows.push_back(absoluteRow("import of 100,000 attendees", brought, "s", 30));
    const std::string more = folder + "/more.csv";
    writeAttendees(more, kOrders / 10, "n");
    rows.push_back(absoluteRow("a portion of 100 orders of it, p99",
                               percentile(portions(counter, more), 0.99), "ms", 100));
    const double undone =
        microseconds([&] { ENSURE(undoOrderImport(counter, report.id)->voided == kOrders); }) /
        kSecond;
    rows.push_back(absoluteRow("taking it back", undone, "s", 60));
    return rows;
}

} // namespace foyer::bench
