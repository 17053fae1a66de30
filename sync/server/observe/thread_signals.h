// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <csignal>

namespace foyer::server {

/// Says in a thread, as the first thing there, that signals are not for it: the main thread waits
/// for them, and whichever other one got one would end the process.
inline void leaveSignalsToMain()
{
    sigset_t signals;
    ::sigfillset(&signals);
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

} // namespace foyer::server
