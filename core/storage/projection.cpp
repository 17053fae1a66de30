// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/projection.h"

#include "core/domain/customers/customer_entries.h"
#include "core/domain/imports/import_entries.h"
#include "core/domain/pictures/picture.h"
#include "core/storage/projections.h"

#include <array>
#include <string_view>
#include <unordered_map>

namespace foyer {
namespace {

using Projection = void (*)(Database&, const Entry&, const CborValue&);

using ProjectionMap = std::unordered_map<std::string_view, Projection>;

/// What the catalogue consists of: one projection for all.
constexpr std::array kEdited{kind::kOrganizerEdited,    kind::kVenueEdited,
                             kind::kPlanEdited,         kind::kTaxEdited,
                             kind::kEventEdited,        kind::kCategoryEdited,
                             kind::kTicketTypeEdited,   kind::kFeeEdited,
                             kind::kPerformanceEdited,  kind::kQuotaEdited,
                             kind::kOfflineStockEdited, kind::kUserEdited,
                             kind::kRoleEdited,         kind::kPromoCodeEdited,
                             kind::kBundleEdited,       kind::kGateEdited,
                             kind::kDrawerEdited,       kind::kMailTemplateEdited,
                             kind::kMailSettingsEdited};

ProjectionMap withCatalogue(ProjectionMap known)
{
    for (const char* const kind : kEdited) {
        known.emplace(kind, projections::entityEdited);
    }
    return known;
}

ProjectionMap withImports(ProjectionMap known)
{
    known.emplace(kind::kOrderImported, projections::orderImported);
    known.emplace(kind::kImportBegun, projections::importBegun);
    known.emplace(kind::kImportEnded, projections::importEnded);
    known.emplace(kind::kImportUndone, projections::importUndone);
    return known;
}

const ProjectionMap& projectionMap()
{
    static const ProjectionMap kProjections = withImports(withCatalogue({
        {kind::kReplicaFounded, projections::replicaFounded},
        {kind::kEpochOpened, projections::epochOpened},
        {kind::kKeyCertified, projections::keyCertified},
        {kind::kActApproved, projections::actApproved},
        {kind::kPerformanceChanged, projections::performanceChanged},
        {kind::kAllotmentGranted, projections::allotmentGranted},
        {kind::kAllotmentReturned, projections::allotmentReturned},
        {kind::kSeatsLeased, projections::seatsLeased},
        {kind::kSeatsReturned, projections::seatsReturned},
        {kind::kRightsRecalled, projections::rightsRecalled},
        {kind::kRecallAnswered, projections::recallAnswered},
        {kind::kReplicaWrittenOff, projections::replicaWrittenOff},
        {kind::kAuthorityMoved, projections::authorityMoved},
        {kind::kDeviceRevoked, projections::deviceRevoked},
        {kind::kOrderPlaced, projections::orderPlaced},
        {kind::kPaymentTaken, projections::paymentTaken},
        {kind::kOrderVoided, projections::orderVoided},
        {kind::kTicketsReturned, projections::ticketsReturned},
        {kind::kOrderExtended, projections::orderExtended},
        {kind::kPaymentReturned, projections::paymentReturned},
        {kind::kOrderCustomerSet, projections::orderCustomerSet},
        {kind::kPickupSplit, projections::pickupSplit},
        {kind::kDocumentPrinted, projections::documentPrinted},
        {kind::kOrderHomeGiven, projections::orderHomeGiven},
        {kind::kOrderHomeRecalled, projections::orderHomeRecalled},
        {kind::kOrderHomeReturned, projections::orderHomeReturned},
        {kind::kGiftCardIssued, projections::giftCardIssued},
        {kind::kGiftCardMoved, projections::giftCardMoved},
        {kind::kInvoiceIssued, projections::invoiceIssued},
        {kind::kPaymentRequested, projections::paymentRequested},
        {kind::kPaymentCancelAsked, projections::paymentCancelAsked},
        {kind::kPaymentSettled, projections::paymentSettled},
        {kind::kPaymentEnded, projections::paymentEnded},
        {kind::kPaymentRefunded, projections::paymentRefunded},
        {kind::kCommissionSet, projections::commissionSet},
        {kind::kPayoutMade, projections::payoutMade},
        {kind::kMassReturnBegun, projections::massReturnBegun},
        {kind::kMassReturnEnded, projections::massReturnEnded},
        {kind::kTicketAdmitted, projections::ticketScanned},
        {kind::kScanRefused, projections::ticketScanned},
        {kind::kTicketCheckedOut, projections::ticketScanned},
        {kind::kAdmissionUndone, projections::admissionUndone},
        {kind::kCustomerRecorded, projections::customerRecorded},
        {kind::kCustomerErased, projections::customerErased},
        {kind::kCustomerChanged, projections::customerChanged},
        {kind::kCustomerMerged, projections::customerMerged},
        {kind::kCustomerUnmerged, projections::customerUnmerged},
        {kind::kCustomersImported, projections::customersImported},
        {kind::kCustomersImportUndone, projections::customersImportUndone},
        {kind::kHoldPlaced, projections::placesHeld},
        {kind::kHoldReleased, projections::placesReleased},
        {kind::kHoldExtended, projections::holdExtended},
        {kind::kReservationPlaced, projections::placesHeld},
        {kind::kReservationEnded, projections::placesReleased},
        {kind::kWaitingJoined, projections::waitingJoined},
        {kind::kWaitingEnded, projections::waitingEnded},
        {kind::kShiftOpened, projections::shiftOpened},
        {kind::kCashMoved, projections::cashMoved},
        {kind::kShiftClosed, projections::shiftClosed},
        {kind::kMailAsked, projections::mailAsked},
        {kind::kMailEnded, projections::mailEnded},
        {kind::kPictureAdded, projections::pictureAdded},
        {kind::kIncidentHandled, projections::incidentHandled},
        {kind::kNoticeRaised, projections::noticeRaised},
        {kind::kNoticeOver, projections::noticeOver},
        {kind::kNoticesChosen, projections::noticesChosen},
        {kind::kNoticesSet, projections::noticesSet},
    }));
    return kProjections;
}

Projection projectionOf(std::string_view kind)
{
    const auto found = projectionMap().find(kind);
    return found != projectionMap().end() ? found->second : nullptr;
}

} // namespace

void project(Database& database, const Entry& entry)
{
    if (const auto body = decodeCbor(entry.body)) {
        project(database, entry, *body);
    }
}

void project(Database& database, const Entry& entry, const CborValue& body)
{
    if (const Projection projection = projectionOf(entry.kind)) {
        projection(database, entry, body);
    }
}

const std::vector<ProjectionTable>& projectionTables()
{
    static const std::vector<ProjectionTable> kTables{
        {"replica", "organizer, id"},
        {"certificate", "organizer, content"},
        {"catalogue_entity", "organizer, kind, id"},
        {"allotment", "organizer, quota, replica"},
        {"allotment_change", "organizer, entry"},
        {"seat_lease", "organizer, performance, lease, first_seat"},
        {"seat_return", "organizer, performance, entry, first_seat"},
        {"recall", "organizer, id"},
        {"recall_answer", "organizer, recall, entry"},
        {"write_off", "organizer, entry"},
        {"authority", "organizer, entry"},
        {"device_end", "organizer, entry"},
        {"sale_order", "organizer, id"},
        {"order_series", "organizer, series"},
        {"ticket", "organizer, id"},
        {"ticket_reduction", "organizer, ticket"},
        {"order_fee", "organizer, sale_order, line"},
        {"payment", "organizer, id"},
        {"order_void", "organizer, sale_order, entry"},
        {"line_return", "organizer, entry, number"},
        {"payment_return", "organizer, id"},
        {"order_change", "organizer, entry"},
        {"order_customer", "organizer, sale_order"},
        {"pickup", "organizer, ticket"},
        {"order_home", "organizer, sale_order, grant_entry", 26},
        {"gift_card", "organizer, id"},
        {"gift_card_move", "organizer, entry"},
        {"invoice", "organizer, id"},
        {"invoice_payment", "organizer, id"},
        {"provider_payment", "organizer, id", 28},
        {"provider_refund", "organizer, entry", 28},
        {"payment_instead", "organizer, id", 28},
        {"commission", "organizer, entry", 33},
        {"payout", "organizer, id", 33},
        {"payout_fee", "organizer, payout, provider, day", 33},
        {"mass_return", "organizer, id", 35},
        {"ledger_line", "organizer, entry, line"},
        {"scan", "organizer, entry"},
        {"door_state", "organizer, ticket"},
        {"admission_undo", "organizer, scan, entry"},
        {"customer", "organizer, id"},
        {"hold", "organizer, id"},
        {"hold_place", "organizer, hold, seat, category, type, quotas"},
        {"hold_change", "organizer, entry"},
        {"waiting", "organizer, id"},
        {"shift", "organizer, id"},
        {"shift_fact", "organizer, shift, entry"},
        {"catalogue_edit", "organizer, entity, field, over_at, over_by, at, replica"},
        {"quota_capacity", "organizer, quota"},
        {"user_standing", "organizer, user_id, at, replica"},
        {"user_act", "organizer, user_id, at, fact"},
        {"incident_act", "organizer, entry"},
        {"incident", "organizer, id"},
        {"notice", "organizer, id", 31},
        {"notice_choice", "organizer, user_id", 31},
        {"notice_limits", "organizer", 31},
        {"date_change", "organizer, entry", 34},
        {"customer_slot", "organizer, customer, slot", 36},
        {"customer_link", "organizer, customer", 36},
        {"customer_import", "organizer, entry", 36},
        {"customer_import_row", "organizer, import, customer, slot", 36},
        {"picture", "organizer, hash", 38},
        {"order_import", "organizer, id", 39},
        {"imported_order", "organizer, sale_order", 39},
        {"imported_ticket", "organizer, ticket", 39},
    };
    return kTables;
}

} // namespace foyer
