// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/events_reading.h"

#include "app/picture/paper_poster.h"
#include "core/documents/tickets/local_text.h"
#include "core/documents/tickets/order_pages.h"
#include "core/documents/tickets/promoter_words.h"
#include "core/documents/tickets/ticket_document.h"
#include "core/services/access_control.h"
#include "core/services/branding.h"
#include "core/services/catalogue.h"
#include "core/services/change_effect.h"
#include "core/services/counter.h"
#include "core/services/event_publishing.h"
#include "core/services/event_reading.h"
#include "core/services/house_mail.h"
#include "core/services/offer_cache.h"
#include "core/services/picture_use.h"
#include "core/services/venue_editing.h"

#include <QLocale>

#include <algorithm>

namespace foyer::desktop {
namespace {

constexpr int kSampleTicketDpi = 110;

ui::EventStage stageOf(EventStep step)
{
    return step == EventStep::Publish ? ui::EventStage::Publish : static_cast<ui::EventStage>(step);
}

/// The words of a place that a ticket of this event may have.
void describeSampleSeat(TicketPage& page, const EventDetails& event, const EventDate* date)
{
    if (!event.categories.empty()) {
        page.categoryName = event.categories.front().name;
    }
    if (date == nullptr || !date->plan || date->plan->seats.empty()) {
        page.place = page.categoryName;
        page.categoryName.clear();
        return;
    }
    const SeatingPlan& plan = *date->plan;
    const Seat& seat = plan.seats[plan.seats.size() / 2];
    const Row& row = plan.rows[seat.row];
    page.section = plan.sections[row.section].label;
    page.row = row.label;
    page.seat = seat.number;
    page.categoryName = plan.categories[seat.category].name;
}

TicketPage samplePage(Counter& counter, const EventDetails& event)
{
    const LocalText local{QLocale{}.bcp47Name().toStdString()};
    TicketPage page;
    const auto& house = counter.offers().organizer();
    page.organizer = house ? house->name : std::string{};
    page.style = houseStyle(counter);
    page.promoter = promoterLine(event.event.promoter);
    page.venue = event.venue.name;
    page.venueAddress = event.venue.address;
    const EventDate* date = event.dates.empty() ? nullptr : &event.dates.front();
    if (date != nullptr) {
        const Performance& one = date->performance;
        page.dateLine = local.date(one.startsAt, one.timeZone);
        page.timeLine = local.time(one.startsAt, one.timeZone);
        page.doorsLine = one.doorsAt ? local.time(*one.doorsAt, one.timeZone) : std::string{};
    }
    describeSampleSeat(page, event, date);
    for (const TicketType& type : event.types) {
        if (type.isOff) {
            continue;
        }
        page.typeName = type.name;
        for (const PriceCategory& category : event.categories) {
            const auto price = type.priceAt(category.id, counter.clock().now());
            const bool isMeant = category.name == page.categoryName || category.name == page.place;
            if (price && isMeant) {
                page.priceLine = local.money(Money{*price, event.currency});
            }
        }
        break;
    }
    describeEvent(event.event, local, page);
    page.poster = posterForPaper(counter, event.event.id);
    page.orderCode = "ABCD-EFGH";
    page.codeText = kSpecimenCode;
    page.rightToLeft = local.isRightToLeft();
    page.specimen = true;
    return page;
}

} // namespace

Result<ui::EventView> eventViewOf(Counter& counter, EventId event)
{
    auto details = eventDetails(counter, event);
    if (!details) {
        return details.error();
    }
    const auto checks = eventChecks(counter, event);
    if (!checks) {
        return checks.error();
    }
    ui::EventView view{.event = details->event,
                       .venue = details->venue,
                       .currency = details->currency,
                       .language = details->language,
                       .categories = details->categories,
                       .types = details->types,
                       .fees = details->fees,
                       .taxes = details->taxes,
                       .dates = {},
                       .points = {}};
    auto pictures = eventPictures(counter, event);
    if (!pictures) {
        return std::move(pictures).error();
    }
    view.poster = std::move(pictures->poster);
    view.gallery = std::move(pictures->gallery);
    for (EventDate& date : details->dates) {
        view.dates.push_back({std::move(date.performance), std::move(date.quotas),
                              date.plan ? date.plan->name : std::string{}});
    }
    for (const EventCheck& check : *checks) {
        view.points.push_back({check.code, check.severity == EventCheck::Severity::Missing,
                               stageOf(check.step), check.message, check.facts});
    }
    return view;
}

Result<ui::EventShare> eventShareOf(Counter& counter, EventId event)
{
    const auto details = eventDetails(counter, event);
    if (!details) {
        return details.error();
    }
    const Instant now = counter.clock().now();
    ui::EventShare share;
    std::int64_t coming = 0;
    std::int64_t soldOut = 0;
    for (const EventDate& date : details->dates) {
        if (date.performance.state == Performance::State::Cancelled) {
            continue;
        }
        const auto effect = changeEffect(counter, {.event = event, .date = date.performance.id});
        const std::int64_t sold = effect ? effect->tickets + effect->held : 0;
        const Quota* whole = date.whole();
        const std::int64_t capacity = whole != nullptr ? whole->capacity : 0;
        share.sold += effect ? effect->tickets : 0;
        share.capacity += capacity;
        if (date.performance.startsAt > now) {
            if (!share.next && date.performance.state == Performance::State::Scheduled) {
                share.next = date.performance.startsAt;
            }
            ++coming;
            soldOut += capacity > 0 && sold >= capacity ? 1 : 0;
        }
    }
    share.isSoldOut = coming > 0 && soldOut == coming;
    return share;
}

Result<ui::EventHouse> eventHouseOf(Counter& counter)
{
    auto places = venues(counter);
    if (!places) {
        return places.error();
    }
    const auto stored = plans(counter);
    if (!stored) {
        return stored.error();
    }
    auto rates = taxes(counter);
    if (!rates) {
        return rates.error();
    }
    const auto& organizer = counter.offers().organizer();
    const std::string language = readMailSettings(counter.database(), counter.organizer()).language;
    ui::EventHouse house{.venues = *std::move(places),
                         .plans = {},
                         .taxes = *std::move(rates),
                         .timeZone = organizer ? organizer->timeZone : "UTC",
                         .language = language.empty() ? "en" : language,
                         .now = counter.clock().now(),
                         .isTheirs = counter.access().may(Permission::EditCatalogue)};
    for (const StoredPlan& plan : *stored) {
        house.plans.push_back({plan.id, plan.name, plan.seats, plan.standing});
    }
    return house;
}

Result<std::string> ticketPictureOf(Counter& counter, EventId event, const ui::TicketDraft& draft)
{
    const auto details = eventDetails(counter, event);
    if (!details) {
        return details.error();
    }
    TicketPage page = samplePage(counter, *details);
    page.event = draft.name;
    page.subtitle = draft.subtitle;
    page.text = draft.text.value_or(page.text);
    auto pictures = renderTickets({page}, PaperFormat::A6, kSampleTicketDpi);
    if (!pictures) {
        return pictures.error();
    }
    return pictures->front();
}

} // namespace foyer::desktop
