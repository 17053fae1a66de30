// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/payments/bank/bank_desk.h"

#include "core/storage/order_store.h"

#include <algorithm>
#include <utility>

namespace foyer::server {
namespace {

constexpr std::size_t kTogether = 100; ///< lines in one transaction: nobody waits long for it
constexpr std::size_t kShownMax = 500;

std::string tailOf(const std::string& iban)
{
    constexpr std::size_t kTail = 4;
    return iban.size() > kTail ? iban.substr(iban.size() - kTail) : iban;
}

} // namespace

BankDesk::BankDesk(PaymentDesk& payments, AuthorityDesk& authority, Seal seal, Open open,
                   const Clock& clock, ServerLog& log, Metrics& metrics)
    : m_payments{payments}, m_authority{authority}, m_seal{std::move(seal)},
      m_open{std::move(open)}, m_clock{clock}, m_log{log}, m_metrics{metrics}
{}

/// The provider that a statement's account is.
Result<std::string> BankDesk::accountOf(const Statement& statement) const
{
    const auto& banks = m_payments.options().banks;
    if (banks.empty()) {
        return refused("no_bank",
                       "This server knows no bank account. Name it in its settings: "
                       "payments.providers = bank.");
    }
    if (statement.account.empty()) {
        if (banks.size() > 1) {
            return refused("account_unnamed",
                           "This file does not say which account it is of, and the house has "
                           "several. Export it as CAMT.053.");
        }
        return banks.begin()->first;
    }
    const auto found =
        std::ranges::find(banks, statement.account, [](const auto& bank) { return bank.second; });
    if (found != banks.end()) {
        return found->first;
    }
    Error error = refused("wrong_account",
                          "This statement is of another account, which ends in " +
                              tailOf(statement.account) + ". Nothing was taken from it.");
    error.facts = {tailOf(statement.account)};
    return error;
}

Result<void> BankDesk::check(Database& database, OrganizerId organizer, const std::string& provider,
                             const Statement& statement) const
{
    if (statement.lines.empty()) {
        return {};
    }
    const auto [first, last] = std::ranges::minmax_element(statement.lines, {}, &StatementLine::at);
    if (isBankTimeOfOtherForm(database, organizer, provider, statement.form, first->at, last->at)) {
        return refused("mixed_forms",
                       "Lines of these days were taken from a file of another form (CAMT.053 or "
                       "CSV), and would be taken twice. Go on with that form, or export the days "
                       "after them alone.");
    }
    return {};
}

Result<BankDesk::Taken> BankDesk::take(Database& database, OrganizerId organizer,
                                       const Permit& permit, ByteView file)
{
    const auto statements = readStatements(file);
    if (!statements) {
        return statements.error();
    }
    // All are looked at before anything is taken.
    std::vector<std::string> providers;
    for (const Statement& statement : *statements) {
        auto provider = accountOf(statement);
        if (!provider) {
            return std::move(provider).error();
        }
        if (auto sound = check(database, organizer, *provider, statement); !sound) {
            return std::move(sound).error();
        }
        providers.push_back(*std::move(provider));
    }
    Taken taken;
    for (std::size_t i = 0; i < statements->size(); ++i) {
        const Statement& statement = (*statements)[i];
        if (auto done = takeLines(organizer, permit, providers[i], statement, taken); !done) {
            return std::move(done).error();
        }
        if (const auto difference = statement.difference()) {
            taken.differences.push_back(*difference);
        }
    }
    m_log.info("statement_taken",
               {{"lines", taken.lines},
                {"known", taken.known},
                {"matched", taken.matched},
                {"unmatched", taken.unmatched},
                {"user", permit.actor().text()}});
    m_metrics.add("foyer_bank_lines_total", {{"outcome", "matched"}}, taken.matched);
    m_metrics.add("foyer_bank_lines_total", {{"outcome", "unmatched"}}, taken.unmatched);
    return taken;
}

Result<void> BankDesk::takeLines(OrganizerId organizer, const Permit& permit,
                                 const std::string& provider, const Statement& statement,
                                 Taken& taken)
{
    const std::string account = m_payments.options().banks.find(provider)->second;
    const auto ids = bankLineIds(account, statement.lines);
    for (std::size_t begin = 0; begin < ids.size(); begin += kTogether) {
        const std::size_t end = std::min(begin + kTogether, ids.size());
        std::map<LineFate, std::int64_t> fates;
        const auto done =
            m_authority.doAndWait(organizer, [&](Authority& authority, FeedBatch& batch) {
                fates.clear(); // it may be done once more
                BankMatching matching{m_payments, authority, batch, permit};
                for (std::size_t i = begin; i < end; ++i) {
                    const StatementLine& said = statement.lines[i];
                    const BankLine line{.organizer = organizer,
                                        .id = ids[i],
                                        .provider = provider,
                                        .form = statement.form,
                                        .at = said.at,
                                        .takenAt = m_clock.now(),
                                        .amount = said.amount,
                                        .isReversal = said.isReversal,
                                        .named = {},
                                        .details = {}};
                    ++fates[matching.take(line, said, m_seal(encode(detailsOf(said))))];
                }
                matching.notePartlyPaid(provider);
            });
        if (!done) {
            return done;
        }
        taken.lines += static_cast<std::int64_t>(end - begin);
        taken.known += fates[LineFate::Known];
        taken.ignored += fates[LineFate::Ignored];
        taken.matched += fates[LineFate::Matched];
        taken.unmatched += fates[LineFate::Unmatched];
    }
    return {};
}

Result<void> BankDesk::assign(Database& database, OrganizerId organizer, const Permit& permit,
                              const std::string& line, const std::string& target)
{
    const auto known = readBankLine(database, organizer, line);
    const std::string bankReference = known ? opened(*known).bankReference : std::string{};
    Result<void> assigned;
    const auto done = m_authority.doAndWait(organizer, [&](Authority& authority, FeedBatch& batch) {
        BankMatching matching{m_payments, authority, batch, permit};
        assigned = matching.assign(line, target, bankReference);
        if (assigned && known) {
            matching.notePartlyPaid(known->provider);
        }
    });
    return done ? assigned : done;
}

Result<void> BankDesk::noteSent(OrganizerId organizer, const Permit& permit, PaymentId refund)
{
    Result<void> noted;
    const auto done = m_authority.doAndWait(organizer, [&](Authority& authority, FeedBatch& batch) {
        noted = BankMatching{m_payments, authority, batch, permit}.noteSent(refund);
    });
    return done ? noted : done;
}

BankDetails BankDesk::opened(const BankLine& line) const
{
    const auto content = m_open(line.details);
    return content ? decodeBankDetails(content->view()) : BankDetails{};
}

std::vector<BankDesk::SeenLine> BankDesk::lines(Database& database, OrganizerId organizer,
                                                bool onlyOpen) const
{
    std::vector<SeenLine> seen;
    for (BankLine& line : readBankLines(database, organizer, onlyOpen, kShownMax)) {
        BankDetails details = opened(line);
        seen.push_back({std::move(line), std::move(details)});
    }
    return seen;
}

std::vector<BankDesk::SeenOutgoing> BankDesk::outgoing(Database& database,
                                                       OrganizerId organizer) const
{
    std::vector<SeenOutgoing> seen;
    for (BankOutgoing& each : readOpenBankOutgoing(database, organizer)) {
        SeenOutgoing row{.outgoing = std::move(each), .orderCode = {}, .name = {}, .iban = {}};
        const auto work = readPaymentWork(database, organizer, row.outgoing.payment);
        const auto order = work ? readOrder(database, organizer, work->order) : std::nullopt;
        row.orderCode = order ? order->code : std::string{};
        if (const auto line = readLargestLineOf(database, organizer, row.outgoing.payment.uuid)) {
            const auto known = readBankLine(database, organizer, *line);
            const BankDetails details = known ? opened(*known) : BankDetails{};
            row.name = details.name;
            row.iban = details.iban;
        }
        seen.push_back(std::move(row));
    }
    return seen;
}

} // namespace foyer::server
