// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/documents/drawing/drawing.h"
#include "core/domain/reports/report_table.h"

#include <functional>
#include <string>

namespace foyer {

/// A lying A4 page with a picture of a report: above it what the report is about, below it what
/// the marks of the picture mean. Needs a QGuiApplication.
class ReportSheet {
public:
    static constexpr double kWidth = 297;
    static constexpr double kHeight = 210;
    static constexpr double kMargin = 12;
    static constexpr double kInside = kWidth - 2 * kMargin;
    static constexpr double kHead = 24;
    static constexpr double kLegend = 14;
    /// Where the picture goes.
    static constexpr Box kRoom{kMargin, kMargin + kHead, kInside,
                               kHeight - 2 * kMargin - kHead - kLegend};

    ReportSheet();

    /// House, title, answer and scope of the report; `what` says what this page shows of it.
    void head(const ReportTable& table, const std::string& what);
    /// The next mark of the legend: drawn into the box it is given, with its meaning behind it.
    void legend(const std::string& said, const std::function<void(const Box&)>& mark);
    /// Words whose middle is there, on the page whatever their length; on a plate where other
    /// things lie below.
    void words(const char* part, const std::string& said, double middleX, double middleY,
               const TextStyle& style, bool isOnPlate = false);

    Drawing& drawing() { return m_drawing; }
    Drawing done() && { return std::move(m_drawing); }

private:
    void line(const char* part, const std::string& words, const TextStyle& style, const Box& room,
              double smallest);

    Drawing m_drawing;
    double m_legendX = kMargin;
    double m_legendY = kRoom.bottom() + 4;
};

} // namespace foyer
