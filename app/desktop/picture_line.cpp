// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/picture_line.h"

#include "app/picture/picture_child.h"
#include "core/services/pictures.h"

#include <QFile>
#include <QMetaObject>

#include <utility>

namespace foyer::desktop {
namespace {

/// All of a file, or one byte more than is taken: what is longer is refused by its length.
Result<Bytes> bytesIn(const std::string& path, const Error& notRead)
{
    QFile file{QString::fromStdString(path)};
    if (!file.open(QIODevice::ReadOnly)) {
        return notRead;
    }
    const QByteArray bytes = file.read(static_cast<qint64>(kPictureBytesMax) + 1);
    if (file.error() != QFileDevice::NoError) {
        return notRead;
    }
    return Bytes{bytes.begin(), bytes.end()};
}

Result<PictureAdded> prepared(const std::string& path, const std::string& dataFolder)
{
    auto bytes = bytesIn(path,
                         badInput("picture_file_not_read",
                                  "This file cannot be read. Copy it to this computer, then choose "
                                  "it there.",
                                  path));
    if (!bytes) {
        return std::move(bytes).error();
    }
    const auto picture = preparePicture(PictureChild{}, *std::move(bytes));
    if (!picture) {
        return picture.error();
    }
    if (auto kept = keepPicture(pictureFilesIn(dataFolder), *picture); !kept) {
        return std::move(kept).error();
    }
    return picture->picture;
}

Result<PicturePixels> painted(const std::string& path, std::int64_t width)
{
    const auto bytes = bytesIn(path,
                               refused("picture_not_here",
                                       "This picture has not arrived yet. It comes by itself."));
    return bytes ? PictureChild{}.paint(*bytes, width) : bytes.error();
}

} // namespace

PictureLine::PictureLine()
{
    m_added.setMaxThreadCount(1);
    m_shown.setMaxThreadCount(1);
}

PictureLine::~PictureLine()
{
    m_added.clear();
    m_shown.clear();
    m_added.waitForDone();
    m_shown.waitForDone();
}

void PictureLine::prepare(const std::string& path, const std::string& dataFolder,
                          std::function<void(const Result<PictureAdded>&)> then)
{
    m_added.start([this, path, dataFolder, then = std::move(then)] {
        QMetaObject::invokeMethod(
            this, [then, answer = prepared(path, dataFolder)] { then(answer); },
            Qt::QueuedConnection);
    });
}

void PictureLine::paint(const std::string& path, std::int64_t width,
                        std::function<void(const Result<PicturePixels>&)> then)
{
    m_shown.start([this, path, width, then = std::move(then)] {
        QMetaObject::invokeMethod(
            this, [then, answer = painted(path, width)] { then(answer); }, Qt::QueuedConnection);
    });
}

} // namespace foyer::desktop
