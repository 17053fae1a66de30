// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/field.h"
#include "ui/sell/sell_port.h"

#include <QDialog>

#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace foyer::ui {

/// Finds a customer by any part of name, email or phone, or takes down a new one. Non-blocking:
/// open() it and wait for known() or recorded().
class CustomerDialog final : public QDialog {
    Q_OBJECT

public:
    CustomerDialog(SellPort& port, QWidget* parent);

    void open() override;

Q_SIGNALS:
    void known(const foyer::Customer& customer);
    void recorded(const foyer::CustomerDetails& details);
    void withoutCustomer();

private:
    void search();
    void accept() override;
    void showFault(const QString& sentence, const QString& field);
    void clearFaults();

    SellPort& m_port;
    QLineEdit* m_search;
    QListWidget* m_found;
    QLabel* m_hint;
    QLineEdit* m_name;
    QLineEdit* m_email;
    QLineEdit* m_phone;
    QPlainTextEdit* m_note;
    std::vector<FieldFault> m_faults; ///< of name, email and telephone
    std::vector<Customer> m_customers;
    int m_asked = 0;
};

} // namespace foyer::ui
