// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/empty_state.h"

#include "ui/common/icons.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace foyer::ui {

EmptyState::EmptyState(const QString& iconName, const QString& title, const QString& words,
                       QWidget* parent)
    : QFrame{parent}, m_iconName{iconName}, m_picture{new QLabel{this}},
      m_words{makeLabel(words, "muted", this)}, m_column{new QVBoxLayout{this}}
{
    setProperty("role", "panel");
    m_column->setContentsMargins(kAround, kAround, kAround, kAround);
    m_column->setSpacing(kBetween);
    m_column->addStretch();
    m_column->addWidget(m_picture);
    auto* heading = makeLabel(title, "title", this);
    m_column->addWidget(heading);
    auto* line = new QHBoxLayout; // no wider than a line that is read at ease
    line->addStretch();
    line->addWidget(m_words);
    line->addStretch();
    m_column->addLayout(line);
    m_column->addStretch();
    for (QLabel* label : {m_picture, heading, m_words}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(label != m_picture);
    }
    applyPalette();
}

void EmptyState::setWords(const QString& words)
{
    m_words->setText(words);
}

QPushButton* EmptyState::addAction(const QString& words, const QString& iconName)
{
    auto* button = makeButton(words, "primary", this);
    setButtonIcon(button, iconName);
    m_column->insertWidget(m_column->count() - 1, button, 0, Qt::AlignHCenter);
    setFocusProxy(button);
    return button;
}

void showState(QWidget& page, QStackedWidget& states, int index)
{
    const QWidget* focus = QApplication::focusWidget();
    const bool isHere = focus == nullptr || focus == &page || page.hasFocus() ||
        (states.isAncestorOf(focus) && states.currentIndex() != index);
    states.setCurrentIndex(index);
    page.setFocusProxy(states.currentWidget());
    if (isHere && page.isVisible()) {
        page.setFocus();
    }
}

void EmptyState::addHint(const QString& words)
{
    auto* hint = makeLabel(words, "small", this);
    hint->setAlignment(Qt::AlignCenter);
    hint->setWordWrap(true);
    hint->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_column->insertWidget(m_column->count() - 1, hint);
}

void EmptyState::applyPalette()
{
    constexpr int kSide = 40;
    m_picture->setPixmap(icon(m_iconName, currentPalette().muted).pixmap(kSide, kSide));
}

} // namespace foyer::ui
