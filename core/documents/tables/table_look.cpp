// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/tables/table_look.h"

#include <QFile>
#include <QString>

#include <memory>

namespace foyer {
namespace {

Error fileUnreadable(const std::string& path, const QString& why)
{
    return storageError("file_unreadable",
                        "The file cannot be read (" + why.toStdString() + "). Look at its path.",
                        path);
}

} // namespace

Result<TableLook> lookAtTable(const OpenTable& open, const std::string& name, std::size_t rowsShown)
{
    const auto whole = open();
    const auto form = whole ? detectTableForm(*whole) : Result<TableForm>{whole.error()};
    if (!form) {
        return form.error();
    }
    auto again = open();
    if (!again) {
        return std::move(again).error();
    }
    TableReader reader{*std::move(again), *form};
    auto headers = reader.next();
    if (!headers) {
        return std::move(headers).error();
    }
    if (!*headers || !(*headers)->fault.empty()) {
        return badInput("table_empty", "The file has no row that names its columns.", name);
    }
    TableLook look{*form, std::move((*headers)->cells), {}};
    while (look.first.size() < rowsShown) {
        auto row = reader.next();
        if (!row || !*row) {
            break;
        }
        look.first.push_back(**std::move(row));
    }
    return look;
}

Result<NextRow> rowsAfterHeaders(const OpenTable& open, const TableForm& form)
{
    auto opened = open();
    if (!opened) {
        return std::move(opened).error();
    }
    auto reader = std::make_shared<TableReader>(*std::move(opened), form);
    if (auto headers = reader->next(); !headers) {
        return std::move(headers).error();
    }
    return NextRow{[reader] { return reader->next(); }};
}

Result<ReadBytes> bytesOfFile(const std::string& path)
{
    auto file = std::make_shared<QFile>(QString::fromStdString(path));
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return fileUnreadable(path, file->errorString());
    }
    return ReadBytes{[file, path](std::span<char> out) -> Result<std::size_t> {
        const qint64 got = file->read(out.data(), static_cast<qint64>(out.size()));
        return got < 0 ? Result<std::size_t>{fileUnreadable(path, file->errorString())}
                       : Result<std::size_t>{static_cast<std::size_t>(got)};
    }};
}

} // namespace foyer
