// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/payment_line.h"

#include "app/desktop/server_line.h"
#include "app/desktop/store_thread.h"
#include "core/services/counter.h"
#include "core/services/provider_payments.h"
#include "core/storage/sync_store.h"
#include "sync/client/device_session.h"

#include <QTimer>

#include <chrono>
#include <utility>

namespace foyer::desktop {
namespace {

constexpr std::chrono::seconds kWait{25};
constexpr int kOffersEveryMs = 5 * 60'000;
constexpr int kTryAgainMs = 3'000;
constexpr int kLookedAtMs = 10'000;

} // namespace

PaymentLine::PaymentLine(StoreThread& store, Random& random)
    : m_store{store}, m_random{random}, m_offering{new QTimer{this}}
{
    connect(m_offering, &QTimer::timeout, this, &PaymentLine::fetchOffers);
}

PaymentLine::~PaymentLine()
{
    m_isEnding = true;
    m_line.reset();
    m_offersLine.reset();
}

void PaymentLine::open(const std::string& url)
{
    if (m_line || url.empty()) {
        return;
    }
    m_line = std::make_unique<ServerLine>(m_store, "payment", m_isEnding);
    m_offersLine = std::make_unique<ServerLine>(m_store, "offers", m_isEnding);
    m_store.ask<std::string>(
        [](Counter& counter) -> Result<std::string> {
            const Bytes& pin = counter.membership()->pin;
            return std::string{pin.begin(), pin.end()};
        },
        [this, url](const Result<std::string>& pin) {
            if (!pin) {
                m_line.reset(); // it is tried again in a second
                m_offersLine.reset();
                return;
            }
            m_line->open(url, *pin, m_clock, m_random);
            m_offersLine->open(url, *pin, m_clock, m_random);
            m_offering->start(kOffersEveryMs);
            fetchOffers();
        });
}

void PaymentLine::watch(const WatchedPayment& payment)
{
    m_sinceWatched.start();
    if (m_payment != payment.payment.id) {
        m_payment = payment.payment.id;
        m_progress = {};
    }
    if (!payment.payment.isOpen()) {
        m_payment.reset();
        return;
    }
    if (payment.isSent) {
        ask();
    }
}

void PaymentLine::ask()
{
    if (!m_line || m_isAsking || !m_payment || m_sinceWatched.hasExpired(kLookedAtMs)) {
        return;
    }
    m_isAsking = true;
    // The first answer at once: there may be a page already.
    m_line->postToSession(
        [this, payment = *m_payment, seen = m_progress.mark](sync::DeviceSession& session) {
            auto progress = sync::providerProgress(session, payment, kWait, seen);
            QMetaObject::invokeMethod(this, [this, payment, progress = std::move(progress)] {
                answered(payment, progress);
            });
        });
}

void PaymentLine::answered(PaymentId payment, const Result<sync::ProviderProgress>& progress)
{
    if (m_payment == payment && progress) {
        m_progress = *progress;
    }
    // An answer without a mark came at once, and the next one will: the payment is on its way.
    const bool isWaitedFor = progress && !progress->mark.empty();
    const int pause = isWaitedFor ? 0 : progress ? kTryAgainMs / 3 : kTryAgainMs;
    QTimer::singleShot(pause, this, [this] {
        m_isAsking = false;
        ask();
    });
}

void PaymentLine::fetchOffers()
{
    m_offersLine->postToSession([this](sync::DeviceSession& session) {
        auto offers = sync::paymentOffersAt(session);
        if (!offers) {
            return; // what was heard last stays
        }
        QMetaObject::invokeMethod(this, [this, offers = *std::move(offers)] {
            m_store.ask<bool>(
                [offers](Counter& counter) -> Result<bool> {
                    const auto kept = keepPaymentOffers(counter, offers);
                    return kept ? Result<bool>{true} : kept.error();
                },
                [this](const Result<bool>& kept) {
                    if (kept) {
                        Q_EMIT offersKept();
                    }
                });
        });
    });
}

} // namespace foyer::desktop
