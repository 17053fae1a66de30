// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/payments/statements/xml_parts.h"

#include "sync/server/payments/statements/statement.h"

#include <expat.h>

#include <algorithm>
#include <memory>
#include <optional>

namespace foyer::server {
namespace {

constexpr std::size_t kDepthMax = 24;
constexpr std::size_t kPartsMax = 100'000;
constexpr char kBetween = '|'; // in no namespace of ours

/// What expat calls. Nothing is thrown through it.
class Builder {
public:
    Builder(XML_Parser parser, const XmlReading& reading) : m_parser{parser}, m_reading{reading} {}

    std::optional<Error>& error() { return m_error; }
    bool isKnown() const { return m_isKnown; }

    void begin(const char* name, const char** attributes)
    {
        ++m_depth;
        const std::string_view whole{name};
        const std::size_t end = whole.rfind(kBetween);
        const std::string_view uri =
            end == std::string_view::npos ? std::string_view{} : whole.substr(0, end);
        const std::string_view local =
            end == std::string_view::npos ? whole : whole.substr(end + 1);
        if (m_depth == 1) {
            m_uri = std::string{uri};
            m_isKnown = m_reading.knows(uri);
            if (!m_isKnown) {
                return stop("this is no account statement (CAMT.053) of version 2 or 8.");
            }
        }
        if (m_depth > kDepthMax || m_count > kPartsMax) {
            return stop("there is too much in it.");
        }
        if (m_left > 0 || uri != m_uri) {
            ++m_left; // and all that is in it
            return;
        }
        if (m_depth < m_reading.depth) {
            m_reading.begin(local, m_depth);
            return;
        }
        ++m_count;
        XmlPart part{.name = std::string{local},
                     .line = XML_GetCurrentLineNumber(m_parser),
                     .column = XML_GetCurrentColumnNumber(m_parser) + 1};
        for (const char** each = attributes; each[0] != nullptr; each += 2) {
            if (std::string_view{each[0]} == "Ccy") {
                part.currency = each[1];
            }
        }
        m_open.push_back(std::move(part));
    }

    void end()
    {
        --m_depth;
        if (m_left > 0) {
            --m_left;
            return;
        }
        if (m_open.empty()) {
            return;
        }
        XmlPart part = std::move(m_open.back());
        m_open.pop_back();
        if (!m_open.empty()) {
            m_open.back().parts.push_back(std::move(part));
            return;
        }
        m_count = 0;
        if (auto taken = m_reading.take(part); !taken) {
            m_error = taken.error();
            XML_StopParser(m_parser, XML_FALSE);
        }
    }

    void text(const char* text, int size)
    {
        if (!m_open.empty() && m_left == 0) {
            m_open.back().text.append(text, static_cast<std::size_t>(size));
        }
    }

    void stop(const std::string& why)
    {
        m_error = badStatement(XML_GetCurrentLineNumber(m_parser),
                               XML_GetCurrentColumnNumber(m_parser) + 1, why);
        XML_StopParser(m_parser, XML_FALSE);
    }

private:
    XML_Parser m_parser;
    const XmlReading& m_reading;
    std::string m_uri;
    std::optional<Error> m_error;
    std::vector<XmlPart> m_open;
    std::size_t m_depth = 0;
    std::size_t m_count = 0;
    std::size_t m_left = 0; ///< levels of what is left out
    bool m_isKnown = false;
};

Builder& builderOf(void* data)
{
    return *static_cast<Builder*>(data);
}

} // namespace

const XmlPart* XmlPart::find(std::string_view path) const
{
    const std::size_t slash = path.find('/');
    const std::string_view first = path.substr(0, slash);
    const auto found = std::ranges::find(parts, first, &XmlPart::name);
    if (found == parts.end()) {
        return nullptr;
    }
    return slash == std::string_view::npos ? &*found : found->find(path.substr(slash + 1));
}

std::string_view XmlPart::textAt(std::string_view path) const
{
    const XmlPart* const found = find(path);
    return found != nullptr ? std::string_view{found->text} : std::string_view{};
}

std::vector<const XmlPart*> XmlPart::all(std::string_view childName) const
{
    std::vector<const XmlPart*> found;
    for (const XmlPart& part : parts) {
        if (part.name == childName) {
            found.push_back(&part);
        }
    }
    return found;
}

Result<void> readXml(std::string_view text, const XmlReading& reading)
{
    const std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> parser{
        XML_ParserCreateNS(nullptr, kBetween), &XML_ParserFree};
    if (!parser) {
        return badStatement(1, 1, "there is no room to read it.");
    }
    Builder builder{parser.get(), reading};
    XML_SetUserData(parser.get(), &builder);
    XML_SetElementHandler(
        parser.get(),
        [](void* data, const char* name, const char** attributes) {
            builderOf(data).begin(name, attributes);
        },
        [](void* data, const char* /*name*/) { builderOf(data).end(); });
    XML_SetCharacterDataHandler(parser.get(), [](void* data, const char* characters, int size) {
        builderOf(data).text(characters, size);
    });
    // Where entities are declared, and files are read from elsewhere: no statement has one.
    XML_SetStartDoctypeDeclHandler(parser.get(),
                                   [](void* data, const char*, const char*, const char*, int) {
                                       builderOf(data).stop("it declares a document type.");
                                   });
    const auto status =
        XML_Parse(parser.get(), text.data(), static_cast<int>(text.size()), XML_TRUE);
    if (builder.error()) {
        return *builder.error();
    }
    if (status != XML_STATUS_OK) {
        return badStatement(XML_GetCurrentLineNumber(parser.get()),
                            XML_GetCurrentColumnNumber(parser.get()) + 1,
                            "this is no well-formed XML.");
    }
    return {};
}

} // namespace foyer::server
