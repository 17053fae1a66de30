// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/in_and_out/in_and_out_page.h"

#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/in_and_out/export_panel.h"
#include "ui/in_and_out/in_and_out_ask.h"
#include "ui/in_and_out/order_import_panel.h"

#include <QKeyEvent>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace foyer::ui {

InAndOutPage::InAndOutPage(OrderImportPort& imports, ExportPort& exports, QWidget* parent)
    : QWidget{parent}, m_tabs{new QTabWidget{this}}, m_imports{new OrderImportPanel{imports, this}},
      m_exports{new ExportPanel{exports, this}}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kInside);
    column->addWidget(makeLabel(tr("Import and export"), "title", this));
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    m_tabs->tabBar()->setMinimumHeight(kTarget);
    m_tabs->setAccessibleName(tr("Import and export"));
    m_tabs->setFocusPolicy(Qt::NoFocus);
    m_tabs->addTab(makeScroll(m_imports, m_tabs), tr("Import orders"));
    m_tabs->addTab(makeScroll(m_exports, m_tabs), tr("Export"));
    column->addWidget(m_tabs, 1);
    connect(m_imports, &OrderImportPanel::changed, this, &InAndOutPage::changed);
}

QString InAndOutPage::keys()
{
    return tr("Ctrl+O\tChoose files to import\nEsc\tLeave everything as it is");
}

void InAndOutPage::setAllowed(bool mayImport, bool mayExport, bool mayExportPersons)
{
    m_tabs->setTabVisible(0, mayImport);
    m_tabs->setTabVisible(1, mayExport);
    m_exports->setMayHavePersons(mayExportPersons);
}

void InAndOutPage::startOver()
{
    m_imports->startOver();
    m_exports->startOver();
    if (isVisible() && m_tabs->isTabVisible(0)) {
        m_imports->refresh();
    }
}

void InAndOutPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_tabs->isTabVisible(0)) {
        m_imports->refresh();
    }
}

void InAndOutPage::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    m_tabs->tabBar()->setFocus();
}

void InAndOutPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape) {
        QWidget::keyPressEvent(event);
        return;
    }
    for (InAndOutAsk* each : findChildren<InAndOutAsk*>()) {
        each->close();
    }
}

} // namespace foyer::ui
