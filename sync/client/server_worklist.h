// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "sync/client/device_session.h"

#include <map>
#include <string>
#include <vector>

namespace foyer::sync {

/// What does not go on by itself at a server, and what a person does about it. Whoever is signed in
/// at the session acts; the server decides whether they may. Errors of all: those of
/// DeviceSession::sendAsUser, not_permitted, and what each names.
class ServerWorklist {
public:
    explicit ServerWorklist(DeviceSession& session) : m_session{session} {}

    /// What the server says of each, by name; numbers as texts.
    using Rows = std::vector<std::map<std::string, std::string>>;

    /// What it does outside of requests, the newest first.
    Result<Rows> jobs(bool onlyGivenUp);
    /// Does one that was given up once more. Refuses with unknown_job.
    Result<void> retryJob(const std::string& id);
    /// Payments that are held, refunds that failed, disputes.
    Result<Rows> paymentTroubles();
    /// Somebody has looked: it goes on. Refuses with unknown_payment.
    Result<void> retryPayment(const std::string& id);
    /// Where the books and the providers' accounts do not fit.
    Result<Rows> settlementCases();
    /// Has them compared now.
    Result<void> reconcile();
    /// Says why a case is all right. Refuses with note_missing, unknown_case.
    Result<void> endCase(const std::string& provider, const std::string& kind,
                         const std::string& subject, const std::string& note);
    /// What is known of a mail address.
    struct MailAddressState {
        bool cameBack = false;       ///< a mail to it, so that none is sent any more
        bool isUnsubscribed = false; ///< from bulletins, by whoever reads there
    };
    /// Refuses with bad_address, as the next does.
    Result<MailAddressState> mailAddress(const std::string& address);
    /// Somebody says that it is right: mails to it are sent again.
    Result<void> allowMailAddress(const std::string& address);

private:
    Result<Rows> rowsOf(const std::string& path, const char* name, const std::string& query = {});
    Result<void> post(const std::string& path, const std::string& body);

    DeviceSession& m_session;
};

} // namespace foyer::sync
