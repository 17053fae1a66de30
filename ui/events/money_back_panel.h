// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/field.h"
#include "ui/events/money_back_presenter.h"

#include <QWidget>

#include <array>

class QCheckBox;
class QFrame;
class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace foyer::ui {

class ElidedLabel;

/// Everybody's money back, for dates that do not take place: whom it concerns and how much, the
/// question, how far it is, and who waits with what to do next. May be left at any time; what runs
/// goes on.
class MoneyBackPanel final : public QWidget {
    Q_OBJECT

public:
    MoneyBackPanel(MoneyBackPresenter& presenter, QWidget* parent);

    /// What is shown belongs to this: another one begins with its reason.
    void begin();

Q_SIGNALS:
    void left();
    void orderAsked(const QString& code);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// One way that orders take: its name, how many, how much.
    struct Share {
        ReturnCourse course;
        QFrame* panel = nullptr;
        QLabel* count = nullptr;
        QLabel* amount = nullptr;
        QLabel* ways = nullptr;
    };

    QWidget* buildHead();
    void buildShares(QVBoxLayout& column, QWidget* parent);
    void buildQuestion(QVBoxLayout& column, QWidget* parent);
    QWidget* buildVerbs(QWidget* parent);
    void buildRest(QVBoxLayout& column, QWidget* parent);
    void present();
    void presentShares();
    void presentVerbs();
    void presentRest();
    QString sentence() const;
    void start();
    void openOrder();
    /// The keyboard goes where the next thing is done, unless somebody types.
    void placeFocus();

    MoneyBackPresenter& m_presenter;
    QPushButton* m_back;
    ElidedLabel* m_title;
    std::array<Share, 3> m_shares;
    QLabel* m_admitted;
    QLabel* m_sentence;
    QLabel* m_fault;
    QCheckBox* m_fees;
    QLabel* m_reasonName;
    QLineEdit* m_reason;
    FieldFault m_reasonFault;
    QProgressBar* m_bar;
    QPushButton* m_start;
    QPushButton* m_goOn;
    QPushButton* m_pause;
    QPushButton* m_again;
    QPushButton* m_end;
    QLabel* m_restName;
    QListWidget* m_rest;
    QPushButton* m_order;
    std::vector<QString> m_shownRest;
    MoneyBackPresenter::Stage m_shown = MoneyBackPresenter::Stage::Idle;
};

} // namespace foyer::ui
