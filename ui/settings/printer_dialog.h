// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

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
    QLabel* m_fault;
};

} // namespace foyer::ui
