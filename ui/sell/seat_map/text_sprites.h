// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/sell/seat_map/pixel_blend.h"

#include <QFont>
#include <QString>

#include <map>
#include <vector>

namespace foyer::ui {

/// Short texts (seat numbers, row labels) as pictures, for blendThrough: words are rendered once
/// per size and then cost no more than a seat.
class TextSprites {
public:
    /// The texts, to be named by their index from now on.
    void setTexts(std::vector<QString> texts);
    void setFont(const QFont& font);

    /// The picture of a text at a font size in device pixels, its hot spot in the middle.
    PixelSprite sprite(std::size_t text, int pixelSize);

private:
    struct Entry {
        bool ready = false;
        int width = 0;
        int height = 0;
        std::vector<std::uint32_t> bits;
    };

    void render(Entry& entry, const QString& text, int pixelSize) const;

    std::vector<QString> m_texts;
    QFont m_font;
    std::map<int, std::vector<Entry>> m_sizes;
};

} // namespace foyer::ui
