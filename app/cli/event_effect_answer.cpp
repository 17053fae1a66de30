// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/event_answer.h"
#include "app/cli/text_forms.h"

#include <algorithm>

namespace foyer::cli {
namespace {

std::string nameOf(const EventDetails& event, CategoryId id)
{
    const auto found = std::ranges::find(event.categories, id, &PriceCategory::id);
    return found != event.categories.end() ? found->name : id.text();
}

std::string nameOf(const EventDetails& event, TicketTypeId id)
{
    const auto found = std::ranges::find(event.types, id, &TicketType::id);
    return found != event.types.end() ? found->name : id.text();
}

std::string limitName(const SaleLimit& limit)
{
    switch (limit.what) {
    case SaleLimit::What::Seats:
        return "seats of " + limit.name;
    case SaleLimit::What::Area:
        return "places of " + limit.name;
    case SaleLimit::What::Quota:
        break;
    }
    return "quota " + limit.name;
}

} // namespace

Json capacityForm(const ChangeEffect::Capacity& capacity)
{
    return {{"before", capacity.before},       {"after", capacity.after},
            {"sold", capacity.sold},           {"returned_here", capacity.here},
            {"elsewhere", capacity.elsewhere}, {"beyond", capacity.beyond}};
}

Json effectForm(const ChangeEffect& effect)
{
    Json form{{"dates", effect.dates},
              {"tickets", effect.tickets},
              {"admitted", effect.admitted},
              {"orders", effect.orders},
              {"customers", effect.customers},
              {"with_mail", effect.withMail},
              {"without_customer", effect.unnamed},
              {"held", effect.held},
              {"worth", toPlainText(effect.worth)},
              {"currency", std::string{effect.worth.currency().code()}}};
    if (effect.capacity) {
        form["capacity"] = capacityForm(*effect.capacity);
    }
    return form;
}

Answer effectAnswer(const ChangeEffect& effect, const std::string& did, bool isDryRun)
{
    std::string text = isDryRun ? "Nothing was changed. It would concern:\n" : did + "\n";
    text += "  " + std::to_string(effect.tickets) + " tickets in " + std::to_string(effect.orders) +
        " orders, worth " + moneyText(effect.worth) + "\n  " + std::to_string(effect.customers) +
        " known customers, " + std::to_string(effect.withMail) + " of them with a mail address\n";
    if (effect.held > 0) {
        text += "  " + std::to_string(effect.held) + " places held or reserved\n";
    }
    if (effect.capacity) {
        const ChangeEffect::Capacity& capacity = *effect.capacity;
        text += "  " + std::to_string(capacity.sold) + " of " + std::to_string(capacity.after) +
            " tickets sold; " + std::to_string(capacity.here) + " come back from here, " +
            std::to_string(capacity.elsewhere) +
            " stay with other counters until they return them\n";
        if (capacity.beyond > 0) {
            text += "  " + std::to_string(capacity.beyond) + " are sold beyond that already\n";
        }
    }
    return {line(Json{{"effect", effectForm(effect)}, {"dry_run", isDryRun}}), text, {}};
}

Json limitsForm(const EventDetails& event, const std::vector<LimitedCell>& cells)
{
    Json list = Json::array();
    for (const LimitedCell& cell : cells) {
        Json limits = Json::array();
        for (const SaleLimit& limit : cell.limits) {
            const char* what = limit.what == SaleLimit::What::Quota ? "quota"
                : limit.what == SaleLimit::What::Seats              ? "seats"
                                                                    : "area";
            limits.push_back(
                {{"what", what}, {"name", limit.name}, {"of", limit.of}, {"left", limit.left}});
        }
        list.push_back({{"type", nameOf(event, cell.type)},
                        {"category", nameOf(event, cell.category)},
                        {"left", cell.left},
                        {"limits", limits}});
    }
    return list;
}

std::string limitsText(const EventDetails& event, const std::vector<LimitedCell>& cells)
{
    std::vector<std::vector<std::string>> lines;
    for (const LimitedCell& cell : cells) {
        lines.push_back({nameOf(event, cell.type), nameOf(event, cell.category),
                         std::to_string(cell.left) + " left",
                         cell.limits.empty() ? "no limit" : limitName(cell.limits.front())});
    }
    return lines.empty() ? "Nothing is sold for this date.\n" : columns(lines);
}

} // namespace foyer::cli
