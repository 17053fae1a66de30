// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sell/seat_map/seat_map_scene.h"

#include "core/base/ensure.h"

#include <utility>

namespace foyer::ui {
namespace {

constexpr std::uint8_t kDrawnTraits = static_cast<std::uint8_t>(SeatTrait::Accessible) |
    static_cast<std::uint8_t>(SeatTrait::Companion) |
    static_cast<std::uint8_t>(SeatTrait::RestrictedView);

SeatMark markOf(SeatState state)
{
    switch (state) {
    case SeatState::Free:
        return SeatMark::Free;
    case SeatState::Sold:
        return SeatMark::Sold;
    case SeatState::Held:
        return SeatMark::Held;
    case SeatState::NotHere:
        return SeatMark::NotHere;
    case SeatState::NoPrice:
        break;
    }
    return SeatMark::NoPrice;
}

} // namespace

void SeatMapScene::setPlan(std::shared_ptr<const SeatingPlan> plan)
{
    m_geometry.reset();
    m_plan = std::move(plan);
    m_chosen.clear();
    m_looks.clear();
    m_numberOfLook.clear();
    m_states.clear();
    m_told.reset();
    m_kept.clear();
    m_isChosen.clear();
    m_lookOfSlot.clear();
    m_freeIn.clear();
    if (m_plan) {
        m_geometry = std::make_unique<SeatMapGeometry>(*m_plan);
        m_states.assign(m_plan->seats.size(), SeatState::NotHere);
        m_isChosen.assign(m_plan->seats.size(), false);
        refreshAll();
    }
}

void SeatMapScene::setStates(std::vector<SeatState> states)
{
    ENSURE(m_plan && states.size() == m_plan->seats.size());
    m_states = std::move(states);
    refreshAll();
}

void SeatMapScene::setTold(SeatsTold told)
{
    ENSURE(m_plan && told.signOf.size() == m_plan->seats.size() &&
           told.sections.size() == m_plan->sections.size() &&
           told.areas.size() == m_plan->areas.size());
    m_told = std::move(told);
    refreshAll();
}

void SeatMapScene::setState(SeatNumber seat, SeatState state)
{
    ENSURE(seat < m_states.size());
    std::uint32_t& free = m_freeIn[m_plan->rows[m_plan->seats[seat].row].section];
    free -= m_states[seat] == SeatState::Free ? 1 : 0;
    free += state == SeatState::Free ? 1 : 0;
    m_states[seat] = state;
    refresh(seat);
}

void SeatMapScene::setKept(std::unordered_map<SeatNumber, SeatKept> kept)
{
    m_kept = std::move(kept);
    if (m_plan) {
        refreshAll();
    }
}

const SeatKept* SeatMapScene::keptFor(SeatNumber seat) const
{
    const auto found = m_kept.find(seat);
    return found != m_kept.end() ? &found->second : nullptr;
}

void SeatMapScene::setChosen(const std::vector<SeatNumber>& seats)
{
    const std::vector<SeatNumber> before = std::exchange(m_chosen, {});
    for (const SeatNumber seat : before) {
        m_isChosen[seat] = false;
        refresh(seat);
    }
    for (const SeatNumber seat : seats) {
        ENSURE(seat < m_isChosen.size());
        if (!m_isChosen[seat]) {
            m_isChosen[seat] = true;
            m_chosen.push_back(seat);
            refresh(seat);
        }
    }
}

void SeatMapScene::setCategoryColours(std::vector<QColor> colours)
{
    m_categoryColours = std::move(colours);
}

QColor SeatMapScene::colourOf(std::uint32_t category) const
{
    return category < m_categoryColours.size() && m_categoryColours[category].isValid()
        ? m_categoryColours[category]
        : categoryColour(category);
}

QString SeatMapScene::priceOf(std::uint32_t category) const
{
    return category < m_prices.size() ? m_prices[category] : QString();
}

std::int64_t SeatMapScene::placesLeft(std::size_t area) const
{
    return area < m_placesLeft.size() ? m_placesLeft[area] : m_plan->areas[area].capacity;
}

SeatSign SeatMapScene::signOf(std::size_t look) const
{
    return {m_looks[look], colourOf(m_looks[look].category), QPointF(), 0};
}

void SeatMapScene::refreshAll()
{
    m_lookOfSlot.resize(m_plan->seatCount());
    m_freeIn.assign(m_plan->sections.size(), 0);
    for (std::size_t seat = 0; seat < m_plan->seats.size(); ++seat) {
        if (m_states[seat] == SeatState::Free) {
            ++m_freeIn[m_plan->rows[m_plan->seats[seat].row].section];
        }
        refresh(static_cast<SeatNumber>(seat));
    }
}

void SeatMapScene::refresh(SeatNumber seat)
{
    if (m_plan->seats[seat].retired) {
        return; // not drawn
    }
    SeatLook look{m_isChosen[seat] ? SeatMark::Chosen : markOf(m_states[seat]), 0, 0};
    if (look.mark == SeatMark::Free) {
        look.category = m_plan->seats[seat].category;
        look.traits = m_plan->seats[seat].traits & kDrawnTraits;
    }
    if (look.mark == SeatMark::Held) {
        const SeatKept* kept = keptFor(seat);
        look.category = kept != nullptr ? kept->letter.unicode() : 0;
    }
    if (m_told) {
        look = {toldOf(seat).mark, 0, toldOf(seat).level};
    }
    m_lookOfSlot[m_geometry->index.slotOf(seat)] = numberOfLook(look);
}

std::uint16_t SeatMapScene::numberOfLook(const SeatLook& look)
{
    const std::uint64_t key = static_cast<std::uint64_t>(look.category) << 16 |
        static_cast<std::uint64_t>(look.traits) << 8 | static_cast<std::uint64_t>(look.mark);
    const auto [at, fresh] =
        m_numberOfLook.emplace(key, static_cast<std::uint16_t>(m_looks.size()));
    if (fresh) {
        ENSURE(m_looks.size() < 0xffff);
        m_looks.push_back(look);
    }
    return at->second;
}

} // namespace foyer::ui
