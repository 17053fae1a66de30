// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/till/invoices_dialog.h"

#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/payment_text.h"
#include "ui/common/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QVBoxLayout>

#include <cstdlib>

namespace foyer::ui {
namespace {

constexpr int kListWidth = 340;

/// Whom it is made out to; what can no longer be read has no name.
QString recipientText(const Invoice& invoice)
{
    return invoice.recipient ? isolated(text(invoice.recipient->name)) : QString{};
}

QString stateText(const Invoice& invoice)
{
    switch (invoice.state()) {
    case InvoiceState::Open:
        return InvoicesDialog::tr("Open: %1").arg(moneyText(invoice.open));
    case InvoiceState::Credit:
        return InvoicesDialog::tr("To be given back: %1")
            .arg(moneyText(Money{-invoice.open.minor(), invoice.open.currency()}));
    case InvoiceState::Cancelled:
        return InvoicesDialog::tr("Taken back by a credit note");
    case InvoiceState::Paid:
        break;
    }
    return InvoicesDialog::tr("Paid");
}

} // namespace

InvoicesDialog::InvoicesDialog(TillPort& port, std::string timeZone, QWidget* parent)
    : QDialog{parent}, m_port{port}, m_timeZone{std::move(timeZone)}, m_list{new QListWidget{this}},
      m_all{new QCheckBox{tr("Those that are settled, too"), this}}
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Invoices"));
    resize(920, 620);
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(kAround, kAround, kAround, kAround);
    row->setSpacing(kBetween);
    auto* left = new QVBoxLayout;
    left->setSpacing(kInside);
    m_list->setAccessibleName(tr("Invoices, the longest due first"));
    m_list->setFixedWidth(kListWidth);
    left->addWidget(m_list, 1);
    m_all->setMinimumHeight(kTarget);
    left->addWidget(m_all);
    row->addLayout(left);
    auto* panel = makePanel(this);
    buildForm(panel);
    row->addWidget(panel, 1);
    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        tell({}, "muted"); // what was recorded was of another one
        showInvoice();
    });
    connect(m_all, &QCheckBox::toggled, this, &InvoicesDialog::load);
    showInvoice();
    load();
    m_list->setFocus();
}

void InvoicesDialog::buildForm(QWidget* panel)
{
    auto* column = new QVBoxLayout{panel};
    column->setContentsMargins(kBetween, kBetween, kBetween, kBetween);
    column->setSpacing(kInside);
    m_title = makeLabel({}, "section", panel);
    m_about = makeLabel({}, "muted", panel);
    m_open = makeLabel({}, "total", panel);
    for (QLabel* label : {m_title, m_about, m_open}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    auto* form = new QFormLayout;
    m_amount = new QLineEdit{panel};
    m_amount->setProperty("role", "money");
    m_method = new QComboBox{panel};
    m_reference = new QLineEdit{panel};
    for (const PaymentMethod method :
         {PaymentMethod::Transfer, PaymentMethod::Cash, PaymentMethod::CardTerminal}) {
        m_method->addItem(methodText(method), static_cast<int>(method));
    }
    m_amountFault = addField(*form, tr("Amount"), m_amount, panel);
    addField(*form, tr("Paid by"), m_method, panel);
    m_referenceFault = addField(*form, tr("Transfer text or receipt number"), m_reference, panel);
    column->addLayout(form);
    m_told = makeLabel({}, "muted", panel);
    m_told->setWordWrap(true);
    column->addWidget(m_told);
    column->addStretch();
    auto* buttons = new QHBoxLayout;
    auto* close = makeButton(tr("Close"), "", panel);
    m_record = makeButton(tr("Record the money"), "primary", panel);
    m_record->setDefault(true);
    buttons->addWidget(close);
    buttons->addStretch();
    buttons->addWidget(m_record);
    column->addLayout(buttons);
    for (QLineEdit* field : {m_amount, m_reference}) {
        connect(field, &QLineEdit::textEdited, this, [this] { m_payment.reset(); });
    }
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_record, &QPushButton::clicked, this, &InvoicesDialog::record);
}

const Invoice* InvoicesDialog::chosen() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < static_cast<int>(m_invoices.size())
        ? &m_invoices[static_cast<std::size_t>(row)]
        : nullptr;
}

void InvoicesDialog::load()
{
    const int asked = ++m_asked;
    m_port.invoices(m_all->isChecked(),
                    [self = QPointer{this}, asked](const Result<std::vector<Invoice>>& invoices) {
                        if (self && asked == self->m_asked) {
                            self->showInvoices(invoices);
                        }
                    });
}

void InvoicesDialog::showInvoices(const Result<std::vector<Invoice>>& invoices)
{
    if (!invoices) {
        tell(errorText(invoices.error()), "fault");
        return;
    }
    const QSignalBlocker quiet{m_list};
    m_list->clear();
    m_invoices = *invoices;
    std::erase_if(m_invoices, [](const Invoice& invoice) { return !invoice.cancels.empty(); });
    int row = 0;
    for (const Invoice& invoice : m_invoices) {
        const QString due = tr("due %1").arg(dayText(invoice.dueAt, m_timeZone));
        m_list->addItem(text(invoice.number) + QStringLiteral(" · ") + recipientText(invoice) +
                        QLatin1Char{'\n'} + stateText(invoice) + QStringLiteral(" · ") + due);
        if (invoice.id == m_shown) {
            row = m_list->count() - 1;
        }
    }
    m_list->setCurrentRow(m_invoices.empty() ? -1 : row);
    showInvoice();
}

void InvoicesDialog::showInvoice()
{
    const Invoice* invoice = chosen();
    const bool isOpen = invoice != nullptr && !invoice->open.isZero();
    for (QWidget* field :
         std::initializer_list<QWidget*>{m_amount, m_method, m_reference, m_record}) {
        field->setEnabled(isOpen);
    }
    m_amountFault.clear();
    m_referenceFault.clear();
    if (invoice == nullptr || invoice->id != m_shown) {
        m_payment.reset();
        m_reference->clear();
    }
    if (invoice == nullptr) {
        m_title->setText(tr("No invoice waits for its money"));
        m_about->setText(tr("A sale on invoice stands here until it is paid."));
        m_open->clear();
        m_amount->clear();
        return;
    }
    m_shown = invoice->id;
    QStringList about{recipientText(*invoice),
                      tr("of %1").arg(dayText(invoice->issuedAt, m_timeZone)),
                      moneyText(invoice->amount)};
    for (const InvoicePayment& payment : invoice->payments) {
        about << tr("%1: %2 by %3")
                     .arg(dayText(payment.at, m_timeZone), moneyText(payment.amount),
                          methodText(payment.method));
    }
    about.removeAll(QString{});
    m_title->setText(text(invoice->number));
    m_about->setText(about.join(QLatin1Char{'\n'}));
    m_open->setText(stateText(*invoice));
    m_record->setText(invoice->open.isNegative() ? tr("Give the money back")
                                                 : tr("Record the money"));
    const Money most{std::abs(invoice->open.minor()), invoice->open.currency()};
    m_amount->setText(isOpen ? text(toPlainText(most)) : QString{});
}

void InvoicesDialog::record()
{
    const Invoice* invoice = chosen();
    if (invoice == nullptr) {
        return;
    }
    m_amountFault.clear();
    m_referenceFault.clear();
    const auto amount =
        parseMoney(m_amount->text().trimmed().toStdString(), invoice->open.currency());
    if (!amount) {
        m_amountFault.say(errorText(amount.error()));
        return;
    }
    if (!m_payment) {
        m_payment = m_port.newPaymentId();
    }
    m_record->setEnabled(false); // until it is known what came of it
    m_port.settleInvoice({.id = *m_payment,
                          .invoice = invoice->id,
                          .method = static_cast<PaymentMethod>(m_method->currentData().toInt()),
                          .amount = *amount,
                          .reference = m_reference->text().trimmed().toStdString()},
                         invoice->open.isNegative(),
                         [self = QPointer{this}](const Result<Invoice>& settled) {
                             if (self) {
                                 self->finish(settled);
                             }
                         });
}

void InvoicesDialog::finish(const Result<Invoice>& invoice)
{
    m_record->setEnabled(true);
    if (!invoice) {
        showFault(invoice.error());
        return;
    }
    m_payment.reset();
    m_reference->clear();
    tell(tr("Recorded. %1: %2").arg(text(invoice->number), stateText(*invoice)), "good");
    load();
    m_list->setFocus();
}

void InvoicesDialog::showFault(const Error& error)
{
    if (error.where == "amount") {
        m_amountFault.say(errorText(error));
    } else if (error.where == "reference") {
        m_referenceFault.say(errorText(error));
    } else {
        tell(errorText(error), "fault");
    }
}

void InvoicesDialog::tell(const QString& sentence, const char* role)
{
    setRole(m_told, role);
    m_told->setText(sentence);
}

} // namespace foyer::ui
