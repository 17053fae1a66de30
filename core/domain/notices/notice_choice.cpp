// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/notices/notice_choice.h"

#include "core/domain/customers/customer.h"
#include "core/domain/mail/mail_template.h"

namespace foyer {

Result<NoticeChoice> checkedChoice(NoticeChoice choice)
{
    if (choice.mail.none()) {
        choice.address.clear();
    } else if (choice.address.empty()) {
        return badInput("address_missing", "Say where mails are to go: name@example.org.",
                        "address");
    }
    if (auto sound = checkDetails({{}, choice.address, {}, {}}); !sound) {
        return std::move(sound).error();
    }
    if (!choice.language.empty() && !isLanguage(choice.language)) {
        return badInput("bad_language", "Say a language by its short name, as in de or en-GB.",
                        "language");
    }
    return choice;
}

Result<void> checkLimits(const NoticeLimits& limits)
{
    if (limits.lowPlaces < 0 || limits.lowPlaces > kLowPlacesMax) {
        return badInput("bad_places", "Say from 0 to 100000 places; 0 is never.", "places");
    }
    if (limits.lowPercent < 0 || limits.lowPercent > kLowPercentMax) {
        return badInput("bad_percent", "Say from 0 to 100 per cent; 0 is never.", "percent");
    }
    if (limits.silentMinutes < kSilentMinutesMin || limits.silentMinutes > kSilentMinutesMax) {
        return badInput("bad_minutes", "Say from 3 minutes to 1440, a day.", "minutes");
    }
    return {};
}

} // namespace foyer
