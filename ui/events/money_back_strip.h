// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/events/money_back_presenter.h"

#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;

namespace foyer::ui {

/// Says over the events what is being given back, and what was begun and has not ended, each with
/// the way to it. Hidden where there is nothing of the kind.
class MoneyBackStrip final : public QWidget {
    Q_OBJECT

public:
    MoneyBackStrip(MoneyBackPresenter& presenter, QWidget* parent);

Q_SIGNALS:
    void showAsked();
    void goOnAsked(const foyer::ui::MoneyBackScope& scope);

private:
    void present();
    void presentRunning();
    void addUnfinished(const MoneyBackUnfinished& each);
    static QString unfinishedText(const MoneyBackUnfinished& each);

    MoneyBackPresenter& m_presenter;
    QWidget* m_running;
    QLabel* m_words;
    QWidget* m_others;
    std::vector<QString> m_shown;
};

} // namespace foyer::ui
