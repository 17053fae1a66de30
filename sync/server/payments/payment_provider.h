// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/base/uuid.h"
#include "core/domain/sales/giro_code.h"
#include "core/domain/sales/provider_payment.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace foyer::server {

/// What Foyer knows of payment providers. The rules that hold for all of them:
/// - A call that changes something is first written out as a ProviderCall, which is kept on disk,
///   and only then sent; sent again, it is the same bytes under the same idempotency key.
/// - Only fetch() and findByOurId() say what is so. A webhook is a hint to look.
/// - Where no answer came, nothing is known: CallFate::Unknown is no failure.

/// How a provider is reached. Secrets come from files and go nowhere else.
struct ProviderSettings {
    std::string name;     ///< "stripe": as entries name it; also which adapter it is, up to a dash
    std::string baseUrl;  ///< "https://api.stripe.com", or the adapter's own; http:// for 127.0.0.1
                          ///< and ::1 only
    std::string secret;   ///< API key; of PayPal the client's secret
    std::string clientId; ///< PayPal only
    std::string webhookSecret; ///< Stripe: whsec_…; PayPal: the webhook's id; Mollie: none
    std::string authorities;   ///< PEM file of who may vouch for the provider; empty: the system's
    bool isTest = true;        ///< then live keys are refused, and so is money that is real
    // Of the house's own bank account, which has no address and no key.
    std::string holder;
    std::string iban;
    std::string bic;        ///< may be empty
    std::int64_t days = 10; ///< how long to wait for a transfer
};

/// A call that changes something, exactly as it is sent, again and again.
struct ProviderCall {
    std::string method; ///< POST, DELETE …
    std::string path;   ///< from the base URL on: "/v1/refunds"
    std::string contentType;
    std::string body;
    std::string idempotencyKey;
    friend bool operator==(const ProviderCall&, const ProviderCall&) = default;
};

enum class CallFate : std::uint8_t {
    Done,
    Rejected, ///< it was not done, and will not be by trying again
    Retry,    ///< it was not done; later it may be
    Unknown,  ///< sent, and no answer that says anything
};

/// Why a call was not done. No personal data, no secrets: fit for a log.
struct ProviderProblem {
    std::string code;      ///< the provider's: "card_declined"; ours: "no_answer", "bad_answer"
    std::string detail;    ///< a sentence for people
    int status = 0;        ///< of HTTP; 0 where none came
    std::string requestId; ///< by which the provider's support finds the call
    friend bool operator==(const ProviderProblem&, const ProviderProblem&) = default;
};

template <typename T>
struct Outcome {
    CallFate fate = CallFate::Unknown;
    std::optional<T> value; ///< of Done
    ProviderProblem problem = {};
    std::optional<std::chrono::milliseconds> retryAfter = {}; ///< as the provider asked

    static Outcome done(T value) { return {CallFate::Done, std::move(value), {}, {}}; }
};

/// Where a payment stands at the provider, whatever the provider calls it.
enum class Progress : std::uint8_t {
    Created,          ///< nobody has tried to pay yet
    AwaitingCustomer, ///< somebody has to do something; a declined try is here, too
    Processing,       ///< the provider is at it; may take days
    Authorized,       ///< ours to finish: capture it, or let it go
    Succeeded,        ///< the money is there, also if some of it went back since
    Failed,
    Canceled,
    Expired,
};
const char* progressName(Progress progress); ///< "awaiting_customer" …

/// A refund as the provider has it.
struct RefundSnapshot {
    enum class State : std::uint8_t { Pending, Done, Failed };
    std::string reference;
    std::optional<PaymentId> ourId; ///< that refundCall() gave it; nothing: made elsewhere
    State state = State::Pending;
    Money amount;
    std::string reason; ///< why it failed
    friend bool operator==(const RefundSnapshot&, const RefundSnapshot&) = default;
};

/// A customer's bank asks for money back.
struct DisputeSnapshot {
    enum class State : std::uint8_t { Open, Won, Lost };
    std::string reference;
    State state = State::Open;
    Money amount;
    std::string reason;
    std::optional<Instant> dueBy; ///< until when the house may answer
    friend bool operator==(const DisputeSnapshot&, const DisputeSnapshot&) = default;
};

/// What a provider says of a payment.
struct Snapshot {
    std::string reference; ///< by which fetch() finds it again
    std::optional<PaymentId> ourId;
    /// By which the provider's refunds and account lines name the money: a PaymentIntent behind a
    /// Checkout Session, a capture behind an order. Empty: there is none yet. fetch() takes it,
    /// too.
    std::string moneyReference = {};
    Progress progress = Progress::Created;
    Money amount;             ///< that is to be paid, or was
    bool isLive = false;      ///< real money
    std::string pageUrl = {}; ///< where the customer pays; while that works
    std::vector<RefundSnapshot> refunds = {};
    std::vector<DisputeSnapshot> disputes = {};
    std::string reason = {}; ///< of the last try that was declined, or of the end: "card_declined"
    friend bool operator==(const Snapshot&, const Snapshot&) = default;
};

/// What is asked for.
struct PaymentAsk {
    PaymentId payment;
    Money amount;
    PaymentWay way = PaymentWay::Link;
    std::string reader;      ///< of PaymentWay::Reader
    std::string description; ///< for the customer: "Order K7Q4M2, Hamlet"; no personal data
    std::string returnUrl;   ///< of ours, where the customer's browser goes afterwards
    std::string webhookUrl;  ///< of ours, for providers that are told it with each payment
    std::string language;    ///< "de"
    Instant expiresAt;
};

struct RefundAsk {
    PaymentId refund;
    PaymentId payment;
    Money amount;
};

/// A webhook as it came. Names of headers in lower case.
struct WebhookRequest {
    std::vector<std::pair<std::string, std::string>> headers;
    Bytes body;
};

struct WebhookVerdict {
    enum class Kind : std::uint8_t {
        Valid,
        Forged,       ///< not signed by the provider, or changed on its way
        Stale,        ///< signed too long ago
        Unverifiable, ///< whether it is signed cannot be found out now: the provider shall repeat
                      ///< it
    };
    Kind kind = Kind::Forged;
    std::string eventId;   ///< by which repetitions are known
    std::string reference; ///< of the payment or its money; empty: of none, or it does not say
    std::optional<PaymentId> ourId; ///< where the event tells it. A hint, as all of it
    std::string why;                ///< unless it is valid, for the log
};

/// A line of a provider's account.
struct SettlementLine {
    enum class Type : std::uint8_t { Payment, Refund, Dispute, Fee, Payout, Other };
    std::string reference; ///< the line's own
    Type type = Type::Other;
    std::string payment;            ///< the provider's reference of the payment, or of its money
    std::optional<PaymentId> ourId; ///< where the provider keeps it with the line
    Money gross;                    ///< signed: refunds and payouts are below zero
    Money fee;                      ///< that the provider kept of it
    Money net;                      ///< gross − fee
    Instant at;
    std::string payout; ///< the transfer to the bank that it went into; empty: none yet
    friend bool operator==(const SettlementLine&, const SettlementLine&) = default;
};

struct SettlementPage {
    std::vector<SettlementLine> lines;
    std::string cursor; ///< of the next page; empty: this is the last
};

struct TimeRange {
    Instant from;
    Instant to; ///< not itself
};

struct Capabilities {
    bool link = false;      ///< PaymentWay::Link
    bool reader = false;    ///< PaymentWay::Reader
    bool canCancel = false; ///< else one simply never captures
    bool partialRefund = false;
    bool settlements = false;
    std::chrono::hours keyRetention{24}; ///< for so long a repeated call is known as one
    std::chrono::minutes longestHold{30};
    /// For how long a counter waits for the money, where that is not minutes; zero: as usual.
    std::chrono::hours patience{0};
    /// How often to look at what somebody waits for, where what changes is told by a look of its
    /// own; zero: as usual.
    std::chrono::milliseconds lookEach{0};
};

/// One provider with one account. Safe from any thread. Calls wait for the network, up to a
/// minute and a half; none of them throws.
class PaymentProvider {
public:
    virtual ~PaymentProvider() = default;

    virtual Capabilities capabilities() const = 0;
    /// Whether it takes this currency, and so much or so little. (Its minor units are not always
    /// those of ISO 4217; only the adapter knows.)
    virtual bool takes(Money amount) const = 0;

    /// Where the customer transfers the money by themselves: what our page tells them. Nothing
    /// where they pay at the provider's.
    virtual std::optional<TransferDetails> transferFor(const std::string& /*reference*/,
                                                       Money /*amount*/) const
    {
        return std::nullopt;
    }

    /// Makes the payment at the provider. What it answers is sent by start() and, of
    /// PaymentWay::Reader, shown on the reader by present().
    virtual ProviderCall startCall(const PaymentAsk& ask, std::string key) const = 0;
    virtual Outcome<Snapshot> start(const ProviderCall& call) = 0;
    /// Has the reader ask for the money, or stop asking. Progress display is by fetch().
    virtual ProviderCall presentCall(const std::string& reference, const std::string& reader,
                                     std::string key) const = 0;
    virtual Outcome<std::monostate> present(const ProviderCall& call) = 0;
    virtual ProviderCall withdrawCall(const std::string& reader, std::string key) const = 0;

    /// The only source of truth, beside findByOurId(). Rejected with code "not_found" where the
    /// provider does not know it.
    virtual Outcome<Snapshot> fetch(const std::string& reference) = 0;
    /// After a start whose answer was lost. Done without a value: the provider has none.
    virtual Outcome<std::optional<Snapshot>> findByOurId(PaymentId payment, TimeRange made) = 0;

    /// Where nothing has to be sent for it (see capabilities()), a call has no path, and sending it
    /// is Done.
    virtual ProviderCall captureCall(const Snapshot& of, std::string key) const = 0;
    virtual ProviderCall cancelCall(const Snapshot& of, std::string key) const = 0;
    virtual ProviderCall refundCall(const Snapshot& of, const RefundAsk& ask,
                                    std::string key) const = 0;
    /// Sends a capture, a cancel or a refund. What became of the payment is asked by fetch() then,
    /// whatever this says.
    virtual Outcome<std::monostate> send(const ProviderCall& call) = 0;

    virtual WebhookVerdict verify(const WebhookRequest& request, Instant now) = 0;
    virtual Outcome<SettlementPage> settlements(TimeRange range, const std::string& cursor) = 0;
    /// Payments that changed in a time of which webhooks may be missing.
    virtual Outcome<std::vector<std::string>> changedSince(Instant from) = 0;
};

} // namespace foyer::server
