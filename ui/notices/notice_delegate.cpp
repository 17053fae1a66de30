// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/notices/notice_delegate.h"

#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QPainter>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr int kRowHeight = 64;
constexpr int kIconSize = 20;
constexpr int kDotSize = 8;

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

/// Behind a row that is chosen or pointed at, and around the one with the keyboard.
void paintCard(QPainter& painter, const QRectF& card, const QStyleOptionViewItem& option)
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        QColor tint = currentPalette().primary;
        tint.setAlphaF(selected ? 0.16F : 0.07F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tint);
        painter.drawRoundedRect(card, 6, 6);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter.setPen(QPen{currentPalette().primary, 2});
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), 6, 6);
    }
}

} // namespace

QSize NoticeDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {200, kRowHeight};
}

void NoticeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const
{
    const Palette& palette = currentPalette();
    const QString over = index.data(OverRole).toString();
    const bool isNew = index.data(NewRole).toBool();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF card = QRectF{option.rect}.adjusted(0, 2, 0, -2);
    paintCard(*painter, card, option);
    const QRect inner = card.toRect().adjusted(kBetween, kInside, -kBetween, -kInside);
    const QColor ink = over.isEmpty() ? palette.text : palette.muted;
    icon(index.data(IconRole).toString(), ink)
        .paint(painter, QRect{inner.left(), inner.top() + 2, kIconSize, kIconSize});
    const QRect words = inner.adjusted(kIconSize + kBetween, 0, 0, 0);
    const QRect upper{words.left(), words.top(), words.width(), words.height() / 2};
    const QRect lower{words.left(), upper.bottom() + 1, words.width(), words.height() / 2};
    painter->setFont(sized(option.font, 11, QFont::Normal));
    painter->setPen(palette.muted);
    const QString time = index.data(TimeRole).toString();
    const int timeWidth = painter->fontMetrics().horizontalAdvance(time);
    painter->drawText(upper, Qt::AlignVCenter | Qt::AlignRight, time);
    paintElided(*painter, lower,
                over.isEmpty() ? index.data(SubjectRole).toString()
                               : over + QStringLiteral(" · ") + index.data(SubjectRole).toString());
    painter->setFont(sized(option.font, 13, isNew ? QFont::DemiBold : QFont::Normal));
    painter->setPen(ink);
    int room = upper.width() - timeWidth - kBetween;
    if (isNew) {
        const int title =
            std::min(painter->fontMetrics().horizontalAdvance(index.data().toString()) + kInside,
                     room - kDotSize - kInside);
        room = title;
        const QRectF dot{static_cast<double>(upper.left() + title),
                         upper.center().y() - kDotSize / 2.0, kDotSize, kDotSize};
        painter->setBrush(palette.primary);
        painter->setPen(Qt::NoPen);
        painter->drawEllipse(dot);
        painter->setPen(ink);
    }
    paintElided(*painter, {upper.left(), upper.top(), room, upper.height()},
                index.data().toString());
    painter->restore();
}

} // namespace foyer::ui
