// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/access/operator_card.h"

#include "core/domain/journal/cbor.h"

#include <algorithm>

namespace foyer {
namespace {

constexpr const char* kPrefix = "foyer-operator-card-1";
constexpr std::uint64_t kSignedItems = 14;

void writeFields(CborWriter& writer, const OperatorCard& card)
{
    writer.text(kPrefix).bytes(card.id.bytes()).bytes(card.organizer.uuid.bytes());
    writer.bytes(card.device.uuid.bytes()).bytes(card.user.uuid.bytes()).text(card.name);
    writer.integer(card.permissionVersion);
    std::uint64_t count = 0;
    for (const Permission permission : allPermissions()) {
        count += card.permissions.test(static_cast<std::size_t>(permission)) ? 1 : 0;
    }
    writer.array(count);
    for (const Permission permission : allPermissions()) {
        if (card.permissions.test(static_cast<std::size_t>(permission))) {
            writer.text(permissionName(permission));
        }
    }
    writer.integer(card.limits.refundMinor).integer(card.limits.discountMilliPercent);
    writer.integer(card.validFrom.ms).integer(card.validUntil.ms);
    writer.text(card.passwordVerifier).text(card.pinVerifier);
}

std::optional<PermissionSet> permissionsFrom(const CborValue& value)
{
    PermissionSet permissions;
    for (const CborValue& item : value.asArray()) {
        const auto permission = permissionNamed(item.asText());
        if (!permission) {
            return std::nullopt;
        }
        permissions.set(static_cast<std::size_t>(*permission));
    }
    return permissions;
}

template <typename IdType>
IdType idFrom(const CborValue& value)
{
    return IdType{Uuid::fromBytes(value.asBytes()).value_or(Uuid{})};
}

} // namespace

const PermissionSet& offlinePermissions()
{
    static const PermissionSet kAllowed = [] {
        PermissionSet allowed;
        for (const Permission permission : {Permission::Sell,          Permission::ReadOrders,
                                            Permission::VoidOrder,     Permission::Refund,
                                            Permission::Exchange,      Permission::Reprint,
                                            Permission::ReissueTicket, Permission::Discount,
                                            Permission::Complimentary, Permission::SellGiftCards,
                                            Permission::Hold,          Permission::Reserve,
                                            Permission::RunShift,      Permission::MoveCash,
                                            Permission::OpenDrawer,    Permission::ReadTillReports,
                                            Permission::Admit,         Permission::OverrideGate,
                                            Permission::ReadCustomers, Permission::EditCustomers,
                                            Permission::ReadReports}) {
            allowed.set(static_cast<std::size_t>(permission));
        }
        return allowed;
    }();
    return kAllowed;
}

Role offlineRole(const Role& role, std::int64_t refundMinorMax)
{
    Role offline = role;
    offline.permissions &= offlinePermissions();
    offline.limits.refundMinor = std::min(role.limits.refundMinor, refundMinorMax);
    return offline;
}

Bytes operatorCardMessage(const OperatorCard& card)
{
    CborWriter writer;
    writer.array(kSignedItems);
    writeFields(writer, card);
    return writer.take();
}

Bytes encodeOperatorCard(const OperatorCard& card)
{
    CborWriter writer;
    writer.array(kSignedItems + 1);
    writeFields(writer, card);
    writer.bytes(card.signature);
    return writer.take();
}

Result<OperatorCard> decodeOperatorCard(ByteView bytes)
{
    const Error bad = badInput("bad_card",
                               "This operator card cannot be read. Ask the server for "
                               "a new one.");
    const auto decoded = decodeCbor(bytes);
    if (!decoded || decoded->asArray().size() != kSignedItems + 1) {
        return bad;
    }
    const CborValue::Array& items = decoded->asArray();
    const auto permissions = permissionsFrom(items[7]);
    if (!permissions) {
        return bad;
    }
    OperatorCard card{.id = Uuid::fromBytes(items[1].asBytes()).value_or(Uuid{}),
                      .organizer = idFrom<OrganizerId>(items[2]),
                      .device = idFrom<ReplicaId>(items[3]),
                      .user = idFrom<UserId>(items[4]),
                      .name = items[5].asText(),
                      .permissionVersion = items[6].asInteger(),
                      .permissions = *permissions,
                      .limits = {items[8].asInteger(), items[9].asInteger()},
                      .validFrom = Instant{items[10].asInteger()},
                      .validUntil = Instant{items[11].asInteger()},
                      .passwordVerifier = items[12].asText(),
                      .pinVerifier = items[13].asText(),
                      .signature = {}};
    const ByteView signature = items[14].asBytes();
    std::copy_n(signature.begin(), std::min(signature.size(), card.signature.size()),
                card.signature.begin());
    // Whatever is not of its type was read as something else, and does not come out the same.
    const bool isSame = std::ranges::equal(encodeOperatorCard(card), bytes);
    if (!isSame || card.user.isNil() || card.validFrom >= card.validUntil ||
        card.validUntil.ms - card.validFrom.ms > kCardLifeMsMax ||
        (card.permissions & ~offlinePermissions()).any()) {
        return bad;
    }
    return card;
}

} // namespace foyer
