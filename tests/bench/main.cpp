// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/ensure.h"
#include "core/services/customer_directory.h"
#include "core/services/gate.h"
#include "core/services/integrity.h"
#include "core/services/sales.h"
#include "core/services/ticket_codes.h"
#include "core/storage/order_store.h"
#include "sync/protocol/sync_messages.h"
#include "tests/bench/customer_figures.h"
#include "tests/bench/bare_writer.h"
#include "tests/bench/bench_postgres.h"
#include "tests/bench/figures.h"
#include "tests/bench/import_figures.h"
#include "tests/bench/postgres_sales.h"
#include "tests/bench/venue.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <functional>

namespace foyer::bench {
namespace {

constexpr int kSales = 1'500;
constexpr std::int64_t kFilledOrders = 333'334; // of three tickets: a million
constexpr const char* kPassphrase = "bench-passphrase";

/// Everything that is measured works in one temporary folder, and fills the large counter once.
class Bench {
public:
    explicit Bench(QString only) : m_only{std::move(only)} {}

    std::vector<Row> run()
    {
        measure("sale", [this] { sale(); });
        measure("scan", [this] { scanning(); });
        measure("map", [this] { seatMap(); });
        measure("plans", [this] { planEditor(); });
        measure("idle", [this] { idleCounters(); });
        measure("new counter", [this] { newCounter(); });
        measure("customers", [this] { customers(); });
        measure("customer desk", [this] {
            std::ranges::copy(measureCustomerDesk(folder("desk")), std::back_inserter(m_rows));
        });
        measure("order import", [this] {
            std::ranges::copy(measureOrderImport(folder("imports")), std::back_inserter(m_rows));
        });
        measure("postgres", [this] {
            std::ranges::copy(measurePostgres(folder("postgres")), std::back_inserter(m_rows));
        });
        measure("wire", [this] { wireSizes(); });
        measure("pushed", [this] { pushedSales(); });
        measure("small get", [this] { smallGet(); });
        measure("rush", [this] { rush(); });
        measure("million", [this] { million(); });
        measure("reports", [this] { reports(); });
        if (!m_only.isEmpty()) { // takes a quarter of an hour
            measure("ten million", [this] { tenMillion(); });
        }
        return m_rows;
    }

private:
    void measure(const char* name, const std::function<void()>& work)
    {
        if (m_only.isEmpty() || m_only == QLatin1String{name}) {
            std::fprintf(stderr, "measuring %s …\n", name);
            work();
        }
    }

    std::string folder(const char* name) const
    {
        return m_folder.filePath(QLatin1String{name}).toStdString();
    }

    /// A copy of a closed counter's database, for the bare program.
    std::string copyOf(Venue& venue, const char* name) const
    {
        venue.close();
        const std::string to = folder(name);
        std::filesystem::copy_file(venue.folder() + "/foyer.db", to,
                                   std::filesystem::copy_options::overwrite_existing);
        venue.reopen();
        return to;
    }

    void sale()
    {
        Venue venue{folder("sale"), kPassphrase};
        venue.fill(300);
        BareWriter bare{copyOf(venue, "sale-bare.db")};
        bare.skip(venue.handle());
        Samples ours;
        Samples theirs;
        for (int i = 0; i < kSales; ++i) {
            const SaleRequest request = venue.request();
            ours.push_back(
                microseconds([&] { ENSURE(sell(venue.counter(), request).has_value()); }));
            const auto rows = bare.newRowsOf(venue.handle());
            theirs.push_back(microseconds([&] { bare.write(rows, 301 + i, 1); }));
        }
        m_rows.push_back(
            ratioRow("sale of 3 tickets, median", median(ours), "µs", median(theirs), 1.25));
        m_rows.push_back(ratioRow("sale of 3 tickets, p99", percentile(ours, 0.99), "µs",
                                  percentile(theirs, 0.99), 1.5));
    }

    void scanning()
    {
        Venue venue{folder("scan"), kPassphrase};
        venue.fill(500);
        std::vector<std::string> codes;
        for (int i = 0; i < 300; ++i) {
            const auto order = sell(venue.counter(), venue.request());
            for (const std::string& code : ticketCodes(venue.counter(), *order)) {
                codes.push_back(code);
            }
        }
        BareWriter bare{copyOf(venue, "scan-bare.db")};
        bare.skip(venue.handle());
        Samples ours;
        Samples theirs;
        for (const std::string& code : codes) {
            ours.push_back(microseconds([&] {
                const auto verdict = scan(venue.counter(), code, "A");
                ENSURE(verdict && verdict->outcome == "admitted");
            }));
            const auto rows = bare.newRowsOf(venue.handle());
            theirs.push_back(microseconds([&] { bare.write(rows, 0, 0); }));
        }
        m_rows.push_back(
            ratioRow("scan, durable, median", median(ours), "µs", median(theirs), 1.2));
    }

    void seatMap()
    {
        measureSeatMap("seat map of 60,000, one frame", {});
        measureSeatMap("the same as a report", {QStringLiteral("report")});
    }

    void measureSeatMap(const std::string& name, const QStringList& arguments)
    {
        QProcess program;
        program.start(QCoreApplication::applicationDirPath() + QStringLiteral("/seat_map_frame"),
                      arguments);
        program.waitForFinished(-1);
        const auto answer = QJsonDocument::fromJson(program.readAllStandardOutput()).object();
        m_rows.push_back(absoluteRow(name + ", median",
                                     answer.value(QStringLiteral("median_ms")).toDouble(1e9), "ms",
                                     16));
        m_rows.push_back(absoluteRow(name + ", p99",
                                     answer.value(QStringLiteral("p99_ms")).toDouble(1e9), "ms",
                                     16));
    }

    void planEditor()
    {
        QProcess program;
        program.start(QCoreApplication::applicationDirPath() + QStringLiteral("/plan_editor_frame"),
                      {});
        program.waitForFinished(-1);
        const auto answer = QJsonDocument::fromJson(program.readAllStandardOutput()).object();
        const auto figure = [&](const char* name) {
            return answer.value(QLatin1String{name}).toDouble(1e9);
        };
        m_rows.push_back(absoluteRow("plan editor, 60,000 seats, one frame of a zoom",
                                     figure("zoom_ms"), "ms", 16));
        m_rows.push_back(
            absoluteRow("plan editor, the same over a picture", figure("over_ms"), "ms", 16));
        m_rows.push_back(absoluteRow("plan editor, one frame of dragging 1,000 of them",
                                     figure("drag_ms"), "ms", 16));
        m_rows.push_back(
            absoluteRow("plan editor, an edit of one row of them", figure("edit_ms"), "ms", 5));
        m_rows.push_back(absoluteRow("plan editor, such an edit until it is seen",
                                     figure("edit_seen_ms"), "ms", 100));
    }

    void idleCounters()
    {
        QProcess program;
        program.start(QCoreApplication::applicationDirPath() + QStringLiteral("/idle_counters"),
                      {});
        program.waitForFinished(-1);
        const auto answer = QJsonDocument::fromJson(program.readAllStandardOutput()).object();
        const auto figure = [&](const char* name) {
            return answer.value(QLatin1String{name}).toDouble(1e9);
        };
        m_rows.push_back(
            absoluteRow("1,000 idle counters, of one core", figure("core_percent"), "%", 1));
        m_rows.push_back(
            absoluteRow("memory of the server with them", figure("memory_mb"), "MB", 200));
        m_rows.push_back(
            absoluteRow("an entry reaches all of them, slowest", figure("reach_s"), "s", 2));
    }

    void newCounter()
    {
        QProcess program;
        program.start(QCoreApplication::applicationDirPath() + QStringLiteral("/new_counter"), {});
        program.waitForFinished(-1);
        const auto answer = QJsonDocument::fromJson(program.readAllStandardOutput()).object();
        const auto figure = [&](const char* name) {
            return answer.value(QLatin1String{name}).toDouble(1e9);
        };
        m_rows.push_back(absoluteRow("new counter, 25,000 tickets, to its first sale",
                                     figure("loopback_s"), "s", 3));
        m_rows.push_back(absoluteRow("the same over 1 Mbit/s", figure("megabit_s"), "s", 60));
        m_rows.push_back(absoluteRow("the same with 800 ms round trip and 5 % loss",
                                     figure("poor_s"), "s", 180));
        // The limit: what of it has no shape to be made smaller by, the random bits of the ids.
        m_rows.push_back(ratioRow("bytes of its snapshot against the random bits in it",
                                  figure("snapshot_bytes") / 1000, "kB",
                                  figure("random_bytes") / 1000, 2));
    }

    /// What an entry of a sale weighs when 500 of them travel together.
    void wireSizes()
    {
        Venue venue{folder("wire"), kPassphrase};
        for (int i = 0; i < 250; ++i) {
            ENSURE(sell(venue.counter(), venue.request()).has_value());
        }
        Counter& counter = venue.counter();
        EntryBatch batch;
        batch.writer = counter.replica();
        readEntriesAfter(counter.database(), counter.organizer(), counter.replica(), 1, 0,
                         [&](const Entry& entry) {
                             if (entry.kind == kind::kOrderPlaced ||
                                 entry.kind == kind::kPaymentTaken) {
                                 batch.entries.push_back(entry);
                             }
                             return true;
                         });
        const auto bytes = [&](WireVersion version) {
            return static_cast<double>(encodePush(batch, version).size()) /
                static_cast<double>(batch.entries.size());
        };
        const double plain = bytes(WireVersion::Plain);
        const double compressed = bytes(WireVersion::Compressed);
        m_rows.push_back(
            ratioRow("an entry in wire version 2, against 1", compressed, "B", plain, 1));
        m_rows.push_back(ratioRow("an entry in wire version 3, against 2",
                                  bytes(WireVersion::Columns), "B", compressed, 1));
    }

    void pushedSales()
    {
        constexpr double kTimesBareSqlite = 1 / 3.0; // three sales in the time of one
        constexpr double kTimesBarePostgres = 1 / 0.7;
        addRatios("pushed_sales", {}, [&](const std::string& name) {
            return std::pair{"sale pushed on SQLite, 16 counters, " + name, kTimesBareSqlite};
        });
        const BenchPostgres postgres{folder("pushed-postgres")};
        addRatios("pushed_sales",
                  {QStringLiteral("postgres"),
                   QString::fromStdString(postgres.schema("pushed_ours")),
                   QString::fromStdString(postgres.schema("pushed_bare"))},
                  [&](const std::string& name) {
                      return std::pair{"sale pushed on PostgreSQL, 16 counters, " + name,
                                       kTimesBarePostgres};
                  });
    }

    void smallGet()
    {
        addRatios("small_get", {}, [](const std::string& name) {
            return std::pair{"small GET, " + name, name == "without signature" ? 1 / 0.7 : 1 / 0.4};
        });
    }

    void rush()
    {
        constexpr double kTimesHotRow = 1 / 5.0;
        const BenchPostgres postgres{folder("rush-postgres")};
        const auto schema = [&](const char* name) {
            return QString::fromStdString(postgres.schema(name));
        };
        addRatios(
            "rush", {schema("rush_ours"), schema("rush_before"), schema("rush_after")},
            [=](const std::string& name) {
                return std::pair{"rush of 32 sellers on 10,000 places, " + name, kTimesHotRow};
            });
    }

    void tenMillion()
    {
        constexpr double kNoMoreThan = 1.3;
        addRatios("grown_feed", {QStringLiteral("10000"), QStringLiteral("10000000")},
                  [=](const std::string&) {
                      return std::pair{"an entry at 10,000,000 in the feed, against at 10,000",
                                       kNoMoreThan};
                  });
    }

    /// Runs a program that says, as lines of JSON, what something costs and what beside it; `row`
    /// gives each its name and its goal.
    template <typename NameAndGoal>
    void addRatios(const char* name, const QStringList& arguments, NameAndGoal row)
    {
        QProcess program;
        program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        program.start(QCoreApplication::applicationDirPath() + QLatin1String{"/"} +
                          QLatin1String{name},
                      arguments);
        program.waitForFinished(-1);
        ENSURE(program.exitCode() == 0);
        for (const QByteArray& line : program.readAllStandardOutput().trimmed().split('\n')) {
            const auto answer = QJsonDocument::fromJson(line).object();
            const auto [what, goal] =
                row(answer.value(QStringLiteral("name")).toString().toStdString());
            m_rows.push_back(ratioRow(what, answer.value(QStringLiteral("ours_us")).toDouble(1e9),
                                      "µs", answer.value(QStringLiteral("bare_us")).toDouble(),
                                      goal));
        }
    }

    void customers()
    {
        constexpr std::int64_t kCustomers = 200'000;
        Venue venue{folder("customers"), kPassphrase};
        venue.fillCustomers(kCustomers);
        QElapsedTimer loading;
        loading.start();
        venue.counter().customers().load();
        std::fprintf(stderr, "  opened %lld customers in %lld ms\n",
                     static_cast<long long>(kCustomers), static_cast<long long>(loading.elapsed()));
        Samples times;
        for (int i = 0; i < 300; ++i) {
            const std::string words = i % 3 == 0 ? "uest1" + std::to_string(i * 331)
                : i % 3 == 1                     ? "tanaka " + std::to_string(i)
                                                 : "nobody" + std::to_string(i);
            times.push_back(microseconds([&] { (void)venue.counter().customers().search(words); }) /
                            1000);
        }
        m_rows.push_back(
            absoluteRow("customer search at 200,000, slowest", percentile(times, 1.0), "ms", 20));
    }

    void million()
    {
        Venue full{folder("full"), kPassphrase};
        Venue empty{folder("empty"), kPassphrase};
        std::fprintf(stderr, "  selling 1,000,000 tickets …\n");
        full.fill(kFilledOrders);
        empty.fill(100);
        saleAtMillion(full, empty);
        lookUps(full);
        verification(full);
        full.close();
        empty.close();
        start(full, empty);
    }

    /// A year of a million tickets, in a store of its own.
    void reports()
    {
        QProcess program;
        program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        program.start(QCoreApplication::applicationDirPath() +
                          QStringLiteral("/reports_at_million"),
                      {QString::number(kFilledOrders)});
        program.waitForFinished(-1);
        ENSURE(program.exitCode() == 0);
        const auto answer = QJsonDocument::fromJson(program.readAllStandardOutput()).object();
        const auto figure = [&](const char* name) {
            return answer.value(QLatin1String{name}).toDouble(1e9);
        };
        m_rows.push_back(ratioRow("sales of a year by event, against SQLite adding up its rows",
                                  figure("event_ms"), "ms", figure("bare_ms"), 5));
        const auto add = [&](const char* name, const char* key, double goal) {
            m_rows.push_back(absoluteRow(name, figure(key), "ms", goal));
        };
        add("sales of 1,000,000 tickets by event", "event_ms", 1000);
        add("the same by day", "day_ms", 1000);
        add("the same as of a moment in the year", "as_of_ms", 1000);
        add("settlement of one event among them", "settlement_ms", 1000);
        add("attendance of one performance among them", "attendance_ms", 1000);
        add("occupancy of one performance among them", "occupancy_ms", 1000);
        add("the same as of a moment in the year", "occupancy_as_of_ms", 1000);
        add("booking curve of one beside three", "curve_ms", 1000);
        add("taxes of 1,000,000 tickets", "tax_ms", 1000);
        add("dashboard over 1,000,000 tickets", "dashboard_ms", 200);
        add("one step of adding up for the first time, slowest", "step_ms", 1000);
        m_rows.push_back(absoluteRow("adding up 1,000,000 tickets for the first time",
                                     figure("first_s"), "s", 60));
        m_rows.push_back(
            absoluteRow("adding up a new order, in a batch", figure("news_us"), "µs", 1000));
    }

    void saleAtMillion(Venue& full, Venue& empty)
    {
        Samples atMillion;
        Samples atNone;
        for (int i = 0; i < 800; ++i) {
            const SaleRequest one = full.request();
            atMillion.push_back(
                microseconds([&] { ENSURE(sell(full.counter(), one).has_value()); }));
            const SaleRequest other = empty.request();
            atNone.push_back(
                microseconds([&] { ENSURE(sell(empty.counter(), other).has_value()); }));
        }
        m_rows.push_back(ratioRow("sale at 1,000,000 tickets against none", median(atMillion), "µs",
                                  median(atNone), 1.3));
    }

    void lookUps(Venue& full)
    {
        Counter& counter = full.counter();
        std::vector<OrderId> orders;
        counter.database().each("SELECT id FROM sale_order WHERE rowid % 331 = 0", {},
                                [&](const DbRow& row) { orders.push_back(row.id<OrderId>(0)); });
        Samples byTicket;
        Samples byOrder;
        for (const OrderId id : orders) {
            const auto order = findOrder(counter, id);
            const std::string code = ticketCodes(counter, *order).front();
            byTicket.push_back(microseconds([&] {
                                   const auto parsed = parseTicketCode(code);
                                   ENSURE(readTicket(counter.database(), counter.organizer(),
                                                     parsed->claims.ticket));
                               }) /
                               1000);
            byOrder.push_back(
                microseconds([&] { ENSURE(findOrder(counter, order->code).has_value()); }) / 1000);
        }
        m_rows.push_back(absoluteRow("look-up by ticket code at 1,000,000, p99",
                                     percentile(byTicket, 0.99), "ms", 1));
        m_rows.push_back(absoluteRow("look-up by order code at 1,000,000, p99",
                                     percentile(byOrder, 0.99), "ms", 1));
    }

    void verification(Venue& full)
    {
        IntegrityReport report;
        const double took = microseconds([&] { report = *verifyJournal(full.counter()); }) / 1e6;
        ENSURE(report.findings.empty());
        m_rows.push_back(absoluteRow("verify, per 1,000,000 entries",
                                     took * 1e6 / static_cast<double>(report.entries), "s", 60));
    }

    struct Started {
        double seconds = 0;
        double megabytes = 0;
    };

    /// Starts the real program and waits for its first painted screen.
    static Started startOnce(const std::string& folder)
    {
        QProcess program;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("FOYER_PASSPHRASE"), QLatin1String{kPassphrase});
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        program.setProcessEnvironment(environment);
        QElapsedTimer timer;
        timer.start();
        program.start(QStringLiteral("/usr/bin/env"),
                      {QStringLiteral("bash"), QStringLiteral("-c"),
                       QStringLiteral("\"$0\" --data \"$1\" --measure-start & p=$!; "
                                      "while [ -e /proc/$p/status ]; do "
                                      "m=$(grep VmHWM /proc/$p/status 2>/dev/null) && h=$m; "
                                      "sleep 0.02; done; echo \"$h\""),
                       QCoreApplication::applicationDirPath() + QStringLiteral("/foyer"),
                       QString::fromStdString(folder)});
        Started started;
        QByteArray said;
        while (program.waitForReadyRead(30'000)) {
            said += program.readAllStandardOutput();
            if (started.seconds == 0 && said.contains("painted")) {
                started.seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
            }
        }
        program.waitForFinished();
        const auto at = said.indexOf("VmHWM:");
        ENSURE(started.seconds > 0 && at >= 0);
        started.megabytes = said.mid(at + 6).simplified().split(' ').first().toDouble() / 1024;
        return started;
    }

    void start(Venue& full, Venue& empty)
    {
        Samples withMillion;
        Samples withNone;
        double megabytes = 0;
        for (int i = 0; i < 9; ++i) {
            const Started one = startOnce(full.folder());
            withMillion.push_back(one.seconds);
            megabytes = std::max(megabytes, one.megabytes);
            withNone.push_back(startOnce(empty.folder()).seconds);
        }
        m_rows.push_back(ratioRow("start to first screen, 1,000,000 tickets against none",
                                  median(withMillion), "s", median(withNone), 1.2));
        m_rows.push_back(absoluteRow("start to first screen with 1,000,000 tickets",
                                     median(withMillion), "s", 1.5));
        m_rows.push_back(absoluteRow("memory of that", megabytes, "MB", 300));
    }

    QString m_only;
    QTemporaryDir m_folder;
    std::vector<Row> m_rows;
};

QJsonArray asJson(const std::vector<Row>& rows)
{
    QJsonArray array;
    for (const Row& row : rows) {
        array.append(QJsonObject{{QStringLiteral("name"), QString::fromStdString(row.name)},
                                 {QStringLiteral("figure"), row.figure},
                                 {QStringLiteral("unit"), QString::fromStdString(row.unit)},
                                 {QStringLiteral("limit"), row.limit},
                                 {QStringLiteral("ratio"), row.ratio},
                                 {QStringLiteral("goal"), row.goal},
                                 {QStringLiteral("holds"), row.holds}});
    }
    return array;
}

void print(const std::vector<Row>& rows)
{
    std::printf("%-56s %10s %4s %10s %7s %7s  %s\n", "what", "figure", "", "limit", "ratio", "goal",
                "holds");
    for (const Row& row : rows) {
        std::printf("%-56s %10.3f %4s ", row.name.c_str(), row.figure, row.unit.c_str());
        row.limit > 0 ? std::printf("%10.3f %7.2f ", row.limit, row.ratio)
                      : std::printf("%10s %7s ", "", "");
        std::printf("%7.2f  %s\n", row.goal, row.holds ? "yes" : "NO");
    }
}

} // namespace
} // namespace foyer::bench

int main(int argc, char** argv)
{
    QCoreApplication application{argc, argv};
    QString only;
    QString json;
    const QStringList arguments = QCoreApplication::arguments();
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments[i] == QLatin1String{"--json"} && i + 1 < arguments.size()) {
            json = arguments[++i];
        } else {
            only = arguments[i];
        }
    }
    const auto rows = foyer::bench::Bench{only}.run();
    foyer::bench::print(rows);
    if (!json.isEmpty()) {
        QFile file{json};
        if (!file.open(QIODevice::WriteOnly)) {
            std::fprintf(stderr, "%s cannot be written.\n", qPrintable(json));
            return 4;
        }
        file.write(QJsonDocument{foyer::bench::asJson(rows)}.toJson());
    }
    return std::ranges::all_of(rows, &foyer::bench::Row::holds) ? 0 : 1;
}
