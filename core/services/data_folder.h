// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/storage/journal.h"

#include <memory>
#include <optional>
#include <string>

namespace foyer {

/// The folder a counter lives in: foyer.db with its WAL, foyer.head, foyer.lock, and documents/.
/// Held by at most one process at a time.
class DataFolder {
public:
    /// Takes the folder (made if `create`). Codes: no_such_folder, folder_in_use,
    /// folder_not_writable.
    static Result<std::unique_ptr<DataFolder>> take(const std::string& path, bool create);
    ~DataFolder();
    DataFolder(const DataFolder&) = delete;
    DataFolder& operator=(const DataFolder&) = delete;

    std::string path() const;
    std::string databasePath() const;
    std::string headPath() const;
    /// Where ticket and receipt files go unless told otherwise; made when asked for.
    std::string documentsPath() const;
    bool hasDatabase() const;

private:
    struct Private;
    explicit DataFolder(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

/// Remembers the head of the journal outside the database, so that a database that came back from a
/// backup is noticed. Two slots are written in turn, each with a checksum: a torn write costs one
/// step. Not flushed to disk at every note: the mark may be behind the database, never ahead of it
/// by more than what the operating system would keep for both.
class HeadMark {
public:
    static Result<std::unique_ptr<HeadMark>> open(const std::string& path);
    ~HeadMark();
    HeadMark(const HeadMark&) = delete;
    HeadMark& operator=(const HeadMark&) = delete;

    /// The newest head noted; nothing where none was, or none can be read.
    std::optional<JournalHead> noted() const;
    /// Notes a head; one before the newest changes nothing.
    void note(const JournalHead& head);

private:
    explicit HeadMark(int file) : m_file{file} {}
    int m_file = -1;
    unsigned m_slot = 0;
    std::optional<JournalHead> m_noted;
};

} // namespace foyer
