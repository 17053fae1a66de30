// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sell/awaited_presenter.h"

#include "core/domain/till/cash_count.h"
#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/payment_reasons.h"

#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace foyer::ui {
namespace {

constexpr int kLookEveryMs = 1'000;
constexpr std::int64_t kSecond = 1'000;
constexpr std::int64_t kMinute = 60;

/// The reader or the phone: words differ.
bool isReader(const AwaitedPayment& payment)
{
    return payment.watched.payment.way == PaymentWay::Reader;
}

} // namespace

AwaitedPresenter::AwaitedPresenter(AwaitedPort& port, QObject* parent)
    : QObject{parent}, m_port{port}, m_looking{new QTimer{this}}
{
    connect(m_looking, &QTimer::timeout, this, &AwaitedPresenter::look);
}

void AwaitedPresenter::watch(OrderId order)
{
    if (m_order != order) {
        m_payment.reset();
        m_instead.reset();
    }
    m_order = order;
    ++m_asked;
    m_isLooking = false;
    m_isBusy = false;
    m_looking->start(kLookEveryMs);
    Q_EMIT changed();
    look();
}

void AwaitedPresenter::leave()
{
    m_looking->stop();
    m_order.reset();
    m_payment.reset();
    m_instead.reset();
    ++m_asked;
    Q_EMIT changed();
}

void AwaitedPresenter::look()
{
    if (!m_order || m_isLooking || m_isBusy) {
        return;
    }
    m_isLooking = true;
    m_port.awaitedPayment(
        *m_order,
        [this, self = QPointer{this}, asked = m_asked](const Result<AwaitedPayment>& payment) {
            if (!self || asked != m_asked) {
                return;
            }
            m_isLooking = false;
            if (m_isBusy) {
                return; // something was asked for meanwhile, and its answer is newer
            }
            if (!payment) {
                m_hasFailed = true;
                Q_EMIT failed(errorText(payment.error()));
                return;
            }
            if (std::exchange(m_hasFailed, false)) {
                Q_EMIT failed({});
            }
            take(*payment);
        });
}

void AwaitedPresenter::take(const AwaitedPayment& payment)
{
    m_payment = payment;
    if (phase() == Phase::Settled) {
        settle();
    }
    Q_EMIT changed();
}

/// The money is there: the order as it is now is what is printed.
void AwaitedPresenter::settle()
{
    m_looking->stop();
    m_isBusy = true;
    m_port.orderById(*m_order,
                     [this, self = QPointer{this}, asked = m_asked](const Result<Order>& order) {
                         if (!self || asked != m_asked) {
                             return;
                         }
                         m_isBusy = false;
                         if (!order) {
                             m_hasFailed = true;
                             m_looking->start(kLookEveryMs); // only its order could not be read
                             Q_EMIT failed(errorText(order.error()));
                             return;
                         }
                         leave();
                         Q_EMIT paid(*order);
                     });
}

AwaitedPresenter::Phase AwaitedPresenter::phase() const
{
    if (!m_payment) {
        return Phase::Asking;
    }
    const ProviderPayment& payment = m_payment->watched.payment;
    switch (payment.state()) {
    case ProviderState::Settled:
        return Phase::Settled;
    case ProviderState::Ended:
        return Phase::Ended;
    case ProviderState::CancelAsked:
        return Phase::Cancelling;
    case ProviderState::Waiting:
        break;
    }
    if (!m_payment->watched.isSent) {
        return m_payment->isOnline ? Phase::Asking : Phase::NotSent;
    }
    if (!m_payment->isOnline) {
        return Phase::Checking;
    }
    const std::string& progress = m_payment->progress;
    if (progress == "provider_unreachable") {
        return Phase::ProviderDown;
    }
    if (progress == "held") {
        return Phase::Held;
    }
    if (progress == "processing" || progress == "authorized" || progress == "succeeded") {
        return Phase::Processing;
    }
    const bool isShown = isReader(*m_payment)
        ? progress == "awaiting_customer" || progress == "created"
        : !m_payment->pageUrl.empty();
    return isShown ? Phase::Waiting : Phase::Asking;
}

double AwaitedPresenter::timeLeft() const
{
    if (!m_payment || !m_payment->watched.payment.asked) {
        return 1;
    }
    const ProviderPayment& payment = m_payment->watched.payment;
    const auto whole = static_cast<double>(payment.expiresAt.ms - payment.asked->at.ms);
    const auto left = static_cast<double>(payment.expiresAt.ms - m_payment->now.ms);
    return whole > 0 ? std::clamp(left / whole, 0.0, 1.0) : 0;
}

QString AwaitedPresenter::timeLeftText() const
{
    if (!m_payment || phase() == Phase::Ended || phase() == Phase::Settled ||
        phase() == Phase::Cancelling) {
        return {};
    }
    if (takesDays(m_payment->watched.payment)) {
        constexpr std::int64_t kDay = 24 * 60 * kMinute * kSecond;
        const std::int64_t left = m_payment->watched.payment.expiresAt.ms - m_payment->now.ms;
        return tr("%n days", nullptr, static_cast<int>(std::max<std::int64_t>(left / kDay, 0)));
    }
    const std::int64_t seconds = std::max<std::int64_t>(
        (m_payment->watched.payment.expiresAt.ms - m_payment->now.ms) / kSecond, 0);
    return QStringLiteral("%1:%2").arg(seconds / kMinute).arg(seconds % kMinute, 2, 10, QChar{'0'});
}

QString AwaitedPresenter::headline() const
{
    switch (phase()) {
    case Phase::NotSent:
        return tr("Not sent");
    case Phase::Asking:
        return tr("Asking for the money …");
    case Phase::Waiting:
        return takesDays(m_payment->watched.payment) ? tr("Awaiting a transfer")
            : isReader(*m_payment)                   ? tr("Waiting for the card")
                                                     : tr("Waiting for the customer");
    case Phase::Processing:
        return tr("Nearly done …");
    case Phase::Checking:
        return tr("Checking …");
    case Phase::ProviderDown:
        return tr("The provider does not answer");
    case Phase::Held:
        return tr("Somebody has to look at it");
    case Phase::Cancelling:
        return tr("Cancelling …");
    case Phase::Ended:
        return endText(m_payment->watched.payment.end);
    case Phase::Settled:
        break;
    }
    return tr("Paid");
}

QString AwaitedPresenter::sentence() const
{
    switch (phase()) {
    case Phase::NotSent:
        return tr("The server cannot be reached, so the customer was asked for nothing yet. It is "
                  "sent by itself once the network is back.");
    case Phase::Asking:
        return {};
    case Phase::Waiting:
        if (!m_payment->declined.empty()) {
            return tr("The last try was declined: %1. The customer may try again, or take another "
                      "card.")
                .arg(declineText(m_payment->declined));
        }
        if (takesDays(m_payment->watched.payment)) {
            return tr("The customer scans the code: it says how to transfer the money. Go on with "
                      "the next customer; the tickets are handed out once the money has come.");
        }
        return isReader(*m_payment)
            ? tr("The reader shows the amount. The customer holds the card to it.")
            : tr("The customer scans the code with their phone, and pays there.");
    case Phase::Processing:
        return tr("The customer has done their part. The provider is about to confirm it.");
    case Phase::Checking:
        return tr("The connection to the server broke off. It goes on by itself: do not take the "
                  "money a second time before it has answered.");
    case Phase::ProviderDown:
        return tr("The server keeps trying. Until then nobody knows whether money was taken: do "
                  "not take a card a second time.");
    case Phase::Held:
        return tr("What the provider says does not fit this payment. Call whoever looks after the "
                  "server, and do not take a card a second time.");
    case Phase::Cancelling:
        return m_payment->isOnline
            ? tr("Whether money was taken after all is known once the provider has answered.")
            : tr("The server cannot be reached. Whether money was taken after all is known once "
                 "it has answered.");
    case Phase::Ended: {
        const std::string& reason = m_payment->watched.payment.reason;
        return reason.empty()
            ? tr("No money was taken. Take another payment, or take the order back under Orders.")
            : tr("No money was taken: %1. Take another payment, or take the order back under "
                 "Orders.")
                  .arg(declineText(reason));
    }
    case Phase::Settled:
        break;
    }
    return tr("The tickets are being printed.");
}

bool AwaitedPresenter::canCancel() const
{
    const Phase now = phase();
    return m_payment && !m_isBusy && now != Phase::Cancelling && now != Phase::Ended &&
        now != Phase::Settled && now != Phase::Processing;
}

bool AwaitedPresenter::canPayInstead() const
{
    const Phase now = phase();
    return m_payment && !m_isBusy && m_payment->watched.payment.awaited > 0 &&
        (now == Phase::Ended || now == Phase::NotSent || now == Phase::ProviderDown ||
         now == Phase::Held || now == Phase::Cancelling);
}

bool AwaitedPresenter::hasToInsist() const
{
    return phase() != Phase::Ended;
}

bool AwaitedPresenter::canTryAgain() const
{
    return m_payment && !m_isBusy && phase() == Phase::Ended && m_payment->isOnline &&
        m_payment->watched.payment.awaited > 0;
}

Money AwaitedPresenter::open() const
{
    return m_payment
        ? Money{m_payment->watched.payment.awaited, m_payment->watched.payment.currency}
        : Money{0, *Currency::fromCode("EUR")};
}

Money AwaitedPresenter::openInCash() const
{
    const std::int64_t step = m_payment ? m_payment->cashStep : 1;
    // Where it rounds to nothing, a coin that comes back as change.
    return std::max(roundedForCash(open(), step), Money{step, open().currency()});
}

void AwaitedPresenter::cancel()
{
    if (!canCancel()) {
        return;
    }
    m_isBusy = true;
    m_port.cancelAwaited(m_payment->watched.payment.id,
                         [this, self = QPointer{this},
                          asked = m_asked](const Result<WatchedPayment>& cancelled) {
                             if (!self || asked != m_asked) {
                                 return;
                             }
                             m_isBusy = false;
                             if (!cancelled) {
                                 Q_EMIT failed(errorText(cancelled.error()));
                             }
                             look();
                         });
    Q_EMIT changed();
}

void AwaitedPresenter::payCash(const Money& tendered)
{
    payWith({PaymentMethod::Cash, tendered, {}});
}

void AwaitedPresenter::payByCard(const std::string& receipt)
{
    payWith({PaymentMethod::CardTerminal, open(), receipt});
}

void AwaitedPresenter::tryAgain()
{
    if (canTryAgain()) {
        const ProviderPayment& last = m_payment->watched.payment;
        payWith({last.way == PaymentWay::Link ? PaymentMethod::Online : PaymentMethod::Reader,
                 open(), tenderReference(last.provider, last.reader)});
    }
}

void AwaitedPresenter::payWith(Tender tender)
{
    if (!canPayInstead()) {
        return;
    }
    if (!m_instead) {
        m_instead = m_port.newPaymentId();
    }
    const InsteadRequest request{*m_instead, m_payment->watched.payment.id, std::move(tender),
                                 hasToInsist() ? OpenPayment::Insist : OpenPayment::Refuse};
    m_isBusy = true;
    m_port.payInstead(request,
                      [this, self = QPointer{this}, asked = m_asked](const Result<Order>& order) {
                          if (!self || asked != m_asked) {
                              return;
                          }
                          m_isBusy = false;
                          if (!order) {
                              Q_EMIT failed(errorText(order.error()));
                              look();
                              return;
                          }
                          m_instead.reset();
                          if (order->awaitedMinor > 0) { // asked for once more
                              look();
                              return;
                          }
                          leave();
                          Q_EMIT paid(*order);
                      });
    Q_EMIT changed();
}

} // namespace foyer::ui
