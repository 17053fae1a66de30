// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/fake_gates_port.h"
#include "tests/ui/looking.h"
#include "ui/common/theme.h"
#include "ui/settings/gate_dialog.h"
#include "ui/settings/gates_page.h"
#include "ui/settings/settings_page.h"
#include "ui/settings/training_page.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace foyer;
using namespace foyer::test;

namespace {

template <typename Widget>
Widget* named(QWidget& in, const QString& name)
{
    for (Widget* widget : in.findChildren<Widget*>()) {
        if (widget->accessibleName() == name) {
            return widget;
        }
    }
    return nullptr;
}

const QString kOpens = QStringLiteral("Opens, minutes before the start");
const QString kCloses = QStringLiteral("Closes, minutes after the start");

} // namespace

class SettingsPagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::applyTheme(*qApp, ui::Palette::light()); }

    void aGateIsDescribedByKeysAlone()
    {
        FakeGatesPort port;
        ui::GatesPage page{port};
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        page.setFocus();
        QVERIFY(says(page, QStringLiteral("Every gate lets every valid ticket in")));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space); // the first step has the focus
        auto* dialog = page.findChild<ui::GateDialog*>();
        QVERIFY(dialog != nullptr);
        QTest::keyClicks(dialog->focusWidget(), QStringLiteral("Family"));
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
        auto* types = named<QListWidget>(*dialog, QStringLiteral("Ticket types"));
        QCOMPARE(dialog->focusWidget(), types);
        QTest::keyClick(types, Qt::Key_Down);
        QTest::keyClick(types, Qt::Key_Space); // Child
        QTest::keyClick(types, Qt::Key_Tab);
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab); // past the categories
        QCOMPARE(dialog->focusWidget(), named<QLineEdit>(*dialog, kOpens));
        QTest::keyClicks(dialog->focusWidget(), QStringLiteral("60"));
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
        QTest::keyClicks(dialog->focusWidget(), QStringLiteral("20"));
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Space);
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
        QCOMPARE(port.all.size(), std::size_t{1});
        const Gate& gate = port.all.front();
        QCOMPARE(gate.name, std::string{"Family"});
        QCOMPARE(gate.types, std::vector<std::string>{"Child"});
        QVERIFY(gate.categories.empty());
        QCOMPARE(gate.opensBefore, std::optional<std::int64_t>{60});
        QCOMPARE(gate.closesAfter, std::optional<std::int64_t>{20});
        QVERIFY(gate.reentry);
        auto* list = named<QListWidget>(page, QStringLiteral("Gates of this house"));
        QVERIFY(list->isVisible());
        QVERIFY(list->item(0)->text().contains(QStringLiteral("opens 60 min before")));
    }

    void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost()
    {
        FakeGatesPort port;
        port.all = {Gate{.id = idOf<GateId>(1), .name = "North"}};
        ui::GatesPage page{port};
        page.show();
        buttonOf(page, QStringLiteral("Add"))->click();
        auto* dialog = page.findChild<ui::GateDialog*>();
        auto* name = named<QLineEdit>(*dialog, QStringLiteral("Name"));
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(says(*dialog, QStringLiteral("Say the gate's name")));
        QTest::keyClicks(name, QStringLiteral("North"));
        auto* closes = named<QLineEdit>(*dialog, kCloses);
        QTest::keyClicks(closes, QStringLiteral("soon"));
        QTest::keyClick(closes, Qt::Key_Return);
        QVERIFY(says(*dialog, QStringLiteral("Write whole minutes")));
        QVERIFY(closes->hasFocus() || dialog->focusWidget() == closes);
        closes->setText(QStringLiteral("15"));
        QTest::keyClick(closes, Qt::Key_Return);
        QVERIFY(says(*dialog, QStringLiteral("of that name already")));
        QVERIFY(!says(*dialog, QStringLiteral("Write whole minutes")));
        QCOMPARE(closes->text(), QStringLiteral("15"));
        QCOMPARE(port.all.size(), std::size_t{1});
    }

    void aRuleKeepsWhatItNamesThoughNothingIsCalledSoAnyMore()
    {
        FakeGatesPort port;
        port.all = {Gate{.id = idOf<GateId>(1), .name = "North", .types = {"Senior"}}};
        ui::GatesPage page{port};
        page.show();
        buttonOf(page, QStringLiteral("Change"))->click();
        auto* dialog = page.findChild<ui::GateDialog*>();
        QTest::keyClick(named<QLineEdit>(*dialog, QStringLiteral("Name")), Qt::Key_Return);
        QCOMPARE(port.all.front().types, std::vector<std::string>{"Senior"});
    }

    void aRemovedGateComesBackByUndo()
    {
        FakeGatesPort port;
        port.all = {Gate{.id = idOf<GateId>(1), .name = "North", .reentry = true}};
        ui::GatesPage page{port};
        page.show();
        buttonOf(page, QStringLiteral("Remove"))->click();
        QVERIFY(port.all.front().closed);
        QVERIFY(says(page, QStringLiteral("has no rules any more")));
        buttonOf(page, QStringLiteral("Undo"))->click();
        QVERIFY(!port.all.front().closed && port.all.front().reentry);
    }

    void onlyTheSectionsOfARoleAreThere()
    {
        FakeGatesPort port;
        ui::SettingsPage page;
        auto* gates = new ui::GatesPage{port};
        auto* training = new ui::TrainingPage;
        page.addSection(QStringLiteral("Gates"), gates);
        page.addSection(QStringLiteral("Training"), training);
        page.show();
        QCOMPARE(page.currentSection(), gates);
        page.setSectionShown(gates, false);
        QCOMPARE(page.currentSection(), training);
        QVERIFY(buttonOf(page, QStringLiteral("Gates")) == nullptr);
        page.showSection(gates);
        QCOMPARE(page.currentSection(), training); // not theirs
        page.setSectionShown(gates, true);
        buttonOf(page, QStringLiteral("Gates"))->click();
        QCOMPARE(page.currentSection(), gates);
    }

    void theTrainingIsOpenedOrBegunAnew()
    {
        ui::TrainingPage page;
        QSignalSpy asked{&page, &ui::TrainingPage::openAsked};
        page.show();
        QVERIFY(buttonOf(page, QStringLiteral("Begin anew")) == nullptr); // there is none yet
        buttonOf(page, QStringLiteral("Open the training"))->click();
        QCOMPARE(asked.last().at(0).toBool(), false);
        page.showExisting(true);
        buttonOf(page, QStringLiteral("Begin anew"))->click();
        QCOMPARE(asked.last().at(0).toBool(), true);
    }
};

QTEST_MAIN(SettingsPagesTest)
#include "test_settings_pages.moc"
