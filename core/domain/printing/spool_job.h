// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/uuid.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace foyer {

/// How far a page, or a whole job, is.
enum class SpoolState : std::uint8_t {
    Queued,
    Sending,   ///< some of it may be on its way
    Sent,      ///< the printer took it and does not tell more
    Confirmed, ///< it came out
    Unclear,   ///< it may have come out: somebody has to look
    Failed,    ///< it cannot be printed as it is
    Cancelled,
};

/// What a job prints.
enum class SpoolContent : std::uint8_t { Tickets, Receipt, Slip, TestPage };

/// One ticket, or the one receipt, slip or test page of a job.
struct SpoolPage {
    int number = 1;
    std::optional<TicketId> ticket;
    SpoolState state = SpoolState::Queued;
    friend bool operator==(const SpoolPage&, const SpoolPage&) = default;
};

/// Something to be printed. It names what it prints and holds none of it (but a slip's text): a
/// page is drawn when its turn comes, and a ticket that is void by then is not printed.
struct SpoolJob {
    PrintJobId id;
    Instant createdAt;
    std::string printer;
    SpoolContent content = SpoolContent::Tickets;
    std::string title; ///< for people: "Tickets AB-CDEFG-H"
    std::optional<OrderId> order;
    std::string slip; ///< slipText() of a Slip
    bool specimen = false;
    SpoolState state = SpoolState::Queued;
    std::string faultCode; ///< why it does not go on; empty while all is well
    std::string fault;     ///< the sentence
    std::vector<SpoolPage> pages;
    friend bool operator==(const SpoolJob&, const SpoolJob&) = default;

    int pagesLeft() const; ///< Queued, Sending or Unclear
};

/// A job's state by that of its pages: what asks for a person first, then what is still to do.
SpoolState jobState(std::span<const SpoolPage> pages);

/// "queued" "sending" "sent" "confirmed" "unclear" "failed" "cancelled".
std::string_view nameOf(SpoolState state);
/// Queued for a word that is none.
SpoolState spoolStateNamed(std::string_view name);
/// "tickets" "receipt" "slip" "test".
std::string_view nameOf(SpoolContent content);
SpoolContent spoolContentNamed(std::string_view name);

} // namespace foyer
