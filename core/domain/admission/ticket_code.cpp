// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/admission/ticket_code.h"

#include "core/domain/admission/base45.h"

#include <algorithm>

namespace foyer {
namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::int64_t kEpochMs = 1'577'836'800'000; // 2020-01-01T00:00Z
constexpr std::int64_t kMinuteMs = 60'000;
constexpr std::string_view kPrefix = "foyer-ticket-1";

class Writer {
public:
    explicit Writer(std::span<std::uint8_t> out) : m_out{out} {}
    void bytes(ByteView bytes)
    {
        for (const std::uint8_t byte : bytes) {
            m_out[m_at++] = byte;
        }
    }
    void number(std::uint32_t value, int size)
    {
        for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) {
            m_out[m_at++] = static_cast<std::uint8_t>(value >> shift);
        }
    }

private:
    std::span<std::uint8_t> m_out;
    std::size_t m_at = 0;
};

class Reader {
public:
    explicit Reader(ByteView in) : m_in{in} {}
    template <typename Array>
    void bytes(Array& out)
    {
        std::copy_n(m_in.begin() + static_cast<std::ptrdiff_t>(m_at), out.size(), out.begin());
        m_at += out.size();
    }
    std::uint32_t number(int size)
    {
        std::uint32_t value = 0;
        for (int i = 0; i < size; ++i) {
            value = value << 8 | m_in[m_at++];
        }
        return value;
    }

private:
    ByteView m_in;
    std::size_t m_at = 0;
};

/// The code without the white space around it. A code never ends with a space: the last character
/// of Base45 stands for the highest part of its group and is at most "W". It may begin with one, of
/// which neither the presence nor the absence says anything after a keyboard or a form was between.
std::string bare(std::string_view text)
{
    constexpr std::string_view kWhite = " \t\r\n";
    const auto first = text.find_first_not_of(kWhite);
    if (first == std::string_view::npos) {
        return {};
    }
    text = text.substr(first, text.find_last_not_of(kWhite) - first + 1);
    return text.size() + 1 == kTicketCodeSize ? " " + std::string{text} : std::string{text};
}

} // namespace

std::uint32_t ticketMinutes(Instant instant)
{
    const std::int64_t minutes = (instant.ms - kEpochMs) / kMinuteMs;
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(minutes, 0, UINT32_MAX));
}

std::array<std::uint8_t, kTicketPayloadSize> ticketPayload(const TicketClaims& claims)
{
    std::array<std::uint8_t, kTicketPayloadSize> payload{};
    Writer writer{payload};
    writer.number(kVersion, 1);
    writer.bytes(claims.key);
    writer.bytes(claims.performance);
    writer.bytes(claims.ticket.uuid.bytes());
    writer.number(claims.type, 2);
    writer.number(claims.notBefore, 4);
    writer.number(claims.notAfter, 4);
    writer.number(claims.flags, 1);
    return payload;
}

Bytes ticketMessage(ByteView payload)
{
    Bytes message(kPrefix.size() + payload.size());
    const auto rest = std::ranges::copy(kPrefix, message.begin()).out;
    std::ranges::copy(payload, rest);
    return message;
}

std::string ticketCodeText(ByteView payload, ByteView signature)
{
    Bytes all{payload.begin(), payload.end()};
    all.insert(all.end(), signature.begin(), signature.end());
    return toBase45(all);
}

Result<SignedTicketCode> parseTicketCode(std::string_view text)
{
    const Error malformed = badInput("malformed",
                                     "This is not a Foyer ticket code. Scan the whole "
                                     "QR code again, or find the ticket by its order.");
    const std::string code = bare(text);
    const auto bytes = code.size() == kTicketCodeSize ? fromBase45(code) : std::nullopt;
    if (!bytes || bytes->size() != kTicketPayloadSize + kTicketSignatureSize ||
        bytes->front() != kVersion) {
        return malformed;
    }
    SignedTicketCode parsed;
    Reader whole{*bytes};
    whole.bytes(parsed.payload);
    whole.bytes(parsed.signature);
    Reader reader{parsed.payload};
    reader.number(1);
    Uuid::Bytes ticket{};
    reader.bytes(parsed.claims.key);
    reader.bytes(parsed.claims.performance);
    reader.bytes(ticket);
    parsed.claims.ticket = TicketId{Uuid{ticket}};
    parsed.claims.type = static_cast<std::uint16_t>(reader.number(2));
    parsed.claims.notBefore = reader.number(4);
    parsed.claims.notAfter = reader.number(4);
    parsed.claims.flags = static_cast<std::uint8_t>(reader.number(1));
    return parsed;
}

} // namespace foyer
