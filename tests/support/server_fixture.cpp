// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/server_fixture.h"

#include "core/base/base64.h"
#include "core/base/ensure.h"
#include "core/services/authority/device_office.h"
#include "core/services/authority/restored_authority.h"
#include "sync/server/feed/authority_desk.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace foyer::test {
namespace {

const std::array<std::string, 2> kNames{"localhost", "127.0.0.1"};

server::TlsFiles tlsIn(const QTemporaryDir& folder)
{
    const std::string path = folder.path().toStdString();
    const server::TlsFiles files{path + "/certificate.pem", path + "/certificate.key"};
    // By the clock on the wall: clients look at it.
    ENSURE(server::makeOwnCertificate(files, kNames, SystemClock{}.now()).has_value());
    return files;
}

std::string valueOf(const std::string& json, const std::string& name)
{
    const std::size_t at = json.find('"' + name + "\":\"");
    if (at == std::string::npos) {
        return {};
    }
    const std::size_t from = at + name.size() + 4;
    return json.substr(from, json.find('"', from) - from);
}

} // namespace

BareServer::BareServer(server::ServerOptions options)
    : m_options{std::move(options)}, m_log{m_clock, server::LogLevel::Debug,
                                           [this](std::string_view line) {
                                               const std::lock_guard lock{m_mutex};
                                               m_lines += line;
                                           }},
      m_gate{router, m_limits, nullptr, m_log, metrics, m_clock, m_random}
{
    m_options.tls = *server::serverTls(tlsIn(m_folder));
}

BareServer::~BareServer()
{
    m_server.reset();
}

void BareServer::start()
{
    m_server = std::make_unique<server::HttpServer>(m_options, m_gate, wakeLine, metrics);
    ENSURE(m_server->start().has_value());
}

std::string BareServer::log()
{
    const std::lock_guard lock{m_mutex};
    return m_lines;
}

void BareServer::add(const std::string& method, const std::string& path, server::Handler handler,
                     std::size_t bodyMax, bool isQuick)
{
    router.add({.method = method,
                .path = path,
                .access = server::Access::everybody("a test"),
                .bodyMax = bodyMax,
                .bucket = server::Bucket::None,
                .isSigned = false,
                .isQuick = isQuick,
                .handler = std::move(handler),
                .summary = "a test"});
}

TestDevice::TestDevice(const Clock& clock, Random& random)
    : id{Uuid::v7(clock.now(), random)}, key{std::make_unique<SigningKey>(
                                             SecretBytes::random(kSeedSize, random))}
{}

ServerFixture::ServerFixture(std::function<void(server::FoyerServerOptions&)> change, bool hasHouse)
    : m_hasHouse{hasHouse}, m_organizer{Uuid::v7(m_clock.now(), m_random)}
{
    m_options.database = folder() + "/server.db";
    m_options.keyFile = folder() + "/server.key";
    m_options.tls = tlsIn(m_folder);
    m_options.publicUrl = "https://localhost"; // in tokens, which outlive a change of port
    m_options.hashCost = kCheap;
    m_options.observerPort = 0;
    m_options.logLevel = server::LogLevel::Debug;
    m_options.logSink = [this](std::string_view line) {
        const std::lock_guard lock{m_mutex};
        m_lines += line;
    };
    ENSURE(server::readKeyFile(m_options.keyFile, true, m_random).has_value());
    if (change) {
        change(m_options);
    }
    openServer();
}

ServerFixture::~ServerFixture()
{
    m_server.reset();
}

void ServerFixture::openServer()
{
    auto opened = server::FoyerServer::open(m_options, m_clock, m_random);
    ENSURE(opened.has_value());
    m_server = *std::move(opened);
    ENSURE(!m_hasHouse || m_server->desk().found(m_organizer).has_value());
    ENSURE(m_server->start().has_value());
    m_options.http.port = m_server->port(); // where counters look for it when it comes again
}

void ServerFixture::restart()
{
    m_server->stop();
    m_server.reset();
    openServer();
}

std::string ServerFixture::backup()
{
    const std::string copy = m_options.database + ".backup";
    const auto database = Database::open(m_options.database, Database::Mode::ReadWrite);
    database->run("VACUUM INTO ?", {copy});
    return copy;
}

void ServerFixture::restore(const std::string& copy, const std::string& why, OrganizerId house)
{
    m_server->stop();
    m_server.reset();
    // Another file of that name: this thread may have the old one open still.
    for (const char* rest : {"", "-wal", "-shm"}) {
        std::filesystem::remove(m_options.database + rest);
    }
    std::filesystem::copy_file(copy, m_options.database);
    if (!why.empty()) {
        const auto database = Database::open(m_options.database, Database::Mode::ReadWrite);
        ENSURE(openNextLife(*database, house, Permit::ofProgram(), m_clock, m_random, why)
                   .has_value());
    }
    openServer();
}

std::string ServerFixture::log()
{
    const std::lock_guard lock{m_mutex};
    return m_lines;
}

std::string ServerFixture::invitation(const std::string& name, OrganizerId house,
                                      const std::string& url)
{
    const auto code = m_server->devices().makeCode(house, name);
    ENSURE(code.has_value());
    return protocol::toText(protocol::EnrolmentInvitation{url.empty() ? "https://localhost:" +
                                                                  std::to_string(m_server->port())
                                                                      : url,
                                                          code->text(), m_server->pin()});
}

RawAnswer ServerFixture::post(const std::string& path, const std::string& body)
{
    return connect().ask("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" +
                         (body.empty() ? "" : "Content-Type: application/json\r\n") +
                         "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
}

protocol::EnrolmentRequest ServerFixture::enrolment(const TestDevice& device,
                                                    const std::string& code)
{
    protocol::EnrolmentRequest request{.code = code,
                                       .replica = device.id,
                                       .deviceKey = device.key->publicKey(),
                                       .hardware = "Linux x86-64",
                                       .app = "foyer test",
                                       .protection = "keychain",
                                       .signature = {}};
    request.signature = device.key->sign(protocol::enrolmentMessage(request, m_server->pin()));
    return request;
}

RawAnswer ServerFixture::askToken(TestDevice& device)
{
    const RawAnswer challenge = post("/v1/devices/challenge", "");
    protocol::TokenRequest request{.organizer = m_organizer,
                                   .device = device.id,
                                   .challenge = valueOf(challenge.body, "challenge"),
                                   .keyId = device.keyId(),
                                   .signature = {}};
    request.signature = device.key->sign(protocol::tokenMessage(request));
    RawAnswer answer = post("/v1/devices/token", protocol::toText(request));
    device.token = valueOf(answer.body, "token");
    return answer;
}

TestDevice ServerFixture::enrolled(const std::string& name)
{
    TestDevice device = newDevice();
    device.organizer = m_organizer;
    const auto code = m_server->devices().makeCode(m_organizer, name);
    ENSURE(m_server->devices().enrol(enrolment(device, code->text())).has_value());
    askToken(device);
    ENSURE(!device.token.empty());
    return device;
}

std::string ServerFixture::revoke(ReplicaId device, std::optional<OrganizerId> house)
{
    Result<void> done;
    const OrganizerId organizer = house.value_or(m_organizer);
    const auto reached =
        m_server->desk().doAndWait(organizer, [&](Authority& authority, FeedBatch& batch) {
            done = shutOutDevice(authority, batch, Permit::ofProgram(), device, "lost");
        });
    ENSURE(reached.has_value());
    m_server->registry().forget(organizer, device);
    return done ? "done" : done.error().code;
}

RawAnswer ServerFixture::call(const TestDevice& device, const std::string& method,
                              const std::string& target, std::string body, const Twist& twist)
{
    const std::size_t mark = std::min(target.find('?'), target.size());
    protocol::SignedRequest request;
    request.method = method;
    request.authority = "localhost:" + std::to_string(m_server->port());
    request.path = target.substr(0, mark);
    request.query = target.substr(std::min(mark + 1, target.size()));
    request.authorization = "Bearer " + (twist.token.empty() ? device.token : twist.token);
    if (!body.empty()) {
        request.contentType = "application/json";
        request.contentDigest = protocol::contentDigest(bytesOf(body));
        request.idempotencyKey = Uuid::v7(m_clock.now(), m_random).text();
    }
    if (twist.beforeSigning) {
        twist.beforeSigning(request);
    }
    const Instant now{m_clock.now().ms + twist.clockOffsetSeconds * 1000};
    auto headers = protocol::signRequest(request, *device.key, now, m_random);
    if (twist.afterSigning) {
        twist.afterSigning(request, headers, body);
    }
    std::string text = request.method + ' ' + request.path +
        (request.query.empty() ? "" : '?' + request.query) +
        " HTTP/1.1\r\nHost: " + request.authority + "\r\nAuthorization: " + request.authorization +
        "\r\nSignature-Input: " + headers.input + "\r\nSignature: " + headers.signature + "\r\n" +
        twist.extraHeaders;
    if (!body.empty()) {
        text += "Content-Type: " + request.contentType +
            "\r\nContent-Digest: " + request.contentDigest +
            "\r\nIdempotency-Key: " + request.idempotencyKey +
            "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";
    }
    return connect().ask(text + "\r\n" + body);
}

} // namespace foyer::test
