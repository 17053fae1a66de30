// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/uuid.h"
#include "core/storage/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foyer {

using MailId = Id<struct MailTag>;

enum class MailState : std::uint8_t {
    Waiting, ///< to be sent, perhaps once more
    Sent,    ///< a mail server answers for it
    Refused, ///< no mail server takes it, or the address takes no mail
};
std::string_view mailStateName(MailState state);

/// A mail that a server was asked for. All functions here throw StorageFailure.
struct Mail {
    OrganizerId organizer;
    MailId id;
    std::string key;  ///< of what it tells: "confirmation/<id>"
    std::string what; ///< the name of a MailKind
    std::optional<OrderId> order;
    Instant madeAt;
    MailState state = MailState::Waiting;
    std::string problem; ///< without personal data
    std::optional<Instant> endedAt;
};

/// Notes it down as waiting. False where one of this key is known; then nothing changes.
bool addMail(Database& database, const Mail& mail);
/// What became of it; for good, unless it is still Waiting.
void setMailState(Database& database, const Mail& mail);
std::optional<Mail> readMail(Database& database, OrganizerId organizer, MailId id);
/// Those of an order, the oldest first.
std::vector<Mail> readMailsOf(Database& database, OrganizerId organizer, OrderId order);

/// Mails of orders that have ended and are in no order's history yet, the longest ended first.
std::vector<Mail> readUntoldMails(Database& database, OrganizerId organizer, std::int64_t limit);
/// It is in its order's history from now on. False where it was already.
bool noteMailTold(Database& database, OrganizerId organizer, MailId id);

/// An address that bounced, by its hash.
void addBounce(Database& database, OrganizerId organizer, ByteView address, Instant at,
               std::string_view detail);
bool hasBounced(Database& database, OrganizerId organizer, ByteView address);
/// Somebody says that it is right after all.
void forgetBounce(Database& database, OrganizerId organizer, ByteView address);

/// Who ended bulletins by the link in one, by the hash of their address. Twice is the later one.
void addUnsubscribed(Database& database, OrganizerId organizer, ByteView address, Instant at);
bool hasUnsubscribed(Database& database, OrganizerId organizer, ByteView address);
std::optional<Instant> readUnsubscribed(Database& database, OrganizerId organizer,
                                        ByteView address);
/// They have agreed again since.
void forgetUnsubscribed(Database& database, OrganizerId organizer, ByteView address);

} // namespace foyer
