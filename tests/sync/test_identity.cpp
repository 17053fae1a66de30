// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/base64.h"
#include "core/domain/access/user.h"
#include "core/domain/journal/entry.h"
#include "core/services/operator_cards.h"
#include "core/storage/journal.h"
#include "sync/server/http/problem.h"
#include "tests/support/server_fixture.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <thread>

using namespace foyer;
using namespace foyer::server;
using namespace foyer::test;

class TestIdentity : public QObject {
    Q_OBJECT

    std::unique_ptr<ServerFixture> m_fixture;

    Devices& devices() { return m_fixture->server().devices(); }
    std::string code() { return devices().makeCode(m_fixture->organizer(), "Counter 2")->text(); }
    std::string enrolCode(const protocol::EnrolmentRequest& request)
    {
        const auto enrolled = devices().enrol(request);
        return enrolled ? "good" : enrolled.error().code;
    }

    /// Writes somebody, or a change of them, into the server's journal.
    void writeUser(const User& user)
    {
        Database& database = m_fixture->server().store().here();
        Journal journal{database, Identity{m_fixture->organizer(), m_replica, 1},
                        m_fixture->clock(), m_fixture->random()};
        Journal::Act act{journal, Permit::ofProgram()};
        act.append(kind::kUserEdited, encode(editOf(user)));
        act.commit();
        m_fixture->server().registry().forgetPeople(m_fixture->organizer());
    }
    User addUser(const std::string& name, const std::string& role)
    {
        User user{.id = UserId{Uuid::v7(m_fixture->clock().now(), m_fixture->random())},
                  .name = name,
                  .role = builtInRoleNamed(role)->id,
                  .active = true,
                  .sealedPassword = {},
                  .sealedPin = {}};
        writeUser(user);
        [&] {
            QVERIFY(m_fixture->server()
                        .secrets()
                        .change(m_fixture->organizer(), user.id, "correct horse battery", "471193")
                        .has_value());
        }();
        return user;
    }
    RawAnswer signIn(const TestDevice& device, const std::string& name, const std::string& secret)
    {
        return m_fixture->call(device, "POST", "/v1/users/token",
                               "{\"name\":\"" + name + "\",\"secret\":\"" + secret + "\"}");
    }
    static std::string tokenIn(const RawAnswer& answer)
    {
        const std::size_t at = answer.body.find("\"token\":\"");
        return at == std::string::npos
            ? std::string{}
            : answer.body.substr(at + 9, answer.body.find('"', at + 9) - at - 9);
    }
    ReplicaId m_replica;

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ServerFixture>();
        m_replica = ReplicaId{Uuid::v7(m_fixture->clock().now(), m_fixture->random())};
    }
    void cleanup() { m_fixture.reset(); }

    void aDeviceEnrolsOverTheNetworkGetsATokenAndCalls()
    {
        TestDevice device = m_fixture->newDevice();
        const RawAnswer answer =
            m_fixture->post("/v1/devices/enrol",
                            protocol::toText(m_fixture->enrolment(device, code())));
        QCOMPARE(answer.status, 201);
        const auto enrolled = protocol::readEnrolled(answer.body);
        QVERIFY(enrolled.has_value());
        QCOMPARE(enrolled->organizer, m_fixture->organizer());
        QCOMPARE(enrolled->device, device.id);
        QCOMPARE(m_fixture->askToken(device).status, 200);
        m_fixture->server().wakeLine().announce(m_fixture->organizer(), 8);
        const RawAnswer wake = m_fixture->call(device, "GET", "/v1/wake?after=7");
        QCOMPARE(wake.body, std::string{R"({"position":8})"});
        QVERIFY(!wake.header("ratelimit").empty());
        QCOMPARE(m_fixture->call(device, "GET", "/v1/wake?after=x").code(),
                 std::string{"bad_position"});
        QCOMPARE(m_fixture->call(device, "GET", "/v1/devices").status, 403);
    }

    void aCodeIsGoodOnceForTenMinutesAndTenTries()
    {
        const TestDevice one = m_fixture->newDevice();
        const TestDevice two = m_fixture->newDevice();
        const std::string used = code();
        QCOMPARE(enrolCode(m_fixture->enrolment(one, used)), std::string{"good"});
        QCOMPARE(enrolCode(m_fixture->enrolment(two, used)), std::string{"code_used"});
        const std::string old = code();
        m_fixture->clock().pass(Devices::kCodeLifeMs);
        QCOMPARE(enrolCode(m_fixture->enrolment(two, old)), std::string{"code_expired"});
        const std::string tried = code();
        std::string wrong = tried;
        wrong.back() = wrong.back() == '7' ? '8' : '7';
        for (int i = 0; i < 10; ++i) {
            QCOMPARE(enrolCode(m_fixture->enrolment(two, wrong)), std::string{"wrong_code"});
        }
        QCOMPARE(enrolCode(m_fixture->enrolment(two, tried)), std::string{"code_burnt"});
        QCOMPARE(enrolCode(m_fixture->enrolment(two, "ZZZZ" + tried.substr(4))),
                 std::string{"wrong_code"});
        QCOMPARE(enrolCode(m_fixture->enrolment(one, code())), std::string{"already_enrolled"});
    }

    void theStatusSaysWhatBecameOfACode()
    {
        const auto statusOf = [&](const protocol::EnrolmentRequest& request) {
            return m_fixture->post("/v1/devices/enrol", protocol::toText(request)).status;
        };
        const TestDevice device = m_fixture->newDevice();
        const std::string given = code();
        auto foreign = m_fixture->enrolment(device, given);
        foreign.deviceKey = m_fixture->newDevice().key->publicKey();
        QCOMPARE(statusOf(foreign), 401); // another's key under this signature
        auto elsewhere = m_fixture->enrolment(device, given);
        elsewhere.signature = device.key->sign(protocol::enrolmentMessage(elsewhere, "other pin"));
        QCOMPARE(statusOf(elsewhere), 401); // meant for another server
        QCOMPARE(statusOf(m_fixture->enrolment(device, given)), 201);
        QCOMPARE(statusOf(m_fixture->enrolment(m_fixture->newDevice(), given)), 409);
        const std::string old = code();
        m_fixture->clock().pass(Devices::kCodeLifeMs);
        QCOMPARE(statusOf(m_fixture->enrolment(m_fixture->newDevice(), old)), 410);
        QCOMPARE(m_fixture->post("/v1/devices/enrol", "{}").status, 400);
    }

    void noSecretIsInTheDatabaseOrTheLog()
    {
        const TestDevice device = m_fixture->newDevice();
        const std::string given = code();
        m_fixture->post("/v1/devices/enrol", protocol::toText(m_fixture->enrolment(device, given)));
        TestDevice other = m_fixture->enrolled();
        addUser("Ada Lovelace", "administrator");
        signIn(other, "Ada Lovelace", "correct horse battery");
        QFile file{QString::fromStdString(m_fixture->folder() + "/server.db")};
        QFile wal{QString::fromStdString(m_fixture->folder() + "/server.db-wal")};
        QVERIFY(file.open(QIODevice::ReadOnly));
        (void)wal.open(QIODevice::ReadOnly);
        const std::string stored = (file.readAll() + wal.readAll()).toStdString();
        QVERIFY(stored.find(given.substr(4)) == std::string::npos);
        QVERIFY(stored.find("PRIVATE KEY") == std::string::npos);
        const std::string log = m_fixture->log();
        for (const std::string& secret :
             {given.substr(4), other.token, std::string{"correct horse"}, std::string{"Lovelace"},
              std::string{"eyJ"}, std::string{"127.0.0.1"}}) {
            QVERIFY2(log.find(secret) == std::string::npos, secret.c_str());
        }
        QVERIFY(log.find("device_enrolled") != std::string::npos);
    }

    void aChallengeIsSignedOnceAndSoon()
    {
        TestDevice device = m_fixture->enrolled();
        const auto request = [&](const std::string& challenge) {
            protocol::TokenRequest asked{
                m_fixture->organizer(), device.id, challenge, device.keyId(), {}};
            asked.signature = device.key->sign(protocol::tokenMessage(asked));
            const auto token = devices().tokenFor(asked);
            return token ? std::string{"good"} : token.error().code;
        };
        const std::string challenge = devices().makeChallenge();
        QCOMPARE(request(challenge), std::string{"good"});
        QCOMPARE(request(challenge), std::string{"bad_challenge"});
        QCOMPARE(request("AAAA"), std::string{"bad_challenge"});
        const std::string old = devices().makeChallenge();
        m_fixture->clock().pass(61'000);
        QCOMPARE(request(old), std::string{"bad_challenge"});
        protocol::TokenRequest forged{
            m_fixture->organizer(), device.id, devices().makeChallenge(), device.keyId(), {}};
        forged.signature = m_fixture->newDevice().key->sign(protocol::tokenMessage(forged));
        QCOMPARE(devices().tokenFor(forged).error().code, std::string{"bad_signature"});
    }

    void aTokenAloneIsWorthNothing()
    {
        const TestDevice device = m_fixture->enrolled();
        const TestDevice thief = m_fixture->enrolled("Counter 3");
        const auto port = std::to_string(m_fixture->server().port());
        const std::string start =
            "GET /v1/wake?after=0 HTTP/1.1\r\nHost: localhost:" + port + "\r\n";
        QCOMPARE(m_fixture->connect().ask(start + "\r\n").code(), std::string{"token_missing"});
        QCOMPARE(m_fixture->connect()
                     .ask(start + "Authorization: Bearer " + device.token + "\r\n\r\n")
                     .code(),
                 std::string{"bad_signature"});
        Twist stolen;
        stolen.token = device.token; // signed by another enrolled device
        QCOMPARE(m_fixture->call(thief, "GET", "/v1/wake?after=0", {}, stolen).code(),
                 std::string{"bad_signature"});
        QVERIFY(m_fixture->log().find(device.token) == std::string::npos);
    }

    void everyChangeOfASignedRequestIsRefused()
    {
        const TestDevice device = m_fixture->enrolled();
        const std::string body = protocol::toText(protocol::KeyRotation{device.id, {}, {}});
        const auto twisted = [&](auto change) {
            Twist twist;
            twist.afterSigning = change;
            return m_fixture->call(device, "POST", "/v1/devices/self/key", body, twist);
        };
        const auto statusOf = [&](auto change) { return twisted(change).status; };
        using Request = protocol::SignedRequest;
        using Headers = protocol::SignatureHeaders;
        QCOMPARE(twisted([](Request&, Headers&, std::string&) {}).code(),
                 std::string{"bad_signature"}); // the proof of the new key is empty …
        QVERIFY(m_fixture->log().find("\"route\":\"/v1/devices/self/key\",\"status\":401") !=
                std::string::npos); // … so the handler was reached
        QCOMPARE(twisted([](Request&, Headers&, std::string& b) { b[5] ^= 1; }).code(),
                 std::string{"digest_mismatch"});
        QCOMPARE(statusOf([](Request& r, Headers&, std::string& b) {
                     b[5] ^= 1;
                     r.contentDigest = protocol::contentDigest(bytesOf(b));
                 }),
                 401);
        QCOMPARE(statusOf([](Request& r, Headers&, std::string&) { r.idempotencyKey = "other"; }),
                 401);
        QCOMPARE(statusOf([](Request& r, Headers&, std::string&) {
                     r.contentType += "; charset=utf-8";
                 }),
                 401);
        QCOMPARE(statusOf([](Request& r, Headers&, std::string&) { r.query = "x=1"; }), 401);
        QCOMPARE(statusOf([](Request& r, Headers&, std::string&) { r.authority = "other"; }), 401);
        QCOMPARE(statusOf([](Request&, Headers& h, std::string&) { h.input += ", s2=()"; }), 401);
        QCOMPARE(statusOf([](Request&, Headers& h, std::string&) { h.signature = "s1=:AAAA:"; }),
                 401);
    }

    void aRequestIsTakenOnceAndOnlyByTheServersClock()
    {
        const TestDevice device = m_fixture->enrolled();
        std::optional<protocol::SignatureHeaders> first;
        Twist twist;
        twist.afterSigning = [&](protocol::SignedRequest&, protocol::SignatureHeaders& headers,
                                 std::string&) { first ? headers = *first : *(first = headers); };
        m_fixture->server().wakeLine().announce(m_fixture->organizer(), 1);
        QCOMPARE(m_fixture->call(device, "GET", "/v1/wake?after=0", {}, twist).status, 200);
        QCOMPARE(m_fixture->call(device, "GET", "/v1/wake?after=0", {}, twist).code(),
                 std::string{"replay"});
        for (const std::int64_t offset : {-86'400, -121, 121, 86'400}) {
            Twist wrong;
            wrong.clockOffsetSeconds = offset;
            const RawAnswer answer = m_fixture->call(device, "GET", "/v1/wake?after=0", {}, wrong);
            QCOMPARE(answer.status, 401);
            QCOMPARE(answer.code(), std::string{"clock_skew"});
            QCOMPARE(answer.header("date"), httpDate(m_fixture->clock().now()));
        }
        for (const std::int64_t offset : {-120, 120}) {
            Twist right;
            right.clockOffsetSeconds = offset;
            QCOMPARE(m_fixture->call(device, "GET", "/v1/wake?after=0", {}, right).status, 200);
        }
    }

    void aRevokedDeviceIsOutAtOnce()
    {
        TestDevice device = m_fixture->enrolled();
        m_fixture->server().wakeLine().announce(m_fixture->organizer(), 1);
        QCOMPARE(m_fixture->call(device, "GET", "/v1/wake?after=0").status, 200);
        QCOMPARE(m_fixture->revoke(device.id), std::string{"done"});
        const RawAnswer answer = m_fixture->call(device, "GET", "/v1/wake?after=0");
        QCOMPARE(answer.status, 401);
        QCOMPARE(answer.code(), std::string{"device_revoked"});
        QCOMPARE(m_fixture->askToken(device).code(), std::string{"device_revoked"});
        QCOMPARE(m_fixture->revoke(device.id), std::string{"already_revoked"});
        // Enrolled anew it is another life: the old key is over, and old tokens, too.
        TestDevice again = m_fixture->newDevice();
        again.id = device.id;
        QCOMPARE(enrolCode(m_fixture->enrolment(again, code())), std::string{"good"});
        QCOMPARE(m_fixture->askToken(again).status, 200);
        QCOMPARE(m_fixture->call(again, "GET", "/v1/wake?after=0").status, 200);
        QCOMPARE(readDevice(m_fixture->server().store().here(), m_fixture->organizer(), device.id)
                     ->epoch,
                 std::int64_t{2});
    }

    void aDeviceKeyChangesWithADayOfOverlap()
    {
        TestDevice device = m_fixture->enrolled();
        TestDevice next = m_fixture->newDevice();
        next.id = device.id;
        protocol::KeyRotation rotation{device.id, next.key->publicKey(), {}};
        rotation.signature = next.key->sign(protocol::rotationMessage(rotation));
        QCOMPARE(m_fixture->call(device, "POST", "/v1/devices/self/key", protocol::toText(rotation))
                     .status,
                 200);
        m_fixture->server().wakeLine().announce(m_fixture->organizer(), 1);
        QCOMPARE(m_fixture->askToken(next).status, 200);
        QCOMPARE(m_fixture->call(next, "GET", "/v1/wake?after=0").status, 200);
        QCOMPARE(m_fixture->call(device, "GET", "/v1/wake?after=0").status, 200);
        m_fixture->clock().pass(Devices::kKeyOverlapMs);
        QCOMPARE(m_fixture->askToken(device).status, 401);
        QCOMPARE(m_fixture->askToken(next).status, 200);
    }

    void theTokenKeyChangesWithoutAFailedRequestAndARetiredOneIsOver()
    {
        TestDevice device = m_fixture->enrolled();
        m_fixture->server().wakeLine().announce(m_fixture->organizer(), 1);
        const Instant now = m_fixture->clock().now();
        std::atomic<int> failed{0};
        std::atomic<bool> isDone{false};
        std::thread load{[&] {
            while (!isDone) {
                failed += m_fixture->call(device, "GET", "/v1/wake?after=0").status == 200 ? 0 : 1;
                std::this_thread::sleep_for(std::chrono::milliseconds{60});
            }
        }};
        m_fixture->server().keys().rotateToken(Instant{now.ms + 1'000}, 60'000);
        const std::string before = m_fixture->server().keys().signing().kid;
        m_fixture->clock().pass(1'000);
        QVERIFY(m_fixture->server().keys().signing().kid != before);
        std::this_thread::sleep_for(std::chrono::milliseconds{300});
        isDone = true;
        load.join();
        QCOMPARE(failed.load(), 0);
        m_fixture->clock().pass(60'000); // the old key's overlap is over; its token would be good
        QCOMPARE(m_fixture->call(device, "GET", "/v1/wake?after=0").code(),
                 std::string{"bad_token"});
        QCOMPARE(m_fixture->askToken(device).status, 200);
        QCOMPARE(m_fixture->call(device, "GET", "/v1/wake?after=0").status, 200);
    }

    void keysAndDevicesOutliveARestartAndAnotherKeyFileOpensNothing()
    {
        TestDevice device = m_fixture->enrolled();
        const PublicKey root =
            m_fixture->server().keys().authorityOf(m_fixture->organizer())->publicKey();
        m_fixture->restart();
        QCOMPARE(m_fixture->server().keys().authorityOf(m_fixture->organizer())->publicKey(), root);
        m_fixture->server().wakeLine().announce(m_fixture->organizer(), 1);
        QCOMPARE(m_fixture->call(device, "GET", "/v1/wake?after=0").status, 200);
        SecretBytes other = SecretBytes::random(32, m_fixture->random());
        QVERIFY_EXCEPTION_THROWN((ServerKeys{m_fixture->server().store(), std::move(other),
                                             m_fixture->clock(), m_fixture->random()}),
                                 StorageFailure);
        QFile key{QString::fromStdString(m_fixture->folder() + "/server.key")};
        key.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
        QCOMPARE(readKeyFile(m_fixture->folder() + "/server.key", false, m_fixture->random())
                     .error()
                     .code,
                 std::string{"key_file"});
    }

    void somebodySignsInAndMayWhatTheirRoleMayAsItIsNow()
    {
        const TestDevice device = m_fixture->enrolled();
        User ada = addUser("Ada", "administrator");
        addUser("Cleo", "clerk");
        QCOMPARE(signIn(device, "Ada", "wrong horse battery").code(), std::string{"wrong_secret"});
        QCOMPARE(signIn(device, "Nobody", "471193").code(), std::string{"wrong_secret"});
        Twist asAda;
        asAda.token = tokenIn(signIn(device, "ada", "correct horse battery"));
        QVERIFY(!asAda.token.empty());
        QCOMPARE(m_fixture->call(device, "GET", "/v1/devices", {}, asAda).status, 200);
        const RawAnswer made =
            m_fixture->call(device, "POST", "/v1/devices/codes", R"({"name":"Gate"})", asAda);
        QCOMPARE(made.status, 201);
        Twist asCleo;
        asCleo.token = tokenIn(signIn(device, "Cleo", "471193"));
        QCOMPARE(m_fixture->call(device, "GET", "/v1/devices", {}, asCleo).code(),
                 std::string{"not_permitted"});
        const User cleo = addUser("Dora", "door");
        const std::string path = "/v1/users/" + cleo.id.text() + "/secret";
        const auto set = [&](const std::string& body, const Twist& who) {
            return m_fixture->call(device, "PUT", path, body, who);
        };
        QCOMPARE(set(R"({"pin":"271828"})", asCleo).status, 403);
        QCOMPARE(set(R"({"pin":"123456"})", asAda).code(), std::string{"weak_pin"});
        QCOMPARE(set(R"({"pin":"271828"})", asAda).status, 200);
        QCOMPARE(signIn(device, "Dora", "271828").status, 200);
        QCOMPARE(signIn(device, "Dora", "correct horse battery").status, 200); // stayed
        // The token of one is nothing with another's signature.
        const TestDevice other = m_fixture->enrolled("Counter 3");
        QCOMPARE(m_fixture->call(other, "GET", "/v1/devices", {}, asAda).status, 401);
        m_fixture->clock().pass(1);
        ada.role = builtInRoleNamed("clerk")->id;
        writeUser(ada);
        QCOMPARE(m_fixture->call(device, "GET", "/v1/devices", {}, asAda).code(),
                 std::string{"token_stale"});
        m_fixture->clock().pass(1);
        ada.active = false;
        writeUser(ada);
        QCOMPARE(m_fixture->call(device, "GET", "/v1/devices", {}, asAda).code(),
                 std::string{"user_disabled"});
        QCOMPARE(signIn(device, "Ada", "471193").code(), std::string{"user_disabled"});
    }

    void aDeviceGetsACardForEachPersonAsTheirRoleIsNow()
    {
        const TestDevice device = m_fixture->enrolled();
        User ada = addUser("Ada", "supervisor");
        const auto cards = [&] {
            const RawAnswer answer = m_fixture->call(device, "GET", "/v1/cards");
            const auto json = QJsonDocument::fromJson(QByteArray::fromStdString(answer.body));
            std::vector<OperatorCard> read;
            for (const auto& text : json.object()["cards"].toArray()) {
                const auto bytes = fromBase64Url(text.toString().toStdString());
                read.push_back(decodeOperatorCard(*bytes).value());
            }
            return read;
        };
        const auto first = cards();
        QCOMPARE(first.size(), std::size_t{1});
        const std::array<PublicKey, 1> authorities{
            m_fixture->server().keys().authorityOf(m_fixture->organizer())->publicKey()};
        QVERIFY(checkCard(first[0], authorities, m_fixture->organizer(), device.id,
                          m_fixture->clock().now())
                    .has_value());
        QVERIFY(isSecretOfCard(first[0], "471193"));
        QVERIFY(isSecretOfCard(first[0], "correct horse battery"));
        QVERIFY(cards()[0] == first[0]); // the same while it is fresh
        m_fixture->clock().pass(1);
        ada.role = builtInRoleNamed("clerk")->id;
        writeUser(ada);
        const auto second = cards();
        QVERIFY(second[0].id != first[0].id);
        QVERIFY(second[0].permissions != first[0].permissions);
        m_fixture->clock().pass(1);
        ada.active = false;
        writeUser(ada);
        QVERIFY(cards().empty());
    }

    void guessingInBulkIsEndedAndLocksNobodyElseOut()
    {
        m_fixture = std::make_unique<ServerFixture>([](server::FoyerServerOptions& options) {
            options.limitClock = [] { return std::int64_t{0}; }; // all of it in one moment
        });
        const TestDevice device = m_fixture->enrolled();
        addUser("Ada", "administrator");
        int refused = 0;
        for (int i = 0; i < 6; ++i) {
            const RawAnswer answer = signIn(device, i % 2 == 0 ? "Ada" : "ADA", "000000");
            refused += answer.status == 429 ? 1 : 0;
            QCOMPARE(answer.status, i < 5 ? 401 : 429);
        }
        QCOMPARE(refused, 1);
        // The right secret from another known device passes at the same time.
        const TestDevice other = m_fixture->enrolled("Counter 3");
        QCOMPARE(signIn(other, "Ada", "471193").status, 200);
        // Over many names: the network's limit, 20 in all of a minute. Six were made above; the
        // right secret was none.
        int guesses = 6;
        RawAnswer last;
        for (int i = 0; i < 40; ++i) {
            last = signIn(other, "name" + std::to_string(i), "000000");
            guesses += last.status == 429 ? 0 : 1;
        }
        QCOMPARE(guesses, 20);
        QCOMPARE(last.status, 429);
        QVERIFY(!last.header("retry-after").empty());
    }

    void anUnknownNameTakesAsLongAsAWrongSecret()
    {
        m_fixture = std::make_unique<ServerFixture>([](server::FoyerServerOptions& options) {
            options.hashCost = {2, 16 * 1024};
        });
        const TestDevice device = m_fixture->enrolled();
        addUser("Ada", "administrator");
        const UserSessions::At at{m_fixture->organizer(), device.id, device.keyId()};
        const auto took = [&](const std::string& name) {
            QElapsedTimer timer;
            timer.start();
            const auto in = m_fixture->server().sessions().signIn(at, name, "000000");
            const qint64 nanoseconds = timer.nsecsElapsed();
            return in || in.error().code != "wrong_secret" ? qint64{0} : nanoseconds;
        };
        // Neighbours come and go on the machine of a test; a difference of ours would stay.
        double off = 1;
        for (int attempt = 0; attempt < 5 && off >= 0.05; ++attempt) {
            std::vector<qint64> known;
            std::vector<qint64> unknown;
            for (int i = 0; i < 25; ++i) {
                known.push_back(took("Ada"));
                unknown.push_back(took("Eve"));
            }
            std::ranges::nth_element(known, known.begin() + 12);
            std::ranges::nth_element(unknown, unknown.begin() + 12);
            QVERIFY(known[12] > 0 && unknown[12] > 0);
            off = std::abs(1.0 - double(unknown[12]) / double(known[12]));
        }
        QVERIFY2(off < 0.05, qPrintable(QString::number(off)));
        // And it says the same.
        const auto said = [&](const std::string& name) {
            return m_fixture->server().sessions().signIn(at, name, "000000").error();
        };
        QCOMPARE(said("Ada").message, said("Eve").message);
    }

    void manyHashesAtOnceWaitForTheirTurn()
    {
        HashTurnstile turnstile{{1, 8 * 1024}};
        const std::string hash = *turnstile.hash("secret");
        std::atomic<int> good{0};
        std::vector<std::thread> threads;
        for (int i = 0; i < 40; ++i) {
            threads.emplace_back([&] {
                const auto matches = turnstile.isSecret("secret", hash);
                good += !matches || *matches ? 1 : 0;
            });
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
        QCOMPARE(good.load(), 40);
        QVERIFY(!*turnstile.isSecret("secret", ""));
        QVERIFY(!*turnstile.isSecret("nobody has this", ""));
    }

    void everyRouteSaysWhoMayCallItIsDocumentedAndIsAnswered()
    {
        auto& router = m_fixture->server().router();
        const RawAnswer document =
            m_fixture->connect().ask("GET /v1/openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QCOMPARE(document.status, 200);
        const auto json = QJsonDocument::fromJson(QByteArray::fromStdString(document.body));
        const QJsonObject paths = json.object()["paths"].toObject();
        std::size_t documented = 0;
        for (const QString& path : paths.keys()) {
            documented += static_cast<std::size_t>(paths[path].toObject().size());
            for (const QString& method : paths[path].toObject().keys()) {
                QString filled = path;
                filled.replace("{device}", "x").replace("{user}", "x");
                QVERIFY(router.find(method.toUpper().toStdString(), filled.toStdString()).route !=
                        nullptr);
            }
        }
        QCOMPARE(documented, router.routes().size());
        for (const Route& route : router.routes()) {
            QVERIFY(route.access.kind() != Access::Kind::Undeclared);
            const bool isPublic = route.access.kind() == Access::Kind::Public;
            QVERIFY(isPublic ? *route.access.why() != '\0' : route.isSigned);
            if (!isPublic) { // nobody gets in without a token, whatever they send
                const std::string length = route.bodyMax > 0
                    ? "Content-Type: " + route.accepts.front() + "\r\nContent-Length: 2\r\n\r\n{}"
                    : std::string{"\r\n"};
                const RawAnswer answer = m_fixture->connect().ask(
                    route.method + ' ' + route.path + " HTTP/1.1\r\nHost: localhost\r\n" + length);
                QCOMPARE(answer.status, 401);
            }
        }
        RawClient observer{m_fixture->server().observerPort(), RawClient::Tls::None};
        QVERIFY(observer.ask("GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    .body.find("foyer_requests_total") != std::string::npos);
        QCOMPARE(observer.ask("GET /health/ready HTTP/1.1\r\nHost: localhost\r\n\r\n").status, 200);
        const RawAnswer health =
            m_fixture->connect().ask("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QCOMPARE(health.body, std::string{R"({"status":"ok"})"});
        QCOMPARE(m_fixture->connect().ask("GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n").status, 404);
    }
};

QTEST_GUILESS_MAIN(TestIdentity)
#include "test_identity.moc"
