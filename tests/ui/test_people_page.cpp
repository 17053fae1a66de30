// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/fake_people_port.h"
#include "tests/ui/looking.h"
#include "ui/common/main_window.h"
#include "ui/common/theme.h"
#include "ui/people/approval_dialog.h"
#include "ui/people/own_secret_dialog.h"
#include "ui/people/people_page.h"
#include "ui/people/person_dialog.h"
#include "ui/people/sign_in_page.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

using namespace foyer;
using namespace foyer::test;

namespace {

template <typename Widget>
Widget* named(QWidget& in, const QString& name)
{
    for (Widget* widget : in.findChildren<Widget*>()) {
        if (widget->accessibleName() == name && widget->isVisible()) {
            return widget;
        }
    }
    return nullptr;
}

QString faultIn(QWidget& in)
{
    for (const QLabel* label : in.findChildren<QLabel*>()) {
        if (label->property("role").toString() == QLatin1String{"fault"} && label->isVisible()) {
            return label->text();
        }
    }
    return {};
}

/// Every control can be named by a screen reader.
void checkNames(QWidget& in)
{
    for (const QWidget* widget : in.findChildren<QWidget*>()) {
        const bool isControl = qobject_cast<const QLineEdit*>(widget) ||
            qobject_cast<const QComboBox*>(widget) || qobject_cast<const QListWidget*>(widget);
        const bool isInside = widget->parentWidget() != nullptr &&
            qobject_cast<const QAbstractSpinBox*>(widget->parentWidget()) != nullptr;
        if (isControl && !isInside) {
            QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
        }
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        if (button != nullptr && button->isVisible() && !isInside) {
            QVERIFY2(!button->text().isEmpty() || !button->accessibleName().isEmpty(),
                     widget->metaObject()->className());
        }
    }
}

} // namespace

class PeoplePageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::applyTheme(*qApp, ui::Palette::light()); }

    void aClerkSignsInWithTheKeyboard()
    {
        FakePeoplePort port;
        ui::SignInPage page{port};
        page.show(port.now);
        page.activateWindow();
        settle();
        checkNames(page);
        QSignalSpy done{&page, &ui::SignInPage::done};
        auto* people = named<QListWidget>(page, QStringLiteral("Who are you?"));
        QVERIFY(people != nullptr && people->hasFocus());
        QTest::keyClick(people, Qt::Key_Down); // Kim
        QTest::keyClick(people, Qt::Key_Return);
        settle();
        auto* secret = named<QLineEdit>(page, QStringLiteral("PIN or password"));
        QVERIFY(secret->hasFocus());
        QCOMPARE(secret->echoMode(), QLineEdit::Password);
        QTest::keyClicks(secret, QStringLiteral("314159"));
        QTest::keyClick(secret, Qt::Key_Return);
        QVERIFY(faultIn(page).contains(QStringLiteral("do not belong together")));
        QCOMPARE(done.count(), 0);
        QVERIFY(secret->text().isEmpty() && secret->hasFocus());
        QTest::keyClicks(secret, QLatin1String{FakePeoplePort::kPin});
        QTest::keyClick(secret, Qt::Key_Return);
        QCOMPARE(done.count(), 1);
        QCOMPARE(port.asked.back(), std::string{"signIn Kim"});
    }

    void sixTouchedDigitsEnterAPinButTypedOnesWaitForEnter()
    {
        FakePeoplePort port;
        ui::SignInPage page{port};
        page.show(port.now);
        settle();
        auto* secret = named<QLineEdit>(page, QStringLiteral("PIN or password"));
        QTest::keyClicks(secret, QLatin1String{FakePeoplePort::kPin});
        QVERIFY(port.asked.empty()); // it may be the beginning of a password
        secret->clear();
        page.show(port.now);
        for (const char digit : std::string{FakePeoplePort::kPin}) {
            auto* key = named<QPushButton>(page, QString{QLatin1Char{digit}});
            QVERIFY(key != nullptr && key->height() >= ui::kTarget);
            QTest::mouseClick(key, Qt::LeftButton);
        }
        QCOMPARE(port.asked.size(), std::size_t{1});
    }

    void aLockedCounterAsksForWhoeverLockedItOrSomebodyElse()
    {
        FakePeoplePort port;
        port.signIn("Kim", FakePeoplePort::kPin, [](auto) {});
        port.lock([](auto) {});
        ui::SignInPage page{port};
        page.show(port.now);
        settle();
        QCOMPARE(page.findChild<QListWidget*>()->count(), 1);
        auto* secret = named<QLineEdit>(page, QStringLiteral("PIN or password"));
        QTest::keyClicks(secret, QLatin1String{FakePeoplePort::kPin});
        QTest::keyClick(secret, Qt::Key_Return);
        QCOMPARE(port.asked.back(), std::string{"unlock"});
        port.lock([](auto) {});
        page.show(port.now);
        for (auto* button : page.findChildren<QPushButton*>()) {
            if (button->text() == QStringLiteral("Somebody else")) {
                QTest::mouseClick(button, Qt::LeftButton);
            }
        }
        QCOMPARE(page.findChild<QListWidget*>()->count(), 2);
    }

    void anInvitationIsALetterInTheMailProgramWithoutASecret()
    {
        FakePeoplePort port;
        ui::PeoplePage page{port};
        page.show();
        settle();
        QSignalSpy asked{&page, &ui::PeoplePage::mailAsked};
        buttonOf(page, QStringLiteral("Invite…"))->click();
        QCOMPARE(asked.count(), 1);
        const QUrl letter = asked[0][0].toUrl();
        const QString whole = letter.toString(QUrl::FullyEncoded);
        QVERIFY2(whole.startsWith(QStringLiteral("mailto:?subject=Helping%20%26%20more&body=")),
                 qPrintable(whole));
        QVERIFY(whole.endsWith(QString::fromStdString("Hello%20" + port.known.users[0].name)));
        port.known.users[0].active = false;
        buttonOf(page, QStringLiteral("Invite…"))->click();
        QCOMPARE(asked.count(), 1);
        QVERIFY(faultIn(page).contains(QStringLiteral("nothing to invite them to")));
    }

    void anotherHouseOfTheComputerIsChosenWhereThereAreSeveral()
    {
        FakePeoplePort port;
        ui::SignInPage page{port};
        page.show(port.now);
        settle();
        auto* house = page.findChild<QComboBox*>();
        QCOMPARE(house->accessibleName(), QStringLiteral("House"));
        const auto add = [&page] {
            const auto buttons = page.findChildren<QPushButton*>();
            const auto found = std::ranges::find_if(buttons, [](const QPushButton* button) {
                return button->isVisible() && button->text() == QStringLiteral("Another house…");
            });
            return found != buttons.end() ? *found : nullptr;
        };
        QVERIFY(!house->isVisible() && add() == nullptr); // a data folder that somebody named
        page.setHouses({QStringLiteral("Opera")});
        QVERIFY(!house->isVisible()); // nothing to choose
        QSignalSpy asked{&page, &ui::SignInPage::newHouseAsked};
        add()->click();
        QCOMPARE(asked.count(), 1);
        page.setHouses({QStringLiteral("Opera"), QStringLiteral("Barn")});
        QVERIFY(house->isVisible());
        checkNames(page);
        QCOMPARE(house->currentText(), QStringLiteral("Opera"));
        QSignalSpy chosen{&page, &ui::SignInPage::houseChosen};
        house->setFocus();
        QTest::keyClick(house, Qt::Key_Down);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen[0][0].toInt(), 1);
        // What somebody left unfinished behind a lock is not thrown away.
        port.signIn("Kim", FakePeoplePort::kPin, [](auto) {});
        port.lock([](auto) {});
        page.show(port.now);
        QVERIFY(!house->isVisible() && add() == nullptr);
    }

    void theEmptyPageTeachesAndMakesTheFirstAdministrator()
    {
        FakePeoplePort port{true};
        ui::PeoplePage page{port};
        page.show();
        settle();
        QSignalSpy changed{&page, &ui::PeoplePage::peopleChanged};
        QPushButton* add = nullptr;
        for (auto* button : page.findChildren<QPushButton*>()) {
            if (button->isVisible() && button->text() == QStringLiteral("Add the administrator")) {
                add = button;
            }
        }
        QVERIFY(add != nullptr);
        QTest::mouseClick(add, Qt::LeftButton);
        settle();
        auto* dialog = page.findChild<ui::PersonDialog*>();
        QVERIFY(dialog != nullptr);
        checkNames(*dialog);
        QCOMPARE(dialog->findChild<QComboBox*>()->count(), 1); // an administrator and nothing else
        auto* name = named<QLineEdit>(*dialog, QStringLiteral("Name"));
        auto* pin = named<QLineEdit>(*dialog, QStringLiteral("PIN"));
        QTest::keyClicks(name, QStringLiteral("Ada"));
        QTest::keyClicks(pin, QStringLiteral("123456"));
        QTest::keyClick(pin, Qt::Key_Return);
        QVERIFY(faultIn(*dialog).contains(QStringLiteral("Choose another")));
        QVERIFY(pin->hasFocus() || !dialog->isActiveWindow());
        QCOMPARE(name->text(), QStringLiteral("Ada")); // nothing typed is lost
        pin->clear();
        QTest::keyClicks(pin, QLatin1String{FakePeoplePort::kPin});
        QTest::keyClick(pin, Qt::Key_Return);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(port.asked.back(), std::string{"add Ada administrator"});
    }

    void somebodyGetsARoleInOneEventAndKeepsTheirOthers()
    {
        FakePeoplePort port;
        Uuid::Bytes bytes{};
        const auto event = [&](std::uint8_t number) {
            bytes[15] = number;
            return EventId{Uuid::v8(bytes)};
        };
        port.known.events = {{event(1), "Hamlet"}, {event(2), "Othello"}};
        port.known.users[1].eventRoles[event(1)] = builtInRoleNamed("door")->id;
        ui::PersonDialog dialog{port, port.known, port.known.users[1], nullptr};
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        settle();
        checkNames(dialog);
        auto* more = named<QComboBox>(dialog, QStringLiteral("One more event"));
        QCOMPARE(more->count(), 2); // the invitation, and Othello
        QTest::keyClick(more, Qt::Key_Down);
        settle();
        auto* othello = named<QComboBox>(dialog, QStringLiteral("Role in Othello"));
        othello->setCurrentIndex(othello->findData(QStringLiteral("organizer")));
        QVERIFY(othello->findData(QStringLiteral("administrator")) < 0);
        for (auto* button : dialog.findChildren<QPushButton*>()) {
            if (button->text() == QStringLiteral("Save")) {
                QTest::mouseClick(button, Qt::LeftButton);
            }
        }
        QCOMPARE(port.asked.back(), "in " + event(2).text() + " organizer"); // Hamlet stays
    }

    void rolesAreChangedPermissionByPermission()
    {
        FakePeoplePort port;
        ui::PeoplePage page{port};
        page.show();
        settle();
        checkNames(page);
        QCOMPARE(page.findChildren<QCheckBox*>().size(), qsizetype{kPermissionCount});
        for (auto* box : page.findChildren<QCheckBox*>()) {
            QVERIFY2(!box->text().isEmpty(), qPrintable(box->text()));
            if (box->text() == ui::permissionText("order.void")) {
                QVERIFY(box->isChecked());
                box->click();
            }
        }
        for (auto* button : page.findChildren<QPushButton*>()) {
            if (button->text() == QStringLiteral("Save the role")) {
                QTest::mouseClick(button, Qt::LeftButton);
            }
        }
        QCOMPARE(port.asked.back(), std::string{"role clerk"});
        const auto clerk = std::ranges::find(port.known.roles, std::string{"clerk"}, &Role::name);
        QVERIFY(!clerk->may(Permission::VoidOrder));
        QVERIFY(clerk->may(Permission::Sell));
        QCOMPARE(clerk->limits.refundMinor,
                 builtInRoleNamed("clerk")->limits.refundMinor); // the rest stays
    }

    void aLimitIsInTheMoneyOfTheHouseAndStaysExact()
    {
        FakePeoplePort port;
        port.known.currency = *Currency::fromCode("JPY"); // no smaller unit than the yen
        const auto clerk = std::ranges::find(port.known.roles, std::string{"clerk"}, &Role::name);
        clerk->limits = {5'000, 12'500};
        ui::PeoplePage page{port};
        page.show();
        settle();
        const auto* refund = named<QSpinBox>(page, QStringLiteral("Refunds up to"));
        QVERIFY(refund != nullptr);
        QCOMPARE(refund->value(), 5'000);
        QVERIFY(refund->text().contains(QStringLiteral("JPY")));
        for (auto* button : page.findChildren<QPushButton*>()) {
            if (button->text() == QStringLiteral("Save the role")) {
                QTest::mouseClick(button, Qt::LeftButton);
            }
        }
        QCOMPARE(clerk->limits.refundMinor, std::int64_t{5'000});
        QCOMPARE(clerk->limits.discountMilliPercent, std::int64_t{12'500}); // 12.5 % is not 12 %
    }

    void everyPermissionHasWordsOfItsOwn()
    {
        QStringList words;
        for (const Permission permission : allPermissions()) {
            words.append(ui::permissionText(std::string{permissionName(permission)}));
        }
        QCOMPARE(words.removeDuplicates(), qsizetype{0});
    }

    void aColleagueApprovesOrTheActIsLeft()
    {
        Error refusal = refused("over_limit", "More than your role may do by itself.");
        refusal.facts = {"order.refund"};
        std::vector<std::string> tried;
        int leftAlone = 0;
        QWidget window;
        const auto open = [&] {
            auto* dialog = new ui::ApprovalDialog{
                refusal,
                {"Sue", "Ada"},
                [&](const std::string& name, const std::string& secret, const auto& outcome) {
                    tried.push_back(name);
                    secret == FakePeoplePort::kPin
                        ? outcome(Result<void>{})
                        : outcome(refused("wrong_secret", "Check both and try again."));
                },
                [&] { ++leftAlone; },
                &window};
            dialog->show();
            settle();
            return dialog;
        };
        auto* dialog = open();
        checkNames(*dialog);
        auto* secret = dialog->findChild<QLineEdit*>();
        QTest::keyClicks(secret, QStringLiteral("000000"));
        QTest::keyClick(secret, Qt::Key_Return);
        QVERIFY(dialog->isVisible() && !faultIn(*dialog).isEmpty());
        QTest::keyClicks(secret, QLatin1String{FakePeoplePort::kPin});
        QTest::keyClick(secret, Qt::Key_Return);
        QVERIFY(!dialog->isVisible());
        QCOMPARE(tried.size(), std::size_t{2});
        QCOMPARE(leftAlone, 0);
        settle();
        dialog = open();
        QTest::keyClick(dialog, Qt::Key_Escape);
        QCOMPARE(leftAlone, 1);
    }

    void aWindowBehindACoverCannotBeReached()
    {
        ui::MainWindow window;
        auto* sell = new QWidget;
        auto* people = new QWidget;
        window.addWorkspace(QStringLiteral("Sell"), QStringLiteral("ticket"), sell);
        window.addWorkspace(QStringLiteral("People"), QStringLiteral("users"), people);
        window.setCover(new QWidget);
        window.setOperator(QStringLiteral("Kim"), QStringLiteral("Clerk"));
        window.show();
        window.activateWindow();
        settle();
        QTest::keyClick(&window, Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(window.currentWorkspace(), people);
        window.setCovered(true);
        QVERIFY(!sell->isVisible() && !people->isVisible());
        QTest::keyClick(&window, Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(window.currentWorkspace(), people);
        window.setCovered(false);
        window.setWorkspaceShown(people, false); // a role sees only its workspaces
        QCOMPARE(window.currentWorkspace(), sell);
        QTest::keyClick(&window, Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(window.currentWorkspace(), sell);
        QSignalSpy lock{&window, &ui::MainWindow::lockAsked};
        QTest::keyClick(&window, Qt::Key_L, Qt::ControlModifier);
        QCOMPARE(lock.count(), 1);
    }

    void changingOnesOwnSecretAsksForTheOldOne()
    {
        FakePeoplePort port;
        QWidget window;
        auto* dialog = new ui::OwnSecretDialog{port, &window};
        dialog->show();
        settle();
        checkNames(*dialog);
        const auto fields = dialog->findChildren<QLineEdit*>();
        QCOMPARE(fields.size(), qsizetype{3});
        QTest::keyClicks(fields[0], QLatin1String{FakePeoplePort::kPin});
        QTest::keyClicks(fields[1], QStringLiteral("161803"));
        QTest::keyClicks(fields[2], QStringLiteral("161804"));
        QTest::keyClick(fields[2], Qt::Key_Return);
        QVERIFY(faultIn(*dialog).contains(QStringLiteral("not the same")));
        fields[2]->setText(QStringLiteral("161803"));
        QTest::keyClick(fields[2], Qt::Key_Return);
        QCOMPARE(port.asked.back(), std::string{"change 161803"});
    }
};

QTEST_MAIN(PeoplePageTest)
#include "test_people_page.moc"
