// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <cstdint>

namespace foyer::ui {

/// Tells a scanner that types from a person who does, by the time between keys: a scanner types a
/// whole code and Enter faster than fingers can.
class KeyBurst {
public:
    /// Milliseconds between two keys of a scanner, at most.
    static constexpr std::int64_t kGapMax = 35;
    /// Characters of a code, at least; an order code has eight.
    static constexpr qsizetype kLengthMin = 6;

    /// A character was typed; `at` in milliseconds. False: it does not go on with what is held,
    /// which is to be given back before this one is held by itself.
    bool goesOn(std::int64_t at) const { return m_text.isEmpty() || at - m_last <= kGapMax; }
    void hold(const QString& typed, std::int64_t at)
    {
        m_text += typed;
        m_last = at;
    }
    /// Whether Enter at this moment ends a code.
    bool isCode(std::int64_t at) const
    {
        return m_text.size() >= kLengthMin && at - m_last <= kGapMax;
    }
    const QString& held() const { return m_text; }
    void clear() { m_text.clear(); }

private:
    QString m_text;
    std::int64_t m_last = 0;
};

} // namespace foyer::ui
