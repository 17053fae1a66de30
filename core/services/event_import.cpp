// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/event_import.h"

#include "core/base/money.h"
#include "core/calendar/clock_time.h"
#include "core/services/event_parts.h"
#include "core/services/offer_cache.h"
#include "core/services/quota_writing.h"
#include "core/storage/catalogue_store.h"

#include <map>

namespace foyer {
namespace {

constexpr const char* kOnlyChecked = "only_checked";

Error inFile(Error error, const std::string& where)
{
    error.where = error.where.empty() ? where : where + "." + error.where;
    return error;
}

std::string placeIn(const char* list, std::size_t number)
{
    return std::string{list} + "[" + std::to_string(number) + "]";
}

/// Makes one event, and knows by which names its parts are called.
class EventImport {
public:
    EventImport(CatalogueWork& work, const EventFile& file, Currency currency)
        : m_work{work}, m_file{file}, m_currency{currency}
    {
        readNames("venue", m_venues);
        readNames("tax", m_taxes);
        readNames("plan", m_plans);
    }

    Result<EventId> run()
    {
        EventChange event = m_file.event;
        const auto venue = named(m_venues, m_file.venue, "unknown_venue", "venue", "venue");
        if (!venue) {
            return venue.error();
        }
        event.venue = VenueId{*venue};
        m_zone = m_work.venue(*event.venue)->timeZone;
        auto made = makeEvent(m_work, event);
        if (!made) {
            return made;
        }
        m_event = *made;
        if (!m_file.currency.empty() && m_file.currency != m_currency.code()) {
            const auto other = Currency::fromCode(m_file.currency);
            if (!other) {
                return badInput("bad_currency", "Write a currency such as CHF.", "currency");
            }
            m_currency = *other;
            m_work.edit(kind::kEventEdited, {m_event.uuid, {{"currency", m_file.currency}}});
        }
        auto done = addAll(m_file.categories, "categories", &EventImport::addCategory);
        done = done ? addAll(m_file.types, "types", &EventImport::addType) : done;
        done = done ? addAll(m_file.fees, "fees", &EventImport::addFee) : done;
        done = done ? addAll(m_file.dates, "dates", &EventImport::addDate) : done;
        if (!done) {
            return std::move(done).error();
        }
        return m_event;
    }

private:
    void readNames(const char* kind, std::map<std::string, Uuid>& into)
    {
        readEntities(m_work.counter().database(), m_work.counter().organizer(), kind,
                     [&](const Uuid& id, const Entity& entity) {
                         into.emplace(entity.text("name"), id);
                     });
    }

    static Result<Uuid> named(const std::map<std::string, Uuid>& names, const std::string& name,
                              const char* code, const char* what, const std::string& where)
    {
        const auto found = names.find(name);
        return found != names.end()
            ? Result<Uuid>{found->second}
            : Result<Uuid>{badInput(code,
                                    "\"" + name + "\" is not a " + what +
                                        " that is known. Add it first, or correct the name.",
                                    where)};
    }

    Result<TaxId> taxIn(const std::string& name, const std::string& where) const
    {
        if (name.empty()) {
            return TaxId{};
        }
        const auto tax = named(m_taxes, name, "unknown_tax", "tax", where + ".tax");
        return tax ? Result<TaxId>{TaxId{*tax}} : Result<TaxId>{tax.error()};
    }

    static Result<std::optional<Instant>> timeIn(const std::string& text, const std::string& zone,
                                                 const std::string& where)
    {
        if (text.empty()) {
            return std::optional<Instant>{};
        }
        const auto shown = clockTimeFrom(text);
        const auto time = shown ? instantOf(*shown, zone) : std::nullopt;
        return time && !time->isSkipped
            ? Result<std::optional<Instant>>{std::optional{time->instant}}
            : Result<std::optional<Instant>>{
                  badInput("bad_time", "\"" + text + "\" is not a time there: 2026-11-28 19:30.",
                           where)};
    }

    Result<std::int64_t> amountIn(const std::string& text, const std::string& where) const
    {
        const auto money = parseMoney(text, m_currency);
        return money ? Result<std::int64_t>{money->minor()}
                     : Result<std::int64_t>{inFile(money.error(), where)};
    }

    /// Adds every part of a list; `where` is its place in the file.
    template <typename Part>
    Result<void> addAll(const std::vector<Part>& parts, const char* list,
                        Result<void> (EventImport::*add)(const Part&, const std::string& where))
    {
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (auto added = (this->*add)(parts[i], placeIn(list, i)); !added) {
                return added;
            }
        }
        return {};
    }

    Result<void> addCategory(const FileCategory& category, const std::string& where)
    {
        const auto isOff = category.isOff ? Changed<bool>{true} : std::nullopt;
        const auto made = makeCategory(m_work, m_event, {.name = category.name, .isOff = isOff});
        return made ? Result<void>{} : Result<void>{inFile(made.error(), where)};
    }

    Result<void> addType(const FileType& type, const std::string& where)
    {
        const auto tax = taxIn(type.tax, where);
        const auto from = timeIn(type.onSaleFrom, m_zone, where + ".on_sale_from");
        const auto until = timeIn(type.onSaleUntil, m_zone, where + ".on_sale_until");
        for (const Error* error : {tax ? nullptr : &tax.error(), from ? nullptr : &from.error(),
                                   until ? nullptr : &until.error()}) {
            if (error != nullptr) {
                return *error;
            }
        }
        const auto made = makeType(m_work, m_event,
                                   {.name = type.name,
                                    .rank = {},
                                    .tax = *tax,
                                    .orderMax = type.orderMax,
                                    .onSaleFrom = *from,
                                    .onSaleUntil = *until});
        if (!made) {
            return inFile(made.error(), where);
        }
        m_types.emplace(type.name, *made);
        return addPrices(type.name, type.prices, type.early, std::nullopt, m_zone, where);
    }

    /// The prices of a type, of all dates or of one.
    Result<void> addPrices(const std::string& type, const FilePrices& prices,
                           const std::vector<FileStep>& early, std::optional<PerformanceId> date,
                           const std::string& zone, const std::string& where)
    {
        const auto known = m_types.find(type);
        if (known == m_types.end()) {
            return badInput("unknown_type", "There is no ticket type \"" + type + "\" here.",
                            where);
        }
        if (auto set = setCells(known->second, prices, date, {}, where + ".prices"); !set) {
            return set;
        }
        for (std::size_t i = 0; i < early.size(); ++i) {
            const std::string place = where + "." + placeIn("early", i);
            const auto until = timeIn(early[i].until, zone, place + ".until");
            if (!until || !*until) {
                return until ? badInput("bad_time", "Say until when.", place + ".until")
                             : until.error();
            }
            if (auto set = setCells(known->second, early[i].prices, date, *until, place); !set) {
                return set;
            }
        }
        return {};
    }

    Result<void> setCells(TicketTypeId type, const FilePrices& prices,
                          std::optional<PerformanceId> date, std::optional<Instant> until,
                          const std::string& where)
    {
        const auto categories = categoryIds(m_work.counter(), m_event);
        std::vector<PriceCell> cells;
        for (const auto& [name, amount] : prices) {
            const std::string place = where + "." + name;
            const auto category = categories.find(name);
            if (category == categories.end()) {
                return badInput("unknown_category", "There is no category \"" + name + "\" here.",
                                place);
            }
            const auto minor = amountIn(amount, place);
            if (!minor) {
                return minor.error();
            }
            cells.push_back({type, category->second, date, until, *minor});
        }
        auto written = writePrices(m_work, m_event, cells);
        return written ? written : Result<void>{inFile(written.error(), where)};
    }

    Result<void> addFee(const FileFee& fee, const std::string& where)
    {
        const auto tax = taxIn(fee.tax, where);
        const auto amount = amountIn(fee.amount.empty() ? "0" : fee.amount, where + ".amount");
        // A share has three digits behind the point, as an amount of this currency.
        const auto share =
            parseMoney(fee.percent.empty() ? "0" : fee.percent, *Currency::fromCode("KWD"));
        if (!tax || !amount) {
            return tax ? amount.error() : tax.error();
        }
        if (!share) {
            return inFile(share.error(), where + ".percent");
        }
        const auto made = makeFee(m_work, m_event,
                                  {.name = fee.name,
                                   .per = fee.perTicket ? Fee::Per::Ticket : Fee::Per::Order,
                                   .amount = *amount,
                                   .milliPercent = share->minor(),
                                   .tax = *tax});
        return made ? Result<void>{} : Result<void>{inFile(made.error(), where)};
    }

    Result<NewDate> newDateOf(const FileDate& file, const std::string& where) const
    {
        NewDate date{.startsAt = {}, .timeZone = file.timeZone.empty() ? m_zone : file.timeZone};
        date.capacity = file.capacity;
        std::optional<Instant> starts;
        for (const auto& [text, into, field] :
             {std::tuple{&file.starts, &starts, ".starts"},
              std::tuple{&file.doors, &date.doorsAt, ".doors"},
              std::tuple{&file.ends, &date.endsAt, ".ends"},
              std::tuple{&file.onSaleFrom, &date.onSaleFrom, ".on_sale_from"},
              std::tuple{&file.onSaleUntil, &date.onSaleUntil, ".on_sale_until"}}) {
            const auto time = timeIn(*text, date.timeZone, where + field);
            if (!time) {
                return time.error();
            }
            *into = *time;
        }
        if (!starts) {
            return badInput("bad_time", "Say when it starts.", where + ".starts");
        }
        date.startsAt = *starts;
        if (!file.plan.empty()) {
            const auto plan =
                named(m_plans, file.plan, "unknown_plan", "seating plan", where + ".plan");
            if (!plan) {
                return plan.error();
            }
            date.plan = PlanId{*plan};
        }
        return date;
    }

    Result<void> addDate(const FileDate& file, const std::string& where)
    {
        const auto date = newDateOf(file, where);
        if (!date) {
            return date.error();
        }
        const auto made = makeDates(m_work, m_event, {*date});
        if (!made) {
            return inFile(made.error(), where);
        }
        const PerformanceId id = made->front();
        for (const auto& [type, prices] : file.prices) {
            if (auto set = addPrices(type, prices, {}, id, date->timeZone, where); !set) {
                return set;
            }
        }
        for (const auto& [type, steps] : file.early) {
            if (auto set = addPrices(type, {}, steps, id, date->timeZone, where); !set) {
                return set;
            }
        }
        return addQuotas(file, id, where);
    }

    Result<void> addQuotas(const FileDate& file, PerformanceId date, const std::string& where)
    {
        const auto categories = categoryIds(m_work.counter(), m_event);
        for (std::size_t i = 0; i < file.quotas.size(); ++i) {
            const FileQuota& quota = file.quotas[i];
            const std::string place = where + "." + placeIn("quotas", i);
            QuotaChange change{.name = quota.name,
                               .capacity = quota.capacity,
                               .types = std::set<TicketTypeId>{},
                               .categories = std::set<CategoryId>{}};
            for (const std::string& name : quota.types) {
                const auto type = m_types.find(name);
                if (type == m_types.end()) {
                    return badInput("unknown_type", "There is no ticket type \"" + name + "\".",
                                    place + ".types");
                }
                change.types->insert(type->second);
            }
            for (const std::string& name : quota.categories) {
                const auto category = categories.find(name);
                if (category == categories.end()) {
                    return badInput("unknown_category", "There is no category \"" + name + "\".",
                                    place + ".categories");
                }
                change.categories->insert(category->second);
            }
            // What a plan's standing areas limit was made with the date: it may be tighter.
            if (const auto made = makeOrTighten(date, quota, change); !made) {
                return inFile(made.error(), place);
            }
        }
        return {};
    }

    Result<void> makeOrTighten(PerformanceId date, const FileQuota& quota,
                               const QuotaChange& change)
    {
        std::optional<Quota> same;
        readChildren(m_work.counter().database(), m_work.counter().organizer(), "quota", date.uuid,
                     [&](const Uuid& id, const Entity& entity) {
                         auto known = quotaFrom(id, entity);
                         if (known && known->name == quota.name && known->types == *change.types &&
                             known->categories == *change.categories) {
                             same = *std::move(known);
                         }
                     });
        if (same) {
            return writeCapacity(m_work, *same, quota.capacity);
        }
        const auto made = makeQuota(m_work, date, change);
        return made ? Result<void>{} : Result<void>{made.error()};
    }

    CatalogueWork& m_work;
    const EventFile& m_file;
    Currency m_currency;
    std::string m_zone;
    EventId m_event;
    std::map<std::string, Uuid> m_venues;
    std::map<std::string, Uuid> m_taxes;
    std::map<std::string, Uuid> m_plans;
    std::map<std::string, TicketTypeId> m_types;
};

} // namespace

Result<EventId> importEvent(Counter& counter, const EventFile& file, bool onlyCheck)
{
    auto made = madeInCatalogue<EventId>(counter, [&](CatalogueWork& work) -> Result<EventId> {
        const auto& house = counter.offers().organizer();
        if (!house) {
            return refused("unknown_organizer", "The house is not known here yet.", "venue");
        }
        auto event = EventImport{work, file, house->currency}.run();
        return event && onlyCheck ? Result<EventId>{refused(kOnlyChecked, "")} : event;
    });
    if (onlyCheck && !made && made.error().code == kOnlyChecked) {
        return EventId{};
    }
    return made;
}

} // namespace foyer
