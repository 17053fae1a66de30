// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/printing/page_bands.h"

#include "core/documents/printing/printer_text.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace foyer {
namespace {

constexpr double kMmPerPoint = 25.4 / 72;
constexpr double kCapHeight = 0.75; // of the font's size, with what accents need
constexpr double kDepth = 0.24;
constexpr double kSameBaseline = 0.3; // mm

/// Something that no cut may go through.
struct Piece {
    double top = 0;
    double bottom = 0;
    Drawing content;
    std::vector<BandText> texts;
};

Piece pieceOf(const DrawnText& text, std::size_t line)
{
    const double size = text.style.points * kMmPerPoint;
    const double top = text.box.y + static_cast<double>(line) * text.lineHeight;
    const double baseline = top + text.ascent;
    Piece piece;
    piece.top = baseline - size * kCapHeight;
    piece.bottom = baseline + size * kDepth;
    piece.texts.push_back({printable(text.lines[line]), text.box.x, text.box.right(), baseline,
                           text.style, text.rightToLeft});
    DrawnText alone = text;
    alone.lines = {text.lines[line]};
    alone.box.y = top;
    alone.box.height = text.lineHeight;
    piece.content.texts.push_back(std::move(alone));
    return piece;
}

std::vector<Piece> piecesOf(const Drawing& page)
{
    std::vector<Piece> pieces;
    for (const DrawnText& text : page.texts) {
        for (std::size_t line = 0; line < text.lines.size(); ++line) {
            pieces.push_back(pieceOf(text, line));
        }
    }
    for (const DrawnBlock& block : page.blocks) {
        Piece& piece = pieces.emplace_back();
        piece.top = block.box.y;
        piece.bottom = block.box.bottom();
        piece.content.blocks.push_back(block);
    }
    for (const DrawnRule& rule : page.rules) {
        Piece& piece = pieces.emplace_back();
        piece.top = std::min(rule.fromY, rule.toY) - rule.width / 2;
        piece.bottom = std::max(rule.fromY, rule.toY) + rule.width / 2;
        piece.content.rules.push_back(rule);
    }
    for (const DrawnCode& code : page.codes) {
        Piece& piece = pieces.emplace_back();
        piece.top = code.box.y;
        piece.bottom = code.box.bottom();
        piece.content.codes.push_back(code);
    }
    for (const DrawnPicture& picture : page.pictures) {
        Piece& piece = pieces.emplace_back();
        piece.top = picture.box.y;
        piece.bottom = picture.box.bottom();
        piece.content.pictures.push_back(picture);
    }
    std::stable_sort(pieces.begin(), pieces.end(),
                     [](const Piece& a, const Piece& b) { return a.top < b.top; });
    return pieces;
}

void finish(PageBand& band)
{
    std::stable_sort(band.texts.begin(), band.texts.end(),
                     [](const BandText& a, const BandText& b) { return a.left < b.left; });
    band.isOneLine = !band.texts.empty() && band.content.blocks.empty() &&
        band.content.rules.empty() && band.content.codes.empty() && band.content.pictures.empty() &&
        std::all_of(band.texts.begin(), band.texts.end(), [&band](const BandText& text) {
            return std::abs(text.baseline - band.texts.front().baseline) < kSameBaseline;
        });
}

} // namespace

std::vector<PageBand> pageBands(const Drawing& page)
{
    std::vector<PageBand> bands;
    for (Piece& piece : piecesOf(page)) {
        if (bands.empty() || piece.top >= bands.back().bottom) {
            bands.push_back({piece.top, piece.bottom, {}, {}, false});
        }
        PageBand& band = bands.back();
        band.bottom = std::max(band.bottom, piece.bottom);
        band.content.add(piece.content, 0, 0);
        for (BandText& text : piece.texts) {
            band.texts.push_back(std::move(text));
        }
    }
    for (PageBand& band : bands) {
        finish(band);
    }
    return bands;
}

std::vector<BandText> textLines(const Drawing& page)
{
    std::vector<BandText> lines;
    for (const DrawnText& text : page.texts) {
        for (std::size_t line = 0; line < text.lines.size(); ++line) {
            Piece piece = pieceOf(text, line);
            lines.push_back(std::move(piece.texts.front()));
        }
    }
    return lines;
}

} // namespace foyer
