// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A hall is flooded: an organizer cancels an evening in the real window and gives everybody's money
// back there, and goes on with what a crash interrupted.

#include "app/desktop/desktop.h"
#include "core/services/catalogue.h"
#include "core/services/counter.h"
#include "core/services/event_dates.h"
#include "core/services/mass_return.h"
#include "core/services/offer_cache.h"
#include "core/services/sales.h"
#include "sync/client/vault_choice.h"
#include "tests/support/counter_fixture.h"
#include "tests/ui/looking.h"
#include "ui/common/main_window.h"
#include "ui/common/theme.h"
#include "ui/events/event_flow.h"
#include "ui/events/events_page.h"
#include "ui/orders/orders_page.h"
#include "ui/sell/sell_page.h"

#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace foyer;
using namespace foyer::test;

namespace {

using Stage = ui::MoneyBackPresenter::Stage;

constexpr int kStoryMs = 15'000;
constexpr std::int64_t kStoryDayMs = 86'400'000;

/// A house with two evenings that are to come, some tickets of them sold; giving back the second
/// one's money was interrupted.
class FloodedHouse {
public:
    explicit FloodedHouse(const std::string& folder) : m_folder{folder} {}

    void prepare()
    {
        auto vault = sync::openVault(m_folder, m_random, [](auto) {
            return Result<SecretBytes>{SecretBytes{bytesOf(std::string{"correct horse battery"})}};
        });
        QVERIFY(vault.has_value());
        Season season = smallSeason(2);
        for (std::size_t at = 0; at < 2; ++at) {
            season.events[0].performances[at].startsAt =
                Instant{m_clock.now().ms + static_cast<std::int64_t>(5 + at) * kStoryDayMs};
        }
        foundSmallHouse({m_folder, {}}, **vault, m_clock, m_random, season);
        auto counter = Counter::open(CounterPlace{m_folder, {}}, **vault, m_clock, m_random);
        QVERIFY(counter.has_value());
        const auto evenings = performances(**counter, Instant{0});
        QVERIFY(evenings.has_value());
        first = evenings->at(0).id;
        second = evenings->at(1).id;
        for (SeatNumber seat = 0; seat < 4; ++seat) {
            sell(**counter, first, seat, PaymentMethod::Invoice);
            sell(**counter, second, seat, PaymentMethod::Invoice);
        }
        sell(**counter, first, 4, PaymentMethod::Cash);
        sell(**counter, first, 5, PaymentMethod::CardTerminal);
        interrupt(**counter);
    }

    PerformanceId first;
    PerformanceId second;

private:
    void sell(Counter& counter, PerformanceId evening, SeatNumber seat, PaymentMethod method)
    {
        const auto offer = counter.offers().offer(evening);
        QVERIFY(offer != nullptr);
        SaleRequest request;
        request.id = OrderId{Uuid::v7(m_clock.now(), m_random)};
        request.cart.items = {
            {evening, offer->offer.types.front().id, offer->offer.categories.front().id, seat}};
        const auto quoted = quote(counter, request.cart);
        QVERIFY(quoted.has_value());
        request.tenders = {
            {method, quoted->total, method == PaymentMethod::CardTerminal ? "4711" : ""}};
        request.newCustomer = CustomerDetails{"Ada Lovelace", "ada@example.org", "", ""};
        request.invoice.recipient = {"Engines Ltd", "1 Mill Lane\nLondon", "GB123", "PO 7"};
        const auto sold = foyer::sell(counter, request);
        QVERIFY2(sold, sold ? "" : sold.error().message.c_str());
    }
    void interrupt(Counter& counter)
    {
        QVERIFY(cancelDate(counter, second, "Frost").has_value());
        const auto plan = planMassReturn(counter, second, false);
        QVERIFY(plan.has_value());
        const auto id = beginMassReturn(counter, {second, "Frost", false, *plan});
        QVERIFY(id.has_value());
        MassReturnWalk walk{*id};
        QVERIFY(walk.step(counter, 1).has_value());
        QCOMPARE(walk.returned(), 1);
    }

    std::string m_folder;
    SystemClock m_clock;
    SystemRandom m_random;
};

} // namespace

class CancelledDateTest final : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<FloodedHouse> m_house;
    std::unique_ptr<desktop::Desktop> m_desktop;

    ui::MainWindow& window() { return m_desktop->window(); }
    ui::EventsPage& page() { return *window().findChild<ui::EventsPage*>(); }
    Stage stage() { return page().money().stage(); }
    void press(const QString& words)
    {
        QTRY_VERIFY2_WITH_TIMEOUT(buttonOf(window(), words) != nullptr &&
                                      buttonOf(window(), words)->isEnabled(),
                                  qPrintable(words), kStoryMs);
        buttonOf(window(), words)->click();
    }
    void key(Qt::Key key)
    {
        QWidget* at = QApplication::focusWidget();
        QVERIFY(at != nullptr);
        QTest::keyClick(at, key);
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("FOYER_PASSPHRASE", "correct horse battery");
        const std::string folder = m_folder.path().toStdString();
        m_house = std::make_unique<FloodedHouse>(folder);
        m_house->prepare();
        m_desktop = std::make_unique<desktop::Desktop>(desktop::DesktopOptions{.folder = folder});
        QSignalSpy ready{m_desktop.get(), &desktop::Desktop::ready};
        m_desktop->start();
        QVERIFY(ready.wait(kStoryMs));
        window().showNormal();
        window().resize(1440, 900);
        window().activateWindow();
        window().showWorkspace(&page());
    }

    void whatWasInterruptedIsOfferedAndGoneOnWith()
    {
        QTRY_VERIFY_WITH_TIMEOUT(says(page(), QStringLiteral("giving the money back was begun")),
                                 kStoryMs);
        press(QStringLiteral("Go on…"));
        QTRY_COMPARE_WITH_TIMEOUT(stage(), Stage::Asking, kStoryMs);
        QCOMPARE(page().money().seen().plan.share(ReturnCourse::ByItself).orders, 3);
        key(Qt::Key_F9);
        QTRY_COMPARE_WITH_TIMEOUT(stage(), Stage::Done, kStoryMs);
        QCOMPARE(page().money().progress().returned, 3);
        key(Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(!says(page(), QStringLiteral("giving the money back was begun")),
                                 kStoryMs);
    }

    void aCancelledEveningGivesItsMoneyBack()
    {
        QTRY_VERIFY_WITH_TIMEOUT(!page().presenter().cards().empty(), kStoryMs);
        page().presenter().open(page().presenter().cards().front().id);
        QTRY_VERIFY_WITH_TIMEOUT(page().flow().isVisible(), kStoryMs);
        page().flow().openStage(ui::EventStage::Dates);
        press(QStringLiteral("Cancel this date…"));
        QTRY_VERIFY_WITH_TIMEOUT(says(page(), QStringLiteral("6 ticket(s) worth")), kStoryMs);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Flood"), {}, 80);
        key(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(stage(), Stage::Asking, kStoryMs);
        QVERIFY(says(page(), QStringLiteral("4 order(s) · 4 ticket(s)")));
        QVERIFY(says(page(), QStringLiteral("Invoice: €104.00")));
        QVERIFY(says(page(), QStringLiteral("Cash: €26.00 · Card: €26.00")));
        key(Qt::Key_F9);
        QTRY_COMPARE_WITH_TIMEOUT(stage(), Stage::Done, kStoryMs);
        QVERIFY(says(page(), QStringLiteral("4 order(s) were given back, with €104.00.")));
        QTRY_COMPARE_WITH_TIMEOUT(page().money().rest().size(), std::size_t{2}, kStoryMs);
        QCOMPARE(page().money().rest()[0].customer, std::string{"Ada Lovelace"});
    }

    void whoWaitsIsOneKeyFromTheirOrderWhereTheyAreRefunded()
    {
        const QString code = QString::fromStdString(page().money().rest()[0].code);
        key(Qt::Key_Return);
        auto* orders = window().findChild<ui::OrdersPage*>();
        QTRY_VERIFY_WITH_TIMEOUT(orders->isVisible() && says(*orders, code), kStoryMs);
        QTRY_VERIFY_WITH_TIMEOUT(buttonOf(*orders, QStringLiteral("Refund")) != nullptr, kStoryMs);
        QVERIFY(buttonOf(*orders, QStringLiteral("Refund"))->isEnabled());
    }

    void whatWaitsIsFoundAgainByItsDate()
    {
        window().showWorkspace(&page());
        key(Qt::Key_Escape);
        press(QStringLiteral("Give money back…"));
        QTRY_COMPARE_WITH_TIMEOUT(stage(), Stage::Asking, kStoryMs);
        QVERIFY(says(page(), QStringLiteral("Nothing goes back by itself.")));
        QCOMPARE(page().money().rest().size(), std::size_t{2});
    }
};

int main(int argc, char** argv)
{
    QApplication application{argc, argv};
    QApplication::setApplicationName(QStringLiteral("foyer"));
    QLocale::setDefault(QLocale{QLocale::English, QLocale::UnitedKingdom});
    ui::applyTheme(application, ui::Palette::light());
    CancelledDateTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_cancelled_date.moc"
