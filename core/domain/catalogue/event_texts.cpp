// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/catalogue/event_texts.h"

namespace foyer {
namespace {

void fillEmpty(EventTexts& into, const EventTexts& from)
{
    for (const auto member : {&EventTexts::title, &EventTexts::subtitle, &EventTexts::description,
                              &EventTexts::ticketText}) {
        if ((into.*member).empty()) {
            into.*member = from.*member;
        }
    }
}

} // namespace

std::string broaderLanguage(std::string_view language)
{
    std::size_t end = language.rfind('-');
    if (end == std::string_view::npos) {
        return {};
    }
    // A single letter or digit introduces what follows it and goes with it.
    if (end >= 2 && language[end - 2] == '-') {
        end -= 2;
    }
    return std::string{language.substr(0, end)};
}

EventTexts textsIn(const Event& event, std::string_view language)
{
    EventTexts found;
    for (std::string wanted{language}; !wanted.empty(); wanted = broaderLanguage(wanted)) {
        if (wanted == event.language) {
            break;
        }
        if (const auto texts = event.texts.find(wanted); texts != event.texts.end()) {
            fillEmpty(found, texts->second);
        }
    }
    fillEmpty(found, {event.name, event.subtitle, event.description, event.ticketText});
    return found;
}

bool hasTextsIn(const Event& event, std::string_view language, std::string_view house)
{
    const std::string_view own = event.language.empty() ? house : std::string_view{event.language};
    for (std::string wanted{language}; !wanted.empty(); wanted = broaderLanguage(wanted)) {
        const auto texts = event.texts.find(wanted);
        if (wanted == own || (texts != event.texts.end() && !texts->second.title.empty())) {
            return true;
        }
    }
    return false;
}

} // namespace foyer
