// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/sale_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace foyer::cli {
namespace {

std::string_view trimmed(std::string_view text)
{
    const std::size_t from = text.find_first_not_of(' ');
    if (from == std::string_view::npos) {
        return {};
    }
    return text.substr(from, text.find_last_not_of(' ') - from + 1);
}

Error badTickets(const std::string& part)
{
    return usageError("bad_tickets",
                      "\"" + part +
                          "\" does not say how many tickets of which type. Write Adult=2, or "
                          "Adult=2,Child=1.",
                      "--tickets");
}

Error badPayment(const std::string& text)
{
    return usageError("bad_payment",
                      "\"" + text +
                          "\" is not a payment. Write cash=100.00, card=20.00:4711 with the "
                          "number on the terminal's receipt, gift:CODE=12.00, invoice=40.00, "
                          "online:PROVIDER or reader:PROVIDER:READER.",
                      "--pay");
}

Result<TicketWish> readTicketWish(const std::string& part)
{
    const std::size_t equals = part.rfind('=');
    if (equals == std::string::npos) {
        return badTickets(part);
    }
    const std::string_view what = trimmed(std::string_view{part}.substr(0, equals));
    const std::string_view count = trimmed(std::string_view{part}.substr(equals + 1));
    TicketWish wish;
    const auto [end, error] =
        std::from_chars(count.data(), count.data() + count.size(), wish.count);
    if (what.empty() || error != std::errc{} || end != count.data() + count.size() ||
        wish.count == 0 || wish.count > kTicketsMax) {
        return badTickets(part);
    }
    const std::size_t at = what.find('@');
    wish.type = trimmed(what.substr(0, at));
    if (at != std::string_view::npos) {
        wish.category = trimmed(what.substr(at + 1));
    }
    return wish.type.empty() ? Result<TicketWish>{badTickets(part)} : wish;
}

/// A field's name with its equals sign, and where its value goes.
using Field = std::pair<std::string_view, std::string*>;

/// Reads "name=…,email=…"; a comma before no field's name belongs to the value. What belongs to no
/// field is returned.
std::optional<std::string> readFields(const std::string& text, std::span<const Field> fields)
{
    std::string* current = nullptr;
    std::size_t from = 0;
    while (from <= text.size()) {
        const std::size_t comma = std::min(text.find(',', from), text.size());
        const std::string part = text.substr(from, comma - from);
        const std::string_view start =
            std::string_view{part}.substr(std::min(part.find_first_not_of(' '), part.size()));
        const auto begun = std::ranges::find_if(fields, [&](const Field& field) {
            return start.starts_with(field.first);
        });
        if (begun != fields.end()) {
            current = begun->second;
            *current = start.substr(begun->first.size());
        } else if (current == nullptr) {
            return part;
        } else {
            *current += "," + part;
        }
        from = comma + 1;
    }
    return std::nullopt;
}

} // namespace

std::vector<std::string> listed(const std::string& text)
{
    std::vector<std::string> parts;
    std::size_t from = 0;
    while (from <= text.size()) {
        const std::size_t comma = std::min(text.find(',', from), text.size());
        const std::string_view part = trimmed(std::string_view{text}.substr(from, comma - from));
        if (!part.empty()) {
            parts.emplace_back(part);
        }
        from = comma + 1;
    }
    return parts;
}

Result<std::vector<TicketWish>> readTicketWishes(const std::vector<std::string>& texts)
{
    std::vector<TicketWish> wishes;
    std::size_t tickets = 0;
    for (const std::string& text : texts) {
        for (const std::string& part : listed(text)) {
            auto wish = readTicketWish(part);
            if (!wish) {
                return std::move(wish).error();
            }
            tickets += wish->count;
            wishes.push_back(*std::move(wish));
        }
    }
    if (wishes.empty() || tickets > kTicketsMax) {
        return usageError("bad_tickets",
                          "Say how many tickets, from 1 to " + std::to_string(kTicketsMax) +
                              " in all: Adult=2.",
                          "--tickets");
    }
    return wishes;
}

namespace {

/// What a provider takes, without an amount.
Result<Tender> readProviderTender(const std::string& text, Currency currency)
{
    const std::size_t colon = std::min(text.find(':'), text.size());
    const auto method = paymentMethodNamed(trimmed(std::string_view{text}.substr(0, colon)));
    if (!method || !isByProvider(*method)) {
        return badPayment(text);
    }
    return Tender{*method, Money{0, currency},
                  colon < text.size() ? text.substr(colon + 1) : std::string{}};
}

} // namespace

Result<Tender> readTender(const std::string& text, Currency currency)
{
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos) {
        return readProviderTender(text, currency);
    }
    // What it is paid with may stand on either side: gift:CODE=12.00, card=20.00:4711.
    std::string_view name = std::string_view{text}.substr(0, equals);
    std::string_view amount = std::string_view{text}.substr(equals + 1);
    std::string reference;
    for (std::string_view* side : {&name, &amount}) {
        if (const std::size_t colon = side->find(':'); colon != std::string_view::npos) {
            reference = trimmed(side->substr(colon + 1));
            *side = side->substr(0, colon);
        }
    }
    const auto method = paymentMethodNamed(trimmed(name));
    if (!method) {
        return badPayment(text);
    }
    const auto money = parseMoney(trimmed(amount), currency);
    if (!money) {
        Error error = money.error();
        error.where = "--pay " + text;
        return error;
    }
    return Tender{*method, *money, std::move(reference)};
}

void payTheRest(std::vector<Tender>& tenders, Money total)
{
    Money rest = total;
    for (const Tender& tender : tenders) {
        rest -= tender.tendered;
    }
    const auto open = std::ranges::find_if(tenders, [](const Tender& tender) {
        return isByProvider(tender.method) && tender.tendered.isZero();
    });
    if (open != tenders.end() && !rest.isNegative()) {
        open->tendered = rest;
    }
}

Result<CustomerDetails> readCustomer(const std::string& text)
{
    CustomerDetails details;
    const std::array fields{Field{"name=", &details.name}, Field{"email=", &details.email},
                            Field{"phone=", &details.phone}, Field{"note=", &details.note},
                            Field{"language=", &details.language}};
    if (const auto bad = readFields(text, fields)) {
        return usageError("bad_customer",
                          "\"" + *bad +
                              "\" does not say which field it is. Write name=Ada "
                              "Lovelace,email=ada@example.org, or the id of a known customer.",
                          "--customer");
    }
    return details;
}

Result<InvoiceTerms> readInvoiceTerms(const std::string& text)
{
    InvoiceTerms terms;
    std::string days = std::to_string(terms.days);
    InvoiceRecipient& recipient = terms.recipient;
    const std::array fields{Field{"name=", &recipient.name}, Field{"address=", &recipient.address},
                            Field{"tax=", &recipient.taxNumber},
                            Field{"reference=", &recipient.reference}, Field{"days=", &days}};
    const auto bad = text.empty() ? std::nullopt : readFields(text, fields);
    const char* end = days.data() + days.size();
    if (bad || std::from_chars(days.data(), end, terms.days).ptr != end) {
        return usageError("bad_invoice",
                          "\"" + bad.value_or("days=" + days) +
                              "\" cannot be read. Write name=Engines Ltd,address=1 Mill "
                              "Lane;London,tax=GB123,reference=PO 7,days=14.",
                          "--invoice");
    }
    std::ranges::replace(recipient.address, ';', '\n');
    return terms;
}

} // namespace foyer::cli
