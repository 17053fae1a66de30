// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/sale_cart.h"

#include "core/domain/catalogue/catalogue.h"
#include "core/services/counter.h"
#include "core/services/seats.h"
#include "core/storage/text_folding.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>

namespace foyer::cli {
namespace {

constexpr const char* kBest = "best";

/// One ticket on its way into the cart: the category may still be open, the seat is.
struct Place {
    TicketTypeId type;
    std::optional<CategoryId> category;
    std::optional<SeatNumber> seat;
    bool seated = false;
};

template <typename Named>
std::string namesOf(const std::vector<Named>& all)
{
    std::string names;
    for (const Named& one : all) {
        names += (names.empty() ? "" : ", ") + one.name;
    }
    return names;
}

/// The one with a name: as it is written, else without case and accents.
template <typename Named>
const Named* named(const std::vector<Named>& all, const std::string& name)
{
    auto found = std::ranges::find(all, name, &Named::name);
    if (found == all.end()) {
        const std::string folded = foldedForSearch(name);
        found = std::ranges::find_if(all, [&](const Named& one) {
            return foldedForSearch(one.name) == folded;
        });
    }
    return found != all.end() ? &*found : nullptr;
}

class CartBuilder {
public:
    CartBuilder(Counter& counter, const Offer& offer, const SaleWish& wish)
        : m_counter{counter}, m_offer{offer}, m_wish{wish},
          m_hasSeats{std::ranges::any_of(offer.categories, [&](const PriceCategory& category) {
              return offer.isSeated(category.id);
          })}
    {}

    Result<Cart> run()
    {
        for (const TicketWish& ticket : m_wish.tickets) {
            if (auto added = addPlaces(ticket); !added) {
                return std::move(added).error();
            }
        }
        const bool best = m_wish.seats.empty() || m_wish.seats == kBest;
        if (auto seated = best ? takeBestSeats() : takeNamedSeats(); !seated) {
            return std::move(seated).error();
        }
        Cart cart;
        for (const Place& place : m_places) {
            cart.items.push_back({m_offer.performance.id, place.type, *place.category, place.seat});
        }
        return cart;
    }

private:
    Result<void> addPlaces(const TicketWish& ticket)
    {
        const TicketType* type = named(m_offer.types, ticket.type);
        if (type == nullptr) {
            return refused("unknown_type",
                           "There is no ticket type \"" + ticket.type +
                               "\" here. There are: " + namesOf(m_offer.types) + ".",
                           "--tickets");
        }
        Place place{type->id, {}, {}, m_hasSeats};
        const std::string& name = ticket.category.empty() ? m_wish.category : ticket.category;
        if (!name.empty()) {
            const PriceCategory* category = named(m_offer.categories, name);
            if (category == nullptr) {
                return refused("unknown_category",
                               "There is no category \"" + name +
                                   "\" here. There are: " + namesOf(m_offer.categories) + ".",
                               "--category");
            }
            place.category = category->id;
            place.seated = m_offer.isSeated(category->id);
        } else if (!m_hasSeats) {
            const auto only = onlyCategoryOf(*type);
            if (!only) {
                return only.error();
            }
            place.category = *only;
        }
        m_places.insert(m_places.end(), ticket.count, place);
        return {};
    }

    Result<CategoryId> onlyCategoryOf(const TicketType& type) const
    {
        std::vector<PriceCategory> priced;
        std::ranges::copy_if(m_offer.categories, std::back_inserter(priced),
                             [&](const PriceCategory& one) {
                                 return type.prices.contains(one.id);
                             });
        if (priced.size() == 1) {
            return priced.front().id;
        }
        if (priced.empty()) {
            return refused("not_priced", type.name + " tickets are not sold for this performance.",
                           "--tickets");
        }
        return usageError("category_needed",
                          "Say with --category which one: " + namesOf(priced) + ".", "--category");
    }

    Result<void> takeNamedSeats()
    {
        const auto labels = listed(m_wish.seats);
        const auto seated =
            static_cast<std::size_t>(std::ranges::count(m_places, true, &Place::seated));
        if (m_hasSeats && labels.size() != seated) {
            return usageError("seat_count",
                              std::to_string(labels.size()) + " seats are named for " +
                                  std::to_string(seated) + " seated tickets. Name one for each.",
                              "--seats");
        }
        std::size_t next = 0;
        for (const std::string& label : labels) {
            next = firstSeated(next);
            if (next == m_places.size()) {
                return noSeats();
            }
            const auto seat = seatFor(m_places[next], label);
            if (!seat) {
                return seat.error();
            }
            if (auto sat = sit(m_places[next++], *seat); !sat) {
                return sat;
            }
        }
        return {};
    }

    static Error noSeats()
    {
        return refused("no_plan", "This performance has no numbered seats. Leave --seats out.",
                       "--seats");
    }

    /// The seat with a label; where several sections have one, the category may say which.
    Result<SeatNumber> seatFor(const Place& place, const std::string& label)
    {
        auto seat = seatNamed(m_counter, m_offer.performance.id, label);
        if (seat || !place.category || seat.error().code != "ambiguous_seat") {
            return seat;
        }
        auto seats = m_offer.plan->seatsNamed(label);
        std::erase_if(seats, [&](SeatNumber one) {
            const PriceCategory* category = m_offer.categoryOfSeat(one);
            return category == nullptr || category->id != *place.category;
        });
        return seats.size() == 1 ? Result<SeatNumber>{seats.front()} : seat;
    }

    std::size_t firstSeated(std::size_t from) const
    {
        while (from < m_places.size() && !m_places[from].seated) {
            ++from;
        }
        return from;
    }

    Result<void> sit(Place& place, SeatNumber seat)
    {
        if (!place.category) {
            const PriceCategory* category = m_offer.categoryOfSeat(seat);
            if (category == nullptr) {
                return refused("not_priced",
                               m_offer.plan->seatLabel(seat) +
                                   " is in a part of the plan that has no "
                                   "price. Choose another seat.",
                               "--seats");
            }
            place.category = category->id;
        }
        place.seat = seat;
        m_chosen.push_back(seat);
        return {};
    }

    /// The best seats for all tickets of the same wish for a category together.
    Result<void> takeBestSeats()
    {
        if (m_wish.seats == kBest && !m_hasSeats) {
            return noSeats();
        }
        // Those who may sit in one category only choose before those who may sit anywhere.
        std::map<std::optional<CategoryId>, std::vector<Place*>, std::greater<>> groups;
        for (Place& place : m_places) {
            if (place.seated) {
                groups[place.category].push_back(&place);
            }
        }
        for (const auto& [category, places] : groups) {
            const auto seats = bestSeats(m_counter,
                                         {m_offer.performance.id, places.size(), category, m_chosen,
                                          m_wish.accessible});
            if (!seats) {
                return seats.error();
            }
            for (std::size_t i = 0; i < places.size(); ++i) {
                if (auto sat = sit(*places[i], (*seats)[i]); !sat) {
                    return sat;
                }
            }
        }
        return {};
    }

    Counter& m_counter;
    const Offer& m_offer;
    const SaleWish& m_wish;
    const bool m_hasSeats;
    std::vector<Place> m_places;
    std::vector<SeatNumber> m_chosen;
};

} // namespace

Result<Cart> cartOf(Counter& counter, const Offer& offer, const SaleWish& wish)
{
    return CartBuilder{counter, offer, wish}.run();
}

} // namespace foyer::cli
