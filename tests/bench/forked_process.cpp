// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/forked_process.h"

#include "core/base/ensure.h"

#include <sys/wait.h>
#include <unistd.h>

#include <array>

namespace foyer::bench {

ForkedProcess::ForkedProcess(const Serve& serve)
{
    std::array<int, 2> toParent{};
    std::array<int, 2> toChild{};
    ENSURE(::pipe(toParent.data()) == 0 && ::pipe(toChild.data()) == 0);
    m_id = ::fork();
    ENSURE(m_id >= 0);
    if (m_id == 0) {
        ::close(toChild[1]);
        ::close(toParent[0]);
        serve(toChild[0], toParent[1]);
        ::_exit(0); // what the parent has made is the parent's to clear away
    }
    ::close(toParent[1]);
    ::close(toChild[0]);
    m_to = toChild[1];
    m_from = toParent[0];
}

ForkedProcess::~ForkedProcess()
{
    ::close(m_to);
    ::close(m_from);
    ::waitpid(m_id, nullptr, 0);
}

} // namespace foyer::bench
