// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/picture_files.h"

#include "core/crypto/sha256.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace foyer {
namespace {

constexpr const char* kOriginalEnd = ".orig";
constexpr const char* kPiecesFolder = "arriving";
constexpr const char* kUnfinished = ".new-"; ///< what a name begins with until the file is whole

/// A descriptor that is closed in the end.
class PictureDescriptor {
public:
    explicit PictureDescriptor(int number) : m_number{number} {}
    ~PictureDescriptor()
    {
        if (m_number >= 0) {
            ::close(m_number);
        }
    }
    PictureDescriptor(PictureDescriptor&& other) noexcept
        : m_number{std::exchange(other.m_number, -1)}
    {}
    PictureDescriptor& operator=(PictureDescriptor&&) = delete;
    explicit operator bool() const { return m_number >= 0; }
    int number() const { return m_number; }

private:
    int m_number;
};

Error notKept(int why)
{
    if (why == ENOSPC || why == EDQUOT) {
        return storageError("disk_full",
                            "The disk is full, so the picture was not kept. Make room, and add it "
                            "again.");
    }
    return storageError("picture_not_kept",
                        std::string{"The picture could not be kept ("} + std::strerror(why) +
                            "). Check the permissions of the data folder.");
}

PictureDescriptor openFolderAt(int parent, const char* name, bool isMade)
{
    if (isMade) {
        (void)::mkdirat(parent, name, 0700);
    }
    return PictureDescriptor{
        ::openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)};
}

/// A folder inside the pictures' one; a link in its place is not followed.
PictureDescriptor openInner(const std::string& folder, const std::string& name, bool isMade)
{
    const PictureDescriptor outer = openFolderAt(AT_FDCWD, folder.c_str(), isMade);
    return outer ? openFolderAt(outer.number(), name.c_str(), isMade) : PictureDescriptor{-1};
}

std::string shelfOf(const PictureHash& hash)
{
    return pictureHashText(hash).substr(0, 2);
}

std::string renditionEnd(PictureSize size, PictureFormat format)
{
    return "-" + std::to_string(size.width) + "." + std::string{pictureExtension(format)};
}

bool writeAll(int file, ByteView bytes)
{
    while (!bytes.empty()) {
        const ssize_t put = ::write(file, bytes.data(), bytes.size());
        if (put < 0 && errno != EINTR) {
            return false;
        }
        bytes = bytes.subspan(static_cast<std::size_t>(std::max<ssize_t>(put, 0)));
    }
    return true;
}

std::optional<Bytes> readAll(int file, std::size_t atMost)
{
    struct stat about {};
    if (::fstat(file, &about) != 0 || !S_ISREG(about.st_mode) ||
        static_cast<std::size_t>(about.st_size) > atMost) {
        return std::nullopt;
    }
    Bytes bytes(static_cast<std::size_t>(about.st_size));
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t got = ::read(file, bytes.data() + done, bytes.size() - done);
        if (got == 0 || (got < 0 && errno != EINTR)) {
            return std::nullopt;
        }
        done += static_cast<std::size_t>(std::max<ssize_t>(got, 0));
    }
    return bytes;
}

/// A name that no other writer has at this moment: another process may write the same picture.
std::string unfinishedName(const std::string& name, const void* of)
{
    return kUnfinished + name + "-" + std::to_string(::getpid()) + "-" +
        std::to_string(reinterpret_cast<std::uintptr_t>(of));
}

std::string pieceName(OrganizerId house, const PictureHash& hash)
{
    return house.text() + "-" + pictureHashText(hash);
}

/// Calls `take` with each name in a folder.
template <typename Take>
void eachName(const PictureDescriptor& folder, const Take& take)
{
    const int again = ::openat(folder.number(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR* list = again >= 0 ? ::fdopendir(again) : nullptr;
    if (list == nullptr) {
        return;
    }
    std::vector<std::string> names; // first: what is removed while it is read may be missed
    while (const dirent* each = ::readdir(list)) {
        names.emplace_back(each->d_name);
    }
    ::closedir(list);
    for (const std::string& name : names) {
        if (name != "." && name != "..") {
            take(name);
        }
    }
}

bool isOlder(const PictureDescriptor& folder, const std::string& name, Instant than)
{
    constexpr std::int64_t kSecondMs = 1'000;
    struct stat about {};
    return ::fstatat(folder.number(), name.c_str(), &about, AT_SYMLINK_NOFOLLOW) == 0 &&
        S_ISREG(about.st_mode) && std::int64_t{about.st_mtime} * kSecondMs < than.ms;
}

} // namespace

Result<void> PictureFiles::keep(const PictureHash& hash, const std::string& end,
                                ByteView bytes) const
{
    const auto before = read(hash, end);
    if (before && *before && std::ranges::equal(**before, bytes)) {
        return {};
    }
    const PictureDescriptor shelf = openInner(m_folder, shelfOf(hash), true);
    if (!shelf) {
        return notKept(errno);
    }
    const std::string name = pictureHashText(hash) + end;
    const std::string unfinished = unfinishedName(name, bytes.data());
    int why = 0;
    {
        const PictureDescriptor file{::openat(shelf.number(), unfinished.c_str(),
                                              O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC,
                                              0600)};
        const bool isOnDisk = file && writeAll(file.number(), bytes) && ::fsync(file.number()) == 0;
        why = isOnDisk ? 0 : errno;
    }
    if (why == 0 &&
        (::renameat(shelf.number(), unfinished.c_str(), shelf.number(), name.c_str()) != 0 ||
         ::fsync(shelf.number()) != 0)) {
        why = errno;
    }
    if (why != 0) {
        (void)::unlinkat(shelf.number(), unfinished.c_str(), 0);
        return notKept(why);
    }
    return {};
}

bool PictureFiles::has(const PictureHash& hash, const std::string& end) const
{
    const PictureDescriptor shelf = openInner(m_folder, shelfOf(hash), false);
    struct stat about {};
    return shelf &&
        ::fstatat(shelf.number(), (pictureHashText(hash) + end).c_str(), &about,
                  AT_SYMLINK_NOFOLLOW) == 0 &&
        S_ISREG(about.st_mode);
}

Result<std::optional<Bytes>> PictureFiles::read(const PictureHash& hash,
                                                const std::string& end) const
{
    const PictureDescriptor shelf = openInner(m_folder, shelfOf(hash), false);
    if (!shelf) {
        return std::optional<Bytes>{};
    }
    const PictureDescriptor file{::openat(shelf.number(), (pictureHashText(hash) + end).c_str(),
                                          O_RDONLY | O_NOFOLLOW | O_CLOEXEC)};
    if (!file && errno == ENOENT) {
        return std::optional<Bytes>{};
    }
    auto bytes = file ? readAll(file.number(), kRenditionBytesMax) : std::nullopt;
    if (!bytes) {
        return storageError("picture_not_read",
                            "A picture could not be read from the disk. foyer-cli picture check "
                            "says what is wrong.");
    }
    return bytes;
}

Result<void> PictureFiles::keepOriginal(const PictureHash& hash, ByteView bytes) const
{
    if (sha256(bytes) != hash) {
        return badInput("picture_hash", "These are not the bytes of this picture. Send it again.",
                        "picture");
    }
    return keep(hash, kOriginalEnd, bytes);
}

Result<void> PictureFiles::keepRendition(const PictureHash& hash, PictureSize size,
                                         PictureFormat format, ByteView bytes) const
{
    // One that was given out does not change, even if another edition of a library makes other
    // bytes.
    return hasRendition(hash, size, format) ? Result<void>{}
                                            : keep(hash, renditionEnd(size, format), bytes);
}

bool PictureFiles::hasOriginal(const PictureHash& hash) const
{
    return has(hash, kOriginalEnd);
}

bool PictureFiles::hasRendition(const PictureHash& hash, PictureSize size,
                                PictureFormat format) const
{
    return has(hash, renditionEnd(size, format));
}

std::string PictureFiles::renditionPath(const PictureHash& hash, PictureSize size,
                                        PictureFormat format) const
{
    return m_folder + "/" + shelfOf(hash) + "/" + pictureHashText(hash) +
        renditionEnd(size, format);
}

Result<std::optional<Bytes>> PictureFiles::readOriginal(const PictureHash& hash) const
{
    return read(hash, kOriginalEnd);
}

Result<std::optional<Bytes>> PictureFiles::readRendition(const PictureHash& hash, PictureSize size,
                                                         PictureFormat format) const
{
    return read(hash, renditionEnd(size, format));
}

Result<void> PictureFiles::remove(const PictureHash& hash) const
{
    const PictureDescriptor shelf = openInner(m_folder, shelfOf(hash), false);
    if (!shelf) {
        return {};
    }
    const std::string begin = pictureHashText(hash);
    int why = 0;
    eachName(shelf, [&](const std::string& name) {
        if (name.starts_with(begin) && ::unlinkat(shelf.number(), name.c_str(), 0) != 0) {
            why = errno;
        }
    });
    return why == 0
        ? Result<void>{}
        : Result<void>{storageError("picture_not_removed",
                                    std::string{"A picture could not be removed ("} +
                                        std::strerror(why) + "). Check the data folder.")};
}

void PictureFiles::removeRendition(const PictureHash& hash, PictureSize size,
                                   PictureFormat format) const
{
    const PictureDescriptor shelf = openInner(m_folder, shelfOf(hash), false);
    if (shelf) {
        (void)::unlinkat(shelf.number(),
                         (pictureHashText(hash) + renditionEnd(size, format)).c_str(), 0);
    }
}

std::int64_t PictureFiles::arrived(OrganizerId house, const PictureHash& hash) const
{
    const PictureDescriptor pieces = openInner(m_folder, kPiecesFolder, false);
    struct stat about {};
    const bool isThere = pieces &&
        ::fstatat(pieces.number(), pieceName(house, hash).c_str(), &about, AT_SYMLINK_NOFOLLOW) ==
            0;
    return isThere ? std::int64_t{about.st_size} : 0;
}

std::int64_t PictureFiles::arrivedOfOthers(OrganizerId house, const PictureHash& hash) const
{
    const PictureDescriptor pieces = openInner(m_folder, kPiecesFolder, false);
    if (!pieces) {
        return 0;
    }
    const std::string begin = house.text() + "-";
    const std::string own = pieceName(house, hash);
    std::int64_t sum = 0;
    eachName(pieces, [&](const std::string& name) {
        struct stat about {};
        if (name.starts_with(begin) && name != own &&
            ::fstatat(pieces.number(), name.c_str(), &about, AT_SYMLINK_NOFOLLOW) == 0) {
            sum += std::int64_t{about.st_size};
        }
    });
    return sum;
}

Result<std::int64_t> PictureFiles::addPiece(OrganizerId house, const PictureHash& hash,
                                            std::int64_t offset, ByteView piece,
                                            std::int64_t total) const
{
    const PictureDescriptor pieces = openInner(m_folder, kPiecesFolder, true);
    const PictureDescriptor file{
        pieces ? ::openat(pieces.number(), pieceName(house, hash).c_str(),
                          O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0600)
               : -1};
    struct stat about {};
    // Another counter of the house may send the same picture, to another process.
    if (!file || ::flock(file.number(), LOCK_EX) != 0 || ::fstat(file.number(), &about) != 0) {
        return notKept(errno);
    }
    const std::int64_t before = about.st_size;
    if (offset != before || std::cmp_greater(piece.size(), total - before)) {
        return before;
    }
    if (!writeAll(file.number(), piece)) {
        const int why = errno;
        (void)!::ftruncate(file.number(), before);
        return notKept(why);
    }
    return before + static_cast<std::int64_t>(piece.size());
}

Result<std::optional<Bytes>> PictureFiles::takeArrived(OrganizerId house,
                                                       const PictureHash& hash) const
{
    const PictureDescriptor pieces = openInner(m_folder, kPiecesFolder, false);
    const std::string name = pieceName(house, hash);
    const PictureDescriptor file{
        pieces ? ::openat(pieces.number(), name.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC) : -1};
    if (!file) {
        return std::optional<Bytes>{};
    }
    auto bytes = readAll(file.number(), kPictureBytesMax);
    (void)::unlinkat(pieces.number(), name.c_str(), 0);
    return bytes;
}

void PictureFiles::sweep(Instant olderThan) const
{
    const PictureDescriptor outer = openFolderAt(AT_FDCWD, m_folder.c_str(), false);
    if (!outer) {
        return;
    }
    eachName(outer, [&](const std::string& inner) {
        const PictureDescriptor folder = openFolderAt(outer.number(), inner.c_str(), false);
        if (!folder) {
            return;
        }
        eachName(folder, [&](const std::string& name) {
            const bool isLeft = inner == kPiecesFolder || name.starts_with(kUnfinished);
            if (isLeft && isOlder(folder, name, olderThan)) {
                (void)::unlinkat(folder.number(), name.c_str(), 0);
            }
        });
    });
}

} // namespace foyer
