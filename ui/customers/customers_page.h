// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/customers/customers_port.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QStackedWidget;
class QTabWidget;
class QTimer;

namespace foyer::ui {

class CustomerPanel;
class DuplicatesPanel;
class EmptyState;
class ImportPanel;

/// Who buys here: the list with the person beside it, records that may be one person, and tables.
class CustomersPage final : public QWidget {
    Q_OBJECT

public:
    explicit CustomersPage(CustomersPort& port, QWidget* parent = nullptr);

    /// For F1.
    static QString keys();
    CustomerPanel& person() { return *m_person; }
    DuplicatesPanel& duplicates() { return *m_duplicates; }
    ImportPanel& imports() { return *m_imports; }
    void refresh();
    /// Another one is at the counter.
    void startOver();

Q_SIGNALS:
    void orderAsked(const QString& code);

protected:
    void showEvent(QShowEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* buildList();
    QWidget* buildFilters(QWidget* parent);
    void connectParts();
    CustomerQuery query() const;
    void readList();
    void readTags();
    void showFound(const CustomerPage& page);
    void addSomebody();

    CustomersPort& m_port;
    std::vector<PersonCard> m_rows;
    QTabWidget* m_tabs;
    QStackedWidget* m_states = nullptr;
    QLineEdit* m_search = nullptr;
    QComboBox* m_tag = nullptr;
    QComboBox* m_consent = nullptr;
    QListWidget* m_list = nullptr;
    QLabel* m_count = nullptr;
    QPushButton* m_more = nullptr;
    QPushButton* m_add = nullptr;
    EmptyState* m_none = nullptr;
    EmptyState* m_failed = nullptr;
    QWidget* m_loading = nullptr;
    CustomerPanel* m_person = nullptr;
    DuplicatesPanel* m_duplicates = nullptr;
    ImportPanel* m_imports = nullptr;
    QTimer* m_typed;
    std::size_t m_limit;
    int m_asked = 0;   ///< so that an answer that was overtaken is not shown
    int m_sitting = 0; ///< so that an answer for the one before is not shown
};

} // namespace foyer::ui
