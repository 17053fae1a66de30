// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sell/waiting_parts.h"

#include "ui/common/theme.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace foyer::ui {
namespace {

constexpr int kQuietModules = 4; // ISO/IEC 18004 §6.3.8
constexpr int kCodeSide = 232;
constexpr int kCodeLeast = 168;
constexpr int kRingSide = 84;
constexpr int kRingWidth = 6;
constexpr int kRadius = 8;
constexpr double kLittleLeft = 0.15; // of the time: then it is said in another colour, too

} // namespace

QrView::QrView(QWidget* parent) : QWidget{parent}
{
    setAccessibleName(tr("QR code of the payment page"));
    QSizePolicy policy{QSizePolicy::Preferred, QSizePolicy::Preferred};
    setSizePolicy(policy);
}

void QrView::setCode(int size, const std::vector<bool>& modules)
{
    if (size == m_size && modules == m_modules) {
        return;
    }
    m_size = size;
    m_modules = modules;
    update();
}

QSize QrView::sizeHint() const
{
    return {kCodeSide, kCodeSide};
}

QSize QrView::minimumSizeHint() const
{
    return {kCodeLeast, kCodeLeast};
}

void QrView::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const int side = std::min(width(), height());
    const QRect square{(width() - side) / 2, (height() - side) / 2, side, side};
    painter.setPen(QPen{currentPalette().line, 1});
    painter.setBrush(m_size > 0 ? QColor{Qt::white} : currentPalette().background);
    painter.drawRoundedRect(QRectF{square}.adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    if (m_size <= 0) {
        return;
    }
    // Whole device pixels for each module, or a camera sees a moiré.
    painter.setRenderHint(QPainter::Antialiasing, false);
    const double ratio = devicePixelRatioF();
    const int modules = m_size + 2 * kQuietModules;
    const double step = std::max(1.0, std::floor(side * ratio / modules)) / ratio;
    const double from = (side - step * m_size) / 2;
    const QPointF origin = QPointF{square.topLeft()} + QPointF{from, from};
    for (int row = 0; row < m_size; ++row) {
        for (int column = 0; column < m_size; ++column) {
            if (m_modules.at(static_cast<std::size_t>(row * m_size + column))) {
                painter.fillRect(QRectF{origin.x() + column * step, origin.y() + row * step, step,
                                        step},
                                 Qt::black);
            }
        }
    }
}

TimeRing::TimeRing(QWidget* parent) : QWidget{parent}
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("Time left"));
}

void TimeRing::setTime(double left, const QString& words)
{
    m_left = left;
    m_words = words;
    setVisible(!words.isEmpty());
    setAccessibleDescription(words);
    update();
}

QSize TimeRing::sizeHint() const
{
    return {kRingSide, kRingSide};
}

void TimeRing::paintEvent(QPaintEvent*)
{
    constexpr int kWhole = 360 * 16; // as QPainter counts
    constexpr int kTop = 90 * 16;
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const Palette& palette = currentPalette();
    const QRectF ring = QRectF{rect()}.adjusted(kRingWidth, kRingWidth, -kRingWidth, -kRingWidth);
    painter.setPen(QPen{palette.line, kRingWidth});
    painter.drawArc(ring, 0, kWhole);
    const QColor colour = m_left < kLittleLeft ? palette.warning : palette.primary;
    painter.setPen(QPen{colour, kRingWidth, Qt::SolidLine, Qt::RoundCap});
    painter.drawArc(ring, kTop, static_cast<int>(m_left * kWhole));
    QFont words = font();
    words.setWeight(QFont::DemiBold);
    painter.setFont(words);
    painter.setPen(palette.text);
    painter.drawText(rect(), Qt::AlignCenter, m_words);
}

} // namespace foyer::ui
