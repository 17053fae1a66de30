// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/services/house_mail.h"
#include "core/services/order_history.h"
#include "core/services/provider_payments.h"
#include "core/storage/catalogue_edits.h"
#include "core/storage/mail_store.h"
#include "tests/support/joined_till.h"
#include "tests/support/mail_server.h"
#include "tests/support/server_fixture.h"
#include "tests/support/store_place.h"
#include "tests/support/text_pictures.h"

#include <QElapsedTimer>
#include <QJsonArray>

#include <functional>
#include <optional>
#include <string>

namespace foyer::test {

/// A house whose server sends mail, through a mail server that is not ours, under TLS and signed
/// in.
class LetterHouse {
public:
    /// `before`: done by the counter while it is alone. `pictures`: a folder of the server's.
    explicit LetterHouse(const std::function<void(Till&)>& before = {},
                         const std::string& pictures = {})
        : m_server{[this, &pictures](server::FoyerServerOptions& options) {
                       options.pictures = {pictures, std::make_shared<TextPictures>()};
                       if (isOnPostgres()) {
                           options.database = m_place.address();
                       }
                       options.mail =
                           server::MailOptions{std::make_shared<const server::SmtpSettings>(
                                                   mailbox.settings(
                                                       server::SmtpSettings::Protection::StartTls)),
                                               "box@foyer.test"};
                   },
                   false}
    {
        // The counter's clock shows what the server's does, whichever day it is.
        first.clock.pass(m_server.clock().now().ms - SystemClock{}.now().ms);
        foundSmallHouse(first.path(), first.vault, m_still, m_random, smallSeason(1));
        first.open();
        if (before) {
            before(first);
        }
        m_server.clock().pass(kLaterMs);
        first.clock.pass(kLaterMs);
        const auto joined = sync::joinServer(*first.counter, m_server.invitation("Counter 1", {}));
        if (!joined) {
            qFatal("join: %s: %s", joined.error().code.c_str(), joined.error().message.c_str());
        }
        first.connect();
        exchange();
    }

    ServerFixture& server() { return m_server; }
    Counter& counter() { return *first.counter; }
    void exchange() { ENSURE(first.talk->exchange().has_value()); }

    /// Sells to somebody, on one performance, standing.
    Order sell(const std::string& email, int tickets = 1, const std::string& language = {})
    {
        return sell(first, email, tickets, language);
    }
    static Order sell(Till& till, const std::string& email, int tickets = 1,
                      const std::string& language = {})
    {
        SaleRequest request;
        request.id = OrderId{Uuid::v7(till.clock.now(), till.random)};
        for (int i = 0; i < tickets; ++i) {
            request.cart.items.push_back(till.standing());
        }
        request.tenders = {{PaymentMethod::Cash, Money{1'000'000, *Currency::fromCode("EUR")}, {}}};
        request.newCustomer = CustomerDetails{"Kim Möller", email, {}, {}, language};
        return sell(till, request);
    }
    /// By phone: the money is awaited from a provider that this server does not have.
    Order sellByPhone(const std::string& email)
    {
        ENSURE(keepPaymentOffers(counter(), {{"stripe", true, {}}}).has_value());
        SaleRequest request;
        request.id = OrderId{Uuid::v7(first.clock.now(), first.random)};
        request.cart.items = {first.standing()};
        request.tenders = {
            {PaymentMethod::Online, quote(counter(), request.cart)->total, "stripe"}};
        request.newCustomer = CustomerDetails{"Kim Möller", email, {}, {}, {}};
        return sell(first, request);
    }
    static Order sell(Till& till, const SaleRequest& request)
    {
        const auto sold = foyer::sell(*till.counter, request);
        if (!sold) {
            qFatal("sell: %s", sold.error().code.c_str());
        }
        return *sold;
    }
    void edit(PerformanceId performance, const std::string& field, FieldValue value)
    {
        Journal::Act act{counter().journal(), Permit::ofProgram()};
        appendEdit(act, counter().database(), counter().organizer(), kind::kPerformanceEdited,
                   {performance.uuid, {{field, std::move(value)}}});
        act.commit();
    }

    /// Hands over what the counter wrote, and lets the server do all that there is to do.
    void settle()
    {
        exchange();
        const auto waits = [this] {
            // Payments are looked at for as long as they are open, and notices for ever.
            return database()
                       .integer("SELECT count(*) FROM job WHERE ended_at IS NULL AND kind "
                                "NOT LIKE 'payment%' AND kind <> 'notice_watch'")
                       .value() > 0;
        };
        QElapsedTimer timer;
        timer.start();
        while (waits() && timer.elapsed() < kPatienceMs) {
            m_server.clock().pass(2'000);
            m_server.server().jobs().wake();
            QTest::qWait(20);
        }
        ENSURE(!waits());
        ENSURE(database().integer("SELECT count(*) FROM job WHERE outcome = 'dead'") == 0);
    }
    Database& database() { return m_server.server().store().here(); }
    int mails(const std::string& state = "sent")
    {
        return static_cast<int>(
            database().integer("SELECT count(*) FROM mail WHERE state = ?", {state}).value());
    }
    /// "mail.ended receipt", … of an order, as the counter sees it.
    std::vector<std::string> history(OrderId order)
    {
        exchange();
        std::vector<std::string> lines;
        const auto changes = orderHistory(counter(), order);
        for (const OrderChange& change : *changes) {
            if (change.kind.starts_with("mail.")) {
                lines.push_back(change.kind + ' ' + change.purpose +
                                (change.note.empty() ? "" : " !"));
            }
        }
        return lines;
    }

    MailServer mailbox{QStringLiteral("starttls")};
    Till first;

private:
    static constexpr std::int64_t kLaterMs = 60'000;
    static constexpr int kPatienceMs = 200'000; // a busy machine is slow, and not wrong

    StorePlace m_place;
    StillClock m_still;
    SeededRandom m_random{5};
    ServerFixture m_server;
};

} // namespace foyer::test
