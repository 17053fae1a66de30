// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/served_house.h"

#include "core/base/clock.h"
#include "core/base/ensure.h"
#include "sync/protocol/enrolment.h"
#include "sync/protocol/request_signature.h"
#include "sync/server/feed/authority_desk.h"
#include "sync/server/process/foyer_server.h"

#include <QCoreApplication>

#include <unistd.h>

#include <array>
#include <sstream>

namespace foyer::bench {
namespace {

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

BenchDevice deviceOf(int number)
{
    CountedRandom random{static_cast<std::uint32_t>(number)};
    const ReplicaId id{Uuid::v7(Instant{1'795'435'200'000}, random)};
    SecretBytes seed = SecretBytes::random(kSeedSize, random);
    SigningKey key{seed};
    return {
        std::size_t(number) / ServedHouse::kDevicesMax, id, std::move(seed), std::move(key), {}};
}

server::FoyerServerOptions optionsIn(const std::string& folder, const std::string& database,
                                     int devices)
{
    server::FoyerServerOptions options;
    options.database = database.empty() ? folder + "/server.db" : database;
    options.keyFile = folder + "/server.key";
    options.tls = {folder + "/certificate.pem", folder + "/certificate.key"};
    options.http.connectionsPerAddressMax = static_cast<std::size_t>(2 * devices + 64);
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
    if (const auto done = devices.enrol(request); !done) {
        qFatal("enrol: %s", done.error().message.c_str());
    }
    protocol::TokenRequest asked{organizer,
                                 device.id,
                                 devices.makeChallenge(),
                                 protocol::keyThumbprint(device.key.publicKey()),
                                 {}};
    asked.signature = device.key.sign(protocol::tokenMessage(asked));
    return devices.tokenFor(asked)->text;
}

/// The server's process: writes its port, then of each house its devices' tokens, its organizer and
/// its position, then announces at every byte it reads.
void serve(const server::FoyerServerOptions& options,
           const std::function<void(server::FoyerServer&)>& change, int devices, int from, int to)
{
    SystemClock clock;
    SystemRandom random;
    const std::array<std::string, 2> names{"localhost", "127.0.0.1"};
    ENSURE(server::readKeyFile(options.keyFile, true, random).has_value());
    ENSURE(server::makeOwnCertificate(options.tls, names, clock.now()).has_value());
    auto server = *server::FoyerServer::open(options, clock, random);
    if (change) {
        change(*server);
    }
    ENSURE(server->start().has_value());
    std::vector<OrganizerId> houses;
    std::string said = std::to_string(server->port()) + '\n';
    for (int i = 0; i < devices; ++i) {
        const BenchDevice device = deviceOf(i);
        if (device.house == houses.size()) {
            houses.emplace_back(Uuid::v7(clock.now(), random));
            ENSURE(server->desk().found(houses.back()).has_value());
        }
        said += enrol(*server, houses.back(), device) + '\n';
    }
    for (const OrganizerId organizer : houses) {
        // Enrolling has written entries.
        said += organizer.text() + '\n' + std::to_string(server->wakeLine().announced(organizer)) +
            '\n';
    }
    ENSURE(::write(to, said.data(), said.size()) == static_cast<ssize_t>(said.size()));
    ::close(to);
    char byte = 0;
    while (::read(from, &byte, 1) == 1) {
        for (const OrganizerId organizer : houses) {
            server->wakeLine().announce(organizer, server->wakeLine().announced(organizer) + 1);
        }
    }
    server->stop();
}

std::string allOf(int from)
{
    std::string said;
    std::array<char, 65536> buffer{};
    for (ssize_t got = 0; (got = ::read(from, buffer.data(), buffer.size())) > 0;) {
        said.append(buffer.data(), static_cast<std::size_t>(got));
    }
    return said;
}

} // namespace

ServedHouse::ServedHouse(int& argc, char** argv, int devices, const std::string& database,
                         const std::function<void(server::FoyerServer&)>& change)
    : m_process{[&](int from, int to) {
          const QCoreApplication application{argc, argv};
          serve(optionsIn(m_folder.path().toStdString(), database, devices), change, devices, from,
                to);
      }}
{
    std::istringstream lines{allOf(m_process.from())};
    std::string line;
    std::getline(lines, line);
    m_port = static_cast<std::uint16_t>(std::stoi(line));
    for (int i = 0; i < devices; ++i) {
        m_devices.push_back(deviceOf(i));
        std::getline(lines, m_devices.back().token);
    }
    for (std::size_t i = 0; i <= m_devices.back().house; ++i) {
        std::getline(lines, line);
        m_houses.push_back({OrganizerId{*Uuid::fromText(line)}, 0});
        std::getline(lines, line);
        m_houses.back().position = std::stoll(line);
    }
}

void ServedHouse::announce()
{
    ENSURE(::write(m_process.to(), "x", 1) == 1);
    for (House& house : m_houses) {
        ++house.position;
    }
}

std::string ServedHouse::requestOf(const BenchDevice& device, const std::string& method,
                                   const std::string& target, const std::string& contentType,
                                   ByteView body)
{
    protocol::SignedRequest request;
    request.method = method;
    request.authority = "localhost:" + std::to_string(m_port);
    request.path = target.substr(0, target.find('?'));
    request.query =
        target.find('?') == std::string::npos ? "" : target.substr(target.find('?') + 1);
    request.authorization = "Bearer " + device.token;
    std::string about;
    if (!body.empty()) {
        request.contentType = contentType;
        request.contentDigest = protocol::contentDigest(body);
        request.idempotencyKey = Uuid::v7(SystemClock{}.now(), m_random).text();
        about = "\r\nContent-Type: " + contentType + "\r\nAccept: " + contentType +
            "\r\nContent-Length: " + std::to_string(body.size()) +
            "\r\nContent-Digest: " + request.contentDigest +
            "\r\nIdempotency-Key: " + request.idempotencyKey;
    }
    const auto headers = protocol::signRequest(request, device.key, SystemClock{}.now(), m_random);
    std::string text = method + " " + target + " HTTP/1.1\r\nHost: " + request.authority +
        "\r\nAuthorization: " + request.authorization + "\r\nSignature-Input: " + headers.input +
        "\r\nSignature: " + headers.signature + about + "\r\n\r\n";
    text.append(reinterpret_cast<const char*>(body.data()), body.size());
    return text;
}

} // namespace foyer::bench
