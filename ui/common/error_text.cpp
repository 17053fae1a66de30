// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/error_text.h"

#include "ui/common/error_sentences.h"

#include <QCoreApplication>

#include <unordered_map>

namespace foyer::ui {
namespace {

/// Sentences with the error's facts as %1, %2 … Marked for translation.
const char* sentenceOf(const std::string& code)
{
    static const std::unordered_map<std::string, const char*> kWithFacts{
        {"seat_taken",
         QT_TRANSLATE_NOOP("foyer::ui",
                           "%1 was sold in the meantime. Choose another "
                           "seat.")},
        {"rights_short",
         QT_TRANSLATE_NOOP("foyer::ui",
                           "This counter holds no more of “%1” by itself. With the network it asks "
                           "the server; without it, sell what is still here, or another date.")},
        {"order_elsewhere",
         QT_TRANSLATE_NOOP("foyer::ui",
                           "Order %1 is at the counter “%2”. Connect to the server, or change it "
                           "at that counter, so that its money is not given back twice.")},
        {"order_at_server",
         QT_TRANSLATE_NOOP("foyer::ui",
                           "Order %1 is not at this counter. Connect to the server, which hands it "
                           "over.")},
        {"order_asked",
         QT_TRANSLATE_NOOP("foyer::ui",
                           "The counter “%2” was asked to hand order %1 over and has not answered "
                           "yet. Try again in a moment, or change it at that counter. If that "
                           "counter is lost, have it written off.")},
        {"price_changed",
         QT_TRANSLATE_NOOP("foyer::ui",
                           "The price has changed from %1 to %2. Nothing was sold. Tell "
                           "the customer and confirm again.")},
        {"payment_open",
         QT_TRANSLATE_NOOP("foyer::ui",
                           "The customer may still pay %1. Cancel that payment and wait until it "
                           "has ended.")},
        {"payment_awaited",
         QT_TRANSLATE_NOOP("foyer::ui",
                           "Order %1 is not paid: %2 is awaited. Go on once the money has come, or "
                           "the order was paid in another way.")},
        {"bad_statement",
         QT_TRANSLATE_NOOP(
             "foyer::ui",
             "This statement cannot be read: line %1, column %2. Nothing was taken from "
             "it. Export it once more, as CAMT.053 or CSV.")},
        {"wrong_account",
         QT_TRANSLATE_NOOP(
             "foyer::ui",
             "This statement is of another account, which ends in %1. Nothing was taken from "
             "it.")},
        {"underpaid", QT_TRANSLATE_NOOP("foyer::ui", "%1 is still to be paid.")},
        {"gift_card_short",
         QT_TRANSLATE_NOOP("foyer::ui",
                           "This gift card is worth %1. Take that, and the rest another way.")},
        {"unknown_promo",
         QT_TRANSLATE_NOOP("foyer::ui",
                           "There is no promo code %1 here. Check it for typing mistakes.")},
        {"promo_off", QT_TRANSLATE_NOOP("foyer::ui", "The code %1 is not valid any more.")},
        {"promo_not_here",
         QT_TRANSLATE_NOOP("foyer::ui",
                           "The code %1 is for other events or ticket types. Take it out to go "
                           "on.")},
        {"promo_used_up",
         QT_TRANSLATE_NOOP("foyer::ui", "The code %1 was used as often as it may be.")},
        {"not_enough_seats",
         QT_TRANSLATE_NOOP("foyer::ui",
                           "There are not %1 seats left here. Choose fewer, another "
                           "category or date.")},
        {"bad_amount",
         QT_TRANSLATE_NOOP("foyer::ui",
                           "“%1” is not an amount in %2. Write it as in "
                           "%3.")},
    };
    const auto found = kWithFacts.find(code);
    return found != kWithFacts.end() ? found->second : nullptr;
}

/// As core says it, which is English, where the window is in another language as that says it.
QString inOwnLanguage(const Error& error)
{
    if (const char* general = generalSentence(error.code)) {
        const QString said = QCoreApplication::translate("foyer::ui", general);
        if (said != QString::fromUtf8(general)) {
            return said;
        }
    }
    return QString::fromStdString(error.message);
}

} // namespace

QString errorText(const Error& error)
{
    const char* sentence = sentenceOf(error.code);
    if (sentence == nullptr || error.facts.empty()) {
        return inOwnLanguage(error);
    }
    QString said = QCoreApplication::translate("foyer::ui", sentence);
    for (const std::string& fact : error.facts) {
        said = said.arg(QString::fromStdString(fact));
    }
    return said;
}

} // namespace foyer::ui
