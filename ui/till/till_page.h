// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/field.h"
#include "ui/till/till_port.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace foyer::ui {

class CashCounter;

/// The drawer of whoever is signed in: open a shift, move cash, count without seeing what should be
/// there, close, and see the difference.
class TillPage final : public QWidget {
    Q_OBJECT

public:
    explicit TillPage(TillPort& port, QWidget* parent = nullptr);

    /// Asks for the till again; a count that was begun stays.
    void refresh();
    /// Somebody else signed in: what was being counted or read was another's.
    void startOver();
    /// The keys of this screen, for F1.
    static QString keys();

protected:
    void showEvent(QShowEvent* event) override;

private:
    enum Stage { Closed, Running, Counting, Reported };
    /// What is being counted.
    struct Counted {
        ShiftId shift;
        QString label; ///< of another's shift, with whose it is
    };

    QWidget* buildClosed();
    QWidget* buildNewDrawer(QWidget* page);
    QWidget* buildRunning();
    QWidget* buildMoves();
    QWidget* buildCounting();
    QWidget* buildReport();
    void showState(const TillState& state);
    void showFigures(const ShiftReport& report);
    void showReport(const ShiftReport& report);
    void showDrawers();
    void showShifts();
    void showInvoices();
    void openShift();
    void addDrawer();
    void move(CashMoveKind kind);
    void count(const Counted& counted);
    void leaveCount();
    /// Closes what agrees, or what was seen not to agree.
    void close();
    void warn(const DrawerCheck& check);
    void closeWith(const CashCount& count);
    void fail(const Error& error);

    TillPort& m_port;
    TillState m_state;
    QStackedWidget* m_stages;
    QLabel* m_fault;
    FieldFault m_float;
    FieldFault m_drawer;
    FieldFault m_newDrawerFault;
    FieldFault m_amount;
    FieldFault m_reason;
    QLineEdit* m_floatField = nullptr;
    QComboBox* m_drawerField = nullptr;
    QWidget* m_newDrawer = nullptr;
    QLineEdit* m_newDrawerField = nullptr;
    QLineEdit* m_amountField = nullptr;
    QLineEdit* m_reasonField = nullptr;
    Counted m_counting;
    std::optional<CashCount> m_warned; ///< that it does not agree was said of this count
    bool m_isClosing = false;          ///< an answer is awaited
    QLabel* m_countTitle = nullptr;
    QLabel* m_title = nullptr;
    QTableWidget* m_figures = nullptr;
    CashCounter* m_counter = nullptr;
    QPushButton* m_back = nullptr;
    QPushButton* m_close = nullptr;
    QPushButton* m_done = nullptr;
    QLabel* m_reportTitle = nullptr;
    QLabel* m_counted = nullptr;
    QLabel* m_expected = nullptr;
    QLabel* m_difference = nullptr;
};

} // namespace foyer::ui
