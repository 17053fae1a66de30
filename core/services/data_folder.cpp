// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/data_folder.h"

#include "core/crypto/sha256.h"
#include "core/domain/journal/cbor.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace foyer {
namespace {

constexpr std::size_t kSlotSize = 256;
constexpr unsigned kSlots = 2;

Error folderError(const char* code, const std::string& message, const std::string& path)
{
    return storageError(code, message, path);
}

/// Content of a slot: length (1 byte), CBOR [epoch, sequence, hash, at], then its SHA-256.
Bytes slotOf(const JournalHead& head)
{
    CborWriter writer;
    writer.array(4)
        .integer(head.epoch)
        .integer(head.sequence)
        .bytes(head.hash)
        .integer(head.at.value);
    const Bytes content = writer.take();
    const auto checksum = sha256(content);
    Bytes slot;
    slot.reserve(kSlotSize);
    slot.push_back(static_cast<std::uint8_t>(content.size()));
    slot.insert(slot.end(), content.begin(), content.end());
    slot.insert(slot.end(), checksum.begin(), checksum.end());
    slot.resize(kSlotSize);
    return slot;
}

std::optional<JournalHead> headIn(ByteView slot)
{
    const std::size_t size = slot[0];
    if (size == 0 || 1 + size + sizeof(EntryHash) > slot.size()) {
        return std::nullopt;
    }
    const ByteView content = slot.subspan(1, size);
    const auto checksum = sha256(content);
    if (!std::ranges::equal(checksum, slot.subspan(1 + size, checksum.size()))) {
        return std::nullopt;
    }
    const auto value = decodeCbor(content);
    if (!value || value->asArray().size() != 4 ||
        value->asArray()[2].asBytes().size() != sizeof(EntryHash)) {
        return std::nullopt;
    }
    const auto& items = value->asArray();
    JournalHead head{items[0].asInteger(), items[1].asInteger(), {}, HlcTime{items[3].asInteger()}};
    std::ranges::copy(items[2].asBytes(), head.hash.begin());
    return head;
}

bool isLater(const JournalHead& a, const JournalHead& b)
{
    return std::pair{a.epoch, a.sequence} > std::pair{b.epoch, b.sequence};
}

} // namespace

struct DataFolder::Private {
    std::filesystem::path path;
    int lock = -1;
};

Result<std::unique_ptr<DataFolder>> DataFolder::take(const std::string& path, bool create)
{
    auto d = std::make_unique<Private>();
    d->path = path;
    std::error_code error;
    if (create) {
        std::filesystem::create_directories(d->path, error);
        std::filesystem::permissions(d->path, std::filesystem::perms::owner_all, error);
    }
    if (!std::filesystem::is_directory(d->path, error)) {
        return folderError("no_such_folder",
                           "There is no folder " + path +
                               ". Name an existing one with --data, or "
                               "make a new counter with foyer-cli init.",
                           path);
    }
    const std::string lockPath = (d->path / "foyer.lock").string();
    d->lock = ::open(lockPath.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (d->lock < 0) {
        return folderError("folder_not_writable",
                           "Foyer cannot write in the folder " + path + " (" +
                               std::strerror(errno) +
                               "). Check its permissions and whether the "
                               "disk is full or mounted read-only.",
                           path);
    }
    if (::flock(d->lock, LOCK_EX | LOCK_NB) != 0) {
        ::close(d->lock);
        return folderError("folder_in_use",
                           "Another Foyer is working in " + path +
                               ". Close it first, or use its "
                               "window; two at once could count the same sale twice.",
                           path);
    }
    return std::unique_ptr<DataFolder>{new DataFolder{std::move(d)}};
}

DataFolder::DataFolder(std::unique_ptr<Private> priv) : d{std::move(priv)} {}

DataFolder::~DataFolder()
{
    ::close(d->lock); // releases the lock
}

std::string DataFolder::path() const
{
    return d->path.string();
}

std::string DataFolder::databasePath() const
{
    return (d->path / "foyer.db").string();
}

std::string DataFolder::headPath() const
{
    return (d->path / "foyer.head").string();
}

std::string DataFolder::documentsPath() const
{
    const auto path = d->path / "documents";
    std::error_code error;
    std::filesystem::create_directories(path, error);
    return path.string();
}

bool DataFolder::hasDatabase() const
{
    std::error_code error;
    return std::filesystem::exists(databasePath(), error);
}

Result<std::unique_ptr<HeadMark>> HeadMark::open(const std::string& path)
{
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) {
        return folderError("folder_not_writable",
                           "Foyer cannot write " + path + " (" + std::strerror(errno) +
                               "). Check the permissions of the folder.",
                           path);
    }
    std::unique_ptr<HeadMark> mark{new HeadMark{file}};
    for (unsigned slot = 0; slot < kSlots; ++slot) {
        std::array<std::uint8_t, kSlotSize> bytes{};
        const auto at = static_cast<off_t>(slot * kSlotSize);
        if (::pread(file, bytes.data(), bytes.size(), at) != static_cast<ssize_t>(bytes.size())) {
            continue;
        }
        const auto head = headIn(bytes);
        if (head && (!mark->m_noted || isLater(*head, *mark->m_noted))) {
            mark->m_noted = head;
            mark->m_slot = slot;
        }
    }
    return mark;
}

HeadMark::~HeadMark()
{
    ::close(m_file);
}

std::optional<JournalHead> HeadMark::noted() const
{
    return m_noted;
}

void HeadMark::note(const JournalHead& head)
{
    if (m_noted &&
        std::pair{head.epoch, head.sequence} < std::pair{m_noted->epoch, m_noted->sequence}) {
        return; // of a database that is behind: it stays so until it has caught up
    }
    const Bytes slot = slotOf(head);
    m_slot = (m_slot + 1) % kSlots;
    // A mark that cannot be written must not undo a sale that is on disk: the older one stands.
    if (::pwrite(m_file, slot.data(), slot.size(), static_cast<off_t>(m_slot * kSlotSize)) ==
        static_cast<ssize_t>(slot.size())) {
        m_noted = head;
    }
}

} // namespace foyer
