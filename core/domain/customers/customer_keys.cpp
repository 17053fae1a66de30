// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/customers/customer_keys.h"

#include "core/domain/journal/cbor.h"
#include "core/domain/journal/cbor_fields.h"

namespace foyer {
namespace {

constexpr std::size_t kBytesOfOne = 160; // about; what is encoded may be secret, see reserve()
constexpr std::size_t kKeyMax = 64;
constexpr std::size_t kBoxMax = std::size_t{1} << 20;

void writeKeys(CborWriter& writer, const std::vector<CarriedKey>& keys)
{
    writer.array(keys.size());
    for (const CarriedKey& key : keys) {
        writer.array(2).bytes(key.customer.uuid.bytes()).bytes(key.key);
    }
}

std::vector<CarriedKey> readKeys(const CborValue& value, FieldReader& fields)
{
    std::vector<CarriedKey> keys;
    fields.require(value.isArray() && value.asArray().size() <= kCarriedKeysMax, "keys");
    for (const CborValue& item : value.asArray()) {
        if (item.asArray().size() != 2 || keys.size() == kCarriedKeysMax) {
            fields.require(false, "keys");
            break;
        }
        const ByteView key = item.asArray()[1].asBytes();
        fields.require(!key.empty() && key.size() <= kKeyMax, "keys");
        keys.push_back({fields.id<CustomerId>(item.asArray()[0]), Bytes{key.begin(), key.end()}});
    }
    return keys;
}

} // namespace

Bytes encode(const std::vector<CarriedKey>& keys)
{
    CborWriter writer;
    writer.reserve(kBytesOfOne * (keys.size() + 1));
    writeKeys(writer, keys);
    return writer.take();
}

Result<std::vector<CarriedKey>> decodeCarriedKeys(ByteView bytes)
{
    const auto value = decodeCbor(bytes);
    if (!value) {
        return value.error();
    }
    FieldReader fields{"customer keys"};
    auto keys = readKeys(*value, fields);
    return fields.checked(std::move(keys));
}

Bytes encode(const CustomerKeyPage& page)
{
    CborWriter writer;
    writer.array(4).integer(page.life).integer(page.upTo).boolean(page.isLast).bytes(page.box);
    return writer.take();
}

Result<CustomerKeyPage> decodeCustomerKeyPage(ByteView bytes)
{
    const auto value = decodeCbor(bytes);
    if (!value) {
        return value.error();
    }
    FieldReader fields{"customer keys"};
    CustomerKeyPage page;
    const auto& items = value->asArray();
    if (items.size() != 4) {
        fields.require(false, "fields");
        return fields.checked(std::move(page));
    }
    page.life = fields.integer(items[0], 1, INT64_MAX);
    page.upTo = fields.integer(items[1], 0, INT64_MAX);
    page.isLast = items[2].asBool(true);
    const ByteView box = items[3].asBytes();
    fields.require(items[3].isBytes() && box.size() <= kBoxMax, "box");
    page.box.assign(box.begin(), box.end());
    return fields.checked(std::move(page));
}

} // namespace foyer
