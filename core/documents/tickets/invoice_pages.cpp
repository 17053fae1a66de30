// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/tickets/invoice_pages.h"

#include "core/base/ensure.h"
#include "core/documents/tickets/local_text.h"
#include "core/domain/sales/order_code.h"

#include <QCoreApplication>

namespace foyer {
namespace {

/// Holds the words of these pages for translators.
struct InvoiceWords {
    Q_DECLARE_TR_FUNCTIONS(InvoicePages)
};

QString qt(const std::string& text)
{
    return QString::fromStdString(text);
}

std::string addressOf(const Invoice& invoice, const std::string& customer)
{
    if (!invoice.recipient) {
        return customer;
    }
    const InvoiceRecipient& recipient = *invoice.recipient;
    QStringList lines{qt(recipient.name.empty() ? customer : recipient.name),
                      qt(recipient.address)};
    if (!recipient.taxNumber.empty()) {
        lines.append(InvoiceWords::tr("Tax number %1").arg(qt(recipient.taxNumber)));
    }
    if (!recipient.reference.empty()) {
        lines.append(InvoiceWords::tr("Your reference: %1").arg(qt(recipient.reference)));
    }
    return lines.join(QLatin1Char{'\n'}).toStdString();
}

/// What was paid otherwise, what came since, and what is due.
std::vector<ReceiptPage::Payment> paymentsOf(const Invoice& invoice, const Order& order,
                                             const LocalText& local, const std::string& zone)
{
    std::vector<ReceiptPage::Payment> lines;
    for (const SettledTender& payment : order.payments) {
        if (payment.tender.method != PaymentMethod::Invoice) {
            lines.push_back({paymentText(payment, local), local.money(payment.amount)});
        }
    }
    for (const InvoicePayment& payment : invoice.payments) {
        const QString words = InvoiceWords::tr("Paid on %1").arg(qt(local.date(payment.at, zone)));
        lines.push_back({words.toStdString(), local.money(payment.amount)});
    }
    const QString due = invoice.open.isZero() ? InvoiceWords::tr("Nothing is due")
        : invoice.open.isNegative()
        ? InvoiceWords::tr("Will be given back")
        : InvoiceWords::tr("To be paid by %1").arg(qt(local.date(invoice.dueAt, zone)));
    lines.push_back(
        {due.toStdString(), local.money(invoice.open.isNegative() ? -invoice.open : invoice.open)});
    return lines;
}

void makeCreditNote(ReceiptPage& page, const Invoice& note, const Order& order,
                    const LocalText& local)
{
    page.title = InvoiceWords::tr("Credit note").toStdString();
    page.payments = {{InvoiceWords::tr("Taken off invoice %1").arg(qt(note.cancels)).toStdString(),
                      local.money(note.amount)}};
    if (note.amount != order.total) { // a part: which lines it is of stands on the order
        page.groups = {
            {{},
             {},
             {{"1 ×",
               InvoiceWords::tr("Credit for invoice %1").arg(qt(note.cancels)).toStdString(),
               {},
               local.money(note.amount)}}}};
        page.taxes.clear();
        page.total = local.money(note.amount);
    }
}

} // namespace

Result<ReceiptPage> invoicePage(const Invoice& invoice, const Order& order,
                                const OrderContext& context)
{
    ENSURE(context.house != nullptr);
    auto page = receiptPage(order, context);
    if (!page) {
        return page;
    }
    const LocalText local{context.locale};
    const std::string& zone = context.house->timeZone;
    page->title = InvoiceWords::tr("Invoice").toStdString();
    page->orderCode = invoice.number;
    page->recipient = addressOf(invoice, context.customerName);
    page->customer.clear();
    page->note.clear();
    page->dateLine =
        InvoiceWords::tr("%1 · Order %2")
            .arg(qt(local.date(invoice.issuedAt, zone)), qt(displayOrderCode(order.code)))
            .toStdString();
    if (!invoice.cancels.empty()) {
        makeCreditNote(*page, invoice, order, local);
        return page;
    }
    page->payments = paymentsOf(invoice, order, local, zone);
    if (invoice.credited == invoice.amount) {
        page->note = InvoiceWords::tr("This invoice was taken back.").toStdString();
    } else if (invoice.state() == InvoiceState::Open) {
        page->note =
            InvoiceWords::tr("Please name the invoice number with your payment.").toStdString();
    }
    return page;
}

} // namespace foyer
