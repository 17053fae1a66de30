// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/pricing/price_cuts.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <tuple>

namespace foyer {
namespace {

constexpr std::size_t kWaysMax = 2'000; // to combine bundles that are all tried

CutTicket cutByHand(const HandReduction& hand, std::int64_t list)
{
    if (hand.kind == HandReduction::Kind::Complimentary) {
        return {0, {Reduction::Kind::Complimentary, 0, hand.reason, {}}};
    }
    const PriceCut cut{hand.kind == HandReduction::Kind::Percent ? PriceCut::Kind::Percent
                                                                 : PriceCut::Kind::Amount,
                       hand.value};
    return {cutPrice(cut, list), {Reduction::Kind::Discount, 0, hand.reason, {}}};
}

/// Prices a cart in one way after another.
class Pricing {
public:
    Pricing(std::span<const ListedTicket> tickets, const PromoTerms* promo)
        : m_tickets{tickets}, m_promo{promo}, m_used(tickets.size(), false)
    {
        for (const ListedTicket& ticket : tickets) {
            m_hasBundles = m_hasBundles || !ticket.offer->bundles.empty();
        }
    }

    std::vector<CutTicket> best();

private:
    /// A bundle that may go together for one performance.
    struct Choice {
        PerformanceId performance;
        const Bundle* bundle;
    };
    struct Set {
        const Bundle* bundle;
        std::vector<std::size_t> tickets;
    };

    std::optional<std::int64_t> promoPrice(std::size_t ticket) const;
    void sortDearestFirst();
    void findChoices();
    std::optional<Set> take(const Choice& choice) const;
    void mark(const Set& set, bool isUsed);
    std::size_t timesPossible(const Choice& choice);
    bool isFewWays();
    void tryFrom(std::size_t choice);
    void tryLargestFirst();
    void spread(const Set& set, std::vector<CutTicket>& prices) const;
    void applyGroups(std::vector<CutTicket>& prices) const;
    void applyPromo(std::vector<CutTicket>& prices) const;
    void keepIfBetter();

    std::span<const ListedTicket> m_tickets;
    const PromoTerms* m_promo;
    std::vector<bool> m_used; ///< by a set of this way
    bool m_hasBundles = false;
    std::vector<std::size_t> m_dearest;
    std::vector<Choice> m_choices;
    std::vector<Set> m_sets;
    std::vector<CutTicket> m_best;
    std::int64_t m_bestSum = 0;
};

std::optional<std::int64_t> Pricing::promoPrice(std::size_t ticket) const
{
    if (m_promo == nullptr || m_tickets[ticket].item->reduction ||
        !promoCovers(m_promo->code, m_tickets[ticket])) {
        return std::nullopt;
    }
    return cutPrice(m_promo->code.cut, m_tickets[ticket].list);
}

/// Dearest by what it costs alone: a set costs the same whichever tickets it takes.
void Pricing::sortDearestFirst()
{
    m_dearest.resize(m_tickets.size());
    std::iota(m_dearest.begin(), m_dearest.end(), std::size_t{0});
    std::ranges::sort(m_dearest, [this](std::size_t a, std::size_t b) {
        const auto keyOf = [this](std::size_t ticket) {
            const ListedTicket& listed = m_tickets[ticket];
            return std::tuple{-promoPrice(ticket).value_or(listed.list),
                              -listed.list,
                              listed.item->performance,
                              listed.item->type,
                              listed.item->category,
                              listed.item->seat,
                              ticket};
        };
        return keyOf(a) < keyOf(b);
    });
}

void Pricing::findChoices()
{
    std::set<std::pair<PerformanceId, BundleId>> known;
    for (const std::size_t ticket : m_dearest) {
        const ListedTicket& listed = m_tickets[ticket];
        for (const Bundle& bundle : listed.offer->bundles) {
            if (!bundle.isOff && bundle.kind == Bundle::Kind::Together && !bundle.parts.empty() &&
                known.emplace(listed.item->performance, bundle.id).second) {
                m_choices.push_back({listed.item->performance, &bundle});
            }
        }
    }
    std::ranges::sort(m_choices, {}, [](const Choice& choice) {
        return std::pair{choice.performance, choice.bundle->id};
    });
}

/// The tickets that would go together now; nothing where some are missing or nothing is saved.
std::optional<Pricing::Set> Pricing::take(const Choice& choice) const
{
    Set set{choice.bundle, {}};
    std::map<TicketTypeId, std::int64_t> missing = choice.bundle->parts;
    std::int64_t list = 0;
    for (const std::size_t ticket : m_dearest) {
        const CartItem& item = *m_tickets[ticket].item;
        const auto part = missing.find(item.type);
        const auto& categories = choice.bundle->categories;
        if (m_used[ticket] || item.reduction || item.performance != choice.performance ||
            part == missing.end() || part->second == 0 ||
            (!categories.empty() && !categories.contains(item.category))) {
            continue;
        }
        --part->second;
        set.tickets.push_back(ticket);
        list += m_tickets[ticket].list;
    }
    const bool isWhole =
        std::ranges::all_of(missing, [](const auto& part) { return part.second == 0; });
    return isWhole && choice.bundle->price < list ? std::optional{std::move(set)} : std::nullopt;
}

void Pricing::mark(const Set& set, bool isUsed)
{
    for (const std::size_t ticket : set.tickets) {
        m_used[ticket] = isUsed;
    }
}

std::size_t Pricing::timesPossible(const Choice& choice)
{
    std::vector<Set> taken;
    while (auto set = take(choice)) {
        mark(*set, true);
        taken.push_back(*std::move(set));
    }
    for (const Set& set : taken) {
        mark(set, false);
    }
    return taken.size();
}

bool Pricing::isFewWays()
{
    std::size_t ways = 1;
    for (const Choice& choice : m_choices) {
        ways *= timesPossible(choice) + 1;
        if (ways > kWaysMax) {
            return false;
        }
    }
    return true;
}

void Pricing::tryFrom(std::size_t choice)
{
    if (choice == m_choices.size()) {
        keepIfBetter();
        return;
    }
    tryFrom(choice + 1);
    if (auto set = take(m_choices[choice])) {
        mark(*set, true);
        m_sets.push_back(*set);
        tryFrom(choice);
        m_sets.pop_back();
        mark(*set, false);
    }
}

void Pricing::tryLargestFirst()
{
    keepIfBetter();
    for (;;) {
        std::optional<Set> largest;
        std::int64_t most = 0;
        for (const Choice& choice : m_choices) {
            auto set = take(choice);
            std::int64_t saving = set ? -set->bundle->price : 0;
            for (const std::size_t ticket : set ? set->tickets : std::vector<std::size_t>{}) {
                saving += m_tickets[ticket].list;
            }
            if (set && saving > most) {
                most = saving;
                largest = std::move(set);
            }
        }
        if (!largest) {
            break;
        }
        mark(*largest, true);
        m_sets.push_back(*std::move(largest));
        keepIfBetter();
    }
}

/// In proportion to the list prices; the units that are left over go to the dearest.
void Pricing::spread(const Set& set, std::vector<CutTicket>& prices) const
{
    std::int64_t listLeft = 0;
    for (const std::size_t ticket : set.tickets) {
        listLeft += m_tickets[ticket].list;
    }
    std::int64_t priceLeft = set.bundle->price;
    for (const std::size_t ticket : set.tickets) {
        const std::int64_t list = m_tickets[ticket].list;
        const std::int64_t share =
            listLeft > 0 ? std::min(list, mulDivRounded(priceLeft, list, listLeft)) : 0;
        prices[ticket] = {share,
                          {Reduction::Kind::Bundle, 0, set.bundle->name, set.bundle->id.uuid}};
        listLeft -= list;
        priceLeft -= share;
    }
}

void Pricing::applyGroups(std::vector<CutTicket>& prices) const
{
    // Tickets by hand count as heads: the guide of a group goes in for nothing.
    std::map<std::pair<PerformanceId, TicketTypeId>, std::map<CategoryId, std::int64_t>> heads;
    for (std::size_t i = 0; i < m_tickets.size(); ++i) {
        const CartItem& item = *m_tickets[i].item;
        heads[{item.performance, item.type}][item.category] += m_used[i] ? 0 : 1;
    }
    for (std::size_t i = 0; i < m_tickets.size(); ++i) {
        const CartItem& item = *m_tickets[i].item;
        if (m_used[i] || item.reduction) {
            continue;
        }
        for (const Bundle& bundle : m_tickets[i].offer->bundles) {
            const auto part = bundle.parts.find(item.type);
            const auto isFor = [&bundle](CategoryId category) {
                return bundle.categories.empty() || bundle.categories.contains(category);
            };
            if (bundle.isOff || bundle.kind != Bundle::Kind::FromCount ||
                part == bundle.parts.end() || !isFor(item.category)) {
                continue;
            }
            std::int64_t count = 0;
            for (const auto& [category, number] : heads[{item.performance, item.type}]) {
                count += isFor(category) ? number : 0;
            }
            const std::int64_t price = cutPrice(bundle.cut, m_tickets[i].list);
            if (count >= part->second && price < prices[i].price) {
                prices[i] = {price, {Reduction::Kind::Bundle, 0, bundle.name, bundle.id.uuid}};
            }
        }
    }
}

/// Where it saves most, as often as it may be used.
void Pricing::applyPromo(std::vector<CutTicket>& prices) const
{
    std::vector<std::pair<std::int64_t, std::size_t>> savings;
    for (const std::size_t ticket : m_dearest) {
        const auto price = m_used[ticket] ? std::nullopt : promoPrice(ticket);
        if (price && *price < prices[ticket].price) {
            savings.emplace_back(*price - prices[ticket].price, ticket);
        }
    }
    std::ranges::stable_sort(savings, {}, &std::pair<std::int64_t, std::size_t>::first);
    std::int64_t left = m_promo->usesLeft;
    for (const auto& [saving, ticket] : savings) {
        if (left-- <= 0) {
            break;
        }
        prices[ticket] = {*promoPrice(ticket),
                          {Reduction::Kind::Promo, 0, m_promo->code.code, m_promo->code.id.uuid}};
    }
}

void Pricing::keepIfBetter()
{
    std::vector<CutTicket> prices;
    for (const ListedTicket& ticket : m_tickets) {
        prices.push_back(ticket.item->reduction ? cutByHand(*ticket.item->reduction, ticket.list)
                                                : CutTicket{ticket.list, {}});
    }
    for (const Set& set : m_sets) {
        spread(set, prices);
    }
    if (m_hasBundles) {
        applyGroups(prices);
    }
    if (m_promo != nullptr) {
        applyPromo(prices);
    }
    const std::int64_t sum =
        std::accumulate(prices.begin(), prices.end(), std::int64_t{0},
                        [](std::int64_t so, const CutTicket& ticket) { return so + ticket.price; });
    if (m_best.empty() || sum < m_bestSum) {
        m_best = std::move(prices);
        m_bestSum = sum;
    }
}

std::vector<CutTicket> Pricing::best()
{
    if (m_hasBundles || m_promo != nullptr) {
        sortDearestFirst();
        findChoices();
    }
    isFewWays() ? tryFrom(0) : tryLargestFirst();
    return std::move(m_best);
}

} // namespace

bool promoCovers(const PromoCode& code, const ListedTicket& ticket)
{
    return (code.event.isNil() || code.event == ticket.offer->event.id) &&
        (code.types.empty() || code.types.contains(ticket.item->type));
}

std::vector<CutTicket> cutPrices(std::span<const ListedTicket> tickets, const PromoTerms* promo)
{
    return Pricing{tickets, promo}.best();
}

} // namespace foyer
