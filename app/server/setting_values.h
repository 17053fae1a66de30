// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <Poco/Util/AbstractConfiguration.h>

#include <cstdint>
#include <string>

namespace foyer {

/// "server.port" is FOYER_SERVER_PORT in the environment, which goes first; `otherwise` where
/// neither says anything.
std::string setting(const Poco::Util::AbstractConfiguration& settings, const std::string& key,
                    const std::string& otherwise);
/// Usage error bad_setting unless it is a number from `low` to `high`.
Result<std::int64_t> number(const Poco::Util::AbstractConfiguration& settings,
                            const std::string& key, std::int64_t otherwise, std::int64_t low,
                            std::int64_t high);
/// "yes" or "no"; usage error bad_setting for anything else.
Result<bool> yesOrNo(const Poco::Util::AbstractConfiguration& settings, const std::string& key,
                     bool otherwise);
/// The secret in the file that `key` names, without the line end behind it. Usage error
/// bad_setting, which says `why` there has to be one, where the file holds none.
Result<std::string> secretOf(const Poco::Util::AbstractConfiguration& settings,
                             const std::string& key, const std::string& why);

} // namespace foyer
