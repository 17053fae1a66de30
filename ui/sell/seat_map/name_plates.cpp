// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sell/seat_map/name_plates.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace foyer::ui {
namespace {

constexpr int kNamePixels = 13;
constexpr int kLesserPixels = 11;
constexpr double kBeside = 6;
constexpr double kAbove = 2;
constexpr qsizetype kMostPlates = 4096; // numbers of free seats change all day

} // namespace

void NamePlates::prepare(const QFont& font, const SeatMapColours& colours, double ratio)
{
    if (font == m_given && colours == m_colours && ratio == m_ratio) {
        return;
    }
    m_plates.clear();
    m_given = font;
    m_colours = colours;
    m_ratio = ratio;
    m_name = font;
    m_name.setStyleStrategy(QFont::NoSubpixelAntialias);
    m_lesser = m_name;
    m_name.setPixelSize(kNamePixels);
    m_name.setWeight(QFont::DemiBold);
    m_lesser.setPixelSize(kLesserPixels);
}

QSizeF NamePlates::sizeOf(const QString& name, const QString& lesser)
{
    const Plate& found = plate(name, lesser);
    return QSizeF(found.width, found.height) / m_ratio;
}

PixelSprite NamePlates::sprite(const QString& name, const QString& lesser)
{
    const Plate& found = plate(name, lesser);
    return {found.bits.data(), found.width, found.height, found.width / 2, found.height / 2};
}

const NamePlates::Plate& NamePlates::plate(const QString& name, const QString& lesser)
{
    const QString key = name + QLatin1Char('\n') + lesser;
    auto found = m_plates.find(key);
    if (found == m_plates.end()) {
        if (m_plates.size() >= kMostPlates) {
            m_plates.clear();
        }
        found = m_plates.insert(key, painted(name, lesser));
    }
    return *found;
}

NamePlates::Plate NamePlates::painted(const QString& name, const QString& lesser) const
{
    const QFontMetricsF nameMetrics(m_name);
    const QFontMetricsF lesserMetrics(m_lesser);
    const bool two = !lesser.isEmpty();
    const double wide = std::max(nameMetrics.horizontalAdvance(name),
                                 two ? lesserMetrics.horizontalAdvance(lesser) : 0.0);
    const double high = nameMetrics.height() + (two ? lesserMetrics.height() : 0.0);
    Plate plate;
    plate.width = static_cast<int>(std::ceil((wide + 2 * kBeside) * m_ratio));
    plate.height = static_cast<int>(std::ceil((high + 2 * kAbove) * m_ratio));
    QImage picture(plate.width, plate.height, QImage::Format_ARGB32_Premultiplied);
    picture.setDevicePixelRatio(m_ratio);
    picture.fill(Qt::transparent);
    {
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        QColor ground = m_colours.surface;
        ground.setAlphaF(0.9F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        const QRectF whole(0, 0, plate.width / m_ratio, plate.height / m_ratio);
        painter.drawRoundedRect(whole, 6, 6);
        painter.setFont(m_name);
        painter.setPen(m_colours.text);
        const QRectF top(0, kAbove, whole.width(), nameMetrics.height());
        painter.drawText(top, Qt::AlignCenter, name);
        if (two) {
            painter.setFont(m_lesser);
            painter.setPen(m_colours.muted);
            painter.drawText(QRectF(0, top.bottom(), whole.width(), lesserMetrics.height()),
                             Qt::AlignCenter, lesser);
        }
    }
    for (int y = 0; y < plate.height; ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(picture.constScanLine(y));
        plate.bits.insert(plate.bits.end(), line, line + plate.width);
    }
    return plate;
}

} // namespace foyer::ui
