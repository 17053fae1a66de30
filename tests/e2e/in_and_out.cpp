// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/export_port.h"
#include "app/desktop/order_import_port.h"
#include "app/desktop/store_thread.h"
#include "core/services/counter.h"
#include "core/services/sales.h"
#include "tests/support/counter_fixture.h"
#include "ui/common/theme.h"
#include "ui/in_and_out/export_panel.h"
#include "ui/in_and_out/in_and_out_page.h"
#include "ui/in_and_out/order_import_panel.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <algorithm>

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr int kPatienceMs = 60'000;
constexpr int kManyOrders = 1'200;

std::string data(const char* name)
{
    return std::string{FOYER_TEST_DATA "/imports/"} + name;
}

/// A house whose counter is on a store thread, as in the window.
struct Store {
    CounterFixture house;
    SaleRequest standing;
    desktop::StoreThread thread;
    desktop::CounterOrderImportPort imports{thread};
    desktop::CounterExportPort exports{thread};

    explicit Store(const Season& season) : house{season}
    {
        standing = house.request({house.standing()});
        house.close();
        bool opened = false;
        thread.open(
            [this] {
                return Counter::open(house.folder(), house.vault(), house.clock(), house.random());
            },
            [&](const Result<void>& done) { opened = done.has_value(); });
        if (!QTest::qWaitFor([&] { return opened; }, kPatienceMs)) {
            qFatal("the counter was not opened");
        }
    }
};

/// What a port answers.
template <typename T>
class Answer {
public:
    std::function<void(Result<T>)> taker()
    {
        return [kept = m_kept](Result<T> answer) { *kept = std::move(answer); };
    }
    bool isHere() const { return m_kept->has_value(); }
    Result<T> get() const
    {
        if (!QTest::qWaitFor([this] { return isHere(); }, kPatienceMs)) {
            qFatal("no answer came");
        }
        return **m_kept;
    }

private:
    std::shared_ptr<std::optional<Result<T>>> m_kept = std::make_shared<std::optional<Result<T>>>();
};

ui::OrderFilesShown look(ui::OrderImportPort& port, const std::string& file)
{
    Answer<ui::OrderFilesShown> shown;
    port.look({file}, {}, shown.taker());
    const auto answer = shown.get();
    return answer ? *answer : ui::OrderFilesShown{};
}

ui::OrderImportAsked all(const ui::OrderFilesShown& shown)
{
    ui::OrderImportAsked asked{shown.files, shown.format, {}, false, {}, {}, {}};
    if (shown.isTable) {
        asked.mapping = shown.proposed;
    }
    return asked;
}

Result<OrderImportReport> run(ui::OrderImportPort& port, const ui::OrderImportAsked& asked,
                              bool isTry)
{
    Answer<OrderImportReport> report;
    port.run(
        asked, isTry, [](const ui::ImportProgress&) {}, report.taker());
    return report.get();
}

std::vector<OrderImport> past(ui::OrderImportPort& port)
{
    Answer<std::vector<OrderImport>> imports;
    port.imports(imports.taker());
    const auto answer = imports.get();
    return answer ? *answer : std::vector<OrderImport>{};
}

std::string manyOrders(const QTemporaryDir& folder)
{
    QFile file{folder.filePath(QStringLiteral("many.csv"))};
    if (!file.open(QIODevice::WriteOnly)) {
        qFatal("no file");
    }
    file.write("Order code,Event,Product,Category,Price,Name,Email\n");
    for (int i = 0; i < kManyOrders; ++i) {
        const QByteArray number = QByteArray::number(i);
        file.write("O" + number + ",Hamlet,Adult,Standing,12.00,Person " + number + ",p" + number +
                   "@example.org\n");
    }
    return file.fileName().toStdString();
}

bool says(const QWidget& in, const QString& words)
{
    const auto labels = in.findChildren<QLabel*>();
    return std::ranges::any_of(labels, [&](const QLabel* label) {
        return label->isVisibleTo(&in) && label->text().contains(words);
    });
}

QPushButton& button(const QWidget& in, const QString& words)
{
    const auto all = in.findChildren<QPushButton*>();
    const auto found = std::ranges::find_if(all, [&](const QPushButton* each) {
        return each->text() == words && each->isVisibleTo(&in);
    });
    if (found == all.end()) {
        qFatal("no button %s", qPrintable(words));
    }
    return **found;
}

} // namespace

class InAndOutTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::applyTheme(*qApp, ui::Palette::light()); }

    void filesOfEverySystemAreRecognisedAndRead()
    {
        Store store{smallSeason()};
        for (const auto& [file, format, orders] :
             std::initializer_list<std::tuple<const char*, const char*, std::size_t>>{
                 {"pretix.json", "pretix", 2},
                 {"pretix.csv", "pretix-csv", 1},
                 {"eventbrite.csv", "eventbrite", 1},
                 {"alfio.csv", "alfio", 1},
                 {"bestellungen.csv", "csv", 4}}) {
            const auto shown = look(store.imports, data(file));
            QCOMPARE(shown.format.c_str(), format);
            Answer<std::vector<ImportedOrder>> sample;
            store.imports.sample(all(shown), sample.taker());
            const auto read = sample.get();
            QVERIFY2(read.has_value() && read->size() == orders, file);
            QVERIFY2(!read->front().fault && !read->front().tickets.empty(), file);
        }
        Answer<ui::OrderFilesShown> none;
        store.imports.look({data("nothing.csv")}, {}, none.taker());
        QCOMPARE(codeOf(none.get()).c_str(), "file_unreadable");
    }

    void aTableIsTriedImportedAndTakenBack()
    {
        Store store{smallSeason()};
        const auto asked = all(look(store.imports, data("bestellungen.csv")));
        for (const bool isTry : {true, false}) {
            const auto report = run(store.imports, asked, isTry);
            QVERIFY(report.has_value());
            QCOMPARE(report->orders, std::size_t{4});
            QCOMPARE(report->added, std::size_t{2});
            QCOMPARE(report->tickets, std::size_t{3});
            QCOMPARE(report->refused, std::size_t{2});
            QCOMPARE(report->refusals[0].where.c_str(), "bestellungen.csv, line 5");
            QCOMPARE(report->refusals[0].why.code.c_str(), "unknown_event");
            QCOMPARE(report->refusals[1].why.code.c_str(), "unknown_type");
            QCOMPARE(past(store.imports).size(), std::size_t{isTry ? 0U : 1U});
        }
        const auto imports = past(store.imports);
        QVERIFY(imports.front().isEnded && imports.front().orders == 2);
        Answer<OrderImportUndone> undone;
        store.imports.undo(
            imports.front().id, [](const ui::ImportProgress&) {}, undone.taker());
        const auto back = undone.get();
        QVERIFY(back && back->voided == 2 && back->kept == 0 && !back->isStopped);
        QVERIFY(past(store.imports).front().isUndone);
    }

    void nothingBeginsWhereNewEventsWouldHaveNoVenue()
    {
        Store store{smallSeason()};
        auto asked = all(look(store.imports, data("bestellungen.csv")));
        asked.makeMissing = true;
        Answer<ui::ImportChoices> choices;
        store.imports.choices(choices.taker());
        QVERIFY(choices.get() && choices.get()->venues == std::vector<std::string>{"Playhouse"});
        QCOMPARE(choices.get()->dates.size(), std::size_t{1});
        asked.venue = "Nowhere";
        QCOMPARE(codeOf(run(store.imports, asked, false)).c_str(), "venue_missing");
        QVERIFY(past(store.imports).empty());
    }

    void nobodysSaleWaitsForAnImport()
    {
        Store store{smallSeason(1, 3'000)};
        const QTemporaryDir folder;
        const auto asked = all(look(store.imports, manyOrders(folder)));
        for (const bool isTry : {true, false}) {
            Answer<OrderImportReport> report;
            int sold = 0;
            int progresses = 0;
            const auto sale = [&store] {
                return
                    [request = store.standing](Counter& counter) { return sell(counter, request); };
            };
            store.imports.run(
                asked, isTry,
                [&](const ui::ImportProgress& told) {
                    progresses += told.orders > 0 ? 1 : 0;
                    store.thread.ask<Order>(sale(), [&](const Result<Order>& order) {
                        sold += order && !report.isHere() ? 1 : 0;
                    });
                },
                report.taker());
            const auto done = report.get();
            QVERIFY(done.has_value());
            QCOMPARE(done->added, static_cast<std::size_t>(kManyOrders));
            QVERIFY2(progresses >= 10, qPrintable(QString::number(progresses)));
            QVERIFY2(sold >= 10, qPrintable(QString::number(sold)));
        }
    }

    void whatIsStoppedGoesOnAndNothingComesTwice()
    {
        Store store{smallSeason(1, 3'000)};
        const QTemporaryDir folder;
        auto asked = all(look(store.imports, manyOrders(folder)));
        Answer<OrderImportReport> first;
        store.imports.run(
            asked, false,
            [&](const ui::ImportProgress& told) {
                if (told.orders > 100) {
                    store.imports.cancel();
                }
            },
            first.taker());
        const auto stopped = first.get();
        QVERIFY(stopped && stopped->isStopped);
        QVERIFY(stopped->added > 100 && stopped->added < kManyOrders);
        QVERIFY(!past(store.imports).front().isEnded);
        asked.continues = stopped->id;
        const auto rest = run(store.imports, asked, false);
        QVERIFY(rest && !rest->isStopped);
        QCOMPARE(rest->known, stopped->added);
        QCOMPARE(rest->added, static_cast<std::size_t>(kManyOrders) - stopped->added);
        const auto imports = past(store.imports);
        QVERIFY(imports.size() == 1 && imports.front().isEnded);
        QCOMPARE(imports.front().orders, std::int64_t{kManyOrders});
        // Taking back stops and goes on in the same way.
        Answer<OrderImportUndone> some;
        store.imports.undo(
            stopped->id, [&](const ui::ImportProgress&) { store.imports.cancel(); }, some.taker());
        QVERIFY(some.get() && some.get()->isStopped);
        Answer<OrderImportUndone> others;
        store.imports.undo(
            stopped->id, [](const ui::ImportProgress&) {}, others.taker());
        QVERIFY(others.get() && !others.get()->isStopped);
        QCOMPARE(some.get()->voided + others.get()->voided, static_cast<std::size_t>(kManyOrders));
    }

    void aWindowThatIsClosedMeanwhileLeavesWhatWasBrought()
    {
        const QTemporaryDir folder;
        const std::string file = manyOrders(folder);
        auto store = std::make_unique<Store>(smallSeason(1, 3'000));
        const auto asked = all(look(store->imports, file));
        int steps = 0;
        store->imports.run(
            asked, false, [&](const ui::ImportProgress&) { ++steps; },
            [](const Result<OrderImportReport>&) {});
        QTRY_VERIFY_WITH_TIMEOUT(steps >= 2, kPatienceMs);
        store.reset();
        QThreadPool::globalInstance()->waitForDone();
        QTest::qWait(50); // what was on its way to the window finds nobody
    }

    void theWholeWayThroughThePage()
    {
        Store store{smallSeason()};
        ui::InAndOutPage page{store.imports, store.exports};
        page.setAllowed(true, true, true);
        page.resize(1'200, 900);
        page.show();
        page.imports().take({QString::fromStdString(data("bestellungen.csv"))});
        QTRY_VERIFY_WITH_TIMEOUT(says(page, QStringLiteral("UTF-8, columns separated by ;")),
                                 kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(
            button(page, QStringLiteral("Try without changing anything")).isEnabled(), kPatienceMs);
        button(page, QStringLiteral("Try without changing anything")).click();
        QTRY_VERIFY_WITH_TIMEOUT(says(page, QStringLiteral("4 orders read: 2 new with 3 tickets")),
                                 kPatienceMs);
        QVERIFY(says(page, QStringLiteral("Nothing was changed yet.")));
        button(page, QStringLiteral("Import")).click();
        QTRY_VERIFY_WITH_TIMEOUT(says(page, QStringLiteral("It is done.")), kPatienceMs);

        const QTemporaryDir folder;
        page.findChild<QTabWidget*>()->setCurrentIndex(1);
        page.exports().setFolder(folder.filePath(QStringLiteral("out")));
        button(page, QStringLiteral("Export")).click();
        QTRY_VERIFY_WITH_TIMEOUT(says(page, QStringLiteral("written to")), kPatienceMs);
        const QDir out{folder.filePath(QStringLiteral("out"))};
        QVERIFY(out.exists(QStringLiteral("manifest.json")));
        QVERIFY(out.exists(QStringLiteral("orders.csv")));
        QVERIFY(!out.exists(QStringLiteral("customers.csv")));
    }

    void theJournalAndTheCalendarsGoOutAndAStoppedExportHasNoManifest()
    {
        Store store{smallSeason()};
        QVERIFY(run(store.imports, all(look(store.imports, data("bestellungen.csv"))), false)
                    .has_value());
        const QTemporaryDir folder;
        const auto exported = [&](ui::ExportAsked asked) {
            asked.folder = folder.filePath(QStringLiteral("x")).toStdString();
            Answer<ui::ExportedShown> shown;
            store.exports.run(
                asked, [](const ui::ExportProgress&) {}, shown.taker());
            return shown.get();
        };
        using What = ui::ExportAsked::What;
        const auto journal = exported({.what = What::Journal});
        QVERIFY(journal && journal->files.size() == 1 && journal->files[0].rows > 0);
        const auto none = exported({.what = What::Journal,
                                    .folder = {},
                                    .fromDay = "2020-01-01",
                                    .untilDay = "2020-01-31"});
        QVERIFY(none && none->files[0].rows == 0);
        const auto calendars = exported({.what = What::Calendars});
        QVERIFY(calendars && calendars->files.size() == 1);
        QVERIFY(calendars->files[0].name.ends_with(".ics"));
        const auto persons = exported({.what = What::Everything, .folder = {}, .hasPersons = true});
        QVERIFY(persons &&
                std::ranges::any_of(persons->files, [](const ui::ExportedShown::File& each) {
                    return each.name == "customers.jsonl" && each.rows == 2;
                }));
        QVERIFY(QFile::exists(folder.filePath(QStringLiteral("x/manifest.json"))));
        Answer<ui::ExportedShown> stopped;
        store.exports.run(
            {.what = What::Everything,
             .folder = folder.filePath(QStringLiteral("x")).toStdString()},
            [](const ui::ExportProgress&) {}, stopped.taker());
        store.exports.cancel();
        QCOMPARE(codeOf(stopped.get()).c_str(), "cancelled");
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("x/manifest.json"))));
    }
};

QTEST_MAIN(InAndOutTest)
#include "in_and_out.moc"
