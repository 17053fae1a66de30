// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/json_forms.h"
#include "app/cli/run.h"
#include "app/cli/sale_words.h"
#include "app/cli/session.h"
#include "app/cli/text_forms.h"
#include "app/cli/verdict_answer.h"
#include "core/domain/sales/order_code.h"
#include "core/services/catalogue.h"
#include "core/services/counter.h"
#include "core/services/gate.h"
#include "core/services/gates.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace foyer::cli {
namespace {

std::string listText(const std::vector<std::string>& names)
{
    std::string text;
    for (const std::string& name : names) {
        text += (text.empty() ? "" : ",") + name;
    }
    return text.empty() ? "all" : text;
}

Json minutesForm(const std::optional<std::int64_t>& minutes)
{
    return minutes ? Json(*minutes) : Json(nullptr);
}

std::optional<PerformanceId> performanceMeant(Counter& counter, const std::string& text)
{
    const auto named = performanceNamed(counter, text);
    return named ? std::optional{*named} : std::nullopt;
}

Result<TicketId> ticketMeant(const std::string& text)
{
    const auto id = Uuid::fromText(text);
    if (!id) {
        return usageError("unknown_ticket",
                          "Name the ticket by its whole id; foyer-cli door find shows it.",
                          "--ticket");
    }
    return TicketId{*id};
}

} // namespace

Result<Answer> run(const GateListCommand&, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto known = gates(**counter);
    if (!known) {
        return known.error();
    }
    Json list = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (const Gate& gate : *known) {
        list.push_back({{"id", gate.id.text()},
                        {"name", gate.name},
                        {"types", gate.types},
                        {"categories", gate.categories},
                        {"opens_before", minutesForm(gate.opensBefore)},
                        {"closes_after", minutesForm(gate.closesAfter)},
                        {"reentry", gate.reentry}});
        cells.push_back({gate.name, "types " + listText(gate.types),
                         "categories " + listText(gate.categories),
                         gate.reentry ? "with re-entry" : ""});
    }
    return Answer{line(Json{{"gates", list}}),
                  cells.empty() ? "No gate is described; every gate lets every valid ticket in.\n"
                                : columns(cells),
                  {}};
}

Result<Answer> run(const GateSetCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    Gate gate = gateNamed(**counter, command.name);
    gate.name = command.name;
    gate.types = listed(command.types);
    gate.categories = listed(command.categories);
    gate.opensBefore = command.opensBefore;
    gate.closesAfter = command.closesAfter;
    gate.reentry = command.reentry;
    gate.closed = command.remove;
    const auto id = setGate(**counter, gate);
    if (!id) {
        return id.error();
    }
    return Answer{line(Json{{"gate", {{"id", id->text()}, {"name", gate.name}}}}),
                  command.remove ? "Removed.\n" : "Kept.\n",
                  {}};
}

Result<Answer> run(const DoorCountsCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto performance = performanceNamed(**counter, command.performance);
    if (!performance) {
        return performance.error();
    }
    const auto counts = doorCounts(**counter, *performance);
    if (!counts) {
        return counts.error();
    }
    return Answer{line(Json{{"door",
                             {{"valid", counts->valid},
                              {"admitted", counts->admitted},
                              {"inside", counts->inside},
                              {"expected", counts->expected()}}}}),
                  "In " + std::to_string(counts->admitted) + ", inside " +
                      std::to_string(counts->inside) + ", expected " +
                      std::to_string(counts->expected()) + ".\n",
                  {}};
}

Result<Answer> run(const DoorFindCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto performance = performanceNamed(**counter, command.performance);
    if (!performance) {
        return performance.error();
    }
    const auto guests = findGuests(**counter, *performance, command.search);
    if (!guests) {
        return guests.error();
    }
    Json list = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (const DoorGuest& guest : *guests) {
        const char* state = !guest.door ? "expected" : guest.door->inside ? "inside" : "out";
        list.push_back({{"ticket", guest.ticket.id.text()},
                        {"name", guest.name},
                        {"order", displayOrderCode(guest.orderCode)},
                        {"place", guest.ticket.seatLabel},
                        {"state", state}});
        cells.push_back({guest.ticket.id.text(), guest.name, displayOrderCode(guest.orderCode),
                         guest.ticket.seatLabel, state});
    }
    return Answer{line(Json{{"guests", list}}),
                  cells.empty() ? "Nobody was found.\n" : columns(cells),
                  {}};
}

Result<Answer> run(const DoorPassCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto ticket = ticketMeant(command.ticket);
    if (!ticket) {
        return ticket.error();
    }
    const HandAct act{*ticket, command.gate,
                      command.performance.empty()
                          ? std::nullopt
                          : performanceMeant(**counter, command.performance),
                      command.anyway};
    const auto verdict =
        command.isOut ? checkOutByHand(**counter, act) : admitByHand(**counter, act);
    return verdict ? Result<Answer>{answerWithVerdict(*verdict)} : verdict.error();
}

Result<Answer> run(const DoorUndoCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto ticket = ticketMeant(command.ticket);
    if (!ticket) {
        return ticket.error();
    }
    if (auto undone = undoAdmission(**counter, *ticket, command.reason); !undone) {
        return std::move(undone).error();
    }
    return Answer{line(Json{{"undone", ticket->text()}}), "Undone.\n", {}};
}

} // namespace foyer::cli
