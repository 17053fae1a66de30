// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/settings_page.h"

#include "ui/common/parts.h"
#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr int kTabPadding = 14; // of the sheet: the first name begins where the pages do

} // namespace

SettingsPage::SettingsPage(QWidget* parent)
    : QWidget{parent}, m_pages{new QStackedWidget{this}}, m_bar{new QWidget{this}},
      m_tabs{new QHBoxLayout{m_bar}}
{
    // The bar is made after the pages: Tab passes over what lies between this and what has its
    // focus.
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_tabs->setContentsMargins(kAround - kTabPadding, kInside, kAround, 0);
    m_tabs->setSpacing(kInside);
    m_tabs->addStretch();
    column->addWidget(m_bar);
    column->addWidget(m_pages, 1);
}

QString SettingsPage::keys()
{
    return tr("Insert\tAdd a printer or a gate\nF2\tChange the chosen one\nDel\tRemove the chosen "
              "gate\nF6\tPrint a test page");
}

void SettingsPage::addSection(const QString& name, QWidget* page)
{
    auto* button = makeButton(name, "tab", m_bar);
    button->setCheckable(true);
    button->setAutoExclusive(true);
    button->setChecked(m_sections.empty());
    m_tabs->insertWidget(m_tabs->count() - 1, button);
    m_pages->addWidget(page);
    page->setAccessibleName(name);
    m_sections.push_back({page, button});
    if (m_sections.size() == 1) {
        setFocusProxy(page);
    }
    connect(button, &QPushButton::clicked, this, [this, page] { showSection(page); });
}

void SettingsPage::setSectionShown(QWidget* page, bool shown)
{
    QWidget* first = nullptr;
    for (const Section& section : m_sections) {
        if (section.page == page) {
            section.button->setVisible(shown);
        }
        if (first == nullptr && !section.button->isHidden()) {
            first = section.page;
        }
    }
    if (!shown && m_pages->currentWidget() == page && first != nullptr) {
        showSection(first);
    }
}

bool SettingsPage::isSectionShown(QWidget* page) const
{
    const auto found = std::ranges::find(m_sections, page, &Section::page);
    return found != m_sections.end() && !found->button->isHidden();
}

void SettingsPage::showSection(QWidget* page)
{
    for (const Section& section : m_sections) {
        if (section.page == page && !section.button->isHidden()) {
            section.button->setChecked(true);
            m_pages->setCurrentWidget(page);
            setFocusProxy(page);
            if (isVisible()) {
                page->setFocus();
            }
        }
    }
}

QWidget* SettingsPage::currentSection() const
{
    return m_pages->currentWidget();
}

std::vector<QWidget*> SettingsPage::sections() const
{
    std::vector<QWidget*> pages;
    for (const Section& section : m_sections) {
        pages.push_back(section.page);
    }
    return pages;
}

} // namespace foyer::ui
