// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/money/bank_port.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace foyer::ui {

/// The house's bank account: takes in statements, asks what money is for that nobody was found for,
/// and says what has to be transferred back.
class BankPanel final : public QWidget {
    Q_OBJECT

public:
    explicit BankPanel(BankPort& port, QWidget* parent = nullptr);

    /// Reads it again.
    void refresh();
    /// Somebody else stands here: what was shown to the one before is gone, and read for them.
    void startOver();
    /// Takes in a bank's file, as dropping it here does.
    void take(const QString& file);

Q_SIGNALS:
    /// So many things wait for somebody.
    void counted(int waiting);

protected:
    void showEvent(QShowEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* makeTop();
    QWidget* makeLines();
    QWidget* makeDue();
    void chooseFile();
    void showSnapshot(const BankSnapshot& snapshot);
    void assign();
    void noteSent();
    void showChosen();
    void setBusy(bool isBusy);
    void say(const QString& words, bool isFault);
    /// What follows an act: says it and reads again, or says why not.
    void done(const Result<bool>& result, const QString& words);

    BankPort& m_port;
    BankSnapshot m_snapshot;
    int m_operators = 0; ///< that there were: what was asked for one is not shown to the next
    bool m_isBusy = false;
    QPushButton* m_take = nullptr;
    QLabel* m_said = nullptr;
    QLabel* m_noLines = nullptr;
    QListWidget* m_lines = nullptr;
    QLineEdit* m_to = nullptr;
    QPushButton* m_assign = nullptr;
    QLabel* m_noDue = nullptr;
    QListWidget* m_due = nullptr;
    QPushButton* m_sent = nullptr;
};

} // namespace foyer::ui
