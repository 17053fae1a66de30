// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/letters/letter_writer.h"

#include "core/base/hex.h"
#include "core/documents/drawing/document_language.h"
#include "core/documents/mail/mail_writing.h"
#include "core/documents/mail/order_words.h"
#include "core/services/customer_seals.h"
#include "core/storage/customer_desk_store.h"
#include "core/storage/customer_store.h"
#include "sync/server/letters/letter_papers.h"

#include <map>

namespace foyer::server {
namespace {

Error notYet()
{
    return refused("not_yet", "Something that the mail tells of has not arrived here yet.");
}

} // namespace

LetterWriter::LetterWriter(Database& database, const Identity& identity, const LetterParts& parts)
    : m_database{database}, m_identity{identity}, m_parts{parts},
      m_settings{readMailSettings(database, identity.organizer)},
      m_logo{parts.logo(database, identity.organizer)}, m_offers{database, identity}
{}

/// What is known of one customer, those merged with them aside.
std::optional<OpenedPerson> LetterWriter::opened(CustomerId customer, Addressee& otherwise)
{
    const auto row = readCustomer(m_database, m_identity.organizer, customer);
    if (row && row->erased) {
        return std::nullopt;
    }
    const bool isHere = row && !row->wrappedKey.empty() && !row->sealed.empty();
    const auto key =
        isHere ? m_parts.openKey(row->wrappedKey, customer) : Result<SecretBytes>{notYet()};
    auto person = key
        ? openedPerson(*row, readSlots(m_database, m_identity.organizer, customer), *key)
        : Result<OpenedPerson>{key.error()};
    if (!person) {
        otherwise.kind = Addressee::Kind::Unheard;
        return std::nullopt;
    }
    return *std::move(person);
}

Addressee LetterWriter::addresseeOf(CustomerId customer)
{
    const OrganizerId us = m_identity.organizer;
    const CustomerId survivor = readSurvivor(m_database, us, customer);
    Addressee to;
    auto person = opened(survivor, to);
    if (!person) {
        return to;
    }
    for (const CustomerId each : readMergedGroup(m_database, us, survivor)) {
        if (const auto other = each == survivor ? std::nullopt : opened(each, to)) {
            addMerged(person->card, other->card);
        }
    }
    to.kind = person->card.details.email.empty() ? Addressee::Kind::Nobody : Addressee::Kind::Found;
    to.details = person->card.details;
    const auto word = person->card.consents.find(ConsentPurpose::Bulletins);
    if (word != person->card.consents.end()) {
        to.ofBulletins = word->second;
    }
    return to;
}

std::string LetterWriter::languageOf(const CustomerDetails& to) const
{
    if (!to.language.empty()) {
        return to.language;
    }
    return m_settings.language.empty() ? "en" : m_settings.language;
}

MailRequest LetterWriter::addressed(const CustomerDetails& to, MailKind kind) const
{
    MailRequest request{.organizer = m_identity.organizer,
                        .key = {},
                        .what = std::string{mailKindName(kind)},
                        .order = {},
                        .message = {}};
    request.message.from.address = m_parts.from;
    request.message.from.name = m_settings.senderName;
    request.message.to = {to.name, to.email};
    if (!m_settings.replyTo.empty()) {
        request.message.replyTo = MailAddress{m_settings.senderName, m_settings.replyTo};
    }
    return request;
}

void LetterWriter::write(MailRequest& request, MailKind kind, const MailWords& words,
                         const std::string& language, const Organizer& house)
{
    auto own = readMailTemplate(m_database, m_identity.organizer, kind, language);
    const std::string base = language.substr(0, language.find('-'));
    if ((!own || own->isEmpty()) && base != language) {
        own = readMailTemplate(m_database, m_identity.organizer, kind, base);
    }
    MailHead head{house.name, {house.colours, m_logo}, {}};
    if (m_logo) {
        const std::string id = mailIdOf(m_identity.organizer.uuid, request.message.from);
        head.logoAddress = "cid:" + id;
        request.message.pictures = {
            {id, std::string{pictureMediaType(m_logo->format)}, m_logo->file}};
    }
    const MailTexts mail =
        writtenMail(mailFormsOf(kind, language, own ? &*own : nullptr), words, language, head);
    request.message.subject = mail.subject;
    request.message.text = mail.text;
    request.message.html = mail.html;
}

Result<MailRequest> LetterWriter::orderLetter(const LetterAsked& asked, const Order& order,
                                              const CustomerDetails& to)
{
    const auto& house = m_offers.organizer();
    if (!house) {
        return notYet();
    }
    LetterMaterial material{order,          *house,       {}, {}, {},
                            languageOf(to), m_parts.from, {}, {}, m_logo};
    material.sequenceOf = [this](PerformanceId performance) {
        return calendarSequence(m_database, m_identity.organizer, performance);
    };
    std::map<PerformanceId, std::shared_ptr<const SellingOffer>> known;
    for (const Ticket& ticket : order.tickets) {
        auto& offer = known[ticket.performance];
        offer = offer ? offer : m_offers.offer(ticket.performance);
        if (!offer) {
            return notYet();
        }
    }
    for (const auto& [performance, offer] : known) {
        material.offers.push_back(&offer->offer);
    }
    const bool hasTickets = asked.kind == MailKind::Confirmation;
    if (hasTickets) {
        material.signer = m_parts.ticketKey(m_identity.organizer);
        if (!material.signer) {
            return notYet();
        }
        for (const Offer* offer : material.offers) {
            const EventId event = offer->event.id;
            if (m_parts.posterOf && !material.posters.contains(event)) {
                material.posters.emplace(event, m_parts.posterOf(m_identity.organizer, event));
            }
        }
    }
    MailRequest request = addressed(to, asked.kind);
    request.key = asked.key;
    request.order = order.id;
    if (request.message.from.name.empty()) {
        request.message.from.name = house->name;
    }
    // Whose event it is is said by words of documents.
    const DocumentLanguage theirs{material.language};
    LetterContext context{.offers = material.offers,
                          .house = *house,
                          .customerName = to.name,
                          .replyTo = m_settings.replyTo,
                          .language = material.language,
                          .only = asked.only.isNil() ? std::nullopt : std::optional{asked.only},
                          .refunded = {},
                          .isAgain = asked.isAgain,
                          .hasTickets = hasTickets};
    if (asked.refunded > 0) {
        context.refunded = Money{asked.refunded, order.total.currency()};
    }
    write(request, asked.kind, orderWords(order, context), material.language, *house);
    material.customerName = to.name;
    auto papers = papersOf(asked, material, m_parts.clock.now());
    if (!papers) {
        return std::move(papers).error();
    }
    request.message.attachments = *std::move(papers);
    return request;
}

Result<MailRequest> LetterWriter::bulletin(const RoundAsked& asked, CustomerId customer,
                                           const CustomerDetails& to)
{
    const auto& house = m_offers.organizer();
    if (!house) {
        return notYet();
    }
    const OrganizerId us = m_identity.organizer;
    MailRequest request = addressed(to, MailKind::Bulletin);
    // By the address: who bought twice gets it once.
    request.key =
        "bulletin/" + asked.bulletin.text() + '/' + toHex(MailDesk::bounceKey(us, to.email));
    if (request.message.from.name.empty()) {
        request.message.from.name = house->name;
    }
    const std::string url = m_parts.unsubscribeUrl(us, customer, to.email);
    request.message.unsubscribeUrl = url;
    const LetterContext context{.offers = {},
                                .house = *house,
                                .customerName = to.name,
                                .replyTo = m_settings.replyTo,
                                .language = languageOf(to),
                                .only = {},
                                .refunded = {}};
    write(request, MailKind::Bulletin, bulletinWords(asked.subject, asked.text, url, context),
          context.language, *house);
    return request;
}

} // namespace foyer::server
