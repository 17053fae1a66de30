// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/rights/rights_wish.h"

#include "core/domain/journal/cbor_fields.h"
#include "core/domain/journal/entry_codec.h"

namespace foyer {
namespace {

constexpr std::int64_t kRightsMax = 1'000'000'000;
constexpr std::size_t kItemsMax = 10'000;
constexpr std::size_t kOrdersMax = 100; ///< nobody changes more of them in one act

void write(CborWriter& writer, const std::vector<SeatRange>& seats)
{
    writer.array(seats.size());
    for (const SeatRange& range : seats) {
        writer.array(2).integer(range.first).integer(range.last);
    }
}

std::vector<SeatRange> readSeats(const CborValue& value, FieldReader& fields)
{
    std::vector<SeatRange> seats;
    fields.require(value.isArray() && value.asArray().size() <= kItemsMax, "seats");
    for (const CborValue& range : value.asArray()) {
        const auto& ends = range.asArray();
        fields.require(ends.size() == 2, "seats");
        if (ends.size() == 2) {
            const auto first = fields.integer(ends[0], 0, UINT32_MAX);
            seats.push_back({static_cast<SeatNumber>(first),
                             static_cast<SeatNumber>(fields.integer(ends[1], first, UINT32_MAX))});
        }
    }
    return seats;
}

const CborValue& item(const CborValue& value, std::size_t index)
{
    static const CborValue kNothing;
    return index < value.asArray().size() ? value.asArray()[index] : kNothing;
}

} // namespace

Bytes encode(const RightsWish& wish)
{
    CborWriter writer;
    // An authority of an older Foyer knows four, and of no orders.
    writer.array(wish.orders.empty() ? 4 : 5);
    writer.bytes(wish.id.bytes()).bytes(wish.holder.uuid.bytes());
    writer.array(wish.quotas.size());
    for (const auto& quota : wish.quotas) {
        // An authority of an older Foyer reads the first three of them.
        writer.array(quota.left ? 4 : 3);
        writer.bytes(quota.quota.uuid.bytes()).integer(quota.least).integer(quota.most);
        if (quota.left) {
            writer.integer(*quota.left);
        }
    }
    writer.array(wish.seats.size());
    for (const auto& seats : wish.seats) {
        writer.array(3).bytes(seats.performance.uuid.bytes());
        write(writer, seats.named);
        writer.integer(seats.stock);
    }
    if (!wish.orders.empty()) {
        writer.array(wish.orders.size());
        for (const OrderId order : wish.orders) {
            writer.bytes(order.uuid.bytes());
        }
    }
    return writer.take();
}

Result<RightsWish> decodeRightsWish(ByteView bytes)
{
    const auto value = decodeCbor(bytes);
    if (!value) {
        return value.error();
    }
    FieldReader fields{"wish"};
    const std::size_t parts = value->asArray().size();
    fields.require(parts == 4 || parts == 5, "fields");
    RightsWish wish;
    wish.id = fields.uuid(item(*value, 0));
    wish.holder = fields.id<ReplicaId>(item(*value, 1));
    const auto& quotas = item(*value, 2).asArray();
    const auto& seats = item(*value, 3).asArray();
    fields.require(quotas.size() + seats.size() <= kItemsMax, "items");
    for (const CborValue& quota : quotas) {
        const auto least = fields.integer(item(quota, 1), 0, kRightsMax);
        wish.quotas.push_back({fields.id<QuotaId>(item(quota, 0)), least,
                               fields.integer(item(quota, 2), least, kRightsMax), std::nullopt});
        if (quota.asArray().size() > 3) {
            wish.quotas.back().left = fields.integer(item(quota, 3), -kRightsMax, kRightsMax);
        }
    }
    for (const CborValue& of : seats) {
        wish.seats.push_back({fields.id<PerformanceId>(item(of, 0)), readSeats(item(of, 1), fields),
                              fields.integer(item(of, 2), 0, kRightsMax)});
    }
    const auto& orders = item(*value, 4).asArray();
    fields.require(orders.size() <= kOrdersMax, "orders");
    for (const CborValue& order : orders) {
        wish.orders.push_back(fields.id<OrderId>(order));
    }
    return fields.checked(std::move(wish));
}

Bytes encode(const RightsAnswer& answer)
{
    CborWriter writer;
    writer.array(3).bytes(answer.wish.bytes());
    write(writer, answer.entries);
    writer.array(answer.shortages.size());
    for (const auto& shortage : answer.shortages) {
        writer.array(4)
            .bytes(shortage.subject.bytes())
            .text(shortage.code)
            .integer(shortage.available);
        write(writer, shortage.seats);
    }
    return writer.take();
}

Result<RightsAnswer> decodeRightsAnswer(ByteView bytes)
{
    const auto value = decodeCbor(bytes);
    if (!value) {
        return value.error();
    }
    FieldReader fields{"answer"};
    fields.require(value->asArray().size() == 3, "fields");
    RightsAnswer answer;
    answer.wish = fields.uuid(item(*value, 0));
    auto entries = readEntryArray(item(*value, 1));
    if (!entries) {
        return std::move(entries).error();
    }
    answer.entries = *std::move(entries);
    for (const CborValue& shortage : item(*value, 2).asArray()) {
        answer.shortages.push_back({fields.uuid(item(shortage, 0)),
                                    fields.text(item(shortage, 1), "code"),
                                    fields.integer(item(shortage, 2), 0, INT64_MAX),
                                    readSeats(item(shortage, 3), fields)});
    }
    return fields.checked(std::move(answer));
}

} // namespace foyer
