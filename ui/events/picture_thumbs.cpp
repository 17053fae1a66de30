// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/events/picture_thumbs.h"

#include <QImage>
#include <QPointer>

namespace foyer::ui {
namespace {

constexpr std::int64_t kThumbWidth = 320; // enough for a poster on a dense screen
constexpr std::size_t kThumbsKept = 120;  // of some events with full galleries

QPixmap pixmapOf(const PicturePixels& pixels)
{
    const auto width = static_cast<int>(pixels.size.width);
    const QImage whole{pixels.rgba.data(), width, static_cast<int>(pixels.size.height), width * 4,
                       QImage::Format_RGBA8888};
    return QPixmap::fromImage(whole.copy()); // the bytes go
}

} // namespace

PictureThumbs::PictureThumbs(EventsPort& port, QObject* parent) : QObject{parent}, m_port{port} {}

QPixmap PictureThumbs::of(const PictureHash& picture)
{
    if (const auto here = m_here.find(picture); here != m_here.end()) {
        return here->second;
    }
    if (m_missing.contains(picture) || !m_asked.insert(picture).second) {
        return {};
    }
    m_port.pixels(picture, kThumbWidth,
                  [this, self = QPointer{this}, picture](const Result<PicturePixels>& pixels) {
                      if (!self) {
                          return;
                      }
                      m_asked.erase(picture);
                      if (m_here.size() >= kThumbsKept) {
                          m_here.clear();
                      }
                      if (pixels) {
                          m_here[picture] = pixmapOf(*pixels);
                      } else {
                          m_missing.insert(picture);
                      }
                      Q_EMIT came();
                  });
    return {};
}

QPixmap fitted(const QPixmap& picture, QSize room, qreal ratio)
{
    if (picture.isNull()) {
        return picture;
    }
    QPixmap shown = picture.scaled(room * ratio, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    shown.setDevicePixelRatio(ratio);
    return shown;
}

} // namespace foyer::ui
