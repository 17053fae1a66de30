// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/in_and_out/import_port.h"

#include <QString>
#include <QStringList>

namespace foyer::ui {

/// What people call a field of a table of orders: "order" is "Order number".
QString orderFieldText(const std::string& field);
/// … a format: "pretix-csv" is "pretix, CSV".
QString orderFormatText(const std::string& format);
/// A place in a file, as core names it: "orders.csv, line 12".
QString placeInFileText(const std::string& where);
/// Why an order is refused, with what it names.
QString refusalText(const Error& why);
/// An order as it would be read, in two lines.
QString importedOrderText(const ImportedOrder& order);
/// What a report says in sentences.
QString reportText(const OrderImportReport& report, bool isTry);
/// A line of the list of imports.
QString pastImportText(const OrderImport& import, const std::string& timeZone);

/// What a table does not say, and what comes of it.
struct WhatIsMissing {
    QString first;      ///< without it nothing can be read; empty: nothing
    QStringList weaker; ///< what orders come without
};
WhatIsMissing whatIsMissing(const ColumnMapping& mapping, bool hasPerformance);

} // namespace foyer::ui
