// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/sales/payout.h"

#include "core/domain/journal/cbor_fields.h"

#include <algorithm>
#include <limits>

namespace foyer {
namespace {

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

void writeMarks(CborWriter& writer, const std::vector<ChainMark>& marks)
{
    writer.text("marks").array(marks.size());
    for (const ChainMark& mark : marks) {
        writer.array(3).bytes(mark.replica.uuid.bytes()).integer(mark.epoch).integer(mark.sequence);
    }
}

void writePerformances(CborWriter& writer, const std::vector<PayoutPerformance>& performances)
{
    writer.text("performances").array(performances.size());
    for (const PayoutPerformance& each : performances) {
        writer.array(5).bytes(each.performance.uuid.bytes());
        writer.integer(each.sold).integer(each.returned);
        writer.integer(each.gross).integer(each.commission);
    }
}

void writeFeeDays(CborWriter& writer, const std::vector<PayoutFees>& days)
{
    writer.text("fee_days").array(days.size());
    for (const PayoutFees& each : days) {
        writer.array(4).text(each.provider).integer(each.day);
        writer.integer(each.fees).integer(each.disputed);
    }
}

/// The members of an array that has to have so many; nulls and a fault otherwise.
class Parts {
public:
    Parts(FieldReader& fields, const CborValue& value, std::size_t size, const char* field)
        : m_array{value.asArray()}
    {
        fields.require(m_array.size() == size, field);
    }
    const CborValue& operator[](std::size_t at) const
    {
        static const CborValue kNull;
        return at < m_array.size() ? m_array[at] : kNull;
    }

private:
    const CborValue::Array& m_array;
};

std::vector<ChainMark> readMarks(FieldReader& fields, const CborValue& value)
{
    std::vector<ChainMark> marks;
    for (const CborValue& each : value.asArray()) {
        const Parts parts{fields, each, 3, "marks"};
        marks.push_back({fields.id<ReplicaId>(parts[0]), fields.integer(parts[1], 0, kMost),
                         fields.integer(parts[2], 0, kMost)});
    }
    return marks;
}

std::vector<PayoutPerformance> readPerformances(FieldReader& fields, const CborValue& value)
{
    std::vector<PayoutPerformance> performances;
    for (const CborValue& each : value.asArray()) {
        const Parts parts{fields, each, 5, "performances"};
        performances.push_back(
            {fields.id<PerformanceId>(parts[0]), fields.integer(parts[1], 0, kMost),
             fields.integer(parts[2], 0, kMost), fields.amount(parts[3]), fields.amount(parts[4])});
    }
    return performances;
}

std::vector<PayoutFees> readFeeDays(FieldReader& fields, const CborValue& value)
{
    std::vector<PayoutFees> days;
    for (const CborValue& each : value.asArray()) {
        const Parts parts{fields, each, 4, "fee_days"};
        days.push_back({fields.text(parts[0], "fee_days"), fields.integer(parts[1], -kMost, kMost),
                        fields.amount(parts[2]), fields.amount(parts[3])});
    }
    return days;
}

} // namespace

PayoutMade settled(PayoutMade payout)
{
    payout.commission = 0;
    for (const PayoutPerformance& each : payout.performances) {
        payout.commission += each.commission;
    }
    payout.fees = 0;
    payout.disputed = 0;
    for (const PayoutFees& each : payout.feeDays) {
        payout.fees += each.fees;
        payout.disputed += each.disputed;
    }
    payout.paid = std::max<std::int64_t>(payout.balance(), 0);
    payout.carriedOut = std::min<std::int64_t>(payout.balance(), 0);
    return payout;
}

std::string payoutNumber(std::int64_t year, std::int64_t serial)
{
    constexpr std::size_t kDigits = 4;
    std::string digits = std::to_string(serial);
    digits.insert(0, digits.size() < kDigits ? kDigits - digits.size() : 0, '0');
    return "PO-" + std::to_string(year) + "-" + digits;
}

Bytes encode(const PayoutMade& body)
{
    CborWriter writer;
    writer.map(18);
    writer.field("fees", body.fees);
    writer.field("from", body.from.ms);
    writer.field("note", body.note);
    writer.field("paid", body.paid);
    writeMarks(writer, body.marks);
    writer.field("taken", body.taken);
    writer.field("until", body.until.ms);
    writer.field("number", body.number);
    writer.field("payout", body.payout.uuid.bytes());
    writer.field("currency", body.currency.code());
    writer.field("disputed", body.disputed);
    writeFeeDays(writer, body.feeDays);
    writer.field("refunded", body.refunded);
    writer.field("carried_in", body.carriedIn);
    writer.field("commission", body.commission);
    writer.field("open_cases", body.openCases);
    writer.field("carried_out", body.carriedOut);
    writePerformances(writer, body.performances);
    return writer.take();
}

Result<PayoutMade> decodePayoutMade(const CborValue& body)
{
    FieldReader fields{kind::kPayoutMade};
    const Currency currency = fields.currency(body["currency"]);
    PayoutMade payout{.payout = fields.id<PayoutId>(body["payout"]),
                      .number = fields.text(body["number"], "number"),
                      .currency = currency,
                      .from = Instant{fields.integer(body["from"], 0, kMost)},
                      .until = Instant{fields.integer(body["until"], 0, kMost)},
                      .taken = fields.amount(body["taken"]),
                      .refunded = fields.amount(body["refunded"]),
                      .disputed = fields.amount(body["disputed"]),
                      .fees = fields.amount(body["fees"]),
                      .commission = fields.amount(body["commission"]),
                      .carriedIn = fields.amount(body["carried_in"]),
                      .paid = fields.amount(body["paid"]),
                      .carriedOut = fields.amount(body["carried_out"]),
                      .openCases = fields.integer(body["open_cases"], 0, kMost),
                      .note = body["note"].asText(),
                      .marks = readMarks(fields, body["marks"]),
                      .performances = readPerformances(fields, body["performances"]),
                      .feeDays = readFeeDays(fields, body["fee_days"])};
    fields.require(payout.paid >= 0, "paid");
    fields.require(payout.paid + payout.carriedOut == payout.balance(), "carried_out");
    return fields.checked(std::move(payout));
}

std::vector<LedgerLine> ledgerOf(const PayoutMade& payout)
{
    std::vector<LedgerLine> lines;
    const auto book = [&](const char* account, std::int64_t amount) {
        if (amount != 0) {
            lines.push_back({account, {}, payout.currency, amount});
        }
    };
    book(account::kProviderClearing, payout.refunded - payout.taken);
    book(account::kBank, payout.paid);
    book(account::kCommission, payout.commission);
    book(account::kProviderFees, payout.fees);
    book(account::kDisputes, payout.disputed);
    book(account::kCarriedOver, payout.carriedOut - payout.carriedIn);
    return lines;
}

} // namespace foyer
