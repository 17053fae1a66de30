// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sell/invoice_dialog.h"

#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace foyer::ui {
namespace {

constexpr int kWidth = 520;
constexpr int kAddressHeight = 84;

std::string typed(const QLineEdit* field)
{
    return field->text().trimmed().toStdString();
}

} // namespace

InvoiceDialog::InvoiceDialog(const std::optional<Customer>& customer, const InvoiceTerms& terms,
                             QWidget* parent)
    : QDialog{parent}, m_isKnown{customer.has_value()}, m_name{new QLineEdit{this}},
      m_email{new QLineEdit{this}}, m_address{new QPlainTextEdit{this}},
      m_taxNumber{new QLineEdit{this}}, m_reference{new QLineEdit{this}}, m_days{new QSpinBox{this}}
{
    setWindowTitle(tr("Invoice"));
    setMinimumWidth(kWidth);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kInside);
    column->addWidget(makeLabel(tr("Whom the invoice goes to"), "section", this));
    auto* form = new QFormLayout;
    form->setSpacing(kInside);
    m_nameFault = addField(*form, tr("Name or company"), m_name, this);
    m_emailFault = addField(*form, tr("Email"), m_email, this);
    m_addressFault = addField(*form, tr("Address"), m_address, this);
    addField(*form, tr("Tax number"), m_taxNumber, this);
    addField(*form, tr("Their reference"), m_reference, this);
    addField(*form, tr("Due in days"), m_days, this);
    m_address->setTabChangesFocus(true);
    m_address->setFixedHeight(kAddressHeight);
    m_days->setRange(0, kInvoiceDaysMax);
    m_days->setValue(terms.days);
    const std::string known = customer ? customer->details.name : std::string{};
    m_name->setText(text(terms.recipient.name.empty() ? known : terms.recipient.name));
    m_email->setText(customer ? text(customer->details.email) : QString{});
    m_email->setEnabled(!m_isKnown);
    m_address->setPlainText(text(terms.recipient.address));
    m_taxNumber->setText(text(terms.recipient.taxNumber));
    m_reference->setText(text(terms.recipient.reference));
    column->addLayout(form);
    auto* buttons = new QHBoxLayout;
    auto* leave = makeButton(tr("Not on invoice"), "", this);
    auto* use = makeButton(tr("Use"), "primary", this);
    use->setObjectName(QStringLiteral("use"));
    use->setDefault(true);
    buttons->addWidget(leave);
    buttons->addStretch();
    buttons->addWidget(use);
    column->addLayout(buttons);
    connect(use, &QPushButton::clicked, this, &InvoiceDialog::choose);
    connect(leave, &QPushButton::clicked, this, &QDialog::reject);
    (m_name->text().isEmpty() ? static_cast<QWidget*>(m_name) : m_address)->setFocus();
}

void InvoiceDialog::choose()
{
    for (const FieldFault& fault : {m_nameFault, m_emailFault, m_addressFault}) {
        fault.clear();
    }
    const InvoiceTerms terms{{typed(m_name), m_address->toPlainText().trimmed().toStdString(),
                              typed(m_taxNumber), typed(m_reference)},
                             m_days->value()};
    if (terms.recipient.name.empty()) {
        m_nameFault.say(tr("Type the name that the invoice goes to."));
        return;
    }
    if (const auto sound = checkTerms(terms); !sound) {
        m_addressFault.say(errorText(sound.error()));
        return;
    }
    CustomerDetails customer;
    if (!m_isKnown) {
        customer.name = terms.recipient.name;
        customer.email = typed(m_email);
        if (const auto sound = checkDetails(customer); !sound) {
            const bool isEmail = sound.error().where == "email";
            (isEmail ? m_emailFault : m_nameFault).say(errorText(sound.error()));
            return;
        }
    }
    Q_EMIT chosen(terms, customer);
    accept();
}

} // namespace foyer::ui
