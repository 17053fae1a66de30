// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/hex.h"
#include "core/crypto/sha256.h"
#include "core/domain/journal/bodies.h"
#include "core/domain/journal/cbor.h"
#include "core/domain/journal/entry.h"
#include "core/domain/rights/rights.h"
#include "core/domain/sales/provider_payment.h"
#include "core/domain/sales/sale_entries.h"

#include <QTest>

#include <rapidcheck.h>

#include <limits>

using namespace foyer;

namespace {

Bytes hex(const char* text)
{
    return fromHex(text).value();
}

/// Writes a decoded value again, with the writer and nothing else.
void rewrite(CborWriter& writer, const CborValue& value)
{
    if (value.isMap()) {
        writer.map(value.asMap().size());
        for (const auto& [key, member] : value.asMap()) {
            writer.text(key);
            rewrite(writer, member);
        }
    } else if (value.isArray()) {
        writer.array(value.asArray().size());
        for (const CborValue& item : value.asArray()) {
            rewrite(writer, item);
        }
    } else if (value.isInteger()) {
        writer.integer(value.asInteger());
    } else if (value.isText()) {
        writer.text(value.asText());
    } else if (value.isBytes()) {
        writer.bytes(value.asBytes());
    } else if (value.isNull()) {
        writer.null();
    } else {
        writer.boolean(value.asBool());
    }
}

void writeAnything(CborWriter& writer, int depth)
{
    switch (*rc::gen::inRange(0, depth > 0 ? 7 : 5)) {
    case 0:
        writer.integer(*rc::gen::arbitrary<std::int64_t>());
        break;
    case 1:
        writer.bytes(*rc::gen::arbitrary<Bytes>());
        break;
    case 2:
        writer.boolean(*rc::gen::arbitrary<bool>());
        break;
    case 3:
        writer.null();
        break;
    case 4:
        writer.text(*rc::gen::string<std::string>());
        break;
    case 5: {
        const int items = *rc::gen::inRange(0, 5);
        writer.array(static_cast<std::uint64_t>(items));
        for (int i = 0; i < items; ++i) {
            writeAnything(writer, depth - 1);
        }
        break;
    }
    default:
        writer.map(3);
        for (const char* key : {"a", "b", "aa"}) { // shorter keys first
            writer.text(key);
            writeAnything(writer, depth - 1);
        }
    }
}

template <typename Id>
Id anyId()
{
    Uuid::Bytes bytes{};
    for (std::uint8_t& byte : bytes) {
        byte = static_cast<std::uint8_t>(*rc::gen::inRange(0, 256));
    }
    return Id{Uuid{bytes}};
}

std::string anyWord()
{
    return *rc::gen::element<std::string>("", "Adult", "Größe", "劇場", "A · 7", "x");
}

std::int64_t anyAmount()
{
    return *rc::gen::inRange<std::int64_t>(0, 1'000'000'000);
}

OrderPlaced anyOrder()
{
    OrderPlaced order{.order = anyId<OrderId>(),
                      .code = "ABCDEFGH",
                      .series = "AB",
                      .number = *rc::gen::inRange<std::int64_t>(1, 1'000'000),
                      .currency =
                          *Currency::fromCode(*rc::gen::element<std::string>("EUR", "JPY"))};
    if (*rc::gen::arbitrary<bool>()) {
        order.customer = anyId<CustomerId>();
    }
    const int lines = *rc::gen::inRange(1, 5);
    for (int i = 0; i < lines; ++i) {
        OrderPlaced::Line line{.ticket = anyId<TicketId>(), .performance = anyId<PerformanceId>()};
        line.type = anyId<TicketTypeId>();
        line.category = anyId<CategoryId>();
        if (*rc::gen::arbitrary<bool>()) {
            line.seat = static_cast<SeatNumber>(*rc::gen::inRange(0, 200'000));
        }
        line.seatLabel = anyWord();
        line.typeName = anyWord();
        line.categoryName = anyWord();
        line.net = anyAmount();
        line.taxAmount = anyAmount();
        line.tax = anyId<TaxId>();
        line.taxName = anyWord();
        line.taxRateMilliPercent = *rc::gen::inRange(0, 100'000);
        line.quotas = {anyId<QuotaId>(), anyId<QuotaId>()};
        order.lines.push_back(line);
    }
    order.fees.push_back({anyId<FeeId>(), anyId<PerformanceId>(), anyWord(), anyAmount(),
                          anyAmount(), anyId<TaxId>(), anyWord(), 19'000});
    return order;
}

/// Encodes, decodes, and encodes again: the same body, and the same bytes.
template <typename Body, typename Decode>
void comesBack(const Body& body, Decode decode)
{
    const Bytes bytes = encode(body);
    const auto value = decodeCbor(bytes);
    RC_ASSERT(value.has_value());
    const auto again = decode(*value);
    RC_ASSERT(again.has_value());
    RC_ASSERT(*again == body);
    RC_ASSERT(encode(*again) == bytes);
}

} // namespace

class CborTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void examplesOfTheStandardAreRead_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<qint64>("value");
        const std::pair<const char*, qint64> examples[] = {
            {"00", 0},
            {"17", 23},
            {"1818", 24},
            {"1903e8", 1000},
            {"1a000f4240", 1'000'000},
            {"1b000000e8d4a51000", 1'000'000'000'000},
            {"20", -1},
            {"3863", -100},
            {"3903e7", -1000},
            {"1b7fffffffffffffff", std::numeric_limits<qint64>::max()},
            {"3b7fffffffffffffff", std::numeric_limits<qint64>::min()}}; // RFC 8949, appendix A
        for (const auto& [bytes, value] : examples) {
            QTest::newRow(bytes) << QByteArray{bytes} << value;
        }
    }
    void examplesOfTheStandardAreRead()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(qint64, value);
        const Bytes encoded = hex(bytes.constData());
        const auto decoded = decodeCbor(encoded);
        QVERIFY(decoded && decoded->isInteger());
        QCOMPARE(qint64{decoded->asInteger()}, value);
        QVERIFY(CborWriter{}.integer(value).data() == encoded);
    }

    void whatIsNotDeterministicIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray{""};
        QTest::newRow("a long zero") << QByteArray{"1800"};
        QTest::newRow("a long length") << QByteArray{"780161"};
        QTest::newRow("indefinite array") << QByteArray{"9f01ff"};
        QTest::newRow("indefinite text") << QByteArray{"7f6161ff"};
        QTest::newRow("keys out of order") << QByteArray{"a2616201616101"};
        QTest::newRow("longer key first") << QByteArray{"a262616101616201"};
        QTest::newRow("a key twice") << QByteArray{"a2616101616102"};
        QTest::newRow("key is no text") << QByteArray{"a10101"};
        QTest::newRow("float") << QByteArray{"f97e00"};
        QTest::newRow("tag") << QByteArray{"c000"};
        QTest::newRow("undefined") << QByteArray{"f7"};
        QTest::newRow("bad UTF-8") << QByteArray{"61ff"};
        QTest::newRow("surrogate") << QByteArray{"63eda080"};
        QTest::newRow("beyond 64 bits") << QByteArray{"1bffffffffffffffff"};
        QTest::newRow("cut off") << QByteArray{"4401"};
        QTest::newRow("something after it") << QByteArray{"0000"};
        QTest::newRow("a huge array") << QByteArray{"9b00ffffffffffffff"};
        QTest::newRow("nested too deep") << QByteArray{"81"}.repeated(40) + "00";
    }
    void whatIsNotDeterministicIsRefused()
    {
        QFETCH(QByteArray, bytes);
        const Bytes encoded = hex(bytes.constData());
        const auto decoded = decodeCbor(encoded);
        QVERIFY(!decoded);
        QVERIFY(decoded.error().code == "bad_cbor");
    }

    void whateverIsWrittenIsReadAndWrittenTheSame()
    {
        QVERIFY(rc::check("written, read, written", [] {
            CborWriter writer;
            writeAnything(writer, 4);
            if (const auto value = decodeCbor(writer.data())) { // texts may be no UTF-8
                CborWriter again;
                rewrite(again, *value);
                RC_ASSERT(again.data() == writer.data());
            }
        }));
    }

    void anyBytesAreRefusedOrCanonical()
    {
        QVERIFY(rc::check("one form for one value", [](const Bytes& bytes) {
            if (const auto value = decodeCbor(bytes)) {
                CborWriter again;
                rewrite(again, *value);
                RC_ASSERT(again.data() == bytes);
            }
        }));
    }

    void everyBodyComesBack()
    {
        QVERIFY(rc::check("order.placed", [] { comesBack(anyOrder(), decodeOrderPlaced); }));
        QVERIFY(rc::check("order.voided", [] {
            OrderVoided body{.order = anyId<OrderId>(),
                             .currency = *Currency::fromCode("EUR"),
                             .reason = "asked"};
            body.places = {{anyId<TicketId>(), anyId<PerformanceId>(), {anyId<QuotaId>()}}};
            const auto amount = anyAmount();
            body.reversal = {{account::kCash, Uuid{}, body.currency, -amount},
                             {account::kReceivable, Uuid{}, body.currency, amount}};
            comesBack(body, decodeOrderVoided);
        }));
        QVERIFY(rc::check("the others", [] {
            const std::int64_t amount = anyAmount() + 1;
            comesBack(PaymentTaken{anyId<PaymentId>(), anyId<OrderId>(),
                                   PaymentMethod::CardTerminal, *Currency::fromCode("EUR"), amount,
                                   amount, "R-1"},
                      decodePaymentTaken);
            comesBack(Allotment{anyId<QuotaId>(), anyId<ReplicaId>(), amount}, decodeAllotment);
            comesBack(SeatsLeased{anyId<PerformanceId>(), anyId<ReplicaId>(), {{0, 4}, {7, 7}}},
                      decodeSeatsLeased);
            comesBack(TicketScanned{anyId<TicketId>(), anyId<PerformanceId>(), anyWord(),
                                    "admitted"},
                      decodeTicketScanned);
            comesBack(CustomerRecorded{anyId<CustomerId>(), {1, 2, 3}}, decodeCustomerRecorded);
            comesBack(CustomerErased{anyId<CustomerId>()}, decodeCustomerErased);
        }));
    }

    void everyBodyOfAProvidersPaymentComesBack()
    {
        QVERIFY(rc::check("a provider's", [] {
            const Currency euro = *Currency::fromCode("EUR");
            const std::int64_t amount = anyAmount() + 1;
            const PaymentId payment{Uuid::v8({1})}; // nil would be no payment
            const auto order = anyId<OrderId>();
            comesBack(PaymentTaken{.payment = anyId<PaymentId>(),
                                   .order = order,
                                   .method = PaymentMethod::Cash,
                                   .currency = euro,
                                   .amount = amount,
                                   .tendered = amount,
                                   .instead = payment,
                                   .insteadOf = PaymentMethod::Reader},
                      decodePaymentTaken);
            comesBack(PaymentRequested{payment, order, euro, amount, PaymentWay::Reader, "stripe",
                                       "tmr_1", Instant{amount}},
                      decodePaymentRequested);
            comesBack(PaymentCancelAsked{payment, order}, decodePaymentCancelAsked);
            comesBack(PaymentSettled{payment, order, euro, amount, "stripe", anyWord()},
                      decodePaymentSettled);
            comesBack(PaymentEnded{payment, order, PaymentEnd::Expired, anyWord()},
                      decodePaymentEnded);
            comesBack(PaymentRefunded{payment, order, anyId<PaymentId>(), euro, amount,
                                      RefundOutcome::Bounced, anyWord()},
                      decodePaymentRefunded);
        }));
    }

    void aBodyCutShortIsRefusedNotGuessed()
    {
        QVERIFY(rc::check("prefixes", [] {
            const Bytes bytes = encode(anyOrder());
            const auto length = *rc::gen::inRange<std::size_t>(0, bytes.size());
            RC_ASSERT(!decodeCbor(ByteView{bytes}.first(length)));
        }));
        const Bytes empty = CborWriter{}.map(0).take();
        QVERIFY(decodeOrderPlaced(*decodeCbor(empty)).error().code == "bad_entry");
    }

    void theCanonicalFormOfAnEntryNeverChanges()
    {
        // Written down once, here: a release that hashes otherwise could not verify older journals.
        Entry entry;
        Uuid::Bytes bytes{};
        bytes[15] = 1;
        entry.id = EntryId{Uuid{bytes}};
        entry.organizer = OrganizerId{Uuid{bytes}};
        entry.replica = ReplicaId{Uuid{bytes}};
        entry.sequence = 2;
        entry.at = HlcTime{3};
        entry.kind = "order.placed";
        entry.body = {0xa0};
        const std::string id = "5000000000000000000000000000000001";
        QCOMPARE(QByteArray::fromStdString(toHex(canonicalForm(entry))),
                 QByteArray::fromStdString("8c6f666f7965722d6a6f75726e616c2d31" + id + id + id +
                                           "0102035000000000000000000000000000000000"
                                           "6c6f726465722e706c616365640141a05820" +
                                           std::string(64, '0')));
        const Bytes before = canonicalForm(entry);
        entry.position = 9; // given later by the authority
        QVERIFY(canonicalForm(entry) == before);
    }

    void aClockThatGoesBackNeverMakesAnEarlierEntry()
    {
        QVERIFY(rc::check("strictly later", [] {
            HlcTime at;
            for (int i = 0; i < 50; ++i) {
                const HlcTime next =
                    HlcTime::after(at,
                                   Instant{*rc::gen::inRange<std::int64_t>(0, 4'000'000'000'000)});
                RC_ASSERT(next > at);
                at = next;
            }
        }));
    }
};

QTEST_GUILESS_MAIN(CborTest)
#include "test_cbor.moc"
