// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/crypto/ed25519.h"
#include "sync/client/pinned_https.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace foyer::sync {

/// An enrolled device's way to talk to its server: short tokens, got by signing a challenge, or by
/// the secret of somebody who stands at it, and every request signed by the device key (RFC 9421).
/// A clock that is wrong is measured against the server's and allowed for. Belongs to one thread,
/// as PinnedHttps does.
class DeviceSession {
public:
    DeviceSession(std::string url, std::string pin, OrganizerId organizer, ReplicaId device,
                  const SecretBytes& deviceSeed, const Clock& clock, Random& random);

    /// Sends a request with token and signature, getting a token first where there is none that is
    /// good, and trying once more where the server says that the token is over or the clock off;
    /// for some seconds, too, where it says that it is asked too often.
    /// Errors: those of PinnedHttps::send; of an answer that is a problem its code and detail.
    Result<HttpAnswer> send(HttpRequest request);
    /// The same, but answers with 4xx too, for who reads them.
    Result<HttpAnswer> exchange(HttpRequest request);
    /// Signs somebody in at the server, in place of whoever was; name and secret are those of the
    /// counter. Errors: those of send(), wrong_secret, user_disabled, too_many_requests.
    Result<void> signIn(const std::string& name, std::string_view secret);
    /// Tells the server that they are gone, where it can be reached, and forgets them in any case.
    void signOut();
    bool isSignedIn() const { return !m_renewal.empty(); }
    /// send() on behalf of whoever is signed in; their token is renewed by itself for as long as
    /// the server lets them. Errors: those of send(), not_signed_in, session_over.
    Result<HttpAnswer> sendAsUser(HttpRequest request);
    /// Waits for so long, or until cancel(). Storage error cancelled.
    Result<void> pause(std::chrono::milliseconds time);
    /// Ends what this waits for, from any thread.
    void cancel() { m_https.cancel(); }

    /// How far this computer's clock is ahead of the server's, in milliseconds, as last measured.
    std::int64_t clockAheadMs() const { return m_aheadMs; }
    /// How long the server took to answer the last time it did; nothing before that.
    std::optional<std::int64_t> roundTripMs() const { return m_roundTripMs; }

private:
    Result<void> getToken();
    Result<void> askForToken();
    /// Sends, and again where the server says when: it is asked too often, or too busy.
    template <typename Send>
    Result<HttpAnswer> patiently(Send send);
    Result<HttpAnswer> exchangeNow(const HttpRequest& request);
    Result<void> renewUserToken();
    Result<void> takeSession(const Result<HttpAnswer>& answer);
    Result<HttpAnswer> sendOnce(const HttpRequest& request);
    Result<HttpAnswer> sendWith(const std::string& token, const HttpRequest& request);
    Instant serverNow() const;
    void measureClock(const HttpAnswer& answer);

    PinnedHttps m_https;
    OrganizerId m_organizer;
    ReplicaId m_device;
    SigningKey m_key;
    const Clock& m_clock;
    Random& m_random;
    std::string m_token;
    Instant m_tokenUntil;
    std::string m_userToken;
    Instant m_userTokenUntil;
    std::string m_renewal; ///< empty: nobody is signed in
    std::int64_t m_aheadMs = 0;
    std::optional<std::int64_t> m_roundTripMs;
};

/// The Error that an answer of application/problem+json stands for; server_error for any other that
/// is no success.
Error errorOf(const HttpAnswer& answer);

} // namespace foyer::sync
