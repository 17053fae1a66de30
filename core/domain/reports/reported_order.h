// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/uuid.h"
#include "core/domain/reports/report_figures.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace foyer {

/// All that was ever done to an order and counts in reports, each with its time in milliseconds
/// since 1970 UTC.
struct ReportedOrder {
    struct Line {
        TicketId ticket;
        PerformanceId performance;
        Uuid type;
        CategoryId category;
        std::int64_t net = 0;
        std::int64_t taxAmount = 0;
        TaxId tax;
        std::int64_t taxRate = 0;
        std::int64_t discount = 0;
        bool isComplimentary = false;
        bool isAdded = false; ///< after the sale, in place of another ticket
        std::int64_t soldAt = 0;
        std::optional<std::int64_t> voidedAt;
    };
    struct Fee {
        std::int64_t line = 0;
        PerformanceId performance;
        Uuid fee;
        std::int64_t net = 0;
        std::int64_t taxAmount = 0;
        TaxId tax;
        std::int64_t taxRate = 0;
    };
    /// Worth taken out of a ticket or (`feeLine`) a fee.
    struct Return {
        std::int64_t at = 0;
        TicketId ticket;
        std::optional<std::int64_t> feeLine;
        std::int64_t net = 0;
        std::int64_t taxAmount = 0;
    };
    struct Payment {
        PaymentId id;
        std::int64_t at = 0;
        std::string method;
        std::string provider; ///< empty: none
        std::int64_t amount = 0;
        PaymentId instead; ///< the awaited payment in whose place it came; nil: it stands alone
    };
    struct PaymentBack {
        std::int64_t at = 0;
        PaymentId of;
        std::string method;
        std::int64_t amount = 0;
    };
    struct GiftSold {
        std::int64_t at = 0;
        std::int64_t worth = 0;
    };

    OrderId id;
    ReplicaId replica;
    UserId seller;
    std::string currency;
    std::int64_t placedAt = 0;
    std::vector<std::int64_t> voids; ///< each takes the sale back as a whole
    std::vector<Line> lines;
    std::vector<Fee> fees;
    std::vector<Return> returns;
    std::vector<Payment> payments;
    std::vector<PaymentBack> paymentsBack;
    std::vector<GiftSold> giftCards;
};

/// What the facts of an order up to and with a moment add up to.
std::map<ReportSubject, ReportFigures> figuresAt(const ReportedOrder& order, std::int64_t at);

/// How these figures came about: the changes up to any moment add up to figuresAt() of it.
std::vector<FigureChange> changesOf(const ReportedOrder& order);

} // namespace foyer
