// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/held/held_presenter.h"

#include <QWidget>

#include <map>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace foyer::ui {

class EmptyState;
class HeldPanel;

/// The held workspace: who comes for tickets, what is held, which carts are parked, who waits.
/// Wires; decides nothing.
class HeldPage final : public QWidget {
    Q_OBJECT

public:
    explicit HeldPage(HeldPort& port, QWidget* parent = nullptr);

    HeldPresenter& presenter() { return m_presenter; }
    /// Something changed elsewhere: read again where the page is seen, else only count who is next.
    void refresh();
    /// Chooses a hold, wherever it stands.
    void showHold(HoldId hold);
    /// Somebody else signed in: nothing of what was looked at stays.
    void startOver();
    /// The keys of this screen, for F1.
    static QString keys();

Q_SIGNALS:
    /// The empty lists send there.
    void sellPageAsked();

protected:
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* buildLists();
    QWidget* buildDetail();
    void addTab(HeldTab tab, const QString& words, const QString& key);
    void addEmpty(HeldTab tab, const QString& icon, const QString& title, const QString& words);
    void showPerformances();
    void showRows();
    void showCurrent();
    void showTabs();
    void tell(const QString& sentence, const char* role);

    HeldPresenter m_presenter;
    QComboBox* m_performance;
    QLineEdit* m_search;
    std::map<HeldTab, QPushButton*> m_tabs;
    QListWidget* m_list;
    QLabel* m_hint;
    QPushButton* m_print;
    QLabel* m_told;
    QStackedWidget* m_states;
    HeldPanel* m_panel;
    std::map<HeldTab, EmptyState*> m_empty;
    EmptyState* m_notFound;
    EmptyState* m_failed;
    QWidget* m_loading;
};

} // namespace foyer::ui
