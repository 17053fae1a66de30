// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/catalogue/catalogue.h"
#include "core/domain/catalogue/entity.h"

#include <optional>

namespace foyer {

/// Catalogue values as edits of their entity, and back. A value is there as soon as its required
/// fields are; before that (an edit may arrive before the creation it belongs to) there is nothing.
/// The kinds of entity are the first halves of the entry kinds: "event" of "event.edited".

/// Where the colours of the house are: fields of the organizer, as colourText() writes them.
inline constexpr const char* kColourField = "colour";
inline constexpr const char* kTextColourField = "text_colour";

EntityEdited editOf(const Organizer& organizer);
EntityEdited editOf(const Venue& venue);
EntityEdited editOf(const Tax& tax);
EntityEdited editOf(const Event& event);
EntityEdited editOf(const PriceCategory& category);
EntityEdited editOf(const TicketType& type);
EntityEdited editOf(const Fee& fee);
EntityEdited editOf(const Performance& performance);
EntityEdited editOf(const Quota& quota);

std::optional<Organizer> organizerFrom(const Uuid& id, const Entity& entity);
std::optional<Venue> venueFrom(const Uuid& id, const Entity& entity);
std::optional<Tax> taxFrom(const Uuid& id, const Entity& entity);
std::optional<Event> eventFrom(const Uuid& id, const Entity& entity);
std::optional<PriceCategory> categoryFrom(const Uuid& id, const Entity& entity);
std::optional<TicketType> ticketTypeFrom(const Uuid& id, const Entity& entity);
std::optional<Fee> feeFrom(const Uuid& id, const Entity& entity);
std::optional<Performance> performanceFrom(const Uuid& id, const Entity& entity);
std::optional<Quota> quotaFrom(const Uuid& id, const Entity& entity);

} // namespace foyer
