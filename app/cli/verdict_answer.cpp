// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/verdict_answer.h"

#include "app/cli/json_forms.h"

#include <nlohmann/json.hpp>

namespace foyer::cli {
namespace {

/// What a scan comes to, in the words that gates use.
std::string resultOf(const ScanVerdict& verdict)
{
    if (verdict.colour == ScanVerdict::Colour::Green) {
        return "valid"; // to come in, or to go out
    }
    return verdict.outcome == "void" || verdict.outcome == "already_used" ? verdict.outcome
                                                                          : "invalid";
}

std::string colourName(ScanVerdict::Colour colour)
{
    switch (colour) {
    case ScanVerdict::Colour::Green:
        return "green";
    case ScanVerdict::Colour::Amber:
        return "amber";
    case ScanVerdict::Colour::Red:
        break;
    }
    return "red";
}

} // namespace

Answer answerWithVerdict(const ScanVerdict& verdict)
{
    const std::string result = resultOf(verdict);
    Json form{{"result", result},
              {"outcome", verdict.outcome},
              {"colour", colourName(verdict.colour)},
              {"reason", verdict.sentence},
              {"ticket", nullptr}};
    if (verdict.ticket) {
        form["ticket"] = ticketForm(*verdict.ticket);
    }
    if (verdict.usedAt) {
        form["used_at"] = toRfc3339(*verdict.usedAt);
        form["used_gate"] = verdict.usedGate;
    }
    Answer answer;
    Json object;
    if (result == "valid") {
        answer.text = "Valid. " + verdict.sentence + "\n";
    } else {
        answer.complaint = refused(verdict.outcome, verdict.sentence, "code");
        object["error"] = errorForm(*answer.complaint);
    }
    object["scan"] = std::move(form);
    answer.json = line(object);
    return answer;
}

} // namespace foyer::cli
