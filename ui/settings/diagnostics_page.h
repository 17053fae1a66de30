// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/diagnostics_port.h"

#include <QWidget>

class QFrame;
class QLabel;
class QProgressBar;
class QPushButton;
class QTableWidget;
class QTimer;

namespace foyer::ui {

/// How this counter is: its server, what is not sent and why, the journal, versions; and what can
/// be done about it.
class DiagnosticsPage final : public QWidget {
    Q_OBJECT

public:
    explicit DiagnosticsPage(DiagnosticsPort& port, QWidget* parent = nullptr);

    /// Reads it again; does so by itself while it is to be seen.
    void refresh();
    /// Writes a bundle for support into a file, as the button does once a file is chosen.
    void exportBundle(const QString& file);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QFrame* buildProblem();
    QWidget* buildTable();
    QWidget* buildWork();
    QWidget* buildButtons();
    static QString picturesText(const DiagnosisShown& shown);
    void showDiagnosis(const DiagnosisShown& shown);
    void showProblem(const DiagnosisShown& shown);
    /// What is wrong and what to do about it; both empty: nothing is.
    void setProblem(const QString& what, const QString& next);
    void setRow(int row, const QString& name, const QString& value);
    void checkJournal();
    void chooseFile();
    void beginWork(const QString& words);
    void endWork(const QString& words, bool isFault);

    DiagnosticsPort& m_port;
    QTimer* m_again;
    QFrame* m_problem = nullptr;
    QLabel* m_problemWhat = nullptr;
    QLabel* m_problemNext = nullptr;
    QTableWidget* m_table = nullptr;
    QWidget* m_work = nullptr;
    QLabel* m_workWords = nullptr;
    QProgressBar* m_bar = nullptr;
    QLabel* m_said = nullptr;
    QPushButton* m_sync = nullptr;
    QPushButton* m_check = nullptr;
    QPushButton* m_export = nullptr;
    QString m_journal; ///< what the last check has found
};

} // namespace foyer::ui
