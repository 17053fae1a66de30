// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Draws every state of a payment that a provider takes: shots_awaited DIR [LANGUAGE], as shots_ui.

#include "core/documents/drawing/qr_code.h"
#include "tests/ui/fake_orders_port.h"
#include "tests/ui/fake_sell_port.h"
#include "tests/ui/shots_start.h"
#include "ui/common/main_window.h"
#include "ui/orders/orders_page.h"
#include "ui/sell/awaited_presenter.h"
#include "ui/sell/payment_panel.h"
#include "ui/sell/sell_page.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr const char* kUrl = "https://tickets.playhouse.example/p/Zx8kQ2mN4pR7sT1vW3yA5b";

struct Waiting {
    explicit Waiting(QString into, PaymentMethod method = PaymentMethod::Online,
                     std::size_t tickets = 2)
        : folder{std::move(into)}
    {
        page = new ui::SellPage{port, clock};
        window.addWorkspace(QStringLiteral("Sell"), QStringLiteral("ticket"), page);
        window.setCounterName(QStringLiteral("Counter 1"));
        window.resize(1280, 800);
        window.show();
        page->setFocus();
        settle();
        page->presenter().addTickets(tickets);
        settle();
        page->presenter().startPayment(method);
        settle();
    }
    void pay()
    {
        const Money total = page->presenter().quoted()->total;
        page->presenter().confirm({{PaymentMethod::Online, total, "stripe"}});
        settle();
    }
    void payAtReader()
    {
        const Money total = page->presenter().quoted()->total;
        page->presenter().confirm({{PaymentMethod::Reader, total, "stripe:tmr_1"}});
        settle();
    }
    void look()
    {
        page->awaited().watch(port.lastOrder->id);
        settle();
    }
    void showPage()
    {
        port.goOn("awaiting_customer", kUrl);
        const auto code = linkQrCode(kUrl);
        port.awaited.qrSize = code->size;
        port.awaited.qrModules = code->modules;
        port.awaited.now.ms += 3 * 60'000 + 26'000;
    }
    void shoot(const char* name) { foyer::test::shoot(window, folder, QLatin1String{name}); }

    QString folder;
    ui::MainWindow window;
    FixedClock clock;
    FakeSellPort port;
    ui::SellPage* page = nullptr;
};

void shootPhone(const QString& folder)
{
    Waiting story{folder};
    story.shoot("provider-choose");
    story.pay();
    story.shoot("provider-asking");
    story.showPage();
    story.look();
    story.shoot("provider-waiting");
    story.port.awaited.declined = "insufficient_funds";
    story.look();
    story.shoot("provider-declined");
    story.port.awaited.declined.clear();
    story.port.awaited.now.ms += 10 * 60'000;
    story.look();
    story.shoot("provider-little-time");
    story.port.awaited.isOnline = false;
    story.look();
    story.shoot("provider-checking");
    story.port.awaited.watched.isSent = false;
    story.look();
    story.shoot("provider-not-sent");
    story.port.goOn("provider_unreachable");
    story.port.awaited.isOnline = true;
    story.look();
    story.shoot("provider-down");
    story.port.awaited.watched.payment.cancelAskedAt = story.clock.now();
    story.look();
    story.shoot("provider-cancelling");
    story.port.awaited.watched.payment.endedAt = story.clock.now();
    story.port.awaited.watched.payment.end = PaymentEnd::Canceled;
    story.look();
    story.shoot("provider-ended");
    for (auto* button : story.page->findChildren<QPushButton*>()) {
        if (button->isVisible() && button->isEnabled() &&
            button->text().contains(QStringLiteral("F9"))) {
            button->click();
        }
    }
    settle();
    story.shoot("provider-cash-instead");
}

void shootReader(const QString& folder)
{
    Waiting story{folder, PaymentMethod::Reader, 9};
    story.shoot("provider-choose-reader");
    story.payAtReader();
    story.port.goOn("awaiting_customer");
    story.port.awaited.now.ms += 40'000;
    story.look();
    story.shoot("provider-reader");
    story.port.awaited.watched.payment.endedAt = story.clock.now();
    story.port.awaited.watched.payment.end = PaymentEnd::Failed;
    story.port.awaited.watched.payment.reason = "terminal_reader_offline";
    story.look();
    story.shoot("provider-reader-failed");
}

void shootWhyNot(const QString& folder)
{
    FakeSellPort port;
    Waiting story{folder, PaymentMethod::Cash};
    story.port.ways.whyNotLink =
        refused("online_needs_network",
                "The house's server cannot be reached. Take cash or a card.");
    story.port.ways.whyNotReader = story.port.ways.whyNotLink;
    story.page->refreshProviders();
    settle();
    story.shoot("provider-why-not");
}

void shootOrders(const QString& folder)
{
    FakeOrdersPort port;
    ui::MainWindow window;
    auto* page = new ui::OrdersPage{port};
    window.addWorkspace(QStringLiteral("Orders"), QStringLiteral("receipt"), page);
    window.resize(1280, 800);
    window.show();
    settle();
    ProviderPayment payment{.currency = *Currency::fromCode("EUR")};
    payment.id = PaymentId{FakeOrdersPort::number(30)};
    payment.asked = ProviderPayment::Asked{{}, 1, 1, {1'795'435'200'000}};
    payment.provider = "stripe";
    payment.amount = payment.awaited = 9'000;
    port.view.order.payments = {
        {.id = payment.id, .method = PaymentMethod::Online, .amount = 9'000, .awaited = 9'000}};
    port.view.provided = {{payment, "A722223K", true, true}};
    port.view.history = {
        {{1'795'435'200'000}, {}, "Kim", "payment.requested", "link", "stripe", 9'000, 0}};
    const auto open = [&](const char* name) {
        page->findChild<QLineEdit*>()->setText(QStringLiteral("ana"));
        Q_EMIT page->findChild<QLineEdit*>()->returnPressed();
        settle();
        foyer::test::shoot(window, folder, QLatin1String{name});
    };
    open("provider-order-waiting");
    payment.settledAt = Instant{1'795'435'300'000};
    payment.endedAt = Instant{1'795'435'250'000};
    payment.awaited = -9'000;
    port.view.order.payments = {{.id = payment.id, .method = PaymentMethod::Online, .amount = 0},
                                {.id = PaymentId{FakeOrdersPort::number(31)},
                                 .method = PaymentMethod::Cash,
                                 .amount = 9'000}};
    port.view.provided = {{payment, "A722223K", true, true}};
    port.view.history.push_back(
        {{1'795'435'250'000}, {}, {}, "payment.ended", "expired", {}, 0, 0});
    port.view.history.push_back(
        {{1'795'435'300'000}, {}, {}, "payment.settled", "stripe", "pi_3Q9", 9'000, 0});
    open("provider-order-late");
    payment.refunds = {{PaymentId{FakeOrdersPort::number(32)},
                        {1'795'435'400'000},
                        9'000,
                        RefundOutcome::Failed,
                        "balance_insufficient"}};
    port.view.provided = {{payment, "A722223K", true, true}};
    open("provider-order-refund-failed");
}

} // namespace

int main(int argc, char** argv)
{
    const QApplication application{argc, argv};
    QTranslator translator;
    const QString folder = startShots(application, translator);
    shootPhone(folder);
    shootReader(folder);
    shootWhyNot(folder);
    shootOrders(folder);
    return 0;
}
