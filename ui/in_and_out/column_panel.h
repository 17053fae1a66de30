// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/in_and_out/import_port.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;

namespace foyer::ui {

/// What the columns of a table say: each with its header, what stands in its first rows, and a
/// choice. Columns that seem to be of no use are put away until asked for.
class ColumnPanel final : public QWidget {
    Q_OBJECT

public:
    explicit ColumnPanel(QWidget* parent);

    void setTable(const OrderFilesShown& table);
    ColumnMapping mapping() const;

Q_SIGNALS:
    void changed();

protected:
    /// The wheel goes through the page, not through the choices that it passes over.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addColumn(const OrderFilesShown& table, std::size_t column);
    void showRest();

    struct Column {
        QLabel* header;
        QWidget* samples;
        QComboBox* field;
        bool isRest = false;
    };
    std::vector<Column> m_columns;
    QWidget* m_content = nullptr;
    QGridLayout* m_grid = nullptr;
    QPushButton* m_more;
};

} // namespace foyer::ui
