// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The pictures that seating plans are drawn over.

#include "app/desktop/plans_port.h"
#include "app/desktop/store_thread.h"
#include "app/picture/picture_child.h"
#include "core/services/counter.h"
#include "core/services/pictures.h"

#include <QFile>

#include <memory>

namespace foyer::desktop {
namespace {

Result<PreparedPicture> preparedFile(const std::string& path)
{
    QFile file{QString::fromStdString(path)};
    if (!file.open(QIODevice::ReadOnly)) {
        return badInput("no_such_file", "This file cannot be read. Choose another one.");
    }
    if (file.size() > static_cast<qint64>(kPictureBytesMax)) {
        return pictureError(PictureFault::TooLarge);
    }
    const QByteArray bytes = file.readAll();
    return preparePicture(PictureChild{}, Bytes{bytes.begin(), bytes.end()});
}

Result<std::string> bytesOfPicture(Counter& counter, const std::string& sha256)
{
    const auto hash = pictureHashFrom(std::string_view{sha256});
    const auto path = hash ? picture(counter, *hash, kRenditionWidths.back())
                           : refused("unknown_picture", "This picture is not known here.");
    if (!path) {
        return path.error();
    }
    QFile file{QString::fromStdString(*path)};
    return file.open(QIODevice::ReadOnly)
        ? Result<std::string>{file.readAll().toStdString()}
        : refused("picture_not_here", "The file of this picture cannot be read.");
}

} // namespace

void CounterPlansPort::addPicture(const std::string& path, Then<ui::PlanPicture> then)
{
    m_reading.start([this, path, then = std::move(then)] {
        const auto prepared = std::make_shared<const Result<PreparedPicture>>(preparedFile(path));
        m_store.ask<ui::PlanPicture>(
            [prepared](Counter& counter) -> Result<ui::PlanPicture> {
                if (!*prepared) {
                    return prepared->error();
                }
                const auto added = foyer::addPicture(counter, **prepared);
                if (!added) {
                    return added.error();
                }
                return ui::PlanPicture{pictureHashText(added->hash),
                                       {static_cast<float>(added->size.width),
                                        static_cast<float>(added->size.height)}};
            },
            then);
    });
}

void CounterPlansPort::picture(const std::string& sha256, Then<std::string> then)
{
    m_store.ask<std::string>([sha256](Counter& counter) { return bytesOfPicture(counter, sha256); },
                             std::move(then));
}

} // namespace foyer::desktop
