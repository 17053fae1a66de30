// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/parts.h"

#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QStyle>
#include <QTimer>
#include <QVariant>

namespace foyer::ui {

QLabel* makeLabel(const QString& words, const char* role, QWidget* parent)
{
    auto* label = new QLabel{words, parent};
    label->setProperty("role", QLatin1String{role});
    label->setTextFormat(Qt::PlainText); // a customer's name is never markup
    return label;
}

QPushButton* makeButton(const QString& words, const char* role, QWidget* parent, const QString& key)
{
    auto* button = new QPushButton{key.isEmpty() ? words : words + QStringLiteral("  ") + key,
                                   parent};
    button->setProperty("role", QLatin1String{role});
    button->setAccessibleName(words);
    button->setMinimumHeight(kTarget);
    button->setAutoDefault(false);
    if (!key.isEmpty()) {
        button->setShortcut(QKeySequence{key});
    }
    return button;
}

QFrame* makePanel(QWidget* parent, const char* role)
{
    auto* panel = new QFrame{parent};
    panel->setProperty("role", QLatin1String{role});
    return panel;
}

QFrame* makeRule(QWidget* parent)
{
    auto* rule = makePanel(parent, "rule");
    rule->setFixedHeight(1);
    return rule;
}

void setRole(QWidget* widget, const char* role)
{
    widget->setProperty("role", QLatin1String{role});
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

Toast::Toast(QWidget* window)
    : QFrame{window}, m_words{makeLabel({}, "toast", this)},
      m_undo{makeButton(tr("Undo"), "", this)}, m_timer{new QTimer{this}}
{
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_words);
    row->addWidget(m_undo);
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &QWidget::hide);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT undone();
    });
    hide();
}

void Toast::say(const QString& words, const QString& undo)
{
    constexpr int kShownMs = 6000;
    m_words->setText(words);
    m_undo->setText(undo);
    m_undo->setVisible(!undo.isEmpty());
    adjustSize();
    place();
    show();
    raise();
    m_timer->start(kShownMs);
}

void Toast::place()
{
    const QWidget* window = parentWidget();
    move((window->width() - width()) / 2, window->height() - height() - kAround);
}

} // namespace foyer::ui
