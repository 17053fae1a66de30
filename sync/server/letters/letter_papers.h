// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/crypto/ed25519.h"
#include "core/domain/catalogue/catalogue.h"
#include "core/domain/pictures/picture_pixels.h"
#include "core/domain/sales/order.h"
#include "core/storage/database.h"
#include "core/domain/pictures/house_style.h"
#include "sync/server/letters/letter_asked.h"
#include "sync/server/mail/mail_message.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace foyer::server {

/// What the papers of an order are made of.
struct LetterMaterial {
    const Order& order;
    const Organizer& house;
    std::vector<const Offer*> offers;         ///< one for each performance
    std::shared_ptr<const SigningKey> signer; ///< of tickets; only where there are some to be made
    std::string customerName;
    std::string language;
    std::string from; ///< whose domain the names of calendar entries are in
    std::function<std::int64_t(PerformanceId)> sequenceOf = {};
    std::map<EventId, std::shared_ptr<const PaperPicture>> posters = {}; ///< of tickets
    std::shared_ptr<const HouseLogo> logo = nullptr; ///< on the papers; null: none
};

/// What is attached to a letter: its tickets and a calendar file, or a receipt. Errors of
/// ticketPages and receiptPage.
Result<std::vector<MailAttachment>> papersOf(const LetterAsked& asked,
                                             const LetterMaterial& material, Instant now);

/// Grows whenever a performance gets another time, or is cancelled: so calendars see which of two
/// files is the later one. Throws StorageFailure.
std::int64_t calendarSequence(Database& database, OrganizerId organizer, PerformanceId performance);

} // namespace foyer::server
