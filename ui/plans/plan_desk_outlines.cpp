// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the desk does with outlines, colours and the picture to draw over.

#include "ui/common/formatting.h"
#include "ui/plans/plan_desk.h"

#include <algorithm>

namespace foyer::ui {

ObjectKey PlanDesk::sectionInHand() const
{
    for (const auto& section : drawing().sections) {
        if (m_selection.has(section->key)) {
            return section->key;
        }
    }
    for (const auto& row : drawing().rows) {
        if (m_selection.hasSeatOf(*row)) {
            return row->section;
        }
    }
    return sectionForNew();
}

void PlanDesk::chooseCorner(std::optional<std::size_t> corner)
{
    const auto outlined = outlinedAlone(drawing(), m_selection);
    m_corner = outlined && corner && *corner < outlineOf(drawing(), *outlined)->size()
        ? corner
        : std::nullopt;
    Q_EMIT selectionChanged();
    if (m_corner) {
        Q_EMIT said(tr("Corner %1 of %2: %3")
                        .arg(*m_corner + 1)
                        .arg(outlineOf(drawing(), *outlined)->size())
                        .arg(selectionText()));
    }
}

bool PlanDesk::stepCorner(bool forwards)
{
    const auto outlined = outlinedAlone(drawing(), m_selection);
    if (!outlined) {
        return false;
    }
    const std::size_t corners = outlineOf(drawing(), *outlined)->size();
    if (!m_corner) {
        chooseCorner(forwards ? 0 : corners - 1);
    } else {
        chooseCorner((*m_corner + (forwards ? 1 : corners - 1)) % corners);
    }
    return true;
}

void PlanDesk::moveCorner(PlanPoint by)
{
    const auto outlined = outlinedAlone(drawing(), m_selection);
    if (outlined && m_corner && by != PlanPoint{}) {
        apply(withCornerMoved(drawing(), *outlined, *m_corner, by), tr("Moved a corner"));
    }
}

void PlanDesk::addCorner()
{
    const auto outlined = outlinedAlone(drawing(), m_selection);
    if (!outlined || !m_corner) {
        return;
    }
    auto next = withCornerBehind(drawing(), *outlined, *m_corner);
    if (!next) {
        Q_EMIT said(tr("An outline has at most 200 corners."));
    } else if (apply(*std::move(next), tr("Added a corner"))) {
        chooseCorner(*m_corner + 1);
    }
}

void PlanDesk::setOutline(const std::vector<PlanPoint>& corners)
{
    const ObjectKey section = sectionInHand();
    auto next = withOutline(drawing(), section, corners);
    if (!next) {
        Q_EMIT said(tr("An outline needs three corners or more that enclose something."));
        return;
    }
    const QString name = sectionName(drawing().section(section)->section);
    m_selection = corners.empty() ? KeySet{} : KeySet{section};
    m_current = section;
    m_corner.reset();
    if (!apply(*std::move(next),
               corners.empty() ? tr("Took the outline of %1 away").arg(name)
                               : tr("Drew the outline of %1").arg(name))) {
        Q_EMIT selectionChanged();
    }
}

bool PlanDesk::drawOutlineAround()
{
    const auto corners = outlineAround(drawing(), sectionInHand(), m_manner.spacing);
    if (corners.empty()) {
        Q_EMIT said(tr("This section has no seats yet. Draw its outline corner by corner: press O, "
                       "then click."));
        return false;
    }
    setOutline(corners);
    return true;
}

void PlanDesk::setBackground(const std::optional<PlanBackground>& background, const QString& what)
{
    PlanSketch next = drawing();
    next.background = background;
    apply(std::move(next), what);
}

void PlanDesk::takePictureAway()
{
    setBackground(std::nullopt, tr("Took the picture away"));
}

void PlanDesk::colourCategory(std::uint32_t category, const QString& colour)
{
    if (category < drawing().categories.size()) {
        const QString name = text(drawing().categories[category].name);
        auto next =
            withCategoryNamed(drawing(), category, {name.toStdString(), colour.toStdString()});
        if (next) {
            apply(*std::move(next), tr("Coloured the category %1").arg(isolated(name)));
        }
    }
}

} // namespace foyer::ui
