// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Duplicates and imports: the tabs of customers where many of them are changed at once.

#include "tests/ui/customers_desk.h"
#include "ui/common/theme.h"
#include "ui/customers/duplicates_panel.h"
#include "ui/customers/import_panel.h"

#include <QApplication>
#include <QComboBox>
#include <QLocale>
#include <QTableWidget>

using namespace foyer;
using namespace foyer::test;

class TestCustomerTables : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void recordsStandSideBySideAndBecomeOne()
    {
        Desk desk;
        desk.openTab(1);
        auto& table = desk.named<QTableWidget>(QStringLiteral("The records side by side"));
        QCOMPARE(table.columnCount(), 2);
        QCOMPARE(table.item(0, 1)->text(), QStringLiteral("A. Byron"));
        auto& survivor =
            desk.named<QComboBox>(QStringLiteral("Whose details stand for all of them"));
        survivor.setCurrentIndex(1);
        desk.press(QStringLiteral("They are one person"));
        QVERIFY(desk.called("merge 02 < 01"));
        QVERIFY(desk.says(QStringLiteral("Nobody seems to be here twice")));
        desk.press(QStringLiteral("Undo"));
        QVERIFY(desk.called("unmerge 01"));
    }

    void aTableIsTriedImportedAndTakenBack()
    {
        Desk desk;
        desk.openTab(2);
        desk.page.imports().take(QStringLiteral("/tmp/kunden.csv"));
        settle();
        QVERIFY(desk.says(QStringLiteral("Windows-1252")));
        auto& preview =
            desk.named<QTableWidget>(QStringLiteral("The first rows, as they would be read"));
        QCOMPARE(preview.item(0, 0)->text(), QStringLiteral("Renée Größe"));
        QCOMPARE(preview.item(1, 0)->text(), QStringLiteral("שרה כהן"));
        auto& note = desk.named<QComboBox>(QStringLiteral("Note"));
        note.setCurrentIndex(note.findData(3));
        settle();
        QCOMPARE(preview.columnCount(), 3);
        desk.press(QStringLiteral("Try without"));
        QVERIFY(desk.called("try name=1 name=0 email=2 note=3"));
        QVERIFY(desk.says(QStringLiteral("Nothing was changed yet.")));
        desk.press(QStringLiteral("Import"));
        QVERIFY(desk.called("import name=1 name=0 email=2 note=3"));
        QVERIFY(desk.says(QStringLiteral("It is done.")));
        auto& before = desk.named<QListWidget>(QStringLiteral("Imported before, the latest first"));
        before.setCurrentRow(0);
        desk.press(QStringLiteral("Take back…"));
        QVERIFY(!desk.called("undo"));
        buttonOf(desk.page, QStringLiteral("Take back"))->click();
        settle();
        QVERIFY(desk.called("undo"));
    }

    void answersForTheOneBeforeAreNotShownToWhoComesNext()
    {
        Desk desk;
        desk.openTab(1);
        auto& sideBySide = desk.named<QTableWidget>(QStringLiteral("The records side by side"));
        desk.page.duplicates().refresh();
        desk.page.imports().take(QStringLiteral("/tmp/kunden.csv"));
        desk.page.startOver();
        settle();
        QCOMPARE(sideBySide.columnCount() > 0 && sideBySide.item(0, 0) != nullptr, false);
        desk.openTab(2);
        QVERIFY(!desk.says(QStringLiteral("Windows-1252")));
    }

    void anImportEndsWithTheSittingOfWhoBeganIt()
    {
        Desk desk;
        desk.openTab(2);
        desk.page.imports().take(QStringLiteral("/tmp/kunden.csv"));
        settle();
        buttonOf(desk.page, QStringLiteral("Import"))->click();
        QVERIFY(desk.says(QStringLiteral("500 rows so far")));
        desk.page.startOver();
        settle();
        QVERIFY(desk.called("cancel"));
        desk.openTab(2);
        desk.page.imports().take(QStringLiteral("/tmp/kunden.csv"));
        settle();
        QVERIFY(!desk.says(QStringLiteral("rows so far")));
        QVERIFY(!desk.says(QStringLiteral("It is done.")));
        QVERIFY(buttonOf(desk.page, QStringLiteral("Try without"))->isEnabled());
    }
};

int main(int argc, char** argv)
{
    QApplication application{argc, argv};
    QLocale::setDefault(QLocale{QLocale::English, QLocale::UnitedKingdom});
    ui::applyTheme(application, ui::Palette::light());
    TestCustomerTables test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_customer_tables.moc"
