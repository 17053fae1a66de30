// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/cash_rounding.h"

#include "core/domain/catalogue/entity.h"
#include "core/domain/till/cash_count.h"
#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/guarded.h"
#include "core/services/offer_cache.h"
#include "core/storage/catalogue_edits.h"

namespace foyer {
Currency houseCurrency(Counter& counter)
{
    const auto& organizer = counter.offers().organizer();
    return organizer ? organizer->currency : *Currency::fromCode("EUR");
}

std::int64_t cashStep(Counter& counter)
{
    const auto& organizer = counter.offers().organizer();
    if (!organizer) {
        return 1;
    }
    return organizer->cashRounding > 0 ? organizer->cashRounding : cashStepOf(organizer->currency);
}

Result<void> setCashStep(Counter& counter, std::int64_t step)
{
    return guarded([&]() -> Result<void> {
        const auto permit = counter.access().permit(Permission::RunCounter);
        if (!permit) {
            return permit.error();
        }
        constexpr std::int64_t kStepMax = 100'000;
        if (step < 0 || step > kStepMax) {
            return badInput("bad_rounding", "Say the smallest coin, such as 0.05, or none.",
                            "step");
        }
        Journal::Act act{counter.journal(), *permit};
        appendEdit(act, counter.database(), counter.organizer(), kind::kOrganizerEdited,
                   {counter.organizer().uuid, {{"cash_rounding", step}}});
        act.commit();
        counter.noteHead();
        counter.offers().clear();
        return {};
    });
}

} // namespace foyer
