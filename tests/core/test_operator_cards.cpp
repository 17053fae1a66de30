// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/crypto/password.h"
#include "core/services/operator_cards.h"
#include "tests/support/counter_fixture.h"

#include <QTest>

using namespace foyer;
using namespace foyer::test;

class TestOperatorCards : public QObject {
    Q_OBJECT

    StillClock m_clock;
    SeededRandom m_random{11};
    SigningKey m_authority{SecretBytes::random(kSeedSize, m_random)};
    OrganizerId m_organizer{Uuid::v7(m_clock.now(), m_random)};
    ReplicaId m_device{Uuid::v7(m_clock.now(), m_random)};

    People::Person person(const char* role)
    {
        People::Person somebody;
        somebody.user.id = UserId{Uuid::v7(m_clock.now(), m_random)};
        somebody.user.name = "Ada";
        somebody.role = *builtInRoleNamed(role);
        somebody.widest = somebody.role;
        somebody.version = m_clock.now().ms << 16;
        return somebody;
    }
    OperatorCard cardOf(const People::Person& somebody)
    {
        return issueCard(somebody,
                         {.organizer = m_organizer,
                          .device = m_device,
                          .lifeMs = kCardLifeMsMax,
                          .refundMinorMax = 2'000,
                          .passwordVerifier = {},
                          .pinVerifier = hashPassword("471193", {1, 64})},
                         m_authority, m_clock.now(), m_random);
    }
    std::string check(const OperatorCard& card, Instant now)
    {
        const std::array<PublicKey, 1> authorities{m_authority.publicKey()};
        const auto checked = checkCard(card, authorities, m_organizer, m_device, now);
        return checked ? "good" : checked.error().code;
    }
    static bool has(const OperatorCard& card, Permission permission)
    {
        return card.permissions.test(static_cast<std::size_t>(permission));
    }

private Q_SLOTS:
    void aCardIsGoodAtItsDeviceForItsTime()
    {
        const OperatorCard card = cardOf(person("supervisor"));
        const Instant now = m_clock.now();
        QCOMPARE(check(card, now), std::string{"good"});
        QCOMPARE(check(card, Instant{card.validUntil.ms - 1}), std::string{"good"});
        QCOMPARE(check(card, Instant{card.validUntil.ms}), std::string{"card_expired"});
        QCOMPARE(check(card, Instant{now.ms - 1}), std::string{"card_not_yet_valid"});
        const std::array<PublicKey, 1> authorities{m_authority.publicKey()};
        const ReplicaId other{Uuid::v7(now, m_random)};
        QCOMPARE(checkCard(card, authorities, m_organizer, other, now).error().code,
                 std::string{"card_of_another_device"});
        QVERIFY(isSecretOfCard(card, "471193"));
        QVERIFY(!isSecretOfCard(card, "471194"));
        QVERIFY(!isSecretOfCard(card, "no password was set"));
    }

    void everyChangedByteOfACardIsRefused()
    {
        const OperatorCard card = cardOf(person("clerk"));
        const Bytes bytes = encodeOperatorCard(card);
        QVERIFY(*decodeOperatorCard(bytes) == card);
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            Bytes changed = bytes;
            changed[i] ^= 1;
            const auto decoded = decodeOperatorCard(changed);
            QVERIFY(!decoded || check(*decoded, m_clock.now()) == "card_forged");
        }
        QVERIFY(!decodeOperatorCard({}).has_value());
    }

    void aCardCarriesLessThanTheRole()
    {
        const OperatorCard card = cardOf(person("administrator"));
        QVERIFY(has(card, Permission::Sell) && has(card, Permission::RunShift));
        for (const Permission never : {Permission::EditUsers, Permission::EditCatalogue,
                                       Permission::RunCounter, Permission::EraseCustomers}) {
            QVERIFY(!has(card, never));
        }
        QVERIFY(card.limits.refundMinor <= 2'000);
        QVERIFY(!has(cardOf(person("door")), Permission::Sell));
        // A card that gives more, or for longer, is none, even if the authority signed it.
        OperatorCard wide = card;
        wide.permissions.set(static_cast<std::size_t>(Permission::EditUsers));
        wide.signature = m_authority.sign(operatorCardMessage(wide));
        QVERIFY(!decodeOperatorCard(encodeOperatorCard(wide)).has_value());
        OperatorCard longer = card;
        longer.validUntil.ms += 1;
        longer.signature = m_authority.sign(operatorCardMessage(longer));
        QVERIFY(!decodeOperatorCard(encodeOperatorCard(longer)).has_value());
    }

    void actsAfterARevocationAreNoticedWhenTheyAreHeardOf()
    {
        People::Person ada = person("clerk");
        const OperatorCard card = cardOf(ada);
        const Instant issued = m_clock.now();
        const Instant revoked{issued.ms + 3'600'000};
        ada.user.active = false;
        ada.version = revoked.ms << 16;
        const auto verdict = [&](Permission permission, Instant at) {
            return verdictOn(card, permission, at, &ada);
        };
        QVERIFY(verdict(Permission::Sell, Instant{revoked.ms - 1}) == CardActVerdict::Fine);
        QVERIFY(verdict(Permission::Sell, revoked) == CardActVerdict::AfterRevocation);
        QVERIFY(verdict(Permission::EditUsers, issued) == CardActVerdict::NotOnCard);
        QVERIFY(verdict(Permission::Sell, card.validUntil) == CardActVerdict::AfterExpiry);
        ada.user.active = true; // a change that takes nothing of this away
        QVERIFY(verdict(Permission::Sell, revoked) == CardActVerdict::Fine);
        ada.role = *builtInRoleNamed("door");
        ada.widest = ada.role;
        QVERIFY(verdict(Permission::Sell, revoked) == CardActVerdict::AfterRevocation);
        QVERIFY(verdictOn(card, Permission::Sell, issued, nullptr) ==
                CardActVerdict::AfterRevocation);
    }
};

QTEST_GUILESS_MAIN(TestOperatorCards)
#include "test_operator_cards.moc"
