// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/customers/person_card.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace foyer {

/// What customers are looked for by. All that is set has to be so.
struct CustomerQuery {
    enum class Sort : std::uint8_t { Name, Newest };

    std::string words; ///< each in name, email, tags, or, from three digits, telephone
    std::string tag;   ///< compared without case and accents
    std::optional<ConsentPurpose> agreedTo;
    std::optional<PerformanceId> boughtFor;
    std::optional<Instant> notSince; ///< bought nothing since then
    Sort sort = Sort::Name;
    std::size_t offset = 0;
    std::size_t limit = 50;
};

struct CustomerPage {
    std::vector<PersonCard> rows;
    std::size_t total = 0; ///< that fit the query
    std::size_t known = 0; ///< in the house
};

} // namespace foyer
