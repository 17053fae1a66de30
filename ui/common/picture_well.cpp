// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/picture_well.h"

#include "ui/common/palette.h"
#include "ui/common/theme.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QPainter>
#include <QUrl>

namespace foyer::ui {
namespace {

constexpr int kHeight = 120;
constexpr int kCorner = 6;

bool isOneFile(const QMimeData& data)
{
    return data.urls().size() == 1 && data.urls().front().isLocalFile();
}

} // namespace

PictureWell::PictureWell(const QString& name, const QString& asks, QWidget* parent)
    : QPushButton{parent}, m_asks{asks}
{
    setAcceptDrops(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(name);
    setAccessibleDescription(asks);
    connect(this, &QPushButton::clicked, this, &PictureWell::choose);
}

QSize PictureWell::sizeHint() const
{
    return {kHeight, kHeight};
}

void PictureWell::setPicture(const QImage& picture)
{
    m_picture = picture;
    update();
}

void PictureWell::choose()
{
    auto* dialog = new QFileDialog{this, accessibleName()};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Pictures (*.png *.jpg *.jpeg *.webp)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &PictureWell::fileChosen);
    dialog->open();
}

void PictureWell::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QRectF frame = QRectF{rect()}.adjusted(1, 1, -1, -1);
    QPen pen{hasFocus() ? palette().color(QPalette::Highlight) : palette().color(QPalette::Mid),
             hasFocus() ? 2.0 : 1.0};
    if (m_picture.isNull() && !hasFocus()) {
        pen.setStyle(Qt::DashLine);
    }
    painter.setPen(pen);
    painter.setBrush(m_picture.isNull() ? palette().brush(QPalette::Base) : QBrush{Qt::white});
    painter.drawRoundedRect(frame, kCorner, kCorner);
    const QRect inside = rect().adjusted(kBetween, kInside, -kBetween, -kInside);
    if (m_picture.isNull()) {
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(inside, Qt::AlignCenter | Qt::TextWordWrap, m_asks);
        return;
    }
    QSize size = m_picture.size();
    size.scale(inside.size(), Qt::KeepAspectRatio);
    const QPoint corner{inside.x() + (inside.width() - size.width()) / 2,
                        inside.y() + (inside.height() - size.height()) / 2};
    painter.drawImage(QRect{corner, size}, m_picture);
}

void PictureWell::dragEnterEvent(QDragEnterEvent* event)
{
    if (isEnabled() && isOneFile(*event->mimeData())) {
        event->acceptProposedAction();
    }
}

void PictureWell::dropEvent(QDropEvent* event)
{
    if (isOneFile(*event->mimeData())) {
        event->acceptProposedAction();
        Q_EMIT fileChosen(event->mimeData()->urls().front().toLocalFile());
    }
}

} // namespace foyer::ui
