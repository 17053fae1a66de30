// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/row_answer.h"

#include "app/cli/json_forms.h"

#include <nlohmann/json.hpp>

namespace foyer::cli {

Result<Answer> answerOfRows(const Result<ServerRows>& rows, const char* name,
                            const std::vector<const char*>& columns, const char* none)
{
    if (!rows) {
        return rows.error();
    }
    Json list = Json::array();
    std::string text;
    for (const auto& row : *rows) {
        list.push_back(row);
        for (const char* const column : columns) {
            const auto found = row.find(column);
            if (found != row.end() && !found->second.empty()) {
                text += (text.empty() || text.back() == '\n' ? "" : "  ") + found->second;
            }
        }
        text += '\n';
    }
    return Answer{line(Json{{name, list}}), text.empty() ? std::string{none} + '\n' : text, {}};
}

Result<Answer> answerOfAct(const Result<void>& done, const char* sentence)
{
    return done ? Result<Answer>{Answer{line(Json::object()), std::string{sentence} + '\n', {}}}
                : Result<Answer>{done.error()};
}

} // namespace foyer::cli
