// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace foyer::cli {

struct NoticeListCommand {
    std::int64_t limit = 50;
    bool isOpenOnly = false;
    bool isUnreadOnly = false;
};
struct NoticeReadCommand {};
struct NoticeLookCommand {};
struct NoticeChooseCommand {
    std::vector<std::string> app;   ///< kinds to be shown in the window …
    std::vector<std::string> noApp; ///< … and not
    std::vector<std::string> mail;  ///< kinds to be mailed …
    std::vector<std::string> noMail;
    std::optional<std::string> address;
    std::optional<std::string> language;
};
struct NoticeShowChoiceCommand {};
struct NoticeLimitsCommand {
    std::optional<std::int64_t> places;
    std::optional<std::int64_t> percent;
    std::optional<std::int64_t> silent;
};

} // namespace foyer::cli
