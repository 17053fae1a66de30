// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/answer.h"
#include "core/services/gate.h"

namespace foyer::cli {

/// What a gate said, in both forms; a refusal is a complaint.
Answer answerWithVerdict(const ScanVerdict& verdict);

} // namespace foyer::cli
