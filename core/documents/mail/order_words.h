// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/uuid.h"
#include "core/domain/catalogue/catalogue.h"
#include "core/domain/mail/mail_words.h"
#include "core/domain/sales/order.h"

#include <optional>
#include <span>
#include <string>

namespace foyer {

/// What a mail of an order is made of, besides the order.
struct LetterContext {
    std::span<const Offer* const> offers; ///< one for each performance of the order, in any order
    const Organizer& house;
    std::string customerName;
    std::string replyTo;
    std::string language;
    std::optional<PerformanceId> only; ///< of mails about one performance
    std::optional<Money> refunded;
    bool isAgain = false;
    bool hasTickets = false; ///< attached to the mail
};

/// The order as templates speak of it: its valid tickets by performance, and what was sold.
MailWords orderWords(const Order& order, const LetterContext& context);
/// The words of a bulletin.
MailWords bulletinWords(const std::string& subject, const std::string& text,
                        const std::string& unsubscribe, const LetterContext& context);

} // namespace foyer
