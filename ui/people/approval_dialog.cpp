// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/people/approval_dialog.h"

#include "core/domain/access/permission.h"
#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/people/pin_pad.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QPointer>
#include <QVBoxLayout>

namespace foyer::ui {
namespace {

constexpr int kWidth = 440;

QString sentenceOf(const Error& refusal)
{
    const QString what = refusal.facts.empty() ? QString{} : permissionText(refusal.facts.front());
    return refusal.code == "over_limit"
        ? QCoreApplication::translate("ApprovalDialog", "%1: more than your role may do by itself.")
              .arg(what)
        : QCoreApplication::translate("ApprovalDialog", "%1: your role does not allow this.")
              .arg(what);
}

} // namespace

QString permissionText(const std::string& permissionName)
{
    const auto permission = permissionNamed(permissionName);
    const auto say = [](const char* words) {
        return QCoreApplication::translate("Permission", words);
    };
    switch (permission.value_or(Permission::RunCounter)) {
    case Permission::Sell:
        return say(QT_TRANSLATE_NOOP("Permission", "Sell"));
    case Permission::ReadOrders:
        return say(QT_TRANSLATE_NOOP("Permission", "See orders"));
    case Permission::VoidOrder:
        return say(QT_TRANSLATE_NOOP("Permission", "Void an order"));
    case Permission::Refund:
        return say(QT_TRANSLATE_NOOP("Permission", "Refund money"));
    case Permission::RefundOwn:
        return say(QT_TRANSLATE_NOOP("Permission", "Refund what one sold oneself"));
    case Permission::Exchange:
        return say(QT_TRANSLATE_NOOP("Permission", "Exchange tickets"));
    case Permission::Reprint:
        return say(QT_TRANSLATE_NOOP("Permission", "Print tickets again"));
    case Permission::ReissueTicket:
        return say(QT_TRANSLATE_NOOP("Permission", "Replace a lost ticket"));
    case Permission::Discount:
        return say(QT_TRANSLATE_NOOP("Permission", "Give a discount"));
    case Permission::Complimentary:
        return say(QT_TRANSLATE_NOOP("Permission", "Give complimentary tickets"));
    case Permission::SellGiftCards:
        return say(QT_TRANSLATE_NOOP("Permission", "Sell gift cards"));
    case Permission::Hold:
        return say(QT_TRANSLATE_NOOP("Permission", "Hold and release places"));
    case Permission::Reserve:
        return say(QT_TRANSLATE_NOOP("Permission", "Reserve places"));
    case Permission::RunShift:
        return say(QT_TRANSLATE_NOOP("Permission", "Run a shift"));
    case Permission::MoveCash:
        return say(QT_TRANSLATE_NOOP("Permission", "Pay cash in and out"));
    case Permission::OpenDrawer:
        return say(QT_TRANSLATE_NOOP("Permission", "Open the drawer without a sale"));
    case Permission::ReadTillReports:
        return say(QT_TRANSLATE_NOOP("Permission", "See all till reports"));
    case Permission::Admit:
        return say(QT_TRANSLATE_NOOP("Permission", "Admit at the door"));
    case Permission::OverrideGate:
        return say(QT_TRANSLATE_NOOP("Permission", "Admit against the gate's refusal"));
    case Permission::ReadCustomers:
        return say(QT_TRANSLATE_NOOP("Permission", "See customers"));
    case Permission::EditCustomers:
        return say(QT_TRANSLATE_NOOP("Permission", "Edit customers"));
    case Permission::EraseCustomers:
        return say(QT_TRANSLATE_NOOP("Permission", "Erase customers"));
    case Permission::ReadReports:
        return say(QT_TRANSLATE_NOOP("Permission", "See reports"));
    case Permission::EditCatalogue:
        return say(QT_TRANSLATE_NOOP("Permission", "Edit events, prices and plans"));
    case Permission::ResolveIncidents:
        return say(QT_TRANSLATE_NOOP("Permission", "Decide at the conflict desk"));
    case Permission::EditUsers:
        return say(QT_TRANSLATE_NOOP("Permission", "Edit people and roles"));
    case Permission::RunCounter:
        break;
    }
    return say(QT_TRANSLATE_NOOP("Permission", "Run this counter"));
}

ApprovalDialog::ApprovalDialog(const Error& refusal, const std::vector<std::string>& colleagues,
                               Approve approve, std::function<void()> giveUp, QWidget* parent)
    : QDialog{parent}, m_approve{std::move(approve)}, m_giveUp{std::move(giveUp)}
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("A colleague's yes is needed"));
    setMinimumWidth(kWidth);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kBetween);
    column->addWidget(makeLabel(windowTitle(), "title", this));
    auto* words = makeLabel(sentenceOf(refusal), "", this);
    words->setWordWrap(true);
    column->addWidget(words);
    m_name = new QComboBox{this};
    m_name->setAccessibleName(tr("Who approves"));
    m_name->setMinimumHeight(kTarget);
    for (const std::string& name : colleagues) {
        m_name->addItem(text(name));
    }
    column->addWidget(m_name);
    m_pad = new PinPad{this};
    m_pad->setFieldName(tr("PIN or password of whoever approves"));
    column->addWidget(m_pad);
    m_fault = makeLabel({}, "fault", this);
    m_fault->setWordWrap(true);
    m_fault->hide();
    column->addWidget(m_fault);
    auto* buttons = new QHBoxLayout;
    auto* no = makeButton(tr("Leave it"), "", this);
    no->setAutoDefault(false);
    m_yes = makeButton(tr("Approve this once"), "primary", this);
    m_yes->setAutoDefault(false); // Enter in the field already says so
    buttons->addWidget(no);
    buttons->addStretch();
    buttons->addWidget(m_yes);
    column->addLayout(buttons);
    connect(no, &QPushButton::clicked, this, &ApprovalDialog::reject);
    connect(m_yes, &QPushButton::clicked, this, &ApprovalDialog::enter);
    connect(m_pad, &PinPad::entered, this, &ApprovalDialog::enter);
    connect(m_name, &QComboBox::activated, m_pad, [this] { m_pad->setFocus(); });
    m_pad->setFocus();
}

void ApprovalDialog::enter()
{
    if (m_waiting || m_pad->secret().isEmpty()) {
        return;
    }
    m_waiting = true;
    m_yes->setEnabled(false);
    m_approve(m_name->currentText().toStdString(), m_pad->secret().toStdString(),
              [self = QPointer{this}](const Result<void>& outcome) {
                  if (!self) {
                      return;
                  }
                  self->m_waiting = false;
                  if (outcome) {
                      self->accept();
                      return;
                  }
                  self->m_yes->setEnabled(true);
                  self->m_pad->clear();
                  self->m_fault->setText(errorText(outcome.error()));
                  self->m_fault->show();
                  self->m_pad->setFocus();
              });
}

void ApprovalDialog::reject()
{
    if (m_waiting) {
        return; // the answer is on its way, and says how it went
    }
    m_giveUp();
    QDialog::reject();
}

} // namespace foyer::ui
