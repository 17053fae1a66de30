// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sell/seat_map/text_sprites.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPainter>

#include <cmath>
#include <utility>

namespace foyer::ui {

void TextSprites::setTexts(std::vector<QString> texts)
{
    m_texts = std::move(texts);
    m_sizes.clear();
}

void TextSprites::setFont(const QFont& font)
{
    m_font = font;
    // The picture has an alpha channel; coloured sub-pixels would be wrong on another ground.
    m_font.setStyleStrategy(QFont::NoSubpixelAntialias);
    m_sizes.clear();
}

PixelSprite TextSprites::sprite(std::size_t text, int pixelSize)
{
    std::vector<Entry>& entries = m_sizes[pixelSize];
    entries.resize(m_texts.size());
    Entry& entry = entries[text];
    if (!entry.ready) {
        render(entry, m_texts[text], pixelSize);
    }
    return {entry.bits.data(), entry.width, entry.height, entry.width / 2, entry.height / 2};
}

void TextSprites::render(Entry& entry, const QString& text, int pixelSize) const
{
    QFont font = m_font;
    font.setPixelSize(pixelSize);
    const QFontMetricsF metrics(font);
    // Capitals and digits are centred, not the line: few seat numbers have descenders.
    const int high = static_cast<int>(std::ceil(metrics.capHeight()));
    entry.width = static_cast<int>(std::ceil(metrics.horizontalAdvance(text))) + 2;
    entry.height = high + 2 * static_cast<int>(std::ceil(metrics.descent()));
    QImage picture(entry.width, entry.height, QImage::Format_ARGB32_Premultiplied);
    picture.fill(Qt::transparent);
    {
        QPainter painter(&picture);
        painter.setFont(font);
        painter.setPen(Qt::white);
        painter.drawText(QPointF(1, std::round((entry.height + metrics.capHeight()) / 2)), text);
    }
    entry.bits.clear();
    for (int y = 0; y < entry.height; ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(picture.constScanLine(y));
        entry.bits.insert(entry.bits.end(), line, line + entry.width);
    }
    entry.ready = true;
}

} // namespace foyer::ui
