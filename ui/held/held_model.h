// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/held/held_port.h"

#include <QString>
#include <QStringList>

#include <array>
#include <vector>

namespace foyer::ui {

/// The lists of the held workspace.
enum class HeldTab : std::uint8_t { WillCall, Holds, Parked, Waiting };
inline constexpr std::array kHeldTabs{HeldTab::WillCall, HeldTab::Holds, HeldTab::Parked,
                                      HeldTab::Waiting};

/// A row of a list. At most one of the three is set; they point into the model's snapshot.
struct HeldRow {
    const HeldBack* back = nullptr;
    const WillCall* order = nullptr;
    const WaitingPerson* waiting = nullptr;
    bool isNext = false; ///< the first on a waiting list whose places are free
    QString title;       ///< for whom
    QString detail;      ///< what, and when

    PerformanceId performance() const;
    /// Stays the same while the snapshot is read again, so that a choice survives.
    QString key() const;
};

/// What is kept back, as rows of lists. Plain: it asks nobody.
class HeldModel {
public:
    void set(HeldSnapshot snapshot);
    /// Shows what contains every word, letters compared without case and accents.
    void searchFor(const QString& words);
    const HeldSnapshot& snapshot() const { return m_snapshot; }

    std::vector<HeldRow> rows(HeldTab tab) const;
    /// Of the whole list, whatever is searched for.
    std::size_t count(HeldTab tab) const;
    /// How many could get what they wait for now, and are the first of their list who can.
    int nextCount() const;
    /// In which list a hold stands.
    static HeldTab tabOf(const std::string& kind);

private:
    HeldRow rowOf(const HeldBack& held) const;
    HeldRow rowOf(const WillCall& order) const;
    HeldRow rowOf(const WaitingPerson& person) const;
    bool isNext(const WaitingPerson& person) const;
    bool matches(const HeldRow& row) const;

    HeldSnapshot m_snapshot;
    QStringList m_words; ///< folded
};

} // namespace foyer::ui
