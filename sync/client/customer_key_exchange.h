// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "sync/client/counter_question.h"
#include "sync/client/device_session.h"

#include <optional>

namespace foyer::sync {

/// Carries the keys of customers between a counter and its server; what they mean is
/// CustomerKeySync's. A server that is older knows none: then nothing happens. Belongs to a thread
/// that may wait.
class CustomerKeyExchange {
public:
    CustomerKeyExchange(DeviceSession& session, const WithCounter& withCounter)
        : m_session{session}, m_withCounter{withCounter}
    {}

    /// Hands over what the server does not have. Errors: those of DeviceSession::send.
    Result<void> giveAll();
    /// Hears of all that is new. Errors: the same, bad_entry.
    Result<void> hearAll();

private:
    Result<std::optional<HttpAnswer>> answerTo(const HttpRequest& request);

    DeviceSession& m_session;
    const WithCounter& m_withCounter;
};

} // namespace foyer::sync
