// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/field.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace foyer::ui {

/// Where the papers for a night without this computer are kept, and whether they are fresh.
class KitPage final : public QWidget {
    Q_OBJECT

public:
    explicit KitPage(QWidget* parent = nullptr);

    void showSettings(bool on, const QString& folder);
    /// Leaves the folder as it was typed.
    void showOn(bool on);
    /// `isFault`: nothing could be written; the sentence says what to do.
    void showStatus(const QString& sentence, bool isFault);
    void setBusy(bool busy);

Q_SIGNALS:
    void settingsChanged(bool on, const QString& folder);
    void writeAsked();

private:
    void apply();

    QCheckBox* m_on;
    QLineEdit* m_folder;
    FieldFault m_fault;
    QLabel* m_status;
    QPushButton* m_write;
};

} // namespace foyer::ui
