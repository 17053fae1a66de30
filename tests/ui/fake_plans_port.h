// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/seating/plan_editing/plan_continuation.h"
#include "tests/support/room_plans.h"
#include "ui/plans/plans_port.h"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

namespace foyer::test {

/// Plans in memory; answers at once, but for saves that are held back.
class FakePlansPort final : public ui::PlansPort {
public:
    std::vector<ui::OpenedPlan> stored;
    std::optional<EditorDraft> kept;
    std::optional<Error> refusal; ///< of the next save
    std::string exportedAs;
    int saves = 0;
    std::vector<std::optional<PlanId>> savedAs; ///< which plan each save was of
    bool holdsSaves = false;                    ///< until answerHeld()
    bool holdsPictures = false;                 ///< until answerHeld()
    std::vector<std::string> added;             ///< files of pictures
    std::string pictureHash = std::string(64, 'c');
    std::string scan;                            ///< the bytes of every picture that is added
    std::map<std::string, std::string> pictures; ///< that are here, by their hash

    static PlanId idOf(std::uint8_t number)
    {
        Uuid::Bytes bytes{};
        bytes[15] = number;
        return PlanId{Uuid{bytes}};
    }
    void store(SeatingPlan plan)
    {
        stored.push_back(
            {idOf(static_cast<std::uint8_t>(stored.size() + 1)), {}, std::move(plan), {}, 0});
    }

    void plans(Then<std::vector<ui::PlanRow>> then) override
    {
        std::vector<ui::PlanRow> rows;
        for (const auto& each : stored) {
            rows.push_back(
                {each.id, each.plan.name, std::make_shared<const SeatingPlan>(each.plan), false});
        }
        then(std::move(rows));
    }
    void open(PlanId plan, Then<ui::OpenedPlan> then) override { then(*find(plan)); }
    void save(const ui::PlanToSave& plan, Then<ui::OpenedPlan> then) override
    {
        ++saves;
        savedAs.push_back(plan.id);
        const Result<ui::OpenedPlan> result = saved(plan);
        if (holdsSaves) {
            m_held.emplace_back([then = std::move(then), result] { then(result); });
        } else {
            then(result);
        }
    }
    void answerHeld()
    {
        for (const auto& each : std::exchange(m_held, {})) {
            each();
        }
    }
    void rename(PlanId plan, const std::string& name, Then<bool> then) override
    {
        find(plan)->plan.name = name;
        then(true);
    }
    void duplicate(PlanId plan, const std::string& name, Then<PlanId> then) override
    {
        SeatingPlan copy = find(plan)->plan;
        copy.name = name;
        store(std::move(copy));
        then(stored.back().id);
    }
    void archive(PlanId plan, bool, Then<bool> then) override
    {
        stored.erase(find(plan));
        then(true);
    }
    void readFile(const std::string& path, Then<SeatingPlan> then) override
    {
        if (path.ends_with("bad.json")) {
            then(badInput("bad_plan", "Two seats have one number.", "$.zones[0]"));
            return;
        }
        SeatingPlan plan = theatrePlan();
        plan.name = "From a file";
        then(std::move(plan));
    }
    void writeFile(const SeatingPlan&, const std::string& format, const std::string&,
                   Then<std::vector<std::string>> then) override
    {
        exportedAs = format;
        then(format == "pretix" ? std::vector<std::string>{"traits"} : std::vector<std::string>{});
    }
    void addPicture(const std::string& path, Then<ui::PlanPicture> then) override
    {
        added.push_back(path);
        if (path.ends_with(".svg")) {
            then(badInput("picture_format", "This is no picture."));
            return;
        }
        const auto answer = [this, then = std::move(then)] {
            pictures[pictureHash] = scan;
            then(ui::PlanPicture{pictureHash, {1600, 1000}});
        };
        if (holdsPictures) {
            m_held.emplace_back(answer);
        } else {
            answer();
        }
    }
    void picture(const std::string& sha256, Then<std::string> then) override
    {
        const auto found = pictures.find(sha256);
        if (found == pictures.end()) {
            then(refused("picture_not_here", "It has not come yet."));
        } else {
            then(found->second);
        }
    }
    void keepDraft(const EditorDraft& draft) override { kept = draft; }
    void draft(Then<std::optional<EditorDraft>> then) override { then(kept); }
    void forgetDraft() override { kept.reset(); }
    std::string newIdPrefix() override { return "session" + std::to_string(++m_sessions); }

private:
    std::vector<ui::OpenedPlan>::iterator find(PlanId plan)
    {
        return std::ranges::find(stored, plan, &ui::OpenedPlan::id);
    }
    Result<ui::OpenedPlan> saved(const ui::PlanToSave& plan)
    {
        if (refusal) {
            return *std::exchange(refusal, std::nullopt);
        }
        if (!plan.id) {
            store(plan.plan);
            return stored.back();
        }
        const auto found = find(*plan.id);
        found->plan = continuedPlan(found->plan, plan.plan);
        return *found;
    }
    int m_sessions = 0;
    std::vector<std::function<void()>> m_held;
};

} // namespace foyer::test
