// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/till/cash_count.h"
#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/sell/gift_card_field.h"
#include "ui/sell/payment_panel.h"
#include "ui/sell/provider_field.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace foyer::ui {

Money PaymentPanel::left(const std::vector<Tender>& tenders) const
{
    Money open = m_presenter.quoted()->total;
    for (const Tender& tender : tenders) {
        open -= tender.tendered;
    }
    return open;
}

void PaymentPanel::refreshProviders()
{
    m_provider->refresh();
}

bool PaymentPanel::readAmount(QLineEdit* field, QLabel* fault, PaymentMethod method,
                              std::vector<Tender>& tenders)
{
    const QString typed = field->text().trimmed();
    if (typed.isEmpty()) {
        return true;
    }
    const auto amount = parseMoney(typed.toStdString(), m_presenter.quoted()->total.currency());
    if (!amount) {
        markFault(field, fault, errorText(amount.error()));
        return false;
    }
    tenders.push_back({method, *amount,
                       method == PaymentMethod::CardTerminal
                           ? m_reference->text().trimmed().toStdString()
                           : std::string{}});
    return true;
}

/// What the fields say: the gift card as much as it can, then what was typed. What is then left is
/// on the invoice, where there is one, else exactly in cash.
std::optional<std::vector<Tender>> PaymentPanel::readTenders()
{
    std::vector<Tender> tenders;
    if (!m_giftCard->isReady()) {
        return std::nullopt;
    }
    if (const auto gift = m_giftCard->tenderFor(m_presenter.quoted()->total)) {
        tenders.push_back(*gift);
    }
    if (!readAmount(m_card, m_cardFault, PaymentMethod::CardTerminal, tenders) ||
        !readAmount(m_cash, m_cashFault, PaymentMethod::Cash, tenders)) {
        return std::nullopt;
    }
    const Money open = left(tenders);
    if (open.minor() <= 0) {
        return tenders;
    }
    if (const auto asked = m_provider->tenderFor(open)) {
        tenders.push_back(*asked);
    } else if (m_invoice) {
        tenders.push_back({PaymentMethod::Invoice, open, {}});
    } else if (m_cash->text().trimmed().isEmpty()) {
        // The rest, exactly; where it rounds to nothing, a coin that comes back as change.
        const std::int64_t step = m_presenter.quoted()->cashStep;
        const Money rest = std::max(roundedForCash(open, step), Money{step, open.currency()});
        tenders.push_back({PaymentMethod::Cash, rest, {}});
    }
    return tenders;
}

void PaymentPanel::recompute()
{
    clearFaults();
    const auto& quote = m_presenter.quoted();
    if (!quote) {
        return;
    }
    Money open = quote->total;
    m_giftCard->showTaken(open);
    if (const auto gift = m_giftCard->tenderFor(open)) {
        open -= gift->tendered;
    }
    if (m_cardTakesRest) {
        m_card->setText(open.minor() > 0 ? text(toPlainText(open)) : QString{});
    }
    if (const auto card = parseMoney(m_card->text().trimmed().toStdString(), open.currency())) {
        open -= *card;
    }
    const bool isAsked = m_provider->chosen().has_value();
    m_cash->setPlaceholderText(open.minor() > 0 && !m_invoice && !isAsked ? plainMoneyText(open)
                                                                          : QString{});
    m_invoiceWords->setText(
        m_invoice && open.minor() > 0
            ? tr("%1 to %2 · days to pay: %3")
                  .arg(moneyText(open), isolated(text(m_invoice->recipient.name)))
                  .arg(m_invoice->days)
            : QString{});
    const Money none{0, open.currency()};
    showQuickAmounts(m_invoice || isAsked ? none : std::max(open, none));
    if (const auto cash = parseMoney(m_cash->text().trimmed().toStdString(), open.currency())) {
        open -= *cash;
    }
    const bool cashTyped = !m_cash->text().trimmed().isEmpty();
    m_confirm->setText(isAsked && open.minor() > 0 ? tr("Ask for %1").arg(moneyText(open))
                                                   : tr("Sell"));
    if (isAsked && open.minor() > 0) {
        open = none; // the provider takes what is left
    }
    const bool owed = open.minor() > 0 && cashTyped;
    m_changeName->setText(owed ? tr("Still to pay") : tr("Change"));
    m_change->setText(moneyText(open.minor() > 0 && !cashTyped ? Money{0, open.currency()}
                                    : owed                     ? open
                                                               : -open));
    m_change->setAccessibleName(m_changeName->text());
    m_change->setAccessibleDescription(m_change->text());
}

} // namespace foyer::ui
