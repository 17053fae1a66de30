// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/events/limit_rows.h"

#include "ui/common/formatting.h"

#include <QCoreApplication>
#include <QStringList>

namespace foyer::ui {
namespace {

/// Holds the words of limits for translators.
struct LimitWords {
    Q_DECLARE_TR_FUNCTIONS(LimitRows)
};

const CellLimits::Limit* ofQuota(const std::vector<CellLimits>& limits, QuotaId quota)
{
    for (const CellLimits& cell : limits) {
        for (const CellLimits::Limit& limit : cell.limits) {
            if (limit.quota == quota) {
                return &limit;
            }
        }
    }
    return nullptr;
}

QString coverText(const EventView& view, const Quota& quota)
{
    if (quota.coversAll()) {
        return LimitWords::tr("over everything");
    }
    QStringList names;
    for (const TicketType& type : view.types) {
        if (quota.types.contains(type.id)) {
            names << isolated(text(type.name));
        }
    }
    for (const PriceCategory& category : view.categories) {
        if (quota.categories.contains(category.id)) {
            names << isolated(text(category.name));
        }
    }
    return names.join(QStringLiteral(", "));
}

LimitRow rowOf(const EventView& view, const Quota& quota, const std::vector<CellLimits>& limits)
{
    LimitRow row{.name = isolated(text(quota.name)),
                 .covers = quota.isOff ? LimitWords::tr("lifted") : coverText(view, quota),
                 .quota = quota.id,
                 .of = quota.capacity,
                 .left = {},
                 .types = {},
                 .categories = {},
                 .isOff = quota.isOff};
    if (const CellLimits::Limit* limit = ofQuota(limits, quota.id)) {
        row.left = limit->left;
    }
    for (const TicketType& type : view.types) {
        if (!type.isOff && (quota.types.empty() || quota.types.contains(type.id))) {
            row.types.insert(type.id);
        }
    }
    for (const PriceCategory& category : view.categories) {
        const bool isOfIt = quota.categories.empty() || quota.categories.contains(category.id);
        if (!category.isOff && isOfIt) {
            row.categories.insert(category.id);
        }
    }
    return row;
}

/// The places of the plan in a category; nothing where numbers alone decide.
std::optional<LimitRow> placesOf(const PriceCategory& category,
                                 const std::vector<CellLimits>& limits)
{
    std::optional<LimitRow> row;
    for (const CellLimits& cell : limits) {
        for (const CellLimits::Limit& limit : cell.limits) {
            if (cell.category != category.id || !limit.quota.isNil()) {
                continue;
            }
            if (!row) {
                row =
                    LimitRow{.name =
                                 LimitWords::tr("Places of %1").arg(isolated(text(category.name))),
                             .covers = LimitWords::tr("by the seating plan"),
                             .quota = {},
                             .of = limit.of,
                             .left = limit.left,
                             .types = {},
                             .categories = {category.id}};
            }
            row->types.insert(cell.type);
        }
    }
    return row;
}

} // namespace

std::vector<LimitRow> limitRows(const EventView& view, const EventDateView& date,
                                const std::vector<CellLimits>& limits)
{
    std::vector<LimitRow> rows;
    for (const Quota& quota : date.quotas) {
        rows.push_back(rowOf(view, quota, limits));
    }
    for (const PriceCategory& category : view.categories) {
        if (auto row = placesOf(category, limits)) {
            rows.push_back(*std::move(row));
        }
    }
    return rows;
}

QString limitSentence(const LimitRow& row)
{
    return row.left ? LimitWords::tr("%1, %2: %L3 sold or held, %L4 left of %L5")
                          .arg(row.name, row.covers)
                          .arg(row.taken())
                          .arg(*row.left)
                          .arg(row.of)
                    : LimitWords::tr("%1, %2: %L3 places").arg(row.name, row.covers).arg(row.of);
}

} // namespace foyer::ui
