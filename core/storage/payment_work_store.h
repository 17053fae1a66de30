// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/base/uuid.h"
#include "core/domain/sales/provider_payment.h"
#include "core/storage/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foyer {

/// What a server knows of a payment that it takes through a provider. All functions here throw
/// StorageFailure.
struct PaymentWork {
    OrganizerId organizer;
    PaymentId payment;
    OrderId order;
    std::string provider;
    PaymentWay way = PaymentWay::Link;
    std::string reader;
    Money amount;
    Instant expiresAt;
    Instant madeAt;
    Uuid token; ///< names it on the customer's phone
    bool isCancelAsked = false;
    std::string state = "created"; ///< as the provider last said
    std::string reference;         ///< the provider's; empty: none is known yet
    std::string moneyReference;    ///< by which refunds and account lines name it; or empty
    std::string page;              ///< where the customer pays; empty: nowhere
    bool isPresented = false;      ///< the reader was told
    bool isSettled = false;        ///< `payment.settled` is written
    bool isEnded = false;          ///< `payment.ended` is written
    std::int64_t unanswered = 0;   ///< so many times in a row the provider did not answer
    std::string problem;           ///< of the last try; empty: none
    std::string held;              ///< why a person has to look before anything goes on
};

/// Begins it. False where it is known; then nothing changes.
bool addPaymentWork(Database& database, const PaymentWork& work);
/// Keeps what may change, all but `isCancelAsked`.
void storePaymentWork(Database& database, const PaymentWork& work);
/// The counter does not want the money any more.
void noteCancelAsked(Database& database, OrganizerId organizer, PaymentId payment);
std::optional<PaymentWork> readPaymentWork(Database& database, OrganizerId organizer,
                                           PaymentId payment);
std::optional<PaymentWork> readPaymentWorkByToken(Database& database, const Uuid& token);
/// By either reference.
std::optional<PaymentWork> readPaymentWorkByReference(Database& database, std::string_view provider,
                                                      std::string_view reference);
/// Of whichever organizer.
std::optional<PaymentWork> readPaymentWorkOf(Database& database, std::string_view provider,
                                             PaymentId payment);
/// Those that a person has to look at.
std::vector<PaymentWork> readHeldPayments(Database& database, OrganizerId organizer);

/// Those of a bank's account that have ended although a part of their money came.
std::vector<PaymentWork> readPartlyPaid(Database& database, OrganizerId organizer,
                                        std::string_view provider);

/// A call that changes something at a provider.
struct ProviderCallRow {
    OrganizerId organizer;
    std::string key;
    PaymentId payment;
    std::string what; ///< "start", "present", "withdraw", "capture", "cancel", "refund"
    std::optional<PaymentId> refund;
    Bytes content;
    Instant madeAt;
    std::int64_t sent = 0; ///< so many times
};
void addProviderCall(Database& database, const ProviderCallRow& call);
/// It is about to be sent, once more.
void noteCallSent(Database& database, const ProviderCallRow& call);
/// `answer`: "done", or the provider's code.
void noteCallAnswered(Database& database, const ProviderCallRow& call, Instant at,
                      std::string_view answer);
/// When the last one of a kind was answered; nothing where there was none.
std::optional<Instant> readLastAnswer(Database& database, OrganizerId organizer, PaymentId payment,
                                      std::string_view what);
/// How many calls of a kind were made.
std::int64_t countCalls(Database& database, OrganizerId organizer, PaymentId payment,
                        std::string_view what);
/// How the last call of a refund was answered; nothing where none was.
std::optional<std::string> readRefundAnswer(Database& database, OrganizerId organizer,
                                            PaymentId refund);
/// The oldest that nothing is known of.
std::optional<ProviderCallRow> readOpenCall(Database& database, OrganizerId organizer,
                                            PaymentId payment);

enum class RefundWorkState : std::uint8_t { Made, InTransit, Done, Failed, GivenUp };
struct RefundWork {
    OrganizerId organizer;
    PaymentId refund;
    PaymentId payment;
    Money amount;
    Instant madeAt;
    RefundWorkState state = RefundWorkState::Made;
    std::string reference;
    std::string reason;
};
void storeRefundWork(Database& database, const RefundWork& refund);
/// Of a payment, the oldest first.
std::vector<RefundWork> readRefundWork(Database& database, OrganizerId organizer,
                                       PaymentId payment);

/// Those that failed and that nobody has decided about, of all payments.
std::vector<RefundWork> readFailedRefunds(Database& database, OrganizerId organizer);

struct DisputeRow {
    OrganizerId organizer;
    std::string provider;
    std::string reference;
    PaymentId payment;
    Money amount;
    std::string state; ///< "open", "won", "lost"
    std::string reason;
    std::optional<Instant> dueBy;
};
/// True where that is news.
bool storeDispute(Database& database, const DisputeRow& dispute);
std::vector<DisputeRow> readDisputes(Database& database, OrganizerId organizer);

/// A webhook as it came. False where it is known.
struct ProviderEvent {
    OrganizerId organizer; ///< nil: it tells of no payment that is known here
    std::string provider;
    std::string event;
    std::string reference;
    Bytes body;
    Instant receivedAt;
};
bool addProviderEvent(Database& database, const ProviderEvent& event);
/// When the last one of a provider came; nothing where none did.
std::optional<Instant> readLastEventAt(Database& database, std::string_view provider);
/// Forgets those of a provider that came before an instant.
std::int64_t forgetProviderEvents(Database& database, std::string_view provider, Instant before);

} // namespace foyer
