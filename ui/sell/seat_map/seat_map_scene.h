// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/seating/seat_state.h"
#include "core/domain/seating/seating_plan.h"
#include "ui/sell/seat_map/seat_kept.h"
#include "ui/sell/seat_map/seat_map_colours.h"
#include "ui/sell/seat_map/seat_map_geometry.h"
#include "ui/sell/seat_map/seat_sign.h"
#include "ui/sell/seat_map/seat_told.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace foyer::ui {

/// What the map shows, apart from where the viewer stands.
class SeatMapScene {
public:
    /// No plan: nothing to show. All seats begin as NotHere, until their states are known.
    void setPlan(std::shared_ptr<const SeatingPlan> plan);
    /// One per seat of the plan.
    void setStates(std::vector<SeatState> states);
    void setState(SeatNumber seat, SeatState state);
    /// Shows this in the place of states, until the next plan. One sign for each seat.
    void setTold(SeatsTold told);
    /// Of seats that are held; of others it says nothing.
    void setKept(std::unordered_map<SeatNumber, SeatKept> kept);
    void setChosen(const std::vector<SeatNumber>& seats);
    void setCategoryColours(std::vector<QColor> colours);
    void setCategoryPrices(std::vector<QString> prices) { m_prices = std::move(prices); }
    void setPlacesLeft(std::vector<std::int64_t> left) { m_placesLeft = std::move(left); }
    void setColours(const SeatMapColours& colours) { m_colours = colours; }

    bool hasPlan() const { return m_plan != nullptr; }
    const SeatingPlan& plan() const { return *m_plan; }
    const SeatMapGeometry& geometry() const { return *m_geometry; }
    const SeatMapColours& colours() const { return m_colours; }
    SeatState stateOf(SeatNumber seat) const { return m_states[seat]; }
    /// Whether the map is read and not sold from.
    bool isTold() const { return m_told.has_value(); }
    /// Nothing for a map that is sold from.
    const std::optional<SeatsTold>& told() const { return m_told; }
    const SeatsTold::Sign& toldOf(SeatNumber seat) const
    {
        return m_told->signs[m_told->signOf[seat]];
    }
    /// Null: nobody has said.
    const SeatKept* keptFor(SeatNumber seat) const;
    bool isChosen(SeatNumber seat) const { return m_isChosen[seat]; }
    const std::vector<SeatNumber>& chosen() const { return m_chosen; }
    QColor colourOf(std::uint32_t category) const;
    /// As it was given, or empty.
    QString priceOf(std::uint32_t category) const;
    /// Places that can still be sold in a standing area; its capacity while nothing was said.
    std::int64_t placesLeft(std::size_t area) const;
    /// Free seats of a section.
    std::uint32_t freeIn(std::size_t section) const { return m_freeIn[section]; }

    /// Every look a seat of this plan has had so far; only ever grows until the next plan.
    const std::vector<SeatLook>& looks() const { return m_looks; }
    SeatSign signOf(std::size_t look) const;
    /// By slot of the geometry's index: index into looks().
    const std::vector<std::uint16_t>& lookOfSlot() const { return m_lookOfSlot; }

private:
    void refreshAll();
    void refresh(SeatNumber seat);
    std::uint16_t numberOfLook(const SeatLook& look);

    std::shared_ptr<const SeatingPlan> m_plan;
    std::unique_ptr<SeatMapGeometry> m_geometry;
    SeatMapColours m_colours = SeatMapColours::light();
    std::vector<SeatState> m_states;
    std::optional<SeatsTold> m_told;
    std::unordered_map<SeatNumber, SeatKept> m_kept;
    std::vector<SeatNumber> m_chosen;
    std::vector<bool> m_isChosen;
    std::vector<QColor> m_categoryColours;
    std::vector<QString> m_prices;
    std::vector<std::int64_t> m_placesLeft;
    std::vector<std::uint32_t> m_freeIn;
    std::vector<SeatLook> m_looks;
    std::unordered_map<std::uint64_t, std::uint16_t> m_numberOfLook;
    std::vector<std::uint16_t> m_lookOfSlot;
};

} // namespace foyer::ui
