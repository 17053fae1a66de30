// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The keys of the workspace that is shown, for F1.

#include "ui/common/main_window.h"

#include "ui/common/parts.h"
#include "ui/common/theme.h"

#include <QDialog>
#include <QGridLayout>
#include <QStackedWidget>

namespace foyer::ui {

void MainWindow::showKeys()
{
    auto* dialog = new QDialog{this};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Keys"));
    auto* grid = new QGridLayout{dialog};
    grid->setContentsMargins(kAround, kAround, kAround, kAround);
    grid->setHorizontalSpacing(kAround);
    grid->setVerticalSpacing(kInside);
    int row = 0;
    QString keys;
    for (const Workspace& workspace : m_workspaces) {
        if (workspace.page == m_pages->currentWidget()) {
            keys = workspace.keys;
        }
    }
    for (const QString& line : keys.split(QLatin1Char{'\n'}, Qt::SkipEmptyParts)) {
        const QStringList parts = line.split(QLatin1Char{'\t'});
        grid->addWidget(makeLabel(parts.value(0), "section", dialog), row, 0);
        grid->addWidget(makeLabel(parts.value(1), "", dialog), row++, 1);
    }
    dialog->open();
}

} // namespace foyer::ui
