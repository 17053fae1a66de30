// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <cstdint>

namespace foyer::ui {

/// The pixels of an opaque picture (0xffRRGGBB), rows `stride` pixels apart.
struct PixelTarget {
    std::uint32_t* bits = nullptr;
    int stride = 0;
    int width = 0;
    int height = 0;
};

/// A small premultiplied picture; its hot spot lies at (originX, originY).
struct PixelSprite {
    const std::uint32_t* bits = nullptr;
    int width = 0;
    int height = 0;
    int originX = 0;
    int originY = 0;
};

/// All four channels of `colour` times alpha/255, rounded.
inline std::uint32_t channelsTimes(std::uint32_t colour, std::uint32_t alpha)
{
    std::uint32_t low = (colour & 0x00ff00ffU) * alpha;
    low = ((low + ((low >> 8) & 0x00ff00ffU) + 0x00800080U) >> 8) & 0x00ff00ffU;
    std::uint32_t high = ((colour >> 8) & 0x00ff00ffU) * alpha;
    high = (high + ((high >> 8) & 0x00ff00ffU) + 0x00800080U) & 0xff00ff00U;
    return low | high;
}

/// The part of a sprite that falls on the target when its hot spot is put at (x, y).
struct SpritePart {
    int fromX = 0;
    int fromY = 0;
    int toX = 0;
    int toY = 0;
};

inline SpritePart visiblePart(const PixelTarget& target, const PixelSprite& sprite, int left,
                              int top)
{
    return {std::max(0, -left), std::max(0, -top), std::min(sprite.width, target.width - left),
            std::min(sprite.height, target.height - top)};
}

/// Lays a sprite over the target with its hot spot at (x, y), clipped. No branch per pixel: the
/// compiler turns the inner loop into vector code, which is what makes 60,000 seats fit a frame.
inline void blendSprite(const PixelTarget& target, const PixelSprite& sprite, int x, int y)
{
    const int left = x - sprite.originX;
    const int top = y - sprite.originY;
    const SpritePart part = visiblePart(target, sprite, left, top);
    const int count = part.toX - part.fromX;
    for (int row = part.fromY; row < part.toY; ++row) {
        const std::uint32_t* from = sprite.bits + row * sprite.width + part.fromX;
        std::uint32_t* to = target.bits + (top + row) * target.stride + left + part.fromX;
        for (int i = 0; i < count; ++i) {
            to[i] = from[i] + channelsTimes(to[i], 255U - (from[i] >> 24));
        }
    }
}

/// As blendSprite, the sprite being faded to opacity/255.
inline void blendFaded(const PixelTarget& target, const PixelSprite& sprite, int x, int y,
                       std::uint32_t opacity)
{
    const int left = x - sprite.originX;
    const int top = y - sprite.originY;
    const SpritePart part = visiblePart(target, sprite, left, top);
    const int count = part.toX - part.fromX;
    for (int row = part.fromY; row < part.toY; ++row) {
        const std::uint32_t* from = sprite.bits + row * sprite.width + part.fromX;
        std::uint32_t* to = target.bits + (top + row) * target.stride + left + part.fromX;
        for (int i = 0; i < count; ++i) {
            const std::uint32_t source = channelsTimes(from[i], opacity);
            to[i] = source + channelsTimes(to[i], 255U - (source >> 24));
        }
    }
}

/// Lays an opaque colour over the target through the alpha channel of a sprite.
inline void blendThrough(const PixelTarget& target, const PixelSprite& mask, int x, int y,
                         std::uint32_t colour)
{
    const int left = x - mask.originX;
    const int top = y - mask.originY;
    const SpritePart part = visiblePart(target, mask, left, top);
    const int count = part.toX - part.fromX;
    for (int row = part.fromY; row < part.toY; ++row) {
        const std::uint32_t* from = mask.bits + row * mask.width + part.fromX;
        std::uint32_t* to = target.bits + (top + row) * target.stride + left + part.fromX;
        for (int i = 0; i < count; ++i) {
            const std::uint32_t alpha = from[i] >> 24;
            to[i] = channelsTimes(colour, alpha) + channelsTimes(to[i], 255U - alpha);
        }
    }
}

} // namespace foyer::ui
