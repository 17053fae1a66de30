// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/catalogue/catalogue.h"
#include "core/domain/held/held_back.h"

#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace foyer::ui {

/// "F7–8, F10" for seats of one row and section, labels otherwise: how people read out seats.
QString seatsInWords(const Offer& offer, std::vector<SeatNumber> seats);

/// "House", "Press", "Sponsor", "Technical", "Reservation", "Parked cart".
QString holdKindText(const std::string& kind);
/// The letter that a held seat bears on the plan, in the user's language.
QChar holdLetter(const std::string& kind);
/// "until Sat 28 Nov, 18:00", or that somebody has to let it go.
QString releaseText(const std::optional<Instant>& at, const std::string& zone);
/// "Stalls F7–8, 3 × Standing".
QString placesInWords(const Offer& offer, const std::vector<HeldPlace>& places);

using Offers = std::map<PerformanceId, std::shared_ptr<const Offer>>;

/// All places of what is kept back together, an evening after the other where there are several.
QString placesInWords(const Offers& offers, const HeldBack& held);
/// For whom or why: the customer, the label, else the kind.
QString heldTitle(const HeldBack& held);
/// "Hamlet · Sat 28 Nov, 19:30"; empty where the offer is not known.
QString eveningText(const Offers& offers, PerformanceId performance);
/// The time zone of a performance; UTC where it is not known.
std::string zoneOf(const Offers& offers, PerformanceId performance);

} // namespace foyer::ui
