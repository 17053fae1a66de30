// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/in_and_out/import_port.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;

namespace foyer::ui {

class InAndOutAsk;

/// What was imported before: to be gone on with where it was interrupted, and to be taken back.
class PastImports final : public QWidget {
    Q_OBJECT

public:
    PastImports(OrderImportPort& port, QWidget* parent);

    void refresh();
    void startOver();
    /// While an import runs nothing of this can be done.
    void setBlocked(bool isBlocked);
    void setTimeZone(const std::string& timeZone);

Q_SIGNALS:
    void goOnAsked(const OrderImport& import);
    void changed();
    void busyChanged(bool isBusy);

private:
    void build();
    void show(const std::vector<OrderImport>& imports);
    void showVerbs();
    const OrderImport* chosen() const;
    void askUndo();
    void undo(ImportId import);
    void setBusy(bool isBusy);

    OrderImportPort& m_port;
    std::vector<OrderImport> m_known;
    std::string m_timeZone = "UTC";
    QLabel* m_none;
    QListWidget* m_list;
    QPushButton* m_goOn;
    QPushButton* m_undo;
    QPushButton* m_stop;
    QProgressBar* m_progress;
    QLabel* m_result;
    InAndOutAsk* m_ask;
    bool m_isBlocked = false;
    bool m_isBusy = false;
};

} // namespace foyer::ui
