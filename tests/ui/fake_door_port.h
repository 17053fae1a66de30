// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/door/door_port.h"

#include <map>
#include <string>
#include <vector>

namespace foyer::test {

/// A door in memory: knows the codes "T1" … "T9", lets each in once.
class FakeDoorPort final : public ui::DoorPort {
public:
    std::vector<std::string> asked;
    std::map<std::string, bool> inside; ///< by code
    std::string event = "Hamlet";

    static TicketId ticketOf(const std::string& code)
    {
        Uuid::Bytes bytes{};
        bytes[15] = static_cast<std::uint8_t>(code.back());
        return TicketId{Uuid{bytes}};
    }

    void setup(Then<ui::DoorSetup> then) override
    {
        PerformanceSummary summary;
        summary.id = PerformanceId{ticketOf("P").uuid};
        summary.event = event;
        summary.startsAt = {1'795'800'600'000};
        summary.timeZone = "Europe/Berlin";
        then(ui::DoorSetup{{"North", "South"}, {summary}});
    }
    void scan(const ui::DoorPost& post, const std::string& code, bool out,
              Then<ui::DoorAnswer> then) override
    {
        asked.push_back((out ? "out " : "in ") + code + " " + post.gate);
        then(answer(code, out, false));
    }
    void pass(const ui::DoorPost& post, TicketId ticket, bool out, const std::string& reason,
              Then<ui::DoorAnswer> then) override
    {
        const std::string code = std::string{"T"} + static_cast<char>(ticket.uuid.bytes()[15]);
        asked.push_back("pass " + code + " " + post.gate + " " + reason);
        then(answer(code, out, !reason.empty()));
    }
    void undo(TicketId ticket, const std::string& reason, Then<bool> then) override
    {
        const std::string code = std::string{"T"} + static_cast<char>(ticket.uuid.bytes()[15]);
        asked.push_back("undo " + code + " " + reason);
        inside.erase(code);
        then(true);
    }
    void numbers(PerformanceId, Then<ui::DoorNumbers> then) override
    {
        then(ui::DoorNumbers{static_cast<std::int64_t>(inside.size()),
                             static_cast<std::int64_t>(inside.size()),
                             9 - static_cast<std::int64_t>(inside.size())});
    }
    void guests(PerformanceId, const std::string& words,
                Then<std::vector<ui::DoorGuestRow>> then) override
    {
        std::vector<ui::DoorGuestRow> rows;
        if (words == "ana") {
            rows.push_back({ticketOf("T5"), "Ana Lima", "A7-22223-K", "Stalls F7", "Adult",
                            inside.contains("T5"), inside.contains("T5")});
        }
        then(rows);
    }

private:
    ui::DoorAnswer answer(const std::string& code, bool out, bool anyway)
    {
        using Colour = ui::DoorAnswer::Colour;
        if (code == "ELSEWHERE" || code == "TOMORROW") {
            ui::DoorAnswer said{.colour = Colour::Amber, .outcome = "wrong_gate"};
            said.rightGate = "South";
            if (code == "TOMORROW") {
                said = {.colour = Colour::Red, .outcome = "wrong_performance"};
                said.performance.emplace();
                said.performance->event = "Faust";
                said.performance->startsAt = {1'795'887'000'000};
                said.performance->timeZone = "Europe/Berlin";
            }
            return said;
        }
        if (code.size() != 2 || code[0] != 'T') {
            return {.colour = Colour::Red, .outcome = "malformed", .sentence = "Not a ticket."};
        }
        ui::DoorAnswer said{.colour = Colour::Green,
                            .outcome = out ? "checked_out" : "admitted",
                            .ticket = ticketOf(code),
                            .place = "Stalls F" + code.substr(1),
                            .typeName = "Adult"};
        if (!out && inside.contains(code) && !anyway) {
            said.colour = Colour::Red;
            said.outcome = "already_used";
            said.usedAt = Instant{1'795'797'000'000};
            said.usedGate = "North";
            return said;
        }
        inside[code] = !out;
        return said;
    }
};

} // namespace foyer::test
