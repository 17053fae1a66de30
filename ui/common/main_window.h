// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/palette.h"

#include <QMainWindow>

#include <functional>
#include <vector>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace foyer::ui {

/// The frame around the workspaces: a rail to go from one to another, and a bar that says where one
/// is. Navigation only.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(QWidget* parent = nullptr);

    /// Adds a workspace. `icon` is the name of a picture in resources/icons; `keys` are those of
    /// the page, for F1: lines of key, tab, meaning. Ctrl+1, Ctrl+2 … go to the first, second …
    /// and Alt+1 … to the eleventh …
    void addWorkspace(const QString& name, const QString& icon, QWidget* page,
                      const QString& keys = {});
    /// Whether a workspace is in the rail: a role sees only its own. If it was the current one, the
    /// first that is left becomes that.
    void setWorkspaceShown(QWidget* page, bool shown);
    void showWorkspace(QWidget* page);
    /// How much waits in a workspace, in a corner of its button in the rail; 0: nothing. `urgent`:
    /// somebody is needed.
    void setWorkspaceBadge(QWidget* page, int count, bool urgent);
    QWidget* currentWorkspace() const;
    /// Those that were added, in their order.
    std::vector<QWidget*> workspaces() const;
    /// What the status pill says: in a word how it stands, in a sentence what that means.
    void setStatus(const QString& words, const QString& meaning);
    QWidget& statusPill() const;
    /// How many notices wait for whoever is here. The bell is there from the first time on.
    void setNoticeCount(int count);
    QWidget& bell() const;
    void setCounterName(const QString& name);
    /// Who is signed in; an empty name where nobody has to.
    void setOperator(const QString& name, const QString& role);
    /// Puts a page before everything else, such as the one to sign in on, or takes it away. What is
    /// behind it stays as it is and cannot be reached.
    void setCover(QWidget* cover);
    void setCovered(bool covered);
    /// A sentence over everything that does not go away.
    void setBanner(const QString& sentence);
    /// The current workspace alone on the whole screen, or everything again.
    void setFrameless(bool frameless);
    bool isDark() const;
    /// Shows the whole program in another palette.
    void showIn(const Palette& palette);

Q_SIGNALS:
    void findAsked();
    /// The status pill was pressed: somebody wants to know more.
    void statusAsked();
    /// The bell was pressed.
    void noticesAsked();
    void lockAsked();
    void signOutAsked();
    void secretChangeAsked();
    /// The theme was switched; pages draw again.
    void paletteChanged();

private:
    struct Workspace {
        QWidget* page;
        QToolButton* button;
        QLabel* badge;
        QString keys;
        QString name;
    };
    void buildRail();
    QWidget* buildBar();
    void buildOperatorMenu();
    void addShortcut(const QKeySequence& keys, const std::function<void()>& act);
    void switchTheme();
    void showKeys();
    void refreshIcons();

    QStackedWidget* m_layers; ///< the window, and the cover before it
    std::vector<Workspace> m_workspaces;
    QVBoxLayout* m_rail;
    QScrollArea* m_railScroll;
    QStackedWidget* m_pages;
    QWidget* m_railPanel;
    QWidget* m_bar;
    QLabel* m_banner;
    bool m_wasMaximized = false;
    QPushButton* m_status;
    QLabel* m_counter;
    QPushButton* m_find;
    QPushButton* m_bell;
    QLabel* m_bellBadge;
    QPushButton* m_theme;
    QPushButton* m_operator;
};

} // namespace foyer::ui
