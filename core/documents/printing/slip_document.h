// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/documents/drawing/drawing.h"
#include "core/domain/printing/printer.h"

#include <string>
#include <string_view>
#include <vector>

namespace foyer {

/// A report as lines: what stands left, and what stands right. A line without either is a gap, one
/// of "-" a rule, one without a right side and with `strong` a heading.
struct SlipPage {
    struct Line {
        std::string left;
        std::string right;
        bool strong = false;
        friend bool operator==(const Line&, const Line&) = default;
    };
    std::string title;
    std::vector<Line> lines;
    bool specimen = false;
    friend bool operator==(const SlipPage&, const SlipPage&) = default;
};

/// As it is kept in a print job: a line each, "\t" between left and right, "*" before strong ones.
std::string slipText(const SlipPage& slip);
SlipPage slipFrom(std::string_view text);

/// The pages of a slip. Office paper has as many as it takes. Needs a QGuiApplication.
std::vector<Drawing> slipSheets(const SlipPage& slip, PrinterPaper paper);

/// What shows that a printer works: its name, its paper, letters of Europe, a code that says
/// kSpecimenCode, and the edges of the paper.
Drawing testPage(const Printer& printer);

} // namespace foyer
