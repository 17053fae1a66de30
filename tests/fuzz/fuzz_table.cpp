// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/ensure.h"
#include "core/base/utf8.h"
#include "core/documents/tables/table_reader.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace foyer;

namespace {

ReadBytes bytesFrom(std::string_view text)
{
    return [text, at = std::size_t{0}](std::span<char> out) mutable -> Result<std::size_t> {
        const std::size_t count = std::min(out.size(), text.size() - at);
        std::copy_n(text.data() + at, count, out.data());
        at += count;
        return count;
    };
}

} // namespace

/// A stranger's table: every row is text within bounds, or says why it is not, and the end comes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto form = detectTableForm(bytesFrom(text));
    ENSURE(form.has_value());
    TableReader reader{bytesFrom(text), *form};
    std::size_t line = 0;
    std::size_t rows = 0;
    while (const auto row = reader.next().value()) {
        ENSURE(row->line >= line && ++rows <= size);
        line = row->line;
        ENSURE(row->fault.empty() != row->cells.empty());
        ENSURE(row->cells.size() <= TableReader::kCellsMax);
        for (const std::string& cell : row->cells) {
            ENSURE(isUtf8(cell) && cell.size() <= 4 * TableReader::kRowMax);
        }
    }
    return 0;
}
