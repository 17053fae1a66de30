// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/payment_sentences.h"

#include <QCoreApplication>

#include <algorithm>
#include <string_view>

namespace foyer::ui {
namespace {

struct PaymentSentence {
    std::string_view code;
    const char* words;
};

constexpr PaymentSentence kPaymentSentences[] = {
    {"account_unnamed",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "This file does not say which account it is of. Export it as CAMT.053.")},
    {"gift_card_blocked",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "This gift card is blocked. Ask who blocked it, or take another payment.")},
    {"gift_card_ended",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "This gift card was replaced or taken back already. Nothing was changed.")},
    {"gift_card_for_gift_card",
     QT_TRANSLATE_NOOP("foyer::ui", "A gift card is paid with money. Take cash or a card.")},
    {"gift_card_used",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "A gift card was spent or replaced since it was sold, so its sale cannot "
                       "be taken back.")},
    {"invoice_paid",
     QT_TRANSLATE_NOOP("foyer::ui", "Nothing is open of this invoice. Nothing was recorded.")},
    {"line_used",
     QT_TRANSLATE_NOOP("foyer::ui", "Nothing is left of this line. Nothing was changed.")},
    {"no_provider",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "The house's server has nobody who takes this kind of payment.")},
    {"no_provider_here",
     QT_TRANSLATE_NOOP("foyer::ui",
                       "The new tickets are given out at once, so the difference is paid "
                       "at once: in cash or by card.")},
    {"payment_settled",
     QT_TRANSLATE_NOOP(
         "foyer::ui", "The customer has paid; the money came. To give it back, refund the order.")},
};

} // namespace

const char* paymentSentence(const std::string& code)
{
    const auto* found = std::ranges::find(kPaymentSentences, code, &PaymentSentence::code);
    return found != std::end(kPaymentSentences) ? found->words : nullptr;
}

} // namespace foyer::ui
