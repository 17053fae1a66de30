// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/money.h"
#include "core/domain/customers/person_card.h"
#include "core/domain/sales/after_sale.h"

#include <optional>
#include <string>
#include <vector>

namespace foyer {

/// Something that happened with a customer.
struct PersonEvent {
    Instant at;
    std::string kind; ///< "customer.recorded", "note", "consent", "order.placed", "payment", …
    UserId by;
    std::string byName;
    /// What it was about: a note's text, the code of an order, the gate, the slots that changed.
    std::string about;
    std::string detail; ///< how somebody agreed, the outcome of a scan, the purpose of a change
    std::string performance; ///< "Hamlet, 2026-11-28T18:30:00.000Z"; empty: of none
    OrderId order;           ///< nil: of none
    std::optional<Money> amount;
};

/// Everything that a house knows of one person.
struct PersonFile {
    PersonCard card;                   ///< with those merged into them
    std::vector<PersonCard> people;    ///< the same, each by itself as it was taken down
    std::vector<ConsentWord> consents; ///< the oldest first
    std::vector<PersonNote> notes;     ///< the oldest first
    std::vector<StandingOrder> orders; ///< the latest first
    std::vector<PersonEvent> events;   ///< the latest first
    std::string house;
    std::string timeZone; ///< of the house
    Instant at;           ///< as of when
};

} // namespace foyer
