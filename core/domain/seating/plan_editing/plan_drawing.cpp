// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/seating/plan_editing/plan_drawing.h"

#include "core/base/ensure.h"

#include <algorithm>

namespace foyer {
namespace {

constexpr std::size_t kTextOutside = 24; // what a long identifier takes beside the seat

// What a drawing owns alone, beside `other`.
std::size_t bytesOwned(const PlanSketch& drawing, const PlanSketch& other)
{
    std::size_t bytes = sizeof(PlanSketch) +
        (drawing.rows.size() + drawing.areas.size() + drawing.shapes.size() +
         drawing.sections.size()) *
            sizeof(Shared<DrawnRow>);
    for (std::size_t i = 0; i < drawing.rows.size(); ++i) {
        if (i >= other.rows.size() || drawing.rows[i] != other.rows[i]) {
            bytes += sizeof(DrawnRow) +
                drawing.rows[i]->seats.size() * (sizeof(DrawnSeat) + kTextOutside);
        }
    }
    return bytes;
}

} // namespace

PlanDrawing::PlanDrawing(std::string idPrefix, std::size_t bytesMax)
    : m_keys{0, std::move(idPrefix)}, m_bytesMax{bytesMax}
{
    m_now.sections.push_back(std::make_shared<const DrawnSection>(DrawnSection{m_keys.take(), {}}));
}

PlanDrawing::PlanDrawing(const SeatingPlan& plan, std::string idPrefix, std::size_t bytesMax)
    : m_keys{0, std::move(idPrefix)}, m_bytesMax{bytesMax}
{
    m_now = drawingOf(plan, m_keys);
}

bool PlanDrawing::apply(PlanSketch next, std::string what)
{
    if (next == m_now) {
        return false;
    }
    const std::size_t bytes = bytesOwned(m_now, next);
    m_done.push_back({std::move(m_now), std::move(what), bytes});
    m_bytes += bytes;
    m_now = std::move(next);
    m_undone.clear();
    forgetOldest();
    return true;
}

void PlanDrawing::undo()
{
    ENSURE(canUndo());
    Step step = std::move(m_done.back());
    m_done.pop_back();
    m_bytes -= step.bytes;
    std::swap(step.before, m_now);
    m_undone.push_back(std::move(step));
}

void PlanDrawing::redo()
{
    ENSURE(canRedo());
    Step step = std::move(m_undone.back());
    m_undone.pop_back();
    m_bytes += step.bytes;
    std::swap(step.before, m_now);
    m_done.push_back(std::move(step));
}

// The newest step stays, however large it is.
void PlanDrawing::forgetOldest()
{
    while (m_done.size() > 1 && (m_done.size() > kStepsMax || m_bytes > m_bytesMax)) {
        m_bytes -= m_done.front().bytes;
        m_done.pop_front();
    }
}

} // namespace foyer
