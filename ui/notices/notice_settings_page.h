// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/field.h"
#include "ui/notices/notices_port.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace foyer::ui {

class Toast;

/// What whoever is signed in wants to be told of, in the window and by mail; and, for who may, when
/// the house is told of what.
class NoticeSettingsPage final : public QWidget {
    Q_OBJECT

public:
    explicit NoticeSettingsPage(NoticesPort& port, QWidget* parent = nullptr);

    /// Somebody else signed in.
    void startOver();

Q_SIGNALS:
    /// What is shown may be other things now.
    void chosen();

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Row {
        NoticeKind kind;
        QWidget* words;
        QCheckBox* app;
        QCheckBox* mail;
    };
    QWidget* buildOwn();
    void addKind(QGridLayout& grid, NoticeKind kind, QWidget* panel);
    QWidget* buildHouse();
    void refresh();
    void showSettings(const NoticeSettingsShown& shown);
    void saveOwn();
    void saveHouse();
    void sayFault(const Error& error);

    NoticesPort& m_port;
    NoticeSettingsShown m_shown;
    std::vector<Row> m_rows;
    QLineEdit* m_address = nullptr;
    FieldFault m_addressFault;
    QComboBox* m_language = nullptr;
    QWidget* m_house = nullptr;
    QSpinBox* m_places = nullptr;
    QSpinBox* m_percent = nullptr;
    QSpinBox* m_minutes = nullptr;
    QLabel* m_fault = nullptr;
    Toast* m_toast = nullptr;
};

} // namespace foyer::ui
