// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/answer.h"
#include "core/domain/sales/after_sale_requests.h"

namespace foyer::cli {

/// What an act after a sale would do to tickets and money, in both forms.
Answer answerWithPlan(const AfterSalePlan& plan);

} // namespace foyer::cli
