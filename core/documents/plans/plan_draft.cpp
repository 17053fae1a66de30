// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/plans/plan_draft.h"

#include "core/domain/seating/plan_background.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace foyer {
namespace {

constexpr std::size_t kSeatsMax = 200'000;

PlanPoint turned(PlanPoint point, PlanPoint pivot, float degrees)
{
    const float angle = degrees * std::numbers::pi_v<float> / 180.0F;
    const float x = point.x - pivot.x;
    const float y = point.y - pivot.y;
    return {pivot.x + x * std::cos(angle) - y * std::sin(angle),
            pivot.y + x * std::sin(angle) + y * std::cos(angle)};
}

template <typename Visit>
void forEachPoint(SeatingPlan& plan, Visit visit)
{
    for (Seat& seat : plan.seats) {
        visit(seat.at);
    }
    const auto visitAll = [&](auto& owners, auto member) {
        for (auto& owner : owners) {
            std::ranges::for_each(owner.*member, visit);
        }
    };
    visitAll(plan.sections, &Section::outline);
    visitAll(plan.areas, &StandingArea::outline);
    visitAll(plan.shapes, &PlanShape::points);
}

// The usual distance between neighbours; 0 for a plan without any.
float usualSpacing(const SeatingPlan& plan)
{
    std::vector<float> gaps;
    for (const Row& row : plan.rows) {
        if (row.count > 1) {
            const PlanPoint a = plan.seats[plan.seatAt(row.first)].at;
            const PlanPoint b = plan.seats[plan.seatAt(row.first + 1)].at;
            gaps.push_back(std::hypot(a.x - b.x, a.y - b.y));
        }
    }
    if (gaps.empty()) {
        return 0;
    }
    const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
    std::ranges::nth_element(gaps, middle);
    return *middle;
}

// Charts leave room for their own editor around the drawing; the map wants the drawing.
void moveToOrigin(SeatingPlan& plan)
{
    constexpr float kFar = std::numeric_limits<float>::max();
    PlanPoint low{kFar, kFar};
    PlanPoint high{-kFar, -kFar};
    forEachPoint(plan, [&](const PlanPoint& point) {
        low = {std::min(low.x, point.x), std::min(low.y, point.y)};
        high = {std::max(high.x, point.x), std::max(high.y, point.y)};
    });
    if (low.x > high.x) {
        low = high = {};
    }
    const float margin =
        std::max({usualSpacing(plan), (high.x - low.x) * 0.02F, (high.y - low.y) * 0.02F, 1.0F});
    forEachPoint(plan, [&](PlanPoint& point) {
        point = {point.x - low.x + margin, point.y - low.y + margin};
    });
    if (plan.background) {
        PlanPoint& at = plan.background->at;
        at = {at.x - low.x + margin, at.y - low.y + margin};
    }
    plan.size = {high.x - low.x + 2 * margin, high.y - low.y + 2 * margin};
}

} // namespace

void PlanDraft::addCategory(const PlanNode& node, const std::string& key, PlanCategory category,
                            std::uint8_t traits)
{
    if (key.empty() || category.name.empty()) {
        return; // said already
    }
    if (!m_categoryNames.insert(category.name).second) {
        node.problem("This is the second category named \"" + category.name + "\".");
        return;
    }
    if (!m_categories.emplace(key, static_cast<std::uint32_t>(m_plan.categories.size())).second) {
        node.problem("This is the second category with the key \"" + key + "\".");
        return;
    }
    m_plan.categories.push_back(std::move(category));
    m_categoryTraits.push_back(traits);
}

std::optional<std::uint32_t> PlanDraft::category(const std::string& key) const
{
    const auto found = m_categories.find(key);
    return found == m_categories.end() ? std::nullopt : std::optional{found->second};
}

std::uint32_t PlanDraft::addSection(Section section)
{
    m_plan.sections.push_back(std::move(section));
    return static_cast<std::uint32_t>(m_plan.sections.size() - 1);
}

void PlanDraft::startRow(Row row)
{
    row.first = static_cast<SeatNumber>(m_plan.seats.size());
    row.count = 0;
    m_plan.rows.push_back(std::move(row));
}

void PlanDraft::addSeat(const PlanNode& node, SeatFields fields, Seat seat)
{
    if (m_plan.seats.size() >= kSeatsMax) {
        if (!std::exchange(m_tooMany, true)) {
            node.problem("The plan has more than 200,000 seats. Split it into several plans.");
        }
        return;
    }
    Row& row = m_plan.rows.back();
    if (!seat.id.empty() && !m_ids.insert(seat.id).second) {
        node.member(fields.id).problem("This is the second seat with the identifier \"" + seat.id +
                                       "\".");
    }
    if (!seat.number.empty()) {
        const std::string& section = m_plan.sections[row.section].label;
        // No label has control characters, so 0x1F keeps "A", "11" and "A1", "1" apart.
        if (!m_names.insert(section + '\x1F' + row.label + '\x1F' + seat.number).second) {
            node.member(fields.number)
                .problem("This is the second seat labelled \"" +
                         (section.empty() ? "" : section + " · ") + row.label + " " + seat.number +
                         "\". Tickets could not tell them apart; label one differently.");
        }
    }
    seat.row = static_cast<std::uint32_t>(m_plan.rows.size() - 1);
    m_plan.seats.push_back(std::move(seat));
    ++row.count;
}

void PlanDraft::endRow()
{
    if (m_plan.rows.back().count == 0) {
        m_plan.rows.pop_back();
    }
}

void PlanDraft::addArea(const PlanNode& node, StandingArea area)
{
    if (!area.label.empty() && !m_areas.insert(area.label).second) {
        node.member("label").problem("This is the second standing area labelled \"" + area.label +
                                     "\".");
    }
    if (!area.id.empty() && !m_ids.insert(area.id).second) {
        node.member("uuid").problem("This is the second object with the identifier \"" + area.id +
                                    "\".");
    }
    m_plan.areas.push_back(std::move(area));
}

void PlanDraft::setBackground(PlanBackground background)
{
    if (!backgroundFault(background)) {
        m_plan.background = std::move(background);
    }
}

Result<SeatingPlan> PlanDraft::finish(std::string name) &&
{
    if (m_plan.seats.empty() && m_plan.areas.empty()) {
        return badInput("bad_plan", "The plan has no seats and no standing areas to sell.", "$");
    }
    if (m_plan.sections.empty()) {
        addSection({});
    }
    m_plan.name = std::move(name);
    moveToOrigin(m_plan);
    if (m_plan.background && backgroundFault(*m_plan.background)) {
        m_plan.background.reset(); // too far away now
    }
    if (auto fault = structuralFault(m_plan)) {
        return badInput("bad_plan", *std::move(fault), "$");
    }
    return std::move(m_plan);
}

std::vector<PlanPoint> rectangleCorners(PlanPoint middle, float width, float height, float degrees,
                                        PlanPoint pivot)
{
    const float right = width / 2;
    const float down = height / 2;
    std::vector<PlanPoint> corners{{middle.x - right, middle.y - down},
                                   {middle.x + right, middle.y - down},
                                   {middle.x + right, middle.y + down},
                                   {middle.x - right, middle.y + down}};
    if (degrees != 0) {
        for (PlanPoint& corner : corners) {
            corner = turned(corner, pivot, degrees);
        }
    }
    return corners;
}

std::vector<PlanPoint> ellipseCorners(PlanPoint middle, float radiusX, float radiusY, float degrees)
{
    constexpr int kCorners = 32;
    std::vector<PlanPoint> corners;
    corners.reserve(kCorners);
    for (int corner = 0; corner < kCorners; ++corner) {
        const float angle =
            2 * std::numbers::pi_v<float> * static_cast<float>(corner) / float{kCorners};
        corners.push_back(
            turned({middle.x + radiusX * std::cos(angle), middle.y + radiusY * std::sin(angle)},
                   middle, degrees));
    }
    return corners;
}

} // namespace foyer
