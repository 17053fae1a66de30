// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/domain/mail/mail_template.h"

#include <QString>

#include <string>

namespace foyer::ui {

/// What people call a mail.
QString mailKindText(MailKind kind);
/// A language by its own name.
QString mailLanguageText(const std::string& language);
/// What is wrong with a template, and in which of its lines.
QString mailTemplateFault(const Error& error);

} // namespace foyer::ui
