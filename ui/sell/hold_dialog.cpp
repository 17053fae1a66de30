// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sell/hold_dialog.h"

#include "ui/common/error_text.h"
#include "ui/common/field.h"
#include "ui/common/held_text.h"
#include "ui/common/parts.h"
#include "ui/common/release_field.h"
#include "ui/common/theme.h"
#include "ui/sell/reserve_dialog.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPointer>
#include <QVBoxLayout>

namespace foyer::ui {

HoldDialog::HoldDialog(SellPresenter& presenter, const Clock& clock, QWidget* parent)
    : QDialog{parent}, m_presenter{presenter}, m_kind{new QComboBox{this}},
      m_label{new QLineEdit{this}}, m_until{new ReleaseField{this}},
      m_fault{makeLabel({}, "fault", this)}, m_hold{makeButton({}, "primary", this)}
{
    setWindowTitle(tr("Hold"));
    setMinimumWidth(520);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kInside);
    const auto count = static_cast<int>(presenter.cart().items.size());
    column->addWidget(makeLabel(tr("Hold %n places", nullptr, count), "title", this));
    auto* what = makeLabel(presenter.cartInWords(), "muted", this);
    what->setWordWrap(true);
    column->addWidget(what);
    auto* form = new QFormLayout;
    form->setSpacing(kInside);
    for (const char* kind :
         {hold_kind::kHouse, hold_kind::kPress, hold_kind::kSponsor, hold_kind::kTechnical}) {
        m_kind->addItem(holdKindText(kind), QLatin1String{kind});
    }
    addField(*form, tr("Held for"), m_kind, this);
    m_label->setPlaceholderText(tr("Evening Post, camera position …"));
    addField(*form, tr("Who or why"), m_label, this);
    m_until->offer(clock.now(), firstStart(presenter), zoneOfCart(presenter));
    addField(*form, tr("Kept until"), m_until, this);
    column->addLayout(form);
    auto* hint = makeLabel(tr("Held places are not sold to anybody by mistake. In Held they are "
                              "sold, let go or kept longer."),
                           "small", this);
    hint->setWordWrap(true);
    column->addWidget(hint);
    m_fault->setWordWrap(true);
    m_fault->hide();
    column->addWidget(m_fault);
    auto* buttons = new QHBoxLayout;
    auto* back = makeButton(tr("Back to the cart"), "", this);
    m_hold->setText(tr("Hold %n places", nullptr, count));
    m_hold->setAccessibleName(m_hold->text());
    m_hold->setObjectName(QStringLiteral("use"));
    m_hold->setDefault(true);
    buttons->addWidget(back);
    buttons->addStretch();
    buttons->addWidget(m_hold);
    column->addLayout(buttons);
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_hold, &QPushButton::clicked, this, &HoldDialog::accept);
    m_kind->setFocus();
}

void HoldDialog::accept()
{
    m_fault->hide();
    m_hold->setEnabled(false);
    m_presenter.hold(m_kind->currentData().toString().toStdString(),
                     m_label->text().trimmed().toStdString(), m_until->until(),
                     [this, self = QPointer{this}](const Result<HoldId>& held) {
                         if (!self) {
                             return;
                         }
                         m_hold->setEnabled(true);
                         if (held) {
                             QDialog::accept();
                             return;
                         }
                         m_fault->setText(errorText(held.error()));
                         m_fault->show();
                     });
}

} // namespace foyer::ui
