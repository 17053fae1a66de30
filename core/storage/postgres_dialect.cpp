// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/postgres_dialect.h"

#include <algorithm>
#include <array>
#include <utility>

namespace foyer {
namespace {

bool isWordCharacter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

/// What stands at the beginning of a text: one comment, quoted text or name, word, or character.
std::string_view firstPiece(std::string_view sql)
{
    const char first = sql.front();
    if (sql.starts_with("--")) {
        return sql.substr(0, sql.find('\n'));
    }
    if (first == '\'' || first == '"') {
        const auto end = sql.find(first, 1);
        return sql.substr(0, end == std::string_view::npos ? end : end + 1);
    }
    const auto end = std::ranges::find_if_not(sql, isWordCharacter);
    return sql.substr(0, std::max<std::size_t>(1, static_cast<std::size_t>(end - sql.begin())));
}

using Replacement = std::pair<std::string_view, std::string_view>;

// What begins with the same words stands behind what is longer.
constexpr std::array kReplacements{Replacement{" STRICT, WITHOUT ROWID", ""},
                                   Replacement{" STRICT", ""},
                                   Replacement{" COLLATE NOCASE", ""},
                                   Replacement{"INTEGER", "BIGINT"},
                                   Replacement{"BLOB", "BYTEA"},
                                   Replacement{"TEXT", "TEXT COLLATE \"C\""}};

const Replacement* replacementAt(std::string_view sql)
{
    const auto found = std::ranges::find_if(kReplacements, [&](const Replacement& each) {
        return sql.starts_with(each.first) &&
            (sql.size() == each.first.size() || !isWordCharacter(sql[each.first.size()]));
    });
    return found != kReplacements.end() ? found : nullptr;
}

} // namespace

std::string withNumberedParameters(std::string_view sql)
{
    std::string numbered;
    numbered.reserve(sql.size() + 16);
    int parameters = 0;
    while (!sql.empty()) {
        const std::string_view piece = firstPiece(sql);
        if (piece == "?") {
            numbered += '$' + std::to_string(++parameters);
        } else {
            numbered += piece;
        }
        sql.remove_prefix(piece.size());
    }
    return numbered;
}

std::string postgresSchema(std::string_view sql)
{
    std::string schema;
    schema.reserve(sql.size() * 2);
    while (!sql.empty()) {
        if (const Replacement* replacement = replacementAt(sql)) {
            schema += replacement->second;
            sql.remove_prefix(replacement->first.size());
            continue;
        }
        const std::string_view piece = firstPiece(sql);
        schema += piece;
        sql.remove_prefix(piece.size());
    }
    return schema;
}

} // namespace foyer
