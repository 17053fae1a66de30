// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/input_file.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

namespace foyer::cli {
namespace {

constexpr std::size_t kFileMax = 64U * 1024 * 1024;

struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

Error unreadable(const std::string& path)
{
    if (errno == ENOENT || errno == ENOTDIR) {
        return badInput("no_such_file", "There is no file " + path + ". Check the name.", path);
    }
    return storageError("file_unreadable",
                        "The file " + path + " cannot be read (" + std::strerror(errno) + ").",
                        path);
}

} // namespace

Result<std::string> readInputFile(const std::string& path)
{
    const std::unique_ptr<std::FILE, Close> file{std::fopen(path.c_str(), "rbe")};
    if (!file) {
        return unreadable(path);
    }
    std::string content;
    std::array<char, 65536> buffer{};
    while (const std::size_t size = std::fread(buffer.data(), 1, buffer.size(), file.get())) {
        content.append(buffer.data(), size);
        if (content.size() > kFileMax) {
            return badInput("file_too_large",
                            "The file " + path +
                                " is larger than 64 MiB. That is not a seating plan "
                                "or a season.",
                            path);
        }
    }
    if (std::ferror(file.get()) != 0) {
        return unreadable(path);
    }
    return content;
}

} // namespace foyer::cli
