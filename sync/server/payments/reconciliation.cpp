// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/payments/reconciliation.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace foyer::server {
namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

/// Lines change for some days: a payout names those that went into it.
constexpr milliseconds kLookedBack = 7 * 24h;
/// So long an account may lag behind: PayPal's report by three hours and more.
constexpr milliseconds kLag = 27h;
constexpr milliseconds kEach = 24h;
constexpr int kPagesMax = 1'000;
/// A fee beyond this share of an amount, and this much in minor units, is looked at by a person.
constexpr std::int64_t kFeeShare = 10;
constexpr std::int64_t kFeeFixed = 100;

constexpr std::array<const char*, 6> kTypes{"payment", "refund", "dispute",
                                            "fee",     "payout", "other"};

Instant before(Instant at, milliseconds time)
{
    return Instant{at.ms - time.count()};
}

} // namespace

Reconciliation::Reconciliation(PaymentDesk& desk, const Clock& clock, Random& random,
                               ServerLog& log, Metrics& metrics)
    : m_desk{desk}, m_clock{clock}, m_random{random}, m_log{log}, m_metrics{metrics}
{}

void Reconciliation::follow(FollowUps& followUps)
{
    followUps.add(kind::kPaymentSettled,
                  [this](Database& database, const Entry& entry, const CborValue& body) {
                      const auto settled = decodePaymentSettled(body);
                      if (settled) {
                          Job job = newJob(entry.organizer, kJob, settled->provider, {},
                                           m_clock.now(), m_random);
                          job.dueAt = Instant{job.madeAt.ms + kEach.count()};
                          addJob(database, job); // one for each account, for good
                      }
                  });
}

void Reconciliation::runNow(Database& database, OrganizerId organizer)
{
    for (const auto& [name, offer] : m_desk.options().providers) {
        if (offer.provider->capabilities().settlements) {
            askJobAgain(database, newJob(organizer, kJob, name, {}, m_clock.now(), m_random));
        }
    }
}

std::vector<std::string> Reconciliation::accounts() const
{
    std::vector<std::string> names;
    for (const auto& [name, offer] : m_desk.options().providers) {
        if (offer.provider->capabilities().settlements) {
            names.push_back(name);
        }
    }
    return names;
}

JobKind Reconciliation::job()
{
    return {.name = kJob,
            .work = [this](Database& database, const Job& job) { return work(database, job); },
            .attemptsMax = 100,
            .firstPause = 1min,
            .longestPause = 1h};
}

JobOutcome Reconciliation::work(Database& database, const Job& job)
{
    const Instant now = m_clock.now();
    const Instant next{now.ms + kEach.count()};
    const auto offer = m_desk.options().providers.find(job.key);
    if (offer == m_desk.options().providers.end() ||
        !offer->second.provider->capabilities().settlements) {
        return JobOutcome::waits(next, "the account cannot be read");
    }
    // As far back as there is a case that may have ended.
    TimeRange range{before(now, kLookedBack), now};
    for (const SettlementCase& open : readOpenCases(database, job.organizer)) {
        if (open.provider == job.key) {
            range.from = std::min(range.from, before(open.openedAt, kLookedBack));
        }
    }
    const auto fetched = fetch(database, job.organizer, job.key, range);
    SettlementAccount account{job.organizer, job.key, now, fetched.problem.code};
    Transaction transaction{database};
    if (fetched.fate != CallFate::Done) {
        account.problem = account.problem.empty() ? "no_answer" : account.problem;
        storeAccountProblem(database, account);
        transaction.commit();
        return JobOutcome::again(fetched.problem.code);
    }
    compare(database, job.organizer, job.key, range);
    storeAccountCompared(database, account);
    transaction.commit();
    m_metrics.add("foyer_reconciliations_total", {{"provider", job.key}});
    return JobOutcome::waits(next);
}

Outcome<bool> Reconciliation::fetch(Database& database, OrganizerId organizer,
                                    const std::string& name, TimeRange range)
{
    PaymentProvider& provider = *m_desk.options().providers.find(name)->second.provider;
    std::string cursor;
    for (int page = 0; page < kPagesMax; ++page) {
        const auto answer = provider.settlements(range, cursor);
        if (answer.fate != CallFate::Done) {
            return {answer.fate, {}, answer.problem, answer.retryAfter};
        }
        Transaction transaction{database};
        keep(database, organizer, name, answer.value->lines);
        transaction.commit();
        cursor = answer.value->cursor;
        if (cursor.empty()) {
            return Outcome<bool>::done(true);
        }
    }
    return {CallFate::Retry, {}, {.code = "too_many_pages"}, {}};
}

void Reconciliation::keep(Database& database, OrganizerId organizer, const std::string& name,
                          const std::vector<SettlementLine>& lines)
{
    for (const SettlementLine& line : lines) {
        auto work = line.ourId ? readPaymentWork(database, organizer, *line.ourId) : std::nullopt;
        if (!work && !line.payment.empty()) {
            work = readPaymentWorkByReference(database, name, line.payment);
        }
        const bool isOurs = work && work->organizer == organizer;
        storeSettlementLine(database,
                            {.organizer = organizer,
                             .provider = name,
                             .reference = line.reference,
                             .type = kTypes.at(static_cast<std::size_t>(line.type)),
                             .payment = isOurs ? std::optional{work->payment} : std::nullopt,
                             .paymentReference = line.payment,
                             .gross = line.gross,
                             .fee = line.fee,
                             .net = line.net,
                             .at = line.at,
                             .payout = line.payout,
                             .isTest = m_desk.options().isTest});
    }
}

void Reconciliation::compare(Database& database, OrganizerId organizer, const std::string& name,
                             TimeRange range)
{
    Found found;
    for (const SettlementRow& line :
         readSettlementLines(database, organizer, name, range.from, range.to)) {
        compareLine(database, line, found);
    }
    for (const MissingLine& missing :
         readPaymentsWithoutLine(database, organizer, name, range.from, before(range.to, kLag))) {
        SettlementRow line{.organizer = organizer,
                           .provider = name,
                           .payment = missing.payment,
                           .gross = missing.amount,
                           .fee = missing.amount,
                           .net = missing.amount};
        open(database, line, "missing_there", missing.amount, Money{0, missing.amount.currency()},
             missing.reference, found);
    }
    for (const SettlementCase& known : readOpenCases(database, organizer)) {
        if (known.provider == name && !found.contains({known.kind, known.subject})) {
            endCase(database, organizer, name, known.kind, known.subject, m_clock.now());
        }
    }
}

void Reconciliation::compareLine(Database& database, const SettlementRow& line, Found& found)
{
    const Money nothing{0, line.gross.currency()};
    const bool isMoney = line.type == "payment" || line.type == "refund";
    const auto work =
        line.payment ? readPaymentWork(database, line.organizer, *line.payment) : std::nullopt;
    if (isMoney && !work) {
        open(database, line, "missing_here", nothing, line.gross, line.reference, found);
        return;
    }
    if (line.type == "payment") {
        comparePayment(database, line, *work, found);
    } else if (line.type == "refund") {
        const std::int64_t there = -sumOfLines(database, line.organizer, work->payment, "refund");
        const std::int64_t here = readRefunded(database, line.organizer, work->payment);
        if (there != here) {
            m_desk.look(database, line.organizer, work->payment);
            open(database, line, "refund_diff", Money{here, line.gross.currency()},
                 Money{there, line.gross.currency()}, work->reference, found);
        }
    } else if (line.type == "payout" && !line.payout.empty()) {
        const std::int64_t sum = netOfPayout(database, line.organizer, line.provider, line.payout);
        if (sum != -line.net.minor()) {
            open(database, line, "payout_diff", Money{sum, line.net.currency()}, -line.net,
                 line.payout, found);
        }
    }
}

void Reconciliation::comparePayment(Database& database, const SettlementRow& line,
                                    const PaymentWork& work, Found& found)
{
    if (line.gross.currency() != work.amount.currency()) {
        open(database, line, "currency_diff", work.amount, line.gross, line.reference, found);
    } else if (line.gross != work.amount) {
        open(database, line, "amount_diff", work.amount, line.gross, line.reference, found);
    }
    if (!work.isSettled) { // money is there, and nobody has told us
        m_desk.look(database, line.organizer, work.payment);
        open(database, line, "missing_here", Money{0, line.gross.currency()}, line.gross,
             line.reference, found);
    }
    const std::int64_t most = line.gross.minor() / kFeeShare + kFeeFixed;
    if (line.fee.isNegative() || line.fee.minor() > most) {
        open(database, line, "fee_unexpected", Money{most, line.fee.currency()}, line.fee,
             line.reference, found);
    }
}

void Reconciliation::open(Database& database, const SettlementRow& line, const char* kind,
                          Money here, Money there, const std::string& subject, Found& found)
{
    if (!found.emplace(kind, subject).second) {
        return;
    }
    storeCase(database,
              {.organizer = line.organizer,
               .provider = line.provider,
               .kind = kind,
               .subject = subject,
               .payment = line.payment,
               .here = here,
               .there = there,
               .openedAt = m_clock.now()});
    m_log.warning("settlement_case",
                  {{"provider", line.provider}, {"kind", kind}, {"subject", subject}});
}

} // namespace foyer::server
