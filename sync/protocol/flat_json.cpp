// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/protocol/flat_json.h"

#include <nlohmann/json.hpp>

#include <vector>

namespace foyer::protocol {
namespace {

using Json = nlohmann::json;
using Members = std::map<std::string, FlatJson::Value, std::less<>>;
constexpr std::size_t kMembersMax = 64;
constexpr std::size_t kDepthMax = 4;

/// Takes the pieces of a text as the parser finds them; false ends the parsing.
class Taker final : public Json::json_sax_t {
public:
    explicit Taker(Members& members) : m_members{members} {}

    bool null() override { return false; }
    bool boolean(bool value) override { return take(value); }
    bool number_integer(std::int64_t value) override { return take(value); }
    bool number_unsigned(std::uint64_t value) override
    {
        return value <= INT64_MAX && take(static_cast<std::int64_t>(value));
    }
    bool number_float(double, const std::string&) override { return false; }
    bool string(std::string& value) override { return take(std::move(value)); }
    bool binary(Json::binary_t&) override { return false; }
    bool start_object(std::size_t) override
    {
        m_outer.push_back(m_outer.empty() ? std::string{} : m_name + '.');
        // An inner object's name counts as taken, even if nothing is in it.
        return m_outer.size() <= kDepthMax && (m_outer.size() == 1 || take(true));
    }
    bool key(std::string& name) override
    {
        m_name = m_outer.back() + name;
        return name.find('.') == std::string::npos;
    }
    bool end_object() override
    {
        m_outer.pop_back();
        return true;
    }
    bool start_array(std::size_t) override { return false; }
    bool end_array() override { return false; }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override
    {
        return false;
    }

private:
    template <typename T>
    bool take(T value)
    {
        return !m_outer.empty() && m_members.size() < kMembersMax &&
            m_members.emplace(m_name, std::move(value)).second;
    }

    Members& m_members;
    std::vector<std::string> m_outer;
    std::string m_name;
};

} // namespace

Result<FlatJson> FlatJson::read(std::string_view text)
{
    FlatJson json;
    Taker taker{json.m_members};
    if (!Json::sax_parse(text, &taker)) {
        return badInput("bad_json", "This is not the JSON object that is expected here.");
    }
    return json;
}

std::optional<std::string> FlatJson::text(std::string_view name) const
{
    const auto found = m_members.find(name);
    const auto* value =
        found != m_members.end() ? std::get_if<std::string>(&found->second) : nullptr;
    return value != nullptr ? std::optional{*value} : std::nullopt;
}

std::optional<std::int64_t> FlatJson::integer(std::string_view name) const
{
    const auto found = m_members.find(name);
    const auto* value =
        found != m_members.end() ? std::get_if<std::int64_t>(&found->second) : nullptr;
    return value != nullptr ? std::optional{*value} : std::nullopt;
}

std::string jsonQuoted(std::string_view text)
{
    return Json(text).dump(-1, ' ', true, Json::error_handler_t::replace);
}

} // namespace foyer::protocol
