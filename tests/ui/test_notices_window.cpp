// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/fake_notices_port.h"
#include "tests/ui/looking.h"
#include "ui/common/main_window.h"
#include "ui/notices/notice_settings_page.h"
#include "ui/notices/notice_text.h"
#include "ui/notices/notices_popup.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using namespace foyer;
using namespace foyer::test;

namespace {

class FixedClock final : public Clock {
public:
    Instant now() const override { return m_now; }
    void pass(std::int64_t ms) { m_now.ms += ms; }

private:
    Instant m_now{FakeNoticesPort::kNow};
};

/// A window with a bell over notices in memory.
struct Shown {
    FakeNoticesPort port;
    FixedClock clock;
    ui::NoticesPresenter presenter{port, clock};
    ui::MainWindow window;
    ui::NoticesPopup* popup = new ui::NoticesPopup{presenter, &window};

    Shown()
    {
        QObject::connect(&presenter, &ui::NoticesPresenter::changed, &window,
                         [this] { window.setNoticeCount(presenter.count()); });
        QObject::connect(&window, &ui::MainWindow::noticesAsked, popup,
                         [this] { popup->openBelow(window.bell(), true); });
        window.show();
        presenter.refresh();
    }
    QListWidget* list() { return popup->findChild<QListWidget*>(); }
    QString bell() { return window.bell().accessibleName(); }
};

template <typename Control>
Control* named(const QWidget& in, const QString& name)
{
    for (auto* control : in.findChildren<Control*>()) {
        if (control->accessibleName() == name) {
            return control;
        }
    }
    return nullptr;
}

} // namespace

class NoticesWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whereNothingHappenedItSaysWhatWouldStandHere()
    {
        Shown shown;
        QCOMPARE(shown.bell(), QStringLiteral("Notifications"));
        QApplication::setActiveWindow(&shown.window);
        QTest::keyClick(&shown.window, Qt::Key_B, Qt::ControlModifier);
        QVERIFY(shown.popup->isVisible());
        QVERIFY(says(*shown.popup, QStringLiteral("a payment fails")));
    }

    void theBellCountsWhatIsNewAndTheListSaysItInWords()
    {
        Shown shown;
        shown.port.fill();
        shown.presenter.refresh();
        QCOMPARE(shown.bell(), QStringLiteral("Notifications, 3 new"));
        qobject_cast<QPushButton*>(&shown.window.bell())->click();
        QCOMPARE(shown.list()->count(), 6);
        const QString newest = shown.list()->item(0)->data(Qt::AccessibleTextRole).toString();
        QVERIFY(newest.startsWith(QStringLiteral("Sold out. Late Jazz")));
        QVERIFY(newest.endsWith(QStringLiteral("new")));
        const QString low = shown.list()->item(1)->data(Qt::AccessibleTextRole).toString();
        QVERIFY(low.startsWith(QStringLiteral("12 of 400 places left. Hamlet")));
        const QString last = shown.list()->item(5)->data(Qt::AccessibleTextRole).toString();
        QVERIFY(last.contains(QStringLiteral("over since")));
        buttonOf(*shown.popup, QStringLiteral("Mark all as read"))->click();
        QCOMPARE(shown.bell(), QStringLiteral("Notifications"));
        QCOMPARE(shown.list()->count(), 6);
    }

    void onePressOpensWhatItIsAbout()
    {
        Shown shown;
        shown.port.fill();
        shown.presenter.refresh();
        QString opened;
        QObject::connect(&shown.presenter, &ui::NoticesPresenter::performanceAsked, &shown.window,
                         [&](const PerformanceId& id) {
                             opened = QString::fromStdString(id.text());
                         });
        QObject::connect(&shown.presenter, &ui::NoticesPresenter::orderAsked, &shown.window,
                         [&](const QString& code) { opened = code; });
        QObject::connect(&shown.presenter, &ui::NoticesPresenter::incidentsAsked, &shown.window,
                         [&] { opened = QStringLiteral("incidents"); });
        QObject::connect(&shown.presenter, &ui::NoticesPresenter::devicesAsked, &shown.window,
                         [&] { opened = QStringLiteral("devices"); });
        const auto open = [&](int row) {
            opened.clear();
            shown.popup->openBelow(shown.window.bell(), true);
            shown.list()->setCurrentRow(row);
            QTest::keyClick(shown.list(), Qt::Key_Return);
            return opened;
        };
        QCOMPARE(open(0).right(2), QStringLiteral("06"));
        QVERIFY(!shown.popup->isVisible()); // it is out of the way of what it opened
        QVERIFY(open(2).startsWith(QStringLiteral("A7")));
        QCOMPARE(open(3), QStringLiteral("incidents"));
        QCOMPARE(open(4), QStringLiteral("devices"));
        opened.clear();
        shown.popup->openBelow(shown.window.bell(), true);
        const QRect row = shown.list()->visualItemRect(shown.list()->item(3));
        QTest::mouseClick(shown.list()->viewport(), Qt::LeftButton, {}, row.center());
        QCOMPARE(opened, QStringLiteral("incidents"));
    }

    void aCounterThatCannotReachItsServerSaysSoByItself()
    {
        Shown shown;
        shown.presenter.setContact(shown.clock.now());
        shown.clock.pass(9 * 60'000);
        shown.presenter.setContact(Instant{FakeNoticesPort::kNow});
        QCOMPARE(shown.presenter.count(), 0);
        shown.clock.pass(60'000);
        shown.presenter.setContact(Instant{FakeNoticesPort::kNow});
        shown.presenter.refresh();
        QCOMPARE(shown.bell(), QStringLiteral("Notifications, 1 new"));
        shown.popup->openBelow(shown.window.bell(), true);
        QVERIFY(says(*shown.popup, QStringLiteral("has not reached the server for 10 minute(s)")));
        shown.presenter.setContact(shown.clock.now());
        QCOMPARE(shown.presenter.count(), 0);
    }

    void whatWasSomebodyElsesIsGoneWhenTheyAre()
    {
        Shown shown;
        shown.port.fill();
        shown.presenter.refresh();
        shown.port.refusal = refused("not_signed_in", "Sign in first, then try again.");
        shown.presenter.startOver();
        QVERIFY(shown.presenter.seen().notices.empty());
        QCOMPARE(shown.list()->count(), 0);
        QCOMPARE(shown.bell(), QStringLiteral("Notifications"));
    }

    void everybodyChoosesForThemselves()
    {
        FakeNoticesPort port;
        port.house.kinds = {NoticeKind::SoldOut, NoticeKind::LowStock};
        port.house.maySetStock = false;
        port.house.maySetSilence = false;
        ui::NoticeSettingsPage page{port};
        page.resize(900, 700);
        page.show();
        // A role is not offered what it is not told of.
        QVERIFY(named<QCheckBox>(page, QStringLiteral("Sold out, in the window"))->isChecked());
        QVERIFY(!named<QCheckBox>(page, QStringLiteral("Incident, in the window"))->isVisible());
        QVERIFY(!says(page, QStringLiteral("For the whole house")));
        named<QCheckBox>(page, QStringLiteral("Sold out, by mail"))->click();
        named<QCheckBox>(page, QStringLiteral("Nearly sold out, in the window"))->click();
        buttonOf(page, QStringLiteral("Save"))->click();
        auto* address = named<QLineEdit>(page, QStringLiteral("Mails go to"));
        QVERIFY(address->property("faulty").toBool()); // mails need an address
        QVERIFY(port.house.choice.mail.none());
        address->setText(QStringLiteral("ada@example.org"));
        QTest::keyClick(address, Qt::Key_Return);
        QVERIFY(!address->property("faulty").toBool());
        QVERIFY(has(port.house.choice.mail, NoticeKind::SoldOut));
        QVERIFY(!has(port.house.choice.app, NoticeKind::LowStock));
        QVERIFY(has(port.house.choice.app, NoticeKind::Incident)); // was not theirs to say
    }

    void whoMaySetsTheLimitsOfTheHouse()
    {
        FakeNoticesPort port;
        port.house.maySetSilence = false;
        ui::NoticeSettingsPage page{port};
        page.resize(900, 700);
        page.show();
        auto* places = named<QSpinBox>(page, QStringLiteral("Nearly sold out at so many places"));
        QCOMPARE(places->value(), 10);
        QVERIFY(!named<QSpinBox>(page, QStringLiteral("A counter is silent after"))->isEnabled());
        places->setValue(25);
        buttonOf(page, QStringLiteral("Save for the house"))->click();
        QCOMPARE(port.house.limits.lowPlaces, 25);
    }
};

QTEST_MAIN(NoticesWindowTest)
#include "test_notices_window.moc"
