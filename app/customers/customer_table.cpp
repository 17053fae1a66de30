// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/customers/customer_table.h"

#include <QFile>
#include <QString>

#include <memory>

namespace foyer::app {
namespace {

Error unreadable(const std::string& path, const QString& why)
{
    return storageError("file_unreadable",
                        "The file cannot be read (" + why.toStdString() + "). Look at its path.",
                        path);
}

Result<ReadBytes> openedFile(const std::string& path)
{
    auto file = std::make_shared<QFile>(QString::fromStdString(path));
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return unreadable(path, file->errorString());
    }
    return ReadBytes{[file, path](std::span<char> out) -> Result<std::size_t> {
        const qint64 got = file->read(out.data(), static_cast<qint64>(out.size()));
        return got < 0 ? Result<std::size_t>{unreadable(path, file->errorString())}
                       : Result<std::size_t>{static_cast<std::size_t>(got)};
    }};
}

} // namespace

Result<CustomerTable> lookAtCustomers(const std::string& path, std::size_t rowsShown)
{
    const auto whole = openedFile(path);
    const auto form = whole ? detectTableForm(*whole) : Result<TableForm>{whole.error()};
    if (!form) {
        return form.error();
    }
    auto again = openedFile(path);
    if (!again) {
        return again.error();
    }
    TableReader reader{*std::move(again), *form};
    auto headers = reader.next();
    if (!headers) {
        return std::move(headers).error();
    }
    if (!*headers || !(*headers)->fault.empty()) {
        return badInput("table_empty", "The file has no row that names its columns.", path);
    }
    CustomerTable table{path, *form, std::move((*headers)->cells), {}, {}};
    table.proposed = proposeMapping(table.headers, customerTableFields());
    while (table.first.size() < rowsShown) {
        auto row = reader.next();
        if (!row || !*row) {
            break;
        }
        table.first.push_back(**std::move(row));
    }
    return table;
}

Result<NextRow> rowsOf(const CustomerTable& table)
{
    auto file = openedFile(table.path);
    if (!file) {
        return file.error();
    }
    auto reader = std::make_shared<TableReader>(*std::move(file), table.form);
    if (const auto headers = reader->next(); !headers) {
        return headers.error();
    }
    return NextRow{[reader] { return reader->next(); }};
}

} // namespace foyer::app
