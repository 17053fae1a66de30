// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/storage/bank_store.h"
#include "core/storage/payment_work_store.h"
#include "sync/server/payments/payment_provider.h"

#include <functional>
#include <string>

namespace foyer::server {

/// How money comes by transfer.
struct BankAccount {
    std::string holder;
    std::string iban; ///< without spaces
    std::string bic;  ///< may be empty
    std::chrono::hours patience{10 * 24};
    bool isTest = true;
};

/// The account of settings. Usage error bad_bank: no holder (or longer than 70 bytes), no IBAN with
/// right check digits, a BIC that is none, days out of 1 to 60.
Result<BankAccount> readBankAccount(const ProviderSettings& settings);

/// Transfers to the house's bank account. Nobody is asked over a network: what came is what the
/// lines of statements say that were taken in (see BankDesk), and what goes back a person
/// transfers. A payment's reference is its creditor reference, which is made of its id, so the same
/// call made twice is the same payment.
class BankProvider final : public PaymentProvider {
public:
    /// `database`: of the calling thread. `read` it is only, but for what is to be sent back.
    BankProvider(std::string name, BankAccount account, std::function<Database&()> database,
                 const Clock& clock);

    const BankAccount& account() const { return m_account; }

    Capabilities capabilities() const override;
    bool takes(Money amount) const override;
    std::optional<TransferDetails> transferFor(const std::string& reference,
                                               Money amount) const override;
    ProviderCall startCall(const PaymentAsk& ask, std::string key) const override;
    Outcome<Snapshot> start(const ProviderCall& call) override;
    ProviderCall presentCall(const std::string& reference, const std::string& reader,
                             std::string key) const override;
    Outcome<std::monostate> present(const ProviderCall& call) override;
    ProviderCall withdrawCall(const std::string& reader, std::string key) const override;
    Outcome<Snapshot> fetch(const std::string& reference) override;
    Outcome<std::optional<Snapshot>> findByOurId(PaymentId payment, TimeRange made) override;
    ProviderCall captureCall(const Snapshot& of, std::string key) const override;
    ProviderCall cancelCall(const Snapshot& of, std::string key) const override;
    ProviderCall refundCall(const Snapshot& of, const RefundAsk& ask,
                            std::string key) const override;
    Outcome<std::monostate> send(const ProviderCall& call) override;
    WebhookVerdict verify(const WebhookRequest& request, Instant now) override;
    Outcome<SettlementPage> settlements(TimeRange range, const std::string& cursor) override;
    Outcome<std::vector<std::string>> changedSince(Instant from) override;

private:
    Snapshot snapshotOf(Database& database, const PaymentWork& work) const;

    std::string m_name;
    BankAccount m_account;
    std::function<Database&()> m_database;
    const Clock& m_clock;
};

} // namespace foyer::server
