// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sell/gift_card_field.h"

#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/scanner_keys.h"
#include "ui/common/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr int kFieldWidth = 340; // a whole code is seen at once

void markFaulty(QLineEdit* field, bool faulty)
{
    field->setProperty("faulty", faulty);
    field->style()->unpolish(field);
    field->style()->polish(field);
}

} // namespace

GiftCardField::GiftCardField(SellPresenter& presenter, QWidget* parent)
    : QWidget{parent},
      m_presenter{presenter}, m_code{new QLineEdit{this}}, m_state{makeLabel({}, "muted", this)}
{
    m_code->setAccessibleName(tr("Gift card code"));
    m_code->setPlaceholderText(tr("Type or scan the code"));
    m_code->setProperty(kTakesScans, true);
    m_code->setMinimumHeight(kTarget);
    m_code->setMaximumWidth(kFieldWidth);
    m_state->setWordWrap(true);
    m_state->hide();
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kInside / 2);
    column->addWidget(m_code);
    column->addWidget(m_state);
    connect(m_code, &QLineEdit::textChanged, this, &GiftCardField::lookUp);
}

void GiftCardField::clear()
{
    m_code->clear();
    forget();
}

void GiftCardField::forget()
{
    ++m_asked;
    m_asking = false;
    m_card.reset();
    m_state->hide();
    markFaulty(m_code, false);
}

void GiftCardField::lookUp()
{
    const bool wasKnown = m_card.has_value();
    forget();
    const std::string typed = m_code->text().toStdString();
    if (!normalizedGiftCode(typed)) {
        if (wasKnown) {
            Q_EMIT changed();
        }
        return;
    }
    m_asking = true;
    m_presenter.lookUpGiftCard(typed,
                               [this, self = QPointer{this},
                                asked = m_asked](const Result<GiftCard>& card) {
                                   if (!self || asked != m_asked) {
                                       return;
                                   }
                                   m_asking = false;
                                   if (!card) {
                                       showFault(errorText(card.error()));
                                       return;
                                   }
                                   m_card = *card;
                                   Q_EMIT changed();
                               });
}

std::optional<Money> GiftCardField::balance() const
{
    const bool isGood = m_card && m_card->state == GiftCardState::Active && m_card->isHome;
    return isGood ? std::optional{m_card->balance} : std::nullopt;
}

std::optional<Tender> GiftCardField::tenderFor(Money due) const
{
    const auto worth = balance();
    if (!worth || worth->currency() != due.currency()) {
        return std::nullopt;
    }
    const Money taken = std::min(*worth, due);
    return taken.minor() > 0
        ? std::optional{Tender{PaymentMethod::GiftCard, taken, m_code->text().toStdString()}}
        : std::nullopt;
}

void GiftCardField::showTaken(Money due)
{
    if (!m_card) {
        return;
    }
    if (m_card->state != GiftCardState::Active) {
        showFault(m_card->state == GiftCardState::Blocked
                      ? tr("This gift card is blocked.")
                      : tr("This gift card was replaced or taken back."));
        return;
    }
    if (!m_card->isHome) {
        showFault(tr("This gift card was sold at another counter and can be spent there."));
        return;
    }
    const auto tender = tenderFor(due);
    const QString words = !tender
        ? tr("Nothing is left on it.")
        : tr("Pays %1; %2 stays on it.")
              .arg(moneyText(tender->tendered), moneyText(m_card->balance - tender->tendered));
    markFaulty(m_code, false);
    setRole(m_state, "muted");
    m_state->setText(words);
    m_code->setAccessibleDescription(words);
    m_state->show();
}

void GiftCardField::showFault(const QString& sentence)
{
    setRole(m_state, "fault");
    m_state->setText(sentence);
    m_code->setAccessibleDescription(sentence);
    m_state->show();
    markFaulty(m_code, true);
}

bool GiftCardField::isReady()
{
    if (m_code->text().trimmed().isEmpty() || balance()) {
        return true;
    }
    if (m_asking) {
        showFault(tr("This card is being looked up. Confirm again."));
    } else if (!m_card && m_state->isHidden()) {
        showFault(tr("This is not the code of a gift card. Check it for typing mistakes."));
    }
    m_code->setFocus();
    m_code->selectAll();
    return false;
}

} // namespace foyer::ui
