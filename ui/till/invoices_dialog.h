// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/field.h"
#include "ui/till/till_port.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace foyer::ui {

/// The invoices that wait for their money, and what came of it: by transfer, in cash or by card.
/// What was paid too much since a credit note is given back here, too.
class InvoicesDialog final : public QDialog {
    Q_OBJECT

public:
    /// `timeZone`: of the house, IANA.
    InvoicesDialog(TillPort& port, std::string timeZone, QWidget* parent);

private:
    void buildForm(QWidget* panel);
    void load();
    void showInvoices(const Result<std::vector<Invoice>>& invoices);
    void showInvoice();
    void record();
    void finish(const Result<Invoice>& invoice);
    void showFault(const Error& error);
    const Invoice* chosen() const;
    void tell(const QString& sentence, const char* role);

    TillPort& m_port;
    std::string m_timeZone;
    std::vector<Invoice> m_invoices;
    InvoiceId m_shown;                  ///< to be chosen again after it was settled
    std::optional<PaymentId> m_payment; ///< made at the first try
    int m_asked = 0;                    ///< only the answer to the last question counts
    QListWidget* m_list;
    QCheckBox* m_all;
    QLabel* m_title = nullptr;
    QLabel* m_about = nullptr;
    QLabel* m_open = nullptr;
    QLineEdit* m_amount = nullptr;
    QComboBox* m_method = nullptr;
    QLineEdit* m_reference = nullptr;
    FieldFault m_amountFault;
    FieldFault m_referenceFault;
    QLabel* m_told = nullptr;
    QPushButton* m_record = nullptr;
};

} // namespace foyer::ui
