// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/imports/json_records.h"

#include <algorithm>
#include <array>
#include <istream>
#include <limits>
#include <nlohmann/json.hpp>
#include <streambuf>

namespace foyer {
namespace {

constexpr std::array<std::string_view, 5> kRecordLists{"results", "orders", "items", "subevents",
                                                       "events"};
constexpr std::size_t kWrappersMax = 4;

/// A file as a stream that ends where nothing was made of too many of its bytes: the parser keeps a
/// whole text in memory before it says anything.
class BoundedBytes final : public std::streambuf {
public:
    BoundedBytes(ReadBytes read, std::size_t quietMax) : m_read{std::move(read)}, m_max{quietMax} {}

    void heard() { m_quiet = 0; }
    bool isTooLong() const { return m_isTooLong; }
    const std::optional<Error>& error() const { return m_error; }

protected:
    int_type underflow() override
    {
        if (m_quiet > m_max) {
            m_isTooLong = true;
            return traits_type::eof();
        }
        const auto got = m_read(std::span{m_block});
        if (!got) {
            m_error = got.error();
            return traits_type::eof();
        }
        m_quiet += *got;
        setg(m_block.data(), m_block.data(), m_block.data() + *got);
        return *got == 0 ? traits_type::eof() : traits_type::to_int_type(m_block[0]);
    }

private:
    ReadBytes m_read;
    std::size_t m_max;
    std::size_t m_quiet = 0;
    bool m_isTooLong = false;
    std::optional<Error> m_error;
    std::array<char, 65'536> m_block{};
};

/// The same as plain values; no deeper than records may be.
JsonTree plainTree(const nlohmann::json& from)
{
    if (from.is_object()) {
        JsonMembers members; // sorted already
        for (const auto& [key, value] : from.items()) {
            members.emplace_back(key, plainTree(value));
        }
        return JsonTree{std::move(members)};
    }
    if (from.is_array()) {
        JsonTree::Array array;
        for (const auto& each : from) {
            array.push_back(plainTree(each));
        }
        return JsonTree{std::move(array)};
    }
    if (from.is_string()) {
        return JsonTree{from.get<std::string>()};
    }
    if (from.is_boolean()) {
        return JsonTree{from.get<bool>()};
    }
    constexpr auto kMax = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (from.is_number_unsigned() && from.get<std::uint64_t>() > kMax) {
        return JsonTree{from.dump()};
    }
    return from.is_number() ? JsonTree{from.get<std::int64_t>()} : JsonTree{};
}

/// Hears what the parser reads, and grows one record at a time.
class RecordListener {
public:
    using Json = nlohmann::json;
    using number_integer_t = Json::number_integer_t;
    using number_unsigned_t = Json::number_unsigned_t;
    using number_float_t = Json::number_float_t;
    using string_t = Json::string_t;
    using binary_t = Json::binary_t;

    RecordListener(BoundedBytes& bytes, const RecordLimits& limits,
                   const std::function<bool(const JsonTree&)>& take)
        : m_bytes{bytes}, m_limits{limits}, m_take{take}
    {}

    bool null() { return value(nullptr, 0); }
    bool boolean(bool is) { return value(is, 0); }
    bool number_integer(number_integer_t number) { return value(number, 0); }
    bool number_unsigned(number_unsigned_t number) { return value(number, 0); }
    bool number_float(number_float_t, const string_t& text) { return value(text, text.size()); }
    bool string(string_t& text)
    {
        const std::size_t size = text.size();
        return value(std::move(text), size);
    }
    bool binary(binary_t&) { return false; }
    bool key(string_t& name)
    {
        m_bytes.heard();
        m_size += name.size();
        m_key = std::move(name);
        return true;
    }
    bool start_object(std::size_t) { return start(Json::object()); }
    bool start_array(std::size_t) { return start(Json::array()); }
    bool end_object() { return end(); }
    bool end_array() { return end(); }
    bool parse_error(std::size_t position, const std::string&, const Json::exception&)
    {
        m_position = position;
        return false;
    }

    std::size_t position() const { return m_position; }
    bool isTooLarge() const { return m_isTooLarge; }
    bool isTooDeep() const { return m_isTooDeep; }
    bool isStopped() const { return m_isStopped; }

private:
    /// Around records: an object that has lists of them, or such a list.
    struct Frame {
        bool isList = false;
        Json members;
        std::string key; ///< under which it stands
    };

    bool start(Json container)
    {
        m_bytes.heard();
        const bool isArray = container.is_array();
        if (!m_open.empty() || !mayFrame(isArray)) {
            return open(std::move(container));
        }
        if (m_frames.size() >= m_limits.depthMax) {
            m_isTooDeep = true;
            return false;
        }
        m_frames.push_back({isArray, Json::object(), m_key});
        return true;
    }

    /// Whether what begins is no record but stands around some.
    bool mayFrame(bool isArray) const
    {
        if (m_frames.empty()) {
            return true;
        }
        if (m_frames.back().isList) {
            return false;
        }
        return isArray ? std::ranges::find(kRecordLists, m_key) != kRecordLists.end()
                       : m_key == "event" && m_frames.size() < kWrappersMax;
    }

    bool open(Json container)
    {
        if (m_open.size() >= m_limits.depthMax) {
            m_isTooDeep = true;
            return false;
        }
        if (m_open.empty()) {
            m_record = std::move(container);
            m_recordKey = m_key;
            m_open.push_back(&m_record);
            return true;
        }
        m_open.push_back(put(*m_open.back(), std::move(container)));
        return grown(16);
    }

    Json* put(Json& into, Json what)
    {
        if (into.is_array()) {
            into.push_back(std::move(what));
            return &into.back();
        }
        return &(into[m_key] = std::move(what));
    }

    bool value(Json what, std::size_t size)
    {
        m_bytes.heard();
        if (!m_open.empty()) {
            put(*m_open.back(), std::move(what));
            return grown(size + 16);
        }
        if (!m_frames.empty() && !m_frames.back().isList) {
            m_frames.back().members[m_key] = std::move(what);
            return grown(size + 16);
        }
        return true; // a list of what is no record
    }

    bool grown(std::size_t size)
    {
        m_size += size;
        m_isTooLarge = m_size > m_limits.bytesMax;
        return !m_isTooLarge;
    }

    bool end()
    {
        m_bytes.heard();
        if (!m_open.empty()) {
            m_open.pop_back();
            return !m_open.empty() || endRecord();
        }
        const Frame frame = std::move(m_frames.back());
        m_frames.pop_back();
        m_key = frame.key;
        return frame.isList || frame.members.empty() || take(frame.members);
    }

    bool endRecord()
    {
        if (!m_frames.empty() && !m_frames.back().isList) {
            m_frames.back().members[m_recordKey] = std::move(m_record);
            return true;
        }
        const std::size_t before = m_size;
        m_size = 0;
        return before <= m_limits.bytesMax && (!m_record.is_object() || take(m_record));
    }

    bool take(const Json& record)
    {
        m_isStopped = !m_take(plainTree(record));
        return !m_isStopped;
    }

    BoundedBytes& m_bytes;
    const RecordLimits& m_limits;
    const std::function<bool(const JsonTree&)>& m_take;
    std::vector<Frame> m_frames;
    Json m_record;
    std::string m_recordKey;
    std::vector<Json*> m_open;
    std::string m_key;
    std::size_t m_size = 0;
    std::size_t m_position = 0;
    bool m_isTooLarge = false;
    bool m_isTooDeep = false;
    bool m_isStopped = false;
};

} // namespace

Result<void> readJsonRecords(const ImportFile& file,
                             const std::function<bool(const JsonTree&)>& take,
                             const RecordLimits& limits)
{
    auto read = file.open();
    if (!read) {
        return std::move(read).error();
    }
    BoundedBytes bytes{*std::move(read), limits.bytesMax};
    std::istream stream{&bytes};
    RecordListener listener{bytes, limits, take};
    if (nlohmann::json::sax_parse(stream, &listener) || listener.isStopped()) {
        return {};
    }
    if (bytes.error()) {
        return *bytes.error();
    }
    if (bytes.isTooLong() || listener.isTooLarge()) {
        return badInput("json_too_large", "A record of this file is larger than any order is.",
                        file.name);
    }
    if (listener.isTooDeep()) {
        return badInput("json_too_deep", "This file is nested deeper than any export is.",
                        file.name);
    }
    return badInput("json_syntax",
                    "This is no JSON from byte " + std::to_string(listener.position()) +
                        " on. Export it again.",
                    file.name);
}

} // namespace foyer
