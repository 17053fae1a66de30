// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The houses of one computer: which there are, and which was used last.

#include "core/services/house_list.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace foyer;

namespace {

struct Computer {
    QTemporaryDir folder;
    HouseList list{folder.filePath(QStringLiteral("houses")).toStdString()};

    /// A data folder with a database in it.
    KnownHouse house(const char* name)
    {
        const QString path = folder.filePath(QLatin1String{name});
        QDir{}.mkpath(path);
        QFile database{path + QStringLiteral("/foyer.db")};
        database.open(QIODevice::WriteOnly);
        return {path.toStdString(), name};
    }
};

} // namespace

class HouseListTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theHouseUsedLastComesFirstAndEachIsThereOnce()
    {
        Computer computer;
        QVERIFY(computer.list.houses().empty());
        const KnownHouse barn = computer.house("Barn");
        const KnownHouse opera = computer.house("Opera");
        QVERIFY(computer.list.noteUsed(barn).has_value());
        QVERIFY(computer.list.noteUsed(opera).has_value());
        QCOMPARE(computer.list.houses(), (std::vector{opera, barn}));
        const KnownHouse renamed{barn.folder, "Old\tbarn\n"};
        QVERIFY(computer.list.noteUsed(renamed).has_value());
        QCOMPARE(computer.list.houses(),
                 (std::vector{KnownHouse{barn.folder, "Old barn "}, opera}));
    }

    void whereNoCounterLivesAnyMoreIsLeftOut()
    {
        Computer computer;
        const KnownHouse barn = computer.house("Barn");
        const KnownHouse opera = computer.house("Opera");
        QVERIFY(computer.list.noteUsed(barn).has_value());
        QVERIFY(computer.list.noteUsed(opera).has_value());
        QVERIFY(QDir{QString::fromStdString(opera.folder)}.removeRecursively());
        QCOMPARE(computer.list.houses(), std::vector{barn});
    }

    void whatIsNoListIsNone()
    {
        Computer computer;
        QVERIFY(QDir{}.mkpath(computer.folder.filePath(QStringLiteral("houses"))));
        QFile file{computer.folder.filePath(QStringLiteral("houses/houses"))};
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("\xff\xfe\n\t\nrelative\tname\n/nowhere\tname\nno tab");
        file.close();
        QVERIFY(computer.list.houses().empty());
        const KnownHouse barn = computer.house("Barn");
        QVERIFY(computer.list.noteUsed(barn).has_value());
        QCOMPARE(computer.list.houses(), std::vector{barn});
    }

    void aNewHouseGetsAFolderOfItsOwn()
    {
        Computer computer;
        const std::string first = computer.list.newFolder();
        QVERIFY(!QDir{QString::fromStdString(first)}.exists());
        QVERIFY(QDir{}.mkpath(QString::fromStdString(first)));
        QVERIFY(computer.list.newFolder() != first);
    }

    void withoutAPlaceForTheListNothingIsKept()
    {
        Computer computer;
        const HouseList none{{}};
        QVERIFY(!none.isKept());
        QVERIFY(none.noteUsed(computer.house("Barn")).has_value());
        QVERIFY(none.houses().empty());
    }

    void aListThatCannotBeWrittenIsSaidWithItsFolder()
    {
        Computer computer;
        QFile inTheWay{computer.folder.filePath(QStringLiteral("houses"))};
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        const auto noted = computer.list.noteUsed(computer.house("Barn"));
        QVERIFY(!noted);
        QCOMPARE(noted.error().code, std::string{"list_not_written"});
    }
};

QTEST_GUILESS_MAIN(HouseListTest)
#include "test_house_list.moc"
