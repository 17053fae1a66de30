// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/tickets/receipt_document.h"

#include "core/documents/drawing/drawing_output.h"
#include "core/documents/drawing/fitted_text.h"
#include "core/documents/tickets/house_mark.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace foyer {
namespace {

/// Holds the words of these pages for translators.
struct ReceiptWords {
    Q_DECLARE_TR_FUNCTIONS(ReceiptDocument)
};

/// A table column, in millimetres from the left margin.
struct Column {
    double x = 0;
    double width = 0;
};

/// Fills pages from the top with bands that never break across two of them.
class ReceiptSheets {
public:
    ReceiptSheets(const ReceiptPage& page, ReceiptPaper paper)
        : m_page{page}, m_roll{paper == ReceiptPaper::Roll80 || paper == ReceiptPaper::Roll58},
          m_slim{paper == ReceiptPaper::Roll58}
    {
        const bool isLarge = paper == ReceiptPaper::A4;
        m_width = m_slim ? 58 : m_roll ? 80 : isLarge ? 210 : 148;
        m_pageHeight = m_roll ? 0 : isLarge ? 297 : 210;
        m_margin = m_roll ? 5 : isLarge ? 20 : 13;
        m_inside = m_width - 2 * m_margin;
        m_amount = m_slim ? 17 : m_roll ? 20 : 24;
    }

    std::vector<Drawing> drawn() &&
    {
        startPage();
        drawSpecimen();
        drawHead();
        for (const ReceiptPage::Group& group : m_page.groups) {
            drawGroup(group);
        }
        drawTotal();
        drawPayments();
        drawTaxes();
        drawNote();
        finish();
        return std::move(m_sheets);
    }

private:
    double bottom() const { return m_pageHeight - m_margin - 6; }

    void startPage()
    {
        m_sheets.emplace_back();
        m_sheets.back().width = m_width;
        m_sheets.back().height = m_pageHeight;
        m_sheets.back().accent = m_page.style.colours.main;
        m_y = m_margin;
        if (m_sheets.size() > 1) {
            text("order code", {0, m_inside}, m_page.orderCode, {.points = 9, .ink = Ink::Muted});
            endBand(4);
        }
    }

    /// Measures a cell of the band at hand.
    void text(const char* part, Column column, const std::string& words, TextStyle style,
              int lines = 1, double smallest = 0)
    {
        if (words.empty()) {
            return;
        }
        const Box room{m_margin + column.x, m_y, column.width, 60};
        m_band.texts.push_back(fitText({part, words, style, room, lines, smallest}));
    }

    /// Puts the band onto the page, or onto the next one where it does not fit.
    void endBand(double gap = 0)
    {
        alignBaselines(m_band.texts);
        double height = 0;
        for (const DrawnText& cell : m_band.texts) {
            height = std::max(height, cell.box.bottom() - m_y);
        }
        if (!m_roll && m_y + height > bottom()) {
            Drawing band = std::exchange(m_band, {});
            const double top = m_y;
            startPage();
            m_sheets.back().add(band, 0, m_y - top);
        } else {
            m_sheets.back().add(m_band, 0, 0);
            m_band = {};
        }
        m_y += height + gap;
    }

    /// Starts a new page unless so many millimetres are left on this one.
    void keepTogether(double height)
    {
        if (!m_roll && m_y + height > bottom()) {
            startPage();
        }
    }

    void rule(double width, Ink ink, double gapBefore, double gapAfter)
    {
        m_y += gapBefore;
        m_sheets.back().rules.push_back(
            {m_margin, m_y, m_margin + m_inside, m_y, width, ink, false});
        m_y += gapAfter;
    }

    void drawSpecimen()
    {
        if (m_page.specimen) {
            text("specimen", {0, m_inside},
                 QLocale{}.toUpper(ReceiptWords::tr("Specimen")).toStdString(),
                 {.points = 18, .weight = FontWeight::Bold}, 1, 10);
            endBand(3);
        }
    }

    void drawHead()
    {
        const HouseStyle& style = m_page.style;
        const double length = style.colours.main ? m_inside : 9;
        m_sheets.back().blocks.push_back({{m_margin, m_y - 0.4, length, 0.9}, Ink::Accent});
        m_y += 2.6;
        if (style.logo) {
            const double height = m_roll ? 14 : 16;
            const Box room{m_margin, m_y, m_roll ? m_inside : 60, height};
            m_sheets.back().pictures.push_back(drawnLogo(style.logo, room, m_roll));
            m_y += height + 2;
        }
        text("organizer", {0, m_inside}, m_page.organizer,
             {.points = 13, .weight = FontWeight::Bold}, 2, 9);
        endBand(0.6);
        text("organizer address", {0, m_inside}, m_page.organizerAddress,
             {.points = 8.5, .ink = Ink::Muted}, 6, 6.5);
        endBand();
        if (!m_page.taxNumber.empty()) {
            const QString tax =
                ReceiptWords::tr("Tax number %1").arg(QString::fromStdString(m_page.taxNumber));
            text("tax number", {0, m_inside}, tax.toStdString(), {.points = 8.5, .ink = Ink::Muted},
                 1, 6.5);
            endBand();
        }
        m_y += m_roll ? 5 : 9;
        const double half = m_inside / 2;
        text("recipient", {0, m_inside * 0.6}, m_page.recipient, {.points = 10}, 9, 7.5);
        endBand(m_page.recipient.empty() ? 0 : 12);
        text("title", {0, half - 2},
             m_page.title.empty() ? ReceiptWords::tr("Receipt").toStdString() : m_page.title,
             {.points = m_roll ? 14.0 : 18.0, .weight = FontWeight::Bold}, 1, 10);
        text("order code", {half, half}, m_page.orderCode,
             {.points = m_roll ? 11.0 : 13.0, .weight = FontWeight::SemiBold, .align = Align::End},
             1, 8);
        endBand(0.8);
        text("date", {0, m_inside}, m_page.dateLine, {.points = 8.5, .ink = Ink::Muted}, 2, 7);
        endBand(0.4);
        text("customer", {0, m_inside}, m_page.customer, {.points = 9}, 2, 7);
        endBand();
        rule(0.35, Ink::Text, 3, 3);
    }

    void drawGroup(const ReceiptPage::Group& group)
    {
        keepTogether(16);
        text("heading", {0, m_inside}, group.heading,
             {.points = 10, .weight = FontWeight::SemiBold}, 2, 8);
        endBand();
        text("detail", {0, m_inside}, group.detail, {.points = 8.5, .ink = Ink::Muted}, 2, 7);
        endBand(group.promoter.empty() ? 0 : 0.4);
        text("promoter", {0, m_inside}, group.promoter, {.points = 8.5, .ink = Ink::Muted}, 4, 6.5);
        endBand(group.heading.empty() ? 0 : 1.2);
        const double quantity = m_roll ? 9 : 12;
        const double unit = m_roll ? 0 : 24;
        for (const ReceiptPage::Line& line : group.lines) {
            const double words = m_inside - quantity - unit - m_amount - 2;
            text("quantity", {0, quantity - 1}, line.quantity, {.points = 9.5}, 1, 6);
            text("line", {quantity, words}, line.text, {.points = 9.5}, 3, 7.5);
            if (!m_roll) {
                text("unit price", {quantity + words + 1, unit}, line.unitPrice,
                     {.points = 9, .ink = Ink::Muted, .align = Align::End}, 1, 6);
            }
            text("amount", {m_inside - m_amount, m_amount}, line.amount,
                 {.points = 9.5, .align = Align::End}, 1, 6);
            endBand(0.8);
        }
        m_y += 2.4;
    }

    void drawTotal()
    {
        keepTogether(12 + 5 * static_cast<double>(m_page.payments.size()));
        rule(0.35, Ink::Text, 0.4, 2.6);
        const double half = m_inside / 2;
        text("total label", {0, half - 1}, ReceiptWords::tr("Total").toStdString(),
             {.points = 13, .weight = FontWeight::Bold}, 1, 9);
        text("total", {half, half}, m_page.total,
             {.points = 13, .weight = FontWeight::Bold, .align = Align::End}, 1, 8);
        endBand(2.4);
    }

    void drawPayments()
    {
        for (const ReceiptPage::Payment& payment : m_page.payments) {
            text("payment", {0, m_inside - m_amount - 2}, payment.text, {.points = 9.5}, 2, 7);
            text("paid", {m_inside - m_amount, m_amount}, payment.amount,
                 {.points = 9.5, .align = Align::End}, 1, 6);
            endBand(0.6);
        }
    }

    void drawTaxes()
    {
        if (m_page.taxes.empty()) {
            return;
        }
        keepTogether(16);
        rule(0.2, Ink::Line, 3, 2.4);
        const TextStyle head{.points = 7.5, .weight = FontWeight::SemiBold, .ink = Ink::Muted};
        taxRow(ReceiptWords::tr("Tax").toStdString(), ReceiptWords::tr("Net").toStdString(),
               ReceiptWords::tr("Tax amount").toStdString(),
               ReceiptWords::tr("Gross").toStdString(), head);
        for (const ReceiptPage::TaxLine& tax : m_page.taxes) {
            taxRow(tax.name, tax.net, tax.tax, tax.gross, {.points = 8.5});
        }
    }

    void taxRow(const std::string& name, const std::string& net, const std::string& tax,
                const std::string& gross, TextStyle style)
    {
        const double money = m_slim ? 12.5 : m_roll ? 17 : 24;
        TextStyle right = style;
        right.align = Align::End;
        text("tax name", {0, m_inside - 3 * money - 1}, name, style, 2, 6);
        text("net", {m_inside - 3 * money, money - 1}, net, right, 1, 5.5);
        text("tax", {m_inside - 2 * money, money - 1}, tax, right, 1, 5.5);
        text("gross", {m_inside - money, money}, gross, right, 1, 5.5);
        endBand(0.5);
    }

    void drawNote()
    {
        if (m_page.note.empty()) {
            return;
        }
        keepTogether(12);
        m_y += 4;
        text("note", {0, m_inside}, m_page.note, {.points = 10, .weight = FontWeight::SemiBold}, 4,
             8);
        endBand();
    }

    void finish()
    {
        if (m_roll) {
            m_sheets.back().height = m_y + m_margin + 4;
        } else if (m_sheets.size() > 1) {
            numberPages();
        }
        if (m_page.rightToLeft) {
            for (Drawing& sheet : m_sheets) {
                sheet.mirror();
            }
        }
    }

    void numberPages()
    {
        for (std::size_t i = 0; i < m_sheets.size(); ++i) {
            const QString words = ReceiptWords::tr("Page %1 of %2").arg(i + 1).arg(m_sheets.size());
            const Box room{m_margin, m_pageHeight - m_margin - 4, m_inside, 4};
            const TextStyle style{.points = 7.5, .ink = Ink::Muted, .align = Align::End};
            m_sheets[i].texts.push_back(fitText({"page number", words.toStdString(), style, room}));
        }
    }

    const ReceiptPage& m_page;
    bool m_roll;
    bool m_slim;
    double m_width = 0;
    double m_pageHeight = 0;
    double m_margin = 0;
    double m_inside = 0;
    double m_amount = 0;
    double m_y = 0;
    Drawing m_band;
    std::vector<Drawing> m_sheets;
};

} // namespace

std::vector<Drawing> receiptSheets(const ReceiptPage& page, ReceiptPaper paper)
{
    return ReceiptSheets{page, paper}.drawn();
}

Result<void> writeReceiptPdf(const std::string& path, const ReceiptPage& page, ReceiptPaper paper)
{
    const std::string title = page.title.empty()
        ? ReceiptWords::tr("Receipt %1").arg(QString::fromStdString(page.orderCode)).toStdString()
        : page.title + " " + page.orderCode;
    return writePdf(path, title, receiptSheets(page, paper));
}

Bytes receiptPdf(const ReceiptPage& page, ReceiptPaper paper)
{
    return makePdf(page.orderCode, receiptSheets(page, paper));
}

} // namespace foyer
