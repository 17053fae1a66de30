// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/deal_words.h"
#include "app/cli/event_answer.h"
#include "app/cli/event_words.h"
#include "app/cli/run.h"
#include "app/cli/session.h"
#include "core/services/event_prices.h"

namespace foyer::cli {
namespace {

/// Opens the counter and finds the event, for all that is done to a part of one.
struct EventAtHand {
    Counter* counter;
    EventDetails event;
};
Result<EventAtHand> atHand(Session& session, const std::string& name)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    auto event = eventTyped(**counter, name);
    if (!event) {
        return std::move(event).error();
    }
    return EventAtHand{*counter, *std::move(event)};
}

/// The event as it is now, after something of it was changed.
Result<Answer> changedEvent(Counter& counter, EventId id, const std::string& did)
{
    const auto event = eventDetails(counter, id);
    if (!event) {
        return event.error();
    }
    return Answer{line(Json{{"event", eventForm(*event)}}), did + gridText(*event, nullptr), {}};
}

template <typename T>
Result<Answer> changedEvent(Counter& counter, EventId id, const Result<T>& done,
                            const std::string& did)
{
    return done ? changedEvent(counter, id, did) : Result<Answer>{done.error()};
}

Result<TypeChange> typeChangeTyped(Counter& counter, const EventDetails& event,
                                   const EventTypeCommand& command)
{
    TypeChange change{.name = command.isNew ? std::optional{command.name} : command.newName,
                      .rank = command.rank,
                      .tax = {},
                      .orderMax = command.orderMax,
                      .onSaleFrom = {},
                      .onSaleUntil = {},
                      .isOff = offTyped(command.off, command.on)};
    if (command.tax) {
        const auto tax = taxTyped(counter, *command.tax);
        if (!tax) {
            return tax.error();
        }
        change.tax = *tax;
    }
    const std::string zone = zoneOf(event);
    const auto from = timeChanged(command.onSaleFrom, zone, "--on-sale-from");
    const auto until = timeChanged(command.onSaleUntil, zone, "--on-sale-until");
    if (!from || !until) {
        return from ? until.error() : from.error();
    }
    change.onSaleFrom = *from;
    change.onSaleUntil = *until;
    return change;
}

/// Reads "Adult@Stalls=25.00".
Result<PriceCell> cellTyped(const EventDetails& event, const std::string& typed)
{
    const std::size_t at = typed.find('@');
    const std::size_t equals = typed.rfind('=');
    if (at == std::string::npos || equals == std::string::npos || equals < at) {
        return usageError("bad_price_option",
                          "Write type, category and price: Adult@Stalls=25.00, or =none.",
                          "PRICES");
    }
    const auto type = typeTyped(event, typed.substr(0, at));
    if (!type) {
        return type.error();
    }
    const auto category = categoryTyped(event, typed.substr(at + 1, equals - at - 1));
    if (!category) {
        return category.error();
    }
    PriceCell cell{.type = *type, .category = *category};
    const std::string price = typed.substr(equals + 1);
    if (price != "none") {
        const auto minor = amountTyped(price, event.currency, "PRICES");
        if (!minor) {
            return minor.error();
        }
        cell.minor = *minor;
    }
    return cell;
}

Result<std::vector<PriceCell>> cellsTyped(Counter& counter, const EventDetails& event,
                                          const EventPriceCommand& command)
{
    std::optional<PerformanceId> date;
    std::string zone = zoneOf(event);
    if (!command.date.empty()) {
        const auto named = dateNamed(counter, event, command.date);
        if (!named) {
            return named.error();
        }
        date = *named;
        zone = event.date(*date)->performance.timeZone;
    }
    std::optional<Instant> until;
    if (!command.until.empty()) {
        const auto time = timeTyped(command.until, zone, "--until");
        if (!time) {
            return time.error();
        }
        until = *time;
    }
    std::vector<PriceCell> cells;
    for (const std::string& typed : command.cells) {
        auto cell = cellTyped(event, typed);
        if (!cell) {
            return std::move(cell).error();
        }
        cell->date = date;
        cell->until = until;
        cells.push_back(*cell);
    }
    return cells;
}

/// Whom new prices concern: those who have bought at the old ones.
Result<Answer> priceEffect(Counter& counter, EventId event, const std::vector<PriceCell>& cells)
{
    Json list = Json::array();
    std::string text = "Nothing was changed. Sold already, at the prices of then:\n";
    for (const PriceCell& cell : cells) {
        const auto effect = changeEffect(
            counter,
            {.event = event, .date = cell.date, .type = cell.type, .category = cell.category});
        if (!effect) {
            return effect.error();
        }
        list.push_back(effectForm(*effect));
        text += "  " + std::to_string(effect->tickets) + " tickets, " +
            std::to_string(effect->customers) + " known customers\n";
    }
    return Answer{line(Json{{"effects", list}, {"dry_run", true}}), text, {}};
}

Result<FeeChange> feeChangeTyped(Counter& counter, const EventDetails& event,
                                 const EventFeeCommand& command)
{
    FeeChange change{.name = command.isNew ? std::optional{command.name} : command.newName,
                     .per = {},
                     .amount = {},
                     .milliPercent = {},
                     .tax = {},
                     .isOff = offTyped(command.off, command.on)};
    if (!command.per.empty()) {
        change.per = command.per == "ticket" ? Fee::Per::Ticket : Fee::Per::Order;
    }
    if (command.amount) {
        const auto minor = amountTyped(*command.amount, event.currency, "--amount");
        if (!minor) {
            return minor.error();
        }
        change.amount = *minor;
    }
    if (command.percent) {
        const auto share = readPercent(*command.percent, "--percent");
        if (!share) {
            return share.error();
        }
        change.milliPercent = *share;
    }
    if (command.tax) {
        const auto tax = taxTyped(counter, *command.tax);
        if (!tax) {
            return tax.error();
        }
        change.tax = *tax;
    }
    return change;
}

} // namespace

Result<Answer> run(const EventCategoryCommand& command, Session& session)
{
    const auto hand = atHand(session, command.event);
    if (!hand) {
        return hand.error();
    }
    const EventId event = hand->event.event.id;
    CategoryChange change{.name = command.isNew ? std::optional{command.name} : command.newName,
                          .rank = command.rank,
                          .isOff = offTyped(command.off, command.on)};
    if (command.isNew) {
        return changedEvent(*hand->counter, event, addCategory(*hand->counter, event, change),
                            "Added.\n");
    }
    const auto category = categoryTyped(hand->event, command.name);
    if (!category) {
        return category.error();
    }
    return changedEvent(*hand->counter, event, editCategory(*hand->counter, *category, change),
                        "Changed.\n");
}

Result<Answer> run(const EventTypeCommand& command, Session& session)
{
    const auto hand = atHand(session, command.event);
    if (!hand) {
        return hand.error();
    }
    const EventId event = hand->event.event.id;
    const auto change = typeChangeTyped(*hand->counter, hand->event, command);
    if (!change) {
        return change.error();
    }
    if (command.isNew) {
        return changedEvent(*hand->counter, event, addType(*hand->counter, event, *change),
                            "Added.\n");
    }
    const auto type = typeTyped(hand->event, command.name);
    if (!type) {
        return type.error();
    }
    if (command.dryRun) {
        const auto effect =
            changeEffect(*hand->counter, {.event = event, .date = {}, .type = *type});
        return effect ? Result<Answer>{effectAnswer(*effect, "", true)}
                      : Result<Answer>{effect.error()};
    }
    return changedEvent(*hand->counter, event, editType(*hand->counter, *type, *change),
                        "Changed.\n");
}

Result<Answer> run(const EventPriceCommand& command, Session& session)
{
    const auto hand = atHand(session, command.event);
    if (!hand) {
        return hand.error();
    }
    const EventId event = hand->event.event.id;
    const auto cells = cellsTyped(*hand->counter, hand->event, command);
    if (!cells) {
        return cells.error();
    }
    if (command.dryRun) {
        return priceEffect(*hand->counter, event, *cells);
    }
    if (!cells->empty()) {
        return changedEvent(*hand->counter, event, setPrices(*hand->counter, event, *cells),
                            "Set.\n");
    }
    const EventDate* shown = nullptr;
    if (!command.date.empty()) {
        const auto date = dateNamed(*hand->counter, hand->event, command.date);
        if (!date) {
            return date.error();
        }
        shown = hand->event.date(*date);
    }
    return Answer{line(Json{{"event", eventForm(hand->event)}}), gridText(hand->event, shown), {}};
}

Result<Answer> run(const EventFeeCommand& command, Session& session)
{
    const auto hand = atHand(session, command.event);
    if (!hand) {
        return hand.error();
    }
    const EventId event = hand->event.event.id;
    const auto change = feeChangeTyped(*hand->counter, hand->event, command);
    if (!change) {
        return change.error();
    }
    if (command.isNew) {
        return changedEvent(*hand->counter, event, addFee(*hand->counter, event, *change),
                            "Added.\n");
    }
    const auto fee = feeTyped(hand->event, command.name);
    if (!fee) {
        return fee.error();
    }
    return changedEvent(*hand->counter, event, editFee(*hand->counter, *fee, *change),
                        "Changed.\n");
}

} // namespace foyer::cli
