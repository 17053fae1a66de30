// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/json_forms.h"
#include "app/cli/order_answer.h"
#include "app/cli/plan_answer.h"
#include "app/cli/run.h"
#include "app/cli/session.h"
#include "app/cli/text_forms.h"
#include "core/domain/sales/order_code.h"
#include "core/services/counter.h"
#include "core/services/incidents.h"
#include "core/services/sales.h"
#include "core/services/seats.h"

#include <nlohmann/json.hpp>

namespace foyer::cli {
namespace {

const char* kindText(IncidentKind kind)
{
    switch (kind) {
    case IncidentKind::SeatSoldTwice:
        return "Seat sold twice";
    case IncidentKind::QuotaOversold:
        return "Sold beyond the capacity";
    case IncidentKind::LateSale:
        return "Sale of a counter that was written off";
    case IncidentKind::AdmittedTwice:
        return "Ticket let in twice";
    case IncidentKind::SeatAdmittedTwice:
        return "Two let in for one seat";
    case IncidentKind::RefundedTwice:
        return "Money given back twice";
    case IncidentKind::EditedTwice:
        return "Set on two sides";
    case IncidentKind::ActAfterRevocation:
        return "Went on after being shut out";
    }
    return "";
}

Json orNull(const std::string& text)
{
    return text.empty() ? Json(nullptr) : Json(text);
}

Json moneyForm(const std::optional<Money>& money)
{
    return money ? Json{{"amount", toPlainText(*money)}, {"currency", money->currency().code()}}
                 : Json(nullptr);
}

Json sideForm(const IncidentSide& side)
{
    return {{"fact", side.fact.isNil() ? Json(nullptr) : Json(side.fact.text())},
            {"at", side.at.ms > 0 ? Json(toRfc3339(side.at)) : Json(nullptr)},
            {"counter", orNull(side.counter)},
            {"here", side.isHere},
            {"in_reach", side.isInReach},
            {"written_off", side.isWrittenOff},
            {"by", orNull(side.actor)},
            {"order", side.code.empty() ? Json(nullptr) : Json(displayOrderCode(side.code))},
            {"ticket", side.ticket.isNil() ? Json(nullptr) : Json(side.ticket.text())},
            {"place", orNull(side.place)},
            {"type", orNull(side.type)},
            {"act", orNull(side.act)},
            {"text", orNull(side.text)},
            {"money", moneyForm(side.money)},
            {"stands", side.stands},
            {"sold", side.count},
            {"granted", side.granted}};
}

Json incidentForm(const Incident& incident)
{
    Json sides = Json::array();
    for (const IncidentSide& side : incident.sides) {
        sides.push_back(sideForm(side));
    }
    Json done = Json::array();
    for (const IncidentDone& act : incident.done) {
        done.push_back(
            {{"act", incidentActName(act.act)},
             {"at", toRfc3339(act.at)},
             {"counter", orNull(act.counter)},
             {"by", orNull(act.actor)},
             {"reason", orNull(act.reason)},
             {"order", act.code.empty() ? Json(nullptr) : Json(displayOrderCode(act.code))},
             {"money", moneyForm(act.money)}});
    }
    return {{"id", incident.id.text()},
            {"kind", incidentKindName(incident.kind)},
            {"at", incident.at.ms > 0 ? Json(toRfc3339(incident.at)) : Json(nullptr)},
            {"open", incident.isOpen},
            {"subject", orNull(incident.subjectName)},
            {"performance",
             incident.performance.isNil() ? Json(nullptr) : Json(incident.performance.text())},
            {"event", orNull(incident.event)},
            {"field", orNull(incident.field)},
            {"too_many", incident.facts.size},
            {"money", moneyForm(incident.money)},
            {"sides", sides},
            {"done", done}};
}

std::string shownSubject(const Incident& incident)
{
    const bool isOrder =
        incident.kind == IncidentKind::LateSale || incident.kind == IncidentKind::RefundedTwice;
    std::string text = isOrder ? displayOrderCode(incident.subjectName) : incident.subjectName;
    if (!incident.field.empty()) {
        text += " (" + incident.entityKind + " " + incident.field + ")";
    }
    if (incident.startsAt) {
        text += (text.empty() ? "" : ", ") + incident.event + " " +
            localTime(*incident.startsAt, incident.timeZone);
    }
    return text;
}

std::string sideText(const Incident& incident, const IncidentSide& side)
{
    std::string text = side.counter.empty() ? "?" : side.counter;
    if (side.isWrittenOff) {
        text += " (written off)";
    }
    if (!side.actor.empty()) {
        text += ", " + side.actor;
    }
    if (side.at.ms > 0) {
        text += ", " + localTime(side.at, incident.timeZone.empty() ? "UTC" : incident.timeZone);
    }
    text += ": ";
    if (incident.kind == IncidentKind::QuotaOversold && side.order.isNil()) {
        return text + std::to_string(side.count) + " sold, " + std::to_string(side.granted) +
            " rights";
    }
    if (incident.kind == IncidentKind::ActAfterRevocation && side.fact.isNil()) {
        return text + "shut " + incident.subjectName + " out";
    }
    if (!side.code.empty()) {
        text += "order " + displayOrderCode(side.code) + " ";
    }
    for (const std::string& part : {side.place, side.type, side.act, side.text}) {
        text += part.empty() ? "" : part + " ";
    }
    if (side.money) {
        text += moneyText(*side.money) + " ";
    }
    if (incident.kind == IncidentKind::EditedTwice) {
        text += side.stands ? "(stands now) " : "";
    } else if (!side.stands) {
        text += "(void) ";
    }
    return text + (side.ticket.isNil() ? "" : "ticket " + side.ticket.text());
}

std::string incidentText(const Incident& incident)
{
    std::string text = std::string{kindText(incident.kind)} + ": " + shownSubject(incident) +
        "\nIncident " + incident.id.text() + (incident.isOpen ? "" : ", dealt with") + "\n";
    if (incident.money) {
        text += "Money: " + moneyText(*incident.money) + "\n";
    }
    std::size_t number = 0;
    for (const IncidentSide& side : incident.sides) {
        text += "  " + std::to_string(++number) + "  " + sideText(incident, side) + "\n";
    }
    for (const IncidentDone& act : incident.done) {
        text += "  " + std::string{incidentActName(act.act)} + " at " + act.counter +
            (act.actor.empty() ? "" : " by " + act.actor) +
            (act.reason.empty() ? "" : ": " + act.reason) + "\n";
    }
    return text;
}

Answer answerWith(const Incident& incident)
{
    return {line(Json{{"incident", incidentForm(incident)}}), incidentText(incident), {}};
}

/// The counter, and the incident that was meant.
struct Meant {
    Counter* counter = nullptr;
    IncidentId id;
};

Result<Meant> meant(Session& session, const std::string& text)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto id = incidentNamed(**counter, text);
    return id ? Result<Meant>{Meant{*counter, *id}} : id.error();
}

Result<Answer> shownAfter(const Meant& of, const Result<void>& done)
{
    if (!done) {
        return done.error();
    }
    const auto incident = incidentOf(*of.counter, of.id);
    return incident ? Result<Answer>{answerWith(*incident)} : incident.error();
}

Result<TicketId> ticketMeant(const std::string& text)
{
    const auto id = Uuid::fromText(text);
    return id ? Result<TicketId>{TicketId{*id}}
              : usageError("unknown_ticket",
                           "Name the ticket by its whole id; foyer-cli incidents show shows it.",
                           "--ticket");
}

/// The seat that was typed, or the nearest that is free.
Result<SeatNumber> seatMeant(Counter& counter, const Incident& incident, TicketId ticket,
                             const std::string& label)
{
    if (!label.empty()) {
        return seatNamed(counter, incident.performance, label);
    }
    const auto seats = comparableSeats(counter, ticket);
    if (!seats) {
        return seats.error();
    }
    return seats->empty()
        ? Result<SeatNumber>{refused("not_enough_seats",
                                     "There is no free seat of the same category here. Refund the "
                                     "ticket, or name a seat of another category.",
                                     "--seat")}
        : seats->front().seat;
}

} // namespace

Result<Answer> run(const IncidentsListCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto list =
        command.settled ? settledIncidents(**counter) : openIncidents(**counter, kEveryIncident);
    if (!list) {
        return list.error();
    }
    Json forms = Json::array();
    std::vector<std::vector<std::string>> lines;
    for (const Incident& incident : *list) {
        constexpr std::size_t kIdShown = 8;
        forms.push_back(incidentForm(incident));
        lines.push_back({incident.id.text().substr(0, kIdShown), kindText(incident.kind),
                         shownSubject(incident), incident.money ? moneyText(*incident.money) : ""});
    }
    const char* none = command.settled ? "No incident was dealt with yet.\n"
                                       : "No open incidents: every counter agrees.\n";
    return Answer{line(Json{{"incidents", forms}}), lines.empty() ? none : columns(lines), {}};
}

Result<Answer> run(const IncidentsShowCommand& command, Session& session)
{
    const auto of = meant(session, command.incident);
    return of ? shownAfter(*of, {}) : of.error();
}

Result<Answer> run(const IncidentsAcceptCommand& command, Session& session)
{
    const auto of = meant(session, command.incident);
    return of ? shownAfter(*of, acceptIncident(*of->counter, of->id, command.reason)) : of.error();
}

Result<Answer> run(const IncidentsChooseCommand& command, Session& session)
{
    const auto of = meant(session, command.incident);
    if (!of) {
        return of.error();
    }
    const auto incident = incidentOf(*of->counter, of->id);
    if (!incident) {
        return incident.error();
    }
    if (command.side < 1 || command.side > incident->sides.size()) {
        return usageError("unknown_side",
                          "This incident has sides 1 to " + std::to_string(incident->sides.size()) +
                              ".",
                          "--side");
    }
    return shownAfter(*of,
                      chooseSide(*of->counter, of->id, incident->sides[command.side - 1].fact,
                                 command.reason));
}

Result<Answer> run(const IncidentsReseatCommand& command, Session& session)
{
    const auto of = meant(session, command.incident);
    if (!of) {
        return of.error();
    }
    const auto incident = incidentOf(*of->counter, of->id);
    const auto ticket = ticketMeant(command.ticket);
    if (!incident || !ticket) {
        return incident ? ticket.error() : incident.error();
    }
    const auto seat = seatMeant(*of->counter, *incident, *ticket, command.seat);
    if (!seat) {
        return seat.error();
    }
    const ReseatRequest request{of->id, *ticket, *seat, command.reason};
    if (command.planOnly) {
        const auto plan = planReseat(*of->counter, request);
        return plan ? Result<Answer>{answerWithPlan(*plan)} : plan.error();
    }
    const auto order = reseat(*of->counter, request);
    return order ? answerWithOrder(*of->counter, *order, {}) : order.error();
}

Result<Answer> run(const IncidentsRefundCommand& command, Session& session)
{
    const auto of = meant(session, command.incident);
    if (!of) {
        return of.error();
    }
    const auto order = findOrder(*of->counter, command.order);
    if (!order) {
        return order.error();
    }
    IncidentRefund request{of->id, order->id, {}, command.reason, command.cardReference, {}};
    for (const std::string& text : command.tickets) {
        const auto ticket = ticketMeant(text);
        if (!ticket) {
            return ticket.error();
        }
        request.tickets.push_back(*ticket);
    }
    if (command.planOnly) {
        const auto plan = planIncidentRefund(*of->counter, request);
        return plan ? Result<Answer>{answerWithPlan(*plan)} : plan.error();
    }
    const auto refunded = refundIncident(*of->counter, request);
    return refunded ? answerWithOrder(*of->counter, *refunded, {}) : refunded.error();
}

} // namespace foyer::cli
