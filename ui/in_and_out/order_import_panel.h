// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/in_and_out/import_port.h"

#include <QStringList>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;

namespace foyer::ui {

class ColumnPanel;
class PastImports;

/// Orders out of files of another system: what the files are, what their columns say, the first
/// orders in them, what importing them would do, the import itself, and those before.
class OrderImportPanel final : public QWidget {
    Q_OBJECT

public:
    OrderImportPanel(OrderImportPort& port, QWidget* parent);

    void refresh();
    void startOver();
    /// Looks at files.
    void take(const QStringList& files);
    void askFiles();
    bool isBusy() const { return m_isRunning || m_isUndoing; }

Q_SIGNALS:
    void changed();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildChoice(QWidget* parent);
    QWidget* buildFiles(QWidget* parent);
    QWidget* buildMeaning(QWidget* parent);
    QWidget* buildVerbs(QWidget* parent);
    void look(const std::string& format);
    void show(const OrderFilesShown& files);
    void showChoices(const ImportChoices& choices);
    void showMissing();
    void readSample();
    void showSample(const std::vector<ImportedOrder>& orders);
    OrderImportAsked asked() const;
    void run(bool isTry);
    void finish(const Result<OrderImportReport>& report, bool isTry);
    void showReport(const OrderImportReport& report, bool isTry);
    void goOn(const OrderImport& import);
    void tell(const QString& words);
    void setRunning(bool isRunning);
    void showVerbs();

    OrderImportPort& m_port;
    std::vector<std::string> m_paths;
    OrderFilesShown m_files;
    OrderImport m_continues; ///< nil: none
    int m_looked = 0;        ///< so that an answer that was overtaken is not shown
    int m_sampled = 0;
    bool m_isRunning = false;
    bool m_isUndoing = false;
    bool m_isReady = false; ///< nothing that is needed is missing
    QPushButton* m_choose = nullptr;
    QLabel* m_told = nullptr;
    QWidget* m_body = nullptr;
    QLabel* m_head = nullptr;
    QLabel* m_goesOn = nullptr;
    QComboBox* m_format = nullptr;
    QLabel* m_columnsHead = nullptr;
    ColumnPanel* m_columns = nullptr;
    QLabel* m_missing = nullptr;
    QLabel* m_weaker = nullptr;
    QComboBox* m_performance = nullptr;
    QCheckBox* m_make = nullptr;
    QComboBox* m_venue = nullptr;
    QListWidget* m_sample = nullptr;
    QPushButton* m_try = nullptr;
    QPushButton* m_import = nullptr;
    QPushButton* m_stop = nullptr;
    QProgressBar* m_progress = nullptr;
    QLabel* m_result = nullptr;
    QListWidget* m_refusals = nullptr;
    PastImports* m_past = nullptr;
};

} // namespace foyer::ui
