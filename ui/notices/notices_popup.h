// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/notices/notices_presenter.h"

#include <QFrame>

class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace foyer::ui {

class EmptyState;

/// What staff is told of, below the bell: the latest first. One press opens what a notice is about.
/// Closes when something else is done.
class NoticesPopup final : public QFrame {
    Q_OBJECT

public:
    NoticesPopup(NoticesPresenter& presenter, QWidget* parent);

    /// `mayChoose`: whether the way to the settings is there.
    void openBelow(const QWidget& bell, bool mayChoose);

Q_SIGNALS:
    void settingsAsked();

private:
    QWidget* buildStates();
    void showNotices();
    void openRow(int row);

    NoticesPresenter& m_presenter;
    QPushButton* m_read;
    QPushButton* m_settings;
    QLabel* m_silence;
    QStackedWidget* m_states;
    QListWidget* m_list = nullptr;
    EmptyState* m_none = nullptr;
    EmptyState* m_failed = nullptr;
};

} // namespace foyer::ui
