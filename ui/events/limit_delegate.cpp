// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/events/limit_delegate.h"

#include "ui/common/theme.h"

#include <QPainter>

#include <algorithm>

namespace foyer::ui {
namespace {

void paintLimitBar(QPainter& painter, const QRectF& groove, qint64 taken, qint64 of)
{
    const Palette& palette = currentPalette();
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette.line);
    painter.drawRoundedRect(groove, 2, 2);
    if (of > 0 && taken > 0) {
        const qreal share = std::min(1.0, static_cast<qreal>(taken) / static_cast<qreal>(of));
        painter.setBrush(palette.primary);
        painter.drawRoundedRect(QRectF{groove.left(), groove.top(),
                                       std::max(4.0, groove.width() * share), groove.height()},
                                2, 2);
    }
}

} // namespace

QSize LimitDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {200, kHeight};
}

void LimitDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    const Palette& palette = currentPalette();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(palette.tint());
        painter->drawRoundedRect(QRectF{option.rect}.adjusted(2, 2, -2, -2), 4, 4);
    }
    const QRect box = option.rect.adjusted(kBetween, kInside, -kBetween, -kInside);
    const qint64 of = index.data(OfRole).toLongLong();
    const QVariant left = index.data(LeftRole);
    const QString figure = left.isValid() ? tr("%L1 sold or held · %L2 left of %L3")
                                                .arg(of - left.toLongLong())
                                                .arg(left.toLongLong())
                                                .arg(of)
                                          : tr("%L1 places").arg(of);
    painter->setPen(palette.muted);
    painter->drawText(QRect{box.left(), box.top(), box.width(), 24},
                      Qt::AlignRight | Qt::AlignVCenter, figure);
    const int room = box.width() - painter->fontMetrics().horizontalAdvance(figure) - kBetween;
    QFont strong = option.font;
    strong.setWeight(QFont::DemiBold);
    painter->setFont(strong);
    const QString name =
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room * 2 / 3);
    painter->setPen(palette.text);
    painter->drawText(QRect{box.left(), box.top(), room, 24}, Qt::AlignLeft | Qt::AlignVCenter,
                      name);
    const int after = painter->fontMetrics().horizontalAdvance(name) + kInside;
    painter->setFont(option.font);
    painter->setPen(palette.muted);
    painter->drawText(QRect{box.left() + after, box.top(), std::max(0, room - after), 24},
                      Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(index.data(CoverRole).toString(),
                                                        Qt::ElideRight, room - after));
    paintLimitBar(*painter,
                  QRectF{static_cast<qreal>(box.left()), static_cast<qreal>(box.bottom() - 6),
                         static_cast<qreal>(box.width()), 4},
                  left.isValid() ? of - left.toLongLong() : 0, of);
    painter->restore();
}

} // namespace foyer::ui
