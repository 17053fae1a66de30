// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>
#include <vector>

namespace foyer::cli {

struct MailSettingsCommand {
    std::vector<std::string> send;
    std::vector<std::string> keep; ///< not to be sent
    std::optional<std::string> senderName;
    std::optional<std::string> replyTo;
    std::optional<std::string> language;
};
struct MailTemplatesCommand {};
struct MailNamesCommand {};
struct MailTemplateShowCommand {
    std::string kind;
    std::string language = "en";
};
struct MailTemplateSetCommand {
    std::string kind;
    std::string language = "en";
    std::optional<std::string> subject;
    std::string text; ///< files
    std::string html;
};
struct MailTemplateResetCommand {
    std::string kind;
    std::string language = "en";
};
struct MailTemplatePreviewCommand {
    std::string kind;
    std::string language = "en";
};
struct MailSendCommand {
    std::string code;
    std::string what = "receipt";
};
struct MailBuyersCommand {
    std::string performance;
    std::string subject;
    std::string text; ///< a file
};
struct MailAddressCommand {
    std::string address;
    bool allow = false; ///< write to it again
};

} // namespace foyer::cli
