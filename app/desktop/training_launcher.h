// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/random.h"

#include <QObject>
#include <QStringList>

#include <string>

namespace foyer::ui {
class TrainingPage;
} // namespace foyer::ui

namespace foyer::desktop {

class StoreThread;

/// Opens the training beside the real house: a program and a window of its own, so that what is
/// real and what is not are never in one.
class TrainingLauncher final : public QObject {
    Q_OBJECT

public:
    /// `folder`: the data folder of the real house.
    TrainingLauncher(StoreThread& store, ui::TrainingPage& page, std::string folder,
                     Random& random);

Q_SIGNALS:
    /// The program and its arguments, by which the training opens.
    void launched(const QString& program, const QStringList& arguments);

private:
    void open(bool anew);

    StoreThread& m_store;
    ui::TrainingPage& m_page;
    std::string m_folder;
    Random& m_random;
};

} // namespace foyer::desktop
