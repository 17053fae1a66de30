// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/imports/order_files.h"

#include "core/documents/imports/order_recognition.h"
#include "core/documents/imports/pretix_orders.h"
#include "core/documents/tables/table_look.h"
#include "core/services/counter.h"
#include "core/services/offer_cache.h"

#include <QFileInfo>
#include <QString>

#include <algorithm>
#include <array>

namespace foyer::app {
namespace {

constexpr std::array kTableKinds{OrderTableKind::Pretix, OrderTableKind::Eventbrite,
                                 OrderTableKind::Alfio, OrderTableKind::Any};

constexpr const char* kPretixJson = "pretix";

OrderTableKind kindOf(const std::string& format)
{
    const auto kind = std::ranges::find(kTableKinds, format, orderTableName);
    return kind != kTableKinds.end() ? *kind : OrderTableKind::Any;
}

} // namespace

ImportFile importFileAt(const std::string& path)
{
    return {QFileInfo{QString::fromStdString(path)}.fileName().toStdString(),
            [path] { return bytesOfFile(path); }};
}

std::vector<std::string> orderFormats()
{
    std::vector<std::string> formats{kPretixJson};
    for (const OrderTableKind kind : kTableKinds) {
        formats.emplace_back(orderTableName(kind));
    }
    return formats;
}

OrderReading orderReadingIn(Counter& counter)
{
    const auto& house = counter.offers().organizer();
    return {house ? std::string{house->currency.code()} : std::string{}};
}

ImportFile withReadTold(ImportFile file, std::function<bool(std::size_t bytes)> read)
{
    return {std::move(file.name),
            [open = std::move(file.open), read = std::move(read)]() -> Result<ReadBytes> {
                auto opened = open();
                if (!opened) {
                    return opened;
                }
                return ReadBytes{
                    [bytes = *std::move(opened), read](std::span<char> out) -> Result<std::size_t> {
                        auto got = bytes(out);
                        if (got && !read(*got)) {
                            return refused("cancelled", "Reading was stopped.");
                        }
                        return got;
                    }};
            }};
}

Result<std::string> recognisedFormat(const ImportFile& file)
{
    const auto recognised = recogniseOrders(file);
    if (!recognised) {
        return recognised.error();
    }
    return recognised->table ? std::string{orderTableName(*recognised->table)}
                             : std::string{kPretixJson};
}

bool isTableFormat(const std::string& format)
{
    return format != kPretixJson;
}

Result<OrderTable> orderTable(ImportFile file, const std::string& format, std::size_t rowsShown)
{
    return lookAtOrders(std::move(file), kindOf(format), rowsShown);
}

Result<OrderSource> ordersFrom(std::vector<ImportFile> files, const std::string& format,
                               const std::optional<ColumnMapping>& mapping,
                               const OrderReading& reading)
{
    if (!isTableFormat(format)) {
        return pretixOrders(std::move(files), reading);
    }
    if (files.size() != 1) {
        return usageError("one_table", "Tables are read one at a time.", "FILE");
    }
    auto table = orderTable(std::move(files.front()), format);
    if (!table) {
        return std::move(table).error();
    }
    if (mapping) {
        table->mapping = *mapping;
    }
    return ordersIn(*std::move(table), kindOf(format), reading);
}

Result<OrderSource> ordersFrom(const std::vector<std::string>& files, const std::string& format,
                               const std::vector<std::string>& map, const OrderReading& reading)
{
    std::vector<ImportFile> opened;
    std::ranges::transform(files, std::back_inserter(opened), importFileAt);
    if (!isTableFormat(format) || opened.size() != 1) {
        return ordersFrom(std::move(opened), format, std::nullopt, reading);
    }
    const auto table = orderTable(opened.front(), format);
    if (!table) {
        return table.error();
    }
    ColumnMapping mapping = table->mapping;
    for (const std::string& each : map) {
        if (auto changed = changeMapping(mapping, each, table->headers, orderTableFields());
            !changed) {
            return std::move(changed).error();
        }
    }
    return ordersFrom(std::move(opened), format, mapping, reading);
}

} // namespace foyer::app
