// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/client/vault_choice.h"
#include "ui/common/field.h"

#include <QDialog>

class QLineEdit;

namespace foyer::desktop {

/// Asks for the passphrase of the key file. A new one is typed twice: a slip of the hand in it
/// would lock the counter for ever.
class PassphraseDialog final : public QDialog {
    Q_OBJECT

public:
    explicit PassphraseDialog(sync::PassphraseFor purpose, QWidget* parent = nullptr);

    QString passphrase() const;
    void accept() override;

private:
    sync::PassphraseFor m_purpose;
    QLineEdit* m_first;
    QLineEdit* m_again;
    ui::FieldFault m_firstFault;
    ui::FieldFault m_againFault;
};

} // namespace foyer::desktop
