// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/plans/json_tree.h"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>

namespace foyer {
namespace {

struct ByKey {
    using Member = JsonMembers::value_type;
    bool operator()(const Member& a, const Member& b) const { return a.first < b.first; }
    bool operator()(const Member& a, std::string_view b) const { return a.first < b; }
};

std::string lineAndColumn(std::string_view text, std::size_t position)
{
    const std::string_view before = text.substr(0, std::min(position, text.size()));
    const auto line = std::ranges::count(before, '\n') + 1;
    const std::size_t lastBreak = before.rfind('\n');
    const std::size_t column =
        lastBreak == std::string_view::npos ? before.size() + 1 : before.size() - lastBreak;
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

// Receives the parser's events and grows the tree; stops the parser at the first thing not allowed.
class TreeBuilder {
public:
    using number_integer_t = nlohmann::json::number_integer_t;
    using number_unsigned_t = nlohmann::json::number_unsigned_t;
    using number_float_t = nlohmann::json::number_float_t;
    using string_t = nlohmann::json::string_t;
    using binary_t = nlohmann::json::binary_t;

    TreeBuilder(std::string_view text, const JsonLimits& limits) : m_text{text}, m_limits{limits} {}

    bool null() { return put(JsonTree{}); }
    bool boolean(bool value) { return put(JsonTree{value}); }
    bool number_integer(number_integer_t value) { return put(JsonTree{std::int64_t{value}}); }
    bool number_unsigned(number_unsigned_t value)
    {
        constexpr auto kMax =
            static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max());
        return value <= kMax ? put(JsonTree{static_cast<std::int64_t>(value)})
                             : put(JsonTree{static_cast<double>(value)});
    }
    bool number_float(number_float_t value, const string_t&) { return put(JsonTree{value}); }
    bool string(string_t& value) { return put(JsonTree{std::move(value)}); }
    bool binary(binary_t&) { return false; }
    bool start_object(std::size_t) { return open(JsonTree{JsonMembers{}}); }
    bool start_array(std::size_t) { return open(JsonTree{JsonTree::Array{}}); }
    bool key(string_t& name)
    {
        m_keys.back() = std::move(name);
        return true;
    }
    bool end_object();
    bool end_array() { return close(); }
    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::json::exception& problem);

    Result<JsonTree> take(bool parsed) &&
    {
        if (m_error) {
            return *std::move(m_error);
        }
        ENSURE(parsed && m_open.empty());
        return std::move(m_root);
    }

private:
    bool put(JsonTree value);
    bool open(JsonTree container);
    bool close();
    bool fail(Error error)
    {
        m_error = std::move(error);
        return false;
    }
    std::string path() const;

    std::string_view m_text;
    JsonLimits m_limits;
    JsonTree m_root;
    std::vector<JsonTree> m_open;    // containers not yet closed, outermost first
    std::vector<std::string> m_keys; // the key read last in each of them
    std::size_t m_values = 0;
    std::optional<Error> m_error;
};

bool TreeBuilder::put(JsonTree value)
{
    if (m_open.empty()) {
        m_root = std::move(value);
    } else if (auto* array = m_open.back().as<JsonTree::Array>()) {
        array->push_back(std::move(value));
    } else {
        m_open.back().as<JsonMembers>()->emplace_back(std::move(m_keys.back()), std::move(value));
    }
    if (++m_values > m_limits.valuesMax) {
        return fail(badInput("json_too_large",
                             "The file has more than " + std::to_string(m_limits.valuesMax) +
                                 " values. Split it into several files."));
    }
    return true;
}

bool TreeBuilder::open(JsonTree container)
{
    if (m_open.size() >= m_limits.depthMax) {
        return fail(badInput("json_too_deep",
                             "The file is nested more than " + std::to_string(m_limits.depthMax) +
                                 " levels deep. No seating plan is.",
                             path()));
    }
    m_open.push_back(std::move(container));
    m_keys.emplace_back();
    return true;
}

bool TreeBuilder::close()
{
    JsonTree done = std::move(m_open.back());
    m_open.pop_back();
    m_keys.pop_back();
    return put(std::move(done));
}

bool TreeBuilder::end_object()
{
    auto& members = *m_open.back().as<JsonMembers>();
    std::ranges::sort(members, ByKey{});
    const auto twice = std::ranges::adjacent_find(members, [](const auto& a, const auto& b) {
        return a.first == b.first;
    });
    if (twice != members.end()) {
        m_keys.back() = twice->first;
        Error error = badInput("json_duplicate_key",
                               "The field \"" + shownText(twice->first) +
                                   "\" stands twice in the same object, so it is not clear which "
                                   "one is meant. Remove one of them.",
                               path());
        error.facts = {shownText(twice->first)};
        return fail(std::move(error));
    }
    return close();
}

bool TreeBuilder::parse_error(std::size_t position, const std::string& token,
                              const nlohmann::json::exception& problem)
{
    // The parser counts the byte it stumbled over as read.
    const std::string where = lineAndColumn(m_text, position > 0 ? position - 1 : 0);
    const std::string_view reason{problem.what()};
    std::string message = "The file is not valid JSON";
    if (reason.find("UTF-8") != std::string_view::npos) {
        message = "The file has text that is not valid UTF-8";
    } else if (problem.id == 406) {
        message = "The file has a number too large to be read";
    } else if (position > m_text.size() || token.empty()) {
        message = "The file ends before its JSON does";
    }
    Error error = badInput("json_syntax", message + " (" + where + "). Export it again.", where);
    error.facts = {where};
    return fail(std::move(error));
}

std::string TreeBuilder::path() const
{
    std::string text = "$";
    for (std::size_t level = 0; level < m_open.size(); ++level) {
        if (const auto* array = m_open[level].as<JsonTree::Array>()) {
            text += "[" + std::to_string(array->size()) + "]";
        } else {
            text += "." + shownText(m_keys[level]);
        }
    }
    return text;
}

} // namespace

const JsonTree* JsonTree::member(std::string_view key) const
{
    const auto* members = as<JsonMembers>();
    if (members == nullptr) {
        return nullptr;
    }
    const auto found = std::lower_bound(members->begin(), members->end(), key, ByKey{});
    return found != members->end() && found->first == key ? &found->second : nullptr;
}

std::string shownText(std::string_view text)
{
    constexpr std::size_t kBytesMax = 80;
    std::size_t end = std::min(text.size(), kBytesMax);
    while (end > 0 && end < text.size() &&
           (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    std::string shown{text.substr(0, end)};
    std::ranges::replace_if(
        shown, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
    return end < text.size() ? shown + "…" : shown;
}

Result<JsonTree> readJsonStrictly(std::string_view text, const JsonLimits& limits)
{
    if (text.size() > limits.bytesMax) {
        return badInput("json_too_large",
                        "The file is larger than " +
                            std::to_string(limits.bytesMax / (std::size_t{1024} * 1024)) +
                            " MiB. Split it into several files.");
    }
    TreeBuilder builder{text, limits};
    const bool parsed = nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
    return std::move(builder).take(parsed);
}

} // namespace foyer
