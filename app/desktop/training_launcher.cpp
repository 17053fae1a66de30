// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/training_launcher.h"

#include "app/desktop/store_thread.h"
#include "core/services/training.h"
#include "ui/common/error_text.h"
#include "ui/settings/training_page.h"

#include <QCoreApplication>
#include <QPointer>

#include <utility>

namespace foyer::desktop {

TrainingLauncher::TrainingLauncher(StoreThread& store, ui::TrainingPage& page, std::string folder,
                                   Random& random)
    : m_store{store}, m_page{page}, m_folder{std::move(folder)}, m_random{random}
{
    m_page.showExisting(isTraining(trainingFolder(m_folder)));
    connect(&m_page, &ui::TrainingPage::openAsked, this, &TrainingLauncher::open);
}

void TrainingLauncher::open(bool anew)
{
    m_page.setBusy(true);
    m_store.ask<bool>(
        [folder = m_folder, &random = m_random, anew](Counter& counter) -> Result<bool> {
            if (!anew && isTraining(trainingFolder(folder))) {
                return true;
            }
            const auto begun = beginTraining(counter, random);
            return begun ? Result<bool>{true} : begun.error();
        },
        [self = QPointer{this}](const Result<bool>& ready) {
            if (!self) {
                return;
            }
            self->m_page.setBusy(false);
            if (!ready) {
                self->m_page.showStatus(ui::errorText(ready.error()), true);
                return;
            }
            self->m_page.showExisting(true);
            self->m_page.showStatus(tr("The training opens in a window of its own."), false);
            Q_EMIT self->launched(QCoreApplication::applicationFilePath(),
                                  {QStringLiteral("--training"), QStringLiteral("--data"),
                                   QString::fromStdString(self->m_folder)});
        });
}

} // namespace foyer::desktop
