// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/ensure.h"
#include "core/calendar/date_series.h"
#include "core/documents/season/event_json.h"
#include "core/domain/catalogue/restricted_markdown.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

/// A stranger's event, description and rule: each is read, or refused with a reason. The first byte
/// says which.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0) {
        return 0;
    }
    const std::string_view text{reinterpret_cast<const char*>(data) + 1, size - 1};
    if (data[0] == 'm') {
        const auto sound = foyer::checkMarkdown(text, "description");
        ENSURE(sound.has_value() || !sound.error().message.empty());
        ENSURE(foyer::markdownToHtml(text).find("<script") == std::string::npos);
        (void)foyer::markdownToPlain(text);
    } else if (data[0] == 'r') {
        const foyer::SeriesRule rule{.start = "2026-11-28 19:30",
                                     .rule = std::string{text},
                                     .timeZone = "Europe/Berlin"};
        const auto dates = foyer::seriesDates(rule);
        ENSURE(dates ? dates->size() <= foyer::kSeriesDatesMax : !dates.error().message.empty());
    } else {
        const auto event = foyer::readEventJson(text);
        ENSURE(event.has_value() || !event.error().message.empty());
    }
    return 0;
}
