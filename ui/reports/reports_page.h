// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/reports/reports_port.h"

#include <QString>
#include <QWidget>

#include <cstdint>
#include <optional>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTabBar;

namespace foyer::ui {

class EmptyState;
class ReportBody;
class ReportScopeBar;
class Toast;

/// A page for each question: a sentence with the answer, a chart, and the table.
class ReportsPage final : public QWidget {
    Q_OBJECT

public:
    explicit ReportsPage(ReportsPort& port, QWidget* parent = nullptr);

    /// For F1.
    static QString keys();
    void refresh();
    /// Another one is at the counter.
    void startOver();
    /// Writes what is shown.
    void saveTo(const QString& file);

protected:
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void buildQuestions();
    void buildStates();
    QWidget* buildTop();
    QWidget* buildWork();
    QWidget* buildWaiting();
    void chooseQuestion(int tab);
    ReportQuestion question() const;
    /// Adds up what is new, part by part, then asks.
    void prepare(std::int64_t run);
    void ask(std::int64_t run);
    void cancel();
    void fail(const Error& error);
    void showState(QWidget* state);
    void showTable(const ReportTable& table);
    void askFile();

    ReportsPort& m_port;
    QTabBar* m_questions = nullptr;
    QComboBox* m_by = nullptr;
    QLabel* m_byName = nullptr;
    ReportScopeBar* m_scope = nullptr;
    QStackedWidget* m_states = nullptr;
    QWidget* m_work = nullptr;
    QWidget* m_waiting = nullptr;
    EmptyState* m_none = nullptr;
    EmptyState* m_stopped = nullptr;
    EmptyState* m_failed = nullptr;
    QProgressBar* m_progress = nullptr;
    QLabel* m_house = nullptr;
    QLabel* m_answer = nullptr;
    QLabel* m_about = nullptr;
    QLabel* m_told = nullptr;
    ReportBody* m_body = nullptr;
    QPushButton* m_export = nullptr;
    Toast* m_toast = nullptr;
    std::optional<ReportQuestion> m_shown;
    std::int64_t m_run = 0; ///< answers of earlier ones are not wanted any more
};

} // namespace foyer::ui
