// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/picture/pixels.h"

#include <algorithm>
#include <memory>
#include <type_traits>
#include <utility>

#include <lcms2.h>

namespace foyer::picture {
namespace {

constexpr std::uint64_t kOpaque = 255;

/// Calls what it is given with each new place that an old one covers a part of, and how much; an
/// old place is `to` long, a new one `from`.
template <typename Take>
void eachCovered(std::int64_t old, std::int64_t from, std::int64_t to, const Take& take)
{
    std::int64_t at = old * to;
    const std::int64_t end = at + to;
    while (at < end) {
        const std::int64_t place = at / from;
        const std::int64_t until = std::min(end, (place + 1) * from);
        take(place, until - at);
        at = until;
    }
}

/// Where a pixel of the turned picture comes from.
std::pair<std::int64_t, std::int64_t> sourceOf(std::int64_t x, std::int64_t y, std::int64_t width,
                                               std::int64_t height, int orientation)
{
    switch (orientation) {
    case 2:
        return {width - 1 - x, y};
    case 3:
        return {width - 1 - x, height - 1 - y};
    case 4:
        return {x, height - 1 - y};
    case 5:
        return {y, x};
    case 6:
        return {y, height - 1 - x};
    case 7:
        return {width - 1 - y, height - 1 - x};
    case 8:
        return {width - 1 - y, x};
    default:
        return {x, y};
    }
}

using Profile = std::unique_ptr<void, decltype(&::cmsCloseProfile)>;
using Transform = std::unique_ptr<void, decltype(&::cmsDeleteTransform)>;

} // namespace

AreaScaler::AreaScaler(const Pixels& from, std::int64_t width, std::int64_t height)
    : m_fromWidth{from.width}, m_fromHeight{from.height}
{
    m_to.width = width;
    m_to.height = height;
    m_to.channels = from.channels;
    m_to.data.resize(m_to.rowSize() * static_cast<std::size_t>(height));
    m_across.resize(m_to.rowSize());
    m_sums.resize(m_to.rowSize());
}

void AreaScaler::gather(const std::uint8_t* row)
{
    std::ranges::fill(m_across, 0);
    const auto channels = static_cast<std::size_t>(m_to.channels);
    const bool hasAlpha = channels == 4;
    for (std::int64_t x = 0; x < m_fromWidth; ++x) {
        const std::uint8_t* pixel = row + static_cast<std::size_t>(x) * channels;
        eachCovered(x, m_fromWidth, m_to.width, [&](std::int64_t place, std::int64_t part) {
            const auto weight = static_cast<std::uint64_t>(part);
            std::uint64_t* sums = &m_across[static_cast<std::size_t>(place) * channels];
            const std::uint64_t inked = hasAlpha ? weight * pixel[3] : weight;
            sums[0] += inked * pixel[0];
            sums[1] += inked * pixel[1];
            sums[2] += inked * pixel[2];
            if (hasAlpha) {
                sums[3] += inked;
            }
        });
    }
}

void AreaScaler::addRow(std::int64_t weight)
{
    const auto factor = static_cast<std::uint64_t>(weight);
    for (std::size_t i = 0; i < m_sums.size(); ++i) {
        m_sums[i] += factor * m_across[i];
    }
}

void AreaScaler::writeRow()
{
    const auto area = static_cast<std::uint64_t>(m_fromWidth * m_fromHeight);
    const auto channels = static_cast<std::size_t>(m_to.channels);
    std::uint8_t* to = m_to.row(m_made);
    for (std::size_t i = 0; i < m_sums.size(); i += channels) {
        const std::uint64_t ink = channels == 4 ? m_sums[i + 3] : area;
        for (std::size_t c = 0; c < 3; ++c) {
            to[i + c] = static_cast<std::uint8_t>(ink > 0 ? (m_sums[i + c] + ink / 2) / ink : 0);
        }
        if (channels == 4) {
            to[i + 3] = static_cast<std::uint8_t>((ink + area / 2) / area);
        }
    }
    std::ranges::fill(m_sums, 0);
    ++m_made;
}

void AreaScaler::take(const std::uint8_t* row)
{
    gather(row);
    eachCovered(m_taken, m_fromHeight, m_to.height, [&](std::int64_t place, std::int64_t part) {
        if (place > m_made) {
            writeRow();
        }
        addRow(part);
    });
    if (++m_taken == m_fromHeight) {
        writeRow();
    }
}

Pixels AreaScaler::result() &&
{
    return std::move(m_to);
}

Pixels scaled(const Pixels& pixels, std::int64_t width, std::int64_t height)
{
    AreaScaler scaler{pixels, width, height};
    for (std::int64_t y = 0; y < pixels.height; ++y) {
        scaler.take(pixels.row(y));
    }
    return std::move(scaler).result();
}

Pixels oriented(Pixels pixels, int orientation)
{
    constexpr int kFirstOnItsSide = 5;
    if (orientation <= 1) {
        return pixels;
    }
    Pixels turned;
    turned.width = orientation >= kFirstOnItsSide ? pixels.height : pixels.width;
    turned.height = orientation >= kFirstOnItsSide ? pixels.width : pixels.height;
    turned.channels = pixels.channels;
    turned.data.resize(pixels.data.size());
    for (std::int64_t y = 0; y < turned.height; ++y) {
        std::uint8_t* to = turned.row(y);
        for (std::int64_t x = 0; x < turned.width; ++x) {
            const auto [fromX, fromY] = sourceOf(x, y, pixels.width, pixels.height, orientation);
            const std::uint8_t* from = pixels.row(fromY) + fromX * pixels.channels;
            to = std::copy_n(from, pixels.channels, to);
        }
    }
    return turned;
}

Pixels withoutIdleAlpha(Pixels pixels)
{
    if (pixels.channels != 4) {
        return pixels;
    }
    const std::size_t count = pixels.data.size() / 4;
    for (std::size_t i = 0; i < count; ++i) {
        if (pixels.data[4 * i + 3] != kOpaque) {
            return pixels;
        }
    }
    for (std::size_t i = 0; i < count; ++i) {
        std::copy_n(&pixels.data[4 * i], 3, &pixels.data[3 * i]);
    }
    pixels.channels = 3;
    pixels.data.resize(3 * count);
    return pixels;
}

void convertToSrgb(Pixels& pixels, ByteView profile)
{
    if (profile.empty()) {
        return;
    }
    const Profile from{::cmsOpenProfileFromMem(profile.data(),
                                               static_cast<cmsUInt32Number>(profile.size())),
                       ::cmsCloseProfile};
    if (!from || ::cmsGetColorSpace(from.get()) != cmsSigRgbData) {
        return; // a grey one, or none at all
    }
    const Profile to{::cmsCreate_sRGBProfile(), ::cmsCloseProfile};
    const bool hasAlpha = pixels.channels == 4;
    const cmsUInt32Number format = hasAlpha ? TYPE_RGBA_8 : TYPE_RGB_8;
    const Transform transform{::cmsCreateTransform(from.get(), format, to.get(), format,
                                                   INTENT_RELATIVE_COLORIMETRIC,
                                                   hasAlpha ? cmsFLAGS_COPY_ALPHA : 0),
                              ::cmsDeleteTransform};
    if (transform) {
        ::cmsDoTransform(transform.get(), pixels.data.data(), pixels.data.data(),
                         static_cast<cmsUInt32Number>(pixels.width * pixels.height));
    }
}

} // namespace foyer::picture
