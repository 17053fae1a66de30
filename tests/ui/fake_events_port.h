// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/events/events_port.h"

#include <QTimer>

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace foyer::test {

inline Uuid eventUuid(std::uint8_t kind, std::uint8_t n)
{
    return Uuid{{0, 0, 0, 0, 0, kind, 0x70, 0, 0x80, 0, 0, 0, 0, 0, 0, n}};
}

/// Events in memory. Answers come from the event loop; what is done is noted in `calls`.
class FakeEventsPort final : public ui::EventsPort {
public:
    static constexpr std::int64_t kNow = 1'795'435'200'000; // 23 November 2026
    static constexpr std::int64_t kDay = 86'400'000;

    FakeEventsPort()
    {
        houseNow.timeZone = "Europe/Berlin";
        houseNow.language = "en";
        houseNow.now = Instant{kNow};
    }

    /// A house with a venue, a plan, a tax and five events; the first is open for sale.
    void fill()
    {
        const Venue playhouse{VenueId{eventUuid(2, 1)}, "Playhouse", "Am Markt 1\n10117 Berlin",
                              "Europe/Berlin"};
        houseNow.venues = {playhouse};
        houseNow.plans = {{PlanId{eventUuid(3, 1)}, "Great hall", 312, 0}};
        houseNow.taxes = {{TaxId{eventUuid(4, 1)}, "Reduced", 7'000, true}};
        addCard(1, "Hamlet", "A tragedy", EventState::Published, 3, 212, 936);
        addCard(2,
                "Die Verfolgung und Ermordung Jean Paul Marats, dargestellt durch die "
                "Schauspielgruppe des Hospizes zu Charenton",
                "Peter Weiss", EventState::Draft, 0, 0, 0);
        addCard(3, "حكاية الشتاء", "مسرحية", EventState::Published, 1, 80, 80);
        addCard(4, "忠臣蔵 仮名手本", "歌舞伎", EventState::Postponed, 2, 40, 200);
        addCard(5, "Late jazz", "", EventState::Cancelled, 1, 12, 60);
        views[0] = hamlet(playhouse);
    }

    void addCard(std::uint8_t n, const std::string& name, const std::string& subtitle,
                 EventState state, std::size_t dates, std::int64_t sold, std::int64_t capacity)
    {
        const EventId id{eventUuid(1, n)};
        std::optional<Instant> first;
        if (dates > 0) {
            first = Instant{kNow + n * kDay};
        }
        cards.push_back({id, name, subtitle, "Playhouse", state, dates, first, "Europe/Berlin"});
        shares[id] = {first, sold, capacity, sold > 0 && sold == capacity};
        ui::EventView view = emptyView(id, name);
        view.event.subtitle = subtitle;
        view.event.state = state;
        views.push_back(view);
    }

    ui::EventView emptyView(EventId id, const std::string& name) const
    {
        const Venue venue = houseNow.venues.empty() ? Venue{} : houseNow.venues.front();
        ui::EventView view{.event = {.id = id, .venue = venue.id, .name = name, .subtitle = {}},
                           .venue = venue,
                           .currency = *Currency::fromCode("EUR"),
                           .language = "en",
                           .categories = {},
                           .types = {},
                           .fees = {},
                           .taxes = houseNow.taxes,
                           .dates = {},
                           .points = {}};
        view.event.state = EventState::Draft;
        view.points = {missing("no_date", ui::EventStage::Dates,
                               "Add a date that is still to "
                               "come."),
                       missing("no_type", ui::EventStage::Prices,
                               "Add a ticket type, such as Adult.")};
        return view;
    }

    static ui::EventPoint missing(const char* code, ui::EventStage stage, const char* message)
    {
        return {code, true, stage, message, {}};
    }

    ui::EventView hamlet(const Venue& playhouse) const
    {
        ui::EventView view = emptyView(EventId{eventUuid(1, 1)}, "Hamlet");
        view.event.subtitle = "A tragedy";
        view.event.state = EventState::Published;
        view.event.tags = {"theatre", "classics"};
        view.event.description = "**Something is rotten** in the state of *Denmark*.\n\n- In "
                                 "English\n- With surtitles";
        view.venue = playhouse;
        view.categories = {{CategoryId{eventUuid(5, 1)}, view.event.id, "Stalls", 0},
                           {CategoryId{eventUuid(5, 2)}, view.event.id, "Gallery", 1}};
        const TaxId tax = houseNow.taxes.front().id;
        view.types = {type(1, "Adult", tax, {4'200, 3'000}), type(2, "Child", tax, {2'100, 1'500}),
                      type(3, "Student", tax, {3'000, 2'000})};
        view.types[2].steps = {{Instant{kNow + 2 * kDay}, {{CategoryId{eventUuid(5, 1)}, 2'500}}}};
        view.fees = {{FeeId{eventUuid(6, 1)}, view.event.id, "Booking fee", Fee::Per::Order, 200}};
        for (std::uint8_t n = 1; n <= 3; ++n) {
            view.dates.push_back(date(n));
        }
        view.dates[2].performance.state = Performance::State::Postponed;
        view.points = {{"no_description", false, ui::EventStage::Texts, "x", {}}};
        return view;
    }

    static TicketType type(std::uint8_t n, const char* name, TaxId tax,
                           const std::vector<std::int64_t>& prices)
    {
        TicketType made{.id = TicketTypeId{eventUuid(7, n)},
                        .event = EventId{eventUuid(1, 1)},
                        .name = name,
                        .rank = n,
                        .tax = tax};
        for (std::uint8_t at = 0; at < prices.size(); ++at) {
            made.prices[CategoryId{eventUuid(5, static_cast<std::uint8_t>(at + 1))}] = prices[at];
        }
        return made;
    }

    static ui::EventDateView date(std::uint8_t n)
    {
        const PerformanceId id{eventUuid(8, n)};
        Performance performance{.id = id,
                                .event = EventId{eventUuid(1, 1)},
                                .startsAt = Instant{kNow + n * kDay + 66'600'000},
                                .doorsAt = Instant{kNow + n * kDay + 64'800'000},
                                .timeZone = "Europe/Berlin",
                                .plan = PlanId{eventUuid(3, 1)}};
        return {performance,
                {Quota{QuotaId{eventUuid(9, n)}, id, "Whole house", 312, {}, {}},
                 Quota{QuotaId{eventUuid(9, static_cast<std::uint8_t>(n + 10))},
                       id,
                       "Students",
                       60,
                       {TicketTypeId{eventUuid(7, 3)}},
                       {}}},
                "Great hall"};
    }

    void list(std::optional<EventState> state, const std::string& search,
              Then<std::vector<ui::EventCard>> then) override
    {
        std::vector<ui::EventCard> found;
        for (const ui::EventCard& card : cards) {
            const bool fits = (state ? card.state == *state : card.state != EventState::Archived) &&
                card.name.find(search) != std::string::npos;
            if (fits) {
                found.push_back(card);
            }
        }
        answer<std::vector<ui::EventCard>>(std::move(then), listRefusal, found);
    }
    void share(EventId event, Then<ui::EventShare> then) override
    {
        answer<ui::EventShare>(std::move(then), {}, shares[event]);
    }
    void open(EventId event, Then<ui::EventView> then) override
    {
        answer<ui::EventView>(std::move(then), {}, view(event));
    }
    void house(Then<ui::EventHouse> then) override
    {
        ++housesRead;
        answer<ui::EventHouse>(std::move(then), {}, houseNow);
    }
    void create(const ui::NewEvent& event, Then<EventId> then) override
    {
        calls.push_back("create " + event.name + " at " +
                        (event.venue ? event.venue->text() : event.venueName));
        const auto refused = event.name.empty()
            ? std::optional{badInput("name_missing", "Give it a name.", "name")}
            : refusal;
        const auto n = static_cast<std::uint8_t>(cards.size() + 1);
        if (!refused) {
            addCard(n, event.name, {}, EventState::Draft, 0, 0, 0);
        }
        answer<EventId>(std::move(then), refused, EventId{eventUuid(1, n)});
    }
    void clone(EventId event, const std::string& name, bool withDates, int shiftDays,
               Then<EventId> then) override
    {
        calls.push_back("clone " + event.text().substr(34) + " " + name +
                        (withDates ? " with dates " + std::to_string(shiftDays) : ""));
        const auto n = static_cast<std::uint8_t>(cards.size() + 1);
        addCard(n, name, {}, EventState::Draft, 0, 0, 0);
        answer<EventId>(std::move(then), refusal, EventId{eventUuid(1, n)});
    }
    void edit(EventId event, const ui::EventEdit& edit, Then<ui::EventView> then) override
    {
        edits.push_back(edit);
        if (!refusal) {
            apply(view(event), edit);
        }
        answer<ui::EventView>(std::move(then), refusal, view(event));
    }
    void planDates(EventId, const ui::NewDates& dates,
                   Then<std::vector<ui::PlannedDate>> then) override
    {
        planned = dates;
        std::vector<ui::PlannedDate> made;
        for (int n = 0; n < (dates.rule.empty() ? 1 : 8); ++n) {
            made.push_back({Instant{kNow + (7 + 7 * n) * kDay}, "Europe/Berlin", false, false});
        }
        answer<std::vector<ui::PlannedDate>>(std::move(then), {}, made);
    }
    void effect(EventId, const ui::EventConcern& concern, Then<ui::EventEffect> then) override
    {
        concerned = concern;
        answer<ui::EventEffect>(std::move(then), {}, effectNow);
    }
    void sold(EventId event, Then<std::map<PerformanceId, std::int64_t>> then) override
    {
        std::map<PerformanceId, std::int64_t> counts;
        for (const ui::EventDateView& date : view(event).dates) {
            counts[date.performance.id] = 70;
        }
        answer<std::map<PerformanceId, std::int64_t>>(std::move(then), {}, counts);
    }
    void limits(PerformanceId date, Then<std::vector<ui::CellLimits>> then) override
    {
        std::vector<ui::CellLimits> cells;
        for (const ui::EventView& view : views) {
            const ui::EventDateView* own = view.date(date);
            if (own == nullptr) {
                continue;
            }
            for (const TicketType& type : view.types) {
                for (const PriceCategory& category : view.categories) {
                    cells.push_back({type.id, category.id, {}});
                    for (const Quota& quota : own->quotas) {
                        if (quota.covers(type.id, category.id)) {
                            cells.back().limits.insert(cells.back().limits.begin(),
                                                       {quota.name, quota.id, quota.capacity,
                                                        quota.capacity * 3 / 4});
                        }
                    }
                }
            }
        }
        answer<std::vector<ui::CellLimits>>(std::move(then), {}, cells);
    }
    void addPicture(EventId event, const ui::NewPicture& picture, Then<ui::EventView> then) override
    {
        given.push_back(picture);
        if (arePicturesSlow) {
            slow.push_back([this, event, picture, then = std::move(then)] {
                answerPicture(event, picture, then);
            });
            return;
        }
        answerPicture(event, picture, std::move(then));
    }
    void pixels(const PictureHash& picture, std::int64_t width, Then<PicturePixels> then) override
    {
        ++pixelsAsked;
        const PictureSize size{width, picture.front() % 2 == 0 ? width * 7 / 5 : width * 2 / 3};
        answer<PicturePixels>(std::move(then), pixelsRefusal, painted(size, picture.front()));
    }
    void ticket(EventId, const ui::TicketDraft& draft, Then<std::string> then) override
    {
        drafts.push_back(draft);
        answer<std::string>(std::move(then), {}, ticketPng);
    }

    /// Stage lights in the colour of a number, with a dark frame.
    static PicturePixels painted(PictureSize size, std::uint8_t hue)
    {
        PicturePixels pixels{size, {}};
        for (std::int64_t y = 0; y < size.height; ++y) {
            for (std::int64_t x = 0; x < size.width; ++x) {
                const bool isFrame = x < 6 || y < 6 || x + 6 >= size.width || y + 6 >= size.height;
                const auto shade =
                    static_cast<std::uint8_t>(isFrame ? 30 : 90 + y * 150 / size.height);
                pixels.rgba.insert(
                    pixels.rgba.end(),
                    {shade, static_cast<std::uint8_t>(isFrame ? 30 : hue * 40),
                     static_cast<std::uint8_t>(isFrame ? 40 : 200 - x * 120 / size.width), 255});
            }
        }
        return pixels;
    }
    static PictureHash pictureHash(std::uint8_t n)
    {
        PictureHash hash{};
        hash.fill(n);
        return hash;
    }
    /// What was slow comes now.
    void finishPicture()
    {
        const auto next = slow.front();
        slow.erase(slow.begin());
        next();
    }

    ui::EventView& view(EventId event)
    {
        for (ui::EventView& view : views) {
            if (view.event.id == event) {
                return view;
            }
        }
        return views.front();
    }
    template <typename T>
    int count() const
    {
        return static_cast<int>(std::ranges::count_if(edits, [](const ui::EventEdit& edit) {
            return std::holds_alternative<T>(edit);
        }));
    }
    template <typename T>
    const T* last() const
    {
        return edits.empty() ? nullptr : std::get_if<T>(&edits.back());
    }

    ui::EventHouse houseNow;
    std::vector<ui::EventCard> cards;
    std::vector<ui::EventView> views;
    std::map<EventId, ui::EventShare> shares;
    ui::EventEffect effectNow{.worth = Money{0, *Currency::fromCode("EUR")}};
    std::optional<Error> refusal;     ///< of whatever is done
    std::optional<Error> listRefusal; ///< of reading the list
    std::vector<std::string> calls;
    int housesRead = 0;
    std::vector<ui::EventEdit> edits;
    std::vector<ui::TicketDraft> drafts;
    std::vector<ui::NewPicture> given;
    std::map<std::string, Error> pictureRefusals; ///< by path
    std::optional<Error> pixelsRefusal;
    int pixelsAsked = 0;
    bool arePicturesSlow = false;
    std::vector<std::function<void()>> slow;
    std::optional<ui::NewDates> planned;
    std::optional<ui::EventConcern> concerned;
    std::string ticketPng;

private:
    void answerPicture(EventId event, const ui::NewPicture& picture, Then<ui::EventView> then)
    {
        const auto refused = pictureRefusals.find(picture.path);
        if (refused == pictureRefusals.end()) {
            const PictureReference shown{pictureHash(static_cast<std::uint8_t>(given.size())), {}};
            if (picture.isPoster) {
                view(event).poster = shown;
            } else {
                view(event).gallery.push_back(shown);
            }
        }
        answer<ui::EventView>(std::move(then),
                              refused != pictureRefusals.end() ? std::optional{refused->second}
                                                               : std::nullopt,
                              view(event));
    }
    static void applyPictures(ui::EventView& view, const ui::EventEdit& edit)
    {
        if (const auto* poster = std::get_if<ui::SetPoster>(&edit)) {
            view.poster = poster->poster;
        } else if (const auto* worded = std::get_if<ui::SetGalleryPicture>(&edit)) {
            std::ranges::replace_if(
                view.gallery,
                [&](const PictureReference& each) { return each.hash == worded->picture.hash; },
                worded->picture);
        } else if (const auto* gone = std::get_if<ui::RemoveFromGallery>(&edit)) {
            std::erase_if(view.gallery,
                          [&](const PictureReference& each) { return each.hash == gone->picture; });
        } else if (const auto* order = std::get_if<ui::OrderGallery>(&edit)) {
            std::ranges::sort(view.gallery, {}, [&](const PictureReference& each) {
                return std::ranges::find(order->order, each.hash);
            });
        }
    }
    static void apply(ui::EventView& view, const ui::EventEdit& edit)
    {
        if (const auto* change = std::get_if<EventChange>(&edit)) {
            view.event.name = change->name.value_or(view.event.name);
            view.event.subtitle = change->subtitle.value_or(view.event.subtitle);
            view.event.description = change->description.value_or(view.event.description);
            view.event.ticketText = change->ticketText.value_or(view.event.ticketText);
        } else if (const auto* prices = std::get_if<ui::SetPrices>(&edit)) {
            for (const PriceCell& cell : prices->cells) {
                for (TicketType& type : view.types) {
                    if (type.id == cell.type && cell.minor && !cell.date && !cell.until) {
                        type.prices[cell.category] = *cell.minor;
                    }
                }
            }
        } else if (const auto* made = std::get_if<ui::NewType>(&edit)) {
            const auto n = static_cast<std::uint8_t>(view.types.size() + 1);
            view.types.push_back(type(n, made->name.c_str(), made->tax, {}));
            std::erase_if(view.points,
                          [](const ui::EventPoint& point) { return point.code == "no_type"; });
        } else if (std::holds_alternative<ui::NewDates>(edit)) {
            view.dates.push_back(date(static_cast<std::uint8_t>(view.dates.size() + 1)));
            std::erase_if(view.points,
                          [](const ui::EventPoint& point) { return point.code == "no_date"; });
        } else if (std::holds_alternative<ui::PublishEvent>(edit)) {
            view.event.state = EventState::Published;
        } else if (std::holds_alternative<ui::CancelDate>(edit)) {
            view.dates.front().performance.state = Performance::State::Cancelled;
        } else if (const auto* fee = std::get_if<ui::NewFee>(&edit)) {
            view.fees.push_back({.id = FeeId{eventUuid(6, 9)},
                                 .event = view.event.id,
                                 .name = fee->fee.name.value_or(""),
                                 .per = fee->fee.per.value_or(Fee::Per::Order),
                                 .amount = fee->fee.amount.value_or(0),
                                 .milliPercent = fee->fee.milliPercent.value_or(0),
                                 .tax = fee->fee.tax.value_or(TaxId{})});
        } else {
            applyPictures(view, edit);
        }
    }

    template <typename T>
    void answer(Then<T> then, const std::optional<Error>& error, T value)
    {
        const Result<T> result = error ? Result<T>{*error} : Result<T>{std::move(value)};
        QTimer::singleShot(0, [then = std::move(then), result] { then(result); });
    }
};

} // namespace foyer::test
