// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/journal/cbor.h"
#include "core/domain/journal/entry.h"
#include "core/storage/database.h"

/// One function per entry kind; project() is the way in.
namespace foyer::projections {

void replicaFounded(Database& database, const Entry& entry, const CborValue& body);
void epochOpened(Database& database, const Entry& entry, const CborValue& body);
void keyCertified(Database& database, const Entry& entry, const CborValue& body);
/// Every "….edited" kind: merges the fields of the entity.
void entityEdited(Database& database, const Entry& entry, const CborValue& body);
void actApproved(Database& database, const Entry& entry, const CborValue& body);
void allotmentGranted(Database& database, const Entry& entry, const CborValue& body);
void allotmentReturned(Database& database, const Entry& entry, const CborValue& body);
void seatsLeased(Database& database, const Entry& entry, const CborValue& body);
void seatsReturned(Database& database, const Entry& entry, const CborValue& body);
void performanceChanged(Database& database, const Entry& entry, const CborValue& body);
void rightsRecalled(Database& database, const Entry& entry, const CborValue& body);
void recallAnswered(Database& database, const Entry& entry, const CborValue& body);
void replicaWrittenOff(Database& database, const Entry& entry, const CborValue& body);
void deviceRevoked(Database& database, const Entry& entry, const CborValue& body);
void authorityMoved(Database& database, const Entry& entry, const CborValue& body);
void orderPlaced(Database& database, const Entry& entry, const CborValue& body);
void orderImported(Database& database, const Entry& entry, const CborValue& body);
void importBegun(Database& database, const Entry& entry, const CborValue& body);
void importEnded(Database& database, const Entry& entry, const CborValue& body);
void importUndone(Database& database, const Entry& entry, const CborValue& body);
void paymentTaken(Database& database, const Entry& entry, const CborValue& body);
void orderVoided(Database& database, const Entry& entry, const CborValue& body);
void ticketsReturned(Database& database, const Entry& entry, const CborValue& body);
void orderExtended(Database& database, const Entry& entry, const CborValue& body);
void paymentReturned(Database& database, const Entry& entry, const CborValue& body);
void orderCustomerSet(Database& database, const Entry& entry, const CborValue& body);
void pickupSplit(Database& database, const Entry& entry, const CborValue& body);
void documentPrinted(Database& database, const Entry& entry, const CborValue& body);
void giftCardIssued(Database& database, const Entry& entry, const CborValue& body);
void giftCardMoved(Database& database, const Entry& entry, const CborValue& body);
void invoiceIssued(Database& database, const Entry& entry, const CborValue& body);
/// Everything that happens to a ticket at a gate.
void ticketScanned(Database& database, const Entry& entry, const CborValue& body);
void admissionUndone(Database& database, const Entry& entry, const CborValue& body);
void customerRecorded(Database& database, const Entry& entry, const CborValue& body);
void customerErased(Database& database, const Entry& entry, const CborValue& body);
void customerChanged(Database& database, const Entry& entry, const CborValue& body);
void customerMerged(Database& database, const Entry& entry, const CborValue& body);
void customerUnmerged(Database& database, const Entry& entry, const CborValue& body);
void customersImported(Database& database, const Entry& entry, const CborValue& body);
void customersImportUndone(Database& database, const Entry& entry, const CborValue& body);
/// Holds and reservations alike.
void placesHeld(Database& database, const Entry& entry, const CborValue& body);
void placesReleased(Database& database, const Entry& entry, const CborValue& body);
void holdExtended(Database& database, const Entry& entry, const CborValue& body);
void waitingJoined(Database& database, const Entry& entry, const CborValue& body);
void waitingEnded(Database& database, const Entry& entry, const CborValue& body);
void shiftOpened(Database& database, const Entry& entry, const CborValue& body);
void cashMoved(Database& database, const Entry& entry, const CborValue& body);
void shiftClosed(Database& database, const Entry& entry, const CborValue& body);
void orderHomeGiven(Database& database, const Entry& entry, const CborValue& body);
void orderHomeRecalled(Database& database, const Entry& entry, const CborValue& body);
void orderHomeReturned(Database& database, const Entry& entry, const CborValue& body);
void paymentRequested(Database& database, const Entry& entry, const CborValue& body);
void paymentCancelAsked(Database& database, const Entry& entry, const CborValue& body);
void paymentSettled(Database& database, const Entry& entry, const CborValue& body);
void paymentEnded(Database& database, const Entry& entry, const CborValue& body);
void paymentRefunded(Database& database, const Entry& entry, const CborValue& body);
void massReturnBegun(Database& database, const Entry& entry, const CborValue& body);
void massReturnEnded(Database& database, const Entry& entry, const CborValue& body);
void commissionSet(Database& database, const Entry& entry, const CborValue& body);
void payoutMade(Database& database, const Entry& entry, const CborValue& body);
void mailAsked(Database& database, const Entry& entry, const CborValue& body);
void mailEnded(Database& database, const Entry& entry, const CborValue& body);
void pictureAdded(Database& database, const Entry& entry, const CborValue& body);
void incidentHandled(Database& database, const Entry& entry, const CborValue& body);
void noticeRaised(Database& database, const Entry& entry, const CborValue& body);
void noticeOver(Database& database, const Entry& entry, const CborValue& body);
void noticesChosen(Database& database, const Entry& entry, const CborValue& body);
void noticesSet(Database& database, const Entry& entry, const CborValue& body);

} // namespace foyer::projections
