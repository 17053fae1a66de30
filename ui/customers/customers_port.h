// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/customers/customer_findings.h"
#include "core/domain/customers/customer_query.h"
#include "core/domain/customers/person_file.h"
#include "core/domain/tables/column_mapping.h"
#include "core/domain/tables/table_row.h"

#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace foyer::ui {

/// A person with what the operator may do.
struct PersonShown {
    PersonFile file;
    bool mayEdit = false;
    bool mayErase = false;
};

/// A table that somebody wants to import.
struct TableShown {
    std::string file;
    std::string encoding;             ///< "UTF-8" …
    std::string separator;            ///< one character
    std::vector<std::string> headers; ///< of its columns
    ColumnMapping proposed;
    std::vector<TableRow> first;     ///< a few rows
    std::vector<std::string> fields; ///< that columns can be for
};

using TagCounts = std::vector<std::pair<std::string, std::size_t>>;

/// The customers page's only way to the counter. Every function returns at once; the answer is
/// delivered later on the window's thread, exactly once.
class CustomersPort {
public:
    template <typename T>
    using Then = std::function<void(Result<T>)>;

    virtual ~CustomersPort() = default;

    virtual void list(const CustomerQuery& query, Then<CustomerPage> then) = 0;
    virtual void tags(Then<TagCounts> then) = 0;
    virtual void open(CustomerId customer, Then<PersonShown> then) = 0;
    virtual void add(const CardChange& details, Then<PersonCard> then) = 0;
    virtual void edit(CustomerId customer, const CardChange& change, Then<PersonCard> then) = 0;
    virtual void erase(CustomerId customer, Then<bool> then) = 0;
    /// Writes everything that is known of a person: as pages where the name of the file ends in
    /// .pdf, else as JSON.
    virtual void save(CustomerId customer, const std::string& file, Then<bool> then) = 0;

    virtual void duplicates(Then<std::vector<DuplicateProposal>> then) = 0;
    virtual void merge(CustomerId into, const std::vector<CustomerId>& others,
                       Then<PersonCard> then) = 0;
    virtual void unmerge(CustomerId customer, Then<PersonCard> then) = 0;

    virtual void look(const std::string& file, Then<TableShown> then) = 0;
    /// `isTry`: says what it would do. `progress` hears of rows on the window's thread; the import
    /// stops at the next step after cancelImport().
    virtual void importTable(const std::string& file, const ColumnMapping& mapping, bool isTry,
                             std::function<void(std::size_t rows)> progress,
                             Then<CustomerImportReport> then) = 0;
    virtual void cancelImport() = 0;
    virtual void imports(Then<std::vector<CustomerImport>> then) = 0;
    virtual void undoImport(ImportId import, Then<ImportUndone> then) = 0;

protected:
    CustomersPort() = default;
    CustomersPort(const CustomersPort&) = default;
    CustomersPort& operator=(const CustomersPort&) = default;
};

} // namespace foyer::ui
