// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/mail/mail_message.h"

namespace foyer::server {

/// A mail as it waits: CBOR. To be sealed before it is kept.
Bytes encode(const MailMessage& message);
/// Storage error database_damaged where the bytes are no such mail.
Result<MailMessage> decodeMail(ByteView bytes);

} // namespace foyer::server
