// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/field.h"
#include "ui/settings/printing_port.h"

#include <QDialog>

#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;

namespace foyer::ui {

/// Sets up a printer, or changes one. Stays open, with all that was typed, when it is refused.
class PrinterDialog final : public QDialog {
    Q_OBJECT

public:
    PrinterDialog(PrintingPort& port, const std::optional<Printer>& printer, QWidget* parent);

Q_SIGNALS:
    void saved();

private:
    Printer typed() const;
    void fill(const Printer& printer);
    void showWay();
    void save();
    void showRefusal(const Error& error);

    PrintingPort& m_port;
    QLineEdit* m_name;
    QComboBox* m_way;
    QLineEdit* m_target;
    QComboBox* m_language;
    QComboBox* m_paper;
    QCheckBox* m_tickets;
    QCheckBox* m_receipts;
    QCheckBox* m_reports;
    QCheckBox* m_atOnce;
    QCheckBox* m_drawer;
    FieldFault m_nameFault;
    FieldFault m_targetFault;
    FieldFault m_paperFault;
    QLabel* m_fault; ///< what is wrong with no field in particular
};

} // namespace foyer::ui
