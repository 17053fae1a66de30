// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sell/customer_dialog.h"

#include "core/domain/customers/customer.h"
#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPointer>
#include <QVBoxLayout>

namespace foyer::ui {
namespace {

QString lineOf(const Customer& customer)
{
    QStringList parts;
    for (const std::string& part :
         {customer.details.name, customer.details.email, customer.details.phone}) {
        if (!part.empty()) {
            parts.append(text(part));
        }
    }
    return parts.join(QStringLiteral(" · "));
}

QLineEdit* makeField(const QString& name, QWidget* parent)
{
    auto* field = new QLineEdit{parent};
    field->setAccessibleName(name);
    field->setMinimumHeight(kTarget);
    return field;
}

} // namespace

CustomerDialog::CustomerDialog(SellPort& port, QWidget* parent) : QDialog{parent}, m_port{port}
{
    setWindowTitle(tr("Customer"));
    setMinimumWidth(560);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kInside);
    column->addWidget(makeLabel(tr("Find a customer"), "section", this));
    m_search = makeField(tr("Part of a name, email or telephone number"), this);
    m_search->setPlaceholderText(m_search->accessibleName());
    column->addWidget(m_search);
    m_found = new QListWidget{this};
    m_found->setAccessibleName(tr("Customers found"));
    m_found->setMinimumHeight(140);
    column->addWidget(m_found, 1);
    m_hint =
        makeLabel(tr("Nobody has to say who they are: a sale needs no customer."), "small", this);
    column->addWidget(m_hint);
    column->addWidget(makeRule(this));
    column->addWidget(makeLabel(tr("Or take down a new one"), "section", this));
    auto* form = new QFormLayout;
    form->setSpacing(kInside);
    m_name = makeField(tr("Name"), this);
    m_email = makeField(tr("Email"), this);
    m_phone = makeField(tr("Telephone"), this);
    m_note = new QPlainTextEdit{this};
    m_note->setAccessibleName(tr("Note"));
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(64);
    m_email->setObjectName(QStringLiteral("email"));
    for (QLineEdit* field : {m_name, m_email, m_phone}) {
        m_faults.push_back(addField(*form, field->accessibleName(), field, this));
        connect(field, &QLineEdit::textEdited, this, &CustomerDialog::clearFaults);
    }
    addField(*form, m_note->accessibleName(), m_note, this);
    column->addLayout(form);
    auto* buttons = new QHBoxLayout;
    auto* without = makeButton(tr("Without a customer"), "", this);
    auto* use = makeButton(tr("Use"), "primary", this);
    use->setObjectName(QStringLiteral("use"));
    use->setDefault(true);
    use->setMinimumWidth(160);
    buttons->addWidget(without);
    buttons->addStretch();
    buttons->addWidget(use);
    column->addLayout(buttons);

    connect(m_search, &QLineEdit::textEdited, this, &CustomerDialog::search);
    connect(m_found, &QListWidget::itemActivated, this, &CustomerDialog::accept);
    connect(use, &QPushButton::clicked, this, &CustomerDialog::accept);
    connect(without, &QPushButton::clicked, this, [this] {
        Q_EMIT withoutCustomer();
        QDialog::accept();
    });
}

void CustomerDialog::open()
{
    m_search->setFocus();
    QDialog::open();
}

void CustomerDialog::search()
{
    const int asked = ++m_asked;
    const QString words = m_search->text().trimmed();
    if (words.isEmpty()) {
        m_found->clear();
        m_customers.clear();
        return;
    }
    m_port.findCustomers(words.toStdString(),
                         [this, self = QPointer{this},
                          asked](const Result<std::vector<Customer>>& found) {
                             if (!self || asked != m_asked) {
                                 return;
                             }
                             m_found->clear();
                             if (!found) {
                                 m_hint->setText(errorText(found.error()));
                                 return;
                             }
                             m_customers = *found;
                             for (const Customer& customer : m_customers) {
                                 m_found->addItem(lineOf(customer));
                             }
                             m_hint->setText(m_customers.empty()
                                                 ? tr("Nobody found. Take the customer down below.")
                                                 : tr("%n found", nullptr,
                                                      static_cast<int>(m_customers.size())));
                         });
}

void CustomerDialog::showFault(const QString& sentence, const QString& field)
{
    clearFaults();
    const FieldFault& fault = m_faults[field == QLatin1String{"email"}       ? 1
                                           : field == QLatin1String{"phone"} ? 2
                                                                             : 0];
    fault.say(sentence);
}

void CustomerDialog::clearFaults()
{
    for (const FieldFault& fault : m_faults) {
        fault.clear();
    }
}

void CustomerDialog::accept()
{
    const int row = m_found->currentRow();
    const CustomerDetails details{m_name->text().trimmed().toStdString(),
                                  m_email->text().trimmed().toStdString(),
                                  m_phone->text().trimmed().toStdString(),
                                  m_note->toPlainText().trimmed().toStdString()};
    if (details.isEmpty() && row >= 0 && row < static_cast<int>(m_customers.size())) {
        Q_EMIT known(m_customers[static_cast<std::size_t>(row)]);
        QDialog::accept();
        return;
    }
    if (details.isEmpty()) {
        showFault(tr("Choose somebody from the list, or type at least a name."), {});
        return;
    }
    if (const auto sound = checkDetails(details); !sound) {
        showFault(errorText(sound.error()), text(sound.error().where));
        return;
    }
    Q_EMIT recorded(details);
    QDialog::accept();
}

} // namespace foyer::ui
