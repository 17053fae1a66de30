// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/http/server_tls.h"
#include "tests/support/payment_double.h"

#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <vector>

using namespace foyer;
using namespace foyer::server;
using foyer::test::fault;
using foyer::test::PaymentDouble;
using Kind = HttpExchange::Kind;

namespace {

constexpr const char* kMollie = "mollie"; // any of them

std::shared_ptr<const TlsTrust> trustIn(const std::string& authorities)
{
    auto trust = TlsTrust::open(authorities);
    ENSURE(trust.has_value());
    return *trust;
}

std::unique_ptr<ProviderHttp> httpTo(const std::string& url, const std::string& authorities = {},
                                     ProviderPatience patience = {},
                                     std::size_t most = ProviderHttp::kAnswerMax)
{
    const auto place = readUrl(url);
    ENSURE(place.has_value());
    return std::make_unique<ProviderHttp>(place->origin, trustIn(authorities), patience, most);
}

HttpRequest getOf(const char* path = "/v2/payments")
{
    return {"GET", path, {{"Authorization", "Bearer test_double"}}};
}

HttpRequest postOf(const std::string& body = "{}")
{
    return {"POST", "/v2/payments", {{"Authorization", "Bearer test_double"}}, body};
}

} // namespace

class TestProviderHttp : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    TlsFiles m_tls;
    std::unique_ptr<PaymentDouble> m_double;

    HttpExchange rawAnswer(const std::string& bytes, std::size_t most = ProviderHttp::kAnswerMax)
    {
        m_double->faults(kMollie,
                         {fault("POST /v2/payments", 1, "raw",
                                {{"bytes", QString::fromStdString(bytes)}})});
        return httpTo(m_double->url(kMollie), {}, {}, most)->exchange(postOf());
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_tls = {m_folder.filePath("certificate.pem").toStdString(),
                 m_folder.filePath("key.pem").toStdString()};
        const std::array<std::string, 1> names{"localhost"};
        QVERIFY(makeOwnCertificate(m_tls, names, SystemClock{}.now()).has_value());
        m_double = std::make_unique<PaymentDouble>();
    }
    void cleanup()
    {
        m_double->faults(kMollie, {});
        m_double->control(kMollie, "forget_calls");
    }
    void cleanupTestCase() { m_double.reset(); }

    void onlyAServerThatIsVouchedForByItsNameIsTalkedTo()
    {
        PaymentDouble secure{m_tls.certificate, m_tls.key};
        const auto url = secure.url(kMollie);
        QVERIFY(httpTo(url, m_tls.certificate)->exchange(getOf()).kind == Kind::Answered);
        const auto before = secure.calls(kMollie).size();
        const auto unknown = httpTo(url)->exchange(getOf()); // the system's authorities
        QVERIFY(unknown.kind == Kind::NotSent);
        QVERIFY(unknown.why.find("certificate") != std::string::npos);
        // The same server by another name.
        const auto byAddress = "https://127.0.0.1" + url.substr(url.rfind(':'));
        const auto misnamed = httpTo(byAddress, m_tls.certificate)->exchange(getOf());
        QVERIFY(misnamed.kind == Kind::NotSent);
        QVERIFY(misnamed.why.find("another name") != std::string::npos);
        // Not TLS at all.
        const auto plain = "https://localhost" + m_double->url(kMollie).substr(16);
        QVERIFY(httpTo(plain, m_tls.certificate)->exchange(getOf()).kind == Kind::NotSent);
        QCOMPARE(secure.calls(kMollie).size(), before);
        QVERIFY(!TlsTrust::open(m_folder.filePath("none.pem").toStdString()).has_value());
    }

    void whatWasNotSentAndWhatWasNotAnsweredAreTwoThings()
    {
        // A port that nobody listens on: that of a double which is gone.
        const auto gone = std::make_unique<PaymentDouble>()->url(kMollie);
        QVERIFY(httpTo(gone)->exchange(postOf()).kind == Kind::NotSent);

        const auto http = httpTo(m_double->url(kMollie));
        for (const char* what : {"hang_up", "drop"}) {
            m_double->faults(kMollie, {fault("POST /v2/payments", 1, what)});
            QVERIFY(http->exchange(postOf()).kind == Kind::NoAnswer);
        }
        QCOMPARE(http->exchange(postOf()).kind, Kind::Answered);
    }

    void aReadIsSentAgainWhereAKeptConnectionIsGone()
    {
        const auto http = httpTo(m_double->url(kMollie));
        QVERIFY(http->exchange(getOf()).kind == Kind::Answered); // and is kept
        m_double->faults(kMollie, {fault("GET /v2/payments", 1, "hang_up")});
        QVERIFY(http->exchange(getOf()).kind == Kind::Answered);
        // Something that changes things never is.
        m_double->faults(kMollie, {fault("POST /v2/payments", 1, "hang_up")});
        QVERIFY(http->exchange(postOf()).kind == Kind::NoAnswer);
    }

    void bytesThatDawdleGainNoTime()
    {
        ProviderPatience patience;
        patience.total = std::chrono::milliseconds{2'000};
        m_double->faults(kMollie, {fault("POST /v2/payments", 1, "dribble", {{"ms", 50}})});
        const auto http = httpTo(m_double->url(kMollie), {}, patience);
        QVERIFY(http->exchange(getOf()).kind == Kind::Answered);  // so there is a connection
        QVERIFY(http->exchange(postOf()).kind == Kind::NoAnswer); // else this waits for hours
    }

    void redirectsAreNotFollowed()
    {
        m_double->faults(kMollie,
                         {fault("GET /v2/payments", 1, "answer",
                                {{"status", 302},
                                 {"headers", QJsonObject{{"location", "/v2/refunds"}}}})});
        const auto done = httpTo(m_double->url(kMollie))->exchange(getOf());
        QVERIFY(done.kind == Kind::Answered);
        QCOMPARE(done.answer.status, 302);
        QCOMPARE(m_double->calls(kMollie).size(), 1);
    }

    void answersAreReadStrictly_data()
    {
        QTest::addColumn<QString>("bytes");
        QTest::addColumn<QString>("body"); // "-": it is none
        const QString ok = "HTTP/1.1 200 OK\r\n";
        QTest::newRow("length") << ok + "Content-Length: 2\r\n\r\nab"
                                << "ab";
        QTest::newRow("to the end") << ok + "\r\nabc"
                                    << "abc";
        QTest::newRow("chunks") << ok +
                "Transfer-Encoding: chunked\r\n\r\n2;x=y\r\nab\r\n1\r\nc\r\n0\r\n"
                "X: y\r\n\r\n"
                                << "abc";
        QTest::newRow("continue first")
            << "HTTP/1.1 100 Continue\r\n\r\n" + ok + "Content-Length: 1\r\n\r\na"
            << "a";
        QTest::newRow("cut short") << ok + "Content-Length: 3\r\n\r\nab"
                                   << "-";
        QTest::newRow("cut chunk") << ok + "Transfer-Encoding: chunked\r\n\r\n5\r\nab"
                                   << "-";
        QTest::newRow("two lengths") << ok + "Content-Length: 2\r\nContent-Length: 2\r\n\r\nab"
                                     << "-";
        QTest::newRow("length and chunks")
            << ok + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
            << "-";
        QTest::newRow("negative") << ok + "Content-Length: -2\r\n\r\nab"
                                  << "-";
        QTest::newRow("plus") << ok + "Content-Length: +2\r\n\r\nab"
                              << "-";
        QTest::newRow("compressed") << ok + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\nab"
                                    << "-";
        QTest::newRow("folded") << ok + "X: a\r\n b\r\nContent-Length: 2\r\n\r\nab"
                                << "-";
        QTest::newRow("bare line feed") << "HTTP/1.1 200 OK\nContent-Length: 2\n\nab"
                                        << "-";
        QTest::newRow("not HTTP") << "SSH-2.0-OpenSSH\r\n\r\n"
                                  << "-";
        QTest::newRow("nothing") << ""
                                 << "-";
        QTest::newRow("endless head") << ok + "X: " + QString(70'000, 'a') << "-";
        QTest::newRow("huge chunk")
            << ok + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nab"
            << "-";
    }
    void answersAreReadStrictly()
    {
        QFETCH(QString, bytes);
        QFETCH(QString, body);
        const auto done = rawAnswer(bytes.toStdString());
        if (body == "-") {
            QVERIFY(done.kind == Kind::NoAnswer);
            QVERIFY(!done.why.empty());
        } else {
            QVERIFY2(done.kind == Kind::Answered, done.why.c_str());
            QCOMPARE(QString::fromStdString(done.answer.body), body);
        }
    }

    void anAnswerHasALargestSize()
    {
        const std::string head = "HTTP/1.1 200 OK\r\n";
        const std::string text(1'001, 'x');
        QVERIFY(rawAnswer(head + "Content-Length: 1001\r\n\r\n" + text, 1'000).kind ==
                Kind::NoAnswer);
        QVERIFY(rawAnswer(head + "\r\n" + text, 1'000).kind == Kind::NoAnswer);
        QVERIFY(
            rawAnswer(head + "Transfer-Encoding: chunked\r\n\r\n3e9\r\n" + text + "\r\n0\r\n\r\n",
                      1'000)
                .kind == Kind::NoAnswer);
        QVERIFY(rawAnswer(head + "Content-Length: 1001\r\n\r\n" + text, 1'001).kind ==
                Kind::Answered);
    }

    void nothingIsSentThatWouldBreakARequest()
    {
        const auto http = httpTo(m_double->url(kMollie));
        auto request = postOf();
        request.headers.emplace_back("Idempotency-Key", "a\r\nX-Evil: 1");
        QVERIFY(http->exchange(request).kind == Kind::NotSent);
        QVERIFY(http->exchange({"GET", "/v2/a b", {}}).kind == Kind::NotSent);
        QVERIFY(http->exchange({"GET", "v2", {}}).kind == Kind::NotSent);
        QCOMPARE(m_double->calls(kMollie).size(), 0);
    }

    void manyThreadsShareIt()
    {
        const auto http = httpTo(m_double->url(kMollie));
        std::atomic<int> answered = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&] {
                for (int k = 0; k < 20; ++k) {
                    answered += http->exchange(getOf()).kind == Kind::Answered ? 1 : 0;
                }
            });
        }
        for (auto& thread : threads) {
            thread.join();
        }
        QCOMPARE(answered.load(), 160);
    }

    void addressesAreReadStrictly_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("authority"); // "-": none
        const auto row = [](const char* url, const char* authority) {
            QTest::newRow(url) << url << authority;
        };
        row("https://api.stripe.com", "api.stripe.com");
        row("https://API.stripe.com/v1?x=y", "api.stripe.com");
        row("https://api.stripe.com:443/", "api.stripe.com");
        row("https://api.stripe.com:8443/", "api.stripe.com:8443");
        row("http://127.0.0.1:80", "127.0.0.1");
        row("http://[::1]:8080/", "[::1]:8080");
        row("http://api.stripe.com", "-");
        row("http://localhost:80", "-"); // a name may lead anywhere
        row("http://127.0.0.1.evil.test", "-");
        row("http://127.0.0.1@evil.test", "-");
        row("https://user@api.stripe.com", "-");
        row("https://api.stripe.com:0", "-");
        row("https://api.stripe.com:65536", "-");
        row("https://api.stripe.com:", "-");
        row("https://api.stripe.com#x", "-");
        row("https://api.stripe.com/a b", "-");
        row("https://api.stripe.com\\@evil.test", "-");
        row("https://[fe80::1]/", "-");
        row("https:///x", "-");
        row("ftp://api.stripe.com", "-");
        row("", "-");
    }
    void addressesAreReadStrictly()
    {
        QFETCH(QString, url);
        QFETCH(QString, authority);
        const auto place = readUrl(url.toStdString());
        QCOMPARE(place.has_value(), authority != "-");
        if (place) {
            QCOMPARE(QString::fromStdString(place->origin.authority()), authority);
        } else {
            QCOMPARE(place.error().code, std::string{"bad_url"});
        }
    }
};

QTEST_GUILESS_MAIN(TestProviderHttp)
#include "test_provider_http.moc"
