// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/catalogue/catalogue_fields.h"
#include "core/services/authority/entry_intake.h"
#include "core/services/authority/restored_authority.h"
#include "core/services/authority/rights_office.h"
#include "tests/simulation/simulation.h"

#include <algorithm>

namespace foyer::simulation {
namespace {

using Outcome = IntakeAnswer::Outcome;

bool isWhole(const std::vector<Entry>& entries)
{
    return std::ranges::all_of(entries,
                               [](const Entry& entry) { return hashOf(entry) == entry.hash; });
}

template <typename T>
std::string codeIn(const Result<T>& result)
{
    return result ? std::string{"done"} : result.error().code;
}

} // namespace

void Simulation::send(const Node& node, Payload payload)
{
    m_network.send({node.number, kServer, node.life, std::move(payload)}, m_truth.now().ms);
}

void Simulation::syncs(Node& node)
{
    if (m_chance.percent(70)) {
        pushes(node, static_cast<std::size_t>(m_chance.between(1, 30)));
    }
    if (m_chance.percent(70)) {
        pulls(node, m_chance.between(1, 60));
    }
    asksForItsOwn(node);
    if (m_chance.percent(50)) {
        repeatsWish(node);
    }
    triesRefundAgain(node);
}

void Simulation::pushes(Node& node, std::size_t entries)
{
    auto batch = node.sync->nextBatch(entries);
    mustHave(batch, "next batch");
    if (batch->has_value()) {
        send(node, Push{*std::move(*batch)});
    }
}

void Simulation::pulls(Node& node, std::int64_t entries)
{
    const auto after = node.sync->pulled();
    mustHave(after, "pulled");
    send(node, Pull{node.replica, *after, entries});
}

void Simulation::asksForItsOwn(Node& node)
{
    if (const auto behind = node.sync->behind()) {
        send(node, AskOwnEntries{node.replica, behind->epoch, behind->sequence});
    }
}

void Simulation::repeatsWish(Node& node)
{
    if (node.wish) {
        send(node, Wish{encode(*node.wish)});
    }
}

void Simulation::deliver()
{
    std::vector<Message> requests;
    for (Message& message : m_network.arrived(m_truth.now().ms)) {
        if (message.to == kServer) {
            requests.push_back(std::move(message));
            if (m_chance.percent(60)) {
                serve(requests);
            }
            continue;
        }
        Node& node = *m_nodes.at(message.to);
        if (!node.isGone && node.life == message.life) {
            hears(node, message.payload);
        }
    }
    serve(requests);
}

/// Many requests in one transaction of one of the server's processes; the answers leave when it is
/// on disk. The process may fail before, and after, and its disk as well.
void Simulation::serve(std::vector<Message>& requests)
{
    if (requests.empty()) {
        return;
    }
    std::vector<std::pair<const Message*, Payload>> answers;
    const bool isPlanned = planFault(true);
    const bool isTooEarly = m_options.fault == Fault::AcknowledgedTooEarly && m_chance.percent(20);
    const auto served = guarded([&]() -> Result<void> {
        Authority& authority = anyProcess();
        const auto batch = authority.begin();
        for (const Message& request : requests) {
            if (auto answer = answerTo(authority, *batch, request)) {
                answers.emplace_back(&request, *std::move(answer));
            }
        }
        if (!m_isHealing && m_chance.percent(2)) {
            return refused("killed", "before the commit");
        }
        if (!isTooEarly) {
            batch->commit();
        }
        return {};
    });
    checkFault(isPlanned, failsOf(served), codeIn(served));
    tell("server", codeIn(served) + " " + std::to_string(answers.size()));
    if (served) {
        for (const auto& [request, answer] : answers) {
            noteServed(*request, answer);
        }
    }
    if (failsOf(served)) {
        m_paper.leasesUnsure();
    }
    if (!served || (!m_isHealing && m_chance.percent(1))) {
        serverCrashes();
    } else {
        for (auto& [request, answer] : answers) {
            m_network.send({kServer, request->from, request->life, std::move(answer)},
                           m_truth.now().ms);
        }
    }
    requests.clear();
}

std::optional<Payload> Simulation::answerTo(Authority& authority, FeedBatch& batch,
                                            const Message& request)
{
    if (const auto* push = std::get_if<Push>(&request.payload)) {
        return PushAnswer{takePush(authority, batch, *push)};
    }
    if (const auto* pull = std::get_if<Pull>(&request.payload)) {
        return Page{pageFor(authority, *pull), reportDue(authority, pull->reader)};
    }
    if (const auto* report = std::get_if<Report>(&request.payload)) {
        const auto taken = takeReport(authority, batch, report->report);
        m_hasMoved = m_hasMoved || taken.has_value();
        return taken
            ? std::optional<Payload>{ReportTaken{report->report.upTo, report->report.isLast,
                                                 report->report.life}}
            : std::nullopt;
    }
    if (const auto* wish = std::get_if<Wish>(&request.payload)) {
        return answerWish(authority, batch, *wish);
    }
    const auto& ask = std::get<AskOwnEntries>(request.payload);
    OwnEntries own;
    const std::size_t most = m_isHealing ? SIZE_MAX : 1 + m_chance.below(20);
    readEntriesAfter(authority.database(), authority.organizer(), ask.writer, ask.epoch,
                     ask.sequence, [&](const Entry& entry) {
                         own.entries.push_back(entry);
                         return own.entries.size() < most;
                     });
    return own;
}

IntakeAnswer Simulation::takePush(Authority& authority, FeedBatch& batch, const Push& push)
{
    const ReplicaId writer = push.batch.writer;
    const auto node =
        std::ranges::find_if(m_nodes, [&](const auto& known) { return known->replica == writer; });
    IntakeAnswer answer = takeIn(authority, batch, push.batch, (*node)->device);
    const Entry& last = push.batch.entries.back();
    if (m_options.fault == Fault::HashUnchecked && answer.outcome == Outcome::BrokenChain &&
        !isWhole(push.batch.entries)) {
        storeUnchecked(authority.database(), batch, push.batch.entries);
        answer = {Outcome::Accepted, last.epoch, last.sequence};
    }
    if (m_options.fault == Fault::ForkAccepted && answer.outcome == Outcome::Fork) {
        answer = {Outcome::Accepted, last.epoch, last.sequence};
    }
    return answer;
}

std::optional<Payload> Simulation::answerWish(Authority& authority, FeedBatch& batch,
                                              const Wish& wish)
{
    const auto decoded = decodeRightsWish(wish.wish);
    mustHave(decoded, "wish");
    Result<RightsAnswer> answer{RightsAnswer{}};
    const auto grant = [&] { answer = grantRights(authority, batch, *decoded); };
    if (m_options.fault == Fault::RestoredGrantsAtOnce) {
        forgetReportsDue(authority.database());
    }
    if (m_options.fault == Fault::GrantedTwice) {
        forgetAnswer(authority.database(), decoded->id);
    }
    if (m_options.fault == Fault::SeatLeasedToTwo) {
        withoutOthersSeats(authority.database(), grant);
    } else if (m_options.fault == Fault::CapacityForgotten) {
        withoutOthersRights(authority.database(), grant);
    } else {
        grant();
    }
    if (!answer && answer.error().code == "already_written_off") {
        return std::nullopt; // a counter that was given up may not have heard of it
    }
    if (!answer) {
        throw Violation{"a wish was refused: " + answer.error().code};
    }
    return WishAnswer{encode(*answer)};
}

FeedPage Simulation::pageFor(Authority& authority, const Pull& pull)
{
    FeedPage page = readFeed(authority.database(), authority.organizer(),
                             {.after = pull.after, .entries = pull.entries, .except = pull.reader});
    if (m_options.fault == Fault::LateCommitSkipped && !page.entries.empty() &&
        m_chance.percent(5)) {
        page.entries.erase(page.entries.begin() +
                           static_cast<std::ptrdiff_t>(m_chance.below(page.entries.size())));
    }
    return page;
}

void Simulation::noteServed(const Message& request, const Payload& answer)
{
    if (const auto* push = std::get_if<PushAnswer>(&answer)) {
        if (push->answer.outcome == Outcome::Accepted) {
            m_paper.atServer(std::get<Push>(request.payload).batch.entries);
            m_hasMoved = m_hasMoved || push->answer.added > 0;
        }
        return;
    }
    const auto* wish = std::get_if<WishAnswer>(&answer);
    if (wish == nullptr) {
        return;
    }
    const auto granted = decodeRightsAnswer(wish->answer);
    mustHave(granted, "answer");
    if (!m_paper.answered(granted->wish, wish->answer)) {
        return; // said before
    }
    for (const Entry& entry : granted->entries) {
        const auto body = decodeCbor(entry.body);
        const auto lease = body && entry.kind == kind::kSeatsLeased
            ? decodeSeatsLeased(*body)
            : Result<SeatsLeased>{refused("", "")};
        if (lease && !m_isServerRestored) { // then some come back in reports
            m_paper.leased(entry.id, *lease);
        }
        const auto allotment = body && entry.kind == kind::kAllotmentGranted
            ? decodeAllotment(*body)
            : Result<Allotment>{refused("", "")};
        for (std::size_t i = 0; allotment && i < m_house.performances().size() * kQuotas; ++i) {
            if (m_house.quotas(i / kQuotas).at(i % kQuotas) == allotment->quota) {
                m_paper.granted(i / kQuotas, i % kQuotas, allotment->rights);
            }
        }
    }
}

void Simulation::hears(Node& node, const Payload& payload)
{
    if (const auto* push = std::get_if<PushAnswer>(&payload)) {
        hearsAnswer(node, push->answer);
    } else if (const auto* page = std::get_if<Page>(&payload)) {
        hearsPage(node, page->page);
        if (page->due) {
            reports(node, *page->due);
        }
    } else if (const auto* wish = std::get_if<WishAnswer>(&payload)) {
        hearsGrant(node, wish->answer);
    } else if (const auto* taken = std::get_if<ReportTaken>(&payload)) {
        if (taken->life == node.reportedTo) {
            node.reported = taken->isLast ? std::nullopt : std::optional{taken->upTo};
        }
    } else if (const auto* own = std::get_if<OwnEntries>(&payload)) {
        const auto back = at(node, [&] { return takesBack(node, own->entries); });
        tell("gets its own back", codeIn(back));
        if (node.counter->isForked() && !node.isForked) {
            isSecondOfTwo(node);
        }
        m_hasMoved = m_hasMoved || !own->entries.empty();
        node.isBehind = node.isBehind && node.counter->journal().head().sequence < node.needed;
        node.isHopeless = node.isBehind && own->entries.empty();
    }
}

Result<void> Simulation::takesBack(Node& node, const std::vector<Entry>& own)
{
    if (m_options.fault != Fault::OwnUnchecked) {
        return node.sync->ownEntriesBack(own);
    }
    return guarded([&]() -> Result<void> {
        takeBackUnchecked(*node.counter, own);
        return {};
    });
}

void Simulation::reports(Node& node, const ReportDue& due)
{
    if (node.reportedTo != due.life) {
        node.reported.reset();
        node.reportedTo = due.life;
    }
    const std::int64_t after = std::max(node.reported.value_or(due.after), due.after);
    const std::int64_t most = m_isHealing ? 1'000 : m_chance.between(1, 40);
    const auto report = at(node, [&] { return node.sync->reportFor(due, after, most); });
    tell("reports", codeIn(report));
    if (report) {
        send(node, Report{*report});
    }
}

void Simulation::hearsAnswer(Node& node, const IntakeAnswer& answer)
{
    const auto heard = at(node, [&] { return node.sync->batchAnswered(answer); });
    tell("is answered", foyer::codeOf(answer.outcome) + (" " + codeIn(heard)));
    if (node.counter->isForked() && !node.isForked) {
        isSecondOfTwo(node);
    }
    const bool isOdd = answer.outcome != Outcome::Accepted && answer.outcome != Outcome::Gap &&
        answer.outcome != Outcome::Fork;
    if (isOdd && !m_network.damages() && !m_isHealing) {
        throw Violation{std::string{"a push was answered "} + foyer::codeOf(answer.outcome)};
    }
}

void Simulation::hearsPage(Node& node, const FeedPage& given)
{
    FeedPage page = given;
    if (m_options.fault == Fault::HashUnchecked) {
        for (Entry& entry : page.entries) {
            entry.hash = hashOf(entry);
        }
    }
    const auto before = node.sync->pulled();
    const auto heard = at(node, [&] { return node.sync->heard(page); });
    tell("hears", codeIn(heard) + " " + std::to_string(page.upTo));
    m_hasMoved = m_hasMoved || (heard && before && *before < page.upTo);
    if (heard && m_options.fault == Fault::ProjectedTwice && m_chance.percent(20)) {
        for (const Entry& entry : page.entries) {
            projectOnceMore(node.counter->database(), entry);
        }
    }
    if (!heard && heard.error().code == "feed_damaged" && !m_network.damages()) {
        throw Violation{"a page came damaged"};
    }
}

void Simulation::hearsGrant(Node& node, const Bytes& bytes)
{
    const auto answer = decodeRightsAnswer(bytes);
    mustHave(answer, "answer");
    const auto granted = at(node, [&] { return node.sync->granted(*answer); });
    tell("is granted", codeIn(granted));
    if (failsOf(granted) || !node.wish || node.wish->id != answer->wish) {
        return;
    }
    node.wish.reset();
    if (granted && !node.intent.empty()) {
        const auto items = std::exchange(node.intent, {});
        trySale(node, requestFor(node, items));
    }
}

} // namespace foyer::simulation
