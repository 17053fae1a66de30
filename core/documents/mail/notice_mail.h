// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/mail/mail_template.h"
#include "core/domain/notices/notice.h"

#include <span>
#include <string>

namespace foyer {

/// The mail that tells one person of notices, at least one: in their language where Foyer writes
/// it, else in English. `user`: their name, or empty.
MailTexts noticeMail(std::span<const Notice> notices, const std::string& organizer,
                     const std::string& user, const std::string& language);

} // namespace foyer
