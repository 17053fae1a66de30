// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/incidents/incident_view.h"

#include <QString>

namespace foyer::ui {

/// Incidents in words, in the language of the program.

/// "Seat sold twice".
QString incidentTitle(IncidentKind kind);
/// What happened and what can be done, in a sentence or two.
QString incidentMeaning(const Incident& incident);
/// What it is about: "Stalls · F 7 · Hamlet · Sat 28 Nov, 19:30".
QString incidentSubject(const Incident& incident);
/// "42.00 € at stake"; empty where no money hangs on it.
QString incidentMoney(const Incident& incident);

/// Who and where: "Counter 2, written off".
QString sideTitle(const IncidentSide& side);
/// What this side says, line by line.
QString sideWords(const Incident& incident, const IncidentSide& side);

/// "Accepted at Counter 1 by Ada, Sat 28 Nov, 19:30: a child on a lap".
QString doneWords(const Incident& incident, const IncidentDone& done);

/// A letter to the customer of a side: what it is about, and an apology that promises nothing.
QString letterSubject(const Incident& incident);
QString letterText(const Incident& incident, const CustomerContact& contact);

} // namespace foyer::ui
