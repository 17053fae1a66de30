// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <QLabel>
#include <QPixmap>
#include <QPushButton>

class QTimer;

namespace foyer::ui {

/// The small parts that all screens are made of, so that they look and sound alike. A "role" is
/// what the theme styles by; each control gets the name that screen readers say.

QLabel* makeLabel(const QString& words, const char* role, QWidget* parent);
/// At least a finger high. `key` is shown behind the words and works as its shortcut.
QPushButton* makeButton(const QString& words, const char* role, QWidget* parent,
                        const QString& key = {});
QFrame* makePanel(QWidget* parent, const char* role = "panel");
QFrame* makeRule(QWidget* parent);
/// A mark of a drawing, and beside it what it means.
QWidget* makeLegendEntry(const QPixmap& mark, const QString& words, QWidget* parent);
/// One line that ends in "…" where it has no room; the whole of it is in the tooltip and what
/// screen readers say.
class ElidedLabel final : public QLabel {
    Q_OBJECT

public:
    ElidedLabel(const char* role, QWidget* parent);
    void setWhole(const QString& words);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void elide();
    QString m_whole;
};

/// Lets `content` be scrolled where it has no room, as at 200 %; the area itself takes no focus.
QWidget* makeScroll(QWidget* content, QWidget* parent);
/// Sets a role after construction and lets the theme look again.
void setRole(QWidget* widget, const char* role);

/// The shape of a page that is being read, drawn only when that takes longer than a person notices.
class Skeleton final : public QWidget {
    Q_OBJECT

public:
    explicit Skeleton(QWidget* parent);

protected:
    void showEvent(QShowEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QTimer* m_patience;
};

/// Says something over the window for a few seconds, with a way back where there is one.
class Toast final : public QFrame {
    Q_OBJECT

public:
    explicit Toast(QWidget* window);
    void say(const QString& words, const QString& undo = {});

Q_SIGNALS:
    void undone();

protected:
    /// Stays in its place when the window changes its size.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();
    QLabel* m_words;
    QPushButton* m_undo;
    QTimer* m_timer;
};

} // namespace foyer::ui
