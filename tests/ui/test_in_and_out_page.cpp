// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/fake_import_port.h"
#include "tests/ui/looking.h"
#include "ui/common/theme.h"
#include "ui/in_and_out/export_panel.h"
#include "ui/in_and_out/in_and_out_page.h"
#include "ui/in_and_out/order_import_panel.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDropEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QMimeData>
#include <QProgressBar>
#include <QTabWidget>
#include <QTest>
#include <QUrl>
#include <QWheelEvent>

using namespace foyer;
using namespace foyer::test;

namespace {

struct Desk {
    FakeImportPort imports;
    FakeExportPort exports;
    ui::InAndOutPage page{imports, exports};

    explicit Desk(bool isFull = true)
    {
        if (isFull) {
            imports.fill();
        }
        page.setAllowed(true, true, true);
        page.resize(1240, 900);
        page.show();
        page.activateWindow();
        settle();
    }
    bool says(const QString& words) { return test::says(page, words); }
    QPushButton& button(const QString& words)
    {
        QPushButton* found = buttonOf(page, words);
        if (found == nullptr) {
            qFatal("no button %s", qPrintable(words));
        }
        return *found;
    }
    void press(const QString& words)
    {
        button(words).click();
        settle();
    }
    template <typename Widget>
    Widget& named(const QString& name)
    {
        const auto all = page.findChildren<Widget*>();
        const auto found = std::ranges::find_if(all, [&](const Widget* each) {
            return each->accessibleName() == name;
        });
        if (found == all.end()) {
            qFatal("nothing is called %s", qPrintable(name));
        }
        return **found;
    }
    void take(const QString& file)
    {
        page.imports().take({file});
        settle();
    }
    void openExports()
    {
        page.findChild<QTabWidget*>()->setCurrentIndex(1);
        settle();
    }
    const std::string& lastCall() const { return imports.calls.back(); }
};

} // namespace

class TestInAndOutPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aHouseWithoutImportsIsTaughtWhatCanCome()
    {
        Desk desk{false};
        QVERIFY(desk.says(QStringLiteral("Eventbrite")));
        QVERIFY(desk.says(QStringLiteral("Nothing was imported yet.")));
        QVERIFY(buttonOf(desk.page, QStringLiteral("Import orders")) == nullptr);
    }

    void aFileThatIsDroppedIsRecognisedAndItsFirstOrdersShown()
    {
        Desk desk;
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/pretix.json"))});
        QDragEnterEvent enter{{5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier};
        QApplication::sendEvent(&desk.page.imports(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop{QPointF{5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier};
        QApplication::sendEvent(&desk.page.imports(), &drop);
        settle();
        QVERIFY(desk.says(QStringLiteral("pretix, JSON")));
        auto& sample =
            desk.named<QListWidget>(QStringLiteral("The first orders, as they would be read"));
        QCOMPARE(sample.count(), 3);
        QVERIFY(sample.item(0)->text().startsWith(QStringLiteral("A-1 · Ada Lovelace · 2 ")));
        QVERIFY(sample.item(1)->text().contains(QStringLiteral("not paid: left out")));
        QVERIFY(sample.item(2)->text().startsWith(QStringLiteral("orders.csv, line 4\n")));
        // JSON has no columns.
        QVERIFY(!desk.says(QStringLiteral("What the columns say")));
        QVERIFY(desk.button(QStringLiteral("Try without")).isEnabled());
    }

    void columnsAreShownWithWhatStandsInThemAndChangedByKeys()
    {
        Desk desk;
        desk.take(QStringLiteral("/tmp/bestellungen.csv"));
        QVERIFY(desk.says(QStringLiteral("UTF-8, columns separated by ;")));
        QVERIFY(desk.says(QStringLiteral("Ada Lovelace · Grace Hopper")));
        QCOMPARE(desk.lastCall().c_str(),
                 "sample csv order=0 name=1 email=2 event=3 type=4 price=5");
        QVERIFY(desk.says(QStringLiteral("No code of the ticket")));
        auto& rest = desk.named<QComboBox>(QStringLiteral("What the column “Bemerkung” says"));
        QVERIFY(!rest.isVisible());
        desk.press(QStringLiteral("1 more column"));
        QVERIFY(rest.isVisible() && rest.hasFocus());
        QTest::keyClick(&rest, Qt::Key_End); // the last field that there is
        settle();
        QCOMPARE(desk.lastCall().c_str(),
                 "sample csv order=0 name=1 email=2 event=3 type=4 price=5 code=6");
        QVERIFY(!desk.says(QStringLiteral("No code of the ticket")));
    }

    void theWheelGoesOverColumnsWithoutChangingThem()
    {
        Desk desk;
        desk.take(QStringLiteral("/tmp/bestellungen.csv"));
        auto& event = desk.named<QComboBox>(QStringLiteral("What the column “Stück” says"));
        const int before = event.currentIndex();
        QWheelEvent wheel{
            {5, 5}, {5, 5}, {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false};
        QApplication::sendEvent(&event, &wheel);
        QCOMPARE(event.currentIndex(), before);
        event.setFocus();
        QApplication::sendEvent(&event, &wheel);
        QCOMPARE(event.currentIndex(), before + 1);
    }

    void whatIsMissingIsSaidBeforeAnythingIsDone()
    {
        Desk desk;
        desk.take(QStringLiteral("/tmp/bestellungen.csv"));
        auto& event = desk.named<QComboBox>(QStringLiteral("What the column “Stück” says"));
        event.setCurrentIndex(0);
        settle();
        QVERIFY(desk.says(QStringLiteral("No column names the event.")));
        QVERIFY(!desk.button(QStringLiteral("Try without")).isEnabled());
        auto& date = desk.named<QComboBox>(QStringLiteral("Tickets that name no event are for"));
        date.setCurrentIndex(1);
        settle();
        QVERIFY(!desk.says(QStringLiteral("No column names the event.")));
        QVERIFY(desk.button(QStringLiteral("Try without")).isEnabled());
        desk.named<QComboBox>(QStringLiteral("What the column “Kartenart” says"))
            .setCurrentIndex(0);
        settle();
        QVERIFY(desk.says(QStringLiteral("Say which column is the ticket type")));
        QVERIFY(!desk.button(QStringLiteral("Try without")).isEnabled());
        // A file that is something else than it seems is read anew.
        desk.named<QComboBox>(QStringLiteral("Read as")).setCurrentIndex(2);
        Q_EMIT desk.named<QComboBox>(QStringLiteral("Read as")).activated(2);
        settle();
        QVERIFY(std::ranges::find(desk.imports.calls, "look /tmp/bestellungen.csv eventbrite") !=
                desk.imports.calls.end());
    }

    void aTrialSaysTheCountsAndEachRefusalWithItsLine()
    {
        Desk desk;
        desk.take(QStringLiteral("/tmp/bestellungen.csv"));
        desk.press(QStringLiteral("Try without"));
        QVERIFY(desk.lastCall().starts_with("try csv"));
        QVERIFY(desk.says(QStringLiteral(
            "1,240 orders read: 1,200 new with 3,000 tickets, 0 here already, 38 pending or "
            "cancelled, 2 refused.")));
        QVERIFY(desk.says(QStringLiteral("Nothing was changed yet.")));
        auto& refusals =
            desk.named<QListWidget>(QStringLiteral("Orders that cannot be taken, and why"));
        QCOMPARE(refusals.count(), 2);
        QCOMPARE(refusals.item(0)->text(),
                 QStringLiteral("orders.csv, line 12: Seat A 3 is sold already."));
        QCOMPARE(refusals.item(1)->text(),
                 QStringLiteral("orders.csv, line 81: There is no ticket type “Pensioner” here."));
        // The next key brings it.
        QVERIFY(desk.button(QStringLiteral("Import")).hasFocus());
    }

    void anImportShowsHowFarItIsAndStopsWhenTold()
    {
        Desk desk;
        desk.take(QStringLiteral("/tmp/bestellungen.csv"));
        desk.imports.isHeld = true;
        auto& make = *desk.page.imports().findChild<QCheckBox*>();
        make.setChecked(true);
        desk.press(QStringLiteral("Import"));
        QVERIFY(desk.lastCall().ends_with("make Playhouse"));
        desk.imports.told({350, 42});
        settle();
        QVERIFY(desk.says(QStringLiteral("350 orders so far")));
        QCOMPARE(desk.named<QProgressBar>(QStringLiteral("How much of the files is read")).value(),
                 42);
        QVERIFY(!desk.button(QStringLiteral("Choose files")).isEnabled());
        QVERIFY(!desk.button(QStringLiteral("Take back")).isEnabled());
        QVERIFY(desk.button(QStringLiteral("Stop")).hasFocus());
        desk.press(QStringLiteral("Stop"));
        QVERIFY(desk.says(QStringLiteral("It was stopped.")));
        QVERIFY(desk.button(QStringLiteral("Choose files")).isEnabled());
        auto& past = desk.named<QListWidget>(QStringLiteral("Imported before, the latest first"));
        QVERIFY(past.item(0)->text().contains(QStringLiteral("interrupted")));
    }

    void anImportThatWasInterruptedGoesOn()
    {
        Desk desk;
        desk.take(QStringLiteral("/tmp/bestellungen.csv"));
        auto& past = desk.named<QListWidget>(QStringLiteral("Imported before, the latest first"));
        past.setCurrentRow(0);
        QVERIFY(!desk.button(QStringLiteral("Go on")).isEnabled());
        past.setCurrentRow(1);
        desk.press(QStringLiteral("Go on"));
        QVERIFY(desk.says(QStringLiteral("This goes on with the import of “bestellungen.csv”.")));
        desk.press(QStringLiteral("Import"));
        QVERIFY(desk.lastCall().ends_with(" continues"));
        // The one after that is an import of its own.
        desk.press(QStringLiteral("Import"));
        QVERIFY(!desk.lastCall().ends_with(" continues"));
    }

    void takingBackAsksWithNumbersAndSaysWhatStays()
    {
        Desk desk;
        auto& past = desk.named<QListWidget>(QStringLiteral("Imported before, the latest first"));
        past.setCurrentRow(2);
        QVERIFY(!desk.button(QStringLiteral("Take back")).isEnabled()); // it was
        past.setCurrentRow(0);
        desk.press(QStringLiteral("Take back…"));
        QVERIFY(desk.says(QStringLiteral("1,240 orders with 3,105 tickets of “pretix.json”")));
        QVERIFY(desk.imports.calls.empty() || !desk.lastCall().starts_with("undo"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        settle();
        QVERIFY(!desk.says(QStringLiteral("1,240 orders with 3,105 tickets of “pretix.json”")));
        desk.press(QStringLiteral("Take back…"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        settle();
        QCOMPARE(desk.lastCall().c_str(), "undo 1");
        QVERIFY(desk.says(QStringLiteral("1,238 orders taken back, 2 kept")));
        QVERIFY(desk.says(QStringLiteral("Kept: ABC12, DEF34.")));
    }

    void whatCannotBeReadIsSaidAndLosesNothing()
    {
        Desk desk;
        desk.imports.refusal = badInput("workbook", "A workbook.", "orders.xlsx");
        desk.take(QStringLiteral("/tmp/orders.xlsx"));
        QVERIFY(desk.says(QStringLiteral("Save it as CSV in the program that made it")));
        desk.imports.refusal.reset();
        desk.imports.hasOrders = false;
        desk.take(QStringLiteral("/tmp/pretix.json"));
        QVERIFY(desk.says(QStringLiteral("There are no orders in these files.")));
        QVERIFY(!desk.button(QStringLiteral("Try without")).isEnabled());
        desk.imports.hasOrders = true;
        desk.take(QStringLiteral("/tmp/bestellungen.csv"));
        desk.named<QComboBox>(QStringLiteral("What the column “E-Mail” says")).setCurrentIndex(0);
        settle();
        desk.imports.refusal = refused("locked", "This counter is locked.", "");
        desk.press(QStringLiteral("Import"));
        QVERIFY(!desk.says(QStringLiteral("It is done.")));
        desk.imports.refusal.reset();
        desk.press(QStringLiteral("Import"));
        QCOMPARE(desk.lastCall().c_str(), "import csv order=0 name=1 event=3 type=4 price=5");
    }

    void onlyWhatIsPermittedIsThere()
    {
        Desk desk;
        desk.page.setAllowed(false, true, false);
        settle();
        auto& tabs = *desk.page.findChild<QTabWidget*>();
        QVERIFY(!tabs.isTabVisible(0) && tabs.isTabVisible(1));
        desk.openExports();
        const auto boxes = desk.page.exports().findChildren<QCheckBox*>();
        QVERIFY(boxes.size() == 1 && !boxes.front()->isVisible());
    }

    void everythingGoesIntoTheFolderThatWasChosen()
    {
        Desk desk;
        desk.openExports();
        QVERIFY(!desk.button(QStringLiteral("Export")).isEnabled()); // no folder is chosen
        desk.page.exports().setFolder(QStringLiteral("/tmp/out"));
        desk.press(QStringLiteral("Export"));
        QCOMPARE(desk.exports.calls.back().c_str(), "everything /tmp/out csv  ");
        auto& files = desk.named<QListWidget>(QStringLiteral("Files that were written"));
        QCOMPARE(files.item(1)->text(), QStringLiteral("orders.csv: 12,345 rows"));
        QCOMPARE(files.item(2)->text(), QStringLiteral("playhouse.ics"));
        desk.named<QComboBox>(QStringLiteral("Written as")).setCurrentIndex(1);
        desk.named<QComboBox>(QStringLiteral("Export")).setCurrentIndex(1);
        auto& period = desk.named<QComboBox>(QStringLiteral("Period"));
        period.setCurrentIndex(period.count() - 1);
        desk.named<QDateEdit>(QStringLiteral("First day")).setDate({2026, 10, 1});
        desk.named<QDateEdit>(QStringLiteral("Last day")).setDate({2026, 9, 1});
        desk.press(QStringLiteral("Export"));
        QVERIFY(desk.says(QStringLiteral("The last day is before the first.")));
        desk.named<QDateEdit>(QStringLiteral("Last day")).setDate({2026, 10, 31});
        desk.press(QStringLiteral("Export"));
        QCOMPARE(desk.exports.calls.back().c_str(), "journal /tmp/out jsonl 2026-10-01 2026-10-31");
    }

    void personalDataIsAskedForByItselfEachTime()
    {
        Desk desk;
        desk.openExports();
        desk.page.exports().setFolder(QStringLiteral("/tmp/out"));
        auto& persons = *desk.page.exports().findChild<QCheckBox*>();
        persons.setChecked(true);
        desk.press(QStringLiteral("Export"));
        QVERIFY(desk.exports.calls.empty());
        QVERIFY(desk.says(QStringLiteral("Names, addresses, telephone numbers and notes of all")));
        desk.press(QStringLiteral("Export with personal data"));
        QCOMPARE(desk.exports.calls.back().c_str(), "everything /tmp/out csv persons  ");
        QVERIFY(!persons.isChecked());
        desk.press(QStringLiteral("Export"));
        QCOMPARE(desk.exports.calls.back().c_str(), "everything /tmp/out csv  ");
    }

    void anExportIsStoppedAndSaysSo()
    {
        Desk desk;
        desk.openExports();
        desk.page.exports().setFolder(QStringLiteral("/tmp/out"));
        desk.exports.isHeld = true;
        desk.press(QStringLiteral("Export"));
        QVERIFY(desk.says(QStringLiteral("orders: 12,000 rows so far")));
        desk.press(QStringLiteral("Stop"));
        QVERIFY(
            desk.says(QStringLiteral("It was stopped. Files that are in the folder are whole")));
        QVERIFY(desk.button(QStringLiteral("Export")).isEnabled());
    }

    void whoeverComesNextSeesNothingOfTheLast()
    {
        Desk desk;
        desk.take(QStringLiteral("/tmp/bestellungen.csv"));
        desk.imports.isHeld = true;
        desk.press(QStringLiteral("Import"));
        desk.page.exports().setFolder(QStringLiteral("/tmp/out"));
        desk.page.startOver();
        settle();
        QVERIFY(std::ranges::find(desk.imports.calls, "cancel") != desk.imports.calls.end());
        QVERIFY(!desk.says(QStringLiteral("bestellungen.csv:")));
        QVERIFY(desk.named<QLineEdit>(QStringLiteral("Folder")).text().isEmpty());
    }

    void everyControlHasANameAndIsLargeEnoughForAFinger()
    {
        Desk desk;
        desk.take(QStringLiteral("/tmp/bestellungen.csv"));
        desk.press(QStringLiteral("Try without"));
        for (const int tab : {0, 1}) {
            desk.page.findChild<QTabWidget*>()->setCurrentIndex(tab);
            settle();
            for (const QWidget* each : desk.page.findChildren<QWidget*>()) {
                const bool isControl = qobject_cast<const QLineEdit*>(each) != nullptr ||
                    qobject_cast<const QComboBox*>(each) != nullptr ||
                    qobject_cast<const QListWidget*>(each) != nullptr ||
                    qobject_cast<const QDateEdit*>(each) != nullptr ||
                    qobject_cast<const QPushButton*>(each) != nullptr;
                const bool isPart = qobject_cast<const QDateEdit*>(each->parent()) != nullptr;
                if (isControl && !isPart && each->isVisible()) {
                    QVERIFY2(!each->accessibleName().isEmpty(), each->metaObject()->className());
                }
            }
            for (const QPushButton* each : desk.page.findChildren<QPushButton*>()) {
                QVERIFY2(!each->isVisible() || each->height() >= ui::kTarget,
                         qPrintable(each->text()));
            }
        }
    }
};

int main(int argc, char** argv)
{
    QApplication application{argc, argv};
    QLocale::setDefault(QLocale{QLocale::English, QLocale::UnitedKingdom});
    ui::applyTheme(application, ui::Palette::light());
    TestInAndOutPage test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_in_and_out_page.moc"
