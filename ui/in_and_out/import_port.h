// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/imports/imported_order.h"
#include "core/domain/imports/order_import_report.h"
#include "core/domain/tables/column_mapping.h"
#include "core/domain/tables/table_row.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace foyer::ui {

/// Files of orders that somebody wants to import, and what they were taken for.
struct OrderFilesShown {
    std::vector<std::string> files;
    std::string format; ///< of orderFormats
    std::uint64_t bytes = 0;
    bool isTable = false;
    /// Of a table.
    std::string encoding;             ///< "UTF-8" …
    std::string separator;            ///< one character
    std::vector<std::string> headers; ///< of its columns
    ColumnMapping proposed;
    std::vector<TableRow> first;     ///< a few rows
    std::vector<std::string> fields; ///< that columns can be for
};

/// What is to be imported, and how.
struct OrderImportAsked {
    std::vector<std::string> files;
    std::string format;
    std::optional<ColumnMapping> mapping; ///< of a table
    bool makeMissing = false;
    std::string venue;                        ///< of events that are made
    std::optional<PerformanceId> performance; ///< of tickets that name no event
    ImportId continues;                       ///< nil: none that was begun
};

/// What the house has for orders to belong to.
struct ImportChoices {
    struct Date {
        PerformanceId id;
        std::string event;
        Instant startsAt;
        std::string timeZone;
    };
    std::vector<Date> dates; ///< by start
    std::vector<std::string> venues;
    std::string timeZone; ///< of the house
};

struct ImportProgress {
    std::size_t orders = 0; ///< so far
    int percent = 0;        ///< of what is to be read of the files
};

/// The only way of the import of orders to the counter. Every function returns at once; the answer
/// is delivered later on the window's thread, exactly once. One thing is done at a time.
class OrderImportPort {
public:
    template <typename T>
    using Then = std::function<void(Result<T>)>;
    using Progress = std::function<void(const ImportProgress&)>;

    virtual ~OrderImportPort() = default;

    /// Every format that files can be in; the first is JSON, the others are tables.
    virtual std::vector<std::string> formats() const = 0;
    /// Looks what files are; with `format`, takes them for that.
    virtual void look(const std::vector<std::string>& files, const std::string& format,
                      Then<OrderFilesShown> then) = 0;
    /// The first orders in them.
    virtual void sample(const OrderImportAsked& asked, Then<std::vector<ImportedOrder>> then) = 0;
    virtual void choices(Then<ImportChoices> then) = 0;
    /// `isTry`: says what it would do. It stops after the next step once cancel() was called.
    virtual void run(const OrderImportAsked& asked, bool isTry, Progress progress,
                     Then<OrderImportReport> then) = 0;
    virtual void imports(Then<std::vector<OrderImport>> then) = 0;
    virtual void undo(ImportId import, Progress progress, Then<OrderImportUndone> then) = 0;
    virtual void cancel() = 0;

protected:
    OrderImportPort() = default;
    OrderImportPort(const OrderImportPort&) = default;
    OrderImportPort& operator=(const OrderImportPort&) = default;
};

} // namespace foyer::ui
