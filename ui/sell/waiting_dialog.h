// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/field.h"
#include "ui/sell/sell_presenter.h"

#include <QDialog>

#include <vector>

class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace foyer::ui {

/// Takes down who would come if places came free. Non-blocking: open() it; it closes when they are
/// on the list.
class WaitingDialog final : public QDialog {
    Q_OBJECT

public:
    /// For the open performance, which must be there.
    WaitingDialog(SellPresenter& presenter, QWidget* parent);

private:
    void accept() override;
    void showFault(const Error& error);
    void clearFaults();

    SellPresenter& m_presenter;
    QLineEdit* m_name;
    QLineEdit* m_phone;
    QLineEdit* m_email;
    QSpinBox* m_count;
    QComboBox* m_category;
    QPushButton* m_join;
    std::vector<FieldFault> m_faults; ///< of name, telephone, email
    std::vector<CategoryId> m_categories;
};

} // namespace foyer::ui
