// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/events/event_card_delegate.h"

#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr int kCardWidth = 264;
constexpr int kCardHeight = 236;
constexpr int kPosterHeight = 84;
constexpr int kRadius = 6;

QFont cardFont(const QFont& base, int pixels, QFont::Weight weight)
{
    QFont font{base};
    font.setPixelSize(pixels);
    font.setWeight(weight);
    return font;
}

void paintCardLine(QPainter& painter, const QRect& box, const QString& words)
{
    painter.drawText(box, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(words, Qt::ElideRight, box.width()));
}

QColor stateColour(EventState state, bool isSoldOut)
{
    const Palette& palette = currentPalette();
    if (state == EventState::Published) {
        return isSoldOut ? palette.primary : palette.good;
    }
    if (state == EventState::Postponed) {
        return palette.warning;
    }
    return state == EventState::Cancelled ? palette.bad : palette.muted;
}

/// The place of the poster, until there is one.
void paintPoster(QPainter& painter, const QRectF& card)
{
    const Palette& palette = currentPalette();
    painter.save();
    QPainterPath shape;
    shape.addRoundedRect(card, kRadius, kRadius);
    painter.setClipPath(shape);
    const QRectF poster{card.left(), card.top(), card.width(), kPosterHeight};
    painter.fillRect(poster, palette.tint());
    constexpr int kSide = 32;
    icon(QStringLiteral("theater"), palette.muted)
        .paint(&painter,
               QRect{static_cast<int>(poster.center().x()) - kSide / 2,
                     static_cast<int>(poster.center().y()) - kSide / 2, kSide, kSide});
    painter.restore();
}

void paintChip(QPainter& painter, const QRectF& card, const QString& words, const QColor& ink)
{
    const Palette& palette = currentPalette();
    const int wide = painter.fontMetrics().horizontalAdvance(words) + 2 * kInside;
    const QRectF chip{card.right() - kInside - wide, card.top() + kInside, static_cast<qreal>(wide),
                      20};
    painter.setPen(QPen{ink, 1});
    painter.setBrush(palette.surface);
    painter.drawRoundedRect(chip, 10, 10);
    painter.drawText(chip, Qt::AlignCenter, words);
}

void paintShare(QPainter& painter, const QRect& box, const QModelIndex& index)
{
    const Palette& palette = currentPalette();
    if (!index.data(EventCardDelegate::KnownRole).toBool()) {
        return;
    }
    const qint64 sold = index.data(EventCardDelegate::SoldRole).toLongLong();
    const qint64 capacity = index.data(EventCardDelegate::CapacityRole).toLongLong();
    painter.setPen(palette.muted);
    paintCardLine(
        painter, {box.left(), box.top(), box.width(), 16},
        capacity > 0
            ? QCoreApplication::translate("Events", "%L1 of %L2 sold").arg(sold).arg(capacity)
            : QCoreApplication::translate("Events", "Nothing to sell yet"));
    const QRectF groove{static_cast<qreal>(box.left()), static_cast<qreal>(box.top() + 20),
                        static_cast<qreal>(box.width()), 4};
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette.line);
    painter.drawRoundedRect(groove, 2, 2);
    if (capacity > 0 && sold > 0) {
        const qreal share = std::min(1.0, static_cast<qreal>(sold) / static_cast<qreal>(capacity));
        painter.setBrush(palette.primary);
        painter.drawRoundedRect(QRectF{groove.left(), groove.top(),
                                       std::max(4.0, groove.width() * share), 4},
                                2, 2);
    }
}

} // namespace

QSize EventCardDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {kCardWidth + kBetween, kCardHeight + kBetween};
}

void EventCardDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const
{
    const Palette& palette = currentPalette();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF card = QRectF{option.rect}.adjusted(1, 1, -kBetween + 1, -kBetween + 1);
    const bool isCurrent = option.state.testFlag(QStyle::State_Selected);
    const bool hasKeys = option.state.testFlag(QStyle::State_HasFocus);
    painter->setPen(Qt::NoPen);
    painter->setBrush(palette.surface);
    painter->drawRoundedRect(card, kRadius, kRadius);
    paintPoster(*painter, card);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen{isCurrent || hasKeys ? palette.primary : palette.line,
                         isCurrent || hasKeys ? 2.0 : 1.0});
    painter->drawRoundedRect(card, kRadius, kRadius);
    const auto state = static_cast<EventState>(index.data(StateRole).toInt());
    const bool isSoldOut = index.data(SoldRole).toLongLong() > 0 &&
        index.data(SoldRole).toLongLong() >= index.data(CapacityRole).toLongLong();
    painter->setFont(cardFont(option.font, 11, QFont::DemiBold));
    paintChip(*painter, card, index.data(StateTextRole).toString(), stateColour(state, isSoldOut));
    const int left = static_cast<int>(card.left()) + kBetween;
    const int wide = static_cast<int>(card.width()) - 2 * kBetween;
    int top = static_cast<int>(card.top()) + kPosterHeight + 12;
    painter->setPen(palette.text);
    painter->setFont(cardFont(option.font, 15, QFont::DemiBold));
    paintCardLine(*painter, {left, top, wide, 22}, index.data(NameRole).toString());
    top += 24;
    painter->setPen(palette.muted);
    painter->setFont(cardFont(option.font, 13, QFont::Normal));
    paintCardLine(*painter, {left, top, wide, 18}, index.data(LineRole).toString());
    top += 26;
    painter->setPen(palette.text);
    paintCardLine(*painter, {left, top, wide, 18}, index.data(DateRole).toString());
    top += 26;
    painter->setFont(cardFont(option.font, 11, QFont::Normal));
    paintShare(*painter, {left, top, wide, 26}, index);
    painter->restore();
}

} // namespace foyer::ui
