// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/imports/pretix_orders.h"

#include "core/documents/imports/json_records.h"

#include <algorithm>
#include <map>
#include <memory>

namespace foyer {
namespace {

using Json = JsonTree;

constexpr std::size_t kPretixNamesMax = 200'000;

const Json& at(const Json& from, std::string_view key)
{
    static const Json kNothing;
    const Json* found = from.member(key);
    return found != nullptr ? *found : kNothing;
}

const Json::Array& listAt(const Json& from, std::string_view key)
{
    static const Json::Array kNone;
    const auto* list = at(from, key).as<Json::Array>();
    return list != nullptr ? *list : kNone;
}

bool isTrue(const Json& value)
{
    return value.as<bool>() != nullptr && *value.as<bool>();
}

/// A text, or a number as one; empty for anything else.
std::string textOf(const Json& value)
{
    if (const auto* text = value.as<std::string>()) {
        return *text;
    }
    const auto* number = value.as<std::int64_t>();
    return number != nullptr ? std::to_string(*number) : std::string{};
}

std::string textAt(const Json& from, std::string_view key)
{
    return textOf(at(from, key));
}

/// A name in several languages: in the one that is asked for, else in English, else in any.
std::string nameIn(const Json& names, const std::string& language)
{
    const auto* inLanguages = names.as<JsonMembers>();
    if (inLanguages == nullptr) {
        return textOf(names);
    }
    for (const std::string& each : {language, std::string{"en"}}) {
        if (std::string name = textAt(names, each); !name.empty()) {
            return name;
        }
    }
    for (const auto& [each, name] : *inLanguages) {
        if (!textOf(name).empty()) {
            return textOf(name);
        }
    }
    return {};
}

struct PretixItem {
    Json names;
    std::map<std::string, Json> variations;
    bool admits = true;
};
struct PretixDate {
    Json names;
    std::string starts;
    std::string currency;
};

/// What orders name by numbers.
struct PretixNames {
    std::map<std::string, PretixItem> items;
    std::map<std::string, PretixDate> subevents;
    std::map<std::string, PretixDate> events; ///< by slug
};

bool isPretixOrder(const Json& record)
{
    return record.member("positions") != nullptr && record.member("code") != nullptr;
}

void noteName(PretixNames& names, const Json& record)
{
    if (record.member("slug") != nullptr && record.member("name") != nullptr) {
        names.events[textAt(record, "slug")] = {at(record, "name"), textAt(record, "date_from"),
                                                textAt(record, "currency")};
    } else if (record.member("date_from") != nullptr && record.member("id") != nullptr) {
        names.subevents[textAt(record, "id")] = {at(record, "name"),
                                                 textAt(record, "date_from"),
                                                 {}};
    } else if (record.member("id") != nullptr &&
               (record.member("default_price") != nullptr ||
                record.member("admission") != nullptr)) {
        PretixItem item{.names = at(record, "name"), .variations = {}};
        item.admits =
            at(record, "admission").as<bool>() == nullptr || isTrue(at(record, "admission"));
        for (const Json& each : listAt(record, "variations")) {
            const Json& value = at(each, "value").isNull() ? at(each, "name") : at(each, "value");
            item.variations[textAt(each, "id")] = value;
        }
        names.items[textAt(record, "id")] = std::move(item);
    }
}

/// Turns one order into the common form.
class PretixOrder {
public:
    PretixOrder(const Json& order, const PretixNames& names, const OrderReading& reading)
        : m_json{order}, m_names{names}, m_language{textAt(order, "locale")}
    {
        m_order.externalId = textAt(order, "code");
        const PretixDate* event = eventOf();
        m_order.currency =
            event != nullptr && !event->currency.empty() ? event->currency : reading.currency;
        m_currency = Currency::fromCode(m_order.currency);
    }

    ImportedOrder read()
    {
        if (m_order.externalId.empty() || !m_currency) {
            m_order.fault = badInput(m_currency ? "order_without_code" : "bad_currency",
                                     m_currency ? "This order has no code."
                                                : "The currency of this order is not known.",
                                     "code");
            return std::move(m_order);
        }
        readState();
        if (const auto time = importedTime(textAt(m_json, "datetime"))) {
            m_order.placedAt = time->instant;
            m_order.placed = time->clock;
        }
        readCustomer();
        for (const Json& position : listAt(m_json, "positions")) {
            readPosition(position);
        }
        for (const Json& fee : listAt(m_json, "fees")) {
            if (!isTrue(at(fee, "canceled"))) {
                const std::string text = textAt(fee, "description");
                addFee(text.empty() ? textAt(fee, "fee_type") : text, fee, textAt(fee, "value"));
            }
        }
        return std::move(m_order);
    }

private:
    const PretixDate* eventOf() const
    {
        const auto named = m_names.events.find(textAt(m_json, "event"));
        if (named != m_names.events.end()) {
            return &named->second;
        }
        return m_names.events.size() == 1 ? &m_names.events.begin()->second : nullptr;
    }

    void readState()
    {
        const std::string status = textAt(m_json, "status");
        const bool isPaid = status == "p" || status == "paid";
        const bool isPending = status == "n" || status == "pending";
        m_order.state = isTrue(at(m_json, "testmode")) ? ImportedOrder::State::Cancelled
            : isPaid                                   ? ImportedOrder::State::Paid
            : isPending                                ? ImportedOrder::State::Pending
                                                       : ImportedOrder::State::Cancelled;
    }

    void readCustomer()
    {
        const std::string email = textAt(m_json, "email");
        m_order.customer = {nameIn(at(at(m_json, "invoice_address"), "name"), {}),
                            email.empty() ? textAt(m_json, "user") : email,
                            textAt(m_json, "phone"),
                            {},
                            m_language.substr(0, m_language.find('-'))};
        if (m_order.customer.isEmpty()) {
            m_order.customer = {};
        }
    }

    std::int64_t amountOf(const std::string& text, const char* field)
    {
        const auto amount = importedAmount(text, *m_currency);
        if (!amount && !m_order.fault) {
            m_order.fault = amount.error();
            m_order.fault->where = field;
        }
        return amount ? *amount : 0;
    }

    void addFee(const std::string& text, const Json& from, const std::string& gross)
    {
        const std::string tax = textAt(from, "tax_value");
        m_order.fees.push_back({text, amountOf(gross, "fees"),
                                tax.empty() ? 0 : amountOf(tax, "fees.tax_value"),
                                importedRate(textAt(from, "tax_rate")).value_or(0)});
    }

    void readPosition(const Json& position)
    {
        const bool isCancelled = isTrue(at(position, "canceled"));
        const std::string id = textAt(position, "item");
        const auto item = m_names.items.find(id);
        const bool isKnown = item != m_names.items.end();
        const std::string name = isKnown ? nameIn(item->second.names, m_language) : "Item " + id;
        if (isKnown && !item->second.admits) {
            if (!isCancelled) {
                addFee(name, position, textAt(position, "price"));
            }
            return;
        }
        ImportedTicket ticket;
        ticket.type = name;
        if (isKnown) {
            const auto variation = item->second.variations.find(textAt(position, "variation"));
            ticket.category = variation != item->second.variations.end()
                ? nameIn(variation->second, m_language)
                : std::string{};
        }
        readDate(position, ticket);
        ticket.seat = textAt(at(position, "seat"), "name");
        ticket.attendee = textAt(position, "attendee_name");
        ticket.attendeeEmail = textAt(position, "attendee_email");
        ticket.gross = amountOf(textAt(position, "price"), "positions.price");
        if (const std::string tax = textAt(position, "tax_value"); !tax.empty()) {
            ticket.tax = amountOf(tax, "positions.tax_value");
        }
        ticket.taxRateMilliPercent = importedRate(textAt(position, "tax_rate"));
        ticket.code = textAt(position, "secret");
        ticket.isCancelled = isCancelled;
        ticket.isCheckedIn =
            std::ranges::any_of(listAt(position, "checkins"),
                                [](const Json& each) { return textAt(each, "type") != "exit"; });
        m_order.tickets.push_back(std::move(ticket));
    }

    void readDate(const Json& position, ImportedTicket& ticket) const
    {
        const auto subevent = m_names.subevents.find(textAt(position, "subevent"));
        const PretixDate* date =
            subevent != m_names.subevents.end() ? &subevent->second : eventOf();
        if (date == nullptr) {
            return;
        }
        ticket.event = nameIn(date->names, m_language);
        if (const auto time = importedTime(date->starts)) {
            ticket.startsAt = time->instant;
            ticket.starts = time->clock;
        }
    }

    const Json& m_json;
    const PretixNames& m_names;
    std::string m_language;
    std::optional<Currency> m_currency;
    ImportedOrder m_order;
};

} // namespace

Result<OrderSource> pretixOrders(std::vector<ImportFile> files, const OrderReading& reading)
{
    auto names = std::make_shared<PretixNames>();
    OrderSource source{.name = "pretix", .title = {}, .read = {}};
    source.title = files.empty() ? std::string{} : files.front().name;
    if (files.size() > 1) {
        source.title += " + " + std::to_string(files.size() - 1);
    }
    for (const ImportFile& file : files) {
        const auto read = readJsonRecords(file, [&](const Json& record) {
            if (!isPretixOrder(record)) {
                noteName(*names, record);
            }
            return names->items.size() + names->subevents.size() < kPretixNamesMax;
        });
        if (!read) {
            return read.error();
        }
    }
    source.read = [files = std::move(files), names,
                   reading](const TakeImportedOrder& take) -> Result<void> {
        bool goesOn = true;
        for (std::size_t i = 0; i < files.size() && goesOn; ++i) {
            const auto read = readJsonRecords(files[i], [&](const Json& record) {
                if (isPretixOrder(record)) {
                    ImportedOrder order = PretixOrder{record, *names, reading}.read();
                    order.where = files[i].name + ", order " + order.externalId;
                    goesOn = take(std::move(order));
                }
                return goesOn;
            });
            if (!read) {
                return read;
            }
        }
        return {};
    };
    return source;
}

} // namespace foyer
