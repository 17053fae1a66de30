// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/access/access_entries.h"

#include "core/domain/journal/cbor_fields.h"
#include "core/domain/journal/entry.h"

namespace foyer {

Bytes encode(const AccessDenied& body)
{
    CborWriter writer;
    writer.map(3);
    writer.field("who", body.who.uuid.bytes());
    writer.field("what", body.what);
    writer.field("reason", body.reason);
    return writer.take();
}

Result<AccessDenied> decodeAccessDenied(const CborValue& body)
{
    FieldReader fields{kind::kAccessDenied};
    return fields.checked(AccessDenied{fields.text(body["what"], "what"),
                                       fields.text(body["reason"], "reason"),
                                       fields.id<UserId>(body["who"])});
}

Bytes encode(const ActApproved& body)
{
    CborWriter writer;
    writer.map(2);
    writer.field("by", body.by.uuid.bytes());
    writer.field("permission", std::string{permissionName(body.permission)});
    return writer.take();
}

Result<ActApproved> decodeActApproved(const CborValue& body)
{
    FieldReader fields{kind::kActApproved};
    const auto permission = permissionNamed(body["permission"].asText());
    fields.require(permission.has_value(), "permission");
    return fields.checked(
        ActApproved{permission.value_or(Permission::Sell), fields.id<UserId>(body["by"])});
}

Bytes encode(const UserSigned& body)
{
    CborWriter writer;
    writer.map(2);
    writer.field("how", body.how);
    writer.field("user", body.user.uuid.bytes());
    return writer.take();
}

Result<UserSigned> decodeUserSigned(const CborValue& body)
{
    FieldReader fields{kind::kUserSignedIn};
    return fields.checked(
        UserSigned{fields.id<UserId>(body["user"]), fields.text(body["how"], "how")});
}

Bytes encode(const DeviceInvited& body)
{
    CborWriter writer;
    writer.map(2);
    writer.field("name", body.name);
    writer.field("selector", body.selector);
    return writer.take();
}

Result<DeviceInvited> decodeDeviceInvited(const CborValue& body)
{
    FieldReader fields{kind::kDeviceInvited};
    return fields.checked(DeviceInvited{fields.text(body["name"], "name"),
                                        fields.text(body["selector"], "selector")});
}

Bytes encode(const DeviceRevoked& body)
{
    CborWriter writer;
    writer.map(4);
    writer.field("epoch", body.epoch);
    writer.field("device", body.device.uuid.bytes());
    writer.field("reason", body.reason);
    writer.field("sequence", body.sequence);
    return writer.take();
}

Result<DeviceRevoked> decodeDeviceRevoked(const CborValue& body)
{
    FieldReader fields{kind::kDeviceRevoked};
    return fields.checked(DeviceRevoked{fields.id<ReplicaId>(body["device"]),
                                        fields.integer(body["epoch"], 1, INT64_MAX),
                                        fields.integer(body["sequence"], 0, INT64_MAX),
                                        fields.text(body["reason"], "reason")});
}

Bytes encode(const SecretSet& body)
{
    CborWriter writer;
    writer.map(3);
    writer.text("pin").boolean(body.pin);
    writer.field("user", body.user.uuid.bytes());
    writer.text("password").boolean(body.password);
    return writer.take();
}

Result<SecretSet> decodeSecretSet(const CborValue& body)
{
    FieldReader fields{kind::kSecretSet};
    return fields.checked(SecretSet{fields.id<UserId>(body["user"]), body["password"].asBool(false),
                                    body["pin"].asBool(false)});
}

} // namespace foyer
