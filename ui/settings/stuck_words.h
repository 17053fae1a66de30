// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/diagnostics_port.h"

#include <QString>

namespace foyer::ui {

/// What the server does not take, and why.
QString stuckText(const StuckShown& stuck);
/// What to do about it, by its code.
QString stuckAdvice(const std::string& code);

} // namespace foyer::ui
