// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/customer_figures.h"

#include "app/customers/customer_table.h"
#include "core/base/ensure.h"
#include "core/services/customer_desk.h"
#include "core/services/customer_directory.h"
#include "core/services/customer_file.h"
#include "core/services/customer_import.h"
#include "core/services/customer_merging.h"
#include "core/services/sales.h"
#include "tests/bench/venue.h"

#include <algorithm>
#include <cstdio>
#include <fstream>

namespace foyer::bench {
namespace {

constexpr int kPeople = 100'000;
constexpr double kSecond = 1'000'000;
constexpr const char* kTags[] = {"Press", "Friend", "School", "Member", "Sponsor"};

void writeTable(const std::string& path)
{
    std::ofstream table{path, std::ios::binary};
    table << "Surname;First name;E-mail;Phone;Street;City;Groups;Newsletter\n";
    for (int i = 0; i < kPeople; ++i) {
        const int n = i * 7919 % kPeople; // in no order
        table << "Guest" << n % 5'000 << ";Person" << n / 20 << ";guest" << n << "@example.org;"
              << "+49 30 " << 1'000'000 + n << ";\"Long Street " << n << "\";Berlin;"
              << kTags[n % 5] << ';' << (n % 3 == 0 ? "yes" : "no") << '\n';
    }
}

double milliseconds(const std::function<void()>& work)
{
    return microseconds(work) / 1'000;
}

Samples typing(Counter& counter)
{
    Samples times;
    const std::string names[] = {"guest 1234", "person77 guest", "guest99999@example", "1000123",
                                 "nobody of this name"};
    for (const std::string& name : names) {
        for (std::size_t size = 0; size <= name.size(); ++size) {
            for (const char* tag : {"", "press"}) {
                const CustomerQuery query{.words = name.substr(0, size), .tag = tag};
                times.push_back(milliseconds([&] { ENSURE(listCustomers(counter, query)); }));
            }
        }
    }
    return times;
}

} // namespace

std::vector<Row> measureCustomerDesk(const std::string& folder)
{
    Venue venue{folder, "bench-passphrase"};
    Counter& counter = venue.counter();
    const std::string path = folder + "/table.csv";
    writeTable(path);
    std::vector<Row> rows;
    CustomerImportReport report;
    const auto importing = [&](bool isTry) {
        const auto table = app::lookAtCustomers(path).value();
        CustomerImportTerms terms;
        terms.mapping = table.proposed;
        const auto given = app::rowsOf(table).value();
        report = (isTry ? checkCustomerImport(counter, given, terms)
                        : importCustomers(counter, given, terms))
                     .value();
    };
    const double trying = microseconds([&] { importing(true); }) / kSecond;
    rows.push_back(absoluteRow("import of 100,000 customers, tried", trying, "s", 30));
    const double brought = microseconds([&] { importing(false); }) / kSecond;
    ENSURE(report.added == kPeople);
    rows.push_back(absoluteRow("import of 100,000 customers", brought, "s", 30));
    rows.push_back(absoluteRow("list of 100,000 customers, slowest key",
                               percentile(typing(counter), 1), "ms", 50));
    const auto page = listCustomers(counter, {.words = "guest99999"}).value();
    const CustomerId one = page.rows.at(0).id;
    SaleRequest sale = venue.request();
    sale.newCustomer.reset();
    sale.customer = one;
    ENSURE(sell(counter, sale));
    rows.push_back(absoluteRow("history of one of 100,000 customers",
                               milliseconds([&] { ENSURE(everythingAbout(counter, one)); }), "ms",
                               50));
    rows.push_back(absoluteRow("duplicates among 100,000 customers",
                               milliseconds([&] { ENSURE(proposeDuplicates(counter)); }), "ms",
                               2'000));
    venue.close();
    venue.reopen();
    rows.push_back(absoluteRow("opening 100,000 customers", milliseconds([&] {
                                   ENSURE(venue.counter().customers().load() == kPeople);
                               }),
                               "ms", 10'000));
    return rows;
}

} // namespace foyer::bench
