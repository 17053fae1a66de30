// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/printing/dot_image.h"
#include "core/documents/printing/page_bands.h"
#include "core/documents/printing/printer_page.h"
#include "core/documents/printing/printer_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

namespace foyer {
namespace {

constexpr double kMmPerPoint = 25.4 / 72;
constexpr int kModuleDotsMin = 3;
constexpr int kModuleDotsMax = 16;

/// A font of the printer, by the box that one letter takes.
struct FglFont {
    int number = 0;
    int width = 0; ///< dots
    int height = 0;
};
/// From the largest down. Box sizes of the programming guide at 200 dots per inch.
constexpr std::array kFonts{FglFont{6, 32, 52}, FglFont{3, 20, 33}, FglFont{9, 13, 22},
                            FglFont{2, 10, 18}, FglFont{1, 7, 8}};

/// With the signs that the printer's letters lack as the ones that say the same.
std::u32string plainer(std::u32string characters)
{
    for (char32_t& letter : characters) {
        switch (letter) {
        case 0x00B7: // middle dot
        case 0x2013:
        case 0x2014:
            letter = U'-';
            break;
        case 0x00D7: // times
            letter = U'x';
            break;
        case 0x2018:
        case 0x2019:
            letter = U'\'';
            break;
        default:
            break;
        }
    }
    return characters;
}

class FglWriter {
public:
    FglWriter(const Drawing& page, const PageSetup& setup) : m_page{page}, m_setup{setup} {}

    std::string written() &&
    {
        m_fgl = "<CB><NR>";
        for (const DrawnText& text : m_page.texts) {
            if (!drawText(text)) {
                Drawing alone;
                alone.texts.push_back(text);
                picture(alone, text.box);
            }
        }
        for (const DrawnBlock& block : m_page.blocks) {
            Drawing alone;
            alone.blocks.push_back(block);
            picture(alone, block.box);
        }
        for (const DrawnRule& rule : m_page.rules) {
            drawRule(rule);
        }
        for (const DrawnCode& code : m_page.codes) {
            drawCode(code);
        }
        for (const DrawnPicture& each : m_page.pictures) {
            Drawing alone;
            alone.pictures.push_back(each);
            picture(alone, each.box);
        }
        return std::move(m_fgl) + (m_setup.cut ? "<p>" : "<q>");
    }

private:
    int dots(double mm) const
    {
        return std::max(0, static_cast<int>(std::lround(mm * m_setup.dotsPerMm)));
    }
    std::string place(double x, double y) const
    {
        return std::to_string(dots(y)) + "," + std::to_string(dots(x)) + ">";
    }

    /// False where the printer's letters cannot say it, or not in its room.
    bool drawText(const DrawnText& text)
    {
        Drawing alone;
        alone.texts.push_back(text);
        const int wanted = dots(text.style.points * kMmPerPoint);
        std::string said;
        for (BandText& line : textLines(alone)) {
            line.characters = plainer(line.characters);
            // "<" begins a command and has no other spelling.
            if (text.rightToLeft || !isAscii(line.characters) ||
                line.characters.find_first_of(U"<>{}~") != std::u32string::npos) {
                return false;
            }
            const int room = dots(line.right - line.left) + 2;
            const auto letters = static_cast<int>(line.characters.size());
            const auto* font = std::find_if(kFonts.begin(), kFonts.end(), [&](const FglFont& one) {
                return one.height <= wanted + wanted / 4 && one.width * letters <= room;
            });
            // Letters of half the size and less would not be read as they were meant.
            if (font == kFonts.end() || font->height * 2 < wanted) {
                return false;
            }
            const double length = font->width * letters / m_setup.dotsPerMm;
            const double x = text.style.align == Align::End ? line.right - length : line.left;
            const double top = line.baseline - font->height * 0.85 / m_setup.dotsPerMm;
            said += "<RC" + place(x, top) + "<F" + std::to_string(font->number) + "><HW1,1>" +
                utf8Of(line.characters);
        }
        m_fgl += said;
        return true;
    }

    void drawRule(const DrawnRule& rule)
    {
        const double length =
            std::max(std::abs(rule.toX - rule.fromX), std::abs(rule.toY - rule.fromY));
        const bool lies = std::abs(rule.toX - rule.fromX) >= std::abs(rule.toY - rule.fromY);
        m_fgl += "<LT" + std::to_string(std::max(1, dots(rule.width))) + "><RC" +
            place(std::min(rule.fromX, rule.toX), std::min(rule.fromY, rule.toY)) +
            (lies ? "<HX" : "<VX") + std::to_string(std::max(1, dots(length))) + ">";
    }

    void drawCode(const DrawnCode& code)
    {
        const int module = dotsPerModule(code, m_setup.dotsPerMm);
        const bool fits = module >= kModuleDotsMin && module <= kModuleDotsMax &&
            code.text.find_first_of("{}<>~") == std::string::npos;
        if (!m_setup.nativeCodes || code.text.empty() || !fits) {
            Drawing alone;
            alone.codes.push_back(code);
            picture(alone, code.box);
            return;
        }
        // No tilde escapes, letters and digits, error correction M.
        m_fgl += "<RC" + place(code.box.x, code.box.y) + "<QR" + std::to_string(module) +
            ",0,1,0>{" + code.text + "}";
    }

    void picture(const Drawing& content, const Box& part)
    {
        const std::string bmp = bitmapFile(dotImage(content, part, m_setup.dotsPerMm));
        m_fgl += "<SP" + place(part.x, part.y) + "<bmp><G" + std::to_string(bmp.size()) + ">" + bmp;
    }

    /// A BMP file of one bit a dot: 62 bytes of head, then rows from the bottom, each of whole
    /// 32-bit words.
    static std::string bitmapFile(const DotImage& image)
    {
        constexpr unsigned kHead = 62;
        const unsigned row = static_cast<unsigned>(image.width + 31) / 32 * 4;
        const unsigned size = row * static_cast<unsigned>(image.height);
        std::string bmp = "BM";
        const auto number = [&bmp](unsigned value, int bytes) {
            for (int i = 0; i < bytes; ++i) {
                bmp.push_back(static_cast<char>(value >> 8 * i & 0xff));
            }
        };
        number(kHead + size, 4);
        number(0, 4);
        number(kHead, 4);
        number(40, 4);
        number(static_cast<unsigned>(image.width), 4);
        number(static_cast<unsigned>(image.height), 4);
        number(1, 2); // planes
        number(1, 2); // bits a dot
        number(0, 4); // not packed
        number(size, 4);
        number(8000, 4); // dots a metre
        number(8000, 4);
        number(2, 4);
        number(0, 4);
        number(0x00FFFFFF, 4); // 0 is white,
        number(0, 4);          // 1 is black
        for (int y = image.height - 1; y >= 0; --y) {
            const auto first =
                image.bytes.begin() + static_cast<std::ptrdiff_t>(y) * image.rowBytes();
            bmp.append(first, first + image.rowBytes());
            bmp.append(row - static_cast<unsigned>(image.rowBytes()), '\0');
        }
        return bmp;
    }

    const Drawing& m_page;
    const PageSetup& m_setup;
    std::string m_fgl;
};

} // namespace

std::string fglPage(const Drawing& page, const PageSetup& setup)
{
    return FglWriter{page, setup}.written();
}

} // namespace foyer
