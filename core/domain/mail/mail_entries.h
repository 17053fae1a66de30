// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/journal/cbor.h"
#include "core/domain/mail/mail_template.h"

#include <string>

namespace foyer {

/// `mail.asked`, version 1: somebody wants a mail of an order to be sent, once more perhaps.
struct MailAsked {
    OrderId order;
    MailKind what = MailKind::Receipt; ///< a receipt, or the confirmation with its tickets
    friend bool operator==(const MailAsked&, const MailAsked&) = default;
};

/// `bulletin.asked`, version 1: the organizer writes to everybody who has tickets of a performance.
struct BulletinAsked {
    Uuid bulletin;
    PerformanceId performance;
    std::string subject;
    std::string text; ///< paragraphs, with an empty line between them
    friend bool operator==(const BulletinAsked&, const BulletinAsked&) = default;
};

/// `mail.ended`, version 1, by the authority: what became of a mail of an order. Not to whom it
/// went: the address is personal.
struct MailEnded {
    Uuid mail;
    OrderId order;
    std::string what;   ///< the name of a MailKind
    bool isSent = true; ///< else no mail server takes it
    std::string reason; ///< of a mail that was not sent, without personal data
    friend bool operator==(const MailEnded&, const MailEnded&) = default;
};

Bytes encode(const MailAsked& body);
Bytes encode(const BulletinAsked& body);
Bytes encode(const MailEnded& body);
/// The Error names the first field that is missing or wrong.
Result<MailAsked> decodeMailAsked(const CborValue& body);
Result<BulletinAsked> decodeBulletinAsked(const CborValue& body);
Result<MailEnded> decodeMailEnded(const CborValue& body);

} // namespace foyer
