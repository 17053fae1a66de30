// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDirIterator>
#include <QString>

#include <algorithm>
#include <string>
#include <vector>

namespace foyer::test {

/// Names of all files below a folder, from it on.
inline std::vector<std::string> filesBelow(const std::string& folder)
{
    std::vector<std::string> names;
    QDirIterator each{QString::fromStdString(folder), QDir::Files | QDir::Hidden,
                      QDirIterator::Subdirectories};
    while (each.hasNext()) {
        names.push_back(each.next().toStdString().substr(folder.size()));
    }
    std::ranges::sort(names);
    return names;
}

} // namespace foyer::test
