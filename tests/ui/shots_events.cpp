// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Draws the events workspace into a folder: shots_events DIR [LANGUAGE]. Run with QT_SCALE_FACTOR=2
// for dense screens.

#include "core/documents/tickets/ticket_document.h"
#include "tests/ui/fake_money_back_port.h"
#include "tests/ui/shots_start.h"
#include "ui/common/main_window.h"
#include "ui/common/theme.h"
#include "ui/events/event_flow.h"
#include "ui/events/events_page.h"
#include "ui/events/picture_intake.h"
#include "ui/events/price_grid.h"

#include <QComboBox>
#include <QPushButton>
#include <QTest>
#include <QTranslator>

using namespace foyer;
using namespace foyer::test;

namespace {

std::string sampleTicket(const std::string& name)
{
    TicketPage page;
    page.organizer = "Playhouse";
    page.event = name;
    page.subtitle = "A tragedy";
    page.venue = "Playhouse";
    page.venueAddress = "Am Markt 1\n10117 Berlin";
    page.dateLine = "Tuesday, 24 November 2026";
    page.timeLine = "19:30";
    page.doorsLine = "19:00";
    page.section = "Stalls";
    page.row = "F";
    page.seat = "7";
    page.typeName = "Adult";
    page.categoryName = "Stalls";
    page.priceLine = "€42.00";
    page.orderCode = "ABCD-EFGH";
    page.codeText = kSpecimenCode;
    page.specimen = true;
    page.notes = "Minimum age 12";
    page.text = "Doors close at the first bell. Please leave coats and large bags at the "
                "wardrobe.\nWith thanks to the Friends of the Playhouse.";
    page.poster =
        std::make_shared<const PaperPicture>(paperPicture(FakeEventsPort::painted({320, 450}, 2)));
    constexpr int kDpi = 110;
    const auto drawn = renderTickets({page}, PaperFormat::A6, kDpi);
    return drawn ? drawn->front() : std::string{};
}

void rest()
{
    QTest::qWait(300); // previews come a moment later
    settle();
}

/// Everybody's money back: the question, on the way, paused, done, and what was interrupted.
void shootMoneyBack(ui::MainWindow& window, ui::EventsPage& page, FakeMoneyBackPort& money,
                    const QString& folder)
{
    money.fill(24, 5, 2, 1);
    money.failing = {"QH22103Y"};
    const ui::MoneyBackScope scope{.event = EventId{eventUuid(1, 1)},
                                   .name = "Hamlet",
                                   .dates = {PerformanceId{eventUuid(8, 1)}},
                                   .startsAt = Instant{FakeEventsPort::kNow},
                                   .timeZone = "Europe/Berlin",
                                   .reason = "Flood"};
    Q_EMIT page.flow().moneyBackAsked(scope);
    rest();
    shoot(window, folder, QStringLiteral("events-money-asked"));
    page.money().start(QStringLiteral("Flood"));
    while (money.returned.size() < 6) {
        QApplication::processEvents();
    }
    page.money().pause();
    rest();
    shoot(window, folder, QStringLiteral("events-money-paused"));
    page.money().goOn();
    rest();
    shoot(window, folder, QStringLiteral("events-money-done"));
    money.open = {{scope, Instant{FakeEventsPort::kNow}}};
    page.money().leave();
    Q_EMIT page.flow().leaveAsked();
    rest();
    shoot(window, folder, QStringLiteral("events-money-interrupted"));
    money.open.clear();
    page.money().leave();
}

void hangPictures(ui::EventView& hamlet)
{
    hamlet.poster =
        PictureReference{FakeEventsPort::pictureHash(2), {{"en", "A skull on a velvet cushion"}}};
    hamlet.gallery = {{FakeEventsPort::pictureHash(1), {{"en", "The hall before the play"}}},
                      {FakeEventsPort::pictureHash(3), {}},
                      {FakeEventsPort::pictureHash(4),
                       {{"en",
                         "Ophelia by the brook, between willows, in a photograph of the dress "
                         "rehearsal that goes on for longer than any list is wide"}}}};
}

/// One is refused, another takes its time.
void givePictures(ui::EventsPage& page, FakeEventsPort& port)
{
    page.flow().openStage(ui::EventStage::Pictures);
    port.pictureRefusals.emplace("/tmp/logo.svg", badInput("picture_format", "No picture."));
    auto* intake = page.findChild<ui::PictureIntake*>();
    intake->add(port.cards[0].id, {QUrl::fromLocalFile(QStringLiteral("/tmp/logo.svg"))}, false);
    rest();
    port.arePicturesSlow = true;
    intake->add(port.cards[0].id,
                {QUrl::fromLocalFile(QStringLiteral("/tmp/A photograph of the hall (2026).jpg"))},
                true);
    rest();
}

/// Every step of the event that is open.
void shootStages(ui::MainWindow& window, ui::EventsPage& page, const QString& folder)
{
    const char* names[] = {"details", "venue", "dates",    "prices",
                           "quotas",  "texts", "pictures", "publish"};
    for (int at = 0; at < ui::kEventStages; ++at) {
        page.flow().openStage(static_cast<ui::EventStage>(at));
        rest();
        shoot(window, folder, QStringLiteral("events-") + QLatin1String{names[at]});
    }
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application{argc, argv};
    QTranslator translator;
    const QString folder = startShots(application, translator);
    ui::MainWindow window;
    const bool isDense = qEnvironmentVariable("QT_SCALE_FACTOR") == QStringLiteral("2");
    window.resize(isDense ? QSize{1280, 720} : QSize{1440, 900});
    window.show();
    FakeEventsPort port;
    FakeMoneyBackPort money;
    auto* page = new ui::EventsPage{port, money};
    window.addWorkspace(QCoreApplication::translate("foyer::desktop::Desktop", "Events"),
                        QStringLiteral("theater"), page);
    QObject::connect(&window, &ui::MainWindow::paletteChanged, page, &ui::EventsPage::applyPalette);
    window.showWorkspace(page);
    rest();
    shoot(window, folder, QStringLiteral("events-empty"));
    for (QPushButton* button : page->findChildren<QPushButton*>()) {
        if (button->isVisible() && button->property("role") == QStringLiteral("primary")) {
            button->click();
            break;
        }
    }
    rest();
    shoot(window, folder, QStringLiteral("events-new"));
    page->startOver();
    port.fill();
    port.ticketPng = sampleTicket("Hamlet");
    hangPictures(port.views[0]);
    page->presenter().refreshList();
    rest();
    shoot(window, folder, QStringLiteral("events-list"));
    page->presenter().open(port.cards[0].id);
    rest();
    shootStages(window, *page, folder);
    givePictures(*page, port);
    shoot(window, folder, QStringLiteral("events-pictures-taken"));
    page->flow().openStage(ui::EventStage::Dates);
    for (QComboBox* box : page->findChildren<QComboBox*>()) {
        if (box->isVisible() && box->count() == 5) {
            box->setCurrentIndex(2);
        }
    }
    rest();
    shoot(window, folder, QStringLiteral("events-series"));
    page->flow().openStage(ui::EventStage::Prices);
    port.effectNow = {.worth = Money{294'000, *Currency::fromCode("EUR")},
                      .tickets = 70,
                      .orders = 31,
                      .customers = 24,
                      .withMail = 19,
                      .unnamed = 7,
                      .held = 4};
    page->findChild<ui::PriceGrid*>()->item(0, 0)->setText(QStringLiteral("50"));
    rest();
    shoot(window, folder, QStringLiteral("events-asked"));
    shootMoneyBack(window, *page, money, folder);
    for (std::size_t at = 1; at < 4; ++at) {
        page->presenter().open(port.cards[at].id);
        rest();
        page->flow().openStage(at == 1 ? ui::EventStage::Publish : ui::EventStage::Details);
        port.ticketPng = sampleTicket(port.cards[at].name);
        rest();
        shoot(window, folder, QStringLiteral("events-long-%1").arg(at));
    }
    return 0;
}
