// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "ui/sell/sell_presenter.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace foyer::ui {

class ReleaseField;

/// Keeps the places of the cart back for the house, the press, a sponsor or technical needs.
/// Non-blocking: open() it; it closes when the hold is on disk.
class HoldDialog final : public QDialog {
    Q_OBJECT

public:
    HoldDialog(SellPresenter& presenter, const Clock& clock, QWidget* parent);

private:
    void accept() override;

    SellPresenter& m_presenter;
    QComboBox* m_kind;
    QLineEdit* m_label;
    ReleaseField* m_until;
    QLabel* m_fault;
    QPushButton* m_hold;
};

} // namespace foyer::ui
