// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/crypto/secret.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

namespace foyer::server {

/// The mail server that a house sends through.
struct SmtpSettings {
    enum class Protection : std::uint8_t {
        StartTls, ///< port 587 as a rule: nothing is said before TLS has begun (RFC 3207)
        Tls,      ///< port 465: TLS from the first byte (RFC 8314)
        None      ///< on this computer only
    };
    std::string host;
    std::uint16_t port = 587;
    Protection protection = Protection::StartTls;
    std::string user; ///< empty: without signing in
    SecretBytes password;
    std::string authorities; ///< a PEM file of those who may vouch for it; empty: the system's
    std::string name = "localhost";    ///< of this computer, as EHLO says it
    std::chrono::seconds patience{60}; ///< for each step
};

/// What became of a mail.
struct MailFate {
    enum class Kind : std::uint8_t {
        Taken,  ///< the mail server answers for it from here on
        Later,  ///< it may take it later
        Refused ///< it never will: a wrong address, or a mail it does not want
    };
    Kind kind = Kind::Later;
    /// What to do about it, without what the server said: that may hold addresses.
    std::string problem;
    /// The server's reply (RFC 5321 §4.2) and its finer code (RFC 3463); 0 and empty: none.
    int reply = 0;
    std::string detail;
    /// The recipient was refused, rather than the mail or us.
    bool isBounce = false;
};

/// A way to a mail server. Keeps its connection between mails, makes it anew where it is gone.
/// Belongs to one thread.
class SmtpCourier {
public:
    /// Refusal mail_unprotected where a password or mail would cross a network in the clear.
    static Result<std::unique_ptr<SmtpCourier>> open(std::shared_ptr<const SmtpSettings> settings);
    ~SmtpCourier();
    SmtpCourier(const SmtpCourier&) = delete;
    SmtpCourier& operator=(const SmtpCourier&) = delete;

    /// Hands a mail over, as mimeOf() made it. `from` is where bounces go. Never throws. Where the
    /// answer to the mail itself is lost it says Later: the server may have taken it, and gets it
    /// once more, with the same id.
    MailFate deliver(const std::string& from, const std::string& to, const std::string& mime);

private:
    struct Private;
    explicit SmtpCourier(std::unique_ptr<Private> parts);
    std::unique_ptr<Private> d;
};

} // namespace foyer::server
