// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/payouts/csv_text.h"

#include <QFile>
#include <QSaveFile>
#include <QString>

#include <algorithm>
#include <string_view>

namespace foyer {
namespace {

bool isDigit(char letter)
{
    return letter >= '0' && letter <= '9';
}

/// "12", "-12.50"; nothing else.
bool isNumber(std::string_view cell)
{
    if (cell.starts_with('-')) {
        cell.remove_prefix(1);
    }
    const std::size_t point = cell.find('.');
    const std::string_view whole = cell.substr(0, point);
    const std::string_view rest = point == std::string_view::npos ? "0" : cell.substr(point + 1);
    return !whole.empty() && !rest.empty() && std::ranges::all_of(whole, isDigit) &&
        std::ranges::all_of(rest, isDigit);
}

std::string cellText(const std::string& cell)
{
    constexpr std::string_view kFormula = "=+-@\t\r";
    std::string text = cell;
    if (!cell.empty() && kFormula.find(cell.front()) != std::string_view::npos && !isNumber(cell)) {
        text.insert(text.begin(), '\'');
    }
    if (text.find_first_of(",\"\r\n") == std::string::npos) {
        return text;
    }
    std::string quoted = "\"";
    for (const char letter : text) {
        quoted += letter == '"' ? "\"\"" : std::string(1, letter);
    }
    return quoted + '"';
}

} // namespace

std::string csvText(const std::vector<std::vector<std::string>>& rows)
{
    std::string text;
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            text += (i > 0 ? "," : "") + cellText(row[i]);
        }
        text += "\r\n";
    }
    return text;
}

Result<void> writeText(const std::string& path, const std::string& text)
{
    QSaveFile file{QString::fromStdString(path)};
    if (!file.open(QIODevice::WriteOnly)) {
        return storageError("folder_not_writable",
                            "No file can be written to " + path + " (" +
                                file.errorString().toStdString() +
                                "). Choose another folder for documents.",
                            path);
    }
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    const auto size = static_cast<qint64>(text.size());
    if (file.write(text.data(), size) != size || !file.commit()) {
        return storageError("file_not_written",
                            "The document could not be written (" +
                                file.errorString().toStdString() +
                                "). Make room on the disk, then make the document again.",
                            path);
    }
    return {};
}

} // namespace foyer
