// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QLabel;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace foyer::ui {

/// A panel that has nothing to show, and teaches the first step instead: an icon, what is so, what
/// to do, a button that does it. Also for what failed: what happened, what is safe, what to do.
class EmptyState final : public QFrame {
    Q_OBJECT

public:
    /// The icon is one of Lucide's by its name.
    EmptyState(const QString& iconName, const QString& title, const QString& words,
               QWidget* parent);

    void setWords(const QString& words);
    QPushButton* addAction(const QString& words, const QString& iconName);
    /// A smaller sentence below, which can be copied.
    void addHint(const QString& words);
    void applyPalette();

private:
    QString m_iconName;
    QLabel* m_picture;
    QLabel* m_words;
    QVBoxLayout* m_column;
};

/// Shows one of the states of a page. The page's focus is that state's from now on, so that it is
/// never on what is not to be seen; it moves where the page had it.
void showState(QWidget& page, QStackedWidget& states, int index);

} // namespace foyer::ui
