// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What banks say, in the forms in which they say it: read whole and rightly, or refused with the
// place.

#include "sync/server/payments/bank/bank_details.h"
#include "sync/server/payments/statements/statement.h"

#include <QFile>
#include <QProcess>
#include <QTest>

#include <set>

using namespace foyer;
using namespace foyer::server;

namespace {

const Currency kEuro = *Currency::fromCode("EUR");

QByteArray sample(const char* name)
{
    QFile file{QStringLiteral(FOYER_TEST_DATA "/bank/") + QLatin1String{name}};
    ENSURE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

Result<std::vector<Statement>> readOf(const QByteArray& bytes)
{
    return readStatements({reinterpret_cast<const std::uint8_t*>(bytes.constData()),
                           static_cast<std::size_t>(bytes.size())});
}

Statement only(const QByteArray& bytes)
{
    const auto read = readOf(bytes);
    if (!read) {
        qFatal("%s", read.error().message.c_str());
    }
    ENSURE(read->size() == 1);
    return read->front();
}

QByteArray changed(const char* name, const char* from, const char* to)
{
    QByteArray bytes = sample(name);
    ENSURE(bytes.contains(from));
    return bytes.replace(from, to);
}

} // namespace

class StatementsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bothVersionsOfCamtSayTheSame()
    {
        const Statement statement = only(sample("camt_053_001_02.xml"));
        QCOMPARE(statement.account, std::string{"DE89370400440532013000"});
        QCOMPARE(statement.lines.size(), std::size_t{5}); // a batch is two; what is noted is none
        const StatementLine& first = statement.lines.at(0);
        QCOMPARE(first.amount.minor(), std::int64_t{2'600});
        QCOMPARE(toRfc3339(first.at).substr(0, 10), std::string{"2026-11-30"});
        QCOMPARE(first.reference, std::string{"RF18539007547034"});
        QCOMPARE(first.name, std::string{"Ada Lovelace"});
        QCOMPARE(first.iban, std::string{"DE02120300000000202051"});
        QCOMPARE(first.bankReference, std::string{"2026113000001"});
        QCOMPARE(first.endToEnd, std::string{});
        QCOMPARE(statement.lines.at(1).amount.minor(), std::int64_t{2'000});
        QCOMPARE(statement.lines.at(1).text, std::string{"INV-AB-00017 Danke"});
        QCOMPARE(statement.lines.at(1).name, std::string{"Kay & Söhne"});
        QCOMPARE(statement.lines.at(1).bankReference, std::string{"A-1"});
        QCOMPARE(statement.lines.at(2).amount.minor(), std::int64_t{3'000});
        QCOMPARE(statement.lines.at(3).amount.minor(), std::int64_t{-1'250});
        QCOMPARE(statement.lines.at(3).name, std::string{"A Customer"});
        QVERIFY(!statement.lines.at(3).isReversal);
        // Its direction is in CdtDbtInd alone: taken back, so it went out.
        QCOMPARE(statement.lines.at(4).amount.minor(), std::int64_t{-2'600});
        QVERIFY(statement.lines.at(4).isReversal);
        QCOMPARE(statement.lines.at(4).name, std::string{"Ada Lovelace"});
        QVERIFY(!statement.difference());
        const Statement later = only(sample("camt_053_001_08.xml"));
        QVERIFY(later.lines == statement.lines);
        QVERIFY(later.opening == statement.opening && later.closing == statement.closing);
    }

    void anotherParserCountsTheSame()
    {
        for (const char* name : {"camt_053_001_02.xml", "camt_053_001_08.xml"}) {
            QProcess python;
            python.start(QStringLiteral("python3"),
                         {QStringLiteral(FOYER_TEST_DATA "/bank/sum_camt.py"),
                          QStringLiteral(FOYER_TEST_DATA "/bank/") + QLatin1String{name}});
            QVERIFY(python.waitForFinished());
            Money sum{0, kEuro};
            for (const StatementLine& line : only(sample(name)).lines) {
                sum = sum + line.amount;
            }
            QCOMPARE(python.readAllStandardOutput().trimmed(),
                     QByteArray{"4 "} + QByteArray::fromStdString(toPlainText(sum)));
        }
    }

    void balancesThatDoNotFitAreSaid()
    {
        const Statement statement = only(changed("camt_053_001_02.xml", "1037.50", "1040.00"));
        QVERIFY(statement.difference().has_value());
        QCOMPARE(statement.difference()->minor(), std::int64_t{250});
    }

    void aBatchThatDoesNotAddUpIsOneLine()
    {
        const Statement statement =
            only(changed("camt_053_001_02.xml", "<TxAmt><Amt Ccy=\"EUR\">30.00",
                         "<TxAmt><Amt Ccy=\"EUR\">31.00"));
        QCOMPARE(statement.lines.size(), std::size_t{4});
        QCOMPARE(statement.lines.at(1).amount.minor(), std::int64_t{5'000});
    }

    void whatIsNoStatementIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("place");
        const QByteArray camt = sample("camt_053_001_02.xml");
        QTest::newRow("nothing") << QByteArray{} << "1:1";
        QTest::newRow("another message")
            << changed("camt_053_001_02.xml", "camt.053.001.02", "camt.052.001.02") << "2:1";
        QTest::newRow("a version that is not known")
            << changed("camt_053_001_02.xml", "camt.053.001.02", "camt.053.001.99") << "2:1";
        QTest::newRow("a document type") << changed("camt_053_001_02.xml", "<Document",
                                                    "<!DOCTYPE d [<!ENTITY a \"b\">]><Document")
                                         << "2:13";
        QTest::newRow("an entity")
            << changed("camt_053_001_02.xml", "Kay &amp; S", "Kay &who; S") << "41:38";
        QTest::newRow("cut off") << camt.left(camt.size() / 2) << "*";
        QTest::newRow("no amount")
            << changed("camt_053_001_02.xml", "<Amt Ccy=\"EUR\">12.50</Amt>\n        <CdtDbtInd>",
                       "<CdtDbtInd>")
            << "*";
        QTest::newRow("half a cent")
            << changed("camt_053_001_02.xml", ">26.00</Amt>\n        <", ">26.005</Amt>\n        <")
            << "*";
        QTest::newRow("no direction")
            << changed("camt_053_001_02.xml", "<CdtDbtInd>CRDT</CdtDbtInd>\n        <Sts>BOOK",
                       "<Sts>BOOK")
            << "*";
        QTest::newRow("a currency that is none")
            << changed("camt_053_001_02.xml", "<Amt Ccy=\"EUR\">26.00</Amt>\n        <",
                       "<Amt Ccy=\"EUQ\">26.00</Amt>\n        <")
            << "*";
        QTest::newRow("a day that is none")
            << changed("camt_053_001_02.xml",
                       "<Dt>2026-11-30</Dt></BookgDt>\n        <ValDt><Dt>"
                       "2026-11-30</Dt></ValDt>",
                       "<Dt>2026-11-31</Dt></BookgDt>")
            << "*";
        QTest::newRow("far too deep")
            << changed("camt_053_001_02.xml", "<RmtInf>",
                       (QByteArray{"<a>"}.repeated(50) + "<RmtInf>").constData())
            << "*";
        QTest::newRow("no columns") << QByteArray{"a;b;c;d\n1;2;3;4\n"} << "1:1";
        QTest::newRow("an amount of two meanings")
            << changed("savings_bank.csv", "\"-1.250,00\"", "\"-1.250\"") << "3:15";
        QTest::newRow("a day of the other order")
            << changed("savings_bank.csv", "\"30.11.26\";\"GUTSCHR", "\"11/30/26\";\"GUTSCHR")
            << "2:3";
        QTest::newRow("a quote without end")
            << changed("savings_bank.csv", "\"-1.250,00\"", "\"-1.250,00") << "*";
        QTest::newRow("two accounts") << changed("english.csv", "-1250.00,DE89370400440532013000",
                                                 "-1250.00,AT611904300234573201")
                                      << "3:7";
        QTest::newRow("more than there is in the world")
            << changed("english.csv", "-1250.00", "-99999999999999.00") << "3:6";
    }

    void whatIsNoStatementIsRefusedWithItsPlace()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, place);
        const auto read = readOf(bytes);
        QVERIFY(!read);
        QCOMPARE(read.error().code, std::string{"bad_statement"});
        QVERIFY(!read.error().where.empty());
        if (place != QLatin1String{"*"}) {
            QCOMPARE(QString::fromStdString(read.error().where), place);
        }
        // Nothing of what people wrote is in an error.
        QVERIFY(read.error().message.find("Lovelace") == std::string::npos);
    }

    void theSitesOfBanksAreUnderstood()
    {
        const Statement savings = only(sample("savings_bank.csv"));
        QCOMPARE(savings.account, std::string{"DE89370400440532013000"});
        QCOMPARE(savings.lines.size(), std::size_t{2});
        QCOMPARE(savings.lines.at(0).text,
                 std::string{"RF18 5390 0754 7034 für zwei Karten; \"Hamlet\""});
        QCOMPARE(savings.lines.at(0).name, std::string{"Jörg Müßig"});
        QCOMPARE(savings.lines.at(0).amount.minor(), std::int64_t{2'600});
        QCOMPARE(savings.lines.at(1).amount.minor(), std::int64_t{-125'000});
        const Statement direct = only(sample("direct_bank.csv"));
        QCOMPARE(direct.account, std::string{"DE89370400440532013000"});
        QCOMPARE(direct.lines.size(), std::size_t{1});
        QCOMPARE(direct.lines.at(0).amount.minor(), std::int64_t{123'450});
        QCOMPARE(direct.lines.at(0).name, std::string{"Ada Lovelace"});
        const Statement english = only(sample("english.csv"));
        QCOMPARE(english.lines.size(), std::size_t{2});
        QCOMPARE(english.lines.at(0).amount.minor(), std::int64_t{123'450});
        QCOMPARE(english.lines.at(0).name, std::string{"Lovelace, Ada"});
    }

    void amountsAreReadOneWayOrNot()
    {
        const auto minor = [](const char* text) {
            const auto money = readStatementAmount(text, kEuro);
            return money ? money->minor() : INT64_MIN;
        };
        QCOMPARE(minor("1.234,56"), std::int64_t{123'456});
        QCOMPARE(minor("1,234.56"), std::int64_t{123'456});
        QCOMPARE(minor("1.234.567"), std::int64_t{123'456'700});
        QCOMPARE(minor("-12,5"), std::int64_t{-1'250});
        QCOMPARE(minor("12,50-"), std::int64_t{-1'250});
        QCOMPARE(minor("+3"), std::int64_t{300});
        QCOMPARE(minor(" 1234,00 "), std::int64_t{123'400});
        for (const char* bad :
             {"", "-", "1.234", "1,234", "1.23.4", "12.345,678", "1.2345,00", "--1", "-1-",
              "1 000,00", "0x10", "1e3", ",5", "12,", "1..000,00"}) {
            QVERIFY2(minor(bad) == INT64_MIN, bad);
        }
    }

    void aLineIsTheSameInEveryStatement()
    {
        const Statement statement = only(sample("camt_053_001_02.xml"));
        const auto ids = bankLineIds("DE89370400440532013000", statement.lines);
        QCOMPARE(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size());
        // A part of it, and both versions.
        const std::vector<StatementLine> part{statement.lines.at(3), statement.lines.at(1)};
        QCOMPARE(bankLineIds("DE89370400440532013000", part),
                 (std::vector<std::string>{ids.at(3), ids.at(1)}));
        QCOMPARE(bankLineIds("DE89370400440532013000", only(sample("camt_053_001_08.xml")).lines),
                 ids);
        QVERIFY(bankLineIds("AT611904300234573201", part).front() != ids.at(3));
        // Two that say the same are two.
        const std::vector<StatementLine> twins(2, only(sample("english.csv")).lines.at(0));
        const auto two = bankLineIds("DE89370400440532013000", twins);
        QVERIFY(two.at(0) != two.at(1));
        QCOMPARE(bankLineIds("DE89370400440532013000", {twins.at(0)}).at(0), two.at(0));
    }
};

QTEST_GUILESS_MAIN(StatementsTest)
#include "test_statements.moc"
