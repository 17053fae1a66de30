// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/reports/report_question.h"

class QComboBox;

namespace foyer::ui {

/// By what it is told how things sell: groupings of sales, and two reports of their own.
void addSellingChoices(QComboBox& by);
/// The question of the one that is chosen, without its scope.
ReportQuestion sellingChoice(const QComboBox& by);

} // namespace foyer::ui
