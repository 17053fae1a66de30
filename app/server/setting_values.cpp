// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/setting_values.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <utility>

namespace foyer {

using Settings = Poco::Util::AbstractConfiguration;

std::string setting(const Settings& settings, const std::string& key, const std::string& otherwise)
{
    std::string name = "FOYER_" + key;
    std::ranges::transform(name, name.begin(), [](char c) {
        return c == '.' || c == '-' ? '_'
            : c >= 'a' && c <= 'z'  ? static_cast<char>(c - 'a' + 'A')
                                    : c;
    });
    if (const char* value = std::getenv(name.c_str()); value != nullptr && *value != '\0') {
        return value;
    }
    return settings.getString(key, otherwise);
}

Result<std::int64_t> number(const Settings& settings, const std::string& key,
                            std::int64_t otherwise, std::int64_t low, std::int64_t high)
{
    const std::string text = setting(settings, key, std::to_string(otherwise));
    std::int64_t value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc{} || end != text.data() + text.size() || value < low || value > high) {
        return usageError("bad_setting",
                          "The setting " + key + " is \"" + text + "\"; it must be a number from " +
                              std::to_string(low) + " to " + std::to_string(high) + ".",
                          key);
    }
    return value;
}

Result<bool> yesOrNo(const Settings& settings, const std::string& key, bool otherwise)
{
    const std::string text = setting(settings, key, otherwise ? "yes" : "no");
    if (text != "yes" && text != "no") {
        return usageError("bad_setting",
                          "The setting " + key + " is \"" + text + "\"; it must be yes or no.",
                          key);
    }
    return text == "yes";
}

Result<std::string> secretOf(const Settings& settings, const std::string& key,
                             const std::string& why)
{
    const std::string file = setting(settings, key, "");
    std::ifstream stream{file, std::ios::binary};
    std::string secret{std::istreambuf_iterator<char>{stream}, {}};
    while (!secret.empty() && (secret.back() == '\n' || secret.back() == '\r')) {
        secret.pop_back();
    }
    if (secret.empty()) {
        return usageError("bad_setting",
                          why + ", so " + key + " has to name a file with it; \"" + file +
                              "\" holds none that can be read.",
                          key);
    }
    return secret;
}

} // namespace foyer
