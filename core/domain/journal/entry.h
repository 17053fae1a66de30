// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/clock.h"
#include "core/base/uuid.h"

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>

namespace foyer {

/// A hybrid logical clock reading (Kulkarni et al. 2014): 48 bits of milliseconds since 1970 UTC
/// and 16 bits of counter, so that of two entries one writer made, the later one always has the
/// larger reading, whatever the wall clock did in between.
struct HlcTime {
    std::int64_t value = 0;

    constexpr Instant instant() const { return {value >> 16}; }
    /// The next reading after `last` when the wall clock shows `now`: never less, never equal.
    static constexpr HlcTime after(HlcTime last, Instant now)
    {
        const HlcTime wall{now.ms << 16};
        return wall.value > last.value ? wall : HlcTime{last.value + 1};
    }
    friend constexpr auto operator<=>(HlcTime, HlcTime) = default;
};

using EntryHash = std::array<std::uint8_t, 32>;

/// One fact of the journal. Everything else that Foyer stores of the business is what the entries
/// add up to.
struct Entry {
    EntryId id;
    OrganizerId organizer;
    ReplicaId replica;         ///< who wrote it …
    std::int64_t epoch = 1;    ///< … in which life of its database …
    std::int64_t sequence = 0; ///< … as its how-manieth, from 1, without holes
    HlcTime at;
    UserId actor;             ///< nil: the program itself
    std::string kind;         ///< "order.placed"
    std::int64_t version = 1; ///< of the body; old versions stay readable for ever
    Bytes body;               ///< deterministic CBOR
    EntryHash previous{};     ///< hash of the writer's entry before; zeros for the first
    EntryHash hash{};         ///< SHA-256 of canonicalForm()
    std::optional<std::int64_t> position; ///< given by the authority; not part of the hash

    friend bool operator==(const Entry&, const Entry&) = default;
};

/// What is hashed: a deterministic CBOR array of "foyer-journal-1" and every field above up to
/// `previous`, in that order. The same fact gives the same bytes on every machine, for ever.
Bytes canonicalForm(const Entry& entry);

/// The names of the entry kinds. They are written to disk and never change.
namespace kind {
inline constexpr const char* kReplicaFounded = "replica.founded";
inline constexpr const char* kEpochOpened = "epoch.opened";
inline constexpr const char* kKeyCertified = "key.certified";
inline constexpr const char* kOrganizerEdited = "organizer.edited";
inline constexpr const char* kVenueEdited = "venue.edited";
inline constexpr const char* kPlanEdited = "plan.edited";
inline constexpr const char* kTaxEdited = "tax.edited";
inline constexpr const char* kEventEdited = "event.edited";
inline constexpr const char* kCategoryEdited = "category.edited";
inline constexpr const char* kTicketTypeEdited = "ticket_type.edited";
inline constexpr const char* kFeeEdited = "fee.edited";
inline constexpr const char* kPerformanceEdited = "performance.edited";
inline constexpr const char* kQuotaEdited = "quota.edited";
inline constexpr const char* kPerformanceChanged = "performance.changed";
inline constexpr const char* kOfflineStockEdited = "offline_stock.edited";
inline constexpr const char* kAllotmentGranted = "allotment.granted";
inline constexpr const char* kAllotmentReturned = "allotment.returned";
inline constexpr const char* kSeatsLeased = "seats.leased";
inline constexpr const char* kSeatsReturned = "seats.returned";
inline constexpr const char* kRightsRecalled = "rights.recalled";
inline constexpr const char* kRecallAnswered = "recall.answered";
inline constexpr const char* kReplicaWrittenOff = "replica.written_off";
inline constexpr const char* kAuthorityMoved = "authority.moved";
inline constexpr const char* kOrderPlaced = "order.placed";
inline constexpr const char* kPaymentTaken = "payment.taken";
inline constexpr const char* kOrderVoided = "order.voided";
inline constexpr const char* kTicketAdmitted = "ticket.admitted";
inline constexpr const char* kScanRefused = "scan.refused";
inline constexpr const char* kCustomerRecorded = "customer.recorded";
inline constexpr const char* kCustomerErased = "customer.erased";
// People and what they may do.
inline constexpr const char* kUserEdited = "user.edited";
inline constexpr const char* kRoleEdited = "role.edited";
inline constexpr const char* kUserSignedIn = "user.signed_in";
inline constexpr const char* kUserSignedOut = "user.signed_out";
inline constexpr const char* kAccessDenied = "access.denied";
inline constexpr const char* kActApproved = "act.approved";
// What an administrator does at a server.
inline constexpr const char* kDeviceInvited = "device.invited";
inline constexpr const char* kDeviceRevoked = "device.revoked";
inline constexpr const char* kSecretSet = "user.secret_set";
// The till.
inline constexpr const char* kDrawerEdited = "drawer.edited";
inline constexpr const char* kShiftOpened = "shift.opened";
inline constexpr const char* kCashMoved = "cash.moved";
inline constexpr const char* kShiftClosed = "shift.closed";
// After the sale.
inline constexpr const char* kTicketsReturned = "tickets.returned";
inline constexpr const char* kOrderExtended = "order.extended";
inline constexpr const char* kPaymentReturned = "payment.returned";
inline constexpr const char* kOrderCustomerSet = "order.customer_set";
inline constexpr const char* kPickupSplit = "pickup.split";
inline constexpr const char* kDocumentPrinted = "document.printed";
inline constexpr const char* kMassReturnBegun = "mass_return.begun";
inline constexpr const char* kMassReturnEnded = "mass_return.ended";
// Who may change an order.
inline constexpr const char* kOrderHomeGiven = "order.home_given";
inline constexpr const char* kOrderHomeRecalled = "order.home_recalled";
inline constexpr const char* kOrderHomeReturned = "order.home_returned";
// Worth that is not money.
inline constexpr const char* kGiftCardIssued = "gift_card.issued";
inline constexpr const char* kGiftCardMoved = "gift_card.moved";
inline constexpr const char* kPromoCodeEdited = "promo_code.edited";
inline constexpr const char* kPromoCodeUsed = "promo_code.used";
inline constexpr const char* kBundleEdited = "bundle.edited";
inline constexpr const char* kInvoiceIssued = "invoice.issued";
// Money that a provider takes through the server.
inline constexpr const char* kPaymentRequested = "payment.requested";
inline constexpr const char* kPaymentCancelAsked = "payment.cancel_asked";
inline constexpr const char* kPaymentSettled = "payment.settled";
inline constexpr const char* kPaymentEnded = "payment.ended";
inline constexpr const char* kPaymentRefunded = "payment.refunded";
// What the platform takes, and what it pays out.
inline constexpr const char* kCommissionSet = "commission.set";
inline constexpr const char* kPayoutMade = "payout.made";
// Held and reserved.
inline constexpr const char* kHoldPlaced = "hold.placed";
inline constexpr const char* kHoldReleased = "hold.released";
inline constexpr const char* kHoldExtended = "hold.extended";
inline constexpr const char* kReservationPlaced = "reservation.placed";
inline constexpr const char* kReservationEnded = "reservation.ended";
inline constexpr const char* kWaitingJoined = "waiting.joined";
inline constexpr const char* kWaitingEnded = "waiting.ended";
// The door.
inline constexpr const char* kGateEdited = "gate.edited";
inline constexpr const char* kTicketCheckedOut = "ticket.checked_out";
inline constexpr const char* kAdmissionUndone = "admission.undone";
// Mail.
inline constexpr const char* kMailTemplateEdited = "mail_template.edited";
inline constexpr const char* kMailSettingsEdited = "mail_settings.edited";
inline constexpr const char* kMailAsked = "mail.asked";
inline constexpr const char* kBulletinAsked = "bulletin.asked";
inline constexpr const char* kMailEnded = "mail.ended";
// What staff is told of.
inline constexpr const char* kNoticeRaised = "notice.raised";
inline constexpr const char* kNoticeOver = "notice.over";
inline constexpr const char* kNoticesChosen = "notices.chosen";
inline constexpr const char* kNoticesSet = "notices.set";
// Pictures, whose bytes travel beside the journal.
inline constexpr const char* kPictureAdded = "picture.added";
// The conflict desk.
inline constexpr const char* kIncidentHandled = "incident.handled";
} // namespace kind

} // namespace foyer
