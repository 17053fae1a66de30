// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/event_sentences.h"

#include <QCoreApplication>

#include <algorithm>
#include <string_view>

namespace foyer::ui {
namespace {

struct EventSentence {
    std::string_view code;
    const char* words;
};

constexpr EventSentence kEventSentences[] = {
    {"archived",
     QT_TRANSLATE_NOOP("foyer::ui", "This event is archived. Nothing can be sold for it.")},
    {"area_taken",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "More places of a standing area are taken than the change leaves. Leave it "
                       "as large, or first move the people elsewhere.")},
    {"bad_age",
     QT_TRANSLATE_NOOP("foyer::ui", "Say from which age on people are let in; 0 is no limit.")},
    {"bad_capacity",
     QT_TRANSLATE_NOOP("foyer::ui", "Say how many tickets there may be, up to a million.")},
    {"bad_date",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "This is not a date. Write it as in 2026-11-28, or 2026-11-28 19:30.")},
    {"bad_doors",
     QT_TRANSLATE_NOOP("foyer::ui", "The doors open before it starts, at most two days.")},
    {"bad_end",
     QT_TRANSLATE_NOOP("foyer::ui", "It must end after it starts, at most two days later.")},
    {"bad_offset", QT_TRANSLATE_NOOP("foyer::ui", "Say it in minutes, at most two days.")},
    {"bad_order_max",
     QT_TRANSLATE_NOOP("foyer::ui", "Say how many may be in one order; 0 is no limit.")},
    {"bad_price", QT_TRANSLATE_NOOP("foyer::ui", "A price is not below 0.")},
    {"bad_rate", QT_TRANSLATE_NOOP("foyer::ui", "This is between 0 and 100 %.")},
    {"bad_rule",
     QT_TRANSLATE_NOOP(
         "foyer::ui",
         "This is not a rule for dates. Write one as in FREQ=WEEKLY;BYDAY=FR,SA;COUNT=20.")},
    {"bad_sale_window", QT_TRANSLATE_NOOP("foyer::ui", "The sale must end after it begins.")},
    {"bad_tag",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "A tag is a word or two, without a colon, and there are at most thirty.")},
    {"bad_text", QT_TRANSLATE_NOOP("foyer::ui", "This is not text on one line. Type it anew.")},
    {"bad_web", QT_TRANSLATE_NOOP("foyer::ui", "An address on the web begins with https://.")},
    {"capacity_missing",
     QT_TRANSLATE_NOOP("foyer::ui", "Say how many tickets there are, or choose a seating plan.")},
    {"date_known", QT_TRANSLATE_NOOP("foyer::ui", "This event has a date at that time already.")},
    {"event_coming",
     QT_TRANSLATE_NOOP("foyer::ui", "A date of this event is still to come. Cancel it first.")},
    {"event_over",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "This event is cancelled or archived. Publish it again, or clone it.")},
    {"markdown_html",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "There is no HTML in these texts. Use *emphasis*, lists and links.")},
    {"markdown_image",
     QT_TRANSLATE_NOOP("foyer::ui", "Pictures do not belong into the text. Link to them.")},
    {"markdown_link",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "A link goes to http://, https:// or mailto: and has no blanks.")},
    {"mass_return_ended",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "Giving this money back has ended. Look again at what is left of it.")},
    {"mass_return_open",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "Giving this performance's money back was begun already. Go on with that.")},
    {"no_dates",
     QT_TRANSLATE_NOOP("foyer::ui", "This makes no dates. Look at the end and the exceptions.")},
    {"not_published",
     QT_TRANSLATE_NOOP("foyer::ui", "This event is a draft. Publish it before tickets are sold.")},
    {"not_ready",
     QT_TRANSLATE_NOOP(
         "foyer::ui",
         "Something is missing before this can be published. Look at the check list.")},
    {"performance_on_sale",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "This performance takes place. Cancel or postpone it first; then give the "
                       "money back.")},
    {"plan_in_use",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "Tickets are sold or places held by the present plan. Exchange, "
                       "release and recall them first.")},
    {"postponed",
     QT_TRANSLATE_NOOP(
         "foyer::ui", "This performance is postponed. It is sold again when its new date is set.")},
    {"text_too_long", QT_TRANSLATE_NOOP("foyer::ui", "This text is too long. Shorten it.")},
    {"too_far",
     QT_TRANSLATE_NOOP("foyer::ui", "These dates reach further than 30 years. Say until when.")},
    {"too_many_dates",
     QT_TRANSLATE_NOOP(
         "foyer::ui",
         "At most 1000 dates are made at once. Say an end, or make them in several steps.")},
    {"too_wide",
     QT_TRANSLATE_NOOP(
         "foyer::ui",
         "There is one limit over everything. Change its capacity, or say for what this one is.")},
    {"unknown_mass_return",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "Nobody began to give this money back, as far as is known here. Begin it "
                       "from its date.")},
    {"unknown_performance",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "This performance is not known here. Look for it in the list again.")},
    {"unknown_time_zone",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "This is not a time zone of this computer. Write one as in Europe/Berlin.")},
    {"whole_quota",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "The limit over everything stays over everything. Add another one.")},
    {"withdrawn",
     QT_TRANSLATE_NOOP("foyer::ui", "This ticket type is not sold any more. Choose another.")},
};

} // namespace

const char* eventSentence(const std::string& code)
{
    const auto* found = std::ranges::find(kEventSentences, code, &EventSentence::code);
    return found != std::end(kEventSentences) ? found->words : nullptr;
}

} // namespace foyer::ui
