// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/mail/mail_words.h"

#include "core/base/utf8.h"

#include <kainjow/mustache.hpp>

#include <algorithm>
#include <array>
#include <optional>

namespace foyer {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::mustache;

constexpr std::size_t kTemplateMax = std::size_t{64} * 1024;
constexpr std::size_t kDepthMax = 16;

constexpr auto kNames = std::to_array<MailWordName>({
    {"customer", "", false, "the customer's name; may be absent"},
    {"organizer", "", false, "who sells"},
    {"address", "", false, "the organizer's address, in one line; may be absent"},
    {"reply_to", "", false, "where answers go; may be absent"},
    {"order", "", false, "the code of the order"},
    {"placed", "", false, "the day it was placed"},
    {"total", "", false, "what it cost"},
    {"refunded", "", false, "what was given back, in mails about that"},
    {"voided", "", false, "present where the whole order was taken back"},
    {"again", "", false, "present where tickets replace others"},
    {"tickets_attached", "", false, "present where the tickets come with the mail"},
    {"unsubscribe", "", false, "the address that ends bulletins, in those"},
    {"title", "", false, "the subject, in bulletins"},
    {"performances", "", true, "what it is for"},
    {"event", "performances", false, "what is played"},
    {"subtitle", "performances", false, "its subtitle; may be absent"},
    {"promoter", "performances", false, "whose event it is, where not the organizer's"},
    {"date", "performances", false, "the day, where it is played"},
    {"time", "performances", false, "the time, where it is played"},
    {"doors", "performances", false, "when the doors open; may be absent"},
    {"venue", "performances", false, "where"},
    {"venue_address", "performances", false, "its address in one line; may be absent"},
    {"count", "performances", false, "how many tickets"},
    {"cancelled", "performances", false, "present where it does not take place"},
    {"postponed", "performances", false, "present where its new time is not known yet"},
    {"tickets", "performances", true, "the tickets"},
    {"place", "tickets", false, "the seat, or where one stands"},
    {"type", "tickets", false, "adult, child …"},
    {"price", "tickets", false, "what it cost"},
    {"lines", "", true, "what was sold, as on a receipt"},
    {"what", "lines", false, "what"},
    {"amount", "lines", false, "for how much"},
    {"paragraphs", "", true, "of a bulletin"},
    {"paragraph", "paragraphs", false, "one of them"},
    {"old_date", "performances", false, "the day it was to be on, in mails about another time"},
});

struct Tag {
    char sigil = 0; ///< '#', '^', '/', '!', or 0
    std::string name;
    std::size_t line = 1;
};

std::string trimmed(std::string_view text)
{
    const auto from = text.find_first_not_of(" \t\r\n");
    return from == std::string_view::npos
        ? std::string{}
        : std::string{text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1)};
}

std::size_t lineAt(std::string_view text, std::size_t place)
{
    return 1 +
        static_cast<std::size_t>(
               std::ranges::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(place),
                                  '\n'));
}

Error fault(const char* code, const std::string& message, const std::string& field,
            std::size_t line)
{
    const std::string at = std::to_string(line);
    return badInput(code, "Line " + at + ": " + message, field + ':' + at);
}

/// The tags in their order, or what is no tag of ours.
Result<std::vector<Tag>> tagsOf(std::string_view text, const std::string& field)
{
    std::vector<Tag> tags;
    std::size_t at = 0;
    while ((at = text.find("{{", at)) != std::string_view::npos) {
        const std::size_t line = lineAt(text, at);
        const std::size_t end = text.find("}}", at + 2);
        if (end == std::string_view::npos) {
            return fault("bad_template", "a {{ is not followed by its }}.", field, line);
        }
        const std::string inner = trimmed(text.substr(at + 2, end - at - 2));
        const char first = inner.empty() ? '\0' : inner.front();
        if (first == '{' || first == '&') {
            return fault(
                "bad_template",
                "{{{ }}} and {{& }} would put a text into the page as it is. Write {{name}}.",
                field, line);
        }
        if (first == '>' || first == '=' || first == '\0') {
            return fault("bad_template",
                         "only {{name}}, {{#name}}, {{^name}}, {{/name}} and {{! remarks }} are "
                         "understood.",
                         field, line);
        }
        const bool hasSigil = first == '#' || first == '^' || first == '/' || first == '!';
        tags.push_back({hasSigil ? first : '\0', trimmed(inner.substr(hasSigil ? 1 : 0)), line});
        at = end + 2;
    }
    return tags;
}

/// The name as it is meant inside these sections: of the innermost list, or of one around it.
const MailWordName* meant(const std::vector<const MailWordName*>& sections, const std::string& name)
{
    const auto isIn = [&](std::string_view list) {
        return std::ranges::find_if(kNames, [&](const MailWordName& each) {
            return each.name == name && each.within == list;
        });
    };
    for (auto section = sections.rbegin(); section != sections.rend(); ++section) {
        if ((*section)->isList) {
            if (const auto* found = isIn((*section)->name); found != kNames.end()) {
                return found;
            }
        }
    }
    const auto* found = isIn("");
    return found != kNames.end() ? found : nullptr;
}

data dataOf(const MailWords& words)
{
    data all{data::type::object};
    for (const auto& [name, text] : words.texts) {
        all.set(name, text.empty() ? data{data::type::bool_false} : data{text});
    }
    for (const auto& [name, items] : words.lists) {
        data list{data::type::list};
        for (const MailWords& item : items) {
            list.push_back(dataOf(item));
        }
        all.set(name, list);
    }
    return all;
}

} // namespace

std::vector<MailWordName> mailWordNames()
{
    return {kNames.begin(), kNames.end()};
}

Result<void> checkMailTemplate(std::string_view text, const std::string& field)
{
    if (text.size() > kTemplateMax || !isUtf8(text)) {
        return badInput("bad_template", "A template is UTF-8 of at most 64 KB.", field);
    }
    const auto tags = tagsOf(text, field);
    if (!tags) {
        return tags.error();
    }
    std::vector<const MailWordName*> sections;
    for (const Tag& tag : *tags) {
        if (tag.sigil == '!') {
            continue;
        }
        if (tag.sigil == '/') {
            if (sections.empty() || sections.back()->name != tag.name) {
                return fault("bad_template",
                             "{{/" + tag.name + "}} ends a section that was not begun here.", field,
                             tag.line);
            }
            sections.pop_back();
            continue;
        }
        const MailWordName* name = meant(sections, tag.name);
        if (name == nullptr) {
            return fault("unknown_name",
                         "there is nothing called \"" + tag.name +
                             "\" here. Look for a typing mistake, or at the list of names.",
                         field, tag.line);
        }
        if (tag.sigil == '\0' && name->isList) {
            return fault("bad_template",
                         "\"" + tag.name + "\" is a list: write {{#" + tag.name + "}} … {{/" +
                             tag.name + "}}.",
                         field, tag.line);
        }
        if (tag.sigil != '\0') {
            sections.push_back(name);
            if (sections.size() > kDepthMax) {
                return fault("bad_template", "sections stand too deep within each other.", field,
                             tag.line);
            }
        }
    }
    if (!sections.empty()) {
        return badInput("bad_template",
                        "The section {{#" + std::string{sections.back()->name} +
                            "}} has no end. Write {{/" + std::string{sections.back()->name} + "}}.",
                        field);
    }
    if (!mustache{std::string{text}}.is_valid()) {
        return badInput("bad_template", "This cannot be read as a template.", field);
    }
    return {};
}

std::string filledIn(const std::string& text, const MailWords& words, MailMarkup markup)
{
    mustache form{text};
    if (markup == MailMarkup::Plain) {
        form.set_custom_escape([](const std::string& word) { return word; });
    }
    return form.render(dataOf(words));
}

} // namespace foyer
