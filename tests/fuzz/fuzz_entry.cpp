// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/ensure.h"
#include "core/domain/catalogue/entity.h"
#include "core/domain/journal/bodies.h"
#include "core/domain/journal/cbor.h"
#include "core/domain/notices/notice_entries.h"
#include "core/domain/rights/rights.h"
#include "core/domain/sales/provider_payment.h"
#include "core/domain/sales/sale_entries.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace {

void write(foyer::CborWriter& out, const foyer::CborValue& value)
{
    if (value.isNull()) {
        out.null();
    } else if (value.isInteger()) {
        out.integer(value.asInteger());
    } else if (value.isText()) {
        out.text(value.asText());
    } else if (value.isBytes()) {
        out.bytes(value.asBytes());
    } else if (value.isArray()) {
        out.array(value.asArray().size());
        for (const foyer::CborValue& item : value.asArray()) {
            write(out, item);
        }
    } else if (value.isMap()) {
        out.map(value.asMap().size());
        for (const auto& [key, member] : value.asMap()) {
            out.text(key);
            write(out, member);
        }
    } else {
        out.boolean(value.asBool());
    }
}

/// A body that decodes is written the same way each time, so that its hash stands.
template <typename Decode>
void checkBody(const foyer::CborValue& value, Decode decode)
{
    const auto body = decode(value);
    if (!body) {
        return;
    }
    const foyer::Bytes bytes = encode(*body);
    const auto kept = foyer::decodeCbor(bytes);
    ENSURE(kept.has_value());
    const auto again = decode(*kept);
    ENSURE(again.has_value());
    ENSURE(encode(*again) == bytes);
}

} // namespace

/// An entry's body from another replica: refused, or understood in exactly one way.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const foyer::ByteView bytes{data, size};
    const auto value = foyer::decodeCbor(bytes);
    if (!value) {
        return 0;
    }
    foyer::CborWriter out;
    write(out, *value);
    ENSURE(std::ranges::equal(out.data(), bytes));
    checkBody(*value, foyer::decodeReplicaFounded);
    checkBody(*value, foyer::decodeEpochOpened);
    checkBody(*value, foyer::decodeKeyCertified);
    checkBody(*value, foyer::decodeTicketScanned);
    checkBody(*value, foyer::decodeCustomerRecorded);
    checkBody(*value, foyer::decodeCustomerErased);
    checkBody(*value, foyer::decodeEntityEdited);
    checkBody(*value, foyer::decodeAllotment);
    checkBody(*value, foyer::decodeSeatsLeased);
    checkBody(*value, foyer::decodeOrderPlaced);
    checkBody(*value, foyer::decodePaymentTaken);
    checkBody(*value, foyer::decodeOrderVoided);
    checkBody(*value, foyer::decodePaymentRequested);
    checkBody(*value, foyer::decodePaymentCancelAsked);
    checkBody(*value, foyer::decodePaymentSettled);
    checkBody(*value, foyer::decodePaymentEnded);
    checkBody(*value, foyer::decodePaymentRefunded);
    checkBody(*value, foyer::decodeNoticeRaised);
    checkBody(*value, foyer::decodeNoticeOver);
    checkBody(*value, foyer::decodeNoticesChosen);
    checkBody(*value, foyer::decodeNoticesSet);
    return 0;
}
