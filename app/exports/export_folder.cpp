// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exports/export_folder.h"

#include "core/documents/mail/calendar_file.h"
#include "core/documents/payouts/csv_text.h"
#include "core/services/counter.h"
#include "core/services/offer_cache.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <map>
#include <memory>

namespace foyer::app {
namespace {

constexpr std::uint64_t kRowsBetween = 1'000;
constexpr const char* kManifest = "manifest.json";

Error notWritten(const QString& path, const QString& why)
{
    return storageError("file_not_written",
                        "The file could not be written (" + why.toStdString() +
                            "). Make room on the disk, or choose another folder.",
                        path.toStdString());
}

Error exportCancelled()
{
    return refused("cancelled", "The export was stopped. Files that are there are whole.");
}

Result<void> madeFolder(const std::string& folder)
{
    return QDir{}.mkpath(QString::fromStdString(folder))
        ? Result<void>{}
        : storageError("folder_not_writable",
                       "No folder can be made there. Choose another one for exports.", folder);
}

/// One file after the other, each whole or not at all.
class FolderSink {
public:
    FolderSink(const std::string& folder, ExportForm form, const ExportGoOn& goOn = {})
        : m_folder{QString::fromStdString(folder)}, m_form{form}, m_goOn{goOn}
    {}

    ExportSink sink()
    {
        return {[this](const ExportTable& table) { return begin(table); },
                [this](const ExportRow& row) {
                    if (++m_now.rows % kRowsBetween == 0 && !mayGoOn()) {
                        return Result<void>{exportCancelled()};
                    }
                    return write(exportLine(m_table, row, m_form));
                },
                [this] { return end(); }};
    }
    std::vector<ExportedFile> files() const { return m_files; }

private:
    Result<void> begin(const ExportTable& table)
    {
        m_table = table;
        m_now = {.name = table.name + "." + exportFormName(m_form),
                 .table = table.name,
                 .sha256 = {}};
        m_hash.reset();
        if (!mayGoOn()) {
            return exportCancelled();
        }
        m_file = std::make_unique<QSaveFile>(
            QDir{m_folder}.filePath(QString::fromStdString(m_now.name)));
        if (!m_file->open(QIODevice::WriteOnly)) {
            return notWritten(m_file->fileName(), m_file->errorString());
        }
        m_file->setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        return write(exportHead(table, m_form));
    }

    Result<void> write(const std::string& text)
    {
        const QByteArrayView bytes{text.data(), static_cast<qsizetype>(text.size())};
        m_hash.addData(bytes);
        m_now.bytes += text.size();
        return m_file->write(text.data(), bytes.size()) == bytes.size()
            ? Result<void>{}
            : notWritten(m_file->fileName(), m_file->errorString());
    }

    Result<void> end()
    {
        if (!m_file->commit()) {
            return notWritten(m_file->fileName(), m_file->errorString());
        }
        m_now.sha256 = m_hash.result().toHex().toStdString();
        m_files.push_back(std::move(m_now));
        return {};
    }

    bool mayGoOn() const { return !m_goOn || m_goOn(m_now.table, m_now.rows); }

    QString m_folder;
    ExportForm m_form;
    ExportGoOn m_goOn;
    ExportTable m_table;
    ExportedFile m_now;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    std::unique_ptr<QSaveFile> m_file;
    std::vector<ExportedFile> m_files;
};

/// Without its manifest an export says of itself that it was interrupted.
void removeManifest(const std::string& folder)
{
    QFile::remove(QDir{QString::fromStdString(folder)}.filePath(kManifest));
}

Result<ExportManifest> closed(const std::string& house, Instant now, const std::string& folder,
                              bool hasPersons, const FolderSink& sink)
{
    ExportManifest manifest{toRfc3339(now), house, hasPersons, sink.files()};
    const QString path = QDir{QString::fromStdString(folder)}.filePath(kManifest);
    if (auto written = writeText(path.toStdString(), manifestText(manifest)); !written) {
        return std::move(written).error();
    }
    return manifest;
}

std::string houseOf(Counter& counter)
{
    const auto& house = counter.offers().organizer();
    return house ? house->name : std::string{};
}

/// A name that every file system takes.
std::string fileNameOf(const std::string& name, const std::string& id)
{
    QString safe;
    for (const QChar c : QString::fromStdString(name)) {
        safe += c.isLetterOrNumber() ? c : QLatin1Char{'-'};
    }
    return safe.left(80).toStdString() + "-" + id.substr(id.size() - 6) + ".ics";
}

CalendarEvent calendarEventOf(const PublicDate& date)
{
    const std::string place = date.venueName + (date.address.empty() ? "" : ", " + date.address);
    return {.uid = date.performance.text() + "@dates.foyer",
            .sequence = date.sequence,
            .startsAt = date.startsAt,
            .timeZone = date.timeZone,
            .summary = date.eventName,
            .location = place,
            .description = date.subtitle,
            .isCancelled = date.isCancelled,
            .endsAt = date.endsAt,
            .changedAt = date.changedAt};
}

} // namespace

Result<ExportManifest> exportTo(Counter& counter, const std::string& folder,
                                const ExportTerms& terms, ExportForm form)
{
    FolderSink sink{folder, form};
    auto done = madeFolder(folder);
    removeManifest(folder);
    done = done ? exportHouse(counter, terms, sink.sink()) : done;
    return done ? closed(houseOf(counter), counter.clock().now(), folder, terms.hasPersons, sink)
                : Result<ExportManifest>{std::move(done).error()};
}

Result<ExportManifest> exportJournalTo(Counter& counter, const std::string& folder, Instant from,
                                       Instant until)
{
    FolderSink sink{folder, ExportForm::Csv};
    auto done = madeFolder(folder);
    removeManifest(folder);
    done = done ? exportJournal(counter, from, until, sink.sink()) : done;
    return done ? closed(houseOf(counter), counter.clock().now(), folder, false, sink)
                : Result<ExportManifest>{std::move(done).error()};
}

Result<ExportManifest> exportTo(const ExportPlace& place, const std::string& folder,
                                const ExportTerms& terms, ExportForm form, const ExportGoOn& goOn)
{
    FolderSink sink{folder, form, goOn};
    auto done = madeFolder(folder);
    removeManifest(folder);
    done = done ? exportHouseAt(place, terms, sink.sink()) : done;
    return done ? closed(place.house, SystemClock{}.now(), folder, terms.hasPersons, sink)
                : Result<ExportManifest>{std::move(done).error()};
}

Result<ExportManifest> exportJournalTo(const ExportPlace& place, const std::string& folder,
                                       Instant from, Instant until, const ExportGoOn& goOn)
{
    FolderSink sink{folder, ExportForm::Csv, goOn};
    auto done = madeFolder(folder);
    removeManifest(folder);
    done = done ? exportJournalAt(place, from, until, sink.sink()) : done;
    return done ? closed(place.house, SystemClock{}.now(), folder, false, sink)
                : Result<ExportManifest>{std::move(done).error()};
}

Result<std::vector<std::string>> exportCalendars(Counter& counter, const std::string& folder,
                                                 std::optional<EventId> event)
{
    if (auto made = madeFolder(folder); !made) {
        return std::move(made).error();
    }
    const auto dates = publicDates(counter, {}, event);
    if (!dates) {
        return dates.error();
    }
    std::map<std::string, std::vector<CalendarEvent>> calendars;
    for (const PublicDate& date : *dates) {
        const std::string name = event ? fileNameOf(date.eventName, date.event.text())
                                       : fileNameOf(date.venueName, date.venue.text());
        calendars[name].push_back(calendarEventOf(date));
    }
    std::vector<std::string> names;
    for (const auto& [name, events] : calendars) {
        const QString path =
            QDir{QString::fromStdString(folder)}.filePath(QString::fromStdString(name));
        if (auto written =
                writeText(path.toStdString(), calendarFile(events, counter.clock().now()));
            !written) {
            return std::move(written).error();
        }
        names.push_back(name);
    }
    return names;
}

} // namespace foyer::app
