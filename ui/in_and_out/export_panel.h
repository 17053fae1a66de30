// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/in_and_out/export_port.h"

#include <QString>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QPushButton;

namespace foyer::ui {

class InAndOutAsk;

/// What leaves the house in files: everything, the accounting journal, the calendars.
class ExportPanel final : public QWidget {
    Q_OBJECT

public:
    ExportPanel(ExportPort& port, QWidget* parent);

    /// Whether names and addresses may leave at all.
    void setMayHavePersons(bool may);
    void setFolder(const QString& folder);
    void startOver();
    bool isBusy() const { return m_isBusy; }

private:
    void build();
    QWidget* buildPeriod();
    QWidget* buildVerbs();
    void connectParts();
    void askFolder();
    void showChoice();
    ExportAsked asked() const;
    void begin();
    void run(const ExportAsked& asked);
    void finish(const Result<ExportedShown>& done);
    void setBusy(bool isBusy);

    ExportPort& m_port;
    QComboBox* m_what;
    QLabel* m_means;
    QComboBox* m_form;
    QComboBox* m_period;
    QDateEdit* m_from;
    QDateEdit* m_until;
    QCheckBox* m_persons;
    QLineEdit* m_folder;
    QPushButton* m_choose;
    QPushButton* m_export;
    QPushButton* m_stop;
    QPushButton* m_open;
    QProgressBar* m_progress;
    QLabel* m_told;
    QLabel* m_result;
    QListWidget* m_files;
    InAndOutAsk* m_ask;
    QString m_exported; ///< the folder of the last export
    bool m_mayHavePersons = false;
    bool m_isBusy = false;
};

} // namespace foyer::ui
