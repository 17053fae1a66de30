// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/server_words.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace foyer::ui {

/// What the status pill means, in detail, below it: connection, what is not sent, last contact,
/// what is here without a network; and the way to more. Closes when something else is done.
class StatusPopup final : public QFrame {
    Q_OBJECT

public:
    explicit StatusPopup(QWidget* parent);

    void showState(const ServerState& state);
    /// `mayDiagnose`: whether the way to the diagnostics is there.
    void openBelow(const QWidget& pill, bool mayDiagnose);

Q_SIGNALS:
    void diagnosticsAsked();

private:
    void fitHeight();
    QLabel* m_words;
    QLabel* m_meaning;
    QLabel* m_facts;
    QPushButton* m_more;
};

} // namespace foyer::ui
