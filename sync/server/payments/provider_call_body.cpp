// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/payments/provider_call_body.h"

#include "core/domain/journal/cbor.h"

namespace foyer::server {

Bytes encode(const ProviderCall& call)
{
    CborWriter writer;
    writer.array(5)
        .text(call.method)
        .text(call.path)
        .text(call.contentType)
        .text(call.body)
        .text(call.idempotencyKey);
    return writer.take();
}

Result<ProviderCall> decodeProviderCall(ByteView bytes)
{
    const auto value = decodeCbor(bytes);
    if (!value || value->asArray().size() != 5) {
        return badInput("bad_call", "A call to a payment provider cannot be read any more.");
    }
    const auto& items = value->asArray();
    return ProviderCall{items[0].asText(), items[1].asText(), items[2].asText(), items[3].asText(),
                        items[4].asText()};
}

} // namespace foyer::server
