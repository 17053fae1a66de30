// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/field.h"
#include "ui/settings/server_words.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace foyer::ui {

class StockPanel;
class StockPort;

/// The server that a counter belongs to: joining one, how it stands with it, and what the counter
/// keeps for when it cannot be reached.
class ServerPage final : public QWidget {
    Q_OBJECT

public:
    explicit ServerPage(StockPort& stock, QWidget* parent = nullptr);

    void showState(const ServerState& state);
    /// Joining was refused; what was typed stays.
    void showRefusal(const Error& error);
    void setJoining(bool joining);

Q_SIGNALS:
    void joinAsked(const QString& invitation);
    void syncAsked();

private:
    QWidget* buildAlone();
    QWidget* buildJoined();
    void ask();

    QWidget* m_alone = nullptr;
    QLineEdit* m_invitation = nullptr;
    FieldFault m_fault;
    QPushButton* m_join = nullptr;
    QWidget* m_joined = nullptr;
    QLabel* m_address = nullptr;
    QLabel* m_standing = nullptr;
    QLabel* m_problem = nullptr;
    QPushButton* m_sync = nullptr;
    StockPanel* m_stock = nullptr;
    QWidget* m_below = nullptr;
};

} // namespace foyer::ui
