// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/plans/plans_port.h"

#include <QThreadPool>

namespace foyer::desktop {

class StoreThread;

/// Implements what the plans screen asks for, over the store thread: files are read and written
/// there, too, so that a large one does not hold up the window; pictures, which take longer, beside
/// it, so that no sale waits for one. The draft lies in the data folder.
class CounterPlansPort final : public ui::PlansPort {
public:
    explicit CounterPlansPort(StoreThread& store) : m_store{store}
    {
        m_reading.setMaxThreadCount(1);
    }

    void plans(Then<std::vector<ui::PlanRow>> then) override;
    void open(PlanId plan, Then<ui::OpenedPlan> then) override;
    void save(const ui::PlanToSave& plan, Then<ui::OpenedPlan> then) override;
    void rename(PlanId plan, const std::string& name, Then<bool> then) override;
    void duplicate(PlanId plan, const std::string& name, Then<PlanId> then) override;
    void archive(PlanId plan, bool archived, Then<bool> then) override;
    void readFile(const std::string& path, Then<SeatingPlan> then) override;
    void writeFile(const SeatingPlan& plan, const std::string& format, const std::string& path,
                   Then<std::vector<std::string>> then) override;
    void addPicture(const std::string& path, Then<ui::PlanPicture> then) override;
    void picture(const std::string& sha256, Then<std::string> then) override;
    void keepDraft(const EditorDraft& draft) override;
    void draft(Then<std::optional<EditorDraft>> then) override;
    void forgetDraft() override;
    std::string newIdPrefix() override;

private:
    StoreThread& m_store;
    QThreadPool
        m_reading; ///< one picture at a time, in its own process; ends before the store does
};

} // namespace foyer::desktop
