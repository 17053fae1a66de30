// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sell/seat_map/seat_sign.h"

#include "core/domain/seating/seating_plan.h"

#include <QFont>
#include <QPainter>
#include <QPainterPath>
#include <QPen>

#include <algorithm>
#include <array>

namespace foyer::ui {
namespace {

constexpr double kLetteredSeat = 6; // smaller, no letter can be told from another

bool has(const SeatLook& look, SeatTrait trait)
{
    return (look.traits & static_cast<std::uint8_t>(trait)) != 0;
}

QPen roundPen(const QColor& colour, double width)
{
    return QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

void paintDisc(QPainter& painter, QPointF middle, double diameter, const QColor& fill)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawEllipse(middle, diameter / 2, diameter / 2);
}

void paintCircle(QPainter& painter, QPointF middle, double diameter, const QPen& pen)
{
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    const double radius = (diameter - pen.widthF()) / 2;
    painter.drawEllipse(middle, radius, radius);
}

// The International Symbol of Access in a box of `size` around `middle`, in strokes.
void paintWheelchair(QPainter& painter, QPointF middle, double size, const QColor& ink)
{
    const auto at = [&](double x, double y) { return middle + QPointF(x - 0.5, y - 0.5) * size; };
    paintDisc(painter, at(0.40, 0.10), size * 0.21, ink);
    painter.setPen(roundPen(ink, size * 0.12));
    painter.setBrush(Qt::NoBrush);
    const std::array<QPointF, 5> body = {at(0.42, 0.30), at(0.44, 0.58), at(0.68, 0.58),
                                         at(0.78, 0.88), at(0.90, 0.85)};
    painter.drawPolyline(body.data(), static_cast<int>(body.size()));
    painter.drawLine(at(0.43, 0.41), at(0.66, 0.41));
    const QRectF wheel(at(0.12, 0.42), at(0.66, 0.96));
    painter.drawArc(wheel, 115 * 16, 215 * 16);
}

// Two people side by side.
void paintCompanions(QPainter& painter, QPointF middle, double size, const QColor& ink)
{
    const auto person = [&](double x, double scale) {
        const QPointF foot = middle + QPointF(x * size, 0.42 * size);
        paintDisc(painter, foot - QPointF(0, 0.66 * scale * size), size * 0.30 * scale, ink);
        QPainterPath shoulders;
        const double width = 0.50 * scale * size;
        const double height = 0.44 * scale * size;
        shoulders.addRoundedRect(QRectF(foot.x() - width / 2, foot.y() - height, width, height),
                                 width * 0.42, width * 0.42);
        painter.drawPath(shoulders);
    };
    person(-0.20, 1.0);
    person(0.30, 0.78);
}

struct Inks {
    QColor sign;
    QColor hole;
};

// A warning triangle.
void paintWarning(QPainter& painter, QPointF middle, double size, const Inks& inks)
{
    const double half = size * 0.5;
    const std::array<QPointF, 3> corners = {middle + QPointF(0, -half * 0.95),
                                            middle + QPointF(half, half * 0.8),
                                            middle + QPointF(-half, half * 0.8)};
    painter.setPen(roundPen(inks.sign, size * 0.12));
    painter.setBrush(inks.sign);
    painter.drawPolygon(corners.data(), static_cast<int>(corners.size()));
    if (size >= 8) {
        painter.setPen(roundPen(inks.hole, std::max(1.0, size * 0.13)));
        painter.drawLine(middle + QPointF(0, -size * 0.14), middle + QPointF(0, size * 0.08));
        painter.drawPoint(middle + QPointF(0, size * 0.27));
    }
}

// A small seat carries the mark in its middle, a larger one on a badge of its own, so that there
// is room for the number.
void paintRestricted(QPainter& painter, const SeatSign& sign, bool middleTaken,
                     const SeatMapColours& colours)
{
    const double d = sign.diameter;
    if (d < kNumberedSeat && !middleTaken) {
        paintWarning(painter, sign.middle - QPointF(0, d * 0.02), d * 0.5,
                     {readableOn(sign.colour), sign.colour});
        return;
    }
    const QPointF corner = sign.middle + QPointF(d * 0.34, -d * 0.34);
    const double badge = std::clamp(d * 0.46, 6.0, 18.0);
    paintDisc(painter, corner, badge, colours.surface);
    paintWarning(painter, corner - QPointF(0, badge * 0.03), badge * 0.62,
                 {colours.text, colours.surface});
}

void paintFree(QPainter& painter, const SeatSign& sign, const SeatMapColours& colours)
{
    const double d = sign.diameter;
    paintDisc(painter, sign.middle, d, sign.colour);
    const QColor edge = visibleOn(sign.colour, colours.surface, colours.text, 3.0);
    if (edge != sign.colour && d >= 4) {
        paintCircle(painter, sign.middle, d, QPen(edge, std::clamp(d * 0.08, 0.8, 1.6)));
    }
    if (d < kSignedSeat) {
        return;
    }
    const bool roomy = d >= kRoomySeat;
    const QPointF at = roomy ? sign.middle - QPointF(0, d * 0.17) : sign.middle;
    const double size = roomy ? d * 0.42 : d * 0.62;
    if (has(sign.look, SeatTrait::Accessible)) {
        paintWheelchair(painter, at, size, readableOn(sign.colour));
    } else if (has(sign.look, SeatTrait::Companion)) {
        paintCompanions(painter, at, size, readableOn(sign.colour));
    }
    if (has(sign.look, SeatTrait::RestrictedView)) {
        const bool taken =
            has(sign.look, SeatTrait::Accessible) || has(sign.look, SeatTrait::Companion);
        paintRestricted(painter, sign, taken, colours);
    }
}

void paintChosen(QPainter& painter, const SeatSign& sign, const SeatMapColours& colours)
{
    const double d = sign.diameter;
    paintDisc(painter, sign.middle, d * 1.12, colours.text);
    painter.setPen(roundPen(colours.surface, std::max(1.2, d * 0.13)));
    const std::array<QPointF, 3> tick = {sign.middle + QPointF(-0.24, 0.03) * d,
                                         sign.middle + QPointF(-0.06, 0.21) * d,
                                         sign.middle + QPointF(0.26, -0.19) * d};
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(tick.data(), static_cast<int>(tick.size()));
}

void paintSold(QPainter& painter, const SeatSign& sign, const SeatMapColours& colours)
{
    const double d = sign.diameter;
    if (d < 7) { // too small to be hollow
        QColor faint = colours.muted;
        faint.setAlphaF(0.55F);
        paintDisc(painter, sign.middle, std::max(1.2, d * 0.42), faint);
        return;
    }
    paintCircle(painter, sign.middle, d * 0.46,
                QPen(colours.muted, std::clamp(d * 0.07, 1.0, 1.8)));
}

void paintHeld(QPainter& painter, const SeatSign& sign, const SeatMapColours& colours)
{
    const double d = sign.diameter;
    const bool circled = d >= kSignedSeat; // or it would read as a row's name
    const double half = d * (circled ? 0.16 : 0.22);
    const double high = d * (circled ? 0.22 : 0.30);
    if (circled) {
        paintCircle(painter, sign.middle, d * 0.92,
                    QPen(colours.muted, std::clamp(d * 0.05, 1.0, 1.6)));
    }
    const QChar letter{static_cast<char16_t>(sign.look.category)};
    if (d >= kLetteredSeat && !letter.isNull() && letter != QLatin1Char{'H'}) {
        QFont font = painter.font();
        font.setPixelSize(static_cast<int>(d * (circled ? 0.56 : 0.95)));
        font.setWeight(QFont::DemiBold);
        painter.setFont(font);
        painter.setPen(circled ? colours.text : colours.muted);
        painter.drawText(QRectF{sign.middle - QPointF{d / 2, d / 2}, QSizeF{d, d}}, Qt::AlignCenter,
                         letter);
        return;
    }
    painter.setPen(QPen(circled ? colours.text : colours.muted, std::max(0.9, d * 0.085)));
    painter.drawLine(sign.middle + QPointF(-half, -high), sign.middle + QPointF(-half, high));
    painter.drawLine(sign.middle + QPointF(half, -high), sign.middle + QPointF(half, high));
    painter.drawLine(sign.middle + QPointF(-half, 0), sign.middle + QPointF(half, 0));
}

void paintNotHere(QPainter& painter, const SeatSign& sign, const SeatMapColours& colours)
{
    const double d = sign.diameter;
    const double width = std::clamp(d * 0.06, 0.8, 1.4);
    painter.save();
    QPainterPath disc;
    disc.addEllipse(sign.middle, d * 0.46, d * 0.46);
    painter.setClipPath(disc);
    painter.setPen(QPen(colours.muted, width));
    const double step = std::max(2.6, d * 0.24);
    for (double shift = -step * 4; shift <= step * 4; shift += step) {
        painter.drawLine(sign.middle + QPointF(shift - d, d), sign.middle + QPointF(shift + d, -d));
    }
    painter.restore();
    if (d >= 6) {
        paintCircle(painter, sign.middle, d * 0.92, QPen(colours.muted, width));
    }
}

constexpr double kShades = 10;

QColor shadeOf(std::uint32_t level, const SeatMapColours& colours)
{
    return mixed(colours.surface, colours.text, static_cast<double>(level) / kShades);
}

void paintOpen(QPainter& painter, const SeatSign& sign, const SeatMapColours& colours)
{
    const double d = sign.diameter;
    if (d < 7) { // too small to be hollow
        QColor faint = colours.muted;
        faint.setAlphaF(0.35F);
        paintDisc(painter, sign.middle, std::max(1.0, d * 0.6), faint);
        return;
    }
    paintCircle(painter, sign.middle, d * 0.92,
                QPen(colours.muted, std::clamp(d * 0.06, 0.9, 1.6)));
}

void paintCame(QPainter& painter, const SeatSign& sign, const SeatMapColours& colours)
{
    SeatSign smaller = sign; // as large as those that did not
    smaller.diameter = sign.diameter / 1.12;
    paintChosen(painter, smaller, colours);
}

void paintNotCome(QPainter& painter, const SeatSign& sign, const SeatMapColours& colours)
{
    const double d = sign.diameter;
    const double half = d * 0.3;
    painter.setPen(QPen(colours.text, std::clamp(d * 0.14, 0.8, 4.0), Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(sign.middle + QPointF(-half, -half), sign.middle + QPointF(half, half));
    painter.drawLine(sign.middle + QPointF(half, -half), sign.middle + QPointF(-half, half));
}

void paintShade(QPainter& painter, const SeatSign& sign, const SeatMapColours& colours)
{
    const double d = sign.diameter;
    paintDisc(painter, sign.middle, d, shadeOf(sign.look.category, colours));
    if (d >= 4) {
        paintCircle(painter, sign.middle, d, QPen(colours.muted, std::clamp(d * 0.06, 0.7, 1.4)));
    }
}

void paintNoPrice(QPainter& painter, const SeatSign& sign, const SeatMapColours& colours)
{
    paintDisc(painter, sign.middle, std::clamp(sign.diameter * 0.22, 1.0, 5.0), colours.muted);
}

} // namespace

QColor groundOfNumber(const SeatLook& look, const QColor& category, const SeatMapColours& colours)
{
    switch (look.mark) {
    case SeatMark::Free:
        return category;
    case SeatMark::Open:
        return colours.surface;
    case SeatMark::Taken:
        return colours.focus;
    case SeatMark::Shade:
        return shadeOf(look.category, colours);
    default:
        return {};
    }
}

void paintSeatSign(QPainter& painter, const SeatSign& sign, const SeatMapColours& colours)
{
    painter.setRenderHint(QPainter::Antialiasing);
    switch (sign.look.mark) {
    case SeatMark::Free:
        return paintFree(painter, sign, colours);
    case SeatMark::Chosen:
        return paintChosen(painter, sign, colours);
    case SeatMark::Sold:
        return paintSold(painter, sign, colours);
    case SeatMark::Held:
        return paintHeld(painter, sign, colours);
    case SeatMark::NotHere:
        return paintNotHere(painter, sign, colours);
    case SeatMark::NoPrice:
        return paintNoPrice(painter, sign, colours);
    case SeatMark::Open:
        return paintOpen(painter, sign, colours);
    case SeatMark::Taken:
        return paintDisc(painter, sign.middle, sign.diameter, colours.focus);
    case SeatMark::Came:
        return paintCame(painter, sign, colours);
    case SeatMark::NotCome:
        return paintNotCome(painter, sign, colours);
    case SeatMark::Shade:
        return paintShade(painter, sign, colours);
    }
}

} // namespace foyer::ui
