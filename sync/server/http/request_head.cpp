// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/http/request_head.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace foyer::server {
namespace {

constexpr HeadFault kMalformed{400, "bad_request",
                               "This is not a request of HTTP/1.1 as RFC 9112 has it."};
constexpr HeadFault kTooLarge{431, "head_too_large", "The request's header fields are too large."};

/// Fields that decide what a request is; twice, they could be read in two ways.
constexpr std::array<std::string_view, 11> kOnce{
    "host",          "content-length", "transfer-encoding",
    "content-type",  "content-digest", "idempotency-key",
    "authorization", "signature",      "signature-input",
    "expect",        "connection"};

bool isTokenCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
        std::string_view{"!#$%&'*+-.^_`|~"}.find(c) != std::string_view::npos;
}

bool isToken(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, isTokenCharacter);
}

bool isVisible(char c)
{
    return c > ' ' && c < 0x7f;
}

std::string lower(std::string_view text)
{
    std::string folded{text};
    std::ranges::transform(folded, folded.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return folded;
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t from = text.find_first_not_of(" \t");
    if (from == std::string_view::npos) {
        return {};
    }
    return text.substr(from, text.find_last_not_of(" \t") - from + 1);
}

std::optional<HeadFault> readRequestLine(std::string_view line, RequestHead& head)
{
    const std::size_t first = line.find(' ');
    const std::size_t last = line.rfind(' ');
    if (first == std::string_view::npos || first == last) {
        return kMalformed;
    }
    const std::string_view method = line.substr(0, first);
    const std::string_view target = line.substr(first + 1, last - first - 1);
    const std::string_view version = line.substr(last + 1);
    if (!isToken(method) || method.size() > 16) {
        return kMalformed;
    }
    if (version != "HTTP/1.1" && version != "HTTP/1.0") {
        return HeadFault{505, "http_version", "This server speaks HTTP/1.1."};
    }
    if (target.size() > kTargetBytesMax) {
        return HeadFault{414, "target_too_long", "The request's target is too long."};
    }
    // The origin form only: nobody is a proxy here.
    if (target.empty() || target.front() != '/' || !std::ranges::all_of(target, isVisible) ||
        target.find('#') != std::string_view::npos) {
        return kMalformed;
    }
    const std::size_t mark = std::min(target.find('?'), target.size());
    head.method = method;
    head.path = target.substr(0, mark);
    head.query = target.substr(std::min(mark + 1, target.size()));
    head.keepAlive = version == "HTTP/1.1";
    return std::nullopt;
}

std::optional<HeadFault> readField(std::string_view line, RequestHead& head)
{
    if (head.fields.size() == kFieldsMax) {
        return kTooLarge;
    }
    const std::size_t colon = line.find(':');
    // A line that begins with white space would go on with the one before: obsolete, and a way in.
    if (colon == std::string_view::npos || !isToken(line.substr(0, colon))) {
        return kMalformed;
    }
    const std::string_view value = trimmed(line.substr(colon + 1));
    const bool isSound = std::ranges::all_of(value, [](char c) {
        return c == '\t' || (static_cast<unsigned char>(c) >= ' ' && c != 0x7f);
    });
    std::string name = lower(line.substr(0, colon));
    if (!isSound ||
        (std::ranges::find(kOnce, name) != kOnce.end() &&
         std::ranges::any_of(head.fields,
                             [&](const auto& field) { return field.first == name; }))) {
        return kMalformed;
    }
    head.fields.emplace_back(std::move(name), value);
    return std::nullopt;
}

bool has(const RequestHead& head, std::string_view name)
{
    return std::ranges::any_of(head.fields, [&](const auto& field) { return field.first == name; });
}

std::optional<HeadFault> readFraming(RequestHead& head)
{
    if (head.field("host").empty()) {
        return HeadFault{400, "host_missing", "The request does not say which host it is for."};
    }
    if (has(head, "transfer-encoding")) {
        return has(head, "content-length")
            ? kMalformed
            : HeadFault{411, "length_required", "Send the body's size as Content-Length."};
    }
    if (has(head, "content-length")) {
        const std::string_view text = head.field("content-length");
        const auto [end, fault] =
            std::from_chars(text.data(), text.data() + text.size(), head.contentLength);
        if (text.empty() || text.front() == '-' || fault != std::errc{} ||
            end != text.data() + text.size()) {
            return kMalformed;
        }
    }
    if (has(head, "expect")) {
        if (lower(head.field("expect")) != "100-continue") {
            return HeadFault{417, "expectation", "This expectation cannot be met."};
        }
        head.expectsContinue = head.contentLength > 0;
    }
    const std::string connection = lower(head.field("connection"));
    head.keepAlive = head.keepAlive && connection.find("close") == std::string::npos;
    return std::nullopt;
}

} // namespace

std::string_view RequestHead::field(std::string_view name) const
{
    const auto found =
        std::ranges::find_if(fields, [&](const auto& field) { return field.first == name; });
    return found != fields.end() ? std::string_view{found->second} : std::string_view{};
}

std::variant<std::size_t, HeadFault> headEnd(std::string_view bytes)
{
    const std::string_view looked = bytes.substr(0, kHeadBytesMax);
    for (std::size_t at = looked.find('\n'); at != std::string_view::npos;
         at = looked.find('\n', at + 1)) {
        if (at == 0 || looked[at - 1] != '\r') {
            return kMalformed; // a bare LF ends a line for some readers only
        }
        if (at == 1) {
            return kMalformed; // no request line
        }
        if (at >= 3 && looked[at - 2] == '\n') {
            return at + 1;
        }
    }
    if (bytes.size() >= kHeadBytesMax) {
        return kTooLarge;
    }
    return std::size_t{0};
}

std::variant<RequestHead, HeadFault> readHead(std::string_view head)
{
    RequestHead read;
    bool isFirst = true;
    while (!head.empty()) {
        const std::size_t end = head.find("\r\n");
        if (end == std::string_view::npos) {
            return kMalformed;
        }
        const std::string_view line = head.substr(0, end);
        head.remove_prefix(end + 2);
        if (line.empty()) {
            break;
        }
        if (auto fault = isFirst ? readRequestLine(line, read) : readField(line, read)) {
            return *fault;
        }
        isFirst = false;
    }
    if (isFirst || !head.empty()) {
        return kMalformed;
    }
    if (auto fault = readFraming(read)) {
        return *fault;
    }
    return read;
}

} // namespace foyer::server
