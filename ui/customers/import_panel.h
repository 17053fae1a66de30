// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/customers/customers_port.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace foyer::ui {

class CustomerAsk;

/// A table of customers: how it is written, which column says what, what importing it would do, and
/// what was imported before.
class ImportPanel final : public QWidget {
    Q_OBJECT

public:
    ImportPanel(CustomersPort& port, QWidget* parent);

    void refresh();
    /// Another one is at the counter: stops what is being imported for the one before.
    void startOver();
    /// Looks at a table.
    void take(const QString& file);

Q_SIGNALS:
    void changed();

private:
    QWidget* buildTable(QWidget* parent);
    void askFile();
    void show(const TableShown& table);
    void showPreview();
    ColumnMapping mapping() const;
    void run(bool isTry);
    void showReport(const CustomerImportReport& report, bool isTry);
    void showImports(const std::vector<CustomerImport>& imports);
    void askUndo();
    void tell(const Error& error);
    void setBusy(bool isBusy);

    CustomersPort& m_port;
    int m_sitting = 0; ///< so that an answer for the one before is not shown
    TableShown m_table;
    std::vector<CustomerImport> m_known;
    QPushButton* m_choose;
    QLabel* m_teaches;
    QWidget* m_body = nullptr;
    QLabel* m_form = nullptr;
    QFormLayout* m_fields = nullptr;
    std::vector<QComboBox*> m_columns; ///< one for each field
    QTableWidget* m_preview = nullptr;
    QPushButton* m_try = nullptr;
    QPushButton* m_import = nullptr;
    QPushButton* m_stop = nullptr;
    QProgressBar* m_progress = nullptr;
    QLabel* m_result = nullptr;
    QLabel* m_told = nullptr;
    QListWidget* m_refusals = nullptr;
    QListWidget* m_imports = nullptr;
    QPushButton* m_undo = nullptr;
    CustomerAsk* m_ask = nullptr;
};

} // namespace foyer::ui
