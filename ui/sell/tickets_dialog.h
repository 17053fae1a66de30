// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/sell/sell_port.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace foyer::ui {

/// Shows the tickets of an order as they will be printed, and prints them. Non-blocking.
class TicketsDialog final : public QDialog {
    Q_OBJECT

public:
    TicketsDialog(SellPort& port, QWidget* parent);

    /// Makes the documents of an order, so that they are there when the dialog is opened.
    void prepare(const Order& order);
    bool hasOrder() const { return m_hasOrder; }
    /// The files, once they are made.
    const PrintedSale& documents() const { return m_documents; }

Q_SIGNALS:
    void ready();

private:
    void showDocuments();
    void print();

    SellPort& m_port;
    bool m_hasOrder = false;
    PrintedSale m_documents;
    QLabel* m_title;
    QLabel* m_state;
    QVBoxLayout* m_pages;
    QComboBox* m_queues;
    QPushButton* m_print;
    QPushButton* m_folder;
};

} // namespace foyer::ui
