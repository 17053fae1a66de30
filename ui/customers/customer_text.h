// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/customers/person_file.h"

#include <QString>

#include <string>

namespace foyer::ui {

/// The name of somebody, kept from turning round what it stands in.
QString nameText(const PersonCard& card);
QString purposeText(ConsentPurpose purpose);
/// How it stands with a consent; null: nobody asked.
QString consentText(ConsentPurpose purpose, const ConsentWord* word, const std::string& timeZone);
/// A line of a history, and what it was about below it.
QString eventText(const PersonEvent& event, const std::string& timeZone);
/// What a column of a table is for.
QString fieldText(const std::string& field);

} // namespace foyer::ui
