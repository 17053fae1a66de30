// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "ui/common/field.h"

#include <QWidget>

#include <cstdint>
#include <optional>
#include <string>

class QLabel;
class QLineEdit;
class QPushButton;

namespace foyer::ui {

/// How a counter stands with its server.
struct ServerState {
    std::string url; ///< empty: it stands alone
    bool isOnline = false;
    bool isBusy = false;          ///< sending or hearing just now
    std::int64_t unsent = 0;      ///< entries that the server has not confirmed
    Instant contactAt;            ///< of the last answer; 0: never
    std::optional<Error> problem; ///< that somebody has to look at
};

/// In a few words for the status pill, and in a sentence what that means.
QString serverWords(const ServerState& state);
QString serverMeaning(const ServerState& state);

/// The server that a counter belongs to: joining one, and how it stands with it.
class ServerPage final : public QWidget {
    Q_OBJECT

public:
    explicit ServerPage(QWidget* parent = nullptr);

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

    QWidget* m_alone;
    QLineEdit* m_invitation = nullptr;
    FieldFault m_fault;
    QPushButton* m_join = nullptr;
    QWidget* m_joined;
    QLabel* m_address = nullptr;
    QLabel* m_standing = nullptr;
    QLabel* m_problem = nullptr;
    QPushButton* m_sync = nullptr;
};

} // namespace foyer::ui
