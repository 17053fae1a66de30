// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/printing/spool_job.h"

#include <algorithm>
#include <array>

namespace foyer {
namespace {

constexpr std::array<std::string_view, 7> kStates{"queued",  "sending", "sent",     "confirmed",
                                                  "unclear", "failed",  "cancelled"};
constexpr std::array<std::string_view, 4> kContents{"tickets", "receipt", "slip", "test"};

template <typename Value, std::size_t N>
Value valueNamed(const std::array<std::string_view, N>& names, std::string_view name)
{
    const auto* found = std::find(names.begin(), names.end(), name);
    return static_cast<Value>(found == names.end() ? 0 : found - names.begin());
}

} // namespace

int SpoolJob::pagesLeft() const
{
    return static_cast<int>(std::count_if(pages.begin(), pages.end(), [](const SpoolPage& page) {
        return page.state == SpoolState::Queued || page.state == SpoolState::Sending ||
            page.state == SpoolState::Unclear;
    }));
}

SpoolState jobState(std::span<const SpoolPage> pages)
{
    const auto has = [pages](SpoolState state) {
        return std::any_of(pages.begin(), pages.end(),
                           [state](const SpoolPage& page) { return page.state == state; });
    };
    for (const SpoolState state : {SpoolState::Sending, SpoolState::Unclear, SpoolState::Queued,
                                   SpoolState::Failed, SpoolState::Sent, SpoolState::Confirmed}) {
        if (has(state)) {
            return state;
        }
    }
    return SpoolState::Cancelled;
}

std::string_view nameOf(SpoolState state)
{
    return kStates[static_cast<std::size_t>(state)];
}

SpoolState spoolStateNamed(std::string_view name)
{
    return valueNamed<SpoolState>(kStates, name);
}

std::string_view nameOf(SpoolContent content)
{
    return kContents[static_cast<std::size_t>(content)];
}

SpoolContent spoolContentNamed(std::string_view name)
{
    return valueNamed<SpoolContent>(kContents, name);
}

} // namespace foyer
