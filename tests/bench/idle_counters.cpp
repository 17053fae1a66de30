// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a thousand enrolled counters cost that wait for something new, as one line of JSON. The
// server runs in a process of its own, so that its processor time and memory are its own, too.
#include "core/base/ensure.h"
#include "sync/protocol/enrolment.h"
#include "sync/protocol/request_signature.h"
#include "sync/server/feed/authority_desk.h"
#include "sync/server/process/foyer_server.h"
#include "tests/bench/figures.h"
#include "tests/support/raw_client.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

namespace foyer::bench {
namespace {

constexpr int kCounters = 1000;

/// Both processes make the same keys of it.
class CountedRandom final : public Random {
public:
    explicit CountedRandom(std::uint32_t seed) : m_state{seed * 2654435761U + 1} {}
    void fill(std::span<std::uint8_t> out) override
    {
        for (std::uint8_t& byte : out) {
            m_state = m_state * 1664525U + 1013904223U;
            byte = static_cast<std::uint8_t>(m_state >> 24);
        }
    }

private:
    std::uint32_t m_state;
};

struct BenchDevice {
    ReplicaId id;
    SigningKey key;
    std::string token;
};

BenchDevice deviceOf(int number)
{
    CountedRandom random{static_cast<std::uint32_t>(number)};
    const ReplicaId id{Uuid::v7(Instant{1'795'435'200'000}, random)};
    return {id, SigningKey{SecretBytes::random(kSeedSize, random)}, {}};
}

server::FoyerServerOptions optionsIn(const std::string& folder)
{
    server::FoyerServerOptions options;
    options.database = folder + "/server.db";
    options.keyFile = folder + "/server.key";
    options.tls = {folder + "/certificate.pem", folder + "/certificate.key"};
    options.http.connectionsPerAddressMax = 2 * kCounters;
    options.hashCost = {1, 64};
    options.logLevel = server::LogLevel::Warning;
    return options;
}

/// Enrols a device and gets its token, as the routes do, without their limits.
std::string enrol(server::FoyerServer& server, OrganizerId organizer, const BenchDevice& device)
{
    server::Devices& devices = server.devices();
    protocol::EnrolmentRequest request{.code = devices.makeCode(organizer, "Counter")->text(),
                                       .replica = device.id,
                                       .deviceKey = device.key.publicKey(),
                                       .hardware = "bench",
                                       .app = "bench",
                                       .protection = "memory",
                                       .signature = {}};
    request.signature = device.key.sign(protocol::enrolmentMessage(request, server.pin()));
    ENSURE(devices.enrol(request).has_value());
    protocol::TokenRequest asked{organizer,
                                 device.id,
                                 devices.makeChallenge(),
                                 protocol::keyThumbprint(device.key.publicKey()),
                                 {}};
    asked.signature = device.key.sign(protocol::tokenMessage(asked));
    return devices.tokenFor(asked)->text;
}

/// The server's process: writes its port and the tokens, then announces at every byte it reads.
int serve(const std::string& folder, int from, int to)
{
    SystemClock clock;
    SystemRandom random;
    const std::array<std::string, 2> names{"localhost", "127.0.0.1"};
    const auto options = optionsIn(folder);
    ENSURE(server::readKeyFile(options.keyFile, true, random).has_value());
    ENSURE(server::makeOwnCertificate(options.tls, names, clock.now()).has_value());
    auto server = *server::FoyerServer::open(options, clock, random);
    ENSURE(server->start().has_value());
    const OrganizerId organizer{Uuid::v7(clock.now(), random)};
    ENSURE(server->desk().found(organizer).has_value());
    std::string said = std::to_string(server->port()) + '\n';
    for (int i = 0; i < kCounters; ++i) {
        said += enrol(*server, organizer, deviceOf(i)) + '\n';
    }
    ENSURE(::write(to, said.data(), said.size()) == static_cast<ssize_t>(said.size()));
    ::close(to);
    char byte = 0;
    std::int64_t position = 0;
    while (::read(from, &byte, 1) == 1) {
        server->wakeLine().announce(organizer, ++position);
    }
    server->stop();
    return 0;
}

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
    IdleCounters(std::uint16_t port, std::vector<BenchDevice> devices)
        : m_port{port}, m_devices{std::move(devices)}
    {
        for (std::size_t i = 0; i < m_devices.size(); ++i) {
            m_clients.emplace_back(m_port);
            ENSURE(m_clients.back().isConnected());
            wait(i, 0);
        }
    }

    /// Each waits once to its end and begins anew; all of them together a whole round.
    void round(std::int64_t after)
    {
        for (std::size_t i = 0; i < m_clients.size(); ++i) {
            ENSURE(m_clients[i].read(std::chrono::seconds{70}).status == 200);
            wait(i, after);
        }
    }

private:
    void wait(std::size_t number, std::int64_t after)
    {
        const BenchDevice& device = m_devices[number];
        protocol::SignedRequest request;
        request.method = "GET";
        request.authority = "localhost:" + std::to_string(m_port);
        request.path = "/v1/wake";
        request.query = "after=" + std::to_string(after);
        request.authorization = "Bearer " + device.token;
        const auto headers =
            protocol::signRequest(request, device.key, SystemClock{}.now(), m_random);
        m_clients[number].send("GET /v1/wake?" + request.query + " HTTP/1.1\r\nHost: " +
                               request.authority + "\r\nAuthorization: " + request.authorization +
                               "\r\nSignature-Input: " + headers.input +
                               "\r\nSignature: " + headers.signature + "\r\n\r\n");
    }

    std::uint16_t m_port;
    SystemRandom m_random;
    std::vector<BenchDevice> m_devices;
    std::vector<test::RawClient> m_clients;
};

void measure(pid_t process, std::istream& said, int to)
{
    std::string line;
    std::getline(said, line);
    const auto port = static_cast<std::uint16_t>(std::stoi(line));
    std::vector<BenchDevice> devices;
    for (int i = 0; i < kCounters; ++i) {
        devices.push_back(deviceOf(i));
        std::getline(said, devices.back().token);
    }
    IdleCounters counters{port, std::move(devices)};
    std::this_thread::sleep_for(std::chrono::seconds{1});
    Samples wakes;
    for (std::int64_t position = 1; position <= 5; ++position) {
        wakes.push_back(microseconds([&] {
            ENSURE(::write(to, "x", 1) == 1);
            counters.round(position);
        }));
        std::this_thread::sleep_for(std::chrono::seconds{1});
    }
    // From the last waking to the end of the next wait, with all that beginning anew costs.
    const double before = processorSeconds(process);
    const double took = microseconds([&] { counters.round(5); });
    const double share = (processorSeconds(process) - before) / (took / 1e6) * 100;
    std::printf(R"({"core_percent":%.3f,"memory_mb":%.1f,"reach_s":%.3f})"
                "\n",
                share, megabytes(process), *std::ranges::max_element(wakes) / 1e6);
}

} // namespace
} // namespace foyer::bench

int main(int argc, char** argv)
{
    using namespace foyer::bench;
    const QTemporaryDir folder;
    std::array<int, 2> toParent{};
    std::array<int, 2> toChild{};
    ENSURE(::pipe(toParent.data()) == 0 && ::pipe(toChild.data()) == 0);
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(toChild[1]);
        const QCoreApplication application{argc, argv};
        return serve(folder.path().toStdString(), toChild[0], toParent[1]);
    }
    ::close(toParent[1]);
    std::string said;
    std::array<char, 65536> buffer{};
    for (ssize_t got = 0; (got = ::read(toParent[0], buffer.data(), buffer.size())) > 0;) {
        said.append(buffer.data(), static_cast<std::size_t>(got));
    }
    std::istringstream lines{said};
    measure(child, lines, toChild[1]);
    ::close(toChild[1]);
    ::waitpid(child, nullptr, 0);
    return 0;
}
