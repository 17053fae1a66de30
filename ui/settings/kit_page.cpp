// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/kit_page.h"

#include "ui/common/parts.h"
#include "ui/common/theme.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace foyer::ui {
namespace {

constexpr int kCardWidth = 640;

} // namespace

KitPage::KitPage(QWidget* parent)
    : QWidget{parent}, m_on{new QCheckBox{tr("Keep the papers fresh while Foyer runs"), this}},
      m_folder{new QLineEdit{this}}, m_status{makeLabel({}, "muted", this)}
{
    auto* whole = new QVBoxLayout{this};
    whole->setContentsMargins(kAround, kAround, kAround, kAround);
    whole->setSpacing(kBetween);
    auto* card = makePanel(this);
    card->setMaximumWidth(kCardWidth);
    auto* column = new QVBoxLayout{card};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kBetween);
    column->addWidget(makeLabel(tr("If this computer fails tonight"), "section", card));
    auto* words =
        makeLabel(tr("Door list, will-call list, seat map and blank tickets of today's and "
                     "tomorrow's performances, as PDF in a folder of your choice. A "
                     "shared folder or a stick can be read anywhere. Kept fresh, they "
                     "are a minute old at most."),
                  "muted", card);
    words->setWordWrap(true);
    column->addWidget(words);
    auto* row = new QHBoxLayout;
    row->setSpacing(kInside);
    column->addLayout(row); // first, so that Tab goes through what follows as it is read
    auto* form = new QFormLayout;
    row->addLayout(form, 1);
    m_fault = addField(*form, tr("Folder"), m_folder, card);
    auto* choose = makeButton(tr("Choose…"), "", card);
    choose->setAccessibleName(tr("Choose a folder"));
    row->addWidget(choose, 0, Qt::AlignTop);
    column->addWidget(m_on);
    m_status->setWordWrap(true);
    column->addWidget(m_status);
    auto* buttons = new QHBoxLayout;
    m_write = makeButton(tr("Write now"), "primary", card);
    buttons->addStretch();
    buttons->addWidget(m_write);
    column->addLayout(buttons);
    whole->addWidget(card);
    whole->addStretch();
    setFocusProxy(m_folder);
    connect(choose, &QPushButton::clicked, this, [this] {
        auto* dialog = new QFileDialog{this, tr("Choose a folder"), m_folder->text()};
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
        connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
            m_folder->setText(folder);
            apply();
        });
        dialog->open();
    });
    connect(m_folder, &QLineEdit::editingFinished, this, &KitPage::apply);
    connect(m_on, &QCheckBox::clicked, this, &KitPage::apply);
    connect(m_write, &QPushButton::clicked, this, [this] {
        apply();
        if (!m_folder->text().trimmed().isEmpty()) {
            Q_EMIT writeAsked();
        }
    });
}

void KitPage::showSettings(bool on, const QString& folder)
{
    m_on->setChecked(on);
    m_folder->setText(folder);
}

void KitPage::showOn(bool on)
{
    m_on->setChecked(on);
}

void KitPage::showStatus(const QString& sentence, bool isFault)
{
    setRole(m_status, isFault ? "fault" : "muted");
    m_status->setText(sentence);
}

void KitPage::setBusy(bool busy)
{
    m_write->setEnabled(!busy);
}

void KitPage::apply()
{
    m_fault.clear();
    const QString folder = m_folder->text().trimmed();
    if (folder.isEmpty() && m_on->isChecked()) {
        m_on->setChecked(false);
        m_fault.say(tr("Say where the papers are to be written."));
        return;
    }
    Q_EMIT settingsChanged(m_on->isChecked(), folder);
}

} // namespace foyer::ui
