// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/customers_port.h"

#include "app/customers/customer_table.h"
#include "app/desktop/in_background.h"
#include "app/desktop/server_question.h"
#include "app/desktop/store_thread.h"
#include "core/documents/customers/person_document.h"
#include "core/documents/drawing/drawing_output.h"
#include "core/documents/payouts/csv_text.h"
#include "core/services/access_control.h"
#include "core/services/customer_desk.h"
#include "core/services/customer_file.h"
#include "core/services/customer_import_run.h"
#include "core/services/customer_merging.h"
#include "core/services/customers.h"
#include "core/services/guarded.h"

#include <QPointer>

#include <optional>
#include <utility>

namespace foyer::desktop {

void CounterCustomersPort::list(const CustomerQuery& query, Then<CustomerPage> then)
{
    m_store.ask<CustomerPage>([query](Counter& counter) { return listCustomers(counter, query); },
                              std::move(then));
}

void CounterCustomersPort::tags(Then<ui::TagCounts> then)
{
    m_store.ask<ui::TagCounts>([](Counter& counter) { return customerTags(counter); },
                               std::move(then));
}

void CounterCustomersPort::open(CustomerId customer, Then<ui::PersonShown> then)
{
    m_store.ask<ui::PersonShown>(
        [customer](Counter& counter) -> Result<ui::PersonShown> {
            auto file = everythingAbout(counter, customer);
            if (!file) {
                return std::move(file).error();
            }
            return ui::PersonShown{*std::move(file),
                                   counter.access().may(Permission::EditCustomers),
                                   counter.access().may(Permission::EraseCustomers)};
        },
        std::move(then));
}

void CounterCustomersPort::add(const CardChange& details, Then<PersonCard> then)
{
    m_store.ask<PersonCard>([details](Counter& counter) { return addCustomer(counter, details); },
                            std::move(then));
}

void CounterCustomersPort::edit(CustomerId customer, const CardChange& change,
                                Then<PersonCard> then)
{
    m_store.ask<PersonCard>(
        [customer, change](Counter& counter) { return editCustomer(counter, customer, change); },
        std::move(then));
}

void CounterCustomersPort::erase(CustomerId customer, Then<bool> then)
{
    m_store.ask<bool>([customer](
                          Counter& counter) { return asBool(eraseCustomer(counter, customer)); },
                      std::move(then));
}

void CounterCustomersPort::save(CustomerId customer, const std::string& file, Then<bool> then)
{
    m_store.ask<bool>(
        [customer, file](Counter& counter) -> Result<bool> {
            const auto person = everythingAbout(counter, customer);
            if (!person) {
                return person.error();
            }
            return asBool(file.ends_with(".pdf")
                              ? writePdf(file, "Personal data", personPages(*person))
                              : writeText(file, personJson(*person)));
        },
        std::move(then));
}

void CounterCustomersPort::duplicates(Then<std::vector<DuplicateProposal>> then)
{
    m_store.ask<std::vector<DuplicateProposal>>(
        [](Counter& counter) { return proposeDuplicates(counter); }, std::move(then));
}

void CounterCustomersPort::merge(CustomerId into, const std::vector<CustomerId>& others,
                                 Then<PersonCard> then)
{
    m_store.ask<PersonCard>([into, others](
                                Counter& counter) { return mergeCustomers(counter, into, others); },
                            std::move(then));
}

void CounterCustomersPort::unmerge(CustomerId customer, Then<PersonCard> then)
{
    m_store.ask<PersonCard>([customer](
                                Counter& counter) { return unmergeCustomer(counter, customer); },
                            std::move(then));
}

void CounterCustomersPort::look(const std::string& file, Then<ui::TableShown> then)
{
    inBackground<ui::TableShown>(
        [file]() -> Result<ui::TableShown> {
            auto table = app::lookAtCustomers(file);
            if (!table) {
                return std::move(table).error();
            }
            ui::TableShown shown{file,
                                 std::string{textEncodingName(table->form.encoding)},
                                 std::string(1, table->form.separator),
                                 std::move(table->headers),
                                 std::move(table->proposed),
                                 std::move(table->first),
                                 {}};
            for (const TableField& field : customerTableFields()) {
                shown.fields.emplace_back(field.name);
            }
            return shown;
        },
        std::move(then));
}

/// An import that is under way. Its run belongs to the store thread while a step is asked for, and
/// else to nobody.
struct CounterCustomersPort::Import {
    std::function<void(std::size_t rows)> progress;
    Then<CustomerImportReport> then;
    NextRow rows;
    std::optional<CustomerImportRun> run;
    bool isCancelled = false; ///< of the window's thread
};

void CounterCustomersPort::importTable(const std::string& file, const ColumnMapping& mapping,
                                       bool isTry, std::function<void(std::size_t rows)> progress,
                                       Then<CustomerImportReport> then)
{
    auto import = std::make_shared<Import>();
    m_import = import;
    import->progress = std::move(progress);
    import->then = std::move(then);
    const auto begin = [mapping, isTry, import](Counter& counter) -> Result<bool> {
        CustomerImportTerms terms;
        terms.mapping = mapping;
        auto run = CustomerImportRun::begin(counter, std::move(terms), isTry);
        if (!run) {
            return std::move(run).error();
        }
        import->run.emplace(*std::move(run));
        return true;
    };
    const auto begun = [this, window = QPointer{&m_window}, import](const Result<bool>& done) {
        if (window && !done) {
            import->then(done.error());
        } else if (window) {
            goOn(import);
        }
    };
    // All of the file is read once to see how it is written, which may take a while.
    inBackground<NextRow>(
        [file]() -> Result<NextRow> {
            const auto table = app::lookAtCustomers(file, 0);
            return table ? app::rowsOf(*table) : Result<NextRow>{table.error()};
        },
        [this, window = QPointer{&m_window}, import, begin, begun](Result<NextRow> rows) {
            if (window && !rows) {
                import->then(std::move(rows).error());
            } else if (window) {
                import->rows = *std::move(rows);
                m_store.ask<bool>(begin, begun);
            }
        });
}

void CounterCustomersPort::goOn(const std::shared_ptr<Import>& import)
{
    // One step at a time: between two of them the store does what else was asked of it, so that
    // nobody at the counter waits for an import.
    m_store.ask<bool>(
        [import, isCancelled = import->isCancelled](Counter&) -> Result<bool> {
            return guarded([&]() -> Result<bool> {
                if (!isCancelled) {
                    return import->run->step(import->rows);
                }
                import->run->stop();
                return false;
            });
        },
        [this, window = QPointer{&m_window}, import](const Result<bool>& more) {
            if (!window) {
                return;
            }
            if (!more) {
                import->then(more.error());
            } else if (!*more) {
                import->then(import->run->report());
            } else {
                import->progress(import->run->report().rows);
                goOn(import);
            }
        });
}

void CounterCustomersPort::cancelImport()
{
    if (m_import) {
        m_import->isCancelled = true;
    }
}

void CounterCustomersPort::imports(Then<std::vector<CustomerImport>> then)
{
    m_store.ask<std::vector<CustomerImport>>(
        [](Counter& counter) { return customerImports(counter); }, std::move(then));
}

void CounterCustomersPort::undoImport(ImportId import, Then<ImportUndone> then)
{
    m_store.ask<ImportUndone>([import](
                                  Counter& counter) { return undoCustomerImport(counter, import); },
                              std::move(then));
}

} // namespace foyer::desktop
