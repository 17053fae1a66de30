// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <sys/types.h>

#include <functional>

namespace foyer::bench {

/// A process of its own that serves until this goes, so that its processor time and memory are its
/// own, too. Made before any thread: it forks.
class ForkedProcess {
public:
    /// Reads from one end, writes to the other; ends once nothing more can be read.
    using Serve = std::function<void(int from, int to)>;

    explicit ForkedProcess(const Serve& serve);
    /// Waits for it.
    ~ForkedProcess();
    ForkedProcess(const ForkedProcess&) = delete;
    ForkedProcess& operator=(const ForkedProcess&) = delete;

    pid_t id() const { return m_id; }
    /// Where what it writes is read.
    int from() const { return m_from; }
    /// Where it reads.
    int to() const { return m_to; }

private:
    pid_t m_id = -1;
    int m_from = -1;
    int m_to = -1;
};

} // namespace foyer::bench
