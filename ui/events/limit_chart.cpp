// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/events/limit_chart.h"

#include "ui/common/formatting.h"
#include "ui/common/theme.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace foyer::ui {
namespace {

constexpr int kHeadHeight = 104; // of names that are written upwards
constexpr int kLimitRow = 44;
constexpr int kNamesWidth = 132;
constexpr int kBarWidth = 176;
constexpr qreal kColumnMin = 14;
constexpr qreal kColumnMax = 48;
constexpr qreal kGroupGap = 16; // between types and categories
constexpr qreal kDot = 6;
constexpr qreal kSlant = -50;

} // namespace

LimitChart::LimitChart(QWidget* parent) : QWidget{parent}
{
    setAccessibleName(tr("A picture of what limits what"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    QFont own = font();
    own.setPixelSize(12);
    setFont(own);
}

void LimitChart::present(const EventView& view, std::vector<LimitRow> rows, int chosen)
{
    m_columns.clear();
    for (const TicketType& type : view.types) {
        if (!type.isOff) {
            m_columns.push_back({isolated(text(type.name)), type.id, {}});
        }
    }
    m_types = m_columns.size();
    for (const PriceCategory& category : view.categories) {
        if (!category.isOff) {
            m_columns.push_back({isolated(text(category.name)), {}, category.id});
        }
    }
    m_rows = std::move(rows);
    m_chosen = chosen;
    QStringList sentences;
    for (const LimitRow& row : m_rows) {
        sentences << limitSentence(row);
    }
    setAccessibleDescription(sentences.join(QStringLiteral(". ")));
    updateGeometry();
    update();
}

void LimitChart::choose(int row)
{
    m_chosen = row;
    update();
}

QSize LimitChart::sizeHint() const
{
    const auto columns = static_cast<qreal>(m_columns.size());
    return {static_cast<int>(kNamesWidth + columns * kColumnMin + kGroupGap) + kBarWidth,
            kHeadHeight + kLimitRow * static_cast<int>(m_rows.size())};
}

QRectF LimitChart::dotsRoom() const
{
    const qreal width = std::max<qreal>(0, this->width() - kNamesWidth - kBarWidth - kGroupGap);
    return {static_cast<qreal>(kNamesWidth), 0, width, static_cast<qreal>(height())};
}

qreal LimitChart::columnWidth() const
{
    const auto columns = static_cast<qreal>(std::max<std::size_t>(m_columns.size(), 1));
    return std::clamp((dotsRoom().width() - kGroupGap) / columns, kColumnMin, kColumnMax);
}

qreal LimitChart::columnLeft(std::size_t at) const
{
    return dotsRoom().left() + columnWidth() * static_cast<qreal>(at) +
        (at >= m_types ? kGroupGap : 0);
}

void LimitChart::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    paintHead(painter);
    for (int at = 0; at < static_cast<int>(m_rows.size()); ++at) {
        paintRow(painter, at);
    }
}

void LimitChart::paintHead(QPainter& painter) const
{
    const Palette& palette = currentPalette();
    painter.setPen(palette.text);
    for (std::size_t at = 0; at < m_columns.size(); ++at) {
        painter.save();
        painter.translate(columnLeft(at) + columnWidth() / 2, kHeadHeight - 6);
        painter.rotate(kSlant);
        const QString name = painter.fontMetrics().elidedText(m_columns[at].name, Qt::ElideRight,
                                                              static_cast<int>(kHeadHeight * 1.15));
        painter.drawText(QPointF{4, 4}, name);
        painter.restore();
    }
}

void LimitChart::paintRow(QPainter& painter, int at) const
{
    const Palette& palette = currentPalette();
    const LimitRow& row = m_rows[static_cast<std::size_t>(at)];
    const QRectF room{0, static_cast<qreal>(kHeadHeight + at * kLimitRow),
                      static_cast<qreal>(width()), static_cast<qreal>(kLimitRow)};
    const bool isChosen = at == m_chosen;
    if (isChosen) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette.tint());
        painter.drawRoundedRect(room, 4, 4);
    }
    painter.setPen(QPen{palette.line, 1});
    painter.drawLine(room.topLeft(), room.topRight());
    const qreal middle = room.center().y();
    QFont named = font();
    named.setWeight(isChosen ? QFont::DemiBold : QFont::Normal);
    painter.setFont(named);
    painter.setPen(row.isOff ? palette.muted : palette.text);
    const QRectF names{kInside, room.top(), kNamesWidth - 2.0 * kInside, room.height()};
    painter.drawText(names, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(row.name, Qt::ElideRight,
                                                      static_cast<int>(names.width())));
    painter.setFont(font());
    for (std::size_t column = 0; column < m_columns.size(); ++column) {
        const QPointF centre{columnLeft(column) + columnWidth() / 2, middle};
        if (m_columns[column].limitedBy(row)) {
            painter.setPen(QPen{row.isOff ? palette.muted : palette.text, 1.5});
            painter.setBrush(row.isOff ? QBrush{Qt::NoBrush} : QBrush{palette.text});
            painter.drawEllipse(centre, kDot, kDot);
        } else {
            painter.setPen(Qt::NoPen);
            painter.setBrush(palette.line);
            painter.drawEllipse(centre, 2, 2);
        }
    }
    paintBar(painter, row,
             {static_cast<qreal>(width() - kBarWidth), room.top() + 5,
              static_cast<qreal>(kBarWidth - kInside), room.height() - 10});
}

void LimitChart::paintBar(QPainter& painter, const LimitRow& row, const QRectF& room) const
{
    const Palette& palette = currentPalette();
    painter.setPen(row.isOff ? palette.muted : palette.text);
    const QString words = row.isOff ? tr("lifted")
        : row.left ? tr("%L1 sold · %L2 left of %L3").arg(row.taken()).arg(*row.left).arg(row.of)
                   : tr("%L1 places").arg(row.of);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignTop,
                     painter.fontMetrics().elidedText(words, Qt::ElideRight,
                                                      static_cast<int>(room.width())));
    if (row.isOff || !row.left) {
        return;
    }
    const QRectF frame{room.left() + 0.5, room.bottom() - 10, room.width() - 1, 9};
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen{palette.text, 1});
    painter.drawRect(frame);
    if (row.of > 0) {
        const qreal share =
            std::clamp(static_cast<qreal>(row.taken()) / static_cast<qreal>(row.of), 0.0, 1.0);
        painter.fillRect(QRectF{frame.left(), frame.top(), frame.width() * share, frame.height()},
                         palette.text);
    }
}

void LimitChart::mousePressEvent(QMouseEvent* event)
{
    const int row = (qRound(event->position().y()) - kHeadHeight) / kLimitRow;
    if (event->position().y() >= kHeadHeight && row < static_cast<int>(m_rows.size())) {
        Q_EMIT chosen(row);
    }
}

} // namespace foyer::ui
