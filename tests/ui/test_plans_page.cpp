// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/fake_plans_port.h"
#include "tests/ui/looking.h"
#include "ui/common/theme.h"
#include "ui/plans/plan_editor.h"
#include "ui/plans/plans_page.h"

#include <QApplication>
#include <QBuffer>
#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <QTimer>
#include <QUrl>

#include <algorithm>
#include <cmath>

using namespace foyer;
using namespace foyer::test;

namespace {

SeatingPlan namedTheatre()
{
    SeatingPlan plan = theatrePlan();
    plan.name = "Playhouse";
    return plan;
}

/// A scan as it comes from the house's pictures: red all over.
std::string redScan()
{
    QImage scan{64, 40, QImage::Format_RGB32};
    scan.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer{&bytes};
    scan.save(&buffer, "PNG");
    return bytes.toStdString();
}

/// A page that somebody looks at.
struct Room {
    FakePlansPort port;
    ui::PlansPage page{port};

    void open()
    {
        port.scan = redScan();
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
    void openTheatre()
    {
        port.store(namedTheatre());
        open();
        press(QStringLiteral("Open"));
        canvas().setFocus();
    }
    /// How a picture's file comes from a file manager.
    void drop(const QString& path) { dropFiles(page, {QUrl::fromLocalFile(path)}); }
    const std::optional<PlanBackground>& picture() { return drawing().background; }
    /// How red the drawing is where no seat is.
    int redness()
    {
        const QPoint at = canvas().positionOf({picture()->at.x + 3, picture()->at.y + 3}).toPoint();
        const QColor colour = canvas().frame().pixelColor(at);
        return colour.red() - colour.blue();
    }
    QWidget& field(const QString& name)
    {
        for (auto* each : editor().findChildren<QWidget*>()) {
            if (each->accessibleName() == name && each->isVisible()) {
                return *each;
            }
        }
        qFatal("no field %s", qPrintable(name));
    }
    void click(PlanPoint at)
    {
        QTest::mouseClick(&canvas(), Qt::LeftButton, {}, canvas().positionOf(at).toPoint());
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
        const auto& sections = room.drawing().sections;
        const auto outlines =
            static_cast<std::size_t>(std::ranges::count_if(sections, [](const auto& each) {
                return !each->section.outline.empty();
            }));
        const std::size_t objects = room.drawing().rows.size() + room.drawing().areas.size() +
            room.drawing().shapes.size() + outlines;
        for (std::size_t i = 0; i < objects; ++i) {
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

    void aPictureIsLaidUnderThePlanPlacedDimmedHiddenAndTakenAway()
    {
        Room room;
        room.openTheatre();
        room.drop(QStringLiteral("/somewhere/hall.jpg"));
        QCOMPARE(room.port.added, std::vector<std::string>{"/somewhere/hall.jpg"});
        QVERIFY(room.picture().has_value());
        const PlanBackground laid = *room.picture();
        QCOMPARE(laid.sha256, room.port.pictureHash);
        QVERIFY(std::abs(laid.size.x / laid.size.y - 1.6F) < 0.01F);
        QVERIFY(room.redness() > 50);
        // By keyboard, with its tool.
        room.canvas().setFocus();
        room.key(Qt::Key_B);
        room.key(Qt::Key_Right);
        QCOMPARE(room.picture()->at, (PlanPoint{laid.at.x + 12, laid.at.y}));
        room.key(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(room.picture()->at.y, laid.at.y + 1);
        // By pointer: the right lower corner scales, and keeps the proportions.
        const PlanBackground before = *room.picture();
        const QPoint corner =
            room.canvas()
                .positionOf({before.at.x + before.size.x, before.at.y + before.size.y})
                .toPoint();
        QTest::mousePress(&room.canvas(), Qt::LeftButton, {}, corner);
        QTest::mouseMove(&room.canvas(), corner - QPoint{60, 10});
        QTest::mouseRelease(&room.canvas(), Qt::LeftButton, {}, corner - QPoint{60, 10});
        QVERIFY(room.picture()->size.x < before.size.x);
        QVERIFY(std::abs(room.picture()->size.x / room.picture()->size.y - 1.6F) < 0.01F);
        QCOMPARE(room.picture()->at, before.at);
        // By fields.
        dynamic_cast<QSpinBox&>(room.field(QStringLiteral("How strong"))).setValue(20);
        settle();
        QVERIFY(std::abs(room.picture()->opacity - 0.2F) < 0.001F);
        QVERIFY(room.redness() < 60);
        dynamic_cast<QDoubleSpinBox&>(room.field(QStringLiteral("Width"))).setValue(320);
        QCOMPARE(room.picture()->size.x, 320.0F);
        auto* shown = room.editor().findChild<QCheckBox*>(QStringLiteral("pictureShown"));
        shown->click();
        settle();
        QVERIFY(room.picture()->hidden);
        QVERIFY(room.redness() < 10);
        room.canvas().setFocus();
        room.key(Qt::Key_Delete);
        QVERIFY(!room.picture());
        QVERIFY(room.drawing().seatCount() > 0);
        // All of it is undone, step by step, and done again.
        ui::PlanDesk& desk = room.editor().desk();
        desk.undo();
        QVERIFY(room.picture()->hidden);
        while (desk.canUndo()) {
            desk.undo();
        }
        QVERIFY(!room.picture());
        QVERIFY(!desk.isChanged());
        desk.redo();
        settle();
        QCOMPARE(room.picture(), std::optional{laid});
        QVERIFY(room.redness() > 50);
        room.editor().save();
        settle();
        QCOMPARE(room.port.stored[0].plan.background, std::optional{laid});
    }

    void aPictureWhoseFileIsNotHereIsSaidAndDrawnOnceItComes()
    {
        Room room;
        SeatingPlan plan = namedTheatre();
        plan.background = PlanBackground{std::string(64, 'd'), {0, 0}, {400, 250}, 1.0F};
        room.port.store(plan);
        room.open();
        room.press(QStringLiteral("Open"));
        QVERIFY(says(room.page, QStringLiteral("its file is not at this counter")));
        QVERIFY(room.redness() < 10);
        room.port.pictures[plan.background->sha256] = redScan();
        room.editor().findChild<QTimer*>(QStringLiteral("lookAgain"))->start(0); // time passes
        QTRY_VERIFY(room.redness() > 100);
        QVERIFY(!says(room.page, QStringLiteral("its file is not at this counter")));
        QVERIFY(!room.editor().desk().isChanged());
        // One that is no picture any more is told of, too.
        room.press(QStringLiteral("Plans"));
        room.port.stored[0].plan.background->sha256 = std::string(64, 'e');
        room.port.pictures[std::string(64, 'e')] = "no picture";
        room.press(QStringLiteral("Open"));
        QVERIFY(says(room.page, QStringLiteral("damaged")));
    }

    void aFileThatIsNoPictureIsExplainedAndChangesNothing()
    {
        Room room;
        room.openTheatre();
        room.drop(QStringLiteral("/somewhere/hall.svg"));
        QVERIFY(says(room.page, QStringLiteral("This is no picture.")));
        QVERIFY(!room.editor().desk().isChanged());
        QVERIFY(buttonOf(room.page, QStringLiteral("Choose a picture"))->isEnabled());
    }

    void aPictureThatIsReadTooLateIsNotLaidUnderAnotherPlan()
    {
        Room room;
        room.openTheatre();
        room.port.holdsPictures = true;
        room.drop(QStringLiteral("/somewhere/hall.jpg"));
        QVERIFY(says(room.page, QStringLiteral("being read")));
        room.press(QStringLiteral("Plans"));
        room.press(QStringLiteral("Draw a plan"));
        room.port.answerHeld();
        settle();
        QVERIFY(!room.picture());
        QVERIFY(!room.editor().desk().isChanged());
        room.port.holdsPictures = false;
        room.drop(QStringLiteral("/somewhere/hall.jpg")); // this one is meant
        QVERIFY(room.picture().has_value());
        QCOMPARE(room.picture()->size.x, 960.0F); // an empty room of forty seats across
    }

    void anOutlineIsDrawnCornerByCornerAndChangedByKeys()
    {
        Room room;
        room.open();
        room.press(QStringLiteral("Draw a plan"));
        room.canvas().setFocus();
        room.key(Qt::Key_O);
        for (const PlanPoint corner :
             {PlanPoint{60, 60}, PlanPoint{300, 60}, PlanPoint{300, 240}}) {
            room.click(corner);
        }
        room.key(Qt::Key_Backspace); // the last one was not meant
        room.click({300, 180});
        room.click({60, 180});
        QVERIFY(room.drawing().sections[0]->section.outline.empty());
        room.key(Qt::Key_Return);
        const auto outline = [&]() -> const std::vector<PlanPoint>& {
            return room.drawing().sections[0]->section.outline;
        };
        QCOMPARE(outline(), (std::vector<PlanPoint>{{60, 60}, {300, 60}, {300, 180}, {60, 180}}));
        QCOMPARE(room.canvas().tool(), ui::PlanTool::Select);
        room.key(Qt::Key_Right, Qt::ControlModifier);
        QVERIFY(says(room.page, QStringLiteral("Corner 1 of 4")));
        room.key(Qt::Key_Up);
        QCOMPARE(outline()[0], (PlanPoint{60, 48}));
        room.key(Qt::Key_N);
        QCOMPARE(outline().size(), std::size_t{5});
        QCOMPARE(outline()[1], (PlanPoint{180, 54}));
        room.key(Qt::Key_Delete);
        QCOMPARE(outline().size(), std::size_t{4});
        room.key(Qt::Key_Escape);
        room.key(Qt::Key_Down); // as a whole now
        QCOMPARE(outline()[2], (PlanPoint{300, 192}));
        // A corner is dragged to the grid.
        const QPoint from = room.canvas().positionOf(outline()[2]).toPoint();
        const QPoint to = room.canvas().positionOf({361, 239}).toPoint();
        QTest::mousePress(&room.canvas(), Qt::LeftButton, {}, from);
        QTest::mouseMove(&room.canvas(), to);
        QTest::mouseRelease(&room.canvas(), Qt::LeftButton, {}, to);
        QCOMPARE(outline()[2], (PlanPoint{360, 240}));
        room.press(QStringLiteral("No outline"));
        QVERIFY(outline().empty());
        room.editor().desk().undo();
        QCOMPARE(outline().size(), std::size_t{4});
        while (room.editor().desk().canUndo()) {
            room.editor().desk().undo();
        }
        QVERIFY(!room.editor().desk().isChanged());
    }

    void aSectionIsOutlinedAroundItsSeatsByKeyboardAlone()
    {
        Room room;
        room.open();
        room.press(QStringLiteral("Draw a plan"));
        room.canvas().setFocus();
        room.key(Qt::Key_O);
        room.key(Qt::Key_Return); // no seats yet: a box whose corners can be moved
        QCOMPARE(room.drawing().sections[0]->section.outline.size(), std::size_t{4});
        room.key(Qt::Key_R);
        room.key(Qt::Key_Return);
        room.key(Qt::Key_O);
        room.key(Qt::Key_Return);
        const auto warnings = warningsOf(room.drawing());
        QVERIFY(std::ranges::none_of(warnings, [](const DrawingWarning& each) {
            return each.kind == DrawingWarning::Kind::SeatOutsideSection;
        }));
        QVERIFY(says(room.page, QStringLiteral("Outline of")));
        // A press on its line selects it, one inside begins a rectangle.
        room.editor().desk().select({});
        const PlanPoint corner = room.drawing().sections[0]->section.outline[0];
        QCOMPARE(room.canvas().objectAt(room.canvas().positionOf(corner)),
                 std::optional{room.drawing().sections[0]->key});
    }

    void aCategoryGetsAColourThatTheDrawingShows()
    {
        Room room;
        room.openTheatre();
        ui::PlanDesk& desk = room.editor().desk();
        desk.stepSeat(true);
        const std::uint32_t category = room.drawing().rows[0]->seats[0].category;
        const PlanPoint seat = room.drawing().rows[0]->seats[0].at;
        desk.select({});
        desk.manner().category = category;
        Q_EMIT desk.selectionChanged();
        auto* pink = &room.field(QStringLiteral("Pink"));
        QTest::keyClick(pink, Qt::Key_Space);
        settle();
        QCOMPARE(room.drawing().categories[category].colour, std::string("#CC79A7"));
        const auto drawn = [&] {
            return room.canvas().frame().pixelColor(room.canvas().positionOf(seat).toPoint());
        };
        QCOMPARE(drawn().name(), QStringLiteral("#cc79a7"));
        auto& typed = dynamic_cast<QLineEdit&>(room.field(QStringLiteral("Another colour")));
        typed.setFocus();
        typed.selectAll();
        QTest::keyClicks(&typed, QStringLiteral("zebra"));
        QTest::keyClick(&typed, Qt::Key_Return);
        QVERIFY(says(room.page, QStringLiteral("six digits")));
        QCOMPARE(room.drawing().categories[category].colour, std::string("#CC79A7"));
        typed.selectAll();
        QTest::keyClicks(&typed, QStringLiteral("2e8b57"));
        QTest::keyClick(&typed, Qt::Key_Return);
        QCOMPARE(room.drawing().categories[category].colour, std::string("#2E8B57"));
        QCOMPARE(drawn().name(), QStringLiteral("#2e8b57"));
        desk.undo();
        desk.undo();
        QVERIFY(!desk.isChanged());
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
                 widget->inherits("QPushButton") || widget->inherits("QAbstractSpinBox") ||
                 widget->inherits("QListWidget") || widget->inherits("foyer::ui::PlanCanvas"));
            const bool isInner = widget->objectName().startsWith(QStringLiteral("qt_"));
            const auto* button = qobject_cast<const QPushButton*>(widget);
            const bool hasWords = button != nullptr && !button->text().isEmpty();
            QVERIFY2(!isControl || isInner || hasWords || !widget->accessibleName().isEmpty(),
                     qPrintable(QString::fromLatin1(widget->metaObject()->className())));
        }
    }
};

QTEST_MAIN(TestPlansPage)
#include "test_plans_page.moc"
