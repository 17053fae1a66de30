// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/fake_door_port.h"
#include "tests/ui/looking.h"
#include "ui/common/theme.h"
#include "ui/door/door_page.h"
#include "ui/door/door_sign.h"
#include "ui/door/door_text.h"

#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace foyer;
using namespace foyer::test;

namespace {

QLineEdit* field(QWidget& in, const QString& name)
{
    for (QLineEdit* edit : in.findChildren<QLineEdit*>()) {
        if (edit->accessibleName() == name && edit->isVisible()) {
            return edit;
        }
    }
    return nullptr;
}

double brightness(const QColor& colour)
{
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
        0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double lighter = std::max(brightness(a), brightness(b));
    const double darker = std::min(brightness(a), brightness(b));
    return (lighter + 0.05) / (darker + 0.05);
}

/// A page whose gate has begun.
struct Door {
    FakeDoorPort port;
    ui::DoorPage page{port};
    ui::DoorSign* sign = nullptr;

    Door()
    {
        page.resize(1280, 720);
        page.show();
        page.activateWindow();
        settle();
        QTest::keyClick(page.findChild<QComboBox*>()->lineEdit(), Qt::Key_Return);
        settle();
        sign = page.findChild<ui::DoorSign*>();
    }
    void type(const QString& words)
    {
        QTest::keyClicks(QApplication::focusWidget(), words);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    }
};

} // namespace

class DoorPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale{QLocale::English, QLocale::UnitedKingdom});
        ui::applyTheme(*qApp, ui::Palette::light());
    }

    void aScanIsAllThatAnAdmissionNeeds()
    {
        Door door;
        QVERIFY(door.sign->isVisible());
        QCOMPARE(QApplication::focusWidget(), field(door.page, QStringLiteral("Ticket code")));
        door.type(QStringLiteral("T1")); // what a scanner types; no key beside it
        QCOMPARE(door.port.asked.back(), std::string{"in T1 North"});
        QVERIFY(door.sign->accessibleName().startsWith(QStringLiteral("Come in")));
        QVERIFY(door.sign->accessibleName().contains(QStringLiteral("Stalls F1")));
        door.type(QStringLiteral("T2"));
        QVERIFY(door.sign->accessibleName().contains(QStringLiteral("Stalls F2")));
    }

    void aUsedTicketSaysWhenAndWhere()
    {
        Door door;
        door.type(QStringLiteral("T1"));
        door.type(QStringLiteral("T1"));
        const QString said = door.sign->accessibleName();
        QVERIFY2(said.startsWith(QStringLiteral("Stop")), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("17:30, gate North")), qPrintable(said));
        door.type(QStringLiteral("rubbish"));
        QVERIFY(door.sign->accessibleName().contains(QStringLiteral("not a ticket of ours")));
    }

    void whoIsAtTheWrongDoorOrNightIsToldTheRightOne()
    {
        Door door;
        door.type(QStringLiteral("ELSEWHERE"));
        QVERIFY(door.sign->accessibleName().contains(QStringLiteral("for gate South")));
        door.type(QStringLiteral("TOMORROW"));
        const QString said = door.sign->accessibleName();
        QVERIFY2(said.contains(QStringLiteral("Faust")), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("18:30")), qPrintable(said));
    }

    void everyOutcomeHasASentenceOfItsOwn()
    {
        // Sentences of core are English; what the sign says is translated.
        for (const char* outcome :
             {"already_used", "checked_out", "not_inside", "void", "wrong_performance",
              "wrong_gate", "gate_not_open", "gate_closed", "malformed", "forged",
              "unknown_counter", "counter_revoked", "certificate_invalid",
              "certificate_not_yet_valid", "certificate_expired", "too_early", "expired"}) {
            ui::DoorAnswer answer;
            answer.outcome = outcome;
            answer.sentence = "as core says it";
            QVERIFY2(ui::doorSentence(answer) != QStringLiteral("as core says it"), outcome);
        }
    }

    void whoHasNoTicketIsFoundAndLetInByKeysAlone()
    {
        Door door;
        QTest::keyClick(&door.page, Qt::Key_F3);
        auto* words = field(door.page, QStringLiteral("Name, order, seat or phone"));
        QVERIFY(words != nullptr && words->hasFocus());
        QTest::keyClicks(words, QStringLiteral("ana"));
        auto* list = door.page.findChild<QListWidget*>();
        QCOMPARE(list->count(), 1);
        QTest::keyClick(words, Qt::Key_Return);
        QVERIFY(list->hasFocus());
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(door.port.asked.back(), std::string{"pass T5 North "});
        QVERIFY(list->item(0)->text().contains(QStringLiteral("inside")));
        QTest::keyClick(&door.page, Qt::Key_Escape);
        QVERIFY(field(door.page, QStringLiteral("Ticket code"))->hasFocus());
    }

    void aRefusalIsOverriddenAndAnAdmissionUndoneWithAReason()
    {
        Door door;
        door.type(QStringLiteral("T1"));
        door.type(QStringLiteral("T1"));
        QTest::keyClick(&door.page, Qt::Key_F7);
        auto* reason = field(door.page, QStringLiteral("Reason"));
        QVERIFY(reason != nullptr && reason->hasFocus());
        QTest::keyClick(reason, Qt::Key_Return);
        QVERIFY(reason->isVisible()); // without a reason nothing is done
        door.type(QStringLiteral("forgot the coat"));
        QCOMPARE(door.port.asked.back(), std::string{"pass T1 North forgot the coat"});
        QTest::keyClick(&door.page, Qt::Key_F8);
        door.type(QStringLiteral("wrong one"));
        QCOMPARE(door.port.asked.back(), std::string{"undo T1 wrong one"});
        QTest::keyClick(&door.page, Qt::Key_F8);
        QVERIFY(says(door.page, QStringLiteral("nothing to undo")));
    }

    void whoGoesOutIsCheckedOut()
    {
        Door door;
        door.type(QStringLiteral("T1"));
        QTest::keyClick(&door.page, Qt::Key_F6);
        door.type(QStringLiteral("T1"));
        QCOMPARE(door.port.asked.back(), std::string{"out T1 North"});
        QVERIFY(door.sign->accessibleName().startsWith(QStringLiteral("See you soon")));
        QTest::keyClick(&door.page, Qt::Key_F6);
        door.type(QStringLiteral("T2"));
        QCOMPARE(door.port.asked.back(), std::string{"in T2 North"});
    }

    void theWholeScreenIsAskedForAndGivenBack()
    {
        Door door;
        QSignalSpy asked{&door.page, &ui::DoorPage::fullScreenAsked};
        QTest::keyClick(&door.page, Qt::Key_F11);
        QCOMPARE(asked.takeFirst().at(0).toBool(), true);
        QTest::keyClick(&door.page, Qt::Key_Escape);
        QCOMPARE(asked.takeFirst().at(0).toBool(), false);
        QVERIFY(door.sign->isVisible());
        QTest::keyClick(&door.page, Qt::Key_Escape);
        QVERIFY(!door.sign->isVisible());
    }

    void theDarkIsAskedForAroundTheSignAndGivenBack()
    {
        Door door;
        QSignalSpy dark{&door.page, &ui::DoorPage::darkAsked};
        QTest::keyClick(&door.page, Qt::Key_F9);
        QCOMPARE(dark.last().at(0).toBool(), true);
        door.page.hide(); // another workspace
        QCOMPARE(dark.last().at(0).toBool(), false);
        door.page.show();
        QCOMPARE(dark.last().at(0).toBool(), true);
        QTest::keyClick(&door.page, Qt::Key_Escape); // the gate is closed
        QCOMPARE(dark.last().at(0).toBool(), false);
        const auto times = dark.size();
        door.page.hide();
        QCOMPARE(dark.size(), times); // nothing to give back any more
    }

    void aScannerFasterThanAnyLosesNoScan()
    {
        Door door;
        constexpr int kScans = 200;
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < kScans; ++i) {
            door.page.takeScan(QStringLiteral("T%1").arg(i % 9 + 1));
            QApplication::processEvents();
        }
        QCOMPARE(door.port.asked.size(), static_cast<std::size_t>(kScans));
        const double perSecond = kScans * 1'000.0 / static_cast<double>(timer.elapsed() + 1);
        QVERIFY2(perSecond >= 20, qPrintable(QString::number(perSecond)));
    }

    void everySignCanBeReadInLightAndInTheDark()
    {
        for (const bool dim : {false, true}) {
            for (const auto& colour : std::vector<std::optional<ui::DoorAnswer::Colour>>{
                     std::nullopt, ui::DoorAnswer::Colour::Green, ui::DoorAnswer::Colour::Amber,
                     ui::DoorAnswer::Colour::Red}) {
                const auto colours = ui::DoorSign::coloursOf(colour, dim);
                QVERIFY(contrast(colours.ground, colours.word) >= 4.5);
                QVERIFY(contrast(colours.ground, colours.text) >= 4.5);
            }
        }
    }

    void theSoundsAreWavesThatDiffer()
    {
        QSet<QByteArray> waves;
        for (const auto colour : {ui::DoorAnswer::Colour::Green, ui::DoorAnswer::Colour::Amber,
                                  ui::DoorAnswer::Colour::Red}) {
            const QByteArray wave = ui::DoorSound::wave(colour);
            QVERIFY(wave.startsWith("RIFF"));
            QCOMPARE(wave.mid(8, 8), QByteArray{"WAVEfmt "});
            waves.insert(wave);
        }
        QCOMPARE(waves.size(), 3);
    }
};

QTEST_MAIN(DoorPageTest)
#include "test_door_page.moc"
