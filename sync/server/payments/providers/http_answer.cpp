// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/payments/providers/http_answer.h"

#include "sync/server/payments/providers/wire_connection.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace foyer::server {
namespace {

constexpr std::size_t kHeadMax = 65'536;
constexpr int kNoContent = 204;
constexpr int kNotModified = 304;

[[noreturn]] void fail()
{
    throw WireFailure{"What came is no answer of HTTP."};
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool isTokenCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
        std::string_view{"!#$%&'*+-.^_`|~"}.find(c) != std::string_view::npos;
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::string lowered(std::string_view text)
{
    std::string made;
    std::ranges::transform(text, std::back_inserter(made), lower);
    return made;
}

std::size_t number(std::string_view text, int base)
{
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    if (error != std::errc{} || end != text.data() + text.size()) {
        fail();
    }
    return value;
}

/// The value of a header that may stand there once.
std::optional<std::string> only(const HttpAnswer& answer, std::string_view name)
{
    std::optional<std::string> found;
    for (const auto& [known, value] : answer.headers) {
        if (known == name) {
            if (found) {
                fail();
            }
            found = value;
        }
    }
    return found;
}

} // namespace

std::string HttpAnswer::header(std::string_view name) const
{
    const auto found =
        std::ranges::find(headers, name, &std::pair<std::string, std::string>::first);
    return found == headers.end() ? std::string{} : found->second;
}

HttpAnswerReader::HttpAnswerReader(std::function<std::string_view()> more, std::size_t bodyMax)
    : m_more{std::move(more)}, m_bodyMax{bodyMax}, m_headLeft{kHeadMax}
{}

bool HttpAnswerReader::fill()
{
    const std::string_view came = m_more();
    m_hasBegun = m_hasBegun || !came.empty();
    m_rest += came;
    return !came.empty();
}

std::string HttpAnswerReader::line()
{
    std::size_t end = 0;
    while ((end = m_rest.find('\n')) == std::string::npos) {
        if (m_rest.size() > m_headLeft || !fill()) {
            fail();
        }
    }
    if (end == 0 || m_rest[end - 1] != '\r' || end > m_headLeft) {
        fail();
    }
    m_headLeft -= end;
    std::string found = m_rest.substr(0, end - 1);
    m_rest.erase(0, end + 1);
    if (found.find('\r') != std::string::npos || found.find('\0') != std::string::npos) {
        fail();
    }
    return found;
}

std::string HttpAnswerReader::take(std::size_t size)
{
    while (m_rest.size() < size) {
        if (!fill()) {
            fail();
        }
    }
    std::string found = m_rest.substr(0, size);
    m_rest.erase(0, size);
    return found;
}

void HttpAnswerReader::readHead(HttpAnswer& answer)
{
    const std::string first = line();
    constexpr std::size_t kStatusAt = 9;
    constexpr std::size_t kStatusLength = 3;
    if (!(first.starts_with("HTTP/1.1 ") || first.starts_with("HTTP/1.0 ")) ||
        first.size() < kStatusAt + kStatusLength ||
        (first.size() > kStatusAt + kStatusLength && first[kStatusAt + kStatusLength] != ' ')) {
        fail();
    }
    m_mayGoOn = first.starts_with("HTTP/1.1");
    answer.status =
        static_cast<int>(number(std::string_view{first}.substr(kStatusAt, kStatusLength), 10));
    for (std::string header = line(); !header.empty(); header = line()) {
        const auto colon = header.find(':');
        if (colon == std::string::npos || colon == 0 ||
            !std::all_of(header.begin(), header.begin() + static_cast<std::ptrdiff_t>(colon),
                         isTokenCharacter)) {
            fail(); // also a line that goes on, which begins with white space
        }
        const std::string_view text{header};
        answer.headers.emplace_back(lowered(text.substr(0, colon)),
                                    trimmed(text.substr(colon + 1)));
    }
}

std::string HttpAnswerReader::readChunks()
{
    std::string body;
    while (true) {
        m_headLeft = kHeadMax;
        const std::string head = line();
        const auto size = number(trimmed(std::string_view{head}.substr(0, head.find(';'))), 16);
        if (size == 0) {
            break;
        }
        if (size > m_bodyMax || body.size() + size > m_bodyMax) {
            throw WireFailure{"The answer is too large."};
        }
        body += take(size);
        if (take(2) != "\r\n") {
            fail();
        }
    }
    while (!line().empty()) {} // trailers say nothing that we ask for
    return body;
}

void HttpAnswerReader::readBody(HttpAnswer& answer)
{
    const auto length = only(answer, "content-length");
    const auto coding = only(answer, "transfer-encoding");
    const auto content = only(answer, "content-encoding");
    if ((length && coding) || (content && lowered(*content) != "identity")) {
        fail();
    }
    if (answer.status == kNoContent || answer.status == kNotModified) {
        return;
    }
    if (coding) {
        if (lowered(*coding) != "chunked") {
            fail();
        }
        answer.body = readChunks();
        return;
    }
    if (length) {
        const auto size = number(*length, 10);
        if (size > m_bodyMax) {
            throw WireFailure{"The answer is too large."};
        }
        answer.body = take(size);
        return;
    }
    m_mayGoOn = false;
    do { // some of it may have come with the head
        if (m_rest.size() > m_bodyMax) {
            throw WireFailure{"The answer is too large."};
        }
    } while (fill());
    answer.body = std::exchange(m_rest, {});
}

HttpAnswer HttpAnswerReader::read()
{
    HttpAnswer answer;
    do { // 100 and its like only say that there is more to come
        answer = {};
        readHead(answer);
    } while (answer.status / 100 == 1);
    readBody(answer);
    if (lowered(answer.header("connection")) == "close") {
        m_mayGoOn = false;
    }
    return answer;
}

} // namespace foyer::server
