// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/json_forms.h"
#include "app/cli/run.h"
#include "app/cli/session.h"
#include "app/cli/text_forms.h"
#include "core/services/catalogue.h"
#include "core/services/counter.h"
#include "core/services/offline_stock.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace foyer::cli {
namespace {

Json stockForm(const EventStock& stock)
{
    return {{"event", stock.event},
            {"event_id", stock.keep.event.text()},
            {"rights", stock.keep.rights},
            {"seats", stock.keep.seats},
            {"next", stock.next.ms == 0 ? Json(nullptr) : Json(toRfc3339(stock.next))},
            {"seats_here", stock.seats},
            {"places_here", stock.places}};
}

/// The one that is meant: by its name, by its id, or by one of its performances.
Result<EventStock> stockNamed(Counter& counter, const std::string& text)
{
    const auto stocks = offlineStocks(counter);
    if (!stocks) {
        return stocks.error();
    }
    std::vector<const EventStock*> named;
    for (const EventStock& stock : *stocks) {
        if (stock.keep.event.text() == text) {
            return stock;
        }
        if (stock.event == text) {
            named.push_back(&stock);
        }
    }
    if (named.size() > 1) {
        Error error = refused("ambiguous_event",
                              "More than one event is called \"" + text +
                                  "\". Name it by its id instead, or by one of its performances.",
                              "event");
        for (const EventStock* stock : named) {
            error.facts.push_back(stock->keep.event.text());
        }
        return error;
    }
    if (!named.empty()) {
        return *named.front();
    }
    const auto performance = performanceNamed(counter, text);
    const auto offer = performance ? offerOf(counter, *performance)
                                   : Result<std::shared_ptr<const Offer>>{performance.error()};
    if (!offer) {
        return offer.error();
    }
    const auto found = std::ranges::find_if(*stocks, [&](const EventStock& stock) {
        return stock.keep.event == (*offer)->event.id;
    });
    return found != stocks->end()
        ? Result<EventStock>{*found}
        : refused("unknown_event", "There is no event \"" + text + "\".", "event");
}

} // namespace

Result<Answer> run(const StockListCommand&, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto stocks = offlineStocks(**counter);
    if (!stocks) {
        return stocks.error();
    }
    Json list = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (const EventStock& stock : *stocks) {
        list.push_back(stockForm(stock));
        cells.push_back({stock.event, std::to_string(stock.keep.rights) + " of each quota",
                         std::to_string(stock.keep.seats) + " seats",
                         stock.next.ms == 0 ? std::string{"over"}
                                            : "here now " + std::to_string(stock.seats) +
                                 " seats, " + std::to_string(stock.places) + " places"});
    }
    return Answer{line(Json{{"stock", list}}), columns(cells), {}};
}

Result<Answer> run(const StockSetCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    if (!command.rights && !command.seats) {
        return usageError("nothing_to_set", "Say how much: --rights, --seats or both.", "rights");
    }
    auto stock = stockNamed(**counter, command.event);
    if (!stock) {
        return std::move(stock).error();
    }
    stock->keep.rights = command.rights.value_or(stock->keep.rights);
    stock->keep.seats = command.seats.value_or(stock->keep.seats);
    if (auto set = setOfflineStock(**counter, stock->keep); !set) {
        return std::move(set).error();
    }
    return Answer{line(Json{{"stock", stockForm(*stock)}}),
                  "Each counter keeps " + std::to_string(stock->keep.rights) +
                      " tickets of each quota and " + std::to_string(stock->keep.seats) +
                      " seats of each performance of " + stock->event + ".\n",
                  {}};
}

} // namespace foyer::cli
