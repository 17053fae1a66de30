// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/money.h"
#include "core/documents/season/csv_table.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace foyer {

/// One line of a season's file, cell by cell. The first fault is kept and what is read after it is
/// of no use, so that a line is read in one go and asked once.
class SeasonLine {
public:
    SeasonLine(const CsvTable& table, const CsvLine& line) : m_table{table}, m_line{line} {}

    /// Empty where the cell is, or there is no such column.
    std::string text(const std::string& column);
    /// A fault where it is empty.
    std::string needed(const std::string& column);
    /// 0 where empty.
    std::int64_t count(const std::string& column, std::int64_t max);
    /// Percent with up to three decimals, from 0 to 100, in thousandths; 0 where empty.
    std::int64_t milliPercent(const std::string& column);
    bool yesNo(const std::string& column, bool otherwise);
    /// Minor units, from 0 to 10,000,000,000; nothing where empty.
    std::optional<std::int64_t> amount(const std::string& column, Currency currency);
    /// The parts between "|".
    std::vector<std::string> list(const std::string& column);

    /// Keeps a fault of a column, unless there is one already.
    void refuse(const std::string& column, const std::string& message);
    /// The place of a column in this line: "line 12, column price".
    std::string where(const std::string& column) const;
    /// The first fault; also that a cell was filled which nobody asked for.
    std::optional<Error> fault();

private:
    const CsvTable& m_table;
    const CsvLine& m_line;
    std::set<std::string> m_asked;
    std::optional<Error> m_fault;
};

} // namespace foyer
