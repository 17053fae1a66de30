// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Somebody who organizes one event of a house signs in at the real window: they take their event
// through all steps of its flow without anybody's yes, and see nothing of the rest.

#include "app/desktop/desktop.h"
#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/event_editing.h"
#include "core/services/house_list.h"
#include "core/services/users.h"
#include "core/services/venue_editing.h"
#include "tests/ui/barn.h"
#include "tests/ui/looking.h"
#include "ui/common/main_window.h"
#include "ui/common/theme.h"
#include "ui/events/event_flow.h"
#include "ui/events/events_page.h"
#include "ui/people/approval_dialog.h"
#include "ui/people/pin_pad.h"
#include "ui/people/sign_in_page.h"

#include <QApplication>
#include <QComboBox>
#include <QDate>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr int kStoryPatienceMs = 15'000;
constexpr const char* kTimsPin = "271828";

template <typename T>
T must(Result<T> answer, const char* what)
{
    if (!answer) {
        qFatal("%s: %s", what, answer.error().message.c_str());
    }
    return *std::move(answer);
}

/// Two events in a venue, a tax, an administrator, and Tim, who organizes the second event.
void furnish(Counter& counter)
{
    const VenueId barn = must(createVenue(counter, {.name = "Barn"}), "venue");
    TaxChange tax;
    tax.name = "VAT";
    tax.rateMilliPercent = 7'000;
    must(createTax(counter, tax), "tax");
    must(createEvent(counter, {.name = "Hamlet", .venue = barn}), "event");
    const EventId concert = must(createEvent(counter, {.name = "Concert", .venue = barn}), "event");
    must(addUser(counter, {"Ada", "administrator", "a long way to tipperary", {}}), "Ada");
    QVERIFY(counter.access().signIn("Ada", "a long way to tipperary").has_value());
    must(addUser(counter, {"Tim", "team", {}, kTimsPin, {{concert, "organizer"}}}), "Tim");
}

} // namespace

class OneEventOrganizerTest final : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<desktop::Desktop> m_desktop;

    ui::MainWindow& window() { return m_desktop->window(); }
    ui::EventsPage& page() { return *window().findChild<ui::EventsPage*>(); }
    const ui::EventView& view() { return *page().presenter().view(); }
    /// Does something to the event as its steps do. The code of the refusal, or "done".
    std::string doing(const ui::EventEdit& edit)
    {
        std::optional<std::string> said;
        page().presenter().edit(edit, [&said](const std::optional<Error>& refusal) {
            said = refusal ? refusal->code : "done";
        });
        if (!QTest::qWaitFor([&] { return said.has_value(); }, kStoryPatienceMs)) {
            return "no answer";
        }
        return *said;
    }
    bool isAColleagueAsked() { return window().findChild<ui::ApprovalDialog*>() != nullptr; }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("FOYER_PASSPHRASE", "correct horse battery");
        const std::string folder = m_folder.filePath(QStringLiteral("barn")).toStdString();
        foundBarn(folder, furnish);
        // Another house of this computer, used before.
        QVERIFY(QDir{}.mkpath(m_folder.filePath(QStringLiteral("opera"))));
        QFile database{m_folder.filePath(QStringLiteral("opera/foyer.db"))};
        QVERIFY(database.open(QIODevice::WriteOnly));
        const HouseList list{m_folder.filePath(QStringLiteral("houses")).toStdString()};
        const std::string opera = m_folder.filePath(QStringLiteral("opera")).toStdString();
        QVERIFY(list.noteUsed({opera, "Opera"}).has_value());
        m_desktop = std::make_unique<desktop::Desktop>(desktop::DesktopOptions{
            .folder = folder, .houses = m_folder.filePath(QStringLiteral("houses")).toStdString()});
        QSignalSpy ready{m_desktop.get(), &desktop::Desktop::ready};
        m_desktop->start();
        QVERIFY(ready.wait(kStoryPatienceMs));
        window().showNormal();
        window().resize(1440, 900);
        auto* cover = window().findChild<ui::SignInPage*>();
        auto* houses = cover->findChild<QComboBox*>();
        QTRY_COMPARE_WITH_TIMEOUT(houses->count(), 2, kStoryPatienceMs);
        QCOMPARE(houses->itemText(0), QStringLiteral("Old barn")); // is open, and so used last
        QCOMPARE(list.houses().front().folder, folder);
        QSignalSpy away{m_desktop.get(), &desktop::Desktop::houseAsked};
        houses->setFocus();
        QTest::keyClick(houses, Qt::Key_Down);
        QCOMPARE(away.count(), 1);
        QCOMPARE(away[0][0].toString().toStdString(), opera);
        houses->setCurrentIndex(0); // here nobody goes
        auto* people = cover->findChild<QListWidget*>();
        QTRY_COMPARE_WITH_TIMEOUT(people->count(), 2, kStoryPatienceMs);
        people->setCurrentItem(people->findItems(QStringLiteral("Tim"), Qt::MatchContains).at(0));
        auto* pin = cover->findChild<ui::PinPad*>()->findChild<QLineEdit*>();
        pin->setFocus();
        QTest::keyClicks(pin, QLatin1String{kTimsPin});
        QTest::keyClick(pin, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!cover->isVisible(), kStoryPatienceMs);
    }

    void theWindowHasOnlyWhatIsOfTheirEvent()
    {
        QStringList seen;
        for (auto* button : window().findChildren<QToolButton*>()) {
            if (button->isVisible() && !button->text().isEmpty()) {
                seen << button->text();
            }
        }
        // Of an organizer's role; selling is a clerk's.
        QCOMPARE(seen,
                 (QStringList{QStringLiteral("Orders"), QStringLiteral("Events"),
                              QStringLiteral("Reports")}));
    }

    void theListHasTheirEventAloneAndNoWayToMakeAnother()
    {
        for (auto* button : window().findChildren<QToolButton*>()) {
            if (button->text() == QStringLiteral("Events")) {
                button->click();
            }
        }
        QTRY_COMPARE_WITH_TIMEOUT(page().presenter().cards().size(), std::size_t{1},
                                  kStoryPatienceMs);
        QCOMPARE(page().presenter().cards()[0].name, std::string{"Concert"});
        QTRY_VERIFY_WITH_TIMEOUT(buttonOf(page(), QStringLiteral("New event")) == nullptr,
                                 kStoryPatienceMs);
        QVERIFY(buttonOf(page(), QStringLiteral("Make one like it")) == nullptr);
        page().presenter().open(page().presenter().cards()[0].id);
        QTRY_VERIFY_WITH_TIMEOUT(page().flow().isVisible(), kStoryPatienceMs);
    }

    void theyTakeItThroughEveryStepWithoutAnybodysYes()
    {
        QTRY_COMPARE_WITH_TIMEOUT(page().presenter().house().venues.size(), std::size_t{1},
                                  kStoryPatienceMs);
        const auto& taxes = page().presenter().house().taxes;
        QCOMPARE(taxes.size(), std::size_t{1});
        QCOMPARE(doing(EventChange{.subtitle = "For strings"}), std::string{"done"});
        QCOMPARE(doing(EventChange{.promoterName = "Rockhaus Ltd"}), std::string{"done"});
        QCOMPARE(doing(EventChange{.venue = page().presenter().house().venues[0].id}),
                 std::string{"done"});
        const std::string day =
            QDate::currentDate().addDays(20).toString(Qt::ISODate).toStdString();
        QCOMPARE(doing(ui::NewDates{.start = day + " 19:30", .capacity = 50}), std::string{"done"});
        QCOMPARE(view().dates.size(), std::size_t{1});
        const PerformanceId date = view().dates[0].performance.id;
        QCOMPARE(doing(ui::ChangeDate{.date = date, .doorsBeforeMinutes = {{30}}}),
                 std::string{"done"});
        QCOMPARE(doing(ui::NewCategory{"Standing"}), std::string{"done"});
        QCOMPARE(doing(ui::NewType{"Adult", taxes[0].id}), std::string{"done"});
        QCOMPARE(doing(ui::SetPrices{{{.type = view().types[0].id,
                                       .category = view().categories[0].id,
                                       .minor = 2'000}}}),
                 std::string{"done"});
        FeeChange fee;
        fee.name = "Booking fee";
        fee.amount = 100;
        QCOMPARE(doing(ui::NewFee{fee}), std::string{"done"});
        QuotaChange quota;
        quota.name = "Adults";
        quota.capacity = 40;
        quota.types = std::set{view().types[0].id};
        QCOMPARE(doing(ui::NewQuota{date, quota}), std::string{"done"});
        QCOMPARE(doing(EventChange{.ticketText = "No glass."}), std::string{"done"});
        QCOMPARE(doing(ui::PublishEvent{}), std::string{"done"});
        QCOMPARE(view().event.state, EventState::Published);
        for (const auto stage :
             {ui::EventStage::Details, ui::EventStage::Venue, ui::EventStage::Dates,
              ui::EventStage::Prices, ui::EventStage::Quotas, ui::EventStage::Texts,
              ui::EventStage::Publish}) {
            page().flow().openStage(stage);
            QTest::qWait(20);
        }
        QVERIFY(!isAColleagueAsked());
    }

    void whatIsTheHousesIsSeenAndNotChanged()
    {
        page().flow().openStage(ui::EventStage::Venue);
        bool isSeen = false;
        for (auto* field : page().findChildren<QLineEdit*>()) {
            if (field->isVisible() &&
                field->accessibleName() == QStringLiteral("Name of the venue")) {
                isSeen = true;
                QCOMPARE(field->text(), QStringLiteral("Barn"));
                QVERIFY(!field->isEnabled());
            }
        }
        QVERIFY(isSeen);
    }
};

int main(int argc, char** argv)
{
    QApplication application{argc, argv};
    QApplication::setApplicationName(QStringLiteral("foyer"));
    QLocale::setDefault(QLocale{QLocale::English, QLocale::UnitedKingdom});
    ui::applyTheme(application, ui::Palette::light());
    OneEventOrganizerTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_one_event_organizer.moc"
