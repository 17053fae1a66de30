// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace foyer {

class PlanDraft;
class PlanNode;

/// The "referenceChart" of a seats.io chart as the picture to draw over, where its key is the hash
/// of one, as Foyer writes it; a key of another form names a file at seats.io and is left out. Its
/// "origin" is the picture's middle, its zoom in percent of its pixels. The chart designer says the
/// pixels of the picture that customers see ("backgroundImageWidth"); Foyer says them here, too.
void readReferenceChart(const PlanNode& chart, bool isVisible, PlanDraft& draft);

} // namespace foyer
