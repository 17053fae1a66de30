// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/catalogue/catalogue.h"
#include "core/domain/catalogue/entity.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace foyer {

/// What somebody changes of the catalogue. A member that is nothing stays as it is, so that two
/// people who change different things both win. Of a member that may itself be nothing (a time),
/// the inner nothing takes it away.
template <typename T>
using Changed = std::optional<T>;
using ChangedInstant = std::optional<std::optional<Instant>>;

struct TextsChange {
    Changed<std::string> title;
    Changed<std::string> subtitle;
    Changed<std::string> description;
    Changed<std::string> ticketText = {};
};

struct EventChange {
    Changed<std::string> name = {};
    Changed<std::string> subtitle = {};
    Changed<std::string> description = {}; ///< see restricted_markdown.h
    Changed<std::string> language = {};    ///< of the three above; empty: the house's
    Changed<VenueId> venue = {};
    std::map<std::string, TextsChange> texts = {}; ///< in other languages; an empty one goes away
    Changed<std::set<std::string>> tags = {};      ///< all that it shall have
    Changed<std::int64_t> ageLimit = {};           ///< years; 0: none
    Changed<std::string> promoterName = {};        ///< empty: the house itself
    Changed<std::string> promoterAddress = {};
    Changed<std::string> promoterTaxNumber = {};
    Changed<std::string> contactMail = {};
    Changed<std::string> contactPhone = {};
    Changed<std::string> contactWeb = {};
    Changed<std::string> ticketText = {};
};

struct VenueChange {
    Changed<std::string> name = {};
    Changed<std::string> address = {};
    Changed<std::string> timeZone = {};
};

struct TaxChange {
    Changed<std::string> name = {};
    Changed<std::int64_t> rateMilliPercent = {};
    Changed<bool> inclusive = {};
};

struct CategoryChange {
    Changed<std::string> name = {};
    Changed<std::int64_t> rank = {};
    Changed<bool> isOff = {};
};

struct TypeChange {
    Changed<std::string> name = {};
    Changed<std::int64_t> rank = {};
    Changed<TaxId> tax = {};
    Changed<std::int64_t> orderMax = {};
    ChangedInstant onSaleFrom = {};
    ChangedInstant onSaleUntil = {};
    Changed<bool> isOff = {};
};

struct FeeChange {
    Changed<std::string> name = {};
    Changed<Fee::Per> per = {};
    Changed<std::int64_t> amount = {};
    Changed<std::int64_t> milliPercent = {};
    Changed<TaxId> tax = {};
    Changed<bool> isOff = {};
};

struct QuotaChange {
    Changed<std::string> name = {};
    Changed<std::int64_t> capacity = {};
    Changed<std::set<TicketTypeId>> types = {};
    Changed<std::set<CategoryId>> categories = {};
    Changed<bool> isOff = {};
};

/// Of a date, without its start: that moves by a verb of its own.
struct DateChange {
    ChangedInstant doorsAt = {};
    ChangedInstant endsAt = {};
    ChangedInstant onSaleFrom = {};
    ChangedInstant onSaleUntil = {};
};

/// One cell of the price grid: a type in a category, on all dates or one, regularly or until an
/// instant. Nothing as its price takes it out: then it is not sold there, or what is said for all
/// dates counts again.
struct PriceCell {
    TicketTypeId type;
    CategoryId category;
    std::optional<PerformanceId> date = {};
    std::optional<Instant> until = {};
    std::optional<std::int64_t> minor = {};
    friend bool operator==(const PriceCell&, const PriceCell&) = default;
};

/// Everything that cannot be taken of what somebody typed, in the order of the form; `where` names
/// the field. A screen shows them all, a verb refuses with the first. Codes: name_missing,
/// text_too_long, bad_text, bad_language, bad_tag, bad_age, bad_email, bad_phone, bad_web, those of
/// checkMarkdown, bad_rate, bad_rank, bad_order_max, bad_price, bad_capacity, bad_sale_window.
std::vector<Error> faultsOf(const EventChange& change);
std::vector<Error> faultsOf(const VenueChange& change);
std::vector<Error> faultsOf(const TaxChange& change);
std::vector<Error> faultsOf(const CategoryChange& change);
std::vector<Error> faultsOf(const TypeChange& change);
std::vector<Error> faultsOf(const FeeChange& change);
std::vector<Error> faultsOf(const QuotaChange& change);
std::vector<Error> faultsOf(const PriceCell& cell);
/// The times of a date, as they would be: bad_doors (after the start), bad_end (not after the
/// start), bad_sale_window (a sale that ends before it begins). None is more than two days from the
/// start but those of the sale.
std::vector<Error> faultsOf(const Performance& date);

/// A change as an edit: those fields only that somebody set. `before`: its tags as they are known
/// here.
EntityEdited editOf(EventId event, const EventChange& change, const std::set<std::string>& before);
EntityEdited editOf(VenueId venue, const VenueChange& change);
EntityEdited editOf(TaxId tax, const TaxChange& change);
EntityEdited editOf(CategoryId category, const CategoryChange& change);
EntityEdited editOf(TicketTypeId type, const TypeChange& change);
EntityEdited editOf(FeeId fee, const FeeChange& change);
EntityEdited editOf(const Quota& before, const QuotaChange& change);
EntityEdited editOf(PerformanceId date, const DateChange& change);

} // namespace foyer
