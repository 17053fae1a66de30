// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/documents/drawing/drawing.h"
#include "core/domain/customers/person_file.h"

#include <string>
#include <vector>

namespace foyer {

/// Everything that is known of a person, for that person (GDPR, article 15).

/// As one JSON object with indentation: for programs (article 20).
std::string personJson(const PersonFile& file);
/// On A4 pages in the language of the program: details, consents and notes first, then what
/// happened. `locale`: how dates and amounts are written; empty: of the program. Needs a
/// QGuiApplication.
std::vector<Drawing> personPages(const PersonFile& file, const std::string& locale = {});

/// A list of customers for spreadsheets, which importing reads again. See csvText().
std::string customersCsv(const std::vector<PersonCard>& cards);

} // namespace foyer
