// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/reports/report_sheet.h"

#include "core/documents/drawing/fitted_text.h"

#include <algorithm>

namespace foyer {
namespace {

constexpr double kSide = 3; ///< of a mark in the legend

} // namespace

ReportSheet::ReportSheet()
{
    m_drawing.width = kWidth;
    m_drawing.height = kHeight;
}

void ReportSheet::head(const ReportTable& table, const std::string& what)
{
    std::string title = table.house + " · " + table.title;
    if (!what.empty()) {
        title += " · " + what;
    }
    line("title", title, {.points = 14, .weight = FontWeight::Bold}, {kMargin, kMargin, kInside, 8},
         9);
    line("subtitle", table.answer, {.points = 9}, {kMargin, kMargin + 7.5, kInside, 6}, 7);
    line("stamp", table.scope, {.points = 8, .ink = Ink::Muted},
         {kMargin, kMargin + 12.5, kInside, 5}, 6);
}

void ReportSheet::line(const char* part, const std::string& words, const TextStyle& style,
                       const Box& room, double smallest)
{
    if (!words.empty()) {
        m_drawing.texts.push_back(fitText({part, words, style, room, 1, smallest}));
    }
}

void ReportSheet::words(const char* part, const std::string& said, double middleX, double middleY,
                        const TextStyle& style, bool isOnPlate)
{
    DrawnText drawn = fitText({part, said, style, {0, 0, kInside / 3, 12}, 1, 4});
    drawn.box.x =
        std::clamp(middleX - drawn.box.width / 2, kMargin, kWidth - kMargin - drawn.box.width);
    drawn.box.y = middleY - drawn.box.height / 2;
    if (isOnPlate) {
        m_drawing.blocks.push_back(
            {{drawn.box.x - 0.6, drawn.box.y - 0.2, drawn.box.width + 1.2, drawn.box.height + 0.4},
             Ink::Paper});
    }
    m_drawing.texts.push_back(std::move(drawn));
}

void ReportSheet::legend(const std::string& said, const std::function<void(const Box&)>& mark)
{
    DrawnText drawn = fitText({"legend", said, {.points = 8}, {0, 0, kInside / 3, 5}, 1, 6});
    const double need = kSide + 1.5 + drawn.box.width + 6;
    if (m_legendX > kMargin && m_legendX + need > kWidth - kMargin) {
        m_legendX = kMargin;
        m_legendY += 5;
    }
    mark({m_legendX, m_legendY, kSide, kSide});
    drawn.box.x = m_legendX + kSide + 1.5;
    drawn.box.y = m_legendY + kSide / 2 - drawn.box.height / 2;
    m_legendX += need;
    m_drawing.texts.push_back(std::move(drawn));
}

} // namespace foyer
