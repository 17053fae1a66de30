// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

/// HTTP/1.1 requests (RFC 9112), read strictly: whatever two readers could understand differently
/// is refused, so that nothing can be smuggled past a proxy in front.
namespace foyer::server {

inline constexpr std::size_t kHeadBytesMax = 16 * 1024;
inline constexpr std::size_t kTargetBytesMax = 4 * 1024;
inline constexpr std::size_t kFieldsMax = 64;

/// Request line and fields, as they were sent; names of fields in lower case.
struct RequestHead {
    std::string method;
    std::string path;  ///< of the target, before "?"
    std::string query; ///< after it
    std::vector<std::pair<std::string, std::string>> fields;
    std::size_t contentLength = 0;
    bool keepAlive = true;
    bool expectsContinue = false;

    /// The value of a field; empty where it is absent.
    std::string_view field(std::string_view name) const;
};

/// Why a head is refused; the connection ends with the answer.
struct HeadFault {
    int status = 400;
    const char* code = "";
    const char* detail = "";
};

/// Where the first head in these bytes ends (past its empty line); 0 where more has to come. A
/// fault as soon as the bytes cannot become a head that is accepted.
std::variant<std::size_t, HeadFault> headEnd(std::string_view bytes);

/// Reads a whole head with its empty line.
std::variant<RequestHead, HeadFault> readHead(std::string_view head);

} // namespace foyer::server
