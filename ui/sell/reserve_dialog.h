// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "ui/common/field.h"
#include "ui/sell/sell_presenter.h"

#include <QDialog>

#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;

namespace foyer::ui {

class ReleaseField;

/// Keeps the cart for a customer who pays when it is picked up: for whom, and until when.
/// Non-blocking: open() it; it closes when the reservation is on disk.
class ReserveDialog final : public QDialog {
    Q_OBJECT

public:
    ReserveDialog(SellPresenter& presenter, const Clock& clock, QWidget* parent);

private:
    void accept() override;
    void showFault(const Error& error);
    void clearFaults();

    SellPresenter& m_presenter;
    QLineEdit* m_name;
    QLineEdit* m_phone;
    QLineEdit* m_email;
    ReleaseField* m_until;
    QLabel* m_fault;
    QPushButton* m_reserve;
    std::vector<FieldFault> m_faults; ///< of name, telephone, email
};

/// When the first evening of a cart starts; nothing where it is not known.
std::optional<Instant> firstStart(const SellPresenter& presenter);
/// The time zone that its times are said in.
std::string zoneOfCart(const SellPresenter& presenter);

} // namespace foyer::ui
