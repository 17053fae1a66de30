// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>

#include <cstdint>
#include <string>

class QTimer;

namespace foyer::ui {
class KitPage;
} // namespace foyer::ui

namespace foyer::desktop {

class StoreThread;

/// Keeps the papers for a night without this computer fresh: writes them again within a minute
/// after something changed. Reads on the store thread, draws and writes beside it.
class KitKeeper final : public QObject {
    Q_OBJECT

public:
    /// `folder`: the data folder, where its settings are kept.
    KitKeeper(StoreThread& store, ui::KitPage& page, const std::string& folder);
    /// How often it looks whether something changed.
    static constexpr int kEveryMs = 60'000;
    void lookNow() { look(false); }

Q_SIGNALS:
    void written(int performances);

private:
    void look(bool evenIfSame);

    StoreThread& m_store;
    ui::KitPage& m_page;
    QString m_file; ///< of the settings
    QTimer* m_timer;
    bool m_isOn = false;
    bool m_isBusy = false;
    QString m_folder;
    QString m_writtenAs; ///< the journal's head when it was written last
};

} // namespace foyer::desktop
