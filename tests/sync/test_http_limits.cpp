// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/http/problem.h"
#include "tests/support/pace.h"
#include "tests/support/server_fixture.h"

#include <QElapsedTimer>
#include <QTest>

#include <semaphore>
#include <thread>

using namespace foyer;
using namespace foyer::server;
using namespace foyer::test;
using namespace std::chrono_literals;

namespace {

constexpr int kPatienceMs = 30'000; // a busy machine is slow, and not wrong

std::string get(const std::string& path)
{
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
}

std::string head(const std::string& length, const std::string& type = "application/json")
{
    return "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type +
        "\r\nContent-Length: " + length + "\r\n\r\n";
}

} // namespace

class TestHttpLimits : public QObject {
    Q_OBJECT

    std::unique_ptr<BareServer> m_server;
    std::counting_semaphore<> m_gate{0};

    void begin(ServerOptions options = {})
    {
        m_server = std::make_unique<BareServer>(std::move(options));
        m_server->add(
            "GET", "/health", [](const Request&) { return jsonReply("{}"); }, 0, true);
        m_server->add(
            "POST", "/echo",
            [](const Request& request) { return jsonReply(std::to_string(request.body.size())); },
            1'000'000);
        m_server->add("GET", "/held", [this](const Request&) {
            m_gate.acquire();
            return jsonReply("{}");
        });
        m_server->add("GET", "/long",
                      [](const Request&) { return jsonReply(std::string(32 * 1024 * 1024, 'x')); });
        m_server->start();
    }

private Q_SLOTS:
    void cleanup() { m_server.reset(); }

    void whatIsTooMuchIsRefusedBeforeItIsSent()
    {
        begin();
        QElapsedTimer timer;
        timer.start();
        for (const char* length : {"1000001", "10737418240", "18446744073709551615"}) {
            auto client = m_server->connect();
            const RawAnswer answer = client.ask(head(length));
            QCOMPARE(answer.status, 413);
            QCOMPARE(answer.code(), std::string{"content_too_large"});
            QCOMPARE(answer.header("connection"), std::string{"close"});
        }
        QVERIFY(timer.elapsed() < paced(2s).count());
        auto client = m_server->connect();
        client.send("GET /health HTTP/1.1\r\nHost: localhost\r\nX: " +
                    std::string(1024 * 1024, 'a'));
        QCOMPARE(client.read().status, 431);
        QCOMPARE(m_server->connect().ask(head("2", "text/html") + "{}").status, 415);
        QCOMPARE(m_server->connect().ask(head("2", "Application/JSON; charset=utf-8") + "{}").body,
                 std::string{"2"});
        const std::string big(1'000'000, 'x');
        QCOMPARE(m_server->connect().ask(head("1000000") + big).body, std::string{"1000000"});
    }

    void fiveHundredThatDawdleHoldNobodyUpAndAreSentAway()
    {
        ServerOptions options;
        options.headDeadline = paced(2s);
        options.workers = 2;
        options.connectionsPerAddressMax = 600;
        begin(options);
        std::vector<RawClient> slow;
        for (int i = 0; i < 500; ++i) {
            // Half of them do not even begin with TLS.
            slow.emplace_back(m_server->port(),
                              i % 2 == 0 ? RawClient::Tls::None : RawClient::Tls::Newest);
        }
        for (int round = 0; round < 4; ++round) {
            for (RawClient& client : slow) {
                client.send("G");
            }
            QElapsedTimer timer;
            timer.start();
            QCOMPARE(m_server->connect().ask(get("/health")).status, 200);
            QVERIFY2(timer.elapsed() < paced(200ms).count(),
                     qPrintable(QString::number(timer.elapsed())));
        }
        QElapsedTimer timer;
        timer.start();
        for (RawClient& client : slow) {
            QVERIFY(client.isEnded(paced(5s)));
        }
        QVERIFY(timer.elapsed() < paced(8s).count());
        QTRY_COMPARE_WITH_TIMEOUT(m_server->metrics.value("foyer_connections"), std::int64_t{0},
                                  kPatienceMs);
    }

    void aBodyThatTricklesIsGivenUp()
    {
        ServerOptions options;
        options.grace = 500ms;
        begin(options);
        auto client = m_server->connect();
        client.send(head("1000"));
        RawAnswer answer;
        for (int i = 0; i < 40 && answer.status == 0; ++i) {
            client.send("x");
            answer = client.read(50ms);
        }
        QCOMPARE(answer.status, 408);
        QVERIFY(client.isEnded());
    }

    void anAnswerThatNobodyReadsIsGivenUp()
    {
        ServerOptions options;
        options.grace = 500ms;
        options.bytesPerSecondMin = 64 * 1024 * 1024;
        begin(options);
        auto client = m_server->connect();
        client.send(get("/long"));
        QTRY_COMPARE_WITH_TIMEOUT(m_server->metrics.value("foyer_connections"), std::int64_t{0},
                                  5000);
    }

    void nobodyHasMoreThanTheirShareOfConnections()
    {
        ServerOptions options;
        options.connectionsPerAddressMax = 3;
        options.connectionsMax = 5;
        begin(options);
        std::vector<RawClient> clients;
        for (int i = 0; i < 3; ++i) {
            clients.push_back(m_server->connect());
            QCOMPARE(clients.back().ask(get("/health")).status, 200);
        }
        QVERIFY(!m_server->connect().isConnected());
        for (int i = 0; i < 2; ++i) {
            clients.emplace_back(m_server->port(), RawClient::Tls::Newest, "127.0.0.2");
            QCOMPARE(clients.back().ask(get("/health")).status, 200);
        }
        QVERIFY(!RawClient(m_server->port(), RawClient::Tls::Newest, "127.0.0.3").isConnected());
        clients.erase(clients.begin());
        bool isLetIn = false; // asked once more when it is, it might not be again
        QTRY_VERIFY_WITH_TIMEOUT((isLetIn = isLetIn || m_server->connect().isConnected()),
                                 kPatienceMs);
    }

    void whereEveryWorkerIsBusyTheServerSaysSoAndStillAnswersWhatIsQuick()
    {
        ServerOptions options;
        options.workers = 2;
        options.waitingMax = 3;
        begin(options);
        std::vector<RawClient> held;
        for (int i = 0; i < 5; ++i) {
            held.push_back(m_server->connect());
            held.back().send(get("/held"));
            std::this_thread::sleep_for(50ms);
        }
        const RawAnswer refused = m_server->connect().ask(get("/held"));
        QCOMPARE(refused.status, 503);
        QCOMPARE(refused.code(), std::string{"busy"});
        QVERIFY(!refused.header("retry-after").empty());
        QCOMPARE(m_server->connect().ask(get("/health")).status, 200);
        m_gate.release(5);
        for (RawClient& client : held) {
            QCOMPARE(client.read().status, 200);
        }
    }

    void anIdleConnectionIsClosedInTheEnd()
    {
        ServerOptions options;
        options.idleMax = 600ms;
        begin(options);
        auto client = m_server->connect();
        QCOMPARE(client.ask(get("/health")).status, 200);
        QVERIFY(client.isEnded(3s));
    }

    void aLogLineIsOneLineWhateverIsInItsValues()
    {
        std::string lines;
        SystemClock clock;
        ServerLog log{clock, LogLevel::Info, [&](std::string_view line) { lines += line; }};
        log.info("test\x1b[2J", {{"name", "a\n{\"level\":\"fatal\"}\r\n\xff\"\\"}, {"count", 3}});
        log.write(LogLevel::Debug, "not shown", {});
        QCOMPARE(std::count(lines.begin(), lines.end(), '\n'), std::ptrdiff_t{1});
        QVERIFY(lines.ends_with(
            "\"event\":\"test\\u001b[2J\",\"name\":\"a\\u000a{\\\"level\\\":\\\"fatal\\\"}"
            "\\u000d\\u000a\\u00ff\\\"\\\\\",\"count\":3}\n"));
        static_assert(!std::is_constructible_v<LogField, const char*, const SecretBytes&>);
    }

    void figuresAreWrittenAsPrometheusReadsThem()
    {
        Metrics metrics;
        metrics.add("foyer_x_total", {{"route", "/a\"b"}}, 2);
        metrics.set("foyer_y", 7);
        metrics.observe("foyer_z_seconds", 1500);
        const std::string text = metrics.text();
        QVERIFY(text.find("# TYPE foyer_x_total counter\nfoyer_x_total{route=\"/a\\\"b\"} 2\n") !=
                std::string::npos);
        QVERIFY(text.find("# TYPE foyer_y gauge\nfoyer_y 7\n") != std::string::npos);
        QVERIFY(text.find("foyer_z_seconds_bucket{le=\"0.001000\"} 0\n") != std::string::npos);
        QVERIFY(text.find("foyer_z_seconds_bucket{le=\"0.002500\"} 1\n") != std::string::npos);
        QVERIFY(text.find("foyer_z_seconds_sum 0.001500\nfoyer_z_seconds_count 1\n") !=
                std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestHttpLimits)
#include "test_http_limits.moc"
