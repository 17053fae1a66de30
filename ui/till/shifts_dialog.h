// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/till/till_port.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;
class QTableWidget;

namespace foyer::ui {

/// The shifts there were and are, what they come to, and behind every figure its receipts.
class ShiftsDialog final : public QDialog {
    Q_OBJECT

public:
    /// `timeZone`: of the house, IANA.
    ShiftsDialog(TillPort& port, std::string timeZone, QWidget* parent);

Q_SIGNALS:
    /// The drawer of somebody else, who went and left it open, is to be counted.
    void countAsked(const foyer::Shift& shift);

private:
    QTableWidget* makeTable(const QString& name, const QStringList& columns, int widest);
    void showShifts(const Result<std::vector<Shift>>& shifts);
    void showReport(const Result<ShiftReport>& report);
    void showReceipts(const Result<std::vector<TillReceiptRow>>& receipts);
    void openShift();
    void openFigure();
    void print();
    void tell(const QString& sentence, const char* role);

    TillPort& m_port;
    std::string m_timeZone;
    std::vector<Shift> m_shifts;
    std::optional<ShiftReport> m_report;
    QListWidget* m_list;
    QTableWidget* m_figures;
    QTableWidget* m_receipts;
    QLabel* m_title;
    QLabel* m_told;
    QPushButton* m_print;
    QPushButton* m_count;
};

} // namespace foyer::ui
