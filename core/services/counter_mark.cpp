// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/counter.h"
#include "core/services/data_folder.h"
#include "core/storage/sync_store.h"

#include <algorithm>

// How a counter notices that its database is old or a copy, and what it does about it.
namespace foyer {

void Counter::compareWithMark()
{
    const auto noted = m_mark->noted();
    const JournalHead& head = m_journal->head();
    const bool behind =
        noted && std::pair{noted->epoch, noted->sequence} > std::pair{head.epoch, head.sequence};
    m_entriesMissing = !behind       ? 0
        : noted->epoch == head.epoch ? noted->sequence - head.sequence
                                     : std::max<std::int64_t>(noted->sequence, 1);
}

void Counter::noteHead()
{
    m_mark->note(m_journal->head());
}

void Counter::heardOwnEntries()
{
    m_journal->refreshHead();
    compareWithMark();
    stopOrGoOn();
}

void Counter::noteWritten(std::int64_t epoch, std::int64_t sequence)
{
    m_mark->note({.epoch = epoch, .sequence = sequence, .hash = {}, .at = {}});
    compareWithMark();
    stopOrGoOn();
}

void Counter::noteFork()
{
    m_isForked = true;
    stopOrGoOn();
}

/// A counter that has a server gets its own entries back into the places where they were; so
/// nothing may be written there before. One that stands alone opens a new epoch instead.
void Counter::stopOrGoOn()
{
    if (m_membership && m_isForked) {
        m_journal->stop(journalForked());
    } else if (m_membership && m_entriesMissing > 0) {
        m_journal->stop(databaseBehind(*this));
    } else {
        m_journal->stop(std::nullopt);
    }
}

Error journalForked()
{
    return refused("journal_fork",
                   "There are two copies of this counter, and the server goes on with the other "
                   "one. What was done here was sent and is kept. Stop using this copy: an "
                   "administrator looks at it, and enrols it as a new counter.");
}

Error databaseBehind(const Counter& counter)
{
    const std::string what = counter.membership() != nullptr
        ? " entries are missing. It gets them from the server: connect it to the network."
        : " entries are missing. Put the newer file back, or run foyer-cli recover if it is lost "
          "for good.";
    Error error = refused("database_behind",
                          "This database is older than what this counter has already sold: " +
                              std::to_string(counter.entriesMissing()) + what);
    error.facts = {std::to_string(counter.entriesMissing())};
    return error;
}

} // namespace foyer
