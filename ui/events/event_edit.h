// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/catalogue/catalogue_changes.h"
#include "core/domain/pictures/picture_reference.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace foyer::ui {

/// What an organizer does to an event, one thing at a time.

struct NewEvent {
    std::string name;
    std::optional<VenueId> venue;
    std::string venueName; ///< of one that is made, where none was chosen
};

struct ChangeVenue {
    VenueId venue;
    VenueChange change;
};
/// Makes a venue, and takes the event there.
struct NewVenue {
    std::string name;
};
/// One date, or those of a rule. Clock times as people at the venue read them.
struct NewDates {
    std::string start;               ///< "2026-11-28 19:30"
    std::string rule;                ///< of RFC 5545; empty: the start alone
    std::vector<std::string> except; ///< "2026-12-24"
    std::optional<std::int64_t> doorsBeforeMinutes;
    std::optional<std::int64_t> lastsMinutes;
    std::optional<PlanId> plan; ///< none: general admission
    std::int64_t capacity = 0;  ///< 0: as many as the plan has places
};
/// Doors and end by what lies between them and the start.
struct ChangeDate {
    PerformanceId date;
    std::optional<std::optional<std::int64_t>> doorsBeforeMinutes = {};
    std::optional<std::optional<std::int64_t>> lastsMinutes = {};
};
/// When a date is on sale; nothing in nothing takes a time away. No date: of all that come.
struct ChangeSale {
    std::optional<PerformanceId> date;
    ChangedInstant from = {};
    ChangedInstant until = {};
};
struct ChangePlan {
    PerformanceId date;
    std::optional<PlanId> plan;
};
struct MoveDate {
    PerformanceId date;
    std::string start;
    std::string reason;
};
struct PostponeDate {
    PerformanceId date;
    std::string reason;
};
struct CancelDate {
    PerformanceId date;
    std::string reason;
};
struct NewCategory {
    std::string name;
};
struct ChangeCategory {
    CategoryId category;
    CategoryChange change;
};
struct NewType {
    std::string name;
    TaxId tax;
};
struct ChangeType {
    TicketTypeId type;
    TypeChange change;
};
struct SetPrices {
    std::vector<PriceCell> cells;
};
struct NewFee {
    FeeChange fee;
};
struct ChangeFee {
    FeeId fee;
    FeeChange change;
};
struct NewTax {
    TaxChange tax;
    std::optional<TicketTypeId> type; ///< that has it from now on
};
struct NewQuota {
    PerformanceId date;
    QuotaChange quota;
};
struct ChangeQuota {
    QuotaId quota;
    QuotaChange change;
};
/// Another text of the poster; nothing takes it down.
struct SetPoster {
    std::optional<PictureReference> poster;
};
/// Another text of a picture in the gallery.
struct SetGalleryPicture {
    PictureReference picture;
};
struct RemoveFromGallery {
    PictureHash picture{};
};
struct OrderGallery {
    std::vector<PictureHash> order;
};
struct PublishEvent {};
struct PostponeEvent {
    std::string reason;
};
struct CancelEvent {
    std::string reason;
};
struct ArchiveEvent {};

using EventEdit =
    std::variant<EventChange, ChangeVenue, NewVenue, NewDates, ChangeDate, ChangeSale, ChangePlan,
                 MoveDate, PostponeDate, CancelDate, NewCategory, ChangeCategory, NewType,
                 ChangeType, SetPrices, NewFee, ChangeFee, NewTax, NewQuota, ChangeQuota, SetPoster,
                 SetGalleryPicture, RemoveFromGallery, OrderGallery, PublishEvent, PostponeEvent,
                 CancelEvent, ArchiveEvent>;

/// Of what tickets a change is asked about: all of the event, of a date, of a type or category.
struct EventConcern {
    std::optional<PerformanceId> date = {};
    TicketTypeId type = {};
    CategoryId category = {};
    QuotaId quota = {}; ///< and what it shall be cut to
    std::int64_t capacity = 0;
    bool onlyComing = false;
};

} // namespace foyer::ui
