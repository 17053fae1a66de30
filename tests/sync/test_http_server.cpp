// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/http/openapi.h"
#include "sync/server/http/problem.h"
#include "tests/support/server_fixture.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <functional>
#include <thread>

using namespace foyer;
using namespace foyer::server;
using namespace foyer::test;
using namespace std::chrono_literals;

namespace {

constexpr int kPatienceMs = 30'000; // a busy machine is slow, and not wrong

Reply said(const std::string& text)
{
    return jsonReply("{\"said\":\"" + text + "\"}");
}

std::string get(const std::string& path, const std::string& more = {})
{
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + more + "\r\n";
}

std::string post(const std::string& path, const std::string& body,
                 const std::string& type = "application/json")
{
    return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type +
        "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

} // namespace

class TestHttpServer : public QObject {
    Q_OBJECT

    std::unique_ptr<BareServer> m_server;

    void begin(ServerOptions options = {})
    {
        m_server = std::make_unique<BareServer>(std::move(options));
        m_server->add(
            "GET", "/hello", [](const Request&) { return said("hello"); }, 0, true);
        m_server->add("GET", "/things/{thing}/parts", [](const Request& request) {
            return said(std::string{request.parameter("thing")});
        });
        m_server->add("GET", "/things/new/parts", [](const Request&) { return said("literal"); });
        m_server->add(
            "POST", "/echo",
            [](const Request& request) {
                return said(std::string{request.body.begin(), request.body.end()});
            },
            1024);
        m_server->add("GET", "/who", [](const Request& request) {
            return said(request.address + (request.caller == nullptr ? " nobody" : " somebody"));
        });
        m_server->add("GET", "/throws", [](const Request&) -> Reply {
            throw std::runtime_error{"secret detail of a customer"};
        });
        m_server->add("GET", "/slow", [](const Request&) {
            std::this_thread::sleep_for(400ms);
            return said("slow");
        });
        m_server->router.add({.method = "GET",
                              .path = "/guarded",
                              .access = Access::device(),
                              .handler = [](const Request&) { return said("inside"); },
                              .summary = "a test"});
        m_server->start();
    }

private Q_SLOTS:
    void cleanup() { m_server.reset(); }

    void aRouteIsFoundByMethodAndPathAndALiteralGoesFirst()
    {
        begin();
        auto client = m_server->connect();
        QCOMPARE(client.ask(get("/hello")).body, std::string{R"({"said":"hello"})"});
        QCOMPARE(client.ask(get("/things/a%20b/parts")).body, std::string{R"({"said":"a b"})"});
        QCOMPARE(client.ask(get("/things/new/parts")).body, std::string{R"({"said":"literal"})"});
        QCOMPARE(client.ask(get("/nothing")).code(), std::string{"not_found"});
        QCOMPARE(client.ask(get("/things/a%2fb/parts")).status, 404);
        QCOMPARE(client.ask(get("/things/../hello")).status, 404);
        const RawAnswer refused = client.ask("DELETE /hello HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QCOMPARE(refused.status, 405);
        QCOMPARE(refused.header("allow"), std::string{"GET"});
        for (const char* method : {"TRACE", "OPTIONS", "CONNECT", "FOO"}) {
            QCOMPARE(client.ask(std::string{method} + " /hello HTTP/1.1\r\nHost: a\r\n\r\n").status,
                     405);
        }
        auto asking = m_server->connect();
        asking.send("HEAD /hello HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        const std::string said = asking.read(1s).text;
        QVERIFY(said.starts_with("HTTP/1.1 405 ") && said.ends_with("\r\n\r\n"));
        QCOMPARE(client.ask(get("/hello?a=1&a=2")).code(), std::string{"bad_query"});
    }

    void everyAnswerCarriesTheSecurityHeadersAndAnIdOfOurs()
    {
        begin();
        auto client = m_server->connect();
        const std::vector<std::string> requests{get("/hello", "X-Request-Id: mine\r\n"),
                                                get("/nothing"), get("/throws"), get("/guarded"),
                                                post("/echo", "{}", "text/plain")};
        const std::vector<std::pair<std::string, std::string>> expected{
            {"strict-transport-security", "max-age=31536000; includeSubDomains"},
            {"x-content-type-options", "nosniff"},
            {"referrer-policy", "no-referrer"},
            {"cross-origin-opener-policy", "same-origin"},
            {"cross-origin-resource-policy", "same-origin"},
            {"cache-control", "no-store"},
            {"content-security-policy",
             "default-src 'none'; frame-ancestors 'none'; base-uri 'none'"}};
        std::set<std::string> ids;
        for (const std::string& request : requests) {
            auto fresh = m_server->connect();
            const RawAnswer answer = fresh.ask(request);
            for (const auto& [name, value] : expected) {
                QCOMPARE(answer.header(name), value);
            }
            QVERIFY(!answer.header("date").empty());
            QVERIFY(answer.header("access-control-allow-origin").empty());
            QVERIFY(answer.header("x-request-id") != "mine");
            QVERIFY(answer.header("content-type").find("charset=utf-8") != std::string::npos);
            ids.insert(answer.header("x-request-id"));
            QVERIFY(m_server->log().find(answer.header("x-request-id")) != std::string::npos);
        }
        QCOMPARE(ids.size(), requests.size());
    }

    void aProblemIsOneOfRfc9457()
    {
        begin();
        const RawAnswer answer = m_server->connect().ask(get("/nothing"));
        QCOMPARE(answer.header("content-type"),
                 std::string{"application/problem+json; charset=utf-8"});
        QCOMPARE(answer.body,
                 std::string{R"({"code":"not_found","detail":"There is nothing at this )"
                             R"(path.","status":404,"title":"Not Found"})"});
    }

    void aHandlerThatFailsTellsNobodyWhy()
    {
        begin();
        const RawAnswer answer = m_server->connect().ask(get("/throws"));
        QCOMPARE(answer.status, 500);
        QCOMPARE(answer.code(), std::string{"internal_error"});
        QVERIFY(answer.text.find("secret detail") == std::string::npos);
        QVERIFY(m_server->log().find("secret detail") == std::string::npos);
    }

    void whatTwoReadersCouldUnderstandDifferentlyIsRefusedAndTheConnectionEnds_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        const QByteArray host = "Host: localhost\r\n";
        const auto row = [](const char* name, const QByteArray& request, int status = 400) {
            QTest::newRow(name) << request << status;
        };
        const QByteArray line = "POST /echo HTTP/1.1\r\n";
        row("length and chunks",
            line + host + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        row("chunks and length",
            line + host + "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n");
        row("chunks", line + host + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 411);
        row("two lengths", line + host + "Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcd");
        row("one length twice", line + host + "Content-Length: 4\r\nContent-Length: 4\r\n\r\nabcd");
        row("list of lengths", line + host + "Content-Length: 4, 4\r\n\r\nabcd");
        row("signed length", line + host + "Content-Length: +4\r\n\r\nabcd");
        row("negative length", line + host + "Content-Length: -4\r\n\r\nabcd");
        row("hexadecimal length", line + host + "Content-Length: 0x4\r\n\r\nabcd");
        row("overflowing length", line + host + "Content-Length: 99999999999999999999\r\n\r\n");
        row("empty length", line + host + "Content-Length:\r\n\r\n");
        row("bare line feeds", "GET /hello HTTP/1.1\nHost: localhost\n\n");
        row("one bare line feed", "GET /hello HTTP/1.1\r\nHost: localhost\nX: y\r\n\r\n");
        row("bare carriage return", "GET /hello HTTP/1.1\r\nHost: local\rhost\r\n\r\n");
        row("folded line", "GET /hello HTTP/1.1\r\n" + host + " more\r\n\r\n");
        row("space before colon", "GET /hello HTTP/1.1\r\nHost : localhost\r\n\r\n");
        row("space in name", "GET /hello HTTP/1.1\r\n" + host + "X y: 1\r\n\r\n");
        row("no name", "GET /hello HTTP/1.1\r\n" + host + ": 1\r\n\r\n");
        row("no colon", "GET /hello HTTP/1.1\r\n" + host + "nothing\r\n\r\n");
        row("NUL", "GET /hello HTTP/1.1\r\n" + host + QByteArray("X: a\0b\r\n\r\n", 10));
        row("no host", "GET /hello HTTP/1.1\r\n\r\n");
        row("two hosts", "GET /hello HTTP/1.1\r\n" + host + "Host: other\r\n\r\n");
        row("a proxy's target", "GET http://localhost/hello HTTP/1.1\r\n" + host + "\r\n");
        row("no target", "GET  HTTP/1.1\r\n" + host + "\r\n");
        row("two spaces", "GET /hello  HTTP/1.1\r\n" + host + "\r\n");
        row("fragment", "GET /hello#a HTTP/1.1\r\n" + host + "\r\n");
        row("no method", " /hello HTTP/1.1\r\n" + host + "\r\n");
        row("empty line first", "\r\nGET /hello HTTP/1.1\r\n" + host + "\r\n");
        row("HTTP/2.0", "GET /hello HTTP/2.0\r\n" + host + "\r\n", 505);
        row("HTTP/0.9", "GET /hello\r\n\r\n");
        row("two tokens",
            "GET /hello HTTP/1.1\r\n" + host +
                "Authorization: Bearer a\r\nAuthorization: Bearer b\r\n\r\n");
        row("two signatures",
            "GET /hello HTTP/1.1\r\n" + host + "Signature: s1=:a:\r\nSignature: s1=:b:\r\n\r\n");
        row("expectation", "GET /hello HTTP/1.1\r\n" + host + "Expect: a miracle\r\n\r\n", 417);
        row("long target", "GET /" + QByteArray(5000, 'a') + " HTTP/1.1\r\n" + host + "\r\n", 414);
        row("many fields",
            "GET /hello HTTP/1.1\r\n" + host + QByteArray("X: y\r\n").repeated(70) + "\r\n", 431);
    }
    void whatTwoReadersCouldUnderstandDifferentlyIsRefusedAndTheConnectionEnds()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        begin();
        auto client = m_server->connect();
        // A second request behind it must never be answered.
        const RawAnswer answer = client.ask(request.toStdString() + get("/hello"));
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.header("connection"), std::string{"close"});
        const RawAnswer second = client.read(2500ms);
        QCOMPARE(second.status, 0);
    }

    void theBodyOfARefusedRequestIsNeverTakenForARequest()
    {
        begin();
        auto client = m_server->connect();
        const RawAnswer answer = client.ask(post("/nothing", get("/hello")));
        QCOMPARE(answer.status, 404);
        QCOMPARE(client.read(2500ms).status, 0);
        QCOMPARE(m_server->metrics.value("foyer_requests_total",
                                         {{"route", "/hello"}, {"status", "200"}}),
                 std::int64_t{0});
    }

    void whatProxiesAndStrangersSayAboutTheCallerIsNotBelieved()
    {
        begin();
        auto client = m_server->connect();
        const std::string spoofed = "X-Forwarded-For: 10.9.8.7\r\nForwarded: for=10.9.8.7\r\n"
                                    "X-User-ID: admin\r\nX-Forwarded-Proto: https\r\n";
        QCOMPARE(client.ask(get("/who", spoofed)).body,
                 std::string{R"({"said":"127.0.0.1 nobody"})"});
        QCOMPARE(client.ask(get("/guarded", spoofed)).status, 401);
    }

    void requestsOnOneConnectionAreAnsweredInTheirOrder()
    {
        begin();
        auto client = m_server->connect();
        client.send(get("/slow") + get("/hello") + post("/echo", "1") + get("/who"));
        QCOMPARE(client.read().body, std::string{R"({"said":"slow"})"});
        QCOMPARE(client.read().body, std::string{R"({"said":"hello"})"});
        QCOMPARE(client.read().body, std::string{R"({"said":"1"})"});
        QCOMPARE(client.read().status, 200);
        const RawAnswer last = client.ask(get("/hello", "Connection: close\r\n"));
        QCOMPARE(last.header("connection"), std::string{"close"});
        QVERIFY(client.isEnded());
    }

    void aBodyThatIsAnnouncedIsAskedFor()
    {
        begin();
        auto client = m_server->connect();
        client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                    "Content-Length: 2\r\nExpect: 100-continue\r\n\r\n");
        QCOMPARE(client.read().status, 100);
        QCOMPARE(client.ask("42").body, std::string{R"({"said":"42"})"});
    }

    void nothingIsSaidWithoutTlsAndNothingOldIsSpoken()
    {
        begin();
        RawClient plain{m_server->port(), RawClient::Tls::None};
        plain.send(get("/hello"));
        const RawAnswer answer = plain.read(3s);
        QCOMPARE(answer.status, 0);
        QVERIFY(answer.text.find("HTTP") == std::string::npos);
        QVERIFY(!RawClient(m_server->port(), RawClient::Tls::OneDotOne).isConnected());
        QVERIFY(m_server->connect().isConnected());
    }

    void stoppingFinishesWhatIsUnderWay()
    {
        begin();
        auto client = m_server->connect();
        auto idle = m_server->connect();
        QCOMPARE(idle.ask(get("/hello")).status, 200);
        client.send(get("/slow"));
        std::this_thread::sleep_for(100ms);
        const std::uint16_t port = m_server->port();
        std::thread stopping{[this] { m_server->stop(); }};
        const RawAnswer answer = client.read();
        stopping.join();
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("connection"), std::string{"close"});
        QVERIFY(idle.isEnded());
        QVERIFY(!RawClient(port).isConnected());
    }

    void whoWaitsIsWokenAndCostsNoWorker()
    {
        ServerOptions options;
        options.workers = 1;
        begin_waiting(options);
        std::vector<RawClient> waiting;
        for (int i = 0; i < 20; ++i) {
            waiting.push_back(m_server->connect());
            waiting.back().send(get("/wait?after=5"));
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_server->metrics.value("foyer_waiting"), std::int64_t{20},
                                  kPatienceMs);
        QCOMPARE(m_server->connect().ask(get("/work")).status, 200); // the one worker is free
        m_server->wakeLine.announce(house(1), 5);                    // nothing new for them
        m_server->wakeLine.announce(house(2), 9);                    // somebody else's
        m_server->wakeLine.announce(house(1), 6);
        for (RawClient& client : waiting) {
            QCOMPARE(client.read().body, std::string{R"({"position":6})"});
        }
        QCOMPARE(m_server->metrics.value("foyer_waiting"), std::int64_t{0});
        // What was announced before somebody asks is not missed; a wait ends by itself.
        QCOMPARE(waiting[0].ask(get("/wait?after=5")).body, std::string{R"({"position":6})"});
        QCOMPARE(waiting[0].ask(get("/wait?after=6")).body, std::string{R"({"position":6})"});
    }

    void whoWaitsForSomethingElseIsToldOnceItIsSo()
    {
        ServerOptions options;
        options.workers = 1;
        std::atomic<int> value{0};
        std::atomic<std::chrono::milliseconds> every{60s};
        std::function<Reply(bool)> look;
        look = [&](bool isLast) {
            Reply reply = said(std::to_string(value));
            if (value == 0 && !isLast) {
                reply.wait = WaitFor{.organizer = house(1),
                                     .atMost = 1'500ms,
                                     .look = look,
                                     .every = every.load()};
            }
            return reply;
        };
        m_server = std::make_unique<BareServer>(std::move(options));
        m_server->add("GET", "/look", [&](const Request&) { return look(false); });
        m_server->add("GET", "/work", [](const Request&) { return said("done"); });
        m_server->start();
        const auto waiting = [&](int clients) {
            std::vector<RawClient> list;
            for (int i = 0; i < clients; ++i) {
                list.push_back(m_server->connect());
                list.back().send(get("/look"));
            }
            return list;
        };

        // By what is announced …
        auto first = waiting(5);
        QTRY_COMPARE_WITH_TIMEOUT(m_server->metrics.value("foyer_waiting"), std::int64_t{5},
                                  kPatienceMs);
        QCOMPARE(m_server->connect().ask(get("/work")).status, 200);
        value = 1;
        m_server->wakeLine.announce(house(2), 1); // somebody else's
        m_server->wakeLine.announce(house(1), 1);
        for (RawClient& client : first) {
            QCOMPARE(client.read().body, std::string{R"({"said":"1"})"});
        }
        // … without, as nothing announces it …
        value = 0;
        every = 50ms;
        auto second = waiting(3);
        QTRY_COMPARE_WITH_TIMEOUT(m_server->metrics.value("foyer_waiting"), std::int64_t{3},
                                  kPatienceMs);
        value = 2;
        for (RawClient& client : second) {
            QCOMPARE(client.read().body, std::string{R"({"said":"2"})"});
        }
        // … in vain, and the connection goes on …
        value = 0;
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(second[0].ask(get("/look")).body, std::string{R"({"said":"0"})"});
        QVERIFY(timer.elapsed() >= 1'400);
        QCOMPARE(second[0].ask(get("/work")).status, 200);
        // … or since the server stops. Who went away is forgotten.
        every = 60s;
        auto third = waiting(2);
        QTRY_COMPARE_WITH_TIMEOUT(m_server->metrics.value("foyer_waiting"), std::int64_t{2},
                                  kPatienceMs);
        third.pop_back();
        QTRY_COMPARE_WITH_TIMEOUT(m_server->metrics.value("foyer_waiting"), std::int64_t{1},
                                  kPatienceMs);
        std::thread stopping{[this] { m_server->stop(); }};
        QCOMPARE(third[0].read().body, std::string{R"({"said":"0"})"});
        stopping.join();
    }

    void whoStopsWaitingIsForgotten()
    {
        begin_waiting({});
        {
            auto client = m_server->connect();
            client.send(get("/wait?after=0"));
            QTRY_COMPARE_WITH_TIMEOUT(m_server->metrics.value("foyer_waiting"), std::int64_t{1},
                                      kPatienceMs);
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_server->metrics.value("foyer_waiting"), std::int64_t{0},
                                  kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(m_server->metrics.value("foyer_connections"), std::int64_t{0},
                                  kPatienceMs);
    }

    void theDocumentSaysWhatTheRouterDoesAndTheOtherWayRound()
    {
        begin();
        const std::string document = openApiDocument(m_server->router, "1");
        for (const Route& route : m_server->router.routes()) {
            QVERIFY(document.find('"' + route.path + '"') != std::string::npos);
        }
        QVERIFY(document.find("\"3.1.0\"") != std::string::npos);
    }

private:
    static OrganizerId house(std::uint8_t number)
    {
        Uuid::Bytes bytes{};
        bytes[15] = number;
        return OrganizerId{Uuid{bytes}};
    }

    void begin_waiting(ServerOptions options)
    {
        m_server = std::make_unique<BareServer>(std::move(options));
        m_server->add("GET", "/wait", [](const Request& request) {
            Reply reply;
            reply.wait =
                WaitFor{house(1), std::stoll(std::string{request.queryValue("after")}), 2500ms};
            return reply;
        });
        m_server->add("GET", "/work", [](const Request&) { return said("done"); });
        m_server->start();
    }
};

QTEST_GUILESS_MAIN(TestHttpServer)
#include "test_http_server.moc"
