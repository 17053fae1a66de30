// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/payment_text.h"

#include <QCoreApplication>

namespace foyer::ui {

QString methodText(PaymentMethod method)
{
    const auto say = [](const char* words) {
        return QCoreApplication::translate("PaymentMethod", words);
    };
    switch (method) {
    case PaymentMethod::Cash:
        return say(QT_TRANSLATE_NOOP("PaymentMethod", "Cash"));
    case PaymentMethod::CardTerminal:
        return say(QT_TRANSLATE_NOOP("PaymentMethod", "Card"));
    case PaymentMethod::GiftCard:
        return say(QT_TRANSLATE_NOOP("PaymentMethod", "Gift card"));
    case PaymentMethod::Invoice:
        return say(QT_TRANSLATE_NOOP("PaymentMethod", "Invoice"));
    case PaymentMethod::Online:
        return say(QT_TRANSLATE_NOOP("PaymentMethod", "Phone/QR"));
    case PaymentMethod::Reader:
        return say(QT_TRANSLATE_NOOP("PaymentMethod", "Card reader"));
    case PaymentMethod::Imported:
        return say(QT_TRANSLATE_NOOP("PaymentMethod", "Paid elsewhere"));
    case PaymentMethod::Transfer:
        break;
    }
    return say(QT_TRANSLATE_NOOP("PaymentMethod", "Bank transfer"));
}

} // namespace foyer::ui
