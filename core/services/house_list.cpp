// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/house_list.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <system_error>

#include <unistd.h>

namespace foyer {
namespace {

namespace fs = std::filesystem;

constexpr const char* kListFile = "houses";
constexpr std::size_t kHousesMax = 100;

/// A line each: the folder, a tab, the name. Neither has either in it.
std::string oneLine(std::string text)
{
    std::ranges::replace_if(
        text, [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, ' ');
    return text;
}

bool livesIn(const std::string& folder)
{
    std::error_code error;
    return fs::path{folder}.is_absolute() && fs::exists(fs::path{folder} / "foyer.db", error);
}

} // namespace

std::vector<KnownHouse> HouseList::houses() const
{
    std::vector<KnownHouse> found;
    std::ifstream file{fs::path{m_folder} / kListFile};
    for (std::string line; isKept() && found.size() < kHousesMax && std::getline(file, line);) {
        const std::size_t tab = line.find('\t');
        if (tab == std::string::npos || !livesIn(line.substr(0, tab))) {
            continue;
        }
        KnownHouse house{line.substr(0, tab), line.substr(tab + 1)};
        if (std::ranges::find(found, house.folder, &KnownHouse::folder) == found.end()) {
            found.push_back(std::move(house));
        }
    }
    return found;
}

Result<void> HouseList::noteUsed(const KnownHouse& house) const
{
    if (!isKept()) {
        return {};
    }
    std::vector<KnownHouse> all = houses();
    std::erase_if(all, [&](const KnownHouse& each) { return each.folder == house.folder; });
    all.insert(all.begin(), house);
    std::error_code error;
    fs::create_directories(m_folder, error);
    // Under another name first: whoever reads meanwhile reads a whole list.
    const fs::path list = fs::path{m_folder} / kListFile;
    const fs::path written = list.string() + ".new-" + std::to_string(::getpid());
    std::ofstream file{written, std::ios::trunc};
    for (const KnownHouse& each : all) {
        file << each.folder << '\t' << oneLine(each.name) << '\n';
    }
    file.close();
    if (file) {
        fs::rename(written, list, error);
    }
    if (!file || error) {
        std::error_code ignored;
        fs::remove(written, ignored);
        return storageError("list_not_written",
                            "The list of houses could not be written. Check the folder " +
                                m_folder + ".",
                            m_folder);
    }
    return {};
}

std::string HouseList::newFolder() const
{
    std::error_code error;
    for (int number = 2;; ++number) {
        const fs::path folder = fs::path{m_folder} / ("house-" + std::to_string(number));
        if (!fs::exists(folder, error)) {
            return folder.string();
        }
    }
}

} // namespace foyer
