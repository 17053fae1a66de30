// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/payments/payout_desk.h"

#include "core/calendar/cron_times.h"
#include "core/domain/catalogue/catalogue_fields.h"
#include "core/services/authority/payout_office.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/identity_store.h"
#include "core/storage/read_view.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <optional>

namespace foyer::server {
namespace {

using namespace std::chrono_literals;

constexpr const char* kSchedule = "payouts";
/// So often a payout is tried that another one came in between.
constexpr int kTries = 3;
/// While cases are open, somebody has to look.
constexpr std::chrono::milliseconds kCasesPause = 1h;

/// The time that a job was scheduled for: "payouts@1764500000000".
std::optional<Instant> timeIn(const std::string& key)
{
    const std::string digits = key.substr(std::min(key.find('@') + 1, key.size()));
    Instant at;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), at.ms);
    return error == std::errc{} && end == digits.data() + digits.size() ? std::optional{at}
                                                                        : std::nullopt;
}

std::string zoneOf(Database& database, OrganizerId organizer)
{
    const auto entity = readEntity(database, organizer, "organizer", organizer.uuid);
    const auto house = entity ? organizerFrom(organizer.uuid, *entity) : std::nullopt;
    return house ? house->timeZone : std::string{};
}

} // namespace

PayoutDesk::PayoutDesk(Options options, AuthorityDesk& authority, const Clock& clock,
                       Random& random, ServerLog& log)
    : m_options{std::move(options)},
      m_authority{authority}, m_clock{clock}, m_random{random}, m_log{log}
{}

Result<std::vector<PayoutMade>> PayoutDesk::make(Database& reader, OrganizerId organizer,
                                                 Instant until, const Permit& permit,
                                                 const std::string& note)
{
    Result<std::vector<PayoutMade>> made =
        refused("payout_moved", "Another payout was made meanwhile. Look at it, and ask again.");
    for (int i = 0; i < kTries && !made && made.error().code == "payout_moved"; ++i) {
        const Instant now = m_clock.now();
        PayoutPlan plan;
        {
            const ReadView view{reader};
            if (auto possible = checkPayoutTime(reader, organizer, until, now); !possible) {
                return std::move(possible).error();
            }
            plan = gatherPayouts(reader, organizer, until, now, m_options.providers);
        }
        const auto reached =
            m_authority.doAndWait(organizer, [&](Authority& authority, FeedBatch& batch) {
                made = makePayouts(authority, batch, permit, plan, note);
            });
        if (!reached) {
            return reached.error();
        }
    }
    if (made) {
        for (const PayoutMade& payout : *made) {
            m_log.info("payout_made", {{"number", payout.number}, {"user", permit.actor().text()}});
        }
    }
    return made;
}

Result<CommissionSet> PayoutDesk::setCommission(OrganizerId organizer, const Commission& commission,
                                                std::optional<Instant> from, const Permit& permit)
{
    Result<CommissionSet> set{CommissionSet{commission, {}}};
    const auto reached =
        m_authority.doAndWait(organizer, [&](Authority& authority, FeedBatch& batch) {
            set = foyer::setCommission(authority, batch, permit, commission, from);
        });
    return reached ? set : Result<CommissionSet>{reached.error()};
}

void PayoutDesk::planFor(Database& database, OrganizerId organizer) const
{
    const auto schedules = readSchedules(database, organizer);
    const auto known = std::ranges::find(schedules, kSchedule, &Schedule::name);
    if (m_options.schedule.empty()) {
        if (known != schedules.end()) {
            removeSchedule(database, organizer, kSchedule);
        }
        return;
    }
    const std::string zone = zoneOf(database, organizer);
    const bool isSame =
        known != schedules.end() && known->cron == m_options.schedule && known->timeZone == zone;
    const auto times = CronTimes::parse(m_options.schedule);
    const auto next = times && !zone.empty() ? times->next(m_clock.now(), zone) : std::nullopt;
    if (isSame || !next) {
        return; // what is due meanwhile stays due
    }
    storeSchedule(database,
                  {.organizer = organizer,
                   .name = kSchedule,
                   .cron = m_options.schedule,
                   .timeZone = zone,
                   .kind = kJob,
                   .body = {},
                   .nextAt = *next});
}

void PayoutDesk::plan(Database& database) const
{
    Transaction transaction{database};
    for (const OrganizerId organizer : readOrganizers(database)) {
        planFor(database, organizer);
    }
    storeSchedule(database,
                  {.organizer = {},
                   .name = kPlanJob,
                   .cron = "0 * * * *",
                   .timeZone = "UTC",
                   .kind = kPlanJob,
                   .body = {},
                   .nextAt = Instant{m_clock.now().ms + std::chrono::milliseconds{1h}.count()}});
    transaction.commit();
}

JobKind PayoutDesk::planJob()
{
    return {.name = kPlanJob, .work = [this](Database&, const Job&) {
                return JobOutcome::done([this](Database& database) {
                    for (const OrganizerId organizer : readOrganizers(database)) {
                        planFor(database, organizer);
                    }
                });
            }};
}

JobKind PayoutDesk::job()
{
    return {.name = kJob,
            .work = [this](Database& database, const Job& job) { return work(database, job); },
            .attemptsMax = 100,
            .firstPause = 1min,
            .longestPause = 1h};
}

JobOutcome PayoutDesk::work(Database& database, const Job& job)
{
    const auto until = timeIn(job.key);
    if (!until) {
        return JobOutcome::givenUp("The time of this payout cannot be read.");
    }
    const auto made = make(database, job.organizer, *until, Permit::ofProgram(), {});
    if (made || made.error().code == "payout_empty" || made.error().code == "period_paid") {
        return JobOutcome::done();
    }
    if (made.error().code == "cases_open") {
        return JobOutcome::waits(Instant{m_clock.now().ms + kCasesPause.count()},
                                 made.error().code);
    }
    return JobOutcome::again(made.error().code);
}

} // namespace foyer::server
