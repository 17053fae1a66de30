// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/diagnostics.h"

#include "core/base/tar_archive.h"
#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/counter_sync.h"
#include "core/services/guarded.h"
#include "core/services/picture_transfer.h"
#include "core/services/trace_log.h"
#include "core/storage/database_overview.h"
#include "core/storage/integrity_checks.h"
#include "core/storage/migrator.h"
#include "core/storage/read_view.h"
#include "core/storage/sync_store.h"

#include <filesystem>
#include <fstream>

namespace foyer {
namespace {

constexpr const char* kReadMe =
    "This bundle was made by Foyer for whoever helps with a counter.\n"
    "It holds versions, settings, the state of syncing, counts of rows and entries, the\n"
    "schema of the database and the last lines of foyer.log. It holds no names, addresses,\n"
    "amounts, codes, passwords or keys, and nothing that somebody typed.\n";

/// Of "https://user:secret@host:port/path" what says where: "https://host:port".
std::string whereOf(const std::string& url)
{
    const std::size_t scheme = url.find("://");
    const std::size_t from = scheme == std::string::npos ? 0 : scheme + 3;
    const std::size_t end = std::min(url.find_first_of("/?#", from), url.size());
    const std::size_t at = url.rfind('@', end);
    const std::size_t host = at != std::string::npos && at >= from && at < end ? at + 1 : from;
    return url.substr(0, from) + url.substr(host, end - host);
}

std::string linesOf(const SupportFacts::Pairs& pairs)
{
    std::string text;
    for (const auto& [name, value] : pairs) {
        text += name + ": " + value + "\n";
    }
    return text;
}

std::string momentOf(Instant instant)
{
    return instant.ms == 0 ? "never" : toRfc3339(instant);
}

std::string syncText(const Diagnostics& counter)
{
    SupportFacts::Pairs pairs{{"organizer", counter.organizer.text()},
                              {"counter", counter.counter.text()},
                              {"epoch", std::to_string(counter.epoch)},
                              {"last entry", std::to_string(counter.sequence)},
                              {"entries missing", std::to_string(counter.missing)},
                              {"forked", counter.isForked ? "yes" : "no"}};
    if (counter.server.empty()) {
        pairs.emplace_back("server", "none, it stands alone");
        return linesOf(pairs);
    }
    pairs.insert(pairs.end(),
                 {{"server", whereOf(counter.server)},
                  {"server's pin", counter.pin},
                  {"device", counter.device.text()},
                  {"joined", momentOf(counter.joinedAt)},
                  {"last contact", momentOf(counter.contactAt)},
                  {"not sent", std::to_string(counter.unsent)},
                  {"position heard", std::to_string(counter.position)},
                  {"pictures to send", std::to_string(counter.picturesToSend)},
                  {"pictures to fetch", std::to_string(counter.picturesToFetch)}});
    if (const auto& stuck = counter.stuck) {
        // Its sentence is the server's, and may quote something.
        pairs.insert(pairs.end(),
                     {{"stuck because of", stuck->code},
                      {"stuck since", momentOf(stuck->since)},
                      {"stuck entry", std::to_string(stuck->sequence) + " " + stuck->kind}});
    }
    return linesOf(pairs);
}

Error cancelledError()
{
    return storageError("cancelled", "The bundle was not made: it was cancelled.");
}

Error notWritable(const std::string& file)
{
    return storageError("file_not_writable",
                        "The file " + file +
                            " cannot be written. Choose another folder, or make room.",
                        file);
}

Result<void> writeFile(const std::string& file, const std::string& bytes)
{
    namespace fs = std::filesystem;
    const std::string part = file + ".part"; // what is half written does not look whole
    std::error_code fault;
    std::ofstream out{part, std::ios::binary | std::ios::trunc};
    out << bytes;
    out.close();
    if (out.fail()) {
        fs::remove(part, fault);
        return notWritable(file);
    }
    fs::rename(part, file, fault);
    return fault ? Result<void>{notWritable(file)} : Result<void>{};
}

std::optional<StuckEntry> stuckEntry(Counter& counter)
{
    Database& database = counter.database();
    const auto problem = readOutboxProblem(database, counter.organizer());
    if (!problem) {
        return std::nullopt;
    }
    StuckEntry stuck{problem->code, problem->message, problem->at, problem->epoch, 0, {}, {}};
    readEntriesAfter(database, counter.organizer(), counter.replica(),
                     std::max<std::int64_t>(problem->epoch, 1), problem->sequence,
                     [&](const Entry& entry) {
                         stuck.epoch = entry.epoch;
                         stuck.sequence = entry.sequence;
                         stuck.kind = entry.kind;
                         stuck.at = entry.at.instant();
                         return false;
                     });
    return stuck;
}

} // namespace

Result<Diagnostics> diagnostics(Counter& counter)
{
    return guarded([&]() -> Result<Diagnostics> {
        if (auto may = counter.access().require(Permission::RunCounter); !may) {
            return std::move(may).error();
        }
        Database& database = counter.database();
        const JournalHead& head = counter.journal().head();
        Diagnostics found;
        found.organizer = counter.organizer();
        found.counter = counter.replica();
        found.epoch = head.epoch;
        found.sequence = head.sequence;
        found.missing = counter.entriesMissing();
        found.isForked = counter.isForked();
        found.database = database.path();
        found.engine = engineVersion(database);
        found.databaseBytes = databaseSize(database);
        found.schema = schemaVersion(database);
        found.stuck = stuckEntry(counter);
        if (const Membership* server = counter.membership()) {
            const auto status = CounterSync{counter}.status();
            if (!status) {
                return status.error();
            }
            found.server = server->url;
            found.pin = {server->pin.begin(), server->pin.end()};
            found.device = server->device;
            found.joinedAt = server->joinedAt;
            found.contactAt = status->contactAt;
            found.unsent = status->unsent;
            found.position = status->pulled;
            const auto toSend = picturesToSend(counter);
            const auto toFetch = renditionsToFetch(counter);
            if (!toSend || !toFetch) {
                return toSend ? toFetch.error() : toSend.error();
            }
            found.picturesToSend = std::ssize(*toSend);
            found.picturesToFetch = std::ssize(*toFetch);
        }
        return found;
    });
}

std::string adviceFor(const std::string& stuckCode)
{
    if (stuckCode == "journal_fork") {
        return "Two copies of this counter have sold. Stop using one of them and keep its data "
               "folder; an administrator looks at what both have sold. To go on here, let this "
               "computer join the server as a new counter.";
    }
    if (stuckCode == "chain_broken" || stuckCode == "head_forged") {
        return "Something changed what this counter had written. Make a copy of the data folder, "
               "check the journal, and send a support bundle. Selling goes on with what is held "
               "here.";
    }
    if (stuckCode == "wrong_writer") {
        return "The server knows this counter as another one. Let an administrator look at the "
               "list of devices, then sync again.";
    }
    return "Nothing is lost: it stays here until the server takes it. Sync again; if it is refused "
           "once more, send a support bundle.";
}

Result<void> writeSupportBundle(const JournalPlace& place, const SupportFacts& facts,
                                const std::string& file, const Progress& progress,
                                const std::atomic<bool>* cancelled)
{
    return guarded([&]() -> Result<void> {
        const auto database = Database::open(place.database, Database::Mode::ReadOnly);
        const ReadView view{*database};
        std::string counts;
        const auto names = tableNames(*database);
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (cancelled != nullptr && *cancelled) {
                return cancelledError();
            }
            if (progress) {
                progress(static_cast<double>(i) / static_cast<double>(names.size()),
                         "Counting " + names[i]);
            }
            counts += names[i] + ": " + std::to_string(countRows(*database, names[i])) + "\n";
        }
        counts += "\nEntries by kind\n";
        for (const auto& [kind, count] : countEntriesByKind(*database, place.organizer)) {
            counts += kind + ": " + std::to_string(count) + "\n";
        }
        SupportFacts::Pairs versions = facts.versions;
        versions.emplace_back("database", facts.counter.engine);
        versions.emplace_back("schema", std::to_string(facts.counter.schema));
        versions.emplace_back("database bytes", std::to_string(facts.counter.databaseBytes));
        TarArchive tar{facts.at};
        tar.add("foyer-support/README.txt", kReadMe);
        tar.add("foyer-support/versions.txt", linesOf(versions));
        tar.add("foyer-support/settings.txt", linesOf(facts.settings));
        tar.add("foyer-support/sync.txt", syncText(facts.counter));
        tar.add("foyer-support/counts.txt", counts);
        tar.add("foyer-support/schema.sql", schemaText(*database));
        tar.add("foyer-support/log.txt", TraceLog::recent(place.folder));
        auto written = writeFile(file, std::move(tar).finished());
        if (written && progress) {
            progress(1, "Done");
        }
        return written;
    });
}

} // namespace foyer
