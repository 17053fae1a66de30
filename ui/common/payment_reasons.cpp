// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/payment_reasons.h"

#include "ui/common/formatting.h"

#include <QCoreApplication>

#include <unordered_map>

namespace foyer::ui {
namespace {

QString say(const char* words)
{
    return QCoreApplication::translate("PaymentReason", words);
}

} // namespace

QString endText(PaymentEnd end)
{
    switch (end) {
    case PaymentEnd::Canceled:
        return say(QT_TRANSLATE_NOOP("PaymentReason", "Cancelled"));
    case PaymentEnd::Expired:
        return say(QT_TRANSLATE_NOOP("PaymentReason", "The time is over"));
    case PaymentEnd::Failed:
        break;
    }
    return say(QT_TRANSLATE_NOOP("PaymentReason", "Not paid"));
}

QString declineText(const std::string& reason)
{
    static const std::unordered_map<std::string, const char*> kWords{
        {"card_declined", QT_TRANSLATE_NOOP("PaymentReason", "the card was declined")},
        {"generic_decline", QT_TRANSLATE_NOOP("PaymentReason", "the card was declined")},
        {"do_not_honor", QT_TRANSLATE_NOOP("PaymentReason", "the card was declined")},
        {"insufficient_funds",
         QT_TRANSLATE_NOOP("PaymentReason", "there is not enough money on the account")},
        {"balance_insufficient",
         QT_TRANSLATE_NOOP("PaymentReason", "the house has too little money at the provider")},
        {"expired_card", QT_TRANSLATE_NOOP("PaymentReason", "the card has expired")},
        {"incorrect_pin", QT_TRANSLATE_NOOP("PaymentReason", "the PIN was wrong")},
        {"authentication_required",
         QT_TRANSLATE_NOOP("PaymentReason", "the bank asks for a confirmation")},
        {"terminal_reader_offline",
         QT_TRANSLATE_NOOP("PaymentReason", "the card reader is not connected")},
        {"terminal_reader_busy",
         QT_TRANSLATE_NOOP("PaymentReason", "the card reader is busy with another payment")},
        {"terminal_reader_timeout",
         QT_TRANSLATE_NOOP("PaymentReason", "the card reader did not answer")},
        {"customer_canceled", QT_TRANSLATE_NOOP("PaymentReason", "the customer pressed Cancel")},
    };
    const auto found = kWords.find(reason);
    return found != kWords.end() ? say(found->second) : text(reason);
}

QString standingText(const WatchedPayment& watched)
{
    const ProviderPayment& payment = watched.payment;
    const auto amount = [&](std::int64_t minor) {
        return moneyText(Money{minor, payment.currency});
    };
    if (const ProviderRefund* failed = payment.failedRefund();
        failed != nullptr && payment.goingBack() > 0) {
        return say(QT_TRANSLATE_NOOP("PaymentReason",
                                     "%1 could not be given back: %2. The server tries again."))
            .arg(amount(payment.goingBack()), declineText(failed->reason));
    }
    if (payment.goingBack() > 0) {
        return (payment.isLate()
                    ? say(QT_TRANSLATE_NOOP("PaymentReason",
                                            "came late; %1 is on its way back to the customer"))
                    : say(QT_TRANSLATE_NOOP("PaymentReason",
                                            "%1 is on its way back to the customer")))
            .arg(amount(payment.goingBack()));
    }
    if (!payment.refunds.empty()) {
        std::int64_t sum = 0;
        for (const ProviderRefund& refund : payment.refunds) {
            sum += refund.outcome == RefundOutcome::Done ? refund.amount : 0;
        }
        return say(QT_TRANSLATE_NOOP("PaymentReason", "paid, and %1 given back")).arg(amount(sum));
    }
    switch (payment.state()) {
    case ProviderState::Settled:
        return payment.isLate() ? say(QT_TRANSLATE_NOOP("PaymentReason", "paid late"))
                                : say(QT_TRANSLATE_NOOP("PaymentReason", "paid"));
    case ProviderState::Ended:
        return payment.reason.empty() ? endText(payment.end)
                                      : say(QT_TRANSLATE_NOOP("PaymentReason", "%1: %2"))
                                            .arg(endText(payment.end), declineText(payment.reason));
    case ProviderState::CancelAsked:
        return say(QT_TRANSLATE_NOOP("PaymentReason", "being cancelled"));
    case ProviderState::Waiting:
        break;
    }
    return watched.isSent ? say(QT_TRANSLATE_NOOP("PaymentReason", "waiting for the customer"))
                          : say(QT_TRANSLATE_NOOP("PaymentReason", "not sent to the server yet"));
}

} // namespace foyer::ui
