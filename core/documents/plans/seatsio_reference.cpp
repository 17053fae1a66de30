// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/plans/seatsio_reference.h"

#include "core/documents/plans/plan_draft.h"
#include "core/documents/plans/plan_node.h"
#include "core/domain/pictures/picture.h"

namespace foyer {

void readReferenceChart(const PlanNode& chart, bool isVisible, PlanDraft& draft)
{
    const PlanNode reference = chart.member("referenceChart");
    if (!reference.isObject()) {
        return;
    }
    const std::string key = reference.member("backgroundImageKey").optionalLabel();
    if (!pictureHashFrom(std::string_view{key})) {
        return;
    }
    const float zoom = reference.member("backgroundImageZoom").optionalCoordinate(100) / 100;
    const PlanPoint middle = reference.member("origin").point();
    PlanBackground background;
    background.sha256 = key;
    background.size = {reference.member("backgroundImageWidth").optionalCoordinate(0) * zoom,
                       reference.member("backgroundImageHeight").optionalCoordinate(0) * zoom};
    background.at = {middle.x - background.size.x / 2, middle.y - background.size.y / 2};
    background.opacity = reference.member("opacity").optionalCoordinate(1);
    background.hidden = !isVisible;
    draft.setBackground(std::move(background));
}

} // namespace foyer
