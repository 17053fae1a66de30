// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/passphrase_dialog.h"

#include "ui/common/parts.h"
#include "ui/common/theme.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace foyer::desktop {
namespace {

constexpr int kWidth = 480;

} // namespace

PassphraseDialog::PassphraseDialog(sync::PassphraseFor purpose, QWidget* parent)
    : QDialog{parent}, m_purpose{purpose}, m_first{new QLineEdit{this}}, m_again{
                                                                             new QLineEdit{this}}
{
    const bool isNew = purpose == sync::PassphraseFor::NewFile;
    setWindowTitle(tr("Passphrase"));
    setMinimumWidth(kWidth);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(ui::kAround, ui::kAround, ui::kAround, ui::kAround);
    column->setSpacing(ui::kBetween);
    auto* words = ui::makeLabel(
        isNew ? tr("This computer has no keychain. Choose a passphrase that protects the keys of "
                   "this counter. It is asked for at every start, and nobody can find it out.")
              : tr("The keys of this counter lie in a file. Its passphrase opens it."),
        "", this);
    words->setWordWrap(true);
    column->addWidget(words);
    auto* form = new QFormLayout;
    m_firstFault = ui::addField(*form, tr("Passphrase"), m_first, this);
    if (isNew) {
        m_againFault = ui::addField(*form, tr("The same again"), m_again, this);
    }
    m_again->setHidden(!isNew);
    for (QLineEdit* field : {m_first, m_again}) {
        field->setEchoMode(QLineEdit::Password);
    }
    column->addLayout(form);
    auto* buttons = new QHBoxLayout;
    auto* leave = ui::makeButton(tr("Cancel"), "", this);
    auto* open = ui::makeButton(isNew ? tr("Protect the keys") : tr("Open"), "primary", this);
    open->setDefault(true);
    buttons->addWidget(leave);
    buttons->addStretch();
    buttons->addWidget(open);
    column->addLayout(buttons);
    connect(leave, &QPushButton::clicked, this, &QDialog::reject);
    connect(open, &QPushButton::clicked, this, &PassphraseDialog::accept);
}

QString PassphraseDialog::passphrase() const
{
    return m_first->text();
}

void PassphraseDialog::accept()
{
    m_firstFault.clear();
    if (m_purpose == sync::PassphraseFor::NewFile) {
        m_againFault.clear();
        if (m_first->text().toUtf8().size() < static_cast<qsizetype>(sync::kPassphraseMin)) {
            m_firstFault.say(tr("Choose at least %n character(s); four unrelated words are a good "
                                "passphrase.",
                                nullptr, static_cast<int>(sync::kPassphraseMin)));
            return;
        }
        if (m_again->text() != m_first->text()) {
            m_againFault.say(tr("The two are not the same. Type the second one again."));
            return;
        }
    } else if (m_first->text().isEmpty()) {
        m_firstFault.say(tr("Type the passphrase that was chosen for this counter."));
        return;
    }
    QDialog::accept();
}

} // namespace foyer::desktop
