// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/held_text.h"

#include "core/domain/sales/order_code.h"
#include "ui/common/formatting.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace foyer::ui {
namespace {

/// Holds the words for translators.
struct HeldWords {
    Q_DECLARE_TR_FUNCTIONS(HeldWords)
};

} // namespace

QString seatsInWords(const Offer& offer, std::vector<SeatNumber> seats)
{
    std::ranges::sort(seats);
    QStringList parts;
    for (std::size_t i = 0; i < seats.size();) {
        std::size_t end = i;
        while (end + 1 < seats.size() && seats[end + 1] == seats[end] + 1 &&
               offer.plan->seats[seats[end + 1]].row == offer.plan->seats[seats[i]].row) {
            ++end;
        }
        QString part = text(offer.plan->seatLabel(seats[i]));
        if (end > i) {
            part += QStringLiteral("–") + text(offer.plan->seats[seats[end]].number);
        }
        parts.append(part);
        i = end + 1;
    }
    return parts.join(QStringLiteral(", "));
}

QString holdKindText(const std::string& kind)
{
    if (kind == hold_kind::kPress) {
        return HeldWords::tr("Press");
    }
    if (kind == hold_kind::kSponsor) {
        return HeldWords::tr("Sponsor");
    }
    if (kind == hold_kind::kTechnical) {
        return HeldWords::tr("Technical");
    }
    if (kind == hold_kind::kReservation) {
        return HeldWords::tr("Reservation");
    }
    return kind == hold_kind::kParked ? HeldWords::tr("Parked cart") : HeldWords::tr("House");
}

QChar holdLetter(const std::string& kind)
{
    const QString letter = kind == hold_kind::kPress
        ? HeldWords::tr("P", "the letter on a seat that is held for the press")
        : kind == hold_kind::kSponsor
        ? HeldWords::tr("S", "the letter on a seat that is held for a sponsor")
        : kind == hold_kind::kTechnical
        ? HeldWords::tr("T", "the letter on a seat that is held for technical needs")
        : kind == hold_kind::kReservation
        ? HeldWords::tr("R", "the letter on a seat that is reserved")
        : kind == hold_kind::kParked
        ? HeldWords::tr("C", "the letter on a seat of a parked cart")
        : HeldWords::tr("H", "the letter on a seat that the house holds");
    return letter.isEmpty() ? QLatin1Char{'H'} : letter.front();
}

QString releaseText(const std::optional<Instant>& at, const std::string& zone)
{
    return at ? HeldWords::tr("until %1").arg(dayAndTimeText(*at, zone))
              : HeldWords::tr("until somebody lets go");
}

QString placesInWords(const Offer& offer, const std::vector<HeldPlace>& places)
{
    std::vector<SeatNumber> seats;
    std::map<CategoryId, int> standing;
    for (const HeldPlace& place : places) {
        if (place.seat && offer.plan && *place.seat < offer.plan->seats.size()) {
            seats.push_back(*place.seat);
        } else {
            ++standing[place.category];
        }
    }
    QStringList parts;
    if (!seats.empty()) {
        parts << seatsInWords(offer, std::move(seats));
    }
    for (const auto& [category, count] : standing) {
        const PriceCategory* known = offer.category(category);
        parts << HeldWords::tr("%1 × %2", "count and category")
                     .arg(count)
                     .arg(known != nullptr ? isolated(text(known->name)) : QStringLiteral("?"));
    }
    return parts.join(QStringLiteral(", "));
}

QString placesInWords(const Offers& offers, const HeldBack& held)
{
    QStringList parts;
    for (const StoredHold& hold : held.holds) {
        const auto offer = offers.find(hold.performance);
        if (offer != offers.end()) {
            parts << placesInWords(*offer->second, hold.places);
        }
    }
    return parts.join(QStringLiteral("; "));
}

QString heldTitle(const HeldBack& held)
{
    if (!held.name.empty()) {
        return isolated(text(held.name));
    }
    if (!held.first().label.empty()) {
        return isolated(text(held.first().label));
    }
    return held.first().code.empty() ? holdKindText(held.first().kind)
                                     : text(displayOrderCode(held.first().code));
}

QString eveningText(const Offers& offers, PerformanceId performance)
{
    const auto offer = offers.find(performance);
    if (offer == offers.end()) {
        return {};
    }
    const Performance& when = offer->second->performance;
    return isolated(text(offer->second->event.name)) + QStringLiteral(" · ") +
        dayAndTimeText(when.startsAt, when.timeZone);
}

std::string zoneOf(const Offers& offers, PerformanceId performance)
{
    const auto offer = offers.find(performance);
    return offer != offers.end() ? offer->second->performance.timeZone : "UTC";
}

} // namespace foyer::ui
