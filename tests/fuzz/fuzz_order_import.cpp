// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/ensure.h"
#include "core/base/money.h"
#include "core/documents/imports/order_table.h"
#include "core/documents/imports/pretix_orders.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace foyer;

namespace {

ImportFile importFile(std::string_view text)
{
    return {"fuzz", [text]() -> Result<ReadBytes> {
                return ReadBytes{[text, at = std::size_t{0}](
                                     std::span<char> out) mutable -> Result<std::size_t> {
                    const std::size_t count = std::min(out.size(), text.size() - at);
                    std::copy_n(text.data() + at, count, out.data());
                    at += count;
                    return count;
                }};
            }};
}

void readAll(const Result<OrderSource>& source)
{
    if (!source) {
        ENSURE(!source.error().code.empty());
        return;
    }
    (void)source->read([](ImportedOrder&& order) {
        ENSURE(order.fault.has_value() || !order.externalId.empty());
        for (const ImportedTicket& ticket : order.tickets) {
            ENSURE(ticket.gross >= -Money::kMinorMax && ticket.gross <= Money::kMinorMax);
        }
        return true;
    });
}

} // namespace

/// A stranger's orders, as JSON and as a table whose mapping its headers propose: every order is
/// sound or says why not, and the end comes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0) {
        return 0;
    }
    const std::string_view text{reinterpret_cast<const char*>(data) + 1, size - 1};
    const auto kind = static_cast<OrderTableKind>(data[0] % 4);
    if (data[0] >= 128) {
        readAll(pretixOrders({importFile(text)}, {"EUR"}));
        return 0;
    }
    auto table = lookAtOrders(importFile(text), kind);
    if (table) {
        readAll(ordersIn(*std::move(table), kind, {"EUR"}));
    }
    return 0;
}
