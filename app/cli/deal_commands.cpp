// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/deal_words.h"
#include "app/cli/json_forms.h"
#include "app/cli/run.h"
#include "app/cli/sale_words.h"
#include "app/cli/session.h"
#include "app/cli/text_forms.h"
#include "core/calendar/local_instant.h"
#include "core/services/cash_rounding.h"
#include "core/services/catalogue.h"
#include "core/services/counter.h"
#include "core/services/deals.h"
#include "core/services/offer_cache.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace foyer::cli {
namespace {

/// An offer of the event that is meant.
Result<std::shared_ptr<const Offer>> offerOfEvent(Counter& counter, const std::string& text)
{
    const auto performance = performanceNamed(counter, text);
    return performance ? offerOf(counter, *performance)
                       : Result<std::shared_ptr<const Offer>>{performance.error()};
}

Result<TicketTypeId> typeNamed(const Offer& offer, const std::string& name)
{
    const auto found = std::ranges::find(offer.types, name, &TicketType::name);
    if (found == offer.types.end()) {
        return refused("unknown_type", offer.event.name + " has no ticket type " + name + ".",
                       "types");
    }
    return found->id;
}

/// "2026-11-28 18:00" as the clocks of the house show it.
Result<std::optional<Instant>> houseTime(Counter& counter, const std::string& text, Instant now,
                                         const char* option)
{
    if (text.empty()) {
        return std::optional<Instant>{};
    }
    const auto space = text.find(' ');
    const auto& house = counter.offers().organizer();
    const auto local = space == std::string::npos
        ? Result<LocalInstant>{badInput("bad_time", "")}
        : localInstant(text.substr(0, space), text.substr(space + 1),
                       house ? house->timeZone : "UTC", now);
    if (!local) {
        return usageError("bad_time",
                          "\"" + text + "\" is not a time. Write date and time: 2026-11-28 18:00.",
                          option);
    }
    return std::optional{local->instant};
}

std::string cutText(const PriceCut& cut, Currency currency)
{
    switch (cut.kind) {
    case PriceCut::Kind::Percent:
        return "-" + toPlainText(Money{cut.value, *Currency::fromCode("KWD")}) + " %";
    case PriceCut::Kind::Amount:
        return "-" + toPlainText(Money{cut.value, currency});
    case PriceCut::Kind::FixedPrice:
        break;
    }
    return toPlainText(Money{cut.value, currency});
}

Json cutForm(const PriceCut& cut, Currency currency)
{
    const bool isShare = cut.kind == PriceCut::Kind::Percent;
    return {{"kind", std::string{priceCutName(cut.kind)}},
            {"value",
             toPlainText(Money{cut.value, isShare ? *Currency::fromCode("KWD") : currency})}};
}

Json promoForm(const PromoCode& code, Currency house)
{
    return {{"id", code.id.text()},
            {"code", code.code},
            {"cut", cutForm(code.cut, code.currency.value_or(house))},
            {"uses", code.uses},
            {"uses_per_counter", code.usesPerCounter},
            {"from", code.from ? Json(toRfc3339(*code.from)) : Json(nullptr)},
            {"until", code.until ? Json(toRfc3339(*code.until)) : Json(nullptr)},
            {"off", code.isOff}};
}

Json bundleForm(const Bundle& bundle, Currency currency)
{
    const bool isGroup = bundle.kind == Bundle::Kind::FromCount;
    Json form{{"id", bundle.id.text()},
              {"name", bundle.name},
              {"kind", isGroup ? "group" : "together"},
              {"off", bundle.isOff}};
    if (isGroup) {
        form["cut"] = cutForm(bundle.cut, currency);
    } else {
        form["price"] = toPlainText(Money{bundle.price, currency});
    }
    return form;
}

/// The event of a code and which of its types.
Result<void> addScope(Counter& counter, const PromoSetCommand& command, PromoCode& code)
{
    if (command.event.empty()) {
        return command.types.empty()
            ? Result<void>{}
            : usageError("event_needed", "Say of which --event the types are.", "--event");
    }
    const auto offer = offerOfEvent(counter, command.event);
    if (!offer) {
        return offer.error();
    }
    code.event = (*offer)->event.id;
    code.currency = (*offer)->organizer.currency;
    for (const std::string& name : listed(command.types)) {
        const auto type = typeNamed(**offer, name);
        if (!type) {
            return type.error();
        }
        code.types.insert(*type);
    }
    return {};
}

Result<void> addParts(const Offer& offer, const BundleSetCommand& command, Bundle& bundle)
{
    const auto wishes = readTicketWishes({command.tickets});
    if (!wishes) {
        return wishes.error();
    }
    for (const TicketWish& wish : *wishes) {
        const auto type = typeNamed(offer, wish.type);
        if (!type) {
            return type.error();
        }
        bundle.parts[*type] += static_cast<std::int64_t>(wish.count);
    }
    for (const std::string& name : listed(command.categories)) {
        const auto found = std::ranges::find(offer.categories, name, &PriceCategory::name);
        if (found == offer.categories.end()) {
            return refused("unknown_category", offer.event.name + " has no category " + name + ".",
                           "categories");
        }
        bundle.categories.insert(found->id);
    }
    return {};
}

} // namespace

Result<Answer> run(const PromoListCommand&, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto codes = promoCodes(**counter);
    if (!codes) {
        return codes.error();
    }
    const Currency house = houseCurrency(**counter);
    Json list = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (const PromoCodeUse& each : *codes) {
        Json form = promoForm(each.code, house);
        form["used"] = each.used;
        form["used_here"] = each.usedHere;
        list.push_back(std::move(form));
        const std::string limit = each.code.uses > 0 ? " of " + std::to_string(each.code.uses) : "";
        cells.push_back({each.code.code, cutText(each.code.cut, each.code.currency.value_or(house)),
                         std::to_string(each.used) + limit + " used",
                         each.code.isOff ? "off" : ""});
    }
    return Answer{line(Json{{"promo_codes", list}}),
                  cells.empty() ? "There are no promo codes.\n" : columns(cells),
                  {}};
}

Result<Answer> run(const PromoSetCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const Currency house = houseCurrency(**counter);
    PromoCode code{.code = command.code, .currency = house};
    if (auto scope = addScope(**counter, command, code); !scope) {
        return std::move(scope).error();
    }
    const auto cut = readCut(command.cut, *code.currency);
    if (!cut) {
        return cut.error();
    }
    const Instant now = session.clock().now();
    const auto from = houseTime(**counter, command.from, now, "--from");
    const auto until = houseTime(**counter, command.until, now, "--until");
    if (!from || !until) {
        return from ? until.error() : from.error();
    }
    code.cut = *cut;
    code.uses = command.uses;
    code.usesPerCounter = command.usesPerCounter;
    code.from = *from;
    code.until = *until;
    code.isOff = command.off;
    const auto set = setPromoCode(**counter, code);
    if (!set) {
        return set.error();
    }
    return Answer{line(Json{{"promo_code", promoForm(*set, house)}}),
                  "Code " + set->code + ": " + cutText(set->cut, *set->currency) + "\n",
                  {}};
}

Result<Answer> run(const BundleListCommand&, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto known = bundles(**counter);
    if (!known) {
        return known.error();
    }
    const Currency house = houseCurrency(**counter);
    Json list = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (const Bundle& bundle : *known) {
        list.push_back(bundleForm(bundle, house));
        const bool isGroup = bundle.kind == Bundle::Kind::FromCount;
        cells.push_back(
            {bundle.name, isGroup ? "group" : "together",
             isGroup ? cutText(bundle.cut, house) : toPlainText(Money{bundle.price, house}),
             bundle.isOff ? "off" : ""});
    }
    return Answer{line(Json{{"bundles", list}}),
                  cells.empty() ? "There are no bundles.\n" : columns(cells),
                  {}};
}

Result<Answer> run(const BundleSetCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto offer = offerOfEvent(**counter, command.event);
    if (!offer) {
        return offer.error();
    }
    const Currency currency = (*offer)->organizer.currency;
    Bundle bundle{.event = (*offer)->event.id, .name = command.name, .isOff = command.off};
    if (auto parts = addParts(**offer, command, bundle); !parts) {
        return std::move(parts).error();
    }
    if (command.together.empty()) {
        const auto cut = readCut(command.cut, currency);
        if (!cut) {
            return cut.error();
        }
        bundle.kind = Bundle::Kind::FromCount;
        bundle.cut = *cut;
    } else {
        const auto price = parseMoney(command.together, currency);
        if (!price) {
            return price.error();
        }
        bundle.price = price->minor();
    }
    const auto set = setBundle(**counter, bundle);
    if (!set) {
        return set.error();
    }
    return Answer{line(Json{{"bundle", bundleForm(*set, currency)}}),
                  "Bundle " + set->name + " is set.\n",
                  {}};
}

Result<Answer> run(const EventCurrencyCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto currency =
        command.currency == "house" ? std::nullopt : Currency::fromCode(command.currency);
    if (!currency && command.currency != "house") {
        return usageError("bad_currency", "Write a currency such as CHF, or house.", "CURRENCY");
    }
    const auto offer = offerOfEvent(**counter, command.event);
    if (!offer) {
        return offer.error();
    }
    if (auto set = setEventCurrency(**counter, (*offer)->event.id, currency); !set) {
        return std::move(set).error();
    }
    const std::string now{currency.value_or(houseCurrency(**counter)).code()};
    return Answer{line(Json{{"event", (*offer)->event.name}, {"currency", now}}),
                  (*offer)->event.name + " is sold in " + now + ".\n",
                  {}};
}

Result<Answer> run(const DonationTaxCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    TaxId tax;
    if (command.tax != "none") {
        const auto known = taxNamed(**counter, command.tax);
        if (!known) {
            return known.error();
        }
        tax = *known;
    }
    if (auto set = setDonationTax(**counter, tax); !set) {
        return std::move(set).error();
    }
    return Answer{line(Json{{"donation_tax", command.tax}}),
                  "Donations: tax " + command.tax + ".\n",
                  {}};
}

} // namespace foyer::cli
