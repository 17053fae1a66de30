// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sell/performance_delegate.h"

#include "ui/common/theme.h"
#include "ui/sell/performance_list_model.h"

#include <QPainter>

namespace foyer::ui {
namespace {

constexpr int kHeadingHeight = 36;
constexpr int kRowHeight = 60;
constexpr int kTimeWidth = 56;
constexpr int kBarWidth = 64;
constexpr int kBarHeight = 4;

QFont sized(const QFont& base, int pixels, QFont::Weight weight)
{
    QFont font{base};
    font.setPixelSize(pixels);
    font.setWeight(weight);
    return font;
}

void paintElided(QPainter& painter, const QRect& box, const QString& words)
{
    painter.drawText(box, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(words, Qt::ElideRight, box.width()));
}

} // namespace

QSize PerformanceDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const bool heading = !index.data(PerformanceListModel::HeadingRole).toString().isEmpty();
    return {200, kRowHeight + (heading ? kHeadingHeight : 0)};
}

void PerformanceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                                const QModelIndex& index) const
{
    const Palette& palette = currentPalette();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QRect row = option.rect;
    const QString heading = index.data(PerformanceListModel::HeadingRole).toString();
    if (!heading.isEmpty()) {
        painter->setFont(sized(option.font, 11, QFont::DemiBold));
        painter->setPen(palette.muted);
        painter->drawText(row.adjusted(kBetween, 0, -kInside, 0).left(),
                          row.top() + kHeadingHeight - 10, heading);
        row.setTop(row.top() + kHeadingHeight);
    }
    const QRectF card = QRectF{row}.adjusted(kInside, 2, -kInside, -2);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        QColor tint = palette.primary;
        tint.setAlphaF(selected ? 0.16F : 0.07F);
        painter->setPen(Qt::NoPen);
        painter->setBrush(tint);
        painter->drawRoundedRect(card, 6, 6);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen{palette.primary, 2});
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(card.adjusted(1, 1, -1, -1), 6, 6);
    }
    const bool sellable = index.data(PerformanceListModel::SellableRole).toBool();
    const QRect inner = card.toRect().adjusted(kInside, 4, -kInside, -4);
    const QRect upper{inner.left(), inner.top(), inner.width(), inner.height() / 2};
    const QRect lower{inner.left(), upper.bottom(), inner.width(), inner.height() / 2};
    painter->setPen(sellable ? palette.text : palette.muted);
    painter->setFont(sized(option.font, 13, QFont::DemiBold));
    paintElided(*painter, upper.adjusted(0, 0, -(inner.width() - kTimeWidth), 0),
                index.data(PerformanceListModel::TimeRole).toString());
    paintElided(*painter, upper.adjusted(kTimeWidth, 0, 0, 0), index.data().toString());
    painter->setFont(sized(option.font, 11, QFont::Normal));
    painter->setPen(palette.muted);
    const QRect below = lower.adjusted(kTimeWidth, 0, -kBarWidth - kInside, 0);
    paintElided(*painter, below,
                index.data(PerformanceListModel::LeftRole).toString() + QStringLiteral(" · ") +
                    index.data(PerformanceListModel::PlaceRole).toString());
    const QRectF bar{static_cast<double>(inner.right() - kBarWidth), lower.center().y() - 1.0,
                     kBarWidth, kBarHeight};
    painter->setPen(Qt::NoPen);
    QColor track = palette.muted; // a line's colour would vanish on what is selected
    track.setAlphaF(0.3F);
    painter->setBrush(track);
    painter->drawRoundedRect(bar, 2, 2);
    QRectF sold = bar;
    sold.setWidth(bar.width() * index.data(PerformanceListModel::ShareRole).toDouble());
    painter->setBrush(palette.muted);
    painter->drawRoundedRect(sold, 2, 2);
    painter->restore();
}

} // namespace foyer::ui
