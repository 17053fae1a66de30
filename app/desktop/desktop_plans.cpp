// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/desktop.h"

#include "ui/common/main_window.h"
#include "ui/plans/plans_page.h"

namespace foyer::desktop {

void Desktop::addPlans()
{
    m_plansPage = new ui::PlansPage{m_plans};
    addWorkspace(tr("Plans"), "armchair", m_plansPage, ui::PlansPage::keys(),
                 Permission::EditCatalogue);
    connect(m_window.get(), &ui::MainWindow::paletteChanged, m_plansPage,
            &ui::PlansPage::applyPalette);
}

} // namespace foyer::desktop
