// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/fake_plans_port.h"
#include "tests/ui/looking.h"
#include "ui/common/theme.h"
#include "ui/plans/plan_editor.h"
#include "ui/plans/plans_page.h"

#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QTest>

using namespace foyer;
using namespace foyer::test;

namespace {

SeatingPlan namedTheatre()
{
    SeatingPlan plan = theatrePlan();
    plan.name = "Playhouse";
    return plan;
}

/// A page that somebody looks at.
struct Room {
    FakePlansPort port;
    ui::PlansPage page{port};

    void open()
    {
        page.resize(1200, 760);
        page.show();
        page.activateWindow();
        settle();
    }
    ui::PlanEditor& editor() { return page.editor(); }
    ui::PlanCanvas& canvas() { return page.editor().canvas(); }
    const PlanSketch& drawing() { return page.editor().desk().drawing(); }
    void key(int key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QTest::keyClick(&canvas(), static_cast<Qt::Key>(key), with);
        settle();
    }
    void press(const QString& words)
    {
        auto* button = buttonOf(page, words);
        QVERIFY2(button != nullptr, qPrintable(words));
        button->click();
        settle();
    }
    QLineEdit& nameField()
    {
        for (auto* field : editor().findChildren<QLineEdit*>()) {
            if (field->accessibleName() == QStringLiteral("Name of the plan")) {
                return *field;
            }
        }
        qFatal("no field for the name");
    }
    void nameIt(const QString& name)
    {
        QLineEdit& field = nameField();
        field.setFocus();
        field.clear();
        QTest::keyClicks(&field, name);
        QTest::keyClick(&field, Qt::Key_Return);
        settle();
    }
};

} // namespace

class TestPlansPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::applyTheme(*qApp, ui::Palette::light()); }

    void anEmptyHouseIsToldWhatToDo()
    {
        Room room;
        room.open();
        QVERIFY(says(room.page, QStringLiteral("No seating plan yet")));
        QVERIFY(buttonOf(room.page, QStringLiteral("Draw a plan")) != nullptr);
    }

    void aRoomIsDrawnNamedAndSavedByKeyboardAlone()
    {
        Room room;
        room.open();
        QTest::keyClick(&room.page, Qt::Key_Insert);
        settle();
        QVERIFY(room.page.isDrawing());
        room.canvas().setFocus();
        room.key(Qt::Key_R);
        QCOMPARE(room.canvas().tool(), ui::PlanTool::Row);
        room.key(Qt::Key_Return);
        QCOMPARE(room.drawing().seatCount(), std::size_t{10});
        QCOMPARE(room.drawing().rows[0]->label, std::string("A"));
        room.key(Qt::Key_V);
        const PlanPoint before = room.drawing().rows[0]->seats[0].at;
        room.key(Qt::Key_Down);
        QCOMPARE(room.drawing().rows[0]->seats[0].at.y, before.y + 12);
        room.key(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(room.drawing().seatCount(), std::size_t{20});
        room.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(room.drawing().seatCount(), std::size_t{10});
        room.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(room.drawing().seatCount(), std::size_t{20});
        room.key(Qt::Key_Tab);
        room.key(Qt::Key_Delete);
        QCOMPARE(room.drawing().seatCount(), std::size_t{10});
        room.key(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(says(room.page, QStringLiteral("Give the plan a name")));
        QCOMPARE(room.port.saves, 0);
        room.nameIt(QStringLiteral("Blue room"));
        room.key(Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(room.port.stored.size(), std::size_t{1});
        QCOMPARE(room.port.stored[0].plan.name, std::string("Blue room"));
        QCOMPARE(structuralFault(room.port.stored[0].plan), std::nullopt);
        room.canvas().setFocus();
        room.key(Qt::Key_Escape);
        room.key(Qt::Key_Escape);
        QVERIFY(!room.page.isDrawing());
        QVERIFY(room.page.findChild<QListWidget*>(QStringLiteral("plans"))
                    ->item(0)
                    ->text()
                    .contains(QStringLiteral("Blue room")));
    }

    void tabWalksThroughTheRowsAndLeavesAfterTheLast()
    {
        Room room;
        room.port.store(namedTheatre());
        room.open();
        room.press(QStringLiteral("Open"));
        room.canvas().setFocus();
        const std::size_t rows = room.drawing().rows.size();
        for (std::size_t i = 0;
             i < rows + room.drawing().areas.size() + room.drawing().shapes.size(); ++i) {
            room.key(Qt::Key_Tab);
            QVERIFY(!room.editor().desk().selection().isEmpty());
            QVERIFY(room.canvas().hasFocus());
        }
        room.key(Qt::Key_Tab);
        QVERIFY(room.editor().desk().selection().isEmpty());
        QVERIFY(!room.canvas().hasFocus());
        room.canvas().setFocus();
        room.key(Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(room.editor().desk().selection().size(), std::size_t{1});
    }

    void whatIsDraggedMovesAsOneStep()
    {
        Room room;
        room.port.store(namedTheatre());
        room.open();
        room.press(QStringLiteral("Open"));
        const PlanPoint at = room.drawing().rows[0]->seats[0].at;
        const QPoint from = room.canvas().positionOf(at).toPoint();
        QTest::mousePress(&room.canvas(), Qt::LeftButton, {}, from);
        QTest::mouseMove(&room.canvas(), from + QPoint{30, 40});
        QTest::mouseRelease(&room.canvas(), Qt::LeftButton, {}, from + QPoint{30, 40});
        const PlanPoint now = room.drawing().rows[0]->seats[0].at;
        QVERIFY(now.x > at.x && now.y > at.y);
        QVERIFY(room.editor().desk().canUndo());
        room.editor().desk().undo();
        QCOMPARE(room.drawing().rows[0]->seats[0].at, at);
        QVERIFY(!room.editor().desk().canUndo());
        QVERIFY(!room.editor().desk().isChanged());
    }

    void aRectangleSelectsWhatLiesInIt()
    {
        Room room;
        room.port.store(namedTheatre());
        room.open();
        room.press(QStringLiteral("Open"));
        const auto& seats = room.drawing().rows[0]->seats;
        const QPoint from =
            room.canvas().positionOf({seats.front().at.x - 9, seats.front().at.y - 30}).toPoint();
        QTest::mousePress(&room.canvas(), Qt::LeftButton, {}, QPoint{2, 2});
        QTest::mouseMove(&room.canvas(), from);
        QTest::mouseRelease(&room.canvas(), Qt::LeftButton, {},
                            QPoint{room.canvas().width() - 3, room.canvas().height() - 3});
        QVERIFY(room.editor().desk().selection().size() >= room.drawing().seatCount());
    }

    void leavingAsksWithVerbsWhereSomethingIsNotSaved()
    {
        Room room;
        room.port.store(namedTheatre());
        room.open();
        room.press(QStringLiteral("Open"));
        room.editor().desk().selectAll();
        room.editor().desk().move({12, 0});
        room.press(QStringLiteral("Plans"));
        QVERIFY(room.page.isDrawing());
        QVERIFY(room.editor().question().isVisible());
        room.press(QStringLiteral("Go on drawing"));
        QVERIFY(!room.editor().question().isVisible());
        room.press(QStringLiteral("Plans"));
        room.press(QStringLiteral("Save and go back"));
        QVERIFY(!room.page.isDrawing());
        QCOMPARE(room.port.saves, 1);
        room.press(QStringLiteral("Open"));
        room.editor().desk().selectAll();
        room.editor().desk().remove();
        room.press(QStringLiteral("Plans"));
        room.press(QStringLiteral("Throw it away"));
        QVERIFY(!room.page.isDrawing());
        QCOMPARE(room.port.saves, 1);
    }

    void aRefusedChangeStaysOnTheDeskAndIsExplained()
    {
        Room room;
        room.port.store(namedTheatre());
        room.open();
        room.press(QStringLiteral("Open"));
        room.editor().desk().selectAll();
        room.editor().desk().remove();
        room.port.refusal = refused("seats_taken", "3 seats have a ticket.", "seats");
        room.editor().save();
        settle();
        QVERIFY(room.page.isDrawing());
        QVERIFY(room.editor().desk().isChanged());
        QVERIFY(!room.editor().line().text().isEmpty());
        room.editor().desk().undo();
        QVERIFY(!room.editor().desk().isChanged());
    }

    void whatIsDrawnWhileItIsBeingSavedIsNotTakenForSaved()
    {
        Room room;
        room.port.store(namedTheatre());
        room.open();
        room.press(QStringLiteral("Open"));
        ui::PlanDesk& desk = room.editor().desk();
        desk.selectAll();
        desk.move({12, 0});
        room.port.holdsSaves = true;
        room.editor().save();
        desk.move({12, 0});
        room.port.kept = EditorDraft{};
        room.port.answerHeld();
        QVERIFY(desk.isChanged());
        QVERIFY(room.port.kept.has_value()); // of what was drawn since
        QVERIFY(buttonOf(room.page, QStringLiteral("Save"))->isEnabled());
        desk.undo();
        QVERIFY(!desk.isChanged());
    }

    void theAnswerForAPlanThatWasLeftIsNotTakenForTheNextOne()
    {
        Room room;
        room.port.store(namedTheatre());
        SeatingPlan studio = theatrePlan();
        studio.name = "Studio";
        room.port.store(studio);
        room.open();
        room.press(QStringLiteral("Open"));
        room.editor().desk().selectAll();
        room.editor().desk().move({12, 0});
        room.port.holdsSaves = true;
        room.editor().save();
        room.press(QStringLiteral("Plans"));
        room.press(QStringLiteral("Throw it away"));
        room.page.findChild<QListWidget*>(QStringLiteral("plans"))->setCurrentRow(1);
        room.press(QStringLiteral("Open"));
        room.editor().desk().setName(QStringLiteral("Studio stage"));
        room.port.answerHeld();
        QVERIFY(room.page.isDrawing());
        QVERIFY(room.editor().desk().isChanged());
        QVERIFY(!room.editor().line().text().contains(QStringLiteral("Saved")));
        room.port.holdsSaves = false;
        room.editor().save();
        QCOMPARE(room.port.savedAs.size(), std::size_t{2});
        QCOMPARE(room.port.savedAs.back(), std::optional{FakePlansPort::idOf(2)});
    }

    void theKeyboardIsWithTheDrawingWhileThatIsShown()
    {
        Room room;
        room.port.store(namedTheatre());
        room.open();
        auto* list = room.page.findChild<QListWidget*>(QStringLiteral("plans"));
        room.press(QStringLiteral("Open"));
        room.editor().desk().selectAll();
        room.editor().desk().move({12, 0});
        room.page.setFocus(); // as the window does when the workspace is shown again
        QVERIFY(room.canvas().hasFocus());
        Q_EMIT list->itemActivated(list->item(0));
        settle();
        QVERIFY(room.editor().desk().isChanged()); // nothing was opened over it
        room.press(QStringLiteral("Plans"));
        room.press(QStringLiteral("Throw it away"));
        room.canvas().clearFocus();
        room.page.setFocus();
        QVERIFY(list->hasFocus());
    }

    void aNameThatIsBeingTypedBelongsToWhatIsLeft()
    {
        Room room;
        room.open();
        room.press(QStringLiteral("Draw a plan"));
        QLineEdit& name = room.nameField();
        name.setFocus();
        QTest::keyClicks(&name, QStringLiteral("Blue room"));
        QTest::keyClick(&name, Qt::Key_Escape);
        settle();
        QVERIFY(room.page.isDrawing());
        QVERIFY(room.editor().question().isVisible());
        QCOMPARE(room.drawing().name, std::string("Blue room"));
        room.press(QStringLiteral("Throw it away"));
        QVERIFY(!room.page.isDrawing());
        QVERIFY(!room.editor().desk().isChanged());
        room.press(QStringLiteral("Draw a plan"));
        QVERIFY(name.text().isEmpty());
        QVERIFY(!room.port.kept.has_value());
    }

    void whatWasDrawnLastIsKeptWhenTheWindowCloses()
    {
        FakePlansPort port;
        port.store(namedTheatre());
        {
            ui::PlansPage page{port};
            page.show();
            settle();
            buttonOf(page, QStringLiteral("Open"))->click();
            page.editor().desk().setName(QStringLiteral("Big house"));
        }
        QVERIFY(port.kept.has_value());
        QCOMPARE(port.kept->plan.name, std::string("Big house"));
    }

    void whatWasDrawnSurvivesTheEndOfTheProgram()
    {
        FakePlansPort kept;
        {
            Room room;
            room.port.store(namedTheatre());
            room.open();
            room.press(QStringLiteral("Open"));
            room.editor().desk().selectAll();
            room.editor().desk().move({24, 0});
            QTRY_VERIFY_WITH_TIMEOUT(room.port.kept.has_value(), 5'000);
            kept.kept = decodeEditorDraft(encode(*room.port.kept)).value();
            kept.stored = room.port.stored;
        }
        ui::PlansPage page{kept};
        page.resize(1200, 760);
        page.show();
        settle();
        QVERIFY(says(page, QStringLiteral("was being drawn and is not saved")));
        buttonOf(page, QStringLiteral("Go on drawing"))->click();
        settle();
        QVERIFY(page.isDrawing());
        QVERIFY(page.editor().desk().isChanged());
        QCOMPARE(page.editor().desk().drawing().seatCount(),
                 std::size_t{namedTheatre().seatCount()});
        page.editor().save();
        settle();
        QVERIFY(!kept.kept.has_value());
        QCOMPARE(kept.stored.size(), std::size_t{1});
    }

    void whoComesNextFindsTheListAndWhatWasDrawnAsADraft()
    {
        Room room;
        room.port.store(namedTheatre());
        room.open();
        room.press(QStringLiteral("Open"));
        QLineEdit& name = room.nameField();
        name.setFocus();
        name.selectAll();
        QTest::keyClicks(&name, QStringLiteral("Big house")); // and it is not left
        room.page.startOver();
        settle();
        QVERIFY(!room.page.isDrawing());
        QCOMPARE(room.port.kept->plan.name, std::string("Big house"));
        QCOMPARE(room.page.findChild<QListWidget*>(QStringLiteral("plans"))->count(), 1);
        QVERIFY(says(room.page, QStringLiteral("Big house")));
        room.press(QStringLiteral("Go on drawing"));
        QVERIFY(room.page.isDrawing());
        QCOMPARE(room.drawing().name, std::string("Big house"));
        room.editor().save();
        settle();
        QCOMPARE(room.port.savedAs.back(), std::optional{FakePlansPort::idOf(1)});
    }

    void whoComesNextIsNotAskedForANameThatTheOneBeforeWasToGive()
    {
        Room room;
        room.port.store(namedTheatre());
        room.open();
        room.page.importFile(QStringLiteral("/somewhere/bad.json"));
        room.press(QStringLiteral("Rename"));
        room.page.startOver();
        settle();
        QVERIFY(buttonOf(room.page, QStringLiteral("Take this name")) == nullptr);
        QVERIFY(!says(room.page, QStringLiteral("$.zones[0]")));
    }

    void anUnfinishedDraftIsKeptToo()
    {
        EditorDraft draft{std::nullopt, {}, namedTheatre()};
        draft.plan.rows[0].label.clear();
        draft.plan.seats[1].number = draft.plan.seats[0].number;
        const auto again = decodeEditorDraft(encode(draft));
        QVERIFY(again.has_value());
        QCOMPARE(again->plan.seats.size(), draft.plan.seats.size());
        Bytes half = encode(draft);
        half.resize(half.size() / 2);
        QCOMPARE(decodeEditorDraft(half).error().code, std::string("bad_draft"));
    }

    void aFileIsReadIntoTheEditorAndABadOneSaysWhere()
    {
        Room room;
        room.open();
        room.page.importFile(QStringLiteral("/somewhere/bad.json"));
        settle();
        QVERIFY(!room.page.isDrawing());
        QVERIFY(says(room.page, QStringLiteral("$.zones[0]")));
        room.page.importFile(QStringLiteral("/somewhere/good.json"));
        settle();
        QVERIFY(room.page.isDrawing());
        QVERIFY(room.port.stored.empty());
        room.editor().save();
        settle();
        QCOMPARE(room.port.stored.size(), std::size_t{1});
    }

    void anExportSaysWhatTheFormatCannotKeep()
    {
        Room room;
        room.port.store(namedTheatre());
        room.open();
        room.page.exportTo(QStringLiteral("x.json"), QStringLiteral("pretix"));
        settle();
        QCOMPARE(room.port.exportedAs, std::string("pretix"));
        QVERIFY(says(room.page, QStringLiteral("no place for")));
    }

    void plansAreRenamedAndCopied()
    {
        Room room;
        room.port.store(namedTheatre());
        room.open();
        room.press(QStringLiteral("Duplicate"));
        room.press(QStringLiteral("Take this name"));
        QCOMPARE(room.port.stored.size(), std::size_t{2});
        QCOMPARE(room.port.stored[1].plan.name, std::string("Copy of Playhouse"));
    }

    void everyControlHasAName()
    {
        Room room;
        room.port.store(namedTheatre());
        room.open();
        room.press(QStringLiteral("Open"));
        for (const auto* widget : room.page.findChildren<QWidget*>()) {
            const bool isControl = widget->focusPolicy() != Qt::NoFocus && widget->isVisible() &&
                (widget->inherits("QLineEdit") || widget->inherits("QComboBox") ||
                 widget->inherits("QListWidget") || widget->inherits("foyer::ui::PlanCanvas"));
            const bool isInner = widget->objectName().startsWith(QStringLiteral("qt_"));
            QVERIFY2(!isControl || isInner || !widget->accessibleName().isEmpty(),
                     qPrintable(QString::fromLatin1(widget->metaObject()->className())));
        }
    }
};

QTEST_MAIN(TestPlansPage)
#include "test_plans_page.moc"
