// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/exports.h"

#include "core/base/money.h"
#include "core/services/access_control.h"
#include "core/services/catalogue_exports.h"
#include "core/services/counter.h"
#include "core/services/customer_directory.h"
#include "core/services/customer_index.h"
#include "core/services/guarded.h"
#include "core/services/offer_cache.h"
#include "core/storage/export_store.h"
#include "core/storage/read_view.h"
#include "core/storage/report_catch_up.h"

#include <algorithm>
#include <functional>

namespace foyer {
namespace {

constexpr const char* kCustomers = "customers";
constexpr const char* kLedger = "ledger";

ExportTable customersTable()
{
    using Kind = ExportColumn::Kind;
    return {kCustomers,
            {{"id", Kind::Id},
             {"name", Kind::Text},
             {"email", Kind::Text},
             {"phone", Kind::Text},
             {"address", Kind::Text},
             {"note", Kind::Text},
             {"language", Kind::Text},
             {"tags", Kind::Text}}};
}

/// Hands rows to a sink and keeps the first error.
class SinkFeed {
public:
    explicit SinkFeed(const ExportSink& sink) : m_sink{sink} {}

    bool take(const ExportRow& row)
    {
        if (auto done = m_sink.row(row); !done) {
            m_error = std::move(done).error();
        }
        return !m_error;
    }
    Result<void> answer() const { return m_error ? Result<void>{*m_error} : Result<void>{}; }

private:
    const ExportSink& m_sink;
    std::optional<Error> m_error;
};

std::optional<std::string> unlessEmpty(const std::string& text)
{
    return text.empty() ? std::nullopt : std::optional{text};
}

/// Where rows come from: a counter's own connection, or another one to the same database.
struct ExportSource {
    Database& database;
    OrganizerId organizer;
    std::function<void(const std::function<void(const PersonCard&)>&)> eachPerson;
};

ExportSource sourceOf(Counter& counter)
{
    return {counter.database(), counter.organizer(),
            [&counter](const std::function<void(const PersonCard&)>& take) {
                counter.customers().index().each(take);
            }};
}

void writeCustomers(const ExportSource& source, SinkFeed& feed)
{
    bool goesOn = true;
    source.eachPerson([&](const PersonCard& card) {
        std::string tags;
        for (const std::string& each : card.tags) {
            tags += (tags.empty() ? "" : ";") + each;
        }
        const CustomerDetails& who = card.details;
        goesOn = goesOn &&
            feed.take({card.id.text(), unlessEmpty(who.name), unlessEmpty(who.email),
                       unlessEmpty(who.phone), unlessEmpty(card.address), unlessEmpty(who.note),
                       unlessEmpty(who.language), unlessEmpty(tags)});
    });
}

Result<void> writeTable(const ExportSource& source, const ExportTable& table,
                        const ExportTerms& terms, const ExportSink& sink)
{
    if (auto begun = sink.begin(table); !begun) {
        return begun;
    }
    SinkFeed feed{sink};
    const auto take = [&feed](const ExportRow& row) { return feed.take(row); };
    if (table.name == kCustomers) {
        writeCustomers(source, feed);
    } else if (!writeCatalogueTable(source.database, source.organizer, table.name, take)) {
        readFacts(source.database, source.organizer, table.name, terms.from, terms.until, take);
    }
    if (auto written = feed.answer(); !written) {
        return written;
    }
    return sink.end();
}

Result<std::vector<ExportTable>> tablesMeant(const ExportTerms& terms)
{
    const std::vector<ExportTable> known = exportTables();
    std::vector<ExportTable> meant;
    if (terms.tables.empty()) {
        std::ranges::copy_if(known, std::back_inserter(meant), [&](const ExportTable& table) {
            return terms.hasPersons || table.name != kCustomers;
        });
        return meant;
    }
    for (const std::string& name : terms.tables) {
        const auto found = std::ranges::find(known, name, &ExportTable::name);
        if (found == known.end()) {
            Error error =
                usageError("unknown_export", "There is no table \"" + name + "\".", "tables");
            error.facts = {name};
            return error;
        }
        if (name == kCustomers && !terms.hasPersons) {
            return usageError("persons_not_meant",
                              "Say that personal data is meant to leave the house.", "persons");
        }
        meant.push_back(*found);
    }
    return meant;
}

/// The entries before the snapshot that a counter began with are not here, and lines of the ledger
/// have their times from them: of a period some would be missing without a word.
Result<void> checkLedgerIsHere(Counter& counter, const char* where)
{
    if (!hasBegunWithSnapshot(counter.database(), counter.organizer())) {
        return {};
    }
    return refused("history_not_here",
                   "This counter began with a snapshot of its house, so it does not know when what "
                   "was booked before was booked. Export the ledger of a period at the server, or "
                   "at the counter that was there then.",
                   where);
}

bool asksForLedgerOfPeriod(const std::vector<ExportTable>& tables, const ExportTerms& terms)
{
    const ExportTerms always;
    return (terms.from > always.from || terms.until < always.until) &&
        std::ranges::find(tables, kLedger, &ExportTable::name) != tables.end();
}

ExportTable journalTable()
{
    using Kind = ExportColumn::Kind;
    return {"journal",
            {{"document", Kind::Text},
             {"date", Kind::Time},
             {"account", Kind::Text},
             {"text", Kind::Text},
             {"debit", Kind::Amount},
             {"credit", Kind::Amount},
             {"currency", Kind::Text},
             {"tax_rate", Kind::Rate},
             {"subject", Kind::Id}}};
}

Result<std::vector<ExportTable>> tablesAllowed(Counter& counter, const ExportTerms& terms)
{
    for (const auto& may : {counter.access().require(Permission::ReadReports),
                            counter.access().require(Permission::ReadOrders),
                            terms.hasPersons ? counter.access().require(Permission::ReadCustomers)
                                             : Result<void>{}}) {
        if (!may) {
            return may.error();
        }
    }
    auto tables = tablesMeant(terms);
    if (tables && asksForLedgerOfPeriod(*tables, terms)) {
        if (auto here = checkLedgerIsHere(counter, "tables"); !here) {
            return std::move(here).error();
        }
    }
    return tables;
}

Result<void> journalAllowed(Counter& counter)
{
    auto may = counter.access().require(Permission::ReadReports);
    return may ? checkLedgerIsHere(counter, "from") : may;
}

Result<ExportPlace> placeOf(Counter& counter)
{
    if (counter.database().engine() != Database::Engine::Sqlite) {
        return refused("not_a_file",
                       "The database of this counter is a server's. Export it with foyer-cli "
                       "export.");
    }
    const auto& house = counter.offers().organizer();
    return ExportPlace{counter.database().path(),
                       counter.organizer(),
                       house ? house->name : std::string{},
                       {}};
}

Result<void> writeTables(const ExportSource& source, const std::vector<ExportTable>& tables,
                         const ExportTerms& terms, const ExportSink& sink)
{
    for (const ExportTable& table : tables) {
        if (auto written = writeTable(source, table, terms, sink); !written) {
            return written;
        }
    }
    return {};
}

Result<void> writeJournal(const ExportSource& source, Instant from, Instant until,
                          const ExportSink& sink)
{
    if (auto begun = sink.begin(journalTable()); !begun) {
        return begun;
    }
    const auto rates = readTaxRates(source.database, source.organizer);
    SinkFeed feed{sink};
    const auto take = [&](const JournalLine& line) {
        const auto currency = Currency::fromCode(line.currency);
        if (!currency || line.amount == 0) {
            return true;
        }
        const std::string amount =
            toPlainText(Money{line.amount < 0 ? -line.amount : line.amount, *currency});
        const auto rate = rates.find(line.subject);
        return feed.take(
            {line.document, toRfc3339(line.at), line.account, line.kind,
             line.amount > 0 ? std::optional{amount} : std::nullopt,
             line.amount < 0 ? std::optional{amount} : std::nullopt, line.currency,
             rate != rates.end() ? std::optional{rate->second} : std::nullopt,
             line.subject.isNil() ? std::nullopt : std::optional{line.subject.text()}});
    };
    readJournalLines(source.database, source.organizer, from, until, take);
    if (auto written = feed.answer(); !written) {
        return written;
    }
    return sink.end();
}

} // namespace

std::vector<ExportTable> exportTables()
{
    std::vector<ExportTable> tables = catalogueTables();
    std::ranges::move(factTables(), std::back_inserter(tables));
    tables.push_back(customersTable());
    return tables;
}

Result<void> exportHouse(Counter& counter, const ExportTerms& terms, const ExportSink& sink)
{
    return guarded([&]() -> Result<void> {
        const auto tables = tablesAllowed(counter, terms);
        if (!tables) {
            return tables.error();
        }
        if (terms.hasPersons) {
            (void)counter.customers().index(); // opened before, for nothing is written in the view
        }
        const ReadView view{counter.database()};
        return writeTables(sourceOf(counter), *tables, terms, sink);
    });
}

Result<ExportPlace> exportPlace(Counter& counter, const ExportTerms& terms)
{
    return guarded([&]() -> Result<ExportPlace> {
        if (const auto tables = tablesAllowed(counter, terms); !tables) {
            return tables.error();
        }
        auto place = placeOf(counter);
        if (place && terms.hasPersons) {
            counter.customers().index().each(
                [&place](const PersonCard& card) { place->persons.push_back(card); });
        }
        return place;
    });
}

Result<void> exportHouseAt(const ExportPlace& place, const ExportTerms& terms,
                           const ExportSink& sink)
{
    return guarded([&]() -> Result<void> {
        const auto tables = tablesMeant(terms);
        if (!tables) {
            return tables.error();
        }
        const auto database = Database::open(place.database, Database::Mode::ReadOnly);
        const ReadView view{*database};
        const ExportSource source{*database, place.organizer,
                                  [&place](const std::function<void(const PersonCard&)>& take) {
                                      std::ranges::for_each(place.persons, take);
                                  }};
        return writeTables(source, *tables, terms, sink);
    });
}

Result<void> exportJournal(Counter& counter, Instant from, Instant until, const ExportSink& sink)
{
    return guarded([&]() -> Result<void> {
        if (auto may = journalAllowed(counter); !may) {
            return may;
        }
        return writeJournal(sourceOf(counter), from, until, sink);
    });
}

Result<ExportPlace> exportJournalPlace(Counter& counter)
{
    return guarded([&]() -> Result<ExportPlace> {
        if (auto may = journalAllowed(counter); !may) {
            return std::move(may).error();
        }
        return placeOf(counter);
    });
}

Result<void> exportJournalAt(const ExportPlace& place, Instant from, Instant until,
                             const ExportSink& sink)
{
    return guarded([&]() -> Result<void> {
        const auto database = Database::open(place.database, Database::Mode::ReadOnly);
        const ReadView view{*database};
        return writeJournal({*database, place.organizer, {}}, from, until, sink);
    });
}

} // namespace foyer
