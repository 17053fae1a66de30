// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sell/payment_panel.h"

#include "core/domain/till/cash_count.h"
#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/sell/gift_card_field.h"
#include "ui/sell/invoice_dialog.h"
#include "ui/sell/provider_field.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStyle>

#include <algorithm>

namespace foyer::ui {
namespace {

QLineEdit* makeField(const QString& name, QWidget* parent)
{
    auto* field = new QLineEdit{parent};
    field->setAccessibleName(name);
    field->setMinimumHeight(kTarget);
    field->setMaximumWidth(260);
    return field;
}

QLabel* makeFault(QWidget* parent)
{
    auto* fault = makeLabel({}, "fault", parent);
    fault->setWordWrap(true);
    fault->hide();
    return fault;
}

} // namespace

PaymentPanel::PaymentPanel(SellPresenter& presenter, AwaitedPort& providers, QWidget* parent)
    : QFrame{parent}, m_presenter{presenter}, m_port{providers}
{
    setProperty("role", "panel");
    setAccessibleName(tr("Payment"));
    setFocusPolicy(Qt::ClickFocus);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kBetween);
    column->addWidget(makeLabel(tr("Payment"), "title", this));

    auto* sums = new QGridLayout;
    sums->setHorizontalSpacing(kAround * 2);
    sums->addWidget(makeLabel(tr("To pay"), "muted", this), 0, 0);
    m_due = makeLabel({}, "amount", this);
    m_due->setAccessibleName(tr("To pay"));
    sums->addWidget(m_due, 1, 0);
    m_changeName = makeLabel(tr("Change"), "muted", this);
    sums->addWidget(m_changeName, 0, 1);
    m_change = makeLabel({}, "amount", this);
    m_change->setAccessibleName(tr("Change"));
    sums->addWidget(m_change, 1, 1);
    sums->setColumnStretch(2, 1);
    column->addLayout(sums);

    column->addLayout(buildForm());
    column->addStretch();

    m_state = makeLabel({}, "muted", this);
    m_state->setWordWrap(true);
    column->addWidget(m_state);
    auto* buttons = new QHBoxLayout;
    m_back = makeButton(tr("Back to the cart"), "", this);
    m_confirm = makeButton(tr("Sell"), "primary", this);
    m_confirm->setMinimumWidth(220);
    setButtonIcon(m_back, QStringLiteral("arrow-left"));
    setButtonIcon(m_confirm, QStringLiteral("ticket"));
    buttons->addWidget(m_back);
    buttons->addStretch();
    buttons->addWidget(m_confirm);
    column->addLayout(buttons);

    connectParts();
}

void PaymentPanel::connectParts()
{
    connect(m_card, &QLineEdit::textEdited, this, [this] { m_cardTakesRest = false; });
    for (QLineEdit* field : {m_cash, m_card}) {
        connect(field, &QLineEdit::textEdited, this, &PaymentPanel::recompute);
    }
    connect(m_reference, &QLineEdit::textEdited, this, &PaymentPanel::clearFaults);
    connect(m_giftCard, &GiftCardField::changed, this, &PaymentPanel::recompute);
    connect(m_provider, &ProviderField::changed, this, &PaymentPanel::recompute);
    connect(m_provider, &ProviderField::offersChanged, this,
            [this] { Q_EMIT providersChanged(m_provider->isOffered()); });
    connect(m_onInvoice, &QPushButton::clicked, this, &PaymentPanel::askInvoice);
    connect(m_confirm, &QPushButton::clicked, this, &PaymentPanel::confirm);
    connect(m_back, &QPushButton::clicked, &m_presenter, &SellPresenter::cancelPayment);
    connect(&m_presenter, &SellPresenter::stageChanged, this, &PaymentPanel::showStage);
}

QGridLayout* PaymentPanel::buildForm()
{
    auto* form = new QGridLayout;
    form->setHorizontalSpacing(kInside);
    form->setVerticalSpacing(kInside);
    const auto addField = [&](int row, const QString& name, QLineEdit*& field, QLabel*& fault) {
        auto* label = makeLabel(name, "", this);
        field = makeField(name, this);
        fault = makeFault(this);
        label->setBuddy(field);
        form->addWidget(label, row, 0);
        form->addWidget(field, row, 1);
        form->addWidget(fault, row + 1, 1, 1, 2);
    };
    addField(0, tr("Cash given"), m_cash, m_cashFault);
    m_cash->setProperty("role", "money");
    addField(4, tr("On the card terminal"), m_card, m_cardFault);
    m_card->setProperty("role", "money");
    addField(6, tr("Terminal's receipt number"), m_reference, m_referenceFault);
    m_quick = new QHBoxLayout;
    m_quick->setSpacing(kInside);
    form->addLayout(m_quick, 2, 1, 1, 2);
    form->setRowMinimumHeight(3, kInside);
    form->setColumnStretch(2, 1);
    addProvider(*form, 8);
    addWorth(*form, 9);
    return form;
}

/// What a provider takes for what is left.
void PaymentPanel::addProvider(QGridLayout& form, int row)
{
    m_provider = new ProviderField{m_port, this};
    auto* name = makeLabel(tr("Phone or reader"), "", this);
    name->setMinimumHeight(kTarget);
    form.addWidget(name, row, 0, Qt::AlignTop);
    form.addWidget(m_provider, row, 1, 1, 2);
}

/// What is not money: a gift card, and an invoice for what is left.
void PaymentPanel::addWorth(QGridLayout& form, int row)
{
    m_giftCard = new GiftCardField{m_presenter, this};
    auto* name = makeLabel(tr("Gift card"), "", this);
    name->setMinimumHeight(kTarget);
    name->setBuddy(m_giftCard->field());
    form.addWidget(name, row, 0, Qt::AlignTop);
    form.addWidget(m_giftCard, row, 1, 1, 2);
    m_onInvoice = makeButton(tr("On invoice…"), "", this, QStringLiteral("F6"));
    m_invoiceWords = makeLabel({}, "muted", this);
    m_invoiceWords->setWordWrap(true);
    form.addWidget(makeLabel(tr("Pays later"), "", this), row + 1, 0);
    auto* later = new QHBoxLayout;
    later->setSpacing(kBetween);
    later->addWidget(m_onInvoice);
    later->addWidget(m_invoiceWords, 1);
    form.addLayout(later, row + 1, 1, 1, 2);
}

void PaymentPanel::askInvoice()
{
    auto* dialog =
        new InvoiceDialog{m_presenter.customer(), m_invoice.value_or(InvoiceTerms{}), this};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &InvoiceDialog::chosen, this,
            [this](const InvoiceTerms& terms, const CustomerDetails& customer) {
                if (!customer.name.empty()) {
                    m_presenter.setNewCustomer(customer);
                }
                setInvoice(terms);
                m_confirm->setFocus();
            });
    connect(dialog, &QDialog::rejected, this, [this] { setInvoice(std::nullopt); });
    dialog->open();
}

void PaymentPanel::setInvoice(const std::optional<InvoiceTerms>& terms)
{
    m_invoice = terms;
    m_cash->setEnabled(!terms);
    if (terms) {
        m_cash->clear();
        m_cardTakesRest = false;
    }
    recompute();
}

void PaymentPanel::showStage()
{
    const bool writing = m_presenter.stage() == SellPresenter::Stage::Writing;
    if (writing) {
        setFocus(); // not where Qt would move it when the focused control is disabled
    }
    for (QWidget* control :
         std::initializer_list<QWidget*>{m_confirm, m_back, m_cash, m_card, m_reference, m_giftCard,
                                         m_provider, m_onInvoice}) {
        control->setEnabled(!writing);
    }
    m_cash->setEnabled(!writing && !m_invoice);
    m_state->setText(writing ? tr("Writing the sale to disk. Nothing is sold yet.") : QString{});
    if (m_presenter.stage() == SellPresenter::Stage::Paying) {
        m_confirm->setFocus(); // after a failure: Enter tries again
    }
}

void PaymentPanel::begin(PaymentMethod method)
{
    const auto& quote = m_presenter.quoted();
    if (!quote) {
        return;
    }
    clearFaults();
    m_cash->clear();
    m_reference->clear();
    m_giftCard->clear();
    m_card->clear();
    m_cardTakesRest = method == PaymentMethod::CardTerminal;
    m_due->setText(moneyText(quote->total));
    m_due->setAccessibleDescription(m_due->text());
    m_provider->refresh();
    m_provider->choose(isByProvider(method) ? std::optional{method} : std::nullopt);
    setInvoice(std::nullopt);
    (m_cardTakesRest                         ? m_reference
         : method == PaymentMethod::GiftCard ? m_giftCard->field()
                                             : m_cash)
        ->setFocus();
    if (isByProvider(method)) {
        m_confirm->setFocus(); // nothing has to be typed
    }
    if (method == PaymentMethod::Invoice) {
        askInvoice();
    }
}

/// Amounts for what is left for cash; none where nothing is. Made anew only when that changes: this
/// may be called by a click on one of them.
void PaymentPanel::showQuickAmounts(Money due)
{
    if (m_quickFor == due) {
        return;
    }
    m_quickFor = due;
    while (QLayoutItem* item = m_quick->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const std::int64_t step = m_presenter.quoted()->cashStep;
    for (const Money amount : quickCashAmounts(roundedForCash(due, step))) {
        auto* button = makeButton(plainMoneyText(amount), "", this);
        button->setAccessibleName(tr("Cash %1").arg(moneyText(amount)));
        connect(button, &QPushButton::clicked, this, [this, amount] {
            m_cash->setText(text(toPlainText(amount)));
            recompute();
            m_confirm->setFocus();
        });
        m_quick->addWidget(button);
    }
    m_quick->addStretch();
}

void PaymentPanel::clearFaults()
{
    for (QLabel* fault : {m_cashFault, m_cardFault, m_referenceFault}) {
        fault->hide();
    }
    for (QLineEdit* field : {m_cash, m_card, m_reference}) {
        field->setProperty("faulty", false);
        field->style()->unpolish(field);
        field->style()->polish(field);
    }
    m_state->clear();
    setRole(m_state, "muted");
}

void PaymentPanel::markFault(QLineEdit* field, QLabel* label, const QString& sentence)
{
    label->setText(sentence);
    label->show();
    field->setProperty("faulty", true);
    field->setAccessibleDescription(sentence);
    field->style()->unpolish(field);
    field->style()->polish(field);
    field->setFocus();
    field->selectAll();
}

void PaymentPanel::confirm()
{
    if (m_presenter.stage() != SellPresenter::Stage::Paying) {
        return;
    }
    clearFaults();
    const auto tenders = readTenders();
    if (!tenders) {
        return;
    }
    // The same rule that core applies, asked early, so that its answer lands beside the field.
    const auto settled =
        settle(m_presenter.quoted()->total, *tenders, m_presenter.quoted()->cashStep);
    if (!settled) {
        showFault(errorText(settled.error()), text(settled.error().code));
        return;
    }
    m_presenter.confirm(*tenders, m_invoice.value_or(InvoiceTerms{}));
}

void PaymentPanel::showFault(const QString& sentence, const QString& where)
{
    if (where.startsWith(QLatin1String{"tenders"})) { // core says it of the gift card only
        m_giftCard->showFault(sentence);
        m_giftCard->field()->setFocus();
    } else if (where == QLatin1String{"reference_missing"}) {
        markFault(m_reference, m_referenceFault, sentence);
    } else if (where == QLatin1String{"overpaid_by_card"}) {
        markFault(m_card, m_cardFault, sentence);
    } else if (where == QLatin1String{"underpaid"} || where == QLatin1String{"unused_tender"} ||
               where == QLatin1String{"bad_tender"}) {
        markFault(m_cash, m_cashFault, sentence);
    } else {
        m_state->setText(sentence);
        setRole(m_state, "fault");
    }
}

void PaymentPanel::keyPressEvent(QKeyEvent* event)
{
    if (m_presenter.stage() != SellPresenter::Stage::Paying) {
        return; // while it is being written no key means anything
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        auto* button = qobject_cast<QPushButton*>(focusWidget());
        if (button != nullptr && button->hasFocus()) {
            button->click(); // Enter on "Back to the cart" must never sell
        } else {
            confirm();
        }
        return;
    }
    if (event->key() == Qt::Key_F9 || event->key() == Qt::Key_F10) {
        const bool isFirst = event->key() == Qt::Key_F9;
        if (event->modifiers().testFlag(Qt::ShiftModifier)) {
            begin(isFirst ? PaymentMethod::Online : PaymentMethod::Reader);
        } else {
            begin(isFirst ? PaymentMethod::Cash : PaymentMethod::CardTerminal);
        }
        return;
    }
    if (event->key() == Qt::Key_F7) { // what was typed stays: a gift card seldom pays all of it
        m_giftCard->field()->setFocus();
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        m_presenter.cancelPayment();
        return;
    }
    QFrame::keyPressEvent(event);
}

} // namespace foyer::ui
