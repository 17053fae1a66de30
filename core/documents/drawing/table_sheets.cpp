// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/drawing/table_sheets.h"

#include "core/documents/drawing/fitted_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace foyer {
namespace {

/// Holds the words of these pages for translators.
struct TableWords {
    Q_DECLARE_TR_FUNCTIONS(TableSheets)
};

constexpr double kWidth = 210;
constexpr double kHeight = 297;
constexpr double kMargin = 14;
constexpr double kInside = kWidth - 2 * kMargin;
constexpr double kFoot = 8;
constexpr double kTick = 4;
constexpr double kGap = 2.5;
constexpr double kRowGap = 1.3;

class Sheets {
public:
    explicit Sheets(const TableSheets& table) : m_table{table}
    {
        const double room = kInside - (table.tickBoxes ? kTick + kGap : 0);
        const double shares = std::accumulate(table.columns.begin(), table.columns.end(), 0.0,
                                              [](double sum, const TableSheets::Column& column) {
                                                  return sum + column.share;
                                              });
        double x = kMargin + kInside - room;
        for (const TableSheets::Column& column : table.columns) {
            const double width = room * column.share / shares;
            m_columns.push_back({x, 0, width - kGap, 0});
            x += width;
        }
    }

    std::vector<Drawing> drawn() &&
    {
        startPage();
        for (const auto& row : m_table.rows) {
            drawRow(row);
        }
        if (m_table.rows.empty()) {
            addText("empty", m_table.emptyWords, {.points = 11, .ink = Ink::Muted},
                    {kMargin, m_y + 4, kInside, 20}, 3);
        }
        std::vector<Drawing> all = m_table.before;
        const std::size_t pages = all.size() + m_sheets.size();
        std::size_t number = 0;
        for (Drawing& sheet : all) {
            numberPage(sheet, ++number, pages);
        }
        for (Drawing& sheet : m_sheets) {
            numberPage(sheet, ++number, pages);
            if (m_table.rightToLeft) {
                sheet.mirror();
            }
            all.push_back(std::move(sheet));
        }
        return all;
    }

private:
    Drawing& sheet() { return m_sheets.back(); }

    double addText(const char* part, const std::string& words, TextStyle style, Box room, int lines,
                   double smallest = 6)
    {
        if (words.empty()) {
            return room.y;
        }
        sheet().texts.push_back(fitText({part, words, style, room, lines, smallest}));
        return sheet().texts.back().box.bottom();
    }

    void startPage()
    {
        m_sheets.emplace_back();
        sheet().width = kWidth;
        sheet().height = kHeight;
        m_y = addText("title", m_table.title, {.points = 16, .weight = FontWeight::Bold},
                      {kMargin, kMargin, kInside, 14}, 2, 10);
        m_y = addText("subtitle", m_table.subtitle, {.points = 10},
                      {kMargin, m_y + 0.6, kInside, 10}, 2, 8);
        m_y = addText("stamp", m_table.stamp, {.points = 8, .ink = Ink::Muted},
                      {kMargin, m_y + 0.6, kInside, 8}, 2);
        m_y += 4;
        double bottom = m_y;
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            const TableSheets::Column& column = m_table.columns[i];
            bottom = std::max(bottom,
                              addText("head", column.head,
                                      {.points = 8,
                                       .weight = FontWeight::SemiBold,
                                       .ink = Ink::Muted,
                                       .align = column.align},
                                      {m_columns[i].x, m_y, m_columns[i].width, 8}, 1));
        }
        m_y = bottom + 1;
        sheet().rules.push_back({kMargin, m_y, kMargin + kInside, m_y, 0.4, Ink::Text, false});
        m_y += kRowGap;
    }

    void drawRow(const std::vector<std::string>& row)
    {
        Drawing band;
        double bottom = m_y;
        for (std::size_t i = 0; i < m_columns.size() && i < row.size(); ++i) {
            if (row[i].empty()) {
                continue;
            }
            const TableSheets::Column& column = m_table.columns[i];
            band.texts.push_back(
                fitText({"cell",
                         row[i],
                         {.points = 10,
                          .weight = column.strong ? FontWeight::SemiBold : FontWeight::Regular,
                          .align = column.align},
                         {m_columns[i].x, m_y, m_columns[i].width, 16},
                         2,
                         7}));
            bottom = std::max(bottom, band.texts.back().box.bottom());
        }
        alignBaselines(band.texts);
        if (bottom > kHeight - kMargin - kFoot) {
            const double top = m_y;
            startPage();
            bottom += m_y - top;
            sheet().add(band, 0, m_y - top);
        } else {
            sheet().add(band, 0, 0);
        }
        if (m_table.tickBoxes) {
            drawTick(m_y + 0.4);
        }
        m_y = std::max(bottom, m_y + kTick) + kRowGap;
        sheet().rules.push_back({kMargin, m_y, kMargin + kInside, m_y, 0.15, Ink::Line, false});
        m_y += kRowGap;
    }

    void drawTick(double y)
    {
        const double right = kMargin + kTick;
        const double bottom = y + kTick;
        auto& rules = sheet().rules;
        rules.push_back({kMargin, y, right, y, 0.25, Ink::Text, false});
        rules.push_back({right, y, right, bottom, 0.25, Ink::Text, false});
        rules.push_back({right, bottom, kMargin, bottom, 0.25, Ink::Text, false});
        rules.push_back({kMargin, bottom, kMargin, y, 0.25, Ink::Text, false});
    }

    static void numberPage(Drawing& sheet, std::size_t number, std::size_t pages)
    {
        const QString words = TableWords::tr("Page %1 of %2").arg(number).arg(pages);
        const Box room{kMargin, sheet.height - kMargin - 4, sheet.width - 2 * kMargin, 5};
        sheet.texts.push_back(fitText({"page number",
                                       words.toStdString(),
                                       {.points = 8, .ink = Ink::Muted, .align = Align::End},
                                       room}));
    }

    const TableSheets& m_table;
    std::vector<Box> m_columns; ///< x and width of each
    double m_y = 0;
    std::vector<Drawing> m_sheets;
};

} // namespace

std::vector<Drawing> tableSheets(const TableSheets& table)
{
    return Sheets{table}.drawn();
}

} // namespace foyer
