// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/plans/plan_export.h"
#include "core/documents/plans/plan_import.h"
#include "core/domain/seating/plan_editing/plan_continuation.h"
#include "tests/support/random_edits.h"
#include "tests/support/room_plans.h"

#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <rapidcheck.h>

using namespace foyer;
using namespace foyer::test;

namespace {

std::string contentOf(const QString& path)
{
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string{};
}

/// What both formats have to keep of a seat. Positions count from the plan's first seat: files
/// are moved to (0, 0) when they are read.
struct KeptSeat {
    std::string label;
    std::string category;
    float x = 0;
    float y = 0;
};

std::map<std::string, KeptSeat> keptSeats(const SeatingPlan& plan)
{
    std::map<std::string, KeptSeat> seats;
    PlanPoint low{1e9F, 1e9F};
    for (std::uint32_t place = 0; place < plan.seatCount(); ++place) {
        const PlanPoint at = plan.seats[plan.seatAt(place)].at;
        low = {std::min(low.x, at.x), std::min(low.y, at.y)};
    }
    for (std::uint32_t place = 0; place < plan.seatCount(); ++place) {
        const SeatNumber number = plan.seatAt(place);
        const Seat& seat = plan.seats[number];
        seats[seat.id] = {plan.seatLabel(number), plan.categories[seat.category].name,
                          seat.at.x - low.x, seat.at.y - low.y};
    }
    return seats;
}

/// In which the two differ, or empty.
std::string differenceBetween(const SeatingPlan& before, const SeatingPlan& after)
{
    const auto was = keptSeats(before);
    const auto is = keptSeats(after);
    if (was.size() != is.size()) {
        return std::to_string(was.size()) + " seats became " + std::to_string(is.size());
    }
    for (const auto& [id, seat] : was) {
        const auto found = is.find(id);
        if (found == is.end()) {
            return "seat " + id + " is gone";
        }
        if (found->second.label != seat.label || found->second.category != seat.category ||
            std::abs(found->second.x - seat.x) > 0.03F ||
            std::abs(found->second.y - seat.y) > 0.03F) {
            return "seat " + id + " is " + found->second.label + ", was " + seat.label;
        }
    }
    return {};
}

PlanPoint lowestSeat(const SeatingPlan& plan)
{
    PlanPoint low{1e9F, 1e9F};
    for (std::uint32_t place = 0; place < plan.seatCount(); ++place) {
        const PlanPoint at = plan.seats[plan.seatAt(place)].at;
        low = {std::min(low.x, at.x), std::min(low.y, at.y)};
    }
    return low;
}

/// What both formats have to keep around the seats, counted from the plan's first seat: outlines of
/// sections that have a name, colours of categories.
struct Surroundings {
    std::map<std::string, std::vector<PlanPoint>> outlines;
    std::map<std::string, std::string> colours;
};

Surroundings surroundingsOf(const SeatingPlan& plan)
{
    const PlanPoint low = lowestSeat(plan);
    Surroundings around;
    for (const Section& section : plan.sections) {
        if (section.label.empty() || section.outline.empty()) {
            continue;
        }
        for (const PlanPoint corner : section.outline) {
            around.outlines[section.label].push_back({corner.x - low.x, corner.y - low.y});
        }
    }
    for (const PlanCategory& category : plan.categories) {
        around.colours[category.name] = category.colour;
    }
    return around;
}

bool areNear(PlanPoint one, PlanPoint other)
{
    return std::abs(one.x - other.x) <= 0.03F && std::abs(one.y - other.y) <= 0.03F;
}

/// In which the surroundings of the two differ, or empty.
std::string differenceAround(const SeatingPlan& before, const SeatingPlan& after)
{
    const Surroundings was = surroundingsOf(before);
    const Surroundings is = surroundingsOf(after);
    if (was.colours != is.colours) {
        return "other colours";
    }
    if (was.outlines.size() != is.outlines.size()) {
        return std::to_string(was.outlines.size()) + " outlines became " +
            std::to_string(is.outlines.size());
    }
    for (const auto& [section, corners] : was.outlines) {
        const auto found = is.outlines.find(section);
        if (found == is.outlines.end() || !std::ranges::equal(corners, found->second, areNear)) {
            return "the outline of " + section + " is another one";
        }
    }
    return {};
}

/// The same of the picture to draw over.
std::string differenceOfPictures(const SeatingPlan& before, const SeatingPlan& after)
{
    if (before.background.has_value() != after.background.has_value()) {
        return before.background ? "the picture is gone" : "there is a picture";
    }
    if (!before.background) {
        return {};
    }
    const PlanBackground& was = *before.background;
    const PlanBackground& is = *after.background;
    const auto placeOf = [](const PlanBackground& picture, const SeatingPlan& plan) {
        const PlanPoint low = lowestSeat(plan);
        return PlanPoint{picture.at.x - low.x, picture.at.y - low.y};
    };
    const bool isSame = was.sha256 == is.sha256 && was.hidden == is.hidden &&
        std::abs(was.opacity - is.opacity) < 0.006F && areNear(was.size, is.size) &&
        areNear(placeOf(was, before), placeOf(is, after));
    return isSame ? "" : "the picture lies elsewhere";
}

std::vector<QString> everySample()
{
    std::vector<QString> paths;
    for (const char* folder :
         {FOYER_SAMPLES "/pretix/seating", FOYER_SAMPLES "/seatsio",
          FOYER_SOURCE_DIR "/tests/data/plans", FOYER_SOURCE_DIR "/resources/demo/plans"}) {
        QDirIterator files{QString::fromLatin1(folder), {QStringLiteral("*.json")}};
        while (files.hasNext()) {
            paths.push_back(files.next());
        }
    }
    return paths;
}

/// Five rows of twelve seats to begin with: small, so that many drawings are tried.
SeatingPlan rows()
{
    RoomBuilder room;
    room.category("Premium");
    room.category("Standard");
    room.section("Stalls");
    for (int row = 0; row < 5; ++row) {
        std::vector<PlanPoint> places;
        for (int seat = 0; seat < 12; ++seat) {
            places.push_back({30.0F + 25.0F * static_cast<float>(seat),
                              30.0F + 30.0F * static_cast<float>(row)});
        }
        room.row(rowName(row), places, row < 2 ? 0 : 1);
    }
    return room.plan;
}

SeatingPlan drawnAtRandom(std::uint64_t seed)
{
    RandomDraughtsman hand{seed};
    SeatingPlan house = rows();
    PlanDrawing drawing{house, "new"};
    for (int i = 0; i < 12; ++i) {
        hand.edit(drawing);
    }
    return planOf(drawing.now(), &house);
}

} // namespace

class TestPlanExport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsExportedIsReadBackAsTheSameSeats_data()
    {
        QTest::addColumn<QString>("path");
        for (const QString& path : everySample()) {
            if (importPlan(contentOf(path), "x")) {
                QTest::newRow(qPrintable(QFileInfo{path}.fileName())) << path;
            }
        }
    }
    void whatIsExportedIsReadBackAsTheSameSeats()
    {
        QFETCH(QString, path);
        const auto plan = importPlan(contentOf(path), "plan.json");
        QVERIFY(plan);
        for (const auto format : {PlanFileFormat::Pretix, PlanFileFormat::SeatsIo}) {
            const PlanFile file = exportPlan(*plan, format);
            const auto again = importPlan(file.json, "other.json");
            QVERIFY2(again, again ? "" : again.error().message.c_str());
            QCOMPARE(differenceBetween(*plan, *again), std::string{});
            QCOMPARE(again->name, plan->name);
            QCOMPARE(differenceAround(*plan, *again), std::string{});
            // And once more: nothing creeps in.
            const auto third = importPlan(exportPlan(*again, format).json, "other.json");
            QVERIFY(third);
            QCOMPARE(differenceBetween(*again, *third), std::string{});
            QCOMPARE(third->shapes.size(), again->shapes.size());
        }
        const auto chart = importPlan(exportPlan(*plan, PlanFileFormat::SeatsIo).json, "x");
        for (const Seat& seat : plan->seats) {
            const auto same = std::ranges::find(chart->seats, seat.id, &Seat::id);
            QCOMPARE(same->traits, seat.traits);
        }
        QCOMPARE(chart->areas.size(), plan->areas.size());
        for (std::size_t i = 0; i < plan->areas.size(); ++i) {
            QCOMPARE(chart->areas[i].label, plan->areas[i].label);
            QCOMPARE(chart->areas[i].capacity, plan->areas[i].capacity);
        }
    }

    void whatIsDrawnAndExportedIsReadBackAsTheSameSeats()
    {
        QVERIFY(rc::check([] {
            const SeatingPlan plan = drawnAtRandom(*rc::gen::arbitrary<std::uint64_t>());
            RC_PRE(structuralFault(plan) == std::nullopt && namesFault(plan) == std::nullopt &&
                   plan.seatCount() > 0);
            for (const auto format : {PlanFileFormat::Pretix, PlanFileFormat::SeatsIo}) {
                const auto again = importPlan(exportPlan(plan, format).json, "x");
                RC_ASSERT(again.has_value());
                RC_ASSERT(differenceBetween(plan, *again) == std::string{});
                RC_ASSERT(differenceAround(plan, *again) == std::string{});
                if (format == PlanFileFormat::SeatsIo) {
                    RC_ASSERT(differenceOfPictures(plan, *again) == std::string{});
                }
                // As a later version of itself it is the same plan: no number changes its seat.
                const SeatingPlan next = continuedPlan(plan, *again);
                RC_ASSERT(continuationFault(plan, next) == std::nullopt);
                RC_ASSERT(differenceOf(plan, next).added.empty());
                RC_ASSERT(differenceOf(plan, next).removed.empty());
            }
        }));
    }

    void whatAFormatCannotSayStaysWhenItsFileBecomesTheNextVersion()
    {
        for (const char* name : {"playhouse.json", "club.json"}) {
            const auto plan =
                importPlan(contentOf(QStringLiteral(FOYER_SOURCE_DIR "/resources/demo/plans/") +
                                     QLatin1String(name)),
                           "x");
            QVERIFY(plan);
            const auto file = importPlan(exportPlan(*plan, PlanFileFormat::Pretix).json, "x");
            QVERIFY(file);
            const SeatingPlan next = continuedPlan(*plan, withUnsaid(*plan, *file));
            QCOMPARE(structuralFault(next), std::nullopt);
            QCOMPARE(next.seats.size(), plan->seats.size());
            for (std::size_t seat = 0; seat < next.seats.size(); ++seat) {
                QCOMPARE(next.seats[seat].traits, plan->seats[seat].traits);
                QCOMPARE(next.rows[next.seats[seat].row].ring,
                         plan->rows[plan->seats[seat].row].ring);
            }
            QCOMPARE(next.areas.size(), plan->areas.size());
        }
    }

    void anAreaThatBearsTheNameOfItsZoneIsItsOutline()
    {
        // JSON, quoted like this for the meta-object compiler's sake.
        const auto area = [](const QString& text, const QString& mark) {
            return QStringLiteral("{'shape': 'polygon', 'position': {'x': 1, 'y': 1}, 'uuid': '%1',"
                                  " 'text': {'position': {'x': 0, 'y': 0}, 'text': '%2'},"
                                  " 'polygon': {'points': [{'x': 0, 'y': 0}, {'x': 90, 'y': 0},"
                                  " {'x': 90, 'y': 90}]}}")
                .arg(mark, text);
        };
        const auto read = [](const QString& areas) {
            QString file =
                QStringLiteral("{'name': 'x', 'size': {'width': 1, 'height': 1}, 'categories':"
                               " [{'name': 'One'}], 'zones': [{'name': 'Stalls', 'position':"
                               " {'x': 10, 'y': 0}, 'areas': [%1], 'rows': [{'row_number': 'A',"
                               " 'seats': [{'seat_guid': 'a', 'seat_number': '1', 'category':"
                               " 'One', 'position': {'x': 50, 'y': 50}}]}]}]}")
                    .arg(areas);
            return importPlan(file.replace(QLatin1Char{'\''}, QLatin1Char{'"'}).toStdString(), "x")
                .value();
        };
        const SeatingPlan named = read(area(QStringLiteral("Stalls"), QStringLiteral("3b5d")));
        QCOMPARE(named.sections[0].outline.size(), std::size_t{3});
        QVERIFY(named.shapes.empty());
        // From zone and area, and from the seat as it lies in the zone.
        QCOMPARE(named.sections[0].outline[0].x - named.seats[0].at.x, -49.0F);
        const SeatingPlan other = read(area(QStringLiteral("Bar"), QStringLiteral("3b5d")));
        QVERIFY(other.sections[0].outline.empty());
        QCOMPARE(other.shapes.size(), std::size_t{1});
        // What was drawn as a shape and happens to have that name stays a shape.
        QVERIFY(read(area(QStringLiteral("Stalls"), QStringLiteral("foyer-shape")))
                    .sections[0]
                    .outline.empty());
        const SeatingPlan twice =
            read(area(QStringLiteral("Stalls"), QStringLiteral("1")) + QLatin1Char{','} +
                 area(QStringLiteral("Stalls"), QStringLiteral("2")));
        QCOMPARE(twice.sections[0].outline.size(), std::size_t{3});
        QCOMPARE(twice.shapes.size(), std::size_t{1});
    }

    void aPictureOfAnotherProgramIsLeftOut()
    {
        SeatingPlan plan = rows();
        plan.background = PlanBackground{std::string(64, 'a'), {3, 4}, {500, 250}, 0.5F, true};
        QString chart = QString::fromStdString(exportPlan(plan, PlanFileFormat::SeatsIo).json);
        QVERIFY(importPlan(chart.toStdString(), "x")->background.has_value());
        chart.replace(QString(64, QLatin1Char{'a'}),
                      QStringLiteral("9e56f0ca-4fa9-4dbc-a4eb-070e34233916"));
        const auto foreign = importPlan(chart.toStdString(), "x");
        QVERIFY(foreign && !foreign->background);
        // Its own is told of where the format has no place for it, and stays in the next version.
        const PlanFile file = exportPlan(plan, PlanFileFormat::Pretix);
        QVERIFY(std::ranges::find(file.losses, PlanLoss::Background) != file.losses.end());
        const SeatingPlan next = withUnsaid(plan, importPlan(file.json, "x").value());
        QVERIFY(next.background.has_value());
        QCOMPARE(differenceOfPictures(plan, next), std::string{});
    }

    void whatAFormatCannotKeepIsSaid()
    {
        const auto club = importPlan(contentOf(QStringLiteral(FOYER_SOURCE_DIR
                                                              "/resources/demo/plans/club.json")),
                                     "x");
        QVERIFY(club);
        const auto losses = exportPlan(*club, PlanFileFormat::Pretix).losses;
        QVERIFY(std::ranges::find(losses, PlanLoss::StandingAreas) != losses.end());
        QVERIFY(std::ranges::find(losses, PlanLoss::Rings) != losses.end());
        QVERIFY(exportPlan(*club, PlanFileFormat::SeatsIo).losses.empty());
    }

    /// The oracle is pretix's own schema, read by a program that knows nothing of Foyer.
    void pretixAcceptsWhatIsExported()
    {
        QTemporaryDir folder;
        QStringList arguments{
            QStringLiteral("-c"),
            QStringLiteral("import json, sys, jsonschema\n"
                           "schema = json.load(open(sys.argv[1]))\n"
                           "for name in sys.argv[2:]:\n"
                           "    jsonschema.validate(json.load(open(name)), schema)\n"),
            QStringLiteral(FOYER_SOURCE_DIR "/tests/data/plans/pretix_seating_plan.schema.json")};
        const auto write = [&](const SeatingPlan& plan) {
            const QString path =
                folder.filePath(QString::number(arguments.size()) + QStringLiteral(".json"));
            QFile file{path};
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray::fromStdString(exportPlan(plan, PlanFileFormat::Pretix).json));
            arguments << path;
        };
        for (const QString& path : everySample()) {
            if (const auto plan = importPlan(contentOf(path), "x")) {
                write(*plan);
            }
        }
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            write(drawnAtRandom(seed));
        }
        QVERIFY(arguments.size() > 24);
        QProcess python;
        python.start(QStringLiteral("python3"), arguments);
        QVERIFY(python.waitForFinished(60'000));
        const QByteArray said = python.readAllStandardError();
        QVERIFY2(python.exitStatus() == QProcess::NormalExit && python.exitCode() == 0,
                 said.right(2000).constData());
    }
};

QTEST_GUILESS_MAIN(TestPlanExport)
#include "test_plan_export.moc"
