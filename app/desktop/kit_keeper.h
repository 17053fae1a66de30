// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

class QTimer;

namespace foyer::ui {
class KitPage;
} // namespace foyer::ui

namespace foyer::desktop {

class StoreThread;

/// Keeps the papers for a night without this computer fresh: writes them again within a minute
/// after something changed, and every quarter of an hour, so that they say of when they are. Goes
/// on when the counter is locked or nobody is signed in: it was permitted when it was switched on.
/// Reads on the store thread, draws and writes beside it.
class KitKeeper final : public QObject {
    Q_OBJECT

public:
    /// `folder`: the data folder, where its settings are kept.
    KitKeeper(StoreThread& store, ui::KitPage& page, const std::string& folder);
    /// How often it looks whether something changed.
    static constexpr int kEveryMs = 60'000;
    void lookNow() { look(false); }

    struct Round;

Q_SIGNALS:
    void written(int performances);

private:
    void look(bool evenIfSame);
    void read(const std::shared_ptr<Round>& round);
    void write(const std::shared_ptr<Round>& round);
    void end(const Error& error);
    void rest();
    /// Does something if whoever is signed in may have the papers written; else says why not.
    void ifPermitted(const std::function<void()>& act);
    void change(bool on, const QString& folder);
    void writeNow();

    StoreThread& m_store;
    ui::KitPage& m_page;
    QString m_file; ///< of the settings
    QTimer* m_timer;
    bool m_isOn = false;
    bool m_isBusy = false;
    QString m_folder;
    std::string m_writtenAs; ///< the state that it was written of last
};

} // namespace foyer::desktop
