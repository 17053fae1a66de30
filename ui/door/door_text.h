// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/door/door_port.h"

#include <QString>

namespace foyer::ui {

/// The one word of a sign: "Come in", "Stop" …
QString doorWord(const DoorAnswer& answer);
/// What to say to the person, in the language of the program where the outcome is known.
QString doorSentence(const DoorAnswer& answer);
/// When and where the ticket was used before; empty where it was not.
QString doorDetail(const DoorAnswer& answer, const std::string& timeZone);

} // namespace foyer::ui
