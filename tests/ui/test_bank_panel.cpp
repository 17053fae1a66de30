// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The bank's panel: what a person sees of statements, and what they say.

#include "tests/ui/fake_bank_port.h"
#include "ui/money/bank_panel.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace foyer;
using namespace foyer::test;

namespace {

QPushButton* buttonOf(QWidget& panel, const QString& words)
{
    for (auto* button : panel.findChildren<QPushButton*>()) {
        if (button->text().startsWith(words)) {
            return button;
        }
    }
    qFatal("no such button");
}

QListWidget* listOf(QWidget& panel, const QString& name)
{
    for (auto* list : panel.findChildren<QListWidget*>()) {
        if (list->accessibleName() == name) {
            return list;
        }
    }
    qFatal("no such list");
}

bool isSaid(const QWidget& panel, const QString& words)
{
    const auto labels = panel.findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
        return !label->isHidden() && label->text().contains(words);
    });
}

} // namespace

class BankPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatNobodyWasFoundForIsAsked()
    {
        FakeBankPort port;
        ui::BankPanel panel{port};
        const QSignalSpy counted{&panel, &ui::BankPanel::counted};
        panel.show();
        auto* lines = listOf(panel, QStringLiteral("Money that nobody was found for"));
        QCOMPARE(lines->count(), 2);
        QCOMPARE(counted.back().front().toInt(), 3);
        QVERIFY(lines->item(0)->text().contains(QStringLiteral("Ada Lovelace")));
        auto* assign = buttonOf(panel, QStringLiteral("It is for this"));
        QVERIFY(!assign->isEnabled()); // before anything is typed
        auto* to = panel.findChild<QLineEdit*>();
        QTest::keyClicks(to, QStringLiteral(" ab-cdefg-h "));
        QTest::mouseClick(assign, Qt::LeftButton);
        QCOMPARE(port.assigned.size(), std::size_t{1});
        QCOMPARE(port.assigned.front(), (std::pair{std::string{"l1"}, std::string{"ab-cdefg-h"}}));
        QCOMPARE(lines->count(), 1);
        QVERIFY(to->text().isEmpty());
        port.refusal = refused("unknown_target", "Nothing of this name is known.");
        QTest::keyClicks(to, QStringLiteral("xy"));
        QTest::keyClick(to, Qt::Key_Return);
        QVERIFY(isSaid(panel, QStringLiteral("Nothing of this name is known.")));
        QCOMPARE(to->text(), QStringLiteral("xy")); // what was typed stays
    }

    void theNextOperatorSeesNothingOfWhatTheOneBeforeMightSee()
    {
        FakeBankPort port;
        ui::BankPanel panel{port};
        panel.show();
        auto* lines = listOf(panel, QStringLiteral("Money that nobody was found for"));
        auto* due = listOf(panel, QStringLiteral("Money that has to be transferred back"));
        QCOMPARE(lines->count(), 2);
        QCOMPARE(due->count(), 1);
        port.isHeld = true;
        panel.refresh(); // under way as they change
        auto late = port.held;
        port.isHeld = false;
        port.readRefusal = refused("not_permitted", "Your role does not allow this.");
        panel.startOver();
        QCOMPARE(lines->count(), 0);
        QCOMPARE(due->count(), 0);
        late(port.all);
        QCOMPARE(lines->count(), 0);
        QCOMPARE(due->count(), 0);
        port.readRefusal = refused("not_joined", "It stands alone.");
        panel.refresh();
        QVERIFY(isSaid(panel, QStringLiteral("Settings, Server")));
    }

    void aStatementSaysWhatCameOfIt()
    {
        FakeBankPort port;
        ui::BankPanel panel{port};
        panel.show();
        panel.take(QStringLiteral("/tmp/statement.xml"));
        QCOMPARE(port.taken, (std::vector<std::string>{"/tmp/statement.xml"}));
        QVERIFY(isSaid(panel, QStringLiteral("The balances differ")));
        port.refusal = badInput("bad_statement", "It breaks off in line 12, column 3.");
        panel.take(QStringLiteral("/tmp/other.csv"));
        QVERIFY(isSaid(panel, QStringLiteral("line 12, column 3")));
        QVERIFY(buttonOf(panel, QStringLiteral("Take in"))->isEnabled());
    }

    void whatIsTransferredBackIsSaid()
    {
        FakeBankPort port;
        ui::BankPanel panel{port};
        panel.show();
        auto* due = listOf(panel, QStringLiteral("Money that has to be transferred back"));
        QVERIFY(due->item(0)->text().contains(QStringLiteral("DE02 1203 0000 0000 2020 51")));
        QVERIFY(due->item(0)->text().contains(QStringLiteral("RF18 5390 0754 7034")));
        QTest::mouseClick(buttonOf(panel, QStringLiteral("It was transferred")), Qt::LeftButton);
        QCOMPARE(port.sent, (std::vector<std::string>{"r1"}));
        QVERIFY(isSaid(panel, QStringLiteral("Nothing has to be transferred back.")));
        QVERIFY(!buttonOf(panel, QStringLiteral("It was transferred"))->isEnabled());
    }
};

QTEST_MAIN(BankPanelTest)
#include "test_bank_panel.moc"
