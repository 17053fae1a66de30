// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/customers/customer.h"
#include "core/domain/sales/invoice.h"
#include "ui/common/field.h"

#include <QDialog>

#include <optional>

class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace foyer::ui {

/// Asks whom an invoice goes to and when it is due. Whoever is no customer yet becomes one.
class InvoiceDialog final : public QDialog {
    Q_OBJECT

public:
    /// `customer`: of the sale, or nobody; `terms`: as they were typed before.
    InvoiceDialog(const std::optional<Customer>& customer, const InvoiceTerms& terms,
                  QWidget* parent = nullptr);

Q_SIGNALS:
    /// `customer`: who was taken down here; its name is empty where the sale has a customer.
    void chosen(const foyer::InvoiceTerms& terms, const foyer::CustomerDetails& customer);

private:
    void choose();

    bool m_isKnown;
    QLineEdit* m_name;
    QLineEdit* m_email;
    QPlainTextEdit* m_address;
    QLineEdit* m_taxNumber;
    QLineEdit* m_reference;
    QSpinBox* m_days;
    FieldFault m_nameFault;
    FieldFault m_emailFault;
    FieldFault m_addressFault;
};

} // namespace foyer::ui
