// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/base/result.h"

#include <QDialog>

#include <functional>
#include <string>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;

namespace foyer::ui {

class PinPad;

/// A colleague says yes, with their own PIN, to the one act that the operator may not do alone.
class ApprovalDialog final : public QDialog {
    Q_OBJECT

public:
    using Outcome = std::function<void(const Result<void>&)>;
    using Approve =
        std::function<void(const std::string& name, const std::string& secret, Outcome outcome)>;

    /// `colleagues`: whom to choose from. `approve` tries the act again; `giveUp` is called where
    /// the dialog is left.
    ApprovalDialog(const Error& refusal, const std::vector<std::string>& colleagues,
                   Approve approve, std::function<void()> giveUp, QWidget* parent);

private:
    void enter();
    void reject() override;

    Approve m_approve;
    std::function<void()> m_giveUp;
    QComboBox* m_name;
    PinPad* m_pad;
    QLabel* m_fault;
    QPushButton* m_yes;
    bool m_waiting = false;
};

/// What a permission lets one do, for people: "Refund money".
QString permissionText(const std::string& permissionName);

} // namespace foyer::ui
