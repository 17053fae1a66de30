// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"

#include <QString>

namespace foyer::ui {

/// The sentence for a person, in the language of the program where the code is known, else as core
/// says it.
QString errorText(const Error& error);

} // namespace foyer::ui
