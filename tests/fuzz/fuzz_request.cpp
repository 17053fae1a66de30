// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/base64.h"
#include "core/base/ensure.h"
#include "sync/protocol/enrolment.h"
#include "sync/protocol/flat_json.h"
#include "sync/protocol/request_signature.h"
#include "sync/server/http/request_head.h"
#include "sync/server/http/router.h"
#include "sync/server/identity/token.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace {

using namespace foyer;

/// A head that is read has ends, names and a length that only one reading gives it.
void readHead(std::string_view bytes)
{
    const auto end = server::headEnd(bytes);
    const auto* size = std::get_if<std::size_t>(&end);
    if (size == nullptr || *size == 0) {
        return;
    }
    ENSURE(*size <= bytes.size() && bytes.substr(0, *size).ends_with("\r\n\r\n"));
    ENSURE(bytes.substr(0, *size).find("\r\n\r\n") == *size - 4);
    const auto read = server::readHead(bytes.substr(0, *size));
    if (const auto* head = std::get_if<server::RequestHead>(&read)) {
        ENSURE(head->path.starts_with('/') && !head->field("host").empty());
        ENSURE(head->field("transfer-encoding").empty());
        (void)server::pathSegments(head->path);
        (void)server::queryPairs(head->query);
    }
}

/// What is read of a signature's headers is written as it was.
void readSignature(std::string_view text)
{
    const std::size_t line = text.find('\n');
    if (line == std::string_view::npos) {
        return;
    }
    const std::string_view input = text.substr(0, line);
    const auto read = protocol::readSignature(input, text.substr(line + 1));
    if (read) {
        const std::size_t open = input.find('(');
        const std::size_t close = input.find(')');
        ENSURE("s1=" +
                   protocol::quotedParameters(input.substr(open, close - open + 1),
                                              read->parameters) ==
               input);
        ENSURE("s1=:" + toBase64(read->signature) + ":" == text.substr(line + 1));
    }
}

} // namespace

/// What strangers send to the server before anybody has proved who they are. The first byte says
/// what the rest is.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0) {
        return 0;
    }
    const std::string_view text{reinterpret_cast<const char*>(data + 1), size - 1};
    static const auto kKey = std::make_shared<const P256Key>(P256Key::generate());
    switch (data[0]) {
    case 'h':
        readHead(text);
        break;
    case 's':
        readSignature(text);
        break;
    case 't':
        // The key is fresh: nothing that comes can be signed with it.
        ENSURE(!server::readToken(
                    text, "issuer", [](const std::string&) { return kKey; }, Instant{0})
                    .has_value());
        break;
    case 'j':
        (void)protocol::FlatJson::read(text);
        break;
    default:
        (void)protocol::readEnrolmentRequest(text);
        (void)protocol::readInvitation(text);
        (void)protocol::readTokenRequest(text);
        (void)protocol::readKeyRotation(text);
        (void)protocol::EnrolmentCode::fromTyped(text);
    }
    return 0;
}
