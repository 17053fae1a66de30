// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/printing/dot_image.h"
#include "core/documents/printing/page_bands.h"
#include "core/documents/printing/printer_page.h"
#include "core/documents/printing/printer_text.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace foyer {
namespace {

constexpr double kMmPerPoint = 25.4 / 72;
constexpr int kModuleDotsMax = 10;
constexpr char32_t kFontEnd = 0x0180; // font 0 has Latin-1 and Latin Extended-A

/// The bytes of a field as hexadecimal where they are no plain letters: "^" and "~" begin commands.
std::string fieldText(std::string_view text)
{
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string field;
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        const bool isPlain = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
            (byte >= 'a' && byte <= 'z') || byte == ' ' || byte == '.' || byte == '-' ||
            byte == ':';
        if (isPlain) {
            field.push_back(letter);
        } else {
            field.push_back('_');
            field.push_back(kDigits[byte >> 4]);
            field.push_back(kDigits[byte & 15]);
        }
    }
    return field;
}

class ZplWriter {
public:
    ZplWriter(const Drawing& page, const PageSetup& setup) : m_page{page}, m_setup{setup} {}

    std::string written() &&
    {
        m_zpl = "^XA^CI28^LH0,0^PW" + std::to_string(dots(m_page.width)) + "^LL" +
            std::to_string(dots(m_page.height)) + "\n";
        for (const DrawnBlock& block : m_page.blocks) {
            box(block.box);
        }
        for (const DrawnRule& rule : m_page.rules) {
            drawRule(rule);
        }
        for (const DrawnText& text : m_page.texts) {
            drawText(text);
        }
        for (const DrawnCode& code : m_page.codes) {
            drawCode(code);
        }
        for (const DrawnPicture& each : m_page.pictures) {
            Drawing alone;
            alone.pictures.push_back(each);
            picture(alone, each.box);
        }
        return std::move(m_zpl) + "^XZ\n";
    }

private:
    int dots(double mm) const
    {
        return std::max(0, static_cast<int>(std::lround(mm * m_setup.dotsPerMm)));
    }
    void at(double x, double y)
    {
        m_zpl += "^FO" + std::to_string(dots(x)) + "," + std::to_string(dots(y));
    }

    void box(const Box& box)
    {
        const int width = std::max(1, dots(box.width));
        const int height = std::max(1, dots(box.height));
        at(box.x, box.y);
        m_zpl += "^GB" + std::to_string(width) + "," + std::to_string(height) + "," +
            std::to_string(std::min(width, height)) + "^FS\n";
    }

    void drawRule(const DrawnRule& rule)
    {
        if (rule.dashed) {
            Drawing alone;
            alone.rules.push_back(rule);
            const double half = rule.width / 2;
            picture(alone,
                    {std::min(rule.fromX, rule.toX) - half, std::min(rule.fromY, rule.toY) - half,
                     std::abs(rule.toX - rule.fromX) + rule.width,
                     std::abs(rule.toY - rule.fromY) + rule.width});
            return;
        }
        box({std::min(rule.fromX, rule.toX), std::min(rule.fromY, rule.toY),
             std::max(rule.width, std::abs(rule.toX - rule.fromX)),
             std::max(rule.width, std::abs(rule.toY - rule.fromY))});
    }

    void drawText(const DrawnText& text)
    {
        Drawing alone;
        alone.texts.push_back(text);
        const std::vector<BandText> lines = textLines(alone);
        const bool inFont =
            !text.rightToLeft && std::all_of(lines.begin(), lines.end(), [](const BandText& line) {
                return std::all_of(line.characters.begin(), line.characters.end(),
                                   [](char32_t letter) { return letter < kFontEnd; });
            });
        if (!inFont) {
            picture(alone, text.box);
            return;
        }
        const double size = text.style.points * kMmPerPoint;
        for (const BandText& line : lines) {
            const int height = std::max(10, dots(size));
            // Font 0 is narrow: at this width a line is about as long as it was measured.
            const int width = std::max(8, dots(size * 0.95));
            const int room = std::max(1, dots(line.right - line.left + 0.6));
            at(line.left - (text.style.align == Align::End ? 0.6 : 0), line.baseline - size * 0.76);
            m_zpl += "^A0N," + std::to_string(height) + "," + std::to_string(width) + "^FB" +
                std::to_string(room) + ",1,0," + (text.style.align == Align::End ? "R" : "L") +
                "^FH_^FD" + fieldText(utf8Of(line.characters)) + "^FS\n";
        }
    }

    void drawCode(const DrawnCode& code)
    {
        const int module = dotsPerModule(code, m_setup.dotsPerMm);
        if (!m_setup.nativeCodes || code.text.empty() || module > kModuleDotsMax) {
            Drawing alone;
            alone.codes.push_back(code);
            picture(alone, code.box);
            return;
        }
        at(code.box.x, code.box.y);
        m_zpl += "^BQN,2," + std::to_string(module) + "^FH_^FDMA," + fieldText(code.text) + "^FS\n";
    }

    void picture(const Drawing& content, const Box& part)
    {
        constexpr std::string_view kDigits = "0123456789ABCDEF";
        const DotImage image = dotImage(content, part, m_setup.dotsPerMm);
        const std::string size = std::to_string(image.bytes.size());
        at(part.x, part.y);
        m_zpl += "^GFA," + size + "," + size + "," + std::to_string(image.rowBytes()) + ",";
        for (const std::uint8_t byte : image.bytes) {
            m_zpl.push_back(kDigits[byte >> 4]);
            m_zpl.push_back(kDigits[byte & 15]);
        }
        m_zpl += "^FS\n";
    }

    const Drawing& m_page;
    const PageSetup& m_setup;
    std::string m_zpl;
};

} // namespace

std::string zplPage(const Drawing& page, const PageSetup& setup)
{
    return ZplWriter{page, setup}.written();
}

} // namespace foyer
