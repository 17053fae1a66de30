// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/domain/mail/mail_template.h"
#include "core/services/authority/follow_ups.h"
#include "core/storage/job_store.h"

#include <cstdint>
#include <optional>
#include <string>

namespace foyer::server {

/// A letter to the customer of an order, to be written by a job.
struct LetterAsked {
    MailKind kind = MailKind::Confirmation;
    OrderId order;
    std::string key;           ///< of the mail: two letters of one key are one
    PerformanceId only;        ///< of letters about one performance; else nil
    Instant startsAt;          ///< of MailKind::Changed: the time that it tells
    std::int64_t refunded = 0; ///< of MailKind::Refund: minor units
    bool isAgain = false;      ///< tickets that replace others
    bool isWanted = false;     ///< somebody asked for it: it goes whatever the settings say
};

/// Letters to everybody who has tickets of a performance, one each.
struct RoundAsked {
    MailKind kind = MailKind::Changed;
    PerformanceId performance;
    Instant startsAt;    ///< of MailKind::Changed
    Uuid bulletin;       ///< of MailKind::Bulletin, as are …
    std::string subject; ///< … these
    std::string text;
    /// Which change of the performance it tells of: what was said before it, as a reading of that
    /// clock. Two who say the same without having heard of each other make one change. 0: none.
    std::int64_t change = 0;
};

/// One mail of a bulletin.
struct BulletinCopy {
    CustomerId customer;
    RoundAsked bulletin;
};

/// Somebody ended bulletins by the link in one.
struct BulletinsEnded {
    CustomerId customer;
    Instant at;
};

inline constexpr const char* kLetterJob = "letter";
inline constexpr const char* kRoundJob = "letter_round";
inline constexpr const char* kBulletinJob = "letter_bulletin";
inline constexpr const char* kBulletinsEndedJob = "bulletins_ended";

Bytes encode(const LetterAsked& letter);
Bytes encode(const RoundAsked& round);
Bytes encode(const BulletinCopy& copy);
Bytes encode(const BulletinsEnded& ended);
/// Nothing of bytes that are no such thing.
std::optional<LetterAsked> decodeLetter(ByteView bytes);
std::optional<RoundAsked> decodeRound(ByteView bytes);
std::optional<BulletinCopy> decodeBulletinCopy(ByteView bytes);
std::optional<BulletinsEnded> decodeBulletinsEnded(ByteView bytes);

/// Notes down, with each fact that arrives, the letters that follow from it. What happened longer
/// ago than kNewsMs is no news: a counter that brings its history along writes to nobody. Clock and
/// random outlive what is noted with.
void followWithLetters(FollowUps& followUps, const Clock& clock, Random& random);
inline constexpr std::int64_t kNewsMs = 7LL * 86'400'000;

} // namespace foyer::server
