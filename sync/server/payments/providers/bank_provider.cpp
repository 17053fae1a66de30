// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/payments/providers/bank_provider.h"

#include "core/domain/sales/creditor_reference.h"
#include "core/domain/sales/iban.h"
#include "core/services/guarded.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace foyer::server {
namespace {

/// Statements say when something came; this only sees that a payment's time runs out.
constexpr std::chrono::hours kLookEach{1};
constexpr std::string_view kStart = "/start";
constexpr std::string_view kRefund = "/refund";
constexpr std::size_t kWords = 4;

/// Calls go nowhere but into our own tables; what they say is kept as those of others are.
ProviderCall callOf(std::string_view path, std::string body, std::string key)
{
    return {"POST", std::string{path}, "text/plain", std::move(body), std::move(key)};
}

/// The words of a call; an id, a currency and an amount are three of them.
std::vector<std::string> wordsOf(const ProviderCall& call)
{
    std::vector<std::string> words;
    std::string_view rest = call.body;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        words.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return words;
}

std::string written(Money amount)
{
    return std::string{amount.currency().code()} + " " + toPlainText(amount);
}

std::optional<Money> moneyIn(const std::string& code, const std::string& amount)
{
    const auto currency = Currency::fromCode(code);
    const auto money = currency ? parseMoney(amount, *currency) : Result<Money>{Error{}};
    return money ? std::optional{*money} : std::nullopt;
}

std::optional<PaymentId> idIn(const std::string& text)
{
    const auto id = Uuid::fromText(text);
    return id ? std::optional{PaymentId{*id}} : std::nullopt;
}

/// What reads the database answers: that the database cannot be read just now is no failure.
template <typename T>
Outcome<T> tried(const std::function<Outcome<T>()>& act)
{
    Outcome<T> outcome{CallFate::Retry, {}, {.code = "database"}, {}};
    (void)guarded([&]() -> Result<void> {
        outcome = act();
        return {};
    });
    return outcome;
}

template <typename T>
Outcome<T> refusedCall(const char* code)
{
    return {CallFate::Rejected, {}, {.code = code}, {}};
}

RefundSnapshot refundOf(const BankOutgoing& outgoing)
{
    using State = RefundSnapshot::State;
    return {.reference = outgoing.reference,
            .ourId = outgoing.refund,
            .state = outgoing.returnedAt ? State::Failed
                : outgoing.sentAt        ? State::Done
                                         : State::Pending,
            .amount = outgoing.amount,
            .reason = outgoing.returnedAt ? "transfer_returned" : ""};
}

} // namespace

Result<BankAccount> readBankAccount(const ProviderSettings& settings)
{
    constexpr std::size_t kHolderMax = 70; // as a transfer may have it
    constexpr std::int64_t kDaysMax = 60;
    constexpr int kHoursOfDay = 24;
    const auto bad = [&](const std::string& what) {
        return usageError("bad_bank", "The bank account \"" + settings.name + "\": " + what,
                          settings.name);
    };
    const bool isOneLine = settings.holder.find_first_of("\r\n") == std::string::npos;
    if (settings.holder.empty() || settings.holder.size() > kHolderMax || !isOneLine) {
        return bad("set its holder, as the bank has it, in at most 70 bytes.");
    }
    const auto iban = readIban(settings.iban);
    if (!iban) {
        return bad("its IBAN is missing, or a digit of it is wrong. Copy it once more.");
    }
    if (!settings.bic.empty() && !isBic(settings.bic)) {
        return bad("its BIC is none: it has 8 or 11 capitals and digits, or may be left out.");
    }
    if (settings.days < 1 || settings.days > kDaysMax) {
        return bad("the days to wait for a transfer are 1 to 60.");
    }
    return BankAccount{settings.holder, *iban, settings.bic,
                       std::chrono::hours{settings.days * kHoursOfDay}, settings.isTest};
}

BankProvider::BankProvider(std::string name, BankAccount account,
                           std::function<Database&()> database, const Clock& clock)
    : m_name{std::move(name)}, m_account{std::move(account)},
      m_database{std::move(database)}, m_clock{clock}
{}

Capabilities BankProvider::capabilities() const
{
    Capabilities can;
    can.link = true;
    can.partialRefund = true;
    // What is on the account is compared when a statement is taken in, line by line.
    can.settlements = false;
    // There is nobody who forgets: a call made twice is the same rows.
    can.keyRetention = std::chrono::hours{24 * 365};
    can.patience = m_account.patience;
    can.lookEach = kLookEach;
    return can;
}

bool BankProvider::takes(Money amount) const
{
    return amount.minor() > 0;
}

std::optional<TransferDetails> BankProvider::transferFor(const std::string& reference,
                                                         Money amount) const
{
    return TransferDetails{m_account.holder, m_account.iban, m_account.bic, amount, reference};
}

ProviderCall BankProvider::startCall(const PaymentAsk& ask, std::string key) const
{
    // Where the customer reads what to transfer is our own page.
    constexpr std::string_view kBack = "/back";
    std::string page = ask.returnUrl;
    if (page.ends_with(kBack)) {
        page.resize(page.size() - kBack.size());
    }
    return callOf(kStart, ask.payment.text() + " " + written(ask.amount) + " " + page,
                  std::move(key));
}

Outcome<Snapshot> BankProvider::start(const ProviderCall& call)
{
    const auto words = wordsOf(call);
    const auto payment = words.size() == kWords ? idIn(words[0]) : std::nullopt;
    const auto amount = payment ? moneyIn(words[1], words[2]) : std::nullopt;
    if (!amount) {
        return refusedCall<Snapshot>("bad_call");
    }
    return Outcome<Snapshot>::done({.reference = creditorReference(*payment),
                                    .ourId = payment,
                                    .progress = Progress::AwaitingCustomer,
                                    .amount = *amount,
                                    .isLive = !m_account.isTest,
                                    .pageUrl = words[3]});
}

ProviderCall BankProvider::presentCall(const std::string& /*reference*/,
                                       const std::string& /*reader*/, std::string key) const
{
    return callOf({}, {}, std::move(key));
}

Outcome<std::monostate> BankProvider::present(const ProviderCall& /*call*/)
{
    return refusedCall<std::monostate>("no_reader");
}

ProviderCall BankProvider::withdrawCall(const std::string& /*reader*/, std::string key) const
{
    return callOf({}, {}, std::move(key));
}

Snapshot BankProvider::snapshotOf(Database& database, const PaymentWork& work) const
{
    const std::int64_t came = readBankShared(database, work.organizer, work.payment.uuid);
    const bool isPaid = came >= work.amount.minor();
    Snapshot snapshot{.reference = work.reference,
                      .ourId = work.payment,
                      .progress = isPaid ? Progress::Succeeded : Progress::AwaitingCustomer,
                      .amount = work.amount,
                      .isLive = !m_account.isTest,
                      .pageUrl = work.page,
                      .reason = came > 0 && !isPaid ? "partly_paid" : ""};
    for (const BankOutgoing& outgoing : readBankOutgoing(database, work.organizer, work.payment)) {
        snapshot.refunds.push_back(refundOf(outgoing));
    }
    return snapshot;
}

Outcome<Snapshot> BankProvider::fetch(const std::string& reference)
{
    return tried<Snapshot>([&] {
        Database& database = m_database();
        const auto work = readPaymentWorkByReference(database, m_name, reference);
        return work ? Outcome<Snapshot>::done(snapshotOf(database, *work))
                    : refusedCall<Snapshot>("not_found");
    });
}

Outcome<std::optional<Snapshot>> BankProvider::findByOurId(PaymentId /*payment*/,
                                                           TimeRange /*made*/)
{
    // A start leaves nothing behind, and may be made again.
    return Outcome<std::optional<Snapshot>>::done({});
}

ProviderCall BankProvider::captureCall(const Snapshot& /*of*/, std::string key) const
{
    return callOf({}, {}, std::move(key));
}

ProviderCall BankProvider::cancelCall(const Snapshot& /*of*/, std::string key) const
{
    return callOf({}, {}, std::move(key));
}

ProviderCall BankProvider::refundCall(const Snapshot& /*of*/, const RefundAsk& ask,
                                      std::string key) const
{
    return callOf(kRefund, ask.refund.text() + " " + ask.payment.text() + " " + written(ask.amount),
                  std::move(key));
}

Outcome<std::monostate> BankProvider::send(const ProviderCall& call)
{
    if (call.path.empty()) {
        return Outcome<std::monostate>::done({});
    }
    const auto words = wordsOf(call);
    const bool isWhole = call.path == kRefund && words.size() == kWords;
    const auto refund = isWhole ? idIn(words[0]) : std::nullopt;
    const auto payment = isWhole ? idIn(words[1]) : std::nullopt;
    const auto amount = isWhole ? moneyIn(words[2], words[3]) : std::nullopt;
    if (!refund || !payment || !amount) {
        return refusedCall<std::monostate>("bad_call");
    }
    return tried<std::monostate>([&] {
        Database& database = m_database();
        const auto work = readPaymentWorkOf(database, m_name, *payment);
        if (!work) {
            return refusedCall<std::monostate>("not_found");
        }
        Transaction transaction{database};
        addBankOutgoing(database,
                        {.organizer = work->organizer,
                         .refund = *refund,
                         .payment = *payment,
                         .provider = m_name,
                         .reference = creditorReference(*refund),
                         .amount = *amount,
                         .madeAt = m_clock.now(),
                         .sentAt = {},
                         .returnedAt = {}});
        transaction.commit();
        return Outcome<std::monostate>::done({});
    });
}

WebhookVerdict BankProvider::verify(const WebhookRequest& /*request*/, Instant /*now*/)
{
    return {.kind = WebhookVerdict::Kind::Forged, .why = "a bank sends none"};
}

Outcome<SettlementPage> BankProvider::settlements(TimeRange /*range*/,
                                                  const std::string& /*cursor*/)
{
    return Outcome<SettlementPage>::done({});
}

Outcome<std::vector<std::string>> BankProvider::changedSince(Instant /*from*/)
{
    return Outcome<std::vector<std::string>>::done({}); // a statement looks at what it pays
}

} // namespace foyer::server
