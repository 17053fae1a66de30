// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/seating/plan_background.h"
#include "core/domain/seating/plan_editing/edit_objects.h"
#include "core/domain/seating/plan_editing/edit_outlines.h"
#include "core/domain/seating/plan_editing/edit_positions.h"
#include "core/domain/seating/plan_editing/plan_drawing.h"

#include <random>

namespace foyer::test {

/// Somebody who draws without a thought: every command of the editor, on anything.
class RandomDraughtsman {
public:
    explicit RandomDraughtsman(std::uint64_t seed) : m_random{seed} {}

    /// One command; may change nothing.
    void edit(PlanDrawing& drawing)
    {
        const PlanSketch& now = drawing.now();
        if (now.categories.empty()) {
            drawing.apply(*withCategoryNamed(now, std::nullopt, {"Standard", "#0072B2"}),
                          "category");
            return;
        }
        switch (const std::size_t what = upTo(20); what) {
        case 0:
        case 1:
            take(drawing,
                 withRow(now, drawing.keys(),
                         {.section = now.sections[upTo(now.sections.size() - 1)]->key,
                          .label = "R" + std::to_string(++m_rows),
                          .category = static_cast<std::uint32_t>(upTo(now.categories.size() - 1)),
                          .from = point(),
                          .to = point(),
                          .count = 1 + upTo(12),
                          .bow = static_cast<float>(upTo(40)) - 20}));
            break;
        case 2:
            take(drawing,
                 withTable(now, drawing.keys(),
                           {.section = now.sections.front()->key,
                            .label = "T" + std::to_string(++m_rows),
                            .middle = point(),
                            .chairs = 2 + upTo(8),
                            .round = upTo(1) == 0}));
            break;
        case 3:
            if (const auto seat = anySeat(now)) {
                take(drawing, withSeatBehind(now, drawing.keys(), *seat));
            }
            break;
        case 4:
        case 5:
            drawing.apply(without(now, some(now)), "delete");
            break;
        case 17:
        case 18:
            outline(drawing, now);
            break;
        case 19:
            drawing.apply(withPicture(now), "picture");
            break;
        case 20:
            if (auto next = withCategoryNamed(now, 0, {now.categories[0].name, colour()})) {
                drawing.apply(*std::move(next), "colour");
            }
            break;
        default:
            arrange(drawing, now, what);
        }
    }

    std::size_t upTo(std::size_t most)
    {
        return std::uniform_int_distribution<std::size_t>{0, most}(m_random);
    }
    /// The seats of a rectangle, or one row.
    KeySet some(const PlanSketch& drawing)
    {
        KeySet chosen = objectsIn(drawing, boxBetween(point(), point()));
        if (const auto seat = anySeat(drawing); seat && upTo(2) == 0) {
            chosen = wholeRows(drawing, KeySet{*seat});
        }
        return chosen;
    }
    std::optional<ObjectKey> anySeat(const PlanSketch& drawing)
    {
        if (drawing.rows.empty()) {
            return std::nullopt;
        }
        const auto& seats = drawing.rows[upTo(drawing.rows.size() - 1)]->seats;
        return seats[upTo(seats.size() - 1)].key;
    }

private:
    void outline(PlanDrawing& drawing, const PlanSketch& now)
    {
        const ObjectKey section = now.sections[upTo(now.sections.size() - 1)]->key;
        const std::size_t corner = upTo(6);
        Result<PlanSketch> next = now;
        switch (upTo(3)) {
        case 0:
            next = withOutline(now, section, outlineAround(now, section, 12));
            break;
        case 1:
            next = withCornerMoved(now, section, corner, point());
            break;
        case 2:
            next = withCornerBehind(now, section, corner);
            break;
        default:
            next = withoutCorner(now, section, corner);
        }
        if (next) {
            drawing.apply(*std::move(next), "outline");
        }
    }
    PlanSketch withPicture(const PlanSketch& now)
    {
        PlanSketch next = now;
        if (upTo(3) == 0) {
            next.background.reset();
            return next;
        }
        next.background =
            backgroundUnder(point(), std::string(64, "0123456789abcdef"[upTo(15)]), {640, 480});
        next.background->at = point();
        next.background->opacity = static_cast<float>(upTo(100)) / 100;
        next.background->hidden = upTo(1) == 0;
        return next;
    }
    std::string colour()
    {
        std::string text = "#";
        while (text.size() < 7) {
            text += "0123456789ABCDEF"[upTo(15)];
        }
        return text;
    }
    void arrange(PlanDrawing& drawing, const PlanSketch& now, std::size_t what)
    {
        switch (what) {
        case 6:
            drawing.apply(moved(now, some(now), point()), "move");
            break;
        case 7:
            drawing.apply(rotated(now, some(now), static_cast<float>(upTo(360))), "rotate");
            break;
        case 8:
            drawing.apply(mirrored(now, some(now), PlanAxis::Horizontal), "mirror");
            break;
        case 9:
            drawing.apply(aligned(now, some(now), static_cast<Alignment>(upTo(5))), "align");
            break;
        case 10:
            drawing.apply(distributed(now, some(now), PlanAxis::Vertical), "distribute");
            break;
        case 11:
            take(drawing, withCopy(now, drawing.keys(), copyOf(now, some(now)), {30, 30}));
            break;
        case 12:
            drawing.apply(renumbered(now, some(now),
                                     {.start = static_cast<std::int64_t>(upTo(30)),
                                      .step = 1 + static_cast<std::int64_t>(upTo(1)),
                                      .rightToLeft = upTo(1) == 0}),
                          "number");
            break;
        case 13:
            drawing.apply(withTrait(now, some(now), SeatTrait::Accessible, upTo(1) == 0), "trait");
            break;
        case 14:
            if (const auto seat = anySeat(now)) {
                if (auto next = withAisleBehind(now, *seat)) {
                    drawing.apply(*std::move(next), "aisle");
                }
            }
            break;
        case 15:
            take(drawing,
                 withSection(now, drawing.keys(), {.label = "S" + std::to_string(++m_rows)}));
            break;
        default:
            drawing.apply(spaced(now, some(now), 10 + static_cast<float>(upTo(30))), "space");
        }
    }
    PlanPoint point() { return {static_cast<float>(upTo(600)), static_cast<float>(upTo(400))}; }
    static void take(PlanDrawing& drawing, Result<DrawingWith> next)
    {
        if (next) {
            drawing.apply(std::move(next->drawing), "add");
        }
    }

    std::mt19937_64 m_random;
    int m_rows = 0;
};

} // namespace foyer::test
