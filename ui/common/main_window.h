// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/palette.h"

#include <QMainWindow>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace foyer::ui {

/// The frame around the workspaces: a rail to go from one to another, and a bar that says where one
/// is. Navigation only.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(QWidget* parent = nullptr);

    /// Adds a workspace. `icon` is the name of a picture in resources/icons.
    void addWorkspace(const QString& name, const QString& icon, QWidget* page);
    /// What the status pill says: in a word how it stands, in a sentence what that means.
    void setStatus(const QString& words, const QString& meaning);
    void setCounterName(const QString& name);
    /// The keys of the screen, for F1: lines of key, tab, meaning.
    void setKeys(const QString& keys) { m_keys = keys; }
    bool isDark() const;
    /// Shows the whole program in another palette.
    void showIn(const Palette& palette);

Q_SIGNALS:
    void findAsked();
    /// The theme was switched; pages draw again.
    void paletteChanged();

private:
    QWidget* buildBar();
    void switchTheme();
    void showKeys();
    void refreshIcons();

    QVBoxLayout* m_rail;
    QStackedWidget* m_pages;
    QLabel* m_status;
    QLabel* m_counter;
    QPushButton* m_find;
    QPushButton* m_theme;
    QString m_keys;
};

} // namespace foyer::ui
