// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/domain/customers/customer_entries.h"
#include "core/domain/customers/person_card.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace foyer {

/// Customers who may be one person.
struct DuplicateProposal {
    enum class Why : std::uint8_t { SameEmail, SamePhone, SameNameAndAddress };
    Why why = Why::SameEmail;
    std::vector<PersonCard> people; ///< two or more; who was taken down first comes first
};

struct ImportRefusal {
    std::size_t line = 0;
    Error why;
};

/// What an import did, or would do.
struct CustomerImportReport {
    ImportId id;
    std::size_t rows = 0;
    std::size_t added = 0;
    std::size_t changed = 0;
    std::size_t same = 0;
    std::size_t refused = 0;
    std::vector<ImportRefusal> refusals; ///< the first kRefusalsShown
    bool isStopped = false;
    static constexpr std::size_t kRefusalsShown = 1'000;
};

struct CustomerImport {
    ImportId id;
    Instant at;
    std::string by;
    std::int64_t added = 0;
    std::int64_t changed = 0;
    bool isUndone = false;
};

struct ImportUndone {
    std::size_t removed = 0; ///< erased, or put back as they were
    std::size_t kept = 0;    ///< bought, changed or merged since
};

} // namespace foyer
