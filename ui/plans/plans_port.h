// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/catalogue/entity.h"
#include "core/domain/seating/plan_editing/editor_draft.h"
#include "core/domain/seating/seating_plan.h"

#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace foyer::ui {

/// A stored plan in the list.
struct PlanRow {
    PlanId id;
    std::string name;
    std::shared_ptr<const SeatingPlan> plan; ///< for its little picture
    bool archived = false;
};

/// A stored plan to be edited.
struct OpenedPlan {
    PlanId id;
    FieldStamp stamp; ///< of this version
    SeatingPlan plan;
    /// By seat identifier: in how many performances to come somebody has a ticket, a hold or a
    /// reservation there.
    std::unordered_map<std::string, std::size_t> taken;
    std::size_t performances = 0; ///< to come, that use it
};

/// A picture of the house that may be drawn over.
struct PlanPicture {
    std::string sha256;
    PlanPoint pixels; ///< its width and height
};

/// What is to be stored: a later version of a plan, or a new one.
struct PlanToSave {
    std::optional<PlanId> id;
    FieldStamp base;
    SeatingPlan plan;
};

/// The plans page's only way to the counter and to files. Every function returns at once; the
/// answer is delivered later on the window's thread, exactly once.
class PlansPort {
public:
    template <typename T>
    using Then = std::function<void(Result<T>)>;

    virtual ~PlansPort() = default;

    virtual void plans(Then<std::vector<PlanRow>> then) = 0;
    virtual void open(PlanId plan, Then<OpenedPlan> then) = 0;
    /// The plan as it is stored now.
    virtual void save(const PlanToSave& plan, Then<OpenedPlan> then) = 0;
    virtual void rename(PlanId plan, const std::string& name, Then<bool> then) = 0;
    virtual void duplicate(PlanId plan, const std::string& name, Then<PlanId> then) = 0;
    virtual void archive(PlanId plan, bool archived, Then<bool> then) = 0;
    /// Reads a pretix or seats.io file; stores nothing.
    virtual void readFile(const std::string& path, Then<SeatingPlan> then) = 0;
    /// Writes a file in the format "pretix" or "seatsio"; answers with codes of what the format
    /// has no place for.
    virtual void writeFile(const SeatingPlan& plan, const std::string& format,
                           const std::string& path, Then<std::vector<std::string>> then) = 0;

    /// Reads a picture's file (JPEG, PNG or WebP, by a confined process) and adds it to the house's
    /// pictures. Takes up to some seconds, beside everything else.
    virtual void addPicture(const std::string& path, Then<PlanPicture> then) = 0;
    /// The bytes of the widest JPEG or PNG that is here of a picture. Refuses with unknown_picture,
    /// and picture_not_here while it has not come from the server.
    virtual void picture(const std::string& sha256, Then<std::string> then) = 0;

    /// What is being drawn, kept beside the database so that it outlives a crash. There is one.
    virtual void keepDraft(const EditorDraft& draft) = 0;
    virtual void draft(Then<std::optional<EditorDraft>> then) = 0;
    virtual void forgetDraft() = 0;
    /// New for every call.
    virtual std::string newIdPrefix() = 0;

protected:
    PlansPort() = default;
    PlansPort(const PlansPort&) = default;
    PlansPort& operator=(const PlansPort&) = default;
};

} // namespace foyer::ui
