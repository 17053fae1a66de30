// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/utf8.h"
#include "core/domain/catalogue/catalogue_changes.h"
#include "core/domain/catalogue/restricted_markdown.h"
#include "core/domain/customers/customer.h"
#include "core/domain/mail/mail_template.h"

#include <algorithm>

namespace foyer {
namespace {

constexpr std::size_t kNameBytesMax = 200;
constexpr std::size_t kSubtitleBytesMax = 400;
constexpr std::size_t kTicketTextBytesMax = 500;
constexpr std::size_t kAddressBytesMax = 500;
constexpr std::size_t kTaxNumberBytesMax = 40;
constexpr std::size_t kTagBytesMax = 60;
constexpr std::size_t kTagsMax = 30;
constexpr std::size_t kLanguagesMax = 40;
constexpr std::size_t kWebBytesMax = 500;
constexpr std::int64_t kAgeMax = 99;
constexpr std::int64_t kRateMax = 100'000;
constexpr std::int64_t kRankMax = 10'000;
constexpr std::int64_t kOrderMaxMax = 10'000;
constexpr std::int64_t kCapacityMax = 1'000'000;
constexpr std::int64_t kPriceMax = 1'000'000'000'000;
constexpr std::int64_t kNearTheStartMs = 2LL * 86'400'000;

/// Collects what is wrong.
class ChangeFaults {
public:
    void add(std::string code, std::string message, std::string where)
    {
        m_faults.push_back(badInput(std::move(code), std::move(message), std::move(where)));
    }

    /// A text on one line, or on several.
    void text(const Changed<std::string>& text, std::size_t most, const std::string& where,
              bool hasLines = false)
    {
        if (!text) {
            return;
        }
        if (text->size() > most) {
            add("text_too_long",
                "This text has at most " + std::to_string(most) + " letters. Shorten it.", where);
            return;
        }
        const bool hasControls = std::ranges::any_of(*text, [hasLines](char c) {
            return (static_cast<unsigned char>(c) < ' ' && !(hasLines && c == '\n')) || c == '\x7f';
        });
        if (!isUtf8(*text) || hasControls) {
            add("bad_text", "This is not text on one line. Type it anew.", where);
        }
    }
    void name(const Changed<std::string>& name, const std::string& where = "name")
    {
        if (name && name->find_first_not_of(" \t\n") == std::string::npos) {
            add("name_missing", "Say a name.", where);
        }
        text(name, kNameBytesMax, where);
    }
    void markdown(const Changed<std::string>& text, const std::string& where)
    {
        if (text) {
            if (auto sound = checkMarkdown(*text, where); !sound) {
                m_faults.push_back(std::move(sound).error());
            }
        }
    }
    void number(const Changed<std::int64_t>& number, std::int64_t low, std::int64_t high,
                const char* code, const char* message, const char* where)
    {
        if (number && (*number < low || *number > high)) {
            add(code, message, where);
        }
    }
    void window(const ChangedInstant& from, const ChangedInstant& until)
    {
        if (from && until && *from && *until && **until <= **from) {
            add("bad_sale_window", "The sale must end after it begins.", "on_sale_until");
        }
    }
    std::vector<Error> take() { return std::move(m_faults); }

private:
    std::vector<Error> m_faults;
};

void addContactFaults(ChangeFaults& faults, const EventChange& change)
{
    const auto contact = [&](const Changed<std::string>& said, const char* where,
                             const CustomerDetails& details) {
        if (said && !said->empty()) {
            if (const auto sound = checkDetails(details); !sound) {
                faults.add(sound.error().code, sound.error().message, where);
            }
        }
    };
    contact(change.contactMail, "contact_mail", {{}, change.contactMail.value_or(""), {}, {}});
    contact(change.contactPhone, "contact_phone", {{}, {}, change.contactPhone.value_or(""), {}});
    if (const auto& web = change.contactWeb; web && !web->empty()) {
        const bool isWeb = web->starts_with("https://") || web->starts_with("http://");
        if (!isWeb || web->size() > kWebBytesMax || web->find_first_of(" \"<>\\") != web->npos) {
            faults.add("bad_web", "An address on the web begins with https://.", "contact_web");
        }
        faults.text(web, kWebBytesMax, "contact_web");
    }
}

void addTextFaults(ChangeFaults& faults, const EventChange& change)
{
    if (change.texts.size() > kLanguagesMax) {
        faults.add("bad_language", "These are too many languages.", "texts");
    }
    for (const auto& [language, texts] : change.texts) {
        const std::string where = "texts." + language;
        if (!isLanguage(language)) {
            faults.add("bad_language",
                       "\"" + language + "\" is not a language. Write de, or de-AT.", where);
            continue;
        }
        faults.text(texts.title, kNameBytesMax, where + ".title");
        faults.text(texts.subtitle, kSubtitleBytesMax, where + ".subtitle");
        faults.markdown(texts.description, where + ".description");
        faults.text(texts.ticketText, kTicketTextBytesMax, where + ".ticket_text", true);
    }
}

void addTagFaults(ChangeFaults& faults, const EventChange& change)
{
    if (!change.tags) {
        return;
    }
    if (change.tags->size() > kTagsMax) {
        faults.add("bad_tag", "These are too many tags.", "tags");
    }
    for (const std::string& tag : *change.tags) {
        if (tag.find_first_not_of(' ') == std::string::npos || tag.find(':') != std::string::npos) {
            faults.add("bad_tag", "A tag is a word or two, without a colon.", "tags");
        }
        faults.text(tag, kTagBytesMax, "tags");
    }
}

void requireNear(ChangeFaults& faults, const Performance& date, const std::optional<Instant>& time,
                 const char* code, const char* where)
{
    if (time && std::abs(time->ms - date.startsAt.ms) > kNearTheStartMs) {
        faults.add(code, "This is more than two days from the start. Look at the date.", where);
    }
}

} // namespace

std::vector<Error> faultsOf(const EventChange& change)
{
    ChangeFaults faults;
    faults.name(change.name);
    faults.text(change.subtitle, kSubtitleBytesMax, "subtitle");
    faults.markdown(change.description, "description");
    if (change.language && !change.language->empty() && !isLanguage(*change.language)) {
        faults.add("bad_language",
                   "\"" + *change.language + "\" is not a language. Write de, or de-AT.",
                   "language");
    }
    addTextFaults(faults, change);
    addTagFaults(faults, change);
    faults.number(change.ageLimit, 0, kAgeMax, "bad_age",
                  "Say from which age on people are let in; 0 is no limit.", "age_limit");
    faults.text(change.promoterName, kNameBytesMax, "promoter_name");
    faults.text(change.promoterAddress, kAddressBytesMax, "promoter_address", true);
    faults.text(change.promoterTaxNumber, kTaxNumberBytesMax, "promoter_tax_number");
    addContactFaults(faults, change);
    faults.text(change.ticketText, kTicketTextBytesMax, "ticket_text", true);
    return faults.take();
}

std::vector<Error> faultsOf(const VenueChange& change)
{
    ChangeFaults faults;
    faults.name(change.name);
    faults.text(change.address, kAddressBytesMax, "address", true);
    return faults.take();
}

std::vector<Error> faultsOf(const TaxChange& change)
{
    ChangeFaults faults;
    faults.name(change.name);
    faults.number(change.rateMilliPercent, 0, kRateMax, "bad_rate", "A tax is between 0 and 100 %.",
                  "rate");
    return faults.take();
}

std::vector<Error> faultsOf(const CategoryChange& change)
{
    ChangeFaults faults;
    faults.name(change.name);
    faults.number(change.rank, 0, kRankMax, "bad_rank", "A place in the order is a small number.",
                  "rank");
    return faults.take();
}

std::vector<Error> faultsOf(const TypeChange& change)
{
    ChangeFaults faults;
    faults.name(change.name);
    faults.number(change.rank, 0, kRankMax, "bad_rank", "A place in the order is a small number.",
                  "rank");
    faults.number(change.orderMax, 0, kOrderMaxMax, "bad_order_max",
                  "Say how many may be in one order; 0 is no limit.", "order_max");
    faults.window(change.onSaleFrom, change.onSaleUntil);
    return faults.take();
}

std::vector<Error> faultsOf(const FeeChange& change)
{
    ChangeFaults faults;
    faults.name(change.name);
    faults.number(change.amount, 0, kPriceMax, "bad_price", "A fee is not below 0.", "amount");
    faults.number(change.milliPercent, 0, kRateMax, "bad_rate", "A share is between 0 and 100 %.",
                  "percent");
    return faults.take();
}

std::vector<Error> faultsOf(const QuotaChange& change)
{
    ChangeFaults faults;
    faults.name(change.name);
    faults.number(change.capacity, 0, kCapacityMax, "bad_capacity",
                  "Say how many tickets there may be, up to a million.", "capacity");
    return faults.take();
}

std::vector<Error> faultsOf(const PriceCell& cell)
{
    ChangeFaults faults;
    faults.number(cell.minor, 0, kPriceMax, "bad_price", "A price is not below 0.", "price");
    return faults.take();
}

std::vector<Error> faultsOf(const Performance& date)
{
    ChangeFaults faults;
    if (date.doorsAt && *date.doorsAt > date.startsAt) {
        faults.add("bad_doors", "The doors open before it starts, or when it does.", "doors_at");
    }
    if (date.endsAt && *date.endsAt <= date.startsAt) {
        faults.add("bad_end", "It must end after it starts.", "ends_at");
    }
    requireNear(faults, date, date.doorsAt, "bad_doors", "doors_at");
    requireNear(faults, date, date.endsAt, "bad_end", "ends_at");
    faults.window(std::optional{date.onSaleFrom}, std::optional{date.onSaleUntil});
    return faults.take();
}

} // namespace foyer
