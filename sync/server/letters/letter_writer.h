// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/crypto/ed25519.h"
#include "core/crypto/secret.h"
#include "core/domain/customers/person_card.h"
#include "core/domain/mail/mail_words.h"
#include "core/domain/pictures/house_style.h"
#include "core/domain/pictures/picture_pixels.h"
#include "core/domain/sales/order.h"
#include "core/services/customer_seals.h"
#include "core/services/house_mail.h"
#include "core/services/offer_cache.h"
#include "core/storage/identity_store.h"
#include "sync/server/letters/letter_asked.h"
#include "sync/server/mail/mail_desk.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace foyer::server {

/// What letters need of the rest of the server. Outlives whoever is given it.
struct LetterParts {
    MailDesk& mail;
    std::string from; ///< the house's own address, that all mail comes from
    /// The key of a customer, out of what the server keeps sealed.
    std::function<Result<SecretBytes>(ByteView sealed, CustomerId customer)> openKey;
    /// What the server signs tickets with, once the counters can know that it may; nothing: not
    /// yet. May throw StorageFailure.
    std::function<std::shared_ptr<const SigningKey>(OrganizerId)> ticketKey;
    /// Where somebody ends the bulletins to their address.
    std::function<std::string(OrganizerId, CustomerId, std::string_view address)> unsubscribeUrl;
    /// The logo of a house; null: none, or it is not here. May throw StorageFailure.
    std::function<std::shared_ptr<const HouseLogo>(Database&, OrganizerId)> logo;
    const Clock& clock;
    Random& random;
    /// An event's poster for its tickets; null: none. May throw StorageFailure.
    std::function<std::shared_ptr<const PaperPicture>(OrganizerId, EventId)> posterOf = {};
};

/// Whom a letter goes to.
struct Addressee {
    enum class Kind : std::uint8_t {
        Found,
        Nobody,  ///< erased, or without an e-mail address
        Unheard, ///< the customer or their key has not arrived yet
    };
    Kind kind = Kind::Nobody;
    CustomerDetails details;
    std::optional<ConsentWord> ofBulletins; ///< the latest that they said of them
};

/// Writes letters of one organizer, out of what the database says now. For one job; on the thread
/// of whose database it is. Throws StorageFailure.
class LetterWriter {
public:
    LetterWriter(Database& database, const Identity& identity, const LetterParts& parts);

    const MailSettings& settings() const { return m_settings; }
    Addressee addresseeOf(CustomerId customer);

    /// A mail of an order, with its papers. Refuses with not_yet: something that it needs has not
    /// arrived here.
    Result<MailRequest> orderLetter(const LetterAsked& asked, const Order& order,
                                    const CustomerDetails& to);
    /// A copy of a bulletin.
    Result<MailRequest> bulletin(const RoundAsked& asked, CustomerId customer,
                                 const CustomerDetails& to);

private:
    std::optional<OpenedPerson> opened(CustomerId customer, Addressee& otherwise);
    std::string languageOf(const CustomerDetails& to) const;
    MailRequest addressed(const CustomerDetails& to, MailKind kind) const;
    void write(MailRequest& request, MailKind kind, const MailWords& words,
               const std::string& language, const Organizer& house);

    Database& m_database;
    Identity m_identity;
    const LetterParts& m_parts;
    MailSettings m_settings;
    std::shared_ptr<const HouseLogo> m_logo;
    OfferCache m_offers;
};

} // namespace foyer::server
