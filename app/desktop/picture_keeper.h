// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"

#include <QObject>

#include <atomic>
#include <memory>
#include <string>

class QTimer;

namespace foyer::desktop {

class ServerLine;
class StoreThread;

/// Carries pictures to the server and from it while the program runs, slowly and on a thread of its
/// own: what is sold goes over another line and never waits for one.
class PictureKeeper final : public QObject {
    Q_OBJECT

public:
    /// `folder`: the data folder. Talks to the server from now on.
    PictureKeeper(StoreThread& store, std::string folder, const std::string& url,
                  const std::string& pin, const Clock& clock, Random& random);
    ~PictureKeeper() override;

    /// Looks now whether there is something to carry.
    void carry();

private:
    std::string m_folder;
    QTimer* m_timer;
    std::atomic<bool> m_isEnding{false};
    bool m_isCarrying = false;
    std::unique_ptr<ServerLine> m_line;
};

} // namespace foyer::desktop
