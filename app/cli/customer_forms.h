// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/json_forms.h"
#include "core/domain/customers/person_file.h"
#include "core/services/customer_import.h"

#include <string>

namespace foyer::cli {

/// Customers as JSON and as text.

Json cardForm(const PersonCard& card);
std::string cardText(const PersonCard& card);
Json importReportForm(const CustomerImportReport& report);
std::string importReportText(const CustomerImportReport& report);
std::string historyText(const PersonFile& file);

} // namespace foyer::cli
