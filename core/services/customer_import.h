// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/customers/customer_findings.h"
#include "core/domain/tables/column_mapping.h"
#include "core/domain/tables/table_row.h"

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace foyer {

class Counter;

/// Customers out of somebody else's table. Who is known already is changed and not added twice, so
/// an import that was interrupted is simply done again; what it brought can be taken back.

/// What a table of customers can say, with what headers call it in English and German.
std::span<const TableField> customerTableFields();

struct CustomerImportTerms {
    ColumnMapping mapping;
    ImportId continues;            ///< nil: it is an import of its own
    std::vector<std::string> tags; ///< given to everybody in the table
    std::string wording;           ///< what those agreed to who agreed
    std::size_t rowsMax = 2'000'000;
    /// Asked after every step with the number of rows so far; false: stop here.
    std::function<bool(std::size_t rows)> goOn;
};

/// What a row says of somebody. Errors of checkChange(), details_missing, bad_consent, and faults
/// of the row.
Result<CardChange> customerInRow(const TableRow& row, const CustomerImportTerms& terms);

/// Says what importCustomers() would do, and does nothing. Needs Permission::ReadCustomers.
Result<CustomerImportReport> checkCustomerImport(Counter& counter, const NextRow& rows,
                                                 const CustomerImportTerms& terms);
/// Adds and changes customers, in steps of kImportStep rows that are on disk one after the other. A
/// cell that is empty changes nothing. Needs Permission::EditCustomers. Errors of the table's
/// source, too_many_rows, mapping_missing (no column for name, email or telephone),
/// database_behind.
Result<CustomerImportReport> importCustomers(Counter& counter, const NextRow& rows,
                                             const CustomerImportTerms& terms);
inline constexpr std::size_t kImportStep = 500;

/// The latest first. Needs Permission::ReadCustomers.
Result<std::vector<CustomerImport>> customerImports(Counter& counter);

/// Takes back what an import brought, but for who bought something, was changed or merged since.
/// Those it added are erased. Needs Permission::EraseCustomers. Refuses with unknown_import,
/// import_undone, database_behind.
Result<ImportUndone> undoCustomerImport(Counter& counter, ImportId id);

} // namespace foyer
