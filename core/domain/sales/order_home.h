// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/journal/cbor.h"

#include <cstdint>

namespace foyer {

/// An order's home is the one replica that may change its money and its tickets: the one that sold
/// it, until the authority gives it to another. It does when the home was given back to it, or when
/// who has it is written off. Each gift is named by the entry that made it, so that what is said of
/// it (a recall, a return) may be heard of in any order.

/// `order.home_given`, version 1: the authority makes a replica the home of an order.
struct OrderHomeGiven {
    /// Everything up to here of the home before: who has not heard it knows less of the order than
    /// was done to it.
    struct After {
        ReplicaId replica;
        std::int64_t epoch = 1;
        std::int64_t sequence = 0;
        std::int64_t position = 0; ///< of that entry
        friend bool operator==(const After&, const After&) = default;
    };
    OrderId order;
    ReplicaId holder;
    std::int64_t serial = 1; ///< one more than that of the home before; who sold an order has 0
    After after;
    friend bool operator==(const OrderHomeGiven&, const OrderHomeGiven&) = default;
};

/// `order.home_recalled`, version 1: the authority asks a home to give an order back to it. Until
/// it has, it stays the home.
struct OrderHomeRecalled {
    OrderId order;
    EntryId grant; ///< the `order.home_given` entry; nil: of the sale
    ReplicaId holder;
    friend bool operator==(const OrderHomeRecalled&, const OrderHomeRecalled&) = default;
};

/// `order.home_returned`, version 1: the home gives an order back to the authority, with its seats,
/// which are returned in the same act.
struct OrderHomeReturned {
    OrderId order;
    EntryId grant; ///< as of the recall
    friend bool operator==(const OrderHomeReturned&, const OrderHomeReturned&) = default;
};

Bytes encode(const OrderHomeGiven& body);
Bytes encode(const OrderHomeRecalled& body);
Bytes encode(const OrderHomeReturned& body);
Result<OrderHomeGiven> decodeOrderHomeGiven(const CborValue& body);
Result<OrderHomeRecalled> decodeOrderHomeRecalled(const CborValue& body);
Result<OrderHomeReturned> decodeOrderHomeReturned(const CborValue& body);

} // namespace foyer
