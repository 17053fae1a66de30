// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/printing/dot_image.h"
#include "core/documents/printing/page_bands.h"
#include "core/documents/printing/printer_page.h"
#include "core/documents/printing/printer_text.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace foyer {
namespace {

using namespace std::string_view_literals;

constexpr int kRasterRows = 256; // at a time: cheap printers keep no more
constexpr int kFeedMax = 255;
constexpr int kCellWidthA = 12;
constexpr int kCellHeightA = 24;
constexpr int kCellWidthB = 9;
constexpr int kCellHeightB = 17;
constexpr double kLargeFrom = 12;  // points that are printed twice as high
constexpr double kHugeFrom = 19;   // and three times
constexpr double kSmallUpTo = 7.5; // and in the small font
constexpr int kModuleDotsMax = 16;

/// A character cell of the printer: font A or B, so many times as wide and high.
struct Cell {
    bool fontB = false;
    int across = 1;
    int down = 1;

    int width() const { return (fontB ? kCellWidthB : kCellWidthA) * across; }
    int height() const { return (fontB ? kCellHeightB : kCellHeightA) * down; }
};

struct PlacedText {
    int left = 0; ///< dots
    Cell cell;
    bool bold = false;
    CodedText coded;
};

/// From what a text wants down to the smallest it may be.
std::vector<Cell> cellsFor(const TextStyle& style)
{
    if (style.points >= kHugeFrom) {
        return {{false, 3, 3}, {false, 2, 2}, {false, 1, 2}, {true, 1, 2}};
    }
    if (style.points >= kLargeFrom) {
        return {{false, 2, 2}, {false, 1, 2}, {true, 1, 2}};
    }
    if (style.points <= kSmallUpTo) {
        return {{true, 1, 1}};
    }
    return {{false, 1, 1}, {true, 1, 1}};
}

class EscPosWriter {
public:
    EscPosWriter(const Drawing& page, const PageSetup& setup)
        : m_page{page}, m_setup{setup}, m_headDots{static_cast<int>(
                                            std::lround(setup.headWidth * setup.dotsPerMm))}
    {}

    std::string written() &&
    {
        command("\x1b@"sv);
        // Switches off the real-time commands that open a drawer or switch the printer off: a
        // picture's bytes might look like one (GS ( D).
        command("\x1d(D\x05\0\x14\x01\0\x02\0"sv);
        double y = 0;
        for (const PageBand& band : pageBands(m_page)) {
            feed(band.top - y);
            y = band.top + printed(band);
        }
        if (m_setup.cut) {
            command("\x1d\x56\x42\0"sv); // feeds to the cutter, and leaves a little uncut
        } else {
            feed(std::max(0.0, m_page.height - y));
        }
        return std::move(m_bytes);
    }

private:
    void command(std::string_view bytes) { m_bytes += bytes; }
    void byte(int value) { m_bytes.push_back(static_cast<char>(value & 0xff)); }
    void word(int value)
    {
        byte(value);
        byte(value >> 8);
    }
    int dots(double mm) const { return static_cast<int>(std::lround(mm * m_setup.dotsPerMm)); }

    void feed(double mm)
    {
        for (int left = dots(mm); left > 0; left -= kFeedMax) {
            command("\x1bJ"sv);
            byte(std::min(left, kFeedMax));
        }
    }

    /// Prints a band and answers how many millimetres the paper has moved.
    double printed(const PageBand& band)
    {
        if (band.isOneLine) {
            if (const auto texts = placed(band)) {
                return textLine(*texts);
            }
        }
        const Drawing& content = band.content;
        if (content.codes.size() == 1 && content.texts.empty() && content.blocks.empty() &&
            content.rules.empty() && content.pictures.empty() && m_setup.nativeCodes &&
            !content.codes.front().text.empty()) {
            return code(content.codes.front());
        }
        return raster(band);
    }

    /// The texts of a line in the printer's fonts; nothing where they do not fit or cannot be said.
    std::optional<std::vector<PlacedText>> placed(const PageBand& band) const
    {
        for (std::size_t step = 0; step < 4; ++step) {
            auto texts = placedAt(band, step);
            if (!texts || !texts->empty()) {
                return texts;
            }
        }
        return std::nullopt;
    }

    /// One try; empty where it does not fit, nothing where no try will do.
    std::optional<std::vector<PlacedText>> placedAt(const PageBand& band, std::size_t step) const
    {
        std::vector<PlacedText> texts;
        int freeFrom = 0;
        for (const BandText& text : band.texts) {
            auto coded = codedText(text.characters);
            if (!coded || text.rightToLeft) {
                return std::nullopt;
            }
            const std::vector<Cell> cells = cellsFor(text.style);
            const Cell cell = cells[std::min(step, cells.size() - 1)];
            const int width = static_cast<int>(text.characters.size()) * cell.width();
            int left = dots(text.left - m_setup.headLeft);
            if (text.style.align == Align::End) {
                left = std::min(dots(text.right - m_setup.headLeft), m_headDots) - width;
            } else if (isCentred(text)) {
                left = (m_headDots - width) / 2;
            }
            if (left < freeFrom || left + width > m_headDots) {
                return std::vector<PlacedText>{};
            }
            freeFrom = left + width + cell.width() / 2;
            texts.push_back(
                {left, cell, text.style.weight != FontWeight::Regular, *std::move(coded)});
        }
        return texts;
    }

    bool isCentred(const BandText& text) const
    {
        return std::abs(text.left + text.right - m_page.width) < 0.5;
    }

    double textLine(const std::vector<PlacedText>& texts)
    {
        int height = 0;
        for (const PlacedText& text : texts) {
            command("\x1bM"sv);
            byte(text.cell.fontB ? 1 : 0);
            command("\x1d!"sv);
            byte((text.cell.across - 1) << 4 | (text.cell.down - 1));
            command("\x1b\x45"sv);
            byte(text.bold ? 1 : 0);
            command("\x1bt"sv);
            byte(text.coded.page);
            command("\x1b$"sv);
            word(text.left);
            command(text.coded.bytes);
            height = std::max(height, text.cell.height());
        }
        command("\x1b\x33"sv);
        byte(height);
        command("\n"sv);
        return height / m_setup.dotsPerMm;
    }

    double code(const DrawnCode& code)
    {
        const int module = std::min(kModuleDotsMax, dotsPerModule(code, m_setup.dotsPerMm));
        const double middle = code.box.x + code.box.width / 2;
        const double third = m_page.width / 3;
        command("\x1b\x61"sv);
        byte(middle < third ? 0 : middle > 2 * third ? 2 : 1);
        command("\x1d(k\x04\0\x31\x41\x32\0"sv); // model 2
        command("\x1d(k\x03\0\x31\x43"sv);
        byte(module);
        command("\x1d(k\x03\0\x31\x45\x31"sv); // error correction M
        command("\x1d(k"sv);
        word(static_cast<int>(code.text.size()) + 3);
        command("\x31\x50\x30"sv);
        command(code.text);
        command("\x1d(k\x03\0\x31\x51\x30"sv);
        command("\x1b\x61\0"sv);
        return code.code.size * module / m_setup.dotsPerMm;
    }

    double raster(const PageBand& band)
    {
        const Box part{m_setup.headLeft, band.top, m_setup.headWidth, band.bottom - band.top};
        DotImage image = dotImage(band.content, part, m_setup.dotsPerMm);
        hideRealTimeCommands(image);
        const int row = image.rowBytes();
        for (int from = 0; from < image.height; from += kRasterRows) {
            const int rows = std::min(kRasterRows, image.height - from);
            command("\x1dv0\0"sv);
            word(row);
            word(rows);
            const auto first = image.bytes.begin() + static_cast<std::ptrdiff_t>(from) * row;
            m_bytes.append(first, first + static_cast<std::ptrdiff_t>(rows) * row);
        }
        return image.height / m_setup.dotsPerMm;
    }

    /// DLE EOT, DLE ENQ and DLE DC4 are obeyed inside pictures, too; one dot more makes them none.
    static void hideRealTimeCommands(DotImage& image)
    {
        for (std::size_t i = 0; i + 1 < image.bytes.size(); ++i) {
            const std::uint8_t next = image.bytes[i + 1];
            if (image.bytes[i] == 0x10 && (next == 0x04 || next == 0x05 || next == 0x14)) {
                image.bytes[i] = 0x30;
            }
        }
    }

    const Drawing& m_page;
    const PageSetup& m_setup;
    int m_headDots;
    std::string m_bytes;
};

} // namespace

std::string escPosPage(const Drawing& page, const PageSetup& setup)
{
    return EscPosWriter{page, setup}.written();
}

std::string drawerKick()
{
    return std::string{"\x1bp\0\x32\xfa"sv}; // 50 and 250 times 2 ms
}

} // namespace foyer
