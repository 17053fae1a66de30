// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/documents/drawing/drawing.h"
#include "core/domain/pictures/house_style.h"

#include <QBuffer>
#include <QImage>
#include <QString>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace foyer::test {

/// A house with a logo of this shape, all red, and a colour of its own.
inline HouseStyle redStyle(int width, int height)
{
    QImage image{width, height, QImage::Format_RGB32};
    image.fill(Qt::red);
    QByteArray png;
    QBuffer buffer{&png};
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return {{HouseColour{0x00, 0x80, 0x00}, {}},
            std::make_shared<const HouseLogo>(
                HouseLogo{{width, height}, PictureFormat::Png, Bytes{png.begin(), png.end()}, {}})};
}

/// What is wrong with where things stand on a page; empty when nothing is.
inline QString faultOf(const Drawing& page, double margin)
{
    // Printers round to dots; a hair is not an overlap.
    const auto shrunk = [](Box box) {
        return Box{box.x + 0.05, box.y + 0.05, box.width - 0.1, box.height - 0.1};
    };
    std::vector<std::pair<std::string, Box>> boxes;
    for (const DrawnText& text : page.texts) {
        boxes.emplace_back(text.part, shrunk(text.box));
    }
    for (const DrawnCode& code : page.codes) {
        boxes.emplace_back("code", shrunk(code.quietZone()));
    }
    for (const DrawnPicture& picture : page.pictures) {
        boxes.emplace_back("picture", shrunk(picture.box));
    }
    for (const DrawnRule& rule : page.rules) {
        boxes.emplace_back("rule",
                           Box{std::min(rule.fromX, rule.toX), std::min(rule.fromY, rule.toY),
                               std::abs(rule.toX - rule.fromX) + 0.01,
                               std::abs(rule.toY - rule.fromY) + 0.01});
    }
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const Box& box = boxes[i].second;
        const bool isText = i < page.texts.size();
        if (isText &&
            (box.x < margin - 0.1 || box.right() > page.width - margin + 0.1 ||
             box.y < margin - 0.1 || box.bottom() > page.height - margin + 0.1)) {
            return QStringLiteral("%1 leaves the page").arg(QString::fromStdString(boxes[i].first));
        }
        for (std::size_t j = i + 1; j < boxes.size(); ++j) {
            if (box.overlaps(boxes[j].second)) {
                return QStringLiteral("%1 overlaps %2")
                    .arg(QString::fromStdString(boxes[i].first),
                         QString::fromStdString(boxes[j].first));
            }
        }
    }
    return {};
}

} // namespace foyer::test
