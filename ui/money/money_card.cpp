// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/money/money_card.h"

#include "core/domain/sales/order_code.h"
#include "ui/common/flow_layout.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/money/money_text.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace foyer::ui {

MoneyCard::MoneyCard(QWidget* parent)
    : QFrame{parent}, m_title{makeLabel({}, "section", this)},
      m_sentence{makeLabel({}, "", this)}, m_subject{makeLabel({}, "small", this)},
      m_hereName{makeLabel(tr("The books say"), "muted", this)}, m_here{makeLabel({}, "amount",
                                                                                  this)},
      m_thereName{makeLabel({}, "muted", this)}, m_there{makeLabel({}, "amount", this)},
      m_act{makeButton(tr("End the case"), "primary", this, QStringLiteral("F8"))},
      m_order{makeButton(tr("Show the order"), "", this)}
{
    setProperty("role", "panel");
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kBetween, kBetween, kBetween, kBetween);
    column->setSpacing(kInside);
    for (QLabel* label : {m_title, m_sentence, m_subject}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        column->addWidget(label);
    }
    m_subject->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* amounts = new QGridLayout;
    amounts->setHorizontalSpacing(kBetween);
    amounts->setVerticalSpacing(kInside);
    amounts->addWidget(m_hereName, 0, 0);
    amounts->addWidget(m_here, 0, 1, Qt::AlignRight);
    amounts->addWidget(m_thereName, 1, 0);
    amounts->addWidget(m_there, 1, 1, Qt::AlignRight);
    amounts->setColumnStretch(2, 1);
    column->addLayout(amounts);
    auto* verbs = new FlowLayout{kInside};
    verbs->addWidget(m_act);
    verbs->addWidget(m_order);
    column->addLayout(verbs);
    connect(m_act, &QPushButton::clicked, this, &MoneyCard::actAsked);
    connect(m_order, &QPushButton::clicked, this,
            [this] { Q_EMIT orderAsked(m_order->property("code").toString()); });
}

void MoneyCard::show(const MoneyCase& open, bool mayEnd)
{
    m_title->setText(caseTitle(open));
    m_sentence->setText(caseSentence(open));
    m_subject->setText(text(open.subject));
    m_here->setText(moneyText(open.here));
    m_thereName->setText(tr("%1 says").arg(providerText(open.provider)));
    m_there->setText(moneyText(open.there));
    for (QLabel* label : {m_subject, m_hereName, m_here}) {
        label->setVisible(true);
    }
    m_act->setVisible(true);
    showAct(tr("End the case"), mayEnd);
    showOrder(open.order);
}

void MoneyCard::show(const MoneyTrouble& trouble, bool mayGoOn)
{
    m_title->setText(troubleTitle(trouble));
    m_sentence->setText(troubleSentence(trouble));
    m_thereName->setText(tr("Amount"));
    m_there->setText(moneyText(trouble.amount));
    for (QLabel* label : {m_subject, m_hereName, m_here}) {
        label->setVisible(false);
    }
    m_act->setVisible(!text(trouble.what).startsWith(QLatin1String{"dispute"}));
    showAct(tr("Go on"), mayGoOn);
    showOrder(trouble.order);
}

void MoneyCard::showAct(const QString& words, bool isPermitted)
{
    m_act->setText(words + QStringLiteral("  F8"));
    m_act->setAccessibleName(words);
    m_act->setEnabled(isPermitted);
    m_act->setToolTip(isPermitted ? QString{}
                                  : tr("Somebody who may deal with incidents does this."));
}

void MoneyCard::showOrder(const std::string& code)
{
    m_order->setVisible(!code.empty());
    m_order->setProperty("code", text(code));
    const QString words =
        code.empty() ? QString{} : tr("Show order %1").arg(text(displayOrderCode(code)));
    m_order->setText(words);
    m_order->setAccessibleName(words);
}

} // namespace foyer::ui
