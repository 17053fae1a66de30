// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/sell/awaited_presenter.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace foyer::ui {

class QrView;
class TimeRing;

/// What is shown while a provider takes a payment: the amount, the code for the customer's phone,
/// how it stands, and what may be done. It may be left: the payment goes on.
class AwaitedPanel final : public QFrame {
    Q_OBJECT

public:
    explicit AwaitedPanel(AwaitedPresenter& presenter, QWidget* parent = nullptr);

Q_SIGNALS:
    /// The next customer is served meanwhile.
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    QWidget* buildInstead();
    QWidget* buildActs();
    void addLeaving(QVBoxLayout& column);
    void show();
    QString aboutText(const AwaitedPayment& seen) const;
    void showActs();
    void showInstead(bool isCard);
    void payInstead();
    void sayFault(const QString& sentence);

    AwaitedPresenter& m_presenter;
    QLabel* m_amount;
    QLabel* m_about;
    QrView* m_code;
    QLabel* m_url;
    TimeRing* m_ring;
    QLabel* m_headline;
    QLabel* m_sentence;
    QLabel* m_fault;
    QWidget* m_acts;
    QWidget* m_instead;
    QLabel* m_insteadName;
    QLineEdit* m_insteadField;
    QLabel* m_insist;
    QPushButton* m_cash;
    QPushButton* m_card;
    QPushButton* m_again;
    QPushButton* m_cancel;
    QPushButton* m_leave;
    QPushButton* m_take;
    bool m_isCard = false; ///< what is paid with instead
    QString m_saidLast;    ///< so that screen readers hear a change once
};

} // namespace foyer::ui
