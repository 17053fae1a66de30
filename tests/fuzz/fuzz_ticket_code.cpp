// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/ensure.h"
#include "core/domain/admission/certificate.h"
#include "core/domain/admission/ticket_code.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

/// What a gate's scanner reads: anything at all. What is taken for a code prints as the same code.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    if (const auto code = foyer::parseTicketCode(text)) {
        const auto printed = foyer::ticketCodeText(code->payload, code->signature);
        ENSURE(text.find(printed) != std::string_view::npos);
        ENSURE(foyer::ticketPayload(code->claims) == code->payload);
    }
    if (const auto certificate = foyer::decodeCertificate({data, size})) {
        const auto again = foyer::decodeCertificate(foyer::encodeCertificate(*certificate));
        ENSURE(again.has_value() && *again == *certificate);
    }
    return 0;
}
