// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/drawing/drawing.h"

#include <algorithm>

namespace foyer {
namespace {

Box moved(Box box, double x, double y)
{
    box.x += x;
    box.y += y;
    return box;
}

} // namespace

Box DrawnCode::quietZone() const
{
    const double quiet = code.size == 0 ? 0 : box.width / code.size * kQrQuietModules;
    return {box.x - quiet, box.y - quiet, box.width + 2 * quiet, box.height + 2 * quiet};
}

void alignBaselines(std::span<DrawnText> texts)
{
    double baseline = 0;
    for (const DrawnText& text : texts) {
        baseline = std::max(baseline, text.box.y + text.ascent);
    }
    for (DrawnText& text : texts) {
        text.box.y = baseline - text.ascent;
    }
}

const DrawnText* Drawing::text(const std::string& part) const
{
    const auto found = std::find_if(texts.begin(), texts.end(),
                                    [&part](const DrawnText& text) { return text.part == part; });
    return found == texts.end() ? nullptr : &*found;
}

void Drawing::add(const Drawing& other, double x, double y)
{
    for (DrawnBlock block : other.blocks) {
        block.box = moved(block.box, x, y);
        blocks.push_back(block);
    }
    for (DrawnRule rule : other.rules) {
        rule.fromX += x;
        rule.toX += x;
        rule.fromY += y;
        rule.toY += y;
        rules.push_back(rule);
    }
    for (DrawnText text : other.texts) {
        text.box = moved(text.box, x, y);
        texts.push_back(std::move(text));
    }
    for (DrawnCode code : other.codes) {
        code.box = moved(code.box, x, y);
        codes.push_back(std::move(code));
    }
    for (DrawnPicture picture : other.pictures) {
        picture.box = moved(picture.box, x, y);
        pictures.push_back(std::move(picture));
    }
    accent = other.accent ? other.accent : accent;
}

void Drawing::mirror()
{
    const auto swapSides = [this](Box& box) { box.x = width - box.right(); };
    for (DrawnBlock& block : blocks) {
        swapSides(block.box);
    }
    for (DrawnRule& rule : rules) {
        rule.fromX = width - rule.fromX;
        rule.toX = width - rule.toX;
    }
    for (DrawnText& text : texts) {
        swapSides(text.box);
        text.style.align = text.style.align == Align::Start ? Align::End : Align::Start;
    }
    for (DrawnCode& code : codes) {
        swapSides(code.box);
    }
    for (DrawnPicture& picture : pictures) {
        swapSides(picture.box);
    }
}

} // namespace foyer
