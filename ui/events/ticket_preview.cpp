// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/events/ticket_preview.h"

#include "ui/common/parts.h"
#include "ui/common/theme.h"

#include <QVBoxLayout>

namespace foyer::ui {
namespace {

constexpr int kPreviewWidth = 296;

} // namespace

TicketPreview::TicketPreview(QWidget* parent) : QFrame{parent}, m_picture{new QLabel{this}}
{
    setFixedWidth(kPreviewWidth);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kInside);
    column->addWidget(makeLabel(tr("The ticket"), "section", this));
    m_picture->setProperty("role", "page");
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setMinimumHeight(kPreviewWidth * 105 / 148);
    column->addWidget(m_picture);
    auto* words = makeLabel(tr("A sample, as it would be printed now. It follows what you type."),
                            "small", this);
    words->setWordWrap(true);
    column->addWidget(words);
    column->addStretch();
}

void TicketPreview::show(const QByteArray& png, const QString& words)
{
    m_drawn.loadFromData(png, "PNG");
    m_picture->setAccessibleName(words);
    fit();
}

void TicketPreview::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    fit();
}

void TicketPreview::fit()
{
    if (m_drawn.isNull()) {
        return;
    }
    const qreal ratio = devicePixelRatioF();
    QPixmap shown = m_drawn.scaled(QSize{width() - 4, height()} * ratio, Qt::KeepAspectRatio,
                                   Qt::SmoothTransformation);
    shown.setDevicePixelRatio(ratio);
    m_picture->setPixmap(shown);
}

} // namespace foyer::ui
