// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/plans/json_tree.h"
#include "core/documents/plans/plan_import.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <rapidcheck.h>

using namespace foyer;

namespace {

std::string fileText(const QString& path)
{
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string{};
}

std::string own(const char* name)
{
    return fileText(QStringLiteral(FOYER_SOURCE_DIR "/tests/data/plans/") + QLatin1String(name));
}

QString sample(const char* name)
{
    return QStringLiteral(FOYER_SAMPLES "/") + QLatin1String(name);
}

std::string replaced(std::string text, const std::string& what, const std::string& with)
{
    const std::size_t at = text.find(what);
    return at == std::string::npos ? std::string{} : text.replace(at, what.size(), with);
}

SeatingPlan imported(const std::string& text, const char* name = "plan.json")
{
    auto plan = importPlan(text, name);
    if (!plan) {
        qWarning("%s: %s", plan.error().where.c_str(), plan.error().message.c_str());
        return {};
    }
    return *plan;
}

bool isApart(PlanPoint a, PlanPoint b, float x, float y)
{
    return std::abs(b.x - a.x - x) < 0.01F && std::abs(b.y - a.y - y) < 0.01F;
}

bool isInside(const SeatingPlan& plan, PlanPoint p)
{
    return p.x > 0 && p.y > 0 && p.x < plan.size.x && p.y < plan.size.y;
}

} // namespace

class TestSeatingImport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void positionsOfZoneRowAndSeatAddUp()
    {
        const SeatingPlan plan = imported(own("small_theatre.json"));
        QCOMPARE(plan.name, std::string("Small theatre"));
        QCOMPARE(plan.seats.size(), std::size_t(7));
        QCOMPARE(plan.seatLabel(5), std::string("Stalls · B 3"));
        QCOMPARE(plan.seatLabel(6), std::string("Box · B 1"));
        QVERIFY(isApart(plan.seats[0].at, plan.seats[5].at, 40, 20));
        QVERIFY(isApart(plan.seats[0].at, plan.seats[6].at, -90, -19.5));
        QVERIFY(plan.seats[3].has(SeatTrait::Accessible));
        QVERIFY(plan.seats[4].has(SeatTrait::Companion));
        QVERIFY(plan.seats[5].has(SeatTrait::RestrictedView));
        QCOMPARE(plan.categories[0].colour, std::string("#0077bb"));
        QCOMPARE(plan.categories[plan.seats[3].category].name, std::string("Back"));
        QCOMPARE(plan.shapes.size(), std::size_t(2));
        QCOMPARE(plan.shapes[0].text, std::string("Stage"));
        QCOMPARE(plan.shapes[1].kind, PlanShape::Kind::Ellipse);
        for (const Seat& seat : plan.seats) {
            QVERIFY(isInside(plan, seat.at));
        }
    }

    void aChartBringsTablesBoothsSectionsAndStandingAreas()
    {
        const SeatingPlan plan = imported(own("small_club.json"));
        QCOMPARE(plan.sections[0].label, std::string("Gallery"));
        QCOMPARE(plan.sections[0].zone, std::string("Downstairs"));
        QCOMPARE(plan.sections[0].entrance, std::string("Door 2"));
        QCOMPARE(plan.rows.size(), std::size_t(4));
        QCOMPARE(plan.seatLabel(0), std::string("Gallery · AA 1"));
        QVERIFY(plan.seats[0].has(SeatTrait::Accessible));
        QVERIFY(plan.seats[1].has(SeatTrait::Companion));
        QVERIFY(plan.seats[1].has(SeatTrait::RestrictedView));
        QVERIFY(plan.rows[1].ring);
        QVERIFY(!plan.rows[2].ring);
        QVERIFY(plan.seats[2].has(SeatTrait::Table));
        QCOMPARE(plan.seatLabel(8), std::string("Booth B1"));
        QVERIFY(isApart(plan.seats[2].at, plan.seats[0].at, 260, 0)); // 300 + 10 − 50, 10 + 10 − 20
        QCOMPARE(plan.areas.size(), std::size_t(2));
        QCOMPARE(plan.areas[0].label, std::string("Gallery · Rail"));
        QCOMPARE(plan.areas[0].category, plan.seats[0].category);
        QCOMPARE(plan.areas[1].capacity, 120U);
        QCOMPARE(plan.categories[plan.areas[1].category].name, std::string("Standing"));
        const bool stage = std::ranges::any_of(plan.shapes, [](const PlanShape& shape) {
            return shape.text == "Stage";
        });
        QVERIFY(stage);
    }

    void aPlanWithoutANameIsCalledLikeItsFile()
    {
        const std::string text = replaced(own("small_club.json"), R"("name": "Small club",)", "");
        QCOMPARE(imported(text, "/media/usb/Club 1.5.json").name, std::string("Club 1.5"));
    }

    void anUnknownFieldChangesNothing()
    {
        const std::string text = own("small_theatre.json");
        const std::string more = replaced(text, R"("seat_guid": "a1")",
                                          R"("radius": {"x": [1, null]}, "seat_guid": "a1")");
        QCOMPARE(imported(more), imported(text));
    }

    void everythingWrongIsSaidWithItsPath_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("what");
        QTest::addColumn<QByteArray>("with");
        QTest::addColumn<QByteArray>("where");
        const auto row = [](const char* name, const char* file, const char* what, const char* with,
                            const char* where) {
            QTest::newRow(name) << QByteArray{file} << QByteArray{what} << QByteArray{with}
                                << QByteArray{where};
        };
        const char* theatre = "small_theatre.json";
        const char* club = "small_club.json";
        row("a coordinate is text", theatre,
            R"("position": {"x": 20, "y": 0}, "category": "Front"})",
            R"("position": {"x": "20", "y": 0}, "category": "Front"})",
            "$.zones[0].rows[0].seats[1].position.x");
        row("a coordinate is missing", theatre, R"({"x": 0, "y": 60})", R"({"x": 0})",
            "$.zones[0].rows[1].position.y");
        row("a coordinate is enormous", theatre, R"({"x": 0, "y": 60})", R"({"x": 0, "y": 1e300})",
            "$.zones[0].rows[1].position.y");
        row("a category is unknown", theatre, R"("category": "Front"})", R"("category": "front"})",
            "$.zones[0].rows[0].seats[0].category");
        row("a number is missing", theatre, R"("seat_number": "2",)", "",
            "$.zones[0].rows[0].seats[1].seat_number");
        row("a number is empty", theatre, R"("seat_number": "2")", R"("seat_number": "  ")",
            "$.zones[0].rows[0].seats[1].seat_number");
        row("a number is a number", theatre, R"("seat_number": "2")", R"("seat_number": 2)",
            "$.zones[0].rows[0].seats[1].seat_number");
        row("two seats have one number", theatre, R"("seat_number": "2")", R"("seat_number": "1")",
            "$.zones[0].rows[0].seats[1].seat_number");
        row("two seats have one identifier", theatre, R"("seat_guid": "b3")",
            R"("seat_guid": "a1")", "$.zones[0].rows[1].seats[2].seat_guid");
        row("a label has a line break", theatre, R"("row_number": "A")", R"("row_number": "A\nB")",
            "$.zones[0].rows[0].row_number");
        row("rows are no list", theatre, R"("rows": [{)", R"("rows": 7, "old": [{)",
            "$.zones[1].rows");
        row("two categories have one name", theatre, R"({"name": "Back")",
            R"({"name": "Front"}, {"name": "Back")", "$.categories[1].name");
        row("a category key is unknown", club, R"("categoryKey": "floor")",
            R"("categoryKey": "flor")", "$.subChart.generalAdmissionAreas[0].categoryKey");
        row("no category at all", club, R"("y": 80})", R"("y": 80, "categoryKey": 8})",
            "$.subChart.tables[0].seats[2].categoryKey");
        row("a capacity is negative", club, R"("capacity": 120)", R"("capacity": -1)",
            "$.subChart.generalAdmissionAreas[0].capacity");
        row("a capacity has decimals", club, R"("capacity": 8)", R"("capacity": 8.5)",
            "$.subChart.sections[0].subChart.generalAdmissionAreas[0].capacity");
        row("a label was never given", club, R"("label": "T2")", R"("label": "?")",
            "$.subChart.tables[1].label");
        row("a zone is unknown", club, R"("zone": "z")", R"("zone": "y")",
            "$.subChart.sections[0].zone");
        row("a flag is text", club, R"("accessible": true)", R"("accessible": "yes")",
            "$.subChart.sections[0].subChart.rows[0].seats[0].accessible");
        row("categories are missing", club, R"("categories")", R"("kategorien")",
            "$.categories.list");
    }
    void everythingWrongIsSaidWithItsPath()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, what);
        QFETCH(QByteArray, with);
        QFETCH(QByteArray, where);
        const std::string text =
            replaced(own(file.constData()), what.toStdString(), with.toStdString());
        QVERIFY2(!text.empty(), "the test changes something that is not in the file");
        const auto plan = importPlan(text, "plan.json");
        QVERIFY(!plan);
        QCOMPARE(plan.error().kind, ErrorKind::BadInput);
        QCOMPARE(plan.error().code, std::string("bad_plan"));
        QCOMPARE(QByteArray::fromStdString(plan.error().where), where);
        QCOMPARE(plan.error().facts.size(), std::size_t(1));
    }

    void severalProblemsAreSaidAtOnceButNotThousands()
    {
        std::string seats;
        for (int i = 0; i < 500; ++i) {
            seats += "{\"seat_guid\": \"x" + std::to_string(i) + "\"},";
        }
        const std::string text = replaced(own("small_theatre.json"), R"({"seat_guid": "a1")",
                                          seats + R"({"seat_guid": "a1")");
        const auto plan = importPlan(text, "plan.json");
        QVERIFY(!plan);
        QCOMPARE(plan.error().where, std::string("$.zones[0].rows[0].seats[0].seat_number"));
        QCOMPARE(plan.error().facts.size(), std::size_t(20));
        QVERIFY(plan.error().message.size() < 3000);
    }

    void whatIsNoJsonIsSaidWithLineAndColumn_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("where");
        const auto row = [](const char* name, QByteArray text, const char* code,
                            const char* where) {
            QTest::newRow(name) << text << QByteArray{code} << QByteArray{where};
        };
        row("nothing", "", "json_syntax", "line 1, column 1");
        row("a comma too many", "{\n  \"a\": 1,\n}", "json_syntax", "line 3, column 1");
        row("something after the end", "{} x", "json_syntax", "line 1, column 4");
        row("a broken character", "{\"a\":\n \"\xC3\x28\"}", "json_syntax", "line 2, column 4");
        row("a number without end", "[1e999]", "json_syntax", "line 1, column 6");
        row("a name twice", R"({"zones": [{"name": "a", "x": 1, "name": "b"}]})",
            "json_duplicate_key", "$.zones[0].name");
        row("too deep", QByteArray(33, '['), "json_too_deep",
            "$[0][0][0][0][0][0][0][0][0][0][0][0][0][0]"
            "[0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0]"
            "[0][0]");
        row("another kind of file", R"({"orders": []})", "plan_format_unknown", "$");
        row("another kind of value", "[1]", "plan_format_unknown", "$");
        row("an empty plan", R"({"zones": [], "categories": [], "name": "x"})", "bad_plan", "$");
    }
    void whatIsNoJsonIsSaidWithLineAndColumn()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, where);
        const auto plan = importPlan(text.toStdString(), "plan.json");
        QVERIFY(!plan);
        QCOMPARE(plan.error().kind, ErrorKind::BadInput);
        QCOMPARE(QByteArray::fromStdString(plan.error().code), code);
        QCOMPARE(QByteArray::fromStdString(plan.error().where), where);
    }

    void limitsHold()
    {
        QVERIFY(readJsonStrictly(std::string(32, '[') + std::string(32, ']')).has_value());
        QCOMPARE(readJsonStrictly("[1,2,3]", {.valuesMax = 3}).error().code,
                 std::string("json_too_large"));
        QCOMPARE(readJsonStrictly("[1,2,3]", {.bytesMax = 6}).error().code,
                 std::string("json_too_large"));
    }

    void aPlanCutOffAnywhereIsRefusedAndNeverCrashes()
    {
        const std::string text = own("small_club.json");
        const std::size_t end = text.rfind('}');
        QVERIFY(rc::check([&] {
            const auto cut = *rc::gen::inRange<std::size_t>(0, end);
            RC_ASSERT(!importPlan(std::string_view{text}.substr(0, cut), "x").has_value());
        }));
    }

    void aPlanThatIsTakenIsAlwaysSound()
    {
        const std::vector<std::string> texts{own("small_club.json"), own("small_theatre.json")};
        QVERIFY(rc::check([&] {
            std::string text = texts[*rc::gen::inRange<std::size_t>(0, texts.size())];
            for (int changes = *rc::gen::inRange(1, 4); changes > 0; --changes) {
                text[*rc::gen::inRange<std::size_t>(0, text.size())] =
                    *rc::gen::elementOf(std::string{"0123456789\"{}[],:.-eanul "});
            }
            const auto plan = importPlan(text, "x");
            if (plan) {
                RC_ASSERT(structuralFault(*plan) == std::nullopt);
            } else {
                RC_ASSERT(!plan.error().where.empty());
            }
        }));
    }

    void thePlansOfTheDemonstrationAreTaken()
    {
        const QString folder = QStringLiteral(FOYER_SOURCE_DIR "/resources/demo/plans/");
        const SeatingPlan house = imported(fileText(folder + QStringLiteral("playhouse.json")));
        QVERIFY(house.seats.size() > 400);
        QCOMPARE(house.shapes.size(), std::size_t(1));
        for (const SeatTrait trait :
             {SeatTrait::Accessible, SeatTrait::Companion, SeatTrait::RestrictedView}) {
            QVERIFY(std::ranges::any_of(house.seats, [&](const Seat& s) { return s.has(trait); }));
        }
        const SeatingPlan club = imported(fileText(folder + QStringLiteral("club.json")));
        QCOMPARE(club.areas.size(), std::size_t(1));
        QVERIFY(!club.areas[0].outline.empty());
        QVERIFY(club.rows[0].ring);
    }

    void theSampleFilesAreTaken_data()
    {
        QTest::addColumn<int>("seats");
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("sections");
        QTest::addColumn<int>("areas");
        QTest::newRow("pretix/seating/playhouse.json") << 780 << 31 << 3 << 0;
        QTest::newRow("seatsio/sampleChart.json") << 32 << 4 << 1 << 2;
        QTest::newRow("seatsio/sampleChartWithSections.json") << 71 << 13 << 2 << 0;
        QTest::newRow("seatsio/sampleChartWithTables.json") << 12 << 2 << 1 << 0;
        QTest::newRow("seatsio/sampleChartWithZones.json") << 8897 << 131 << 4 << 0;
    }
    void theSampleFilesAreTaken()
    {
        const QString path = sample(QTest::currentDataTag());
        if (!QFile::exists(path)) {
            QSKIP("the sample files are not on this machine");
        }
        QFETCH(int, seats);
        QFETCH(int, rows);
        QFETCH(int, sections);
        QFETCH(int, areas);
        const SeatingPlan plan = imported(fileText(path));
        QCOMPARE(static_cast<int>(plan.seats.size()), seats);
        QCOMPARE(static_cast<int>(plan.rows.size()), rows);
        QCOMPARE(static_cast<int>(plan.sections.size()), sections);
        QCOMPARE(static_cast<int>(plan.areas.size()), areas);
        QCOMPARE(structuralFault(plan), std::nullopt);
        for (const Seat& seat : plan.seats) {
            QVERIFY(isInside(plan, seat.at));
        }
    }

    void theSampleWithErrorsIsRefusedWithAllOfThem()
    {
        const QString path = sample("seatsio/sampleChartWithErrors.json");
        if (!QFile::exists(path)) {
            QSKIP("the sample files are not on this machine");
        }
        const auto plan = importPlan(fileText(path), "x");
        QVERIFY(!plan);
        QCOMPARE(plan.error().where, std::string("$.subChart.rows[0].seats[1].label"));
        QCOMPARE(plan.error().facts.size(), std::size_t(3));
        QVERIFY(plan.error().facts[1].starts_with("$.subChart.rows[0].seats[2].label: "));
        QVERIFY(plan.error().facts[2].starts_with("$.subChart.rows[0].seats[3].categoryKey: "));
    }
};

QTEST_GUILESS_MAIN(TestSeatingImport)
#include "test_seating_import.moc"
