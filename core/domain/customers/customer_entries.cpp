// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/customers/customer_entries.h"

#include "core/domain/journal/cbor_fields.h"

namespace foyer {
namespace {

Bytes ownBytesOf(const CborValue& value)
{
    const ByteView view = value.asBytes();
    return {view.begin(), view.end()};
}

std::string slotNameIn(const CborValue& value, FieldReader& fields)
{
    std::string slot = value.asText();
    fields.require(!slot.empty() && slot.size() <= kSlotNameMax, "slot");
    return slot;
}

} // namespace

Bytes encode(const CustomerChanged& body)
{
    CborWriter writer;
    writer.map(2);
    writer.text("slots").array(body.slots.size());
    for (const SealedSlot& each : body.slots) {
        writer.array(2).text(each.slot).bytes(each.sealed);
    }
    writer.field("customer", body.customer.uuid.bytes());
    return writer.take();
}

Result<CustomerChanged> decodeCustomerChanged(const CborValue& body)
{
    FieldReader fields{kind::kCustomerChanged};
    CustomerChanged changed{fields.id<CustomerId>(body["customer"]), {}};
    fields.require(body["slots"].isArray(), "slots");
    for (const CborValue& each : body["slots"].asArray()) {
        const auto& pair = each.asArray();
        fields.require(pair.size() == 2, "slots");
        if (pair.size() == 2) {
            changed.slots.push_back({slotNameIn(pair[0], fields), ownBytesOf(pair[1])});
        }
    }
    return fields.checked(std::move(changed));
}

Bytes encodeMerged(const CustomerMerged& body)
{
    CborWriter writer;
    writer.map(2);
    writer.field("from", body.from.uuid.bytes());
    writer.field("into", body.into.uuid.bytes());
    return writer.take();
}

Bytes encodeUnmerged(CustomerId customer)
{
    CborWriter writer;
    writer.map(1);
    writer.field("from", customer.uuid.bytes());
    return writer.take();
}

Result<CustomerMerged> decodeCustomerMerged(const CborValue& body)
{
    FieldReader fields{kind::kCustomerMerged};
    CustomerMerged merged{fields.id<CustomerId>(body["from"]), fields.id<CustomerId>(body["into"])};
    fields.require(merged.from != merged.into, "into");
    return fields.checked(merged);
}

Result<CustomerMerged> decodeCustomerUnmerged(const CborValue& body)
{
    FieldReader fields{kind::kCustomerUnmerged};
    return fields.checked(CustomerMerged{fields.id<CustomerId>(body["from"]), {}});
}

Bytes encode(const CustomersImported& body)
{
    CborWriter writer;
    writer.map(3);
    writer.text("added").array(body.added.size());
    for (const CustomerId& each : body.added) {
        writer.bytes(each.uuid.bytes());
    }
    writer.field("import", body.import.uuid.bytes());
    writer.text("changed").array(body.changed.size());
    for (const ImportedSlot& each : body.changed) {
        writer.array(4).bytes(each.customer.uuid.bytes()).text(each.slot);
        writer.bytes(each.before).bytes(each.after);
    }
    return writer.take();
}

Result<CustomersImported> decodeCustomersImported(const CborValue& body)
{
    FieldReader fields{kind::kCustomersImported};
    CustomersImported imported{fields.id<ImportId>(body["import"]), {}, {}};
    for (const CborValue& each : body["added"].asArray()) {
        imported.added.push_back(fields.id<CustomerId>(each));
    }
    for (const CborValue& each : body["changed"].asArray()) {
        const auto& item = each.asArray();
        fields.require(item.size() == 4, "changed");
        if (item.size() == 4) {
            imported.changed.push_back({fields.id<CustomerId>(item[0]), slotNameIn(item[1], fields),
                                        ownBytesOf(item[2]), ownBytesOf(item[3])});
        }
    }
    return fields.checked(std::move(imported));
}

Bytes encode(const CustomersImportUndone& body)
{
    CborWriter writer;
    writer.map(3);
    writer.field("kept", body.kept);
    writer.field("import", body.import.uuid.bytes());
    writer.field("removed", body.removed);
    return writer.take();
}

Result<CustomersImportUndone> decodeCustomersImportUndone(const CborValue& body)
{
    FieldReader fields{kind::kCustomersImportUndone};
    return fields.checked(CustomersImportUndone{fields.id<ImportId>(body["import"]),
                                                fields.integer(body["removed"], 0, INT64_MAX),
                                                fields.integer(body["kept"], 0, INT64_MAX)});
}

} // namespace foyer
