// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/documents/drawing/drawing.h"

#include <string>
#include <vector>

namespace foyer {

/// A list for people, on as many A4 pages as it takes: title and subtitle on each, the column heads
/// again on each, "Page 2 of 5" below. Made to be read at arm's length in poor light.
struct TableSheets {
    struct Column {
        std::string head;
        double share = 1; ///< of the width, compared with the other columns
        Align align = Align::Start;
        bool strong = false; ///< what the eye looks for
    };
    std::string title;
    std::string subtitle;
    std::string stamp; ///< when it was made, and what that means
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> rows;
    std::string emptyWords; ///< what stands there instead of rows
    bool tickBoxes = false; ///< an empty box before each row, to tick with a pen
    bool rightToLeft = false;
    std::vector<Drawing> before = {}; ///< pages that come first and are counted with the others
};

/// The pages of a list; at least one. Needs a QGuiApplication.
std::vector<Drawing> tableSheets(const TableSheets& table);

} // namespace foyer
