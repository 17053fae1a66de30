// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a thousand enrolled counters cost that wait for something new, as one line of JSON.
#include "core/base/ensure.h"
#include "tests/bench/figures.h"
#include "tests/bench/served_house.h"
#include "tests/support/raw_client.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

namespace foyer::bench {
namespace {

constexpr int kCounters = 1'000; // of two houses

double processorSeconds(pid_t process)
{
    std::ifstream file{"/proc/" + std::to_string(process) + "/stat"};
    std::string text;
    std::getline(file, text);
    std::istringstream fields{text.substr(text.rfind(')') + 2)};
    std::string skipped;
    for (int i = 0; i < 11; ++i) {
        fields >> skipped;
    }
    double user = 0;
    double system = 0;
    fields >> user >> system;
    return (user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

double megabytes(pid_t process)
{
    std::ifstream file{"/proc/" + std::to_string(process) + "/status"};
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("VmRSS:")) {
            return std::stod(line.substr(6)) / 1024;
        }
    }
    return 0;
}

class IdleCounters {
public:
    explicit IdleCounters(ServedHouse& house) : m_house{house}
    {
        for (std::size_t i = 0; i < m_house.devices().size(); ++i) {
            m_clients.emplace_back(m_house.port());
            ENSURE(m_clients.back().isConnected());
            wait(i);
        }
    }

    /// Each waits once to its end and begins anew; all of them together a whole round.
    void round()
    {
        for (std::size_t i = 0; i < m_clients.size(); ++i) {
            ENSURE(m_clients[i].read(std::chrono::seconds{70}).status == 200);
            wait(i);
        }
    }

private:
    void wait(std::size_t number)
    {
        const BenchDevice& device = m_house.devices()[number];
        m_clients[number].send(
            m_house.requestOf(device, "GET",
                              "/v1/wake?after=" + std::to_string(m_house.position(device))));
    }

    ServedHouse& m_house;
    std::vector<test::RawClient> m_clients;
};

void measure(ServedHouse& house)
{
    IdleCounters counters{house};
    std::this_thread::sleep_for(std::chrono::seconds{1});
    Samples wakes;
    for (int i = 0; i < 5; ++i) {
        wakes.push_back(microseconds([&] {
            house.announce();
            counters.round();
        }));
        std::this_thread::sleep_for(std::chrono::seconds{1});
    }
    // From the last waking to the end of the next wait, with all that beginning anew costs.
    const double before = processorSeconds(house.process());
    const double took = microseconds([&] { counters.round(); });
    const double share = (processorSeconds(house.process()) - before) / (took / 1e6) * 100;
    std::printf(R"({"core_percent":%.3f,"memory_mb":%.1f,"reach_s":%.3f})"
                "\n",
                share, megabytes(house.process()), *std::ranges::max_element(wakes) / 1e6);
}

} // namespace
} // namespace foyer::bench

int main(int argc, char** argv)
{
    using namespace foyer::bench;
    ServedHouse house{argc, argv, kCounters};
    measure(house);
    return 0;
}
