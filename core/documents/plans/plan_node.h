// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/documents/plans/json_tree.h"
#include "core/domain/seating/seating_plan.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace foyer {

/// Everything found wrong in one plan file, so that who exports it can mend it in one go.
class PlanProblems {
public:
    static constexpr std::size_t kKept = 20;

    bool none() const { return m_count == 0; }
    bool full() const { return m_count >= kKept; }
    void add(std::string path, std::string reason);
    /// Counts a further problem whose path nobody will read.
    void addUnnamed() { ++m_count; }
    /// "bad_plan": `where` is the path of the first problem, the message says the first and lists
    /// the others; `facts` has "path: reason" of up to kKept. At least one problem is there.
    Error asError() const;

private:
    struct Problem {
        std::string path;
        std::string reason;
    };
    std::size_t m_count = 0;
    std::vector<Problem> m_problems;
};

/// A value of the file together with where it stands. Asked for something it is not, it notes a
/// problem and answers with a harmless default, so reading goes on to the next problem.
/// A node refers to its parent and must not outlive it.
class PlanNode {
public:
    PlanNode(const JsonTree& root, PlanProblems& problems) : m_value{&root}, m_problems{&problems}
    {}

    /// The member of that name; a node that is not present() where there is none.
    PlanNode member(std::string_view key) const;
    /// There, and not null.
    bool present() const { return m_value != nullptr && !m_value->isNull(); }
    bool isObject() const { return m_value != nullptr && m_value->as<JsonMembers>() != nullptr; }
    bool isText() const { return m_value != nullptr && m_value->as<std::string>() != nullptr; }

    /// The required name of something: trimmed, not empty, at most 120 bytes, no control
    /// characters.
    std::string label() const;
    /// The same where it may be missing, null or empty: then "".
    std::string optionalLabel() const;
    /// Something drawn: as long as it wants to be up to 200 bytes, line breaks become spaces.
    std::string drawnText() const;
    /// A category's or zone's key: text, or a whole number as its digits.
    std::string key() const;
    /// A required finite number within ±10,000,000.
    float coordinate() const;
    /// The same where it may be missing or null: then `otherwise`.
    float optionalCoordinate(float otherwise) const;
    /// A required whole number within the bounds.
    std::uint32_t wholeNumber(std::uint32_t least, std::uint32_t most) const;
    /// True or false; false where it is missing or null.
    bool flag() const;
    /// A required object with coordinates x and y.
    PlanPoint point() const;
    /// "#RRGGBB" from "#RGB" or "#RRGGBB"; empty for any other way to write a colour.
    std::string colour() const;

    /// Calls `visit(PlanNode)` for every element of a required array.
    template <typename Visit>
    void forEach(Visit visit) const
    {
        const std::size_t count = arraySize();
        for (std::size_t index = 0; index < count; ++index) {
            visit(element(index));
        }
    }
    /// The same where the array may be missing or null.
    template <typename Visit>
    void forEachIfPresent(Visit visit) const
    {
        if (present()) {
            forEach(visit);
        }
    }

    /// Notes that something is wrong with this value.
    void problem(std::string_view reason) const;
    /// "$.zones[0].rows[3]"
    std::string path() const;

private:
    PlanNode(const PlanNode& parent, const JsonTree* value, std::string_view key, std::size_t index)
        : m_value{value}, m_problems{parent.m_problems}, m_parent{&parent}, m_key{key}, m_index{
                                                                                            index}
    {}
    std::size_t arraySize() const;
    PlanNode element(std::size_t index) const;
    std::string cleanText(bool required) const;

    const JsonTree* m_value;
    PlanProblems* m_problems;
    const PlanNode* m_parent = nullptr;
    std::string_view m_key; // of the parent's member; empty for an element
    std::size_t m_index = 0;
};

} // namespace foyer
