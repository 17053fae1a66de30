// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/protocol/enrolment.h"

#include "core/base/base64.h"
#include "core/domain/journal/cbor.h"
#include "sync/protocol/flat_json.h"

#include <algorithm>
#include <array>

namespace foyer::protocol {
namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kSelectorSize = 4;
constexpr std::size_t kSecretSize = 16;
constexpr std::size_t kTextMax = 200;

std::string letters(std::size_t count, Random& random)
{
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        std::array<std::uint8_t, 1> byte{};
        random.fill(byte);
        text += kAlphabet[byte[0] % kAlphabet.size()]; // 32 divides 256
    }
    return text;
}

/// Puts members in order into one JSON object.
class Object {
public:
    Object& add(std::string_view name, std::string_view value)
    {
        return raw(name, jsonQuoted(value));
    }
    Object& add(std::string_view name, std::int64_t value)
    {
        return raw(name, std::to_string(value));
    }
    std::string text() const { return m_text + '}'; }

private:
    Object& raw(std::string_view name, const std::string& value)
    {
        m_text += (m_text.size() == 1 ? "\"" : ",\"") + std::string{name} + "\":" + value;
        return *this;
    }
    std::string m_text{"{"};
};

/// Reads members and remembers whether all were sound.
class Members {
public:
    explicit Members(const FlatJson& json) : m_json{json} {}

    std::string text(std::string_view name, std::size_t most = kTextMax)
    {
        const auto value = m_json.text(name);
        m_sound = m_sound && value && value->size() <= most;
        return value.value_or(std::string{});
    }
    template <typename IdType>
    IdType id(std::string_view name)
    {
        const auto uuid = Uuid::fromText(text(name));
        m_sound = m_sound && uuid && !uuid->isNil();
        return IdType{uuid.value_or(Uuid{})};
    }
    template <typename IdType>
    IdType idOrNil(std::string_view name)
    {
        const auto uuid = Uuid::fromText(text(name));
        m_sound = m_sound && uuid;
        return IdType{uuid.value_or(Uuid{})};
    }
    template <std::size_t Size>
    std::array<std::uint8_t, Size> bytes(std::string_view name)
    {
        std::array<std::uint8_t, Size> taken{};
        const auto value = fromBase64Url(text(name));
        m_sound = m_sound && value && value->size() == Size;
        if (m_sound) {
            std::ranges::copy(*value, taken.begin());
        }
        return taken;
    }
    std::int64_t integer(std::string_view name)
    {
        const auto value = m_json.integer(name);
        m_sound = m_sound && value;
        return value.value_or(0);
    }
    bool areSound() const { return m_sound; }

private:
    const FlatJson& m_json;
    bool m_sound = true;
};

template <typename T, typename Take>
Result<T> readWith(std::string_view text, const char* code, Take take)
{
    const Error bad = badInput(code,
                               "This message cannot be read; its sender speaks another "
                               "version. Update the counter.");
    const auto json = FlatJson::read(text);
    if (!json) {
        return bad;
    }
    Members members{*json};
    T message = take(members);
    if (!members.areSound()) {
        return bad;
    }
    return message;
}

} // namespace

EnrolmentCode EnrolmentCode::generate(Random& random)
{
    return {letters(kSelectorSize, random), letters(kSecretSize, random)};
}

std::optional<EnrolmentCode> EnrolmentCode::fromTyped(std::string_view typed)
{
    std::string code;
    for (char c : typed.substr(0, kTextMax)) {
        if (c == ' ' || c == '-') {
            continue;
        }
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        c = c == 'O' ? '0' : c == 'I' || c == 'L' ? '1' : c;
        if (kAlphabet.find(c) == std::string_view::npos) {
            return std::nullopt;
        }
        code += c;
    }
    if (code.size() != kSelectorSize + kSecretSize) {
        return std::nullopt;
    }
    return EnrolmentCode{code.substr(0, kSelectorSize), code.substr(kSelectorSize)};
}

std::string EnrolmentCode::shown() const
{
    const std::string code = text();
    std::string shown;
    for (std::size_t i = 0; i < code.size(); ++i) {
        shown += i > 0 && i % 4 == 0 ? "-" : "";
        shown += code[i];
    }
    return shown;
}

std::string toText(const EnrolmentInvitation& invitation)
{
    return Object{}
        .add("v", 1)
        .add("url", invitation.url)
        .add("code", invitation.code)
        .add("spki", invitation.spki)
        .text();
}

Result<EnrolmentInvitation> readInvitation(std::string_view text)
{
    const auto json = FlatJson::read(text);
    if (json && json->integer("v").value_or(0) > 1) {
        return badInput("invitation_newer",
                        "This invitation is of a newer Foyer. Update this counter first.");
    }
    auto read = readWith<EnrolmentInvitation>(text, "bad_invitation", [](Members& members) {
        return EnrolmentInvitation{members.text("url"), members.text("code"), members.text("spki")};
    });
    if (read && (!read->url.starts_with("https://") || json->integer("v") != 1)) {
        return badInput("bad_invitation",
                        "This invitation does not name a server. Scan the QR of "
                        "the server's list of devices.");
    }
    return read;
}

Bytes enrolmentMessage(const EnrolmentRequest& request, std::string_view spki)
{
    CborWriter writer;
    writer.array(7).text("foyer-enrol-1").text(request.code);
    writer.bytes(request.organizer.uuid.bytes()).bytes(request.replica.uuid.bytes());
    writer.bytes(request.deviceKey).bytes(request.ticketKey).text(spki);
    return writer.take();
}

std::string toText(const EnrolmentRequest& request)
{
    return Object{}
        .add("code", request.code)
        .add("replica", request.replica.text())
        .add("device_key", toBase64Url(request.deviceKey))
        .add("hardware", request.hardware)
        .add("app", request.app)
        .add("key_protection", request.protection)
        .add("signature", toBase64Url(request.signature))
        .add("organizer", request.organizer.text())
        .add("ticket_key", toBase64Url(request.ticketKey))
        .text();
}

Result<EnrolmentRequest> readEnrolmentRequest(std::string_view text)
{
    return readWith<EnrolmentRequest>(text, "bad_enrolment", [](Members& members) {
        return EnrolmentRequest{.code = members.text("code"),
                                .replica = members.id<ReplicaId>("replica"),
                                .deviceKey = members.bytes<32>("device_key"),
                                .hardware = members.text("hardware"),
                                .app = members.text("app"),
                                .protection = members.text("key_protection", 20),
                                .signature = members.bytes<64>("signature"),
                                .organizer = members.idOrNil<OrganizerId>("organizer"),
                                .ticketKey = members.bytes<32>("ticket_key")};
    });
}

std::string toText(const Enrolled& enrolled)
{
    return Object{}
        .add("organizer", enrolled.organizer.text())
        .add("device", enrolled.device.text())
        .add("name", enrolled.name)
        .add("epoch", enrolled.epoch)
        .add("authority_key", toBase64Url(enrolled.authorityKey))
        .add("series", enrolled.series)
        .add("authority", enrolled.authority.text())
        .text();
}

Result<Enrolled> readEnrolled(std::string_view text)
{
    return readWith<Enrolled>(text, "bad_answer", [](Members& members) {
        Enrolled enrolled{.organizer = members.id<OrganizerId>("organizer"),
                          .device = members.id<ReplicaId>("device"),
                          .name = members.text("name"),
                          .epoch = members.integer("epoch"),
                          .authorityKey = {},
                          .series = members.text("series", 8),
                          .authority = members.idOrNil<ReplicaId>("authority")};
        const auto key = members.bytes<32>("authority_key");
        enrolled.authorityKey.assign(key.begin(), key.end());
        return enrolled;
    });
}

Bytes tokenMessage(const TokenRequest& request)
{
    CborWriter writer;
    writer.array(4).text("foyer-token-1").bytes(request.organizer.uuid.bytes());
    writer.bytes(request.device.uuid.bytes()).text(request.challenge);
    return writer.take();
}

std::string toText(const TokenRequest& request)
{
    return Object{}
        .add("organizer", request.organizer.text())
        .add("device", request.device.text())
        .add("challenge", request.challenge)
        .add("key_id", request.keyId)
        .add("signature", toBase64Url(request.signature))
        .text();
}

Result<TokenRequest> readTokenRequest(std::string_view text)
{
    return readWith<TokenRequest>(text, "bad_token_request", [](Members& members) {
        return TokenRequest{.organizer = members.id<OrganizerId>("organizer"),
                            .device = members.id<ReplicaId>("device"),
                            .challenge = members.text("challenge"),
                            .keyId = members.text("key_id"),
                            .signature = members.bytes<64>("signature")};
    });
}

Bytes rotationMessage(const KeyRotation& rotation)
{
    CborWriter writer;
    writer.array(3).text("foyer-key-1").bytes(rotation.device.uuid.bytes());
    writer.bytes(rotation.newKey);
    return writer.take();
}

std::string toText(const KeyRotation& rotation)
{
    return Object{}
        .add("device", rotation.device.text())
        .add("new_key", toBase64Url(rotation.newKey))
        .add("signature", toBase64Url(rotation.signature))
        .text();
}

Result<KeyRotation> readKeyRotation(std::string_view text)
{
    return readWith<KeyRotation>(text, "bad_rotation", [](Members& members) {
        return KeyRotation{.device = members.id<ReplicaId>("device"),
                           .newKey = members.bytes<32>("new_key"),
                           .signature = members.bytes<64>("signature")};
    });
}

} // namespace foyer::protocol
