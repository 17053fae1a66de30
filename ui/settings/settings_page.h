// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QWidget>

#include <vector>

class QHBoxLayout;
class QPushButton;
class QStackedWidget;

namespace foyer::ui {

/// What is set up once and looked at rarely, a page for each thing, with their names above.
class SettingsPage final : public QWidget {
    Q_OBJECT

public:
    explicit SettingsPage(QWidget* parent = nullptr);

    /// The keys of its sections, for F1.
    static QString keys();
    void addSection(const QString& name, QWidget* page);
    /// Whether a section is there for whoever is signed in. If it was the current one, the first
    /// that is left becomes that.
    void setSectionShown(QWidget* page, bool shown);
    bool isSectionShown(QWidget* page) const;
    void showSection(QWidget* page);
    QWidget* currentSection() const;
    /// Those that were added, in their order.
    std::vector<QWidget*> sections() const;

private:
    struct Section {
        QWidget* page;
        QPushButton* button;
    };
    std::vector<Section> m_sections;
    QStackedWidget* m_pages;
    QWidget* m_bar;
    QHBoxLayout* m_tabs;
};

} // namespace foyer::ui
