// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/ask_panel.h"

#include "ui/common/flow_layout.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"

#include <QKeyEvent>
#include <QVBoxLayout>

namespace foyer::ui {

AskPanel::AskPanel(QWidget* parent)
    : QFrame{parent}, m_sentence{makeLabel({}, "", this)}, m_fields{new QVBoxLayout},
      m_verbs{new FlowLayout{kInside}}, m_do{makeButton({}, "primary", this)},
      m_keep{makeButton(tr("Leave it as it is"), "", this)}
{
    setProperty("role", "panel");
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kBetween, kBetween, kBetween, kBetween);
    column->setSpacing(kInside);
    m_sentence->setWordWrap(true);
    column->addWidget(m_sentence);
    m_fields->setSpacing(kInside);
    column->addLayout(m_fields);
    m_do->setObjectName(QStringLiteral("do"));
    m_verbs->addWidget(m_do);
    m_verbs->addWidget(m_keep);
    column->addLayout(m_verbs);
    hide();
    connect(m_do, &QPushButton::clicked, this, [this] { confirm(); });
    connect(m_keep, &QPushButton::clicked, this, &AskPanel::close);
}

QPushButton* AskPanel::addVerb()
{
    auto* button = makeButton({}, "", this);
    m_verbs->removeWidget(m_keep); // the way back stays the last
    m_verbs->addWidget(button);
    m_verbs->addWidget(m_keep);
    return button;
}

void AskPanel::setWords(QPushButton& button, const QString& words)
{
    button.setText(words);
    button.setAccessibleName(words);
}

void AskPanel::open(const QString& sentence, QWidget& first)
{
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
    show();
    Q_EMIT opened();
    first.setFocus();
}

void AskPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter) {
        QFrame::keyPressEvent(event);
    } else if (auto* button = qobject_cast<QPushButton*>(focusWidget())) {
        button->click(); // it may be the way back
    } else {
        confirm();
    }
}

void AskPanel::close()
{
    if (isOpen()) {
        hide();
        forget();
        Q_EMIT closed();
    }
}

} // namespace foyer::ui
