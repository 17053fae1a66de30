// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/services/counter.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;

namespace foyer::desktop {

/// Asks what a new counter has to know: who sells, in which currency and time zone, and a
/// passphrase where the computer has no keychain.
class FirstStart final : public QDialog {
    Q_OBJECT

public:
    explicit FirstStart(QWidget* parent = nullptr);
    Founding founding() const;

private:
    void accept() override;
    QLineEdit* m_organizer;
    QLineEdit* m_currency;
    QComboBox* m_zone;
    QLabel* m_fault;
};

} // namespace foyer::desktop
