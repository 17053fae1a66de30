// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/incidents/incident_view.h"

namespace foyer {

class Counter;

/// Fills in who is on a side of an incident, read from what is known here. For incident_sides.h.
/// All functions throw StorageFailure.

/// The counter that wrote it, and on whose behalf.
void showSideWriter(Counter& counter, IncidentSide& side, ReplicaId replica, UserId actor);
/// An order with its money, who sold it and, where the reader may know, whose it is.
void showSideOrder(Counter& counter, IncidentSide& side, OrderId order);
/// Empty where nobody of this id is known.
std::string personOnSide(Counter& counter, UserId user);

/// What somebody did after they were shut out: who did that, and each thing that they went on to do
/// at one counter, as far as they can be shown one by one; the money is that of all of them.
void showActsAfterRevocation(Counter& counter, Incident& incident);

} // namespace foyer
