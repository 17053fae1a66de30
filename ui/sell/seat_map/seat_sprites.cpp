// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sell/seat_map/seat_sprites.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace foyer::ui {
namespace {

constexpr double kSmallSeat = 14; // below it a quarter of a pixel is seen, above it a half
constexpr double kLeastSeat = 1.5;
constexpr std::size_t kMostSheets = 48;

// How far the picture reaches from its middle, in diameters.
double reachOf(const SeatLook& look)
{
    if (look.mark == SeatMark::Chosen) {
        return 0.57;
    }
    return look.traits == 0 ? 0.5 : 0.66;
}

// The smallest part that holds every pixel worth drawing: with 60,000 seats of three pixels each,
// an empty edge would be half the work.
QRect usedPart(const QImage& picture)
{
    constexpr int kSeen = 3;
    QRect used;
    for (int y = 0; y < picture.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(picture.constScanLine(y));
        for (int x = 0; x < picture.width(); ++x) {
            if (qAlpha(line[x]) > kSeen) {
                used |= QRect(x, y, 1, 1);
            }
        }
    }
    return used;
}

} // namespace

SeatSpriteSheet::SeatSpriteSheet(double devicePixels, std::size_t looks)
    : m_devicePixels(std::max(devicePixels, kLeastSeat)),
      m_shift(devicePixels < kSmallSeat ? 2 : 1), m_entries(looks << (2 * m_shift))
{}

PixelSprite SeatSpriteSheet::painted(std::size_t look, unsigned fraction, SeatSign sign,
                                     const SeatMapColours& colours)
{
    Entry& entry = m_entries[(look << (2 * m_shift)) + fraction];
    const int half = static_cast<int>(std::ceil(m_devicePixels * reachOf(sign.look))) + 1;
    const int side = 2 * half;
    const unsigned steps = 1U << m_shift;
    const QPointF shifted(static_cast<double>(fraction & (steps - 1)) / steps,
                          static_cast<double>(fraction >> m_shift) / steps);
    QImage picture(side, side, QImage::Format_ARGB32_Premultiplied);
    picture.fill(Qt::transparent);
    sign.middle = QPointF(half, half) + shifted;
    sign.diameter = m_devicePixels;
    {
        QPainter painter(&picture);
        paintSeatSign(painter, sign, colours);
    }
    const QRect used = usedPart(picture);
    entry.width = used.width();
    entry.height = used.height();
    entry.originX = half - used.left();
    entry.originY = half - used.top();
    entry.bits.reserve(static_cast<std::size_t>(used.width() * used.height()));
    for (int y = used.top(); y <= used.bottom(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(picture.constScanLine(y)) + used.left();
        entry.bits.insert(entry.bits.end(), line, line + used.width());
    }
    entry.ready = true;
    return spriteOf(entry);
}

SeatSpriteSheet& SeatSprites::sheetFor(double devicePixels, std::size_t looks)
{
    // Coarser steps for larger seats: nobody sees half a pixel of thirty.
    const double step = devicePixels < 12 ? 0.25 : devicePixels < 24 ? 0.5 : 1.0;
    const double size = std::max(std::round(devicePixels / step) * step, kLeastSeat);
    const int key = static_cast<int>(std::lround(size * 4));
    const auto found = m_sheets.find(key);
    if (found != m_sheets.end()) {
        return found->second;
    }
    if (m_sheets.size() >= kMostSheets) {
        m_sheets.clear();
    }
    return m_sheets.emplace(key, SeatSpriteSheet(size, looks)).first->second;
}

} // namespace foyer::ui
