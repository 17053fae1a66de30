// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Draws every state of the sell workspace into a folder: shots_ui DIR [LANGUAGE]. Run with
// QT_SCALE_FACTOR=2 for dense screens; "de" finds German in the build's folder of translations.

#include "tests/ui/shots_start.h"
#include "tests/ui/fake_sell_port.h"
#include "ui/common/main_window.h"
#include "ui/common/theme.h"
#include "ui/sell/customer_dialog.h"
#include "ui/sell/gift_card_dialog.h"
#include "ui/sell/invoice_dialog.h"
#include "ui/sell/prices_dialog.h"
#include "ui/sell/prices_dialog.h"
#include "ui/sell/sell_page.h"
#include "ui/sell/tickets_dialog.h"

#include <QDir>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QThread>
#include <QTranslator>

#include <algorithm>

using namespace foyer;
using namespace foyer::test;

namespace {

struct Stage {
    explicit Stage(QString into) : folder{std::move(into)} {}

    QString folder;
    ui::MainWindow window;
    FixedClock clock;
    FakeSellPort port;
    ui::SellPage* page = nullptr;

    void begin()
    {
        page = new ui::SellPage{port, clock};
        window.addWorkspace(QStringLiteral("Sell"), QStringLiteral("ticket"), page);
        window.setStatus(QStringLiteral("● Stand-alone · everything is on this computer"), {});
        window.setCounterName(QStringLiteral("Counter 1"));
        QObject::connect(&window, &ui::MainWindow::paletteChanged, page,
                         &ui::SellPage::applyPalette);
        window.show();
        page->setFocus();
        settle();
    }
    void shoot(const QString& name, QWidget* what = nullptr)
    {
        for (const bool dark : {false, true}) {
            window.showIn(dark ? ui::Palette::dark() : ui::Palette::light());
            for (const QSize size : {QSize{1280, 800}, QSize{1920, 1080}}) {
                window.resize(size);
                settle();
                (what != nullptr ? *what : window)
                    .grab()
                    .save(QDir{folder}.filePath(
                        QStringLiteral("%1-%2-%3.png")
                            .arg(name, dark ? QStringLiteral("dark") : QStringLiteral("light"))
                            .arg(size.width())));
            }
        }
    }
};

void shootSale(const QString& folder)
{
    Stage stage{folder};
    stage.begin();
    ui::SellPresenter& presenter = stage.page->presenter();
    stage.shoot(QStringLiteral("start"));
    presenter.addTickets(2);
    settle();
    presenter.selectTypeByLetter(u'c');
    presenter.addTickets(3);
    settle();
    stage.shoot(QStringLiteral("cart"));
    stage.page->chooseCustomer();
    settle();
    auto* dialog = stage.page->findChild<ui::CustomerDialog*>();
    stage.shoot(QStringLiteral("customer"), dialog);
    dialog->reject();
    Cart otherwise = presenter.cart();
    otherwise.donationMinor = 500;
    otherwise.items.back().reduction =
        HandReduction{HandReduction::Kind::Percent, 20'000, "Behind a pillar"};
    presenter.priceAs(otherwise, [](const Result<Quote>&) {});
    settle();
    stage.shoot(QStringLiteral("prices-cart"));
    auto* prices = new ui::PricesDialog{presenter, stage.page};
    prices->open();
    settle();
    stage.shoot(QStringLiteral("prices"), prices);
    prices->reject();
    presenter.startPayment();
    settle();
    stage.shoot(QStringLiteral("payment"));
    stage.port.held = true;
    presenter.confirm({{PaymentMethod::Cash, {20'000, FakeSellPort::eur()}, {}}});
    stage.shoot(QStringLiteral("writing"));
    stage.port.held = false;
    stage.port.answer();
    settle();
    stage.shoot(QStringLiteral("sold"));
    stage.page->tickets().open();
    settle();
    stage.shoot(QStringLiteral("tickets"), &stage.page->tickets());
    stage.page->tickets().close();
    presenter.openPerformance(stage.port.standing->performance.id);
    settle();
    presenter.addTickets(2);
    settle();
    stage.shoot(QStringLiteral("standing"));
    presenter.clearCart();
    settle();
    stage.shoot(QStringLiteral("undo"));
}

/// Names as long, and in as many scripts, as people have them.
void nameAtLength(FakeSellPort& port)
{
    port.seated->event.name = "Die Verfolgung und Ermordung Jean Paul Marats, dargestellt durch "
                              "die Schauspielgruppe des Hospizes zu Charenton";
    port.seated->venue.name = "Städtische Bühnen, Großes Haus am Willy-Brandt-Platz";
    port.seated->types[0].name = "Schwerbehinderte mit eingetragener Begleitperson";
    port.seated->types[1].name = "תלמיד או סטודנט";
    port.seated->types[2].name = "学生および六十五歳以上の方";
    port.standing->event.name = "ليلة الموسيقى العربية";
    port.standing->venue.name = "国家大剧院";
}

void shootNames(const QString& folder)
{
    Stage stage{folder};
    nameAtLength(stage.port);
    stage.begin();
    ui::SellPresenter& presenter = stage.page->presenter();
    presenter.addTickets(2);
    settle();
    presenter.selectTypeByLetter(u'ת');
    presenter.addTickets(3);
    presenter.setNewCustomer(
        {"Prinzessin Wilhelmine Friederike Auguste von Schleswig-Holstein", {}, {}, {}});
    settle();
    stage.shoot(QStringLiteral("long-names"));
    presenter.startPayment();
    settle();
    stage.shoot(QStringLiteral("long-names-payment"));
    presenter.cancelPayment();
    presenter.openPerformance(stage.port.standing->performance.id);
    settle();
    stage.shoot(QStringLiteral("long-names-standing"));
}

void shootWorth(const QString& folder)
{
    Stage stage{folder};
    stage.begin();
    ui::SellPresenter& presenter = stage.page->presenter();
    presenter.addTickets(2);
    settle();
    presenter.startPayment(PaymentMethod::GiftCard);
    settle();
    auto* code = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    code->setText(QString::fromStdString(displayGiftCode(FakeSellPort::giftCardCode())));
    settle();
    stage.shoot(QStringLiteral("gift-card-payment"));
    presenter.cancelPayment();
    presenter.startPayment(PaymentMethod::Invoice);
    settle();
    auto* invoice = stage.page->findChild<ui::InvoiceDialog*>();
    invoice->findChild<QLineEdit*>()->setText(QStringLiteral("Engines Ltd"));
    invoice->findChild<QPushButton*>(QStringLiteral("use"))->click();
    stage.shoot(QStringLiteral("invoice"), invoice);
    invoice->findChild<QPlainTextEdit*>()->setPlainText(QStringLiteral("1 Mill Lane\nLondon"));
    invoice->findChild<QPushButton*>(QStringLiteral("use"))->click();
    settle();
    stage.shoot(QStringLiteral("invoice-payment"));
    presenter.cancelPayment();
    stage.page->sellGiftCard();
    settle();
    auto* card = stage.page->findChild<ui::GiftCardDialog*>();
    card->findChild<QLineEdit*>()->setText(QStringLiteral("50"));
    settle();
    stage.shoot(QStringLiteral("gift-card-sale"), card);
    card->reject();
}

void shootPrices(const QString& folder)
{
    Stage stage{folder};
    stage.port.promo = PromoTerms{PromoCode{.id = idOf<PromoCodeId>(1),
                                            .code = "SUMMER",
                                            .cut = {PriceCut::Kind::Percent, 50'000}}};
    stage.begin();
    ui::SellPresenter& presenter = stage.page->presenter();
    presenter.addTickets(3);
    settle();
    Cart cart = presenter.cart();
    cart.promoCode = "summer";
    cart.donationMinor = 500;
    cart.items[0].reduction =
        HandReduction{HandReduction::Kind::Complimentary, 0, "Press, Evening News"};
    presenter.priceAs(cart, [](const Result<Quote>&) {});
    settle();
    stage.shoot(QStringLiteral("prices-cart"));
    stage.page->choosePrices();
    settle();
    auto* dialog = stage.page->findChild<ui::PricesDialog*>();
    dialog->findChild<QLineEdit*>()->setText(QStringLiteral("WINTER"));
    dialog->findChild<QPushButton*>(QStringLiteral("use"))->click();
    settle();
    stage.shoot(QStringLiteral("prices"), dialog);
    dialog->reject();
}

void shootFaults(const QString& folder)
{
    Stage stage{folder};
    std::ranges::fill(stage.port.seats, SeatState::Sold);
    stage.port.left = 0;
    stage.begin();
    stage.shoot(QStringLiteral("sold-out"));
    stage.page->presenter().addTickets(2);
    settle();
    stage.shoot(QStringLiteral("banner"));
    stage.page->chooseCustomer();
    settle();
    auto* dialog = stage.page->findChild<ui::CustomerDialog*>();
    dialog->findChild<QLineEdit*>(QStringLiteral("email"))->setText(QStringLiteral("ada"));
    dialog->findChild<QPushButton*>(QStringLiteral("use"))->click();
    stage.shoot(QStringLiteral("customer-fault"), dialog);
}

void shootStates(const QString& folder)
{
    {
        Stage stage{folder};
        stage.port.empty = true;
        stage.begin();
        stage.shoot(QStringLiteral("empty"));
    }
    {
        Stage stage{folder};
        stage.port.held = true;
        stage.begin();
        QThread::msleep(200);
        settle();
        stage.shoot(QStringLiteral("loading"));
    }
    {
        Stage stage{folder};
        stage.port.listFault = storageError("read_failed",
                                            "The disk does not answer. Check that it "
                                            "is connected.");
        stage.begin();
        stage.shoot(QStringLiteral("failed"));
    }
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application{argc, argv};
    QTranslator translator;
    const QString folder = startShots(application, translator);
    shootSale(folder);
    shootNames(folder);
    shootWorth(folder);
    shootPrices(folder);
    shootFaults(folder);
    shootStates(folder);
    return 0;
}
