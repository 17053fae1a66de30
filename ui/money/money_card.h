// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/money/money_port.h"

#include <QFrame>
#include <QString>

class QLabel;
class QPushButton;

namespace foyer::ui {

/// One thing about money that somebody has to look at: what it is in a sentence, the amounts, the
/// order, and what can be done.
class MoneyCard final : public QFrame {
    Q_OBJECT

public:
    explicit MoneyCard(QWidget* parent);

    void show(const MoneyCase& open, bool mayEnd);
    void show(const MoneyTrouble& trouble, bool mayGoOn);

Q_SIGNALS:
    /// End the case, or let the payment go on.
    void actAsked();
    void orderAsked(const QString& code);

private:
    void showAct(const QString& words, bool isPermitted);
    void showOrder(const std::string& code);

    QLabel* m_title;
    QLabel* m_sentence;
    QLabel* m_subject;
    QLabel* m_hereName;
    QLabel* m_here;
    QLabel* m_thereName;
    QLabel* m_there;
    QPushButton* m_act;
    QPushButton* m_order;
};

} // namespace foyer::ui
