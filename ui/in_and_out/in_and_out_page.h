// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QTabWidget;

namespace foyer::ui {

class ExportPanel;
class ExportPort;
class OrderImportPanel;
class OrderImportPort;

/// What comes into the house out of other systems, and what leaves it in files.
class InAndOutPage final : public QWidget {
    Q_OBJECT

public:
    InAndOutPage(OrderImportPort& imports, ExportPort& exports, QWidget* parent = nullptr);

    /// For F1.
    static QString keys();
    OrderImportPanel& imports() { return *m_imports; }
    ExportPanel& exports() { return *m_exports; }
    /// What whoever is signed in may do here.
    void setAllowed(bool mayImport, bool mayExport, bool mayExportPersons);
    /// Another one is at the counter.
    void startOver();

Q_SIGNALS:
    /// Orders came or went.
    void changed();

protected:
    void showEvent(QShowEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QTabWidget* m_tabs;
    OrderImportPanel* m_imports;
    ExportPanel* m_exports;
};

} // namespace foyer::ui
