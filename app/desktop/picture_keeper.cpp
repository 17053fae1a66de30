// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/picture_keeper.h"

#include "app/desktop/server_line.h"
#include "app/picture/picture_child.h"
#include "core/services/pictures.h"
#include "sync/client/picture_exchange.h"

#include <QTimer>

namespace foyer::desktop {
namespace {

constexpr int kLookForPicturesEveryMs = 30'000;
// A quarter of a thin line of 8 Mbit/s: a poster takes a second, and a sale notices nothing.
constexpr std::int64_t kPictureBytesPerSecond = 256'000;

} // namespace

PictureKeeper::PictureKeeper(StoreThread& store, std::string folder, const std::string& url,
                             const std::string& pin, const Clock& clock, Random& random)
    : m_folder{std::move(folder)}, m_timer{new QTimer{this}}, m_line{std::make_unique<ServerLine>(
                                                                  store, "pictures", m_isEnding)}
{
    m_line->open(url, pin, clock, random);
    connect(m_timer, &QTimer::timeout, this, &PictureKeeper::carry);
    m_timer->start(kLookForPicturesEveryMs);
}

PictureKeeper::~PictureKeeper()
{
    m_isEnding = true;
    m_line.reset();
}

void PictureKeeper::carry()
{
    if (m_isCarrying) {
        return;
    }
    m_isCarrying = true;
    m_line->postWithCounter(
        [this](sync::DeviceSession& session, const ServerLine::WithCounter& withCounter) {
            const PictureChild worker;
            sync::PictureExchange exchange{session, withCounter, pictureFilesIn(m_folder), worker,
                                           kPictureBytesPerSecond};
            (void)exchange.run(); // what was not carried is tried again with the next look
            QMetaObject::invokeMethod(this, [this] { m_isCarrying = false; });
        });
}

} // namespace foyer::desktop
