// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/base/uuid.h"
#include "core/domain/catalogue/deals.h"
#include "core/domain/catalogue/house_colours.h"
#include "core/domain/catalogue/price_steps.h"
#include "core/domain/seating/seating_plan.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace foyer {

/// Who sells: the tenant. One currency and time zone are its defaults.
struct Organizer {
    OrganizerId id;
    std::string name;
    Currency currency;
    std::string timeZone; ///< IANA name, "Europe/Berlin"
    std::string address;  ///< as printed on receipts, lines joined by LF; may be empty
    std::string taxNumber;
    std::int64_t cashRounding = 0; ///< minor units; 0: what the currency's coins ask for, 1: none
    TaxId donationTax = {};        ///< of donations; nil: untaxed
    bool isForTesting = false;     ///< then no real money is taken, and all papers are specimens
    HouseColours colours =
        {}; ///< of its papers and mails; its logo is a picture, see picture_use.h

    friend bool operator==(const Organizer&, const Organizer&) = default;
};

struct Venue {
    VenueId id;
    std::string name;
    std::string address;
    std::string timeZone;
    friend bool operator==(const Venue&, const Venue&) = default;
};

/// A tax as the catalogue states it. Inclusive: the price contains it. Exclusive: it comes on top.
struct Tax {
    TaxId id;
    std::string name;
    std::int64_t rateMilliPercent = 0; ///< 19 % is 19'000, 8.875 % is 8'875
    bool inclusive = true;
    friend bool operator==(const Tax&, const Tax&) = default;
};

/// Where an event stands; what that means for its sale is said by saleStop().
enum class EventState : std::uint8_t { Draft, Published, Postponed, Cancelled, Archived };

/// What an event says of itself in one language.
struct EventTexts {
    std::string title;
    std::string subtitle;
    std::string description;     ///< restricted Markdown, see restricted_markdown.h
    std::string ticketText = {}; ///< printed on each ticket, in lines
    friend bool operator==(const EventTexts&, const EventTexts&) = default;
};

/// Whom customers ask about an event.
struct EventContact {
    std::string mail;
    std::string phone;
    std::string web; ///< http or https
    friend bool operator==(const EventContact&, const EventContact&) = default;
};

/// Whose event it is, where the house only sells for them or lets its rooms to them.
struct Promoter {
    std::string name;      ///< empty: the house itself
    std::string address;   ///< as printed, lines joined by LF
    std::string taxNumber; ///< with one, tickets are sold in their name and on their account
    friend bool operator==(const Promoter&, const Promoter&) = default;
};

/// One production; its dates are performances.
struct Event {
    EventId id;
    VenueId venue;
    std::string name;
    std::string subtitle;
    std::optional<Currency> currency = {};    ///< none: the organizer's
    EventState state = EventState::Published; ///< what was made before there were states is on sale
    std::string description = {}; ///< with name, subtitle and text on the ticket, the texts in …
    std::string language = {};    ///< … this language (BCP 47); empty: the house's
    std::map<std::string, EventTexts> texts = {}; ///< the same in other languages
    std::set<std::string> tags = {};              ///< categories and genres, as typed
    std::int64_t ageLimit = 0;                    ///< years; 0: none
    EventContact contact = {};
    Promoter promoter = {};
    std::string ticketText = {}; ///< printed on each ticket, in lines
    friend bool operator==(const Event&, const Event&) = default;
};

/// Where one sits or stands, as far as the price is concerned: "Premium", "Standing". Matches the
/// plan's category of the same name.
struct PriceCategory {
    CategoryId id;
    EventId event;
    std::string name;
    std::int64_t rank = 0; ///< 0 is the best; also the order of the Okabe–Ito colours on the map
    bool isOff = false;    ///< not for sale, although a plan has places of it
    friend bool operator==(const PriceCategory&, const PriceCategory&) = default;
};

/// Who one is, as far as the price is concerned: "Adult", "Child".
struct TicketType {
    TicketTypeId id;
    EventId event;
    std::string name;
    std::int64_t rank = 0; ///< the type with the lowest rank is the default one
    TaxId tax;
    std::map<CategoryId, std::int64_t> prices; ///< minor units; absent: not sold in that category
    std::int64_t orderMax = 0;                 ///< at most so many in one order; 0: no limit
    std::optional<Instant> onSaleFrom;
    std::optional<Instant> onSaleUntil;
    std::vector<PriceStep> steps = {}; ///< other prices until then; the earliest first
    bool isOff = false;                ///< withdrawn: no new ones, those sold stay valid
    /// What it costs in a category at an instant: the first step that has not ended and names the
    /// category, else the regular price. Nothing where it is not sold.
    std::optional<std::int64_t> priceAt(CategoryId category, Instant now) const;
    friend bool operator==(const TicketType&, const TicketType&) = default;
};

/// What is charged besides tickets: a booking fee per order, a facility fee per ticket.
struct Fee {
    enum class Per : std::uint8_t { Ticket, Order };
    FeeId id;
    EventId event;
    std::string name;
    Per per = Per::Ticket;
    std::int64_t amount = 0;       ///< minor units, plus …
    std::int64_t milliPercent = 0; ///< … a share of the ticket price (per ticket) or of all tickets
                                   ///< of the event in the order
    TaxId tax;
    bool isOff = false; ///< not charged any more
    friend bool operator==(const Fee&, const Fee&) = default;
};

/// One date of an event. Shown in its own time zone.
struct Performance {
    enum class State : std::uint8_t { Scheduled, Cancelled, Postponed };
    PerformanceId id;
    EventId event;
    Instant startsAt;
    std::optional<Instant> doorsAt;
    std::string timeZone;
    std::optional<PlanId> plan; ///< none: general admission only
    std::optional<Instant> onSaleFrom;
    std::optional<Instant>
        onSaleUntil; ///< none: until it is cancelled; box offices sell after the start, too
    State state = State::Scheduled; ///< cancelled, where it was postponed as well
    std::optional<Instant> endsAt = {};
    std::map<TicketTypeId, DatePrices> prices = {}; ///< its own, in the place of the types'
    friend bool operator==(const Performance&, const Performance&) = default;
};

/// A limit on tickets of some types (and, if categories is not empty, of those categories only)
/// for one performance. A ticket spends one right of every quota that covers it.
struct Quota {
    QuotaId id;
    PerformanceId performance;
    std::string name;
    std::int64_t capacity = 0;
    std::set<TicketTypeId> types;    ///< empty: all types
    std::set<CategoryId> categories; ///< empty: all categories
    bool isOff = false;              ///< limits nothing any more
    /// Whether it is the limit over everything.
    bool coversAll() const { return types.empty() && categories.empty(); }
    bool covers(TicketTypeId type, CategoryId category) const
    {
        return (types.empty() || types.contains(type)) &&
            (categories.empty() || categories.contains(category));
    }
    friend bool operator==(const Quota&, const Quota&) = default;
};

/// Everything that decides what may be sold for one performance and at what price, read from the
/// catalogue at one moment. Lists are sorted by rank, then name.
struct Offer {
    Organizer organizer; ///< with the currency of this event, where that is another one
    Venue venue;
    Event event;
    Performance performance;
    std::vector<PriceCategory> categories;
    std::vector<TicketType> types;
    std::vector<Tax> taxes;
    std::vector<Fee> fees;
    std::vector<Quota> quotas;
    std::vector<Bundle> bundles;
    std::shared_ptr<const SeatingPlan> plan; ///< null for general admission

    const TicketType* type(TicketTypeId id) const;
    const PriceCategory* category(CategoryId id) const;
    const Tax* tax(TaxId id) const;
    /// The price category of a seat: the one named like the plan's category. Null where none is.
    const PriceCategory* categoryOfSeat(SeatNumber seat) const;
    /// The same with the prices that stand at an instant in the place of the regular ones and no
    /// steps: to be shown, never to be sold from.
    Offer shownAt(Instant now) const;
    /// Whether any price changes by itself.
    bool hasPriceSteps() const;
    /// Whether places of this category are numbered seats (of the plan) rather than a head count.
    bool isSeated(CategoryId id) const;
};

} // namespace foyer
