// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/rights/rights_wish.h"
#include "sync/protocol/sync_messages.h"

#include <cstdint>

/// The first byte chooses the message and its version; the rest is what came over the network. What
/// is read must come out the same when it is written and read again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace foyer;
    if (size == 0) {
        return 0;
    }
    const auto version = static_cast<WireVersion>(1 + data[0] % 3);
    const ByteView bytes{data + 1, size - 1};
    switch (data[0] / 3 % 4) {
    case 0:
        if (const auto push = decodePush(bytes, version)) {
            const auto again = decodePush(encodePush(*push, version), version);
            if (!again || again->entries != push->entries) {
                __builtin_trap();
            }
        }
        break;
    case 1:
        if (const auto pull = decodePullAnswer(bytes, version)) {
            const auto again = decodePullAnswer(encodePullAnswer(*pull, version), version);
            if (!again || again->page.entries != pull->page.entries) {
                __builtin_trap();
            }
        }
        break;
    case 2:
        if (const auto report = decodeReport(bytes, version)) {
            const auto again = decodeReport(encodeReport(*report, version), version);
            if (!again || again->entries != report->entries) {
                __builtin_trap();
            }
        }
        break;
    default:
        if (const auto wish = decodeRightsWish(bytes)) {
            const auto again = decodeRightsWish(encode(*wish));
            if (!again || *again != *wish) {
                __builtin_trap();
            }
        }
        break;
    }
    return 0;
}
