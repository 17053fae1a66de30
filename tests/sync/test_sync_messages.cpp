// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/authority/entry_intake.h"
#include "core/services/counter.h"
#include "core/services/sales.h"
#include "core/storage/compression.h"
#include "sync/protocol/entry_columns.h"
#include "sync/protocol/sync_messages.h"
#include "tests/support/counter_fixture.h"
#include "tests/support/journal_tables.h"

#include <QTest>

#include <rapidcheck.h>

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr WireVersion kVersions[] = {WireVersion::Plain, WireVersion::Compressed,
                                     WireVersion::Columns};

/// Entries of a real counter, some with positions, as a server would have them.
std::vector<Entry> realEntries(int sales)
{
    CounterFixture house{smallSeason(1, 10'000)};
    house.sellStanding(sales);
    return entriesOf(house.counter());
}

std::vector<Entry> withPositions(std::vector<Entry> entries)
{
    std::int64_t position = 17;
    for (Entry& entry : entries) {
        entry.position = position += 1 + position % 3;
    }
    return entries;
}

EntryBatch batchOf(std::vector<Entry> entries)
{
    EntryBatch batch{entries.front().replica, std::move(entries), {}};
    batch.signature.fill(7);
    return batch;
}

} // namespace

class SyncMessagesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyVersionGivesBackWhatWasWritten()
    {
        const auto entries = realEntries(20);
        for (const WireVersion version : kVersions) {
            const auto push = decodePush(encodePush(batchOf(entries), version), version);
            QVERIFY2(push, push ? "" : push.error().message.c_str());
            QVERIFY(push->entries == entries);
            QCOMPARE(push->writer, entries.front().replica);
            const PullAnswer answer{{withPositions(entries), 812, false}, Instant{42}};
            const auto pull = decodePullAnswer(encodePullAnswer(answer, version), version);
            QVERIFY(pull);
            QVERIFY(pull->page.entries == answer.page.entries);
            QCOMPARE(pull->page.upTo, std::int64_t{812});
            QCOMPARE(pull->page.isLast, false);
            const ReplicaReport part{
                batchOf(entries).writer, 3, 20, withPositions(entries), 640, false, 77};
            const auto report = decodeReport(encodeReport(part, version), version);
            QVERIFY(report && *report == part);
            for (const std::optional<ReportDue>& due :
                 {std::optional<ReportDue>{}, std::optional{ReportDue{12, 2, 31, 77}}}) {
                const auto read = decodeReportDue(encodeReportDue(due, version), version);
                QVERIFY(read && *read == due);
            }
        }
    }

    void entriesOfManyWritersInAnyOrderGoThroughColumns()
    {
        auto entries = withPositions(realEntries(10));
        auto others = realEntries(3);
        entries.insert(entries.end(), others.begin(), others.end());
        QVERIFY(rc::check("any order", [&] {
            const auto mixed = shuffled(entries, *rc::gen::arbitrary<std::uint64_t>());
            CborWriter writer;
            writeColumns(writer, mixed);
            const auto value = decodeCbor(writer.data());
            RC_ASSERT(value.has_value());
            const auto read = readColumns(*value);
            RC_ASSERT(read.has_value());
            RC_ASSERT(*read == mixed);
        }));
    }

    void eachVersionIsSmallerThanTheOneBefore()
    {
        const auto batch = batchOf(realEntries(200));
        std::size_t last = SIZE_MAX;
        for (const WireVersion version : kVersions) {
            const std::size_t size = encodePush(batch, version).size();
            QVERIFY2(size < last, qPrintable(QString::number(size)));
            last = size;
        }
    }

    void aByteThatWasChangedIsNoticedOrChangesNothing()
    {
        const auto batch = batchOf(realEntries(4));
        for (const WireVersion version : kVersions) {
            const Bytes sound = encodePush(batch, version);
            QVERIFY(rc::check("changed bytes", [&] {
                Bytes changed = sound;
                const auto at = *rc::gen::inRange<std::size_t>(0, changed.size());
                changed[at] = static_cast<std::uint8_t>(changed[at] ^
                                                        *rc::gen::inRange<std::uint32_t>(1, 256));
                const auto read = decodePush(changed, version);
                if (!read || read->signature != batch.signature || read->writer != batch.writer) {
                    return; // refused, or the authority's signature check refuses it
                }
                for (const Entry& entry : read->entries) {
                    if (hashOf(entry) != entry.hash) {
                        return; // the authority refuses it
                    }
                }
                RC_ASSERT(read->entries == batch.entries);
            }));
        }
    }

    void aKindOfOtherLettersIsRefused()
    {
        auto entries = realEntries(2);
        for (const std::string& kind :
             {std::string{"order\0placed", 12}, std::string{"Order.placed"}, std::string{"a b"},
              std::string{"\xc3\xa9"}, std::string(65, 'a'), std::string{}}) {
            entries.back().kind = kind;
            entries.back().hash = hashOf(entries.back());
            for (const WireVersion version : kVersions) {
                QVERIFY2(!decodePush(encodePush(batchOf(entries), version), version), kind.c_str());
            }
        }
        entries.back().kind = "something.of_a_newer_foyer";
        entries.back().hash = hashOf(entries.back());
        for (const WireVersion version : kVersions) {
            QVERIFY(decodePush(encodePush(batchOf(entries), version), version));
        }
    }

    void aSmallFrameThatUnpacksToGigabytesIsRefused()
    {
        const Bytes bomb = compressed(Bytes(kMessageMax * 2));
        QVERIFY(bomb.size() < 64 * 1024);
        const auto unpackedBomb = decompressed(bomb, kMessageMax);
        QVERIFY(!unpackedBomb);
        QCOMPARE(unpackedBomb.error().code, std::string{"message_too_large"});
        QVERIFY(decompressed(compressed(Bytes(1000)), kMessageMax));
    }

    void aMessageOfAnUnknownVersionIsRefused()
    {
        QCOMPARE(wireVersionOf("application/vnd.foyer.sync.v3").value(), WireVersion::Columns);
        for (const char* type : {"application/vnd.foyer.sync.v4", "application/vnd.foyer.sync.v0",
                                 "application/vnd.foyer.sync.v33", "application/cbor", ""}) {
            QVERIFY2(!wireVersionOf(type), type);
        }
    }

    void cutMessagesAreRefused()
    {
        const auto batch = batchOf(realEntries(2));
        for (const WireVersion version : kVersions) {
            const Bytes sound = encodePush(batch, version);
            for (std::size_t size = 0; size < sound.size(); size += 7) {
                QVERIFY(!decodePush(ByteView{sound}.first(size), version));
            }
        }
    }
};

QTEST_GUILESS_MAIN(SyncMessagesTest)
#include "test_sync_messages.moc"
