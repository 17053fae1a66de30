// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/imports/order_files.h"

#include "core/documents/imports/pretix_orders.h"
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

} // namespace

ImportFile importFileAt(const std::string& path)
{
    return {QFileInfo{QString::fromStdString(path)}.fileName().toStdString(),
            [path] { return bytesOfFile(path); }};
}

std::vector<std::string> orderFormats()
{
    std::vector<std::string> formats{"pretix"};
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

Result<OrderSource> ordersFrom(const std::vector<std::string>& files, const std::string& format,
                               const std::vector<std::string>& map, const OrderReading& reading)
{
    std::vector<ImportFile> opened;
    std::ranges::transform(files, std::back_inserter(opened), importFileAt);
    const auto kind = std::ranges::find(kTableKinds, format, orderTableName);
    if (kind == kTableKinds.end()) {
        return pretixOrders(std::move(opened), reading);
    }
    if (opened.size() != 1) {
        return usageError("one_table", "Tables are read one at a time.", "FILE");
    }
    auto table = lookAtOrders(std::move(opened.front()), *kind);
    if (!table) {
        return std::move(table).error();
    }
    for (const std::string& each : map) {
        if (auto changed = changeMapping(table->mapping, each, table->headers, orderTableFields());
            !changed) {
            return std::move(changed).error();
        }
    }
    return ordersIn(*std::move(table), *kind, reading);
}

} // namespace foyer::app
