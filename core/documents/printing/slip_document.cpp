// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/printing/slip_document.h"

#include "core/documents/drawing/fitted_text.h"
#include "core/documents/tickets/ticket_document.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace foyer {
namespace {

/// Holds the words of these pages for translators.
struct SlipWords {
    Q_DECLARE_TR_FUNCTIONS(SlipDocument)
};

struct Sheet {
    double width = 0;
    double height = 0; ///< 0: as long as it takes
    double margin = 5;
};

Sheet sheetOf(PrinterPaper paper)
{
    switch (paper) {
    case PrinterPaper::A4:
        return {210, 297, 20};
    case PrinterPaper::Letter:
        return {215.9, 279.4, 20};
    case PrinterPaper::A6:
        return {105, 148, 8};
    case PrinterPaper::Roll58:
        return {58, 0, 5};
    case PrinterPaper::Roll80:
        break;
    case PrinterPaper::Stock80x150:
        return {80, 150, 5};
    case PrinterPaper::Stock140x51:
        return {139.7, 50.8, 5};
    }
    return {80, 0, 5};
}

class SlipSheets {
public:
    explicit SlipSheets(PrinterPaper paper) : m_sheet{sheetOf(paper)} { start(); }

    std::vector<Drawing> drawn(const SlipPage& slip) &&
    {
        if (slip.specimen) {
            line({QLocale{}.toUpper(SlipWords::tr("Specimen")).toStdString(), {}, true},
                 {.points = 18, .weight = FontWeight::Bold});
        }
        line({slip.title, {}, true}, {.points = 13, .weight = FontWeight::Bold});
        m_y += 2;
        for (const SlipPage::Line& each : slip.lines) {
            if (each.left == "-" && each.right.empty()) {
                rule();
            } else if (each.left.empty() && each.right.empty()) {
                m_y += 3;
            } else {
                line(each,
                     {.points = 9,
                      .weight = each.strong ? FontWeight::SemiBold : FontWeight::Regular});
            }
        }
        if (m_sheet.height == 0) {
            m_pages.back().height = m_y + m_sheet.margin;
        }
        return std::move(m_pages);
    }

private:
    void start()
    {
        m_pages.emplace_back();
        m_pages.back().width = m_sheet.width;
        m_pages.back().height = m_sheet.height;
        m_y = m_sheet.margin;
    }

    void rule()
    {
        m_y += 1.2;
        m_pages.back().rules.push_back(
            {m_sheet.margin, m_y, m_sheet.width - m_sheet.margin, m_y, 0.25, Ink::Text, false});
        m_y += 1.2;
    }

    void line(const SlipPage::Line& words, TextStyle style)
    {
        const double inside = m_sheet.width - 2 * m_sheet.margin;
        const double right = words.right.empty() ? 0 : inside * 0.42;
        Drawing band;
        if (!words.left.empty()) {
            const Box room{m_sheet.margin, 0, inside - right - (right > 0 ? 1 : 0), 40};
            band.texts.push_back(fitText({"left", words.left, style, room, 3, 7}));
        }
        if (!words.right.empty()) {
            style.align = Align::End;
            const Box room{m_sheet.margin + inside - right, 0, right, 40};
            band.texts.push_back(fitText({"right", words.right, style, room, 1, 6}));
        }
        alignBaselines(band.texts);
        double height = 0;
        for (const DrawnText& text : band.texts) {
            height = std::max(height, text.box.bottom());
        }
        if (m_sheet.height > 0 && m_y + height > m_sheet.height - m_sheet.margin) {
            start();
        }
        m_pages.back().add(band, 0, m_y);
        m_y += height + 0.6;
    }

    Sheet m_sheet;
    double m_y = 0;
    std::vector<Drawing> m_pages;
};

std::string plain(std::string text)
{
    std::replace_if(
        text.begin(), text.end(), [](char letter) { return letter == '\t' || letter == '\n'; },
        ' ');
    return text;
}

} // namespace

std::string slipText(const SlipPage& slip)
{
    std::string text = (slip.specimen ? "!" : " ") + plain(slip.title) + "\n";
    for (const SlipPage::Line& line : slip.lines) {
        text += (line.strong ? "*" : " ") + plain(line.left) + "\t" + plain(line.right) + "\n";
    }
    return text;
}

SlipPage slipFrom(std::string_view text)
{
    SlipPage slip;
    for (bool isFirst = true; !text.empty(); isFirst = false) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const char mark = line.empty() ? ' ' : line.front();
        line.remove_prefix(std::min<std::size_t>(1, line.size()));
        if (isFirst) {
            slip.specimen = mark == '!';
            slip.title = line;
            continue;
        }
        const std::size_t tab = std::min(line.find('\t'), line.size());
        slip.lines.push_back({std::string{line.substr(0, tab)},
                              std::string{line.substr(std::min(tab + 1, line.size()))},
                              mark == '*'});
    }
    return slip;
}

std::vector<Drawing> slipSheets(const SlipPage& slip, PrinterPaper paper)
{
    return SlipSheets{paper}.drawn(slip);
}

Drawing testPage(const Printer& printer)
{
    SlipPage slip;
    slip.title = SlipWords::tr("Test page").toStdString();
    slip.lines = {{printer.name, std::string{nameOf(printer.paper)}, true},
                  {printer.output, std::string{nameOf(printer.language)}, false},
                  {"ÄÖÜ äöü ß é ñ å ç €", "1,234.50", false}};
    Drawing page = std::move(slipSheets(slip, printer.paper).front());
    const double side = std::min(24.0, page.width / 3);
    double bottom = 0;
    for (const DrawnText& text : page.texts) {
        bottom = std::max(bottom, text.box.bottom());
    }
    if (auto code = qrCode(kSpecimenCode)) {
        const bool fitsBelow = page.height == 0 || printer.paper == PrinterPaper::Roll80 ||
            printer.paper == PrinterPaper::Roll58 || bottom + side + 12 < page.height;
        const Box box = fitsBelow ? Box{(page.width - side) / 2, bottom + 6, side, side}
                                  : Box{page.width - side - 8, page.height - 16 - 6, 16, 16};
        page.codes.push_back({box, *std::move(code), kSpecimenCode});
        page.height = std::max(page.height, box.bottom() + 8);
    }
    page.rules.push_back(
        {5, page.height - 3, page.width - 5, page.height - 3, 0.35, Ink::Text, false});
    return page;
}

} // namespace foyer
