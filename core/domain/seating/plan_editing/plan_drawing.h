// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/seating/plan_editing/drawing.h"

#include <deque>
#include <string>

namespace foyer {

/// A drawing in the hands of somebody who edits it, with what was done and can be undone. Steps
/// are drawings that share what they have in common; the oldest are forgotten when together they
/// own more than `bytesMax` of memory, or are more than `stepsMax`.
class PlanDrawing {
public:
    static constexpr std::size_t kStepsMax = 1'000;
    static constexpr std::size_t kBytesMax = std::size_t{128} * 1024 * 1024;

    explicit PlanDrawing(std::string idPrefix, std::size_t bytesMax = kBytesMax);
    /// Of a plan that is stored, or imported.
    PlanDrawing(const SeatingPlan& plan, std::string idPrefix, std::size_t bytesMax = kBytesMax);

    const PlanSketch& now() const { return m_now; }
    KeySource& keys() { return m_keys; }

    /// The drawing is this now. `what` says what was done: "Move 12 seats". Says whether anything
    /// changed; what changed nothing is no step.
    bool apply(PlanSketch next, std::string what);
    bool canUndo() const { return !m_done.empty(); }
    bool canRedo() const { return !m_undone.empty(); }
    const std::string& undoWhat() const { return m_done.back().what; }
    const std::string& redoWhat() const { return m_undone.back().what; }
    void undo();
    void redo();

    std::size_t steps() const { return m_done.size(); }
    std::size_t bytes() const { return m_bytes; }

private:
    struct Step {
        PlanSketch
            before; ///< of m_done: the drawing before the step; of m_undone: the one after it
        std::string what;
        std::size_t bytes = 0;
    };
    void forgetOldest();

    PlanSketch m_now;
    KeySource m_keys;
    std::size_t m_bytesMax;
    std::size_t m_bytes = 0; // of m_done
    std::deque<Step> m_done;
    std::deque<Step> m_undone;
};

} // namespace foyer
