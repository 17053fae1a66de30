// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foyer {

/// A seat's number within its plan, 0 … seats−1, given when the seat first comes into a stored
/// plan. A later version of the same plan keeps it and never uses it for another seat, so rights,
/// tickets and scans name seats by it. It says nothing about where the seat stands: see
/// SeatingPlan::order.
using SeatNumber = std::uint32_t;

/// A point of the plan in its own units, y downwards. Drawing only; nothing is decided by it but
/// which seats stand next to each other.
struct PlanPoint {
    float x = 0;
    float y = 0;
    friend bool operator==(const PlanPoint&, const PlanPoint&) = default;
};

/// What is special about a seat; a seat may be several of these.
enum class SeatTrait : std::uint8_t {
    Accessible = 1,     ///< reachable by, or a place for, a wheelchair
    Companion = 2,      ///< beside an accessible seat, for who comes along
    RestrictedView = 4, ///< to be said to the customer before the sale
    Table = 8,          ///< a chair at a table
};

struct Seat {
    std::string id;             ///< the identifier in the file it came from; unique in the plan
    std::string number;         ///< as printed: "7", "12a"
    std::uint32_t row = 0;      ///< index into SeatingPlan::rows
    std::uint32_t category = 0; ///< index into SeatingPlan::categories
    PlanPoint at;               ///< the middle of the seat
    std::uint8_t traits = 0;    ///< SeatTrait bits
    /// Taken out of the room by a later version of the plan: not drawn and not sold any more. It
    /// keeps its number, and its name for tickets that were sold on it before.
    bool retired = false;

    bool has(SeatTrait trait) const { return (traits & static_cast<std::uint8_t>(trait)) != 0; }
    friend bool operator==(const Seat&, const Seat&) = default;
};

/// Seats side by side: consecutive places of the plan's order from `first` on, in walking order
/// (SeatingPlan::seatsOf). A table is a row whose ends meet (`ring`). A row whose seats are all
/// retired has none and stays for their names.
struct Row {
    std::string label;         ///< "F", "T1"
    std::uint32_t section = 0; ///< index into SeatingPlan::sections
    std::uint32_t first = 0;   ///< place in the plan's order of its first seat
    std::uint32_t count = 0;
    bool ring = false; ///< a round table: the last seat is the first one's neighbour

    friend bool operator==(const Row&, const Row&) = default;
};

struct Section {
    std::string label;              ///< "Stalls"; empty for a plan without sections
    std::string entrance;           ///< "Entrance 1" or empty
    std::string zone;               ///< label of the zone or floor it lies in, or empty
    std::vector<PlanPoint> outline; ///< drawn around it; may be empty
    friend bool operator==(const Section&, const Section&) = default;
};

/// A category as the plan names it. Which price category of an event it stands for is decided
/// there, by name.
struct PlanCategory {
    std::string name;
    std::string colour; ///< "#RRGGBB" or empty
    friend bool operator==(const PlanCategory&, const PlanCategory&) = default;
};

/// The channels of a colour, 0 … 255.
struct CategoryColour {
    int red = 0;
    int green = 0;
    int blue = 0;
};
/// Of "#RRGGBB", whatever the case of its digits; nothing for another text.
std::optional<CategoryColour> categoryColourIn(std::string_view text);

/// A place sold by head count, without numbered seats.
struct StandingArea {
    std::string id;
    std::string label;
    std::uint32_t category = 0; ///< index into SeatingPlan::categories
    std::uint32_t capacity = 0;
    std::vector<PlanPoint> outline;
    friend bool operator==(const StandingArea&, const StandingArea&) = default;
};

/// Something drawn and not sold: the stage, a bar, a word on the floor.
struct PlanShape {
    enum class Kind : std::uint8_t { Polygon, Ellipse, Text };
    Kind kind = Kind::Polygon;
    std::string text;
    std::vector<PlanPoint>
        points; ///< corners; or the two corners of the ellipse's box; or the place of the text
    friend bool operator==(const PlanShape&, const PlanShape&) = default;
};

/// A picture to draw over: a photograph or a scan of the room, for who draws and nobody else. It is
/// one of the house's pictures; the plan says which one by the hash of its bytes.
struct PlanBackground {
    std::string sha256; ///< of the picture file's bytes, 64 small hexadecimal digits
    PlanPoint at;       ///< its left upper corner
    PlanPoint size;     ///< width and height in plan units
    float opacity = 0.5F;
    bool hidden = false; ///< for a while: it keeps its place
    friend bool operator==(const PlanBackground&, const PlanBackground&) = default;
};

/// The seats at some places of a plan's order, one after the other. The plan outlives it.
class SeatsInOrder {
public:
    SeatsInOrder(const std::vector<SeatNumber>& order, std::uint32_t from, std::uint32_t to)
        : m_order{&order}, m_from{from}, m_to{to}
    {}

    class Iterator {
    public:
        using value_type = SeatNumber;
        using difference_type = std::ptrdiff_t;

        Iterator() = default;
        Iterator(const std::vector<SeatNumber>* order, std::uint32_t place)
            : m_order{order}, m_place{place}
        {}
        SeatNumber operator*() const { return m_order->empty() ? m_place : (*m_order)[m_place]; }
        Iterator& operator++()
        {
            ++m_place;
            return *this;
        }
        Iterator operator++(int)
        {
            const Iterator before = *this;
            ++m_place;
            return before;
        }
        friend bool operator==(const Iterator&, const Iterator&) = default;

    private:
        const std::vector<SeatNumber>* m_order = nullptr;
        std::uint32_t m_place = 0;
    };
    Iterator begin() const { return {m_order, m_from}; }
    Iterator end() const { return {m_order, m_to}; }

private:
    const std::vector<SeatNumber>* m_order;
    std::uint32_t m_from;
    std::uint32_t m_to;
};

/// The seats of a room and how they lie. Pure data, immutable once imported.
/// Seats lie by number in `seats`, retired ones among them. How people walk along them is said by
/// the rows: rows[r] has the seats at the places [first, first+count) of `order`.
struct SeatingPlan {
    std::string name;
    PlanPoint size; ///< width and height of everything drawn, from (0, 0)
    std::vector<PlanCategory> categories;
    std::vector<Section> sections; ///< at least one
    std::vector<Row> rows;
    std::vector<Seat> seats;
    /// The seats that are not retired, row by row. Empty where that is 0, 1, 2 …, as in every plan
    /// that was never changed.
    std::vector<SeatNumber> order;
    std::vector<StandingArea> areas;
    std::vector<PlanShape> shapes;
    std::optional<PlanBackground> background;

    /// The seat at a place of the order, 0 … seatCount()−1.
    SeatNumber seatAt(std::uint32_t place) const { return order.empty() ? place : order[place]; }
    /// The seats of a row in walking order.
    SeatsInOrder seatsOf(const Row& row) const { return {order, row.first, row.first + row.count}; }
    /// The place of a seat within its row; nothing for a retired one. Linear in the row.
    std::optional<std::uint32_t> placeInRow(SeatNumber seat) const;
    /// Seats that are not retired.
    std::uint32_t seatCount() const;
    /// Places in all standing areas.
    std::int64_t standingCount() const;
    /// Whether this number is a seat that is there to be sold.
    bool isSeat(SeatNumber seat) const { return seat < seats.size() && !seats[seat].retired; }

    /// "Stalls · F 7", or "F 7" where the section has no name. What tickets and screens print.
    std::string seatLabel(SeatNumber seat) const;
    /// The seats a person means: "F7", "F 7", "F-7", or with its section "Stalls F7", "Stalls/F7".
    /// Case and spaces do not matter. None, one, or several where the section was needed.
    std::vector<SeatNumber> seatsNamed(std::string_view label) const;

    friend bool operator==(const SeatingPlan&, const SeatingPlan&) = default;
};

/// What is wrong with a plan's own structure, in a sentence; nothing for a sound plan. Sound means:
/// every index in range, rows cover all seats that are not retired exactly once, seat ids unique,
/// every seat named differently within its row, labels not empty, at most 200,000 seats, retired
/// ones included.
std::optional<std::string> structuralFault(const SeatingPlan& plan);

/// The part of it that what works on a plan relies on: indices in range, every seat in its row.
/// Names may be missing or twice, as while somebody draws.
std::optional<std::string> placingFault(const SeatingPlan& plan);

} // namespace foyer
