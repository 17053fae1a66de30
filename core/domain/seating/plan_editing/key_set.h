// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/seating/plan_editing/drawing.h"

#include <vector>

namespace foyer {

/// Some objects of a drawing: what is selected. Asking is one look, so that a selection of a
/// thousand seats among 60,000 is walked in no time.
class KeySet {
public:
    KeySet() = default;
    KeySet(std::initializer_list<ObjectKey> keys)
    {
        for (const ObjectKey key : keys) {
            add(key);
        }
    }

    bool has(ObjectKey key) const { return key < m_bits.size() && m_bits[key]; }
    bool isEmpty() const { return m_size == 0; }
    std::size_t size() const { return m_size; }
    void add(ObjectKey key)
    {
        if (key >= m_bits.size()) {
            m_bits.resize(std::size_t{key} + 1, false);
        }
        m_size += m_bits[key] ? 0U : 1U;
        m_bits[key] = true;
    }
    void remove(ObjectKey key)
    {
        if (has(key)) {
            m_bits[key] = false;
            --m_size;
        }
    }
    void add(const KeySet& others)
    {
        for (std::size_t key = 0; key < others.m_bits.size(); ++key) {
            if (others.m_bits[key]) {
                add(static_cast<ObjectKey>(key));
            }
        }
    }
    bool hasSeatOf(const DrawnRow& row) const
    {
        for (const DrawnSeat& seat : row.seats) {
            if (has(seat.key)) {
                return true;
            }
        }
        return false;
    }

private:
    std::vector<bool> m_bits;
    std::size_t m_size = 0;
};

} // namespace foyer
