// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/plan_answer.h"

#include "app/cli/json_forms.h"
#include "app/cli/text_forms.h"

#include <nlohmann/json.hpp>

namespace foyer::cli {

Answer answerWithPlan(const AfterSalePlan& plan)
{
    Json tickets = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (const TicketChange& change : plan.tickets) {
        tickets.push_back({{"id", change.ticket.text()},
                           {"before", change.before},
                           {"after", change.after.empty() ? Json(nullptr) : Json(change.after)},
                           {"worth_before", toPlainText(change.worthBefore)},
                           {"worth_after", toPlainText(change.worthAfter)}});
        cells.push_back({"  " + change.before, "→",
                         change.after.empty() ? "not valid any more" : change.after,
                         toPlainText(change.worthBefore) + " → " + toPlainText(change.worthAfter)});
    }
    const Currency currency = plan.worthBefore.currency();
    Json parts = Json::array();
    std::string text = columns(cells);
    text += "  The order is worth " + moneyText(plan.worthAfter) + " then, not " +
        moneyText(plan.worthBefore) + ".\n";
    for (const RefundPart& part : plan.parts) {
        const Money handed{part.handed(), currency};
        parts.push_back({{"method", paymentMethodName(part.method)},
                         {"amount", toPlainText(handed)},
                         {"reference", part.reference}});
        text += "  Give back " + moneyText(handed) + " by " +
            std::string{paymentMethodName(part.method)} +
            (part.reference.empty() ? "" : " (" + part.reference + ")") + ".\n";
    }
    if (!plan.due.isZero()) {
        text += "  To be paid: " + moneyText(plan.due) + ".\n";
    }
    const Json object{{"plan",
                       {{"currency", std::string{currency.code()}},
                        {"tickets", tickets},
                        {"fees", toPlainText(plan.fees)},
                        {"worth_before", toPlainText(plan.worthBefore)},
                        {"worth_after", toPlainText(plan.worthAfter)},
                        {"due", toPlainText(plan.due)},
                        {"back", toPlainText(plan.back)},
                        {"parts", parts}}}};
    return {line(object), text, {}};
}

} // namespace foyer::cli
