// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/uuid.h"

#include <optional>
#include <string>
#include <vector>

namespace foyer::server {

struct MailAddress {
    std::string name;    ///< UTF-8; may be empty
    std::string address; ///< "kim@example.org"
};

struct MailAttachment {
    std::string fileName;  ///< UTF-8, without a path
    std::string mediaType; ///< "application/pdf"
    Bytes content;
};

/// A picture that the page of a mail shows: it comes with the mail, so that nothing is fetched from
/// anywhere when it is read.
struct MailPicture {
    std::string id; ///< "id@domain": the page names it as "cid:id@domain" (RFC 2392)
    std::string mediaType;
    Bytes content;
};

/// One mail to one person.
struct MailMessage {
    /// "id@domain", without angle brackets: the same at every attempt, so that a mail that arrives
    /// twice shows itself as one.
    std::string id;
    Instant at;
    MailAddress from; ///< of our own domain: receivers hold it against the server that sends
    std::optional<MailAddress> replyTo; ///< the organizer
    MailAddress to;
    std::string subject;
    std::string text; ///< UTF-8, lines end with LF
    std::string html; ///< the same for those who look at it; empty: text only
    std::vector<MailAttachment> attachments;
    std::vector<MailPicture> pictures = {}; ///< of `html`
    /// Of bulk mail: where one POST ends it (RFC 8058). An https address.
    std::optional<std::string> unsubscribeUrl;
};

/// Whether mail can be sent to it: local@domain of printable ASCII, as RFC 5321 has it without
/// quoted local parts, at most 254 characters. International addresses (RFC 6531) are not.
bool isMailAddress(std::string_view address);

/// For MailMessage::id: of the sender's domain.
std::string mailIdOf(const Uuid& id, const MailAddress& from);

/// Whether it can be sent. Errors: bad_mail_address where an address is none, bad_mail where the
/// text is not UTF-8 or the unsubscribe address is no https one.
Result<void> checkMail(const MailMessage& message);

/// The mail as it goes to a server: RFC 5322 and MIME, lines end with CRLF and have 998 bytes at
/// most. Names, subject and file names may hold anything; line ends and control characters in them
/// become spaces, so none of them begins a header. Errors: those of checkMail().
Result<std::string> mimeOf(const MailMessage& message);

} // namespace foyer::server
