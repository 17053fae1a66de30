// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/pinned_https.h"
#include "tests/support/server_fixture.h"

#include <QTest>

#include <array>

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr std::int64_t kYearMs = 366LL * 86'400'000;

/// A server that shows a certificate of its own choice.
std::unique_ptr<ServerFixture> serverWith(const std::string& name, std::int64_t shiftMs)
{
    return std::make_unique<ServerFixture>([&](server::FoyerServerOptions& options) {
        options.tls.certificate += ".other";
        options.tls.key += ".other";
        const std::array<std::string, 1> names{name};
        const Instant from{SystemClock{}.now().ms + shiftMs};
        ENSURE(server::makeOwnCertificate(options.tls, names, from).has_value());
    });
}

std::string ask(ServerFixture& server, const std::string& pin, const char* scheme = "https")
{
    sync::PinnedHttps https{std::string{scheme} +
                                "://localhost:" + std::to_string(server.server().port()),
                            pin};
    sync::HttpRequest request;
    request.path = "/health";
    const auto answer = https.send(request);
    return answer ? std::to_string(answer->status) : answer.error().code;
}

bool hasHeardARequest(ServerFixture& server)
{
    return server.log().find("\"request\"") != std::string::npos;
}

} // namespace

class PinnedHttpsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theServerOfTheInvitationIsSpokenToWhoeverSignedItsCertificate()
    {
        const auto server = serverWith("localhost", 0);
        QCOMPARE(ask(*server, server->server().pin()), std::string{"200"});
        QVERIFY(hasHeardARequest(*server));
    }

    void noOtherIsToldAByte_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<qint64>("shift");
        QTest::addColumn<bool>("hasThePin");
        QTest::newRow("another key") << "localhost" << qint64{0} << false;
        QTest::newRow("over") << "localhost" << qint64{-2 * kYearMs} << true;
        QTest::newRow("not begun") << "localhost" << qint64{kYearMs} << true;
        QTest::newRow("of another name") << "elsewhere.example" << qint64{0} << true;
    }
    void noOtherIsToldAByte()
    {
        QFETCH(QString, name);
        QFETCH(qint64, shift);
        QFETCH(bool, hasThePin);
        const auto server = serverWith(name.toStdString(), shift);
        const std::string pin = hasThePin ? server->server().pin() : std::string(43, 'A');
        QCOMPARE(ask(*server, pin), std::string{"wrong_server"});
        QVERIFY(!hasHeardARequest(*server));
    }

    void nothingIsSaidInTheClear()
    {
        const auto server = serverWith("localhost", 0);
        QCOMPARE(ask(*server, server->server().pin(), "http"), std::string{"bad_url"});
        QVERIFY(!hasHeardARequest(*server));
    }
};

QTEST_GUILESS_MAIN(PinnedHttpsTest)
#include "test_pinned_https.moc"
